//! Two runs at once into one folder would write into each other's files.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// Keeps others out of a folder until it is dropped; the system drops it when the process ends, however it ends.
/// Where a folder cannot be locked, on some networks and on Windows, nobody is kept out.
pub fn take(folder: &Path) -> io::Result<Option<File>> {
    let Ok(file) = File::open(folder) else { return Ok(None) };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {
            let name = folder.display();
            Err(io::Error::other(format!(
                "another run is writing into {name}: wait until it ends, or name another folder"
            )))
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

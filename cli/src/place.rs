//! Errors of the system with the file they are about, and what can be done.

use std::io;
use std::path::Path;

/// To name the file that a system call was about.
pub trait Place<T> {
    /// The error begins with the path, and ends with what to do, if there is something.
    fn at(self, path: &Path) -> io::Result<T>;
}

impl<T> Place<T> for io::Result<T> {
    fn at(self, path: &Path) -> io::Result<T> {
        self.map_err(|error| {
            let advice = advice(error.kind()).map(|advice| format!("; {advice}")).unwrap_or_default();
            io::Error::new(error.kind(), format!("{}: {error}{advice}", path.display()))
        })
    }
}

fn advice(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Some("free some space there and run the same command again: it goes on where it stopped")
        }
        io::ErrorKind::PermissionDenied => Some("see whose it is, or name another place"),
        io::ErrorKind::ReadOnlyFilesystem => Some("name another place"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_file_and_what_to_do() {
        let full: io::Result<()> = Err(io::Error::from(io::ErrorKind::StorageFull));
        let message = full.at(Path::new("out/claims.csv")).expect_err("it is full").to_string();
        assert!(message.starts_with("out/claims.csv: ") && message.contains("run the same command again"), "{message}");
        let missing: io::Result<()> = Err(io::Error::from(io::ErrorKind::NotFound));
        assert!(!missing.at(Path::new("a.txt")).expect_err("it is not there").to_string().contains(';'));
    }
}

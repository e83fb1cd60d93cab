//! A folder to try the command in, and articles to try it with.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

/// A folder that is removed when the test is over.
pub struct Bench {
    root: PathBuf,
}

/// A folder that a run has left.
pub struct Folder {
    pub path: PathBuf,
}

impl Bench {
    pub fn new(name: &str) -> Bench {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a new folder");
        Bench { root }
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.root.join(name);
        fs::create_dir_all(path.parent().expect("it is in the bench")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub fn folder(&self, name: &str) -> Folder {
        Folder { path: self.root.join(name) }
    }

    /// What the command prints; it must succeed.
    #[track_caller]
    pub fn ask(&self, arguments: &[&str], input: &[u8]) -> String {
        let output = self.run(arguments, input);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// What the command complains of; it must fail.
    #[track_caller]
    pub fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments, b"");
        assert!(!output.status.success(), "{arguments:?} succeeds");
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// Runs `onrecord archive` to its end; articles may fail.
    #[track_caller]
    pub fn archive(&self, out: &str, arguments: &[&str]) -> Folder {
        let (status, complaint) = self.status(&[&["archive", "--out", out], arguments].concat());
        assert!(matches!(status, Some(0 | 3)), "{complaint}");
        self.folder(out)
    }

    /// The exit status of the command, and what it says on standard error.
    pub fn status(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = self.run(arguments, b"");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    }

    /// As [`Bench::status`], where no file may grow beyond so many bytes: as if the disk were full.
    #[cfg(unix)]
    pub fn status_on_full_disk(&self, bytes: u64, arguments: &[&str]) -> (Option<i32>, String) {
        let mut shell = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", bytes / 512);
        shell.current_dir(&self.root).args(["-c", &script, env!("CARGO_BIN_EXE_onrecord")]).args(arguments);
        let output = shell.output().expect("a shell");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    }

    /// Sends Ctrl-C to the command when its journal says that something is done; its exit status and complaint.
    #[cfg(unix)]
    pub fn interrupted(&self, arguments: &[&str], out: &str) -> (Option<i32>, String) {
        let child = self.command(arguments).stderr(Stdio::piped()).spawn().expect("the command is built");
        while self.folder(out).done().unwrap_or(0) == 0 {
            thread::sleep(Duration::from_millis(1));
        }
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
        let output = child.wait_with_output().expect("it was started");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    }

    /// Kills the command some time after its journal has come further than `done`; whether it had finished before.
    pub fn kill_beyond(&self, done: u64, later: Duration, arguments: &[&str], out: &str) -> bool {
        let mut child = self.command(arguments).stderr(Stdio::null()).spawn().expect("the command is built");
        let ended = |child: &mut Child| child.try_wait().expect("it was started").is_some();
        while self.folder(out).done().unwrap_or(0) <= done && !ended(&mut child) {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(later);
        let finished = ended(&mut child);
        child.kill().expect("it was started");
        child.wait().expect("it was started");
        finished
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command is built");
        let mut pipe = child.stdin.take().expect("it is piped");
        thread::scope(|scope| {
            // Whoever does not read standard input closes it.
            scope.spawn(move || pipe.write_all(input).ok());
            child.wait_with_output().expect("it was started")
        })
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        command.current_dir(&self.root).args(arguments);
        command
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

impl Folder {
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).expect("UTF-8")
    }

    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.path).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    /// How many articles the journal vouches for.
    pub fn done(&self) -> Option<u64> {
        let journal: serde_json::Value =
            serde_json::from_slice(&fs::read(self.path.join("journal.json")).ok()?).ok()?;
        journal["done"].as_u64()
    }
}

/// A short article: some paragraphs of a longer one.
pub fn article(index: usize) -> String {
    const LONG: [&str; 3] = [
        include_str!("../../../tests/articles/cyclone-odalys.txt"),
        include_str!("../../../tests/articles/ferrant-results.txt"),
        include_str!("../../../tests/articles/syr-darya-talks.txt"),
    ];
    let paragraphs: Vec<&str> = LONG[index % 3].split("\n\n").collect();
    let first = index / 3 % (paragraphs.len() - 2);
    paragraphs[first..first + 2].join("\n\n")
}

/// Articles a0, a1 … a line each, one a month.
pub fn jsonl(numbers: Range<usize>) -> String {
    let line = |n: usize| {
        let published = format!("2023-{:02}-01", n % 12 + 1);
        serde_json::json!({"id": format!("a{n}"), "text": article(n), "published": published}).to_string() + "\n"
    };
    numbers.map(line).collect()
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes any write");
    encoder.finish().expect("memory takes any write")
}

/// The ids of reports, in order.
pub fn ids(reports: &str) -> Vec<String> {
    let id = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        value["id"].as_str().expect("an id").to_owned()
    };
    reports.lines().map(id).collect()
}

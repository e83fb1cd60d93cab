//! The command `onrecord`: articles in, reports out.

mod json;
mod lines;
mod summary;
mod tables;
mod text;
mod single;
mod archive;
mod quoted;

use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// Who says what in a news article, on whose word, with which numbers.
#[derive(Parser)]
#[command(name = "onrecord", version, about, args_conflicts_with_subcommands = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    single: single::Arguments,
    /// Read one JSON object a line from standard input ({"id", "text", "published"?, "outlet"?}), write one a line
    #[arg(long, conflicts_with_all = ["files", "format"])]
    jsonl: bool,
}

#[derive(Subcommand)]
enum Command {
    Archive(Box<archive::Arguments>),
    Quoted(quoted::Arguments),
}

fn main() -> ExitCode {
    let arguments = CommandLine::parse();
    let outcome = match &arguments.command {
        Some(Command::Archive(archive)) => archive::run(archive),
        Some(Command::Quoted(quoted)) => quoted::run(quoted),
        None if arguments.jsonl => lines::run(&mut io::stdin().lock(), &mut io::BufWriter::new(io::stdout().lock())),
        None => single::run(&arguments.single),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has stopped reading: nothing to complain about.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("onrecord: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        CommandLine::command().debug_assert();
    }
}

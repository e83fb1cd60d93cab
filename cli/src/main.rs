//! The command `onrecord`: articles in, reports out.

mod analysis;
mod json;
mod rules;
mod lines;
mod reading;
mod tables;
mod printed;
mod exports;
mod place;
mod text;
mod single;
mod archive;
mod quoted;
mod compare;

use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// How a run ended that could be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outcome {
    /// Every article has its answer.
    Complete,
    /// Some articles have an error in its place.
    SomeFailed,
    /// Somebody has stopped it; it can be gone on with.
    Stopped,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Complete => ExitCode::SUCCESS,
            Outcome::SomeFailed => ExitCode::from(3),
            // As shells say it of a program that Ctrl-C has ended.
            Outcome::Stopped => ExitCode::from(130),
        }
    }
}

const EXIT_STATUS: &str = "Exit status: 0 all went well, 1 the run could not be done, 2 the command line is wrong, \
3 some articles have an error, 130 stopped by Ctrl-C.";

/// Who says what in a news article, on whose word, with which numbers.
#[derive(Parser)]
#[command(name = "onrecord", version, about, args_conflicts_with_subcommands = true, after_help = EXIT_STATUS)]
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
    Rules(rules::Arguments),
    Compare(compare::Arguments),
}

fn main() -> ExitCode {
    let arguments = CommandLine::parse();
    analysis::shorten_panics();
    let outcome = match &arguments.command {
        Some(Command::Archive(archive)) => archive::run(archive),
        Some(Command::Quoted(quoted)) => quoted::run(quoted).map(|()| Outcome::Complete),
        Some(Command::Rules(rules)) => rules::run(rules).map(|()| Outcome::Complete),
        Some(Command::Compare(compare)) => compare::run(compare).map(|()| Outcome::Complete),
        None if arguments.jsonl => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            lines::run(&mut io::stdin().lock(), &mut out).map(|()| Outcome::Complete)
        }
        None => single::run(&arguments.single),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
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

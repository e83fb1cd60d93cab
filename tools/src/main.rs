//! All that is done to the code: `tools pack`, and what is listed by `tools help`.

mod boost;
mod conllu;
mod marked;
mod random;
mod gazetteer;
mod pack;
mod gold;
mod variants;
mod tree;
mod explain;
mod bench;
mod eval;
mod train;
#[cfg(feature = "site")]
mod wasm;

use std::process::ExitCode;

/// A command: its name, what it does in a line, and its function.
type Command = (&'static str, &'static str, fn(&[String]) -> Result<(), String>);

const COMMANDS: &[Command] = &[
    ("pack", "data/*.tsv -> src/model/lists.bin, and the hash of the model", pack::run),
    ("gold", "marked articles -> JSON lines for eval/score.py", gold::run),
    ("train", "ONRECORD_DATA -> the weights in src/model: train syntax|names|coref|claims", train::run),
    ("eval", "development scores -> eval/scores.tsv; --show ID: one text with its errors", eval::run),
    ("variants", "a marked article as twenty others, with their gold, as JSON lines", variants::run),
    ("bench", "milliseconds of each stage on an article of 650 words; --json: for bench/times.mjs", bench::run),
    ("explain", "prints the syntax of a text, and what each rule for claims made of it", explain::run),
    ("tree", "prints the syntax of a text", tree::run),
    #[cfg(feature = "site")]
    ("wasm", "the crate -> target/site/, for the web (only with --features site)", wasm::run),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = arguments.first().and_then(|name| COMMANDS.iter().find(|(n, _, _)| n == name));
    let Some((_, _, run)) = command else {
        eprintln!("usage: tools COMMAND\n");
        for (name, what, _) in COMMANDS {
            eprintln!("  {name:8} {what}");
        }
        return ExitCode::from(2);
    };
    match run(&arguments[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tools: {message}");
            ExitCode::FAILURE
        }
    }
}

//! `fuzz`: generated sentences and changed articles, each judged; and how time grows with the text.

use clap::{Args, Parser, Subcommand};
use onrecord_fuzz::choices::Choices;
use onrecord_fuzz::growth::{Cost, forms, repeated};
use onrecord_fuzz::log::Log;
use onrecord_fuzz::{articles, grammar, judge, table};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Texts that nobody would print, and what every report of them keeps to.
#[derive(Parser)]
#[command(name = "fuzz")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Judges texts; the same seed gives the same texts
    Run(Texts),
    /// Prints texts as JSON lines for `onrecord --jsonl`
    Print(Texts),
    /// Prints how time and memory grow, as a table in Markdown
    Growth {
        /// The largest text
        #[arg(long, default_value_t = 4 << 20)]
        bytes: usize,
        /// One form in place of all
        #[arg(long)]
        only: Option<String>,
    },
    /// Prints the nanoseconds and bytes of memory that one text takes
    Cost {
        /// Its name in bench/forms.json
        form: String,
        /// How long it is
        bytes: usize,
    },
}

#[derive(Args)]
struct Texts {
    /// Which texts
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first text
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// How many texts of generated sentences
    #[arg(long, default_value_t = 10_000)]
    texts: u64,
    /// How many changed articles
    #[arg(long, default_value_t = 200)]
    articles: u64,
    /// Folders with articles to change (.txt, or .json with "text"), in place of this repository's
    #[arg(long, value_name = "FOLDER")]
    from: Vec<PathBuf>,
    /// Stop after so many seconds, whatever is left
    #[arg(long)]
    seconds: Option<u64>,
}

fn main() -> ExitCode {
    match run(&CommandLine::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("fuzz: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing was found.
fn run(command: &Command) -> io::Result<bool> {
    match command {
        Command::Run(texts) => judge_all(texts),
        Command::Print(texts) => print_all(texts).map(|()| true),
        Command::Growth { bytes, only } => table::print(*bytes, only.as_deref()),
        Command::Cost { form, bytes } => {
            let forms = forms();
            let piece = forms.get(form).ok_or_else(|| io::Error::other("no such form"))?;
            let cost = Cost::of(&repeated(piece, *bytes));
            println!("{} {}", cost.time.as_nanos(), cost.memory_bytes);
            Ok(true)
        }
    }
}

fn judge_all(texts: &Texts) -> io::Result<bool> {
    judge::hush_panics();
    let articles = articles::read(&texts.folders())?;
    let mut log = Log::new(texts.seconds);
    log.judge_all("articles", texts.numbers(texts.articles), |number| texts.of_articles(&articles, number));
    log.judge_all("texts", texts.numbers(texts.texts), |number| texts.of_grammar(number));
    Ok(log.is_clean())
}

fn print_all(texts: &Texts) -> io::Result<()> {
    let articles = articles::read(&texts.folders())?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut print = |id: String, number: u64, text: String| {
        let line = serde_json::json!({ "id": id, "text": text, "published": judge::published(number) });
        writeln!(out, "{line}")
    };
    for number in texts.numbers(texts.articles) {
        print(format!("article {number}"), number, texts.of_articles(&articles, number))?;
    }
    for number in texts.numbers(texts.texts) {
        print(format!("text {number}"), number, texts.of_grammar(number))?;
    }
    out.flush()
}

impl Texts {
    fn numbers(&self, count: u64) -> std::ops::Range<u64> {
        self.first..self.first + count
    }

    fn of_grammar(&self, number: u64) -> String {
        grammar::text(&mut Choices::of(self.seed, number))
    }

    fn of_articles(&self, articles: &[String], number: u64) -> String {
        articles::changed(articles, &mut Choices::of(!self.seed, number))
    }

    fn folders(&self) -> Vec<PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let own = || ["tests/articles", "eval/develop", "eval/fresh"].map(|folder| root.join(folder)).to_vec();
        if self.from.is_empty() { own() } else { self.from.clone() }
    }
}

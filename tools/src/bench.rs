//! `tools bench`: what each stage costs on a news article, in milliseconds of one thread.

use onrecord::document::Document;
use onrecord::{Options, analyze, checks, claims, entities, mentions, quantities, quotes, tags, times};
use std::hint::black_box;
use std::time::Instant;

/// Words of the article that is measured.
const ARTICLE_WORDS: usize = 650;
/// The median of so many runs is shown.
const RUNS: usize = 61;

/// Prints milliseconds a stage; `--json`: for scripts.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let text = article()?;
    let document = Document::read(&text);
    let syntax = tags::tag(&document);
    let found = times::find(&document, &syntax, Some("2023-09-13"));
    let numbers = quantities::find(&document, &syntax, &found);
    let (quoted, mentioned) = (quotes::find(&document), mentions::find(&document, &syntax));
    let claims = || claims::find(&document, &syntax, &quoted, &mentioned, &found);
    let claimed = claims();
    let entities = || entities::resolve(&document, &syntax, &quoted, &claimed, &mut mentioned.clone());
    let rows = [
        ("tokens and sentences", median(|| drop(black_box(Document::read(&text))))),
        ("syntax", median(|| drop(black_box(tags::tag(&document))))),
        ("times", median(|| drop(black_box(times::find(&document, &syntax, Some("2023-09-13")))))),
        ("quantities", median(|| drop(black_box(quantities::find(&document, &syntax, &found))))),
        ("checks", median(|| drop(black_box(checks::find(&document, &numbers, &found, None))))),
        ("names", median(|| drop(black_box(mentions::find(&document, &syntax))))),
        ("claims", median(|| drop(black_box(claims())))),
        ("entities", median(|| drop(black_box(entities())))),
        ("whole", median(|| drop(black_box(analyze(&text, &Options::default()))))),
    ];
    if arguments.iter().any(|a| a == "--json") {
        let stages: serde_json::Map<String, serde_json::Value> =
            rows.iter().map(|&(stage, ms)| (stage.to_owned(), ms.into())).collect();
        println!("{}", serde_json::json!({ "text": text, "milliseconds": stages }));
        return Ok(());
    }
    println!("{} words, {} bytes", text.split_whitespace().count(), text.len());
    for (stage, ms) in rows {
        println!("{stage:22} {ms:8.3} ms");
    }
    Ok(())
}

/// The first words of the repository's own articles, one after the other, by whole paragraphs.
fn article() -> Result<String, String> {
    let folder = crate::pack::root().join("tests/articles");
    let mut text = String::new();
    for name in ["cyclone-odalys", "ferrant-results", "syr-darya-talks"] {
        let path = folder.join(format!("{name}.txt"));
        let whole = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for paragraph in whole.split("\n\n") {
            if text.split_whitespace().count() < ARTICLE_WORDS {
                text.push_str(paragraph);
                text.push_str("\n\n");
            }
        }
    }
    Ok(text)
}

fn median(mut run: impl FnMut()) -> f64 {
    let mut spent: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    spent.sort_by(f64::total_cmp);
    spent[RUNS / 2]
}

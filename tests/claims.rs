//! One sentence or two for each construction, and for what only looks like one: `claims.txt`.

use onrecord::report::{Claim, Report, Span};
use onrecord::{Options, analyze};

/// A headline before each text keeps it from being taken for one.
const HEADLINE: &str = "Talks to resume in the north\n\n";

/// The article of a test: its own headline, if it is marked as one, or a body under [`HEADLINE`].
fn article(text: &str) -> String {
    match text.strip_prefix("HEADLINE ") {
        Some(headline) => {
            format!("{headline}\n\nThe road north was open again on Friday, and buses left from the square.")
        }
        None => format!("{HEADLINE}{}", text.replace(" ¶ ", "\n\n")),
    }
}

/// Claims as lines: "[source] <cue> content // content", and what else is known in braces.
fn lines(text: &str, report: &Report) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |span: &Span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
    report.claims.iter().map(|claim| line(claim, &words)).collect()
}

fn line(claim: &Claim, words: &dyn Fn(&Span) -> String) -> String {
    let optional = |span: &Option<Span>| span.as_ref().map(words).unwrap_or_default();
    let content: Vec<String> = claim.content.iter().map(words).collect();
    let mut more = Vec::new();
    if claim.stance.name() != "asserts" {
        more.push(claim.stance.name().to_owned());
    }
    if claim.negated {
        more.push("negated".to_owned());
    }
    if matches!(claim.attribution.name(), "implied" | "none") {
        more.push(claim.attribution.name().to_owned());
    }
    let named = [("to", &claim.addressee), ("in", &claim.medium), ("because", &claim.anonymity)];
    more.extend(
        named.iter().filter(|(_, span)| span.is_some()).map(|(name, span)| format!("{name} {}", optional(span))),
    );
    more.extend(claim.via.as_ref().map(|via| format!("via {via}")));
    let more = if more.is_empty() { String::new() } else { format!(" {{{}}}", more.join("; ")) };
    format!("[{}] <{}> {}{more}", optional(&claim.source), optional(&claim.cue), content.join(" // "))
}

/// Where the sentences and what is found in them stand.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/claims.txt");

/// `UPDATE=1` writes down what is found now (`npm run accept`).
fn update() {
    let block = |block: &str| {
        let is_kept = |row: &&str| row.starts_with('#');
        let Some(text) = block.lines().find(|row| !is_kept(row)) else { return block.to_owned() };
        let article = article(text);
        let report = analyze(&article, &Options::default()).expect("short");
        let found = lines(&article, &report);
        let kept = block.lines().filter(is_kept);
        kept.chain([text]).map(str::to_owned).chain(found).collect::<Vec<_>>().join("\n")
    };
    let blocks: Vec<String> = include_str!("claims.txt").trim_end().split("\n\n").map(block).collect();
    std::fs::write(FILE, blocks.join("\n\n") + "\n").expect("tests/claims.txt can be written");
}

#[test]
fn constructions() {
    if std::env::var_os("UPDATE").is_some() {
        return update();
    }
    let mut wrong = Vec::new();
    for block in include_str!("claims.txt").split("\n\n").filter(|b| !b.trim().is_empty() && !b.starts_with('#')) {
        let mut rows = block.trim().lines().filter(|row| !row.starts_with('#'));
        let Some(text) = rows.next() else { continue };
        let article = article(text);
        let report = analyze(&article, &Options::default()).expect("short");
        let (found, expected) = (lines(&article, &report), rows.collect::<Vec<_>>());
        if found != expected {
            wrong.push(format!("{text}\n  {}", found.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{} of them differ; found:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

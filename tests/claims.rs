//! One sentence or two for each construction, and for what only looks like one: `claims.txt`. With `UPDATE_EXPECT=1` in the
//! environment the test rewrites that file.

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

/// Claims as lines: "[source] <cue> content // content «rule»", and what else is known in braces.
fn lines(text: &str, report: &Report) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |span: &Span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
    report.claims.iter().map(|claim| line(claim, &words)).collect()
}

fn line(claim: &Claim, words: &dyn Fn(&Span) -> String) -> String {
    let optional = |span: &Option<Span>| span.as_ref().map(words).unwrap_or_default();
    let content: Vec<String> = claim.content.iter().map(words).collect();
    let mut more = Vec::new();
    if claim.stance != "asserts" {
        more.push(claim.stance.to_owned());
    }
    if claim.negated {
        more.push("negated".to_owned());
    }
    if matches!(claim.attribution, "implied" | "none") {
        more.push(claim.attribution.to_owned());
    }
    let named = [("to", &claim.addressee), ("in", &claim.medium), ("because", &claim.anonymity)];
    more.extend(
        named.iter().filter(|(_, span)| span.is_some()).map(|(name, span)| format!("{name} {}", optional(span))),
    );
    more.extend(claim.via.as_ref().map(|via| format!("via {via}")));
    let more = if more.is_empty() { String::new() } else { format!(" {{{}}}", more.join("; ")) };
    let (source, cue, content) = (optional(&claim.source), optional(&claim.cue), content.join(" // "));
    format!("[{source}] <{cue}> {content} «{}»{more}", claim.rule)
}

/// The blocks of `claims.txt` as they are, and as they would be with what is found now.
fn blocks() -> Vec<(String, String)> {
    include_str!("claims.txt").split("\n\n").map(|block| (block.to_owned(), found(block))).collect()
}

/// A block with the claims that are found in its text; headings and comments stay.
fn found(block: &str) -> String {
    let mut rows = block.trim_end().lines().peekable();
    let mut kept: Vec<String> = Vec::new();
    while let Some(comment) = rows.next_if(|row| row.starts_with('#')) {
        kept.push(comment.to_owned());
    }
    let Some(text) = rows.next() else { return block.to_owned() };
    kept.push(text.to_owned());
    kept.extend(rows.filter(|row| row.starts_with('#')).map(str::to_owned));
    let article = article(text);
    kept.extend(lines(&article, &analyze(&article, &Options::default()).expect("short")));
    let end = &block[block.trim_end().len()..];
    kept.join("\n") + end
}

#[test]
fn constructions() {
    let blocks = blocks();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let all: Vec<&str> = blocks.iter().map(|(_, now)| now.as_str()).collect();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/claims.txt");
        std::fs::write(path, all.join("\n\n")).expect("the checkout can be written");
        return;
    }
    let wrong: Vec<&str> = blocks.iter().filter(|(was, now)| was != now).map(|(_, now)| now.as_str()).collect();
    assert!(wrong.is_empty(), "{} of them differ; found:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

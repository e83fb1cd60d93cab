//! `tools explain "sentence"`: tokens, tags, tree, names, and what each rule for claims made of the text.

use onrecord::document::Document;
use onrecord::{claims, mentions, quotes, tags, times};

/// Explains the text given, or standard input.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let text = crate::tree::text_of(arguments)?;
    let document = Document::read(&text);
    let syntax = tags::tag(&document);
    crate::tree::print(&document, &syntax);
    let quotes = quotes::find(&document);
    let times = times::find(&document, &syntax, None);
    let mentions = mentions::find(&document, &syntax);
    for mention in &mentions {
        println!("{:8} {:13} {}", mention.form.name(), format!("{:?}", mention.kind), document.slice(mention.span));
    }
    println!();
    for line in claims::explain(&document, &syntax, &quotes, &mentions, &times) {
        println!("{line}");
    }
    println!();
    for claim in claims::find(&document, &syntax, &quotes, &mentions, &times) {
        println!("{}", shown(&document, &claim));
    }
    Ok(())
}

/// "[source] <cue> content // content «rule»", as the tests of the rules write it.
fn shown(document: &Document, claim: &claims::Claim) -> String {
    let words = |span: Option<onrecord::document::Span>| span.map_or("", |span| document.slice(span));
    let content: Vec<&str> = claim.content.iter().map(|&span| document.slice(span)).collect();
    let (source, cue) = (words(claim.source), words(claim.cue));
    format!("[{source}] <{cue}> {} «{}»", content.join(" // "), claim.rule.name())
}

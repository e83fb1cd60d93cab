//! Whose words they are: a mention for every source, and I, we and you inside quotations.

use super::chains::Chains;
use super::traits::Number;
use crate::claims::Claim;
use crate::document::Document;
use crate::mentions::{Form, Kind, Mention};
use crate::tags::Syntax;

/// A noun phrase for each source in which no mention stands: "Russian sources", "the indictment".
pub(super) fn add_sources(document: &Document, syntax: &Syntax, claims: &[Claim], mentions: &mut Vec<Mention>) {
    fit_to_sources(document, claims, mentions);
    let mut added: Vec<Mention> = Vec::new();
    for source in claims.iter().filter_map(|c| c.source) {
        let mut tokens = document.tokens_in(source);
        while tokens.len() > 1 && matches!(document.lower(tokens.start), "the" | "a" | "an") {
            tokens.start += 1;
        }
        if tokens.is_empty() {
            continue;
        }
        let top = tokens
            .clone()
            .find(|&i| syntax.words[i].head == i || !tokens.contains(&syntax.words[i].head))
            .unwrap_or(tokens.end - 1);
        let first = mentions.partition_point(|m| m.tokens.end <= tokens.start);
        let known = mentions[first.saturating_sub(4)..]
            .iter()
            .take_while(|m| m.tokens.start < tokens.end)
            .chain(added.iter().rev().take(4))
            .any(|m| {
                // "a poll by Reuters" is no mention of Reuters.
                let start = m.tokens.start as isize;
                let before =
                    document.lower_at(if document.lower_at(start - 1) == "the" { start - 2 } else { start - 1 });
                let is_inner =
                    m.tokens.start > tokens.start && matches!(before, "of" | "by" | "from" | "for" | "at" | "in");
                let ends =
                    m.form == Form::Name && m.tokens.end == tokens.end && m.tokens.start >= tokens.start && !is_inner;
                // "Harbour Relief, a charity based in Nairobi".
                let is_explained = m.form == Form::Name
                    && m.tokens.start == tokens.start
                    && document.lower_at(m.tokens.end as isize) == ",";
                ends || is_explained || m.tokens.contains(&top) && m.tokens.start < tokens.end
            });
        if !known {
            let span = document.span(tokens.start, tokens.end - 1);
            added.push(Mention {
                span,
                tokens,
                head: top,
                form: Form::Nominal,
                kind: Kind::Other,
                acts: false,
                rule: "source",
            });
        }
    }
    mentions.extend(added);
    mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.form));
    // Two claims may have one source.
    mentions.dedup_by_key(|m| m.span);
}

/// "[three people] told the Times", "[two officials], who spoke on condition": a phrase that the parser lets run over the
/// cue, or over a relative clause, ends where the source ends; one that it cuts short ("[three bankers briefed] on the
/// talks") goes on to there.
fn fit_to_sources(document: &Document, claims: &[Claim], mentions: &mut [Mention]) {
    for claim in claims {
        let (Some(source), Some(cue)) = (claim.source, claim.cue) else { continue };
        let tokens = document.tokens_in(source);
        let is_behind = cue.start < source.end;
        let first = mentions.partition_point(|m| m.span.start < source.start);
        for mention in mentions[first..].iter_mut().take_while(|m| m.span.start < source.end) {
            let begins = mention.tokens.start <= tokens.start + 1 && tokens.contains(&mention.head);
            let runs_over = begins && mention.span.end > source.end && ends_phrase(document, tokens.end)
                || !is_behind && mention.span.end >= cue.end;
            let is_short = begins && mention.tokens.end < tokens.end && goes_on(document, mention, tokens.end);
            if mention.form == Form::Nominal && (runs_over || is_short) {
                mention.span.end = source.end;
                mention.tokens = document.tokens_in(mention.span);
                mention.head = mention.head.min(mention.tokens.end - 1);
            }
        }
    }
}

/// Whether a comma or a relative pronoun stands behind a source.
fn ends_phrase(document: &Document, end: usize) -> bool {
    matches!(document.lower_at(end as isize), "," | "who" | "which" | "whose")
}

/// "three bankers briefed | on the talks", "three bankers | briefed on the talks": nothing but a prepositional phrase is left
/// of the source.
fn goes_on(document: &Document, mention: &Mention, end: usize) -> bool {
    // The parser may give the participle to the cue.
    let participle = usize::from(document.lower_at(mention.tokens.end as isize).ends_with("ed"));
    let leads = matches!(
        document.lower_at((mention.tokens.end + participle) as isize),
        "on" | "with" | "about" | "of" | "by" | "at" | "in" | "to" | "from"
    );
    let is_plain = |i: usize| !matches!(document.lower(i), "," | "(" | "and");
    leads && (mention.tokens.end..end).all(is_plain)
}

/// Inside a quotation I and my are the speaker; elsewhere, the I before.
pub(super) fn first_and_second_person(chains: &mut Chains, rule: &'static str) {
    let mut last: Vec<(Option<usize>, usize, u8, bool, usize)> = Vec::new();
    let reach = if is_interview(chains) { 0 } else { usize::MAX };
    for m in 0..chains.mentions.len() {
        let traits = &chains.traits[m];
        if traits.person == 3 || chains.mentions[m].form != Form::Pronoun {
            continue;
        }
        let many = traits.number == Number::Many;
        let (quote, paragraph, person) = (outer_quote(chains, traits.quote), traits.paragraph, traits.person);
        let speaker = quote.and_then(|q| chains.speaker_of_quote(q));
        match speaker {
            Some(speaker) if person == 1 && !many && !chains.two_persons(speaker, m) => chains.join(speaker, m, rule),
            _ => {
                let before = last.iter().rev().take(30).find(|&&(q, p, who, n, _)| {
                    who == person
                        && n == many
                        && q == quote
                        && (quote.is_some() || paragraph - p <= if who == 1 { reach } else { reach.min(1) })
                });
                let by_speaker =
                    |q: Option<usize>| q.and_then(|q| chains.speaker_of_quote(q)).map(|s| chains.chain_id(s));
                let mine = by_speaker(quote);
                let same_speaker = || {
                    last.iter().rev().take(30).find(|&&(q, _, who, n, _)| {
                        mine.is_some() && who == person && n == many && by_speaker(q) == mine
                    })
                };
                if let Some(&(_, _, _, _, early)) = before.or_else(same_speaker)
                    && !chains.two_persons(early, m)
                {
                    chains.join(early, m, rule);
                }
            }
        }
        last.push((quote, paragraph, person, many, m));
    }
}

/// Questions outside quotations, each a paragraph's end, show that paragraphs change speakers.
fn is_interview(chains: &Chains) -> bool {
    let asks = |p: &&crate::document::Paragraph| {
        let last = &chains.document.sentences[p.sentences.end - 1].tokens;
        chains.document.word(last.end - 1) == "?"
    };
    chains.document.paragraphs.iter().filter(asks).count() >= 3
}

/// The outermost quotation around one: its speaker is the one the article knows.
fn outer_quote(chains: &Chains, quote: Option<usize>) -> Option<usize> {
    let mut at = quote?;
    while chains.quotes[at].depth > 0 && at > 0 {
        at -= 1;
    }
    Some(at)
}

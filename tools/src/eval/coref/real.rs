//! Real articles with marked speakers: each source that is a pronoun or a description, and whom it means.

use super::learn::{Oracle, Scope};
use super::resolved::resolve_with;
use crate::boost::Decision;
use crate::marked::bytes_of_code_points;
use onrecord::document::{Document, Span};
use onrecord::mentions::{self, Form, Mention};
use onrecord::tags;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A decision about a source of a real article counts as much as this many of the corpora's.
const REAL: f64 = 3.0;

/// The decisions about the sources of an article, all else decided by `weights`.
pub fn decisions_of_sources(article: &Value, weights: &[u8], decisions: &mut Vec<Decision>) {
    let text = article["text"].as_str().unwrap_or_default();
    let document = Document::read(text);
    let syntax = tags::tag(&document);
    let mentions = mentions::find(&document, &syntax);
    let names = Names::of(&article["entities"]);
    let mut labels = names.labels(&document, &mentions);
    let mut sources = BTreeSet::new();
    let bytes = bytes_of_code_points(text);
    for quote in article["quotes"].as_array().into_iter().flatten() {
        let (Some(speaker), Some(span)) = (quote["resolved_speaker"].as_str(), source(quote, &bytes)) else { continue };
        let (Some(label), Some(mention)) = (names.label(speaker), mention_of(&document, &mentions, span)) else {
            continue;
        };
        if mention.form != Form::Name {
            labels.insert((mention.span, mention.form), label);
            sources.insert(mention.span);
        }
    }
    let mut oracle = Oracle { labels, scope: Scope::Sources(sources), weights, decisions, weight: REAL };
    resolve_with(&document, &syntax, mentions, &mut oracle);
}

/// The span of a claim's only source.
fn source(quote: &Value, bytes: &[usize]) -> Option<Span> {
    let [span] = quote["sources"].as_array()?.as_slice() else { return None };
    let at = |key: &str| span[key].as_u64().and_then(|at| bytes.get(at as usize).copied());
    Some(Span::new(at("start")?, at("end")?)).filter(|span| !span.is_empty())
}

/// The mention that begins with the source's words and reaches furthest.
fn mention_of<'m>(document: &Document, mentions: &'m [Mention], source: Span) -> Option<&'m Mention> {
    let tokens = document.tokens_in(source);
    let begins = |m: &&Mention| m.tokens.start >= tokens.start && m.tokens.start <= tokens.start + 1;
    mentions.iter().filter(begins).filter(|m| tokens.contains(&m.head)).max_by_key(|m| m.tokens.end)
}

/// Which entity each name and description of the marks means.
struct Names {
    by_words: BTreeMap<String, Option<usize>>,
}

impl Names {
    fn of(entities: &Value) -> Names {
        let mut by_words = BTreeMap::new();
        for (label, entity) in entities.as_array().into_iter().flatten().enumerate() {
            let aliases = entity["aliases"].as_array().into_iter().flatten();
            for name in aliases.chain([&entity["name"]]).filter_map(Value::as_str) {
                // A name of two entities says nothing.
                let other = by_words.entry(key(name)).or_insert(Some(label));
                *other = other.filter(|&known| known == label);
            }
        }
        Names { by_words }
    }

    fn label(&self, name: &str) -> Option<usize> {
        self.by_words.get(&key(name)).copied().flatten()
    }

    /// The labels of the mentions that are names.
    fn labels(&self, document: &Document, mentions: &[Mention]) -> BTreeMap<(Span, Form), usize> {
        let names = mentions.iter().filter(|m| m.form == Form::Name);
        names.filter_map(|m| Some(((m.span, m.form), self.label(document.slice(m.span))?))).collect()
    }
}

/// The words of a name without article, possessive ending and case.
fn key(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    let words = lower.split_whitespace().filter(|w| !matches!(*w, "the" | "a" | "an"));
    words.map(|w| w.trim_end_matches("'s")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_source_that_is_described_teaches_whom_it_means() {
        let text = "Ana Roe, the mayor of Ardvale, left. The mayor said that the bridge is safe.";
        let at = text.find("The mayor").expect("it stands there");
        let article = json!({
            "text": text,
            "entities": [{"name": "Ana Roe", "aliases": []}],
            "quotes": [{"resolved_speaker": "Ana Roe", "sources": [{"start": at, "end": at + 9}]}],
        });
        let names = Names::of(&article["entities"]);
        assert_eq!(names.label("Ana Roe's"), Some(0));
        let document = Document::read(text);
        let mentions = mentions::find(&document, &tags::tag(&document));
        let mention = mention_of(&document, &mentions, Span::new(at, at + 9)).expect("a mention");
        assert_eq!(document.slice(mention.span), "mayor");
    }
}

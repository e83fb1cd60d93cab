//! What the marked texts teach: each corpus has kinds of its own, which are mapped to sets of ours.

use crate::eval::names::FOLDS;
use crate::marked::{self, Marked};
use onrecord::document::Document;
use onrecord::mentions::features::{self, Atom, Atoms};
use onrecord::mentions::gazetteer::{Gazetteer, list};
use onrecord::mentions::labels::{KINDS, Part, label};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// A text as the tagger sees it, and the labels that its corpus allows for each token: one bit a label.
pub struct LabelledText {
    /// All tokens.
    pub atoms: Atoms,
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// Of each token, the labels that may be right.
    pub allowed: Vec<u32>,
}

/// A corpus: its file, the kinds that a name's kind may be, and the kinds that may hide among what it leaves unmarked.
pub struct Corpus {
    /// Under the data folder, or [`MARKS`].
    pub file: &'static str,
    kinds: fn(&str) -> u8,
    unmarked: u8,
    /// How much a sentence counts.
    pub weight: f32,
    /// Whether it marks names otherwise than the first does: Wikipedia and GUM have nationalities as places, titles in names.
    pub has_habits: bool,
}

// Sets of kinds, by their place in `KINDS`.
const PER: u8 = 1;
const ORG: u8 = 2;
const LOC: u8 = 4;
const FAC: u8 = 8;
const GRP: u8 = 16;
const OTH: u8 = 32;

/// The first is the one whose habits count.
pub const CORPORA: &[Corpus] = &[
    Corpus { file: "ner/worldwide.train.jsonl", kinds: worldwide, unmarked: 0, weight: 1.0, has_habits: false },
    Corpus { file: MARKS, kinds: contract, unmarked: 0, weight: 2.0, has_habits: false },
    Corpus { file: "ner/uner-ewt.train.bio", kinds: uner, unmarked: GRP | OTH, weight: 1.0, has_habits: false },
    Corpus { file: "ner/wikigold.bio", kinds: wikigold, unmarked: 0, weight: 1.0, has_habits: true },
    Corpus { file: "ner/redocred.bio", kinds: redocred, unmarked: OTH, weight: 1.0, has_habits: true },
    Corpus { file: "ner/crossner-politics.bio", kinds: crossner, unmarked: OTH | GRP, weight: 1.0, has_habits: true },
    Corpus { file: "ner/gum.train.bio", kinds: gum, unmarked: OTH | GRP, weight: 1.0, has_habits: true },
];

/// Real articles marked by the report's contract: those developed on, and `eval/marks`.
pub const MARKS: &str = "marks";

fn contract(kind: &str) -> u8 {
    match kind {
        "person" => PER,
        "organization" => ORG,
        "place" => LOC,
        "facility" => FAC,
        "group" => GRP,
        _ => OTH,
    }
}

fn worldwide(kind: &str) -> u8 {
    match kind {
        "Person" => PER,
        "Organization" => ORG,
        "Location" => LOC,
        "Facility" => FAC,
        "NORP" => GRP,
        "Misc" | "Product" => OTH,
        _ => 0,
    }
}

fn uner(kind: &str) -> u8 {
    match kind {
        "PER" => PER,
        "ORG" => ORG,
        _ => LOC | FAC,
    }
}

fn wikigold(kind: &str) -> u8 {
    match kind {
        "PER" => PER,
        "ORG" => ORG,
        "LOC" => LOC | FAC,
        _ => GRP | OTH,
    }
}

/// Peoples are places here.
fn redocred(kind: &str) -> u8 {
    match kind {
        "PER" => PER,
        "ORG" => ORG,
        "LOC" => LOC | FAC | GRP,
        "MISC" => OTH | GRP,
        _ => 0,
    }
}

fn crossner(kind: &str) -> u8 {
    match kind {
        "politician" | "person" => PER,
        "politicalparty" | "organisation" => ORG,
        "location" | "country" => LOC,
        _ => OTH | GRP,
    }
}

fn gum(kind: &str) -> u8 {
    match kind {
        "person" => PER | GRP,
        "organization" => ORG,
        "place" => LOC | FAC,
        "time" => 0,
        _ => OTH,
    }
}

/// All texts of a corpus, without those of one fold.
pub fn labelled_texts(data: &Path, corpus: &Corpus, fold: Option<usize>) -> Result<Vec<LabelledText>, String> {
    let path = data.join(corpus.file);
    let texts = if corpus.file == MARKS {
        marked_articles(data)?
    } else if corpus.file.ends_with("bio") {
        marked::token_lines(&path)?
    } else {
        marked::json_lines(&path)?
    };
    let kept = texts.iter().enumerate().filter(|(n, _)| fold.is_none_or(|fold| n % FOLDS != fold));
    Ok(kept.map(|(_, text)| labelled(text, corpus)).collect())
}

/// The articles whose entities are marked by name, without those that names are measured on.
fn marked_articles(data: &Path) -> Result<Vec<Marked>, String> {
    let measured: BTreeSet<String> =
        marked::json_lines(&data.join("ner/worldwide.dev.jsonl"))?.into_iter().map(|text| text.text).collect();
    let articles = crate::eval::real::developed_on()?;
    let texts = articles.iter().map(|article| article["text"].as_str().unwrap_or_default());
    let kept = articles.iter().zip(texts).filter(|(_, text)| !measured.contains(*text));
    Ok(kept.map(|(article, text)| Marked { text: text.to_owned(), names: names_in(article, text) }).collect())
}

/// Every place of each name of an article's entities. Descriptions are none.
fn names_in(article: &Value, text: &str) -> Vec<(usize, usize, String)> {
    let mut names = Vec::new();
    for entity in article["entities"].as_array().into_iter().flatten() {
        let kind = entity["kind"].as_str().unwrap_or_default();
        let aliases = entity["aliases"].as_array().into_iter().flatten();
        for form in std::iter::once(&entity["name"]).chain(aliases).filter_map(Value::as_str) {
            if form.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase) {
                continue;
            }
            names.extend(places(text, form).map(|at| (at, at + form.len(), kind.to_owned())));
        }
    }
    names
}

/// Where words stand as whole words.
fn places<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .map(|(at, _)| at)
        .filter(move |&at| !joins(text[..at].chars().next_back()) && !joins(text[at + words.len()..].chars().next()))
}

fn labelled(text: &Marked, corpus: &Corpus) -> LabelledText {
    let document = Document::read(&text.text);
    let atoms = features::atoms(&document, &onrecord::tags::tag(&document), Gazetteer::committed());
    let mut allowed: Vec<u32> = atoms.iter().map(|atom| unmarked(corpus, atom)).collect();
    let mut taken = vec![false; atoms.len()];
    for (tokens, kinds) in outermost_first(text, corpus, &document) {
        let one_sentence = document.sentence_of(tokens.start) == document.sentence_of(tokens.end - 1);
        let is_seen = atoms[tokens.clone()].iter().all(|a| a.may_be_named);
        if !one_sentence || !is_seen || taken[tokens.clone()].iter().any(|&t| t) {
            continue;
        }
        for i in tokens.clone() {
            taken[i] = true;
            allowed[i] = mask(told_apart(kinds, &atoms, &tokens), &[part(&tokens, i)]);
        }
    }
    LabelledText { sentences: document.sentences.iter().map(|s| s.tokens.clone()).collect(), atoms, allowed }
}

const PEOPLES: u32 = 1 << list::ADJECTIVE | 1 << list::PEOPLE;

/// The labels of a token that is in no marked name: a group hides only where a people is known.
fn unmarked(corpus: &Corpus, atom: &Atom) -> u32 {
    let is_people = atom.lists.iter().any(|lists| lists & PEOPLES > 0);
    let kinds = if is_people { corpus.unmarked } else { corpus.unmarked & !GRP };
    mask(kinds, &[Part::Begin, Part::Inside, Part::Last, Part::Alone]) | 1
}

/// Fewer kinds where the lists can tell: peoples that are known are groups, what says that it was built is a facility.
fn told_apart(kinds: u8, atoms: &[Atom], tokens: &Range<usize>) -> u8 {
    let (first, last) = (&atoms[tokens.start], &atoms[tokens.end - 1]);
    let whole = if tokens.len() == 1 { first.lists[3] } else { first.lists[0] & last.lists[2] };
    let ends = last.lists[2] | last.lists[3];
    let begins = first.lists[0] | first.lists[3];
    let is_built = tokens.len() > 1 && (ends >> list::FACILITY_HEAD | begins >> list::FACILITY_START) & 1 == 1;
    let is_people = whole & PEOPLES > 0;
    let may_be = if is_people { GRP } else { !GRP } & if is_built { !0 } else { !FAC };
    if kinds & may_be > 0 && kinds.count_ones() > 1 { kinds & may_be } else { kinds }
}

/// The names as tokens with their set of kinds, longer ones first.
fn outermost_first(text: &Marked, corpus: &Corpus, document: &Document) -> Vec<(Range<usize>, u8)> {
    let name = |(start, end, kind): &(usize, usize, String)| {
        let kinds = (corpus.kinds)(kind);
        let (first, last) = marked::tokens_of(document, *start, *end)?;
        (kinds != 0).then_some((first..last, kinds))
    };
    let mut names: Vec<(Range<usize>, u8)> = text.names.iter().filter_map(name).collect();
    names.sort_by_key(|(tokens, _)| (std::cmp::Reverse(tokens.len()), tokens.start));
    names
}

fn part(tokens: &Range<usize>, at: usize) -> Part {
    match (at == tokens.start, at + 1 == tokens.end) {
        (true, true) => Part::Alone,
        (true, false) => Part::Begin,
        (false, true) => Part::Last,
        (false, false) => Part::Inside,
    }
}

fn mask(kinds: u8, parts: &[Part]) -> u32 {
    (0..KINDS.len())
        .filter(|k| kinds >> k & 1 == 1)
        .flat_map(|k| parts.iter().map(move |&p| 1u32 << label(k, p)))
        .fold(0, |m, b| m | b)
}

#[cfg(test)]
mod tests {
    use super::names_in;
    use serde_json::json;

    #[test]
    fn each_place_of_a_name_is_marked() {
        let text = "Ana Roe left. Roe, of Roeville, met two officials.";
        let article = json!({"entities": [
            {"name": "Ana Roe", "aliases": ["Roe"], "kind": "person"},
            {"name": "two officials", "aliases": [], "kind": "group"},
        ]});
        let names = names_in(&article, text);
        let words: Vec<&str> = names.iter().map(|(start, end, _)| &text[*start..*end]).collect();
        assert_eq!(words, ["Ana Roe", "Roe", "Roe"]);
        assert_eq!(names[2].0, 14);
    }
}

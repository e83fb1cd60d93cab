//! What came out, in a sentence or two: the first thing that a reader sees.

use super::{Difference, Quotation, Verdict};
use crate::report::{Slices, Span};

/// How many words of a difference are shown.
const MOST_SHOWN: usize = 60;

/// "31 of 34 quotations are word for word; 2 were shortened, 1 differs: “will not” became “will”."
pub fn of_quotations(quotations: &[Quotation], a: &Slices, b: &Slices) -> String {
    let count = |verdicts: &[Verdict]| quotations.iter().filter(|q| verdicts.contains(&q.verdict)).count();
    let all = quotations.len();
    if all == 0 {
        return "The text has no quotations.".into();
    }
    let same = count(&[Verdict::Verbatim, Verdict::ButFor]);
    let noun = if all == 1 { "quotation" } else { "quotations" };
    let is = if same == 1 { "is" } else { "are" };
    let mut rest = Vec::new();
    let mut add = |verdict: Verdict, one: &str, many: &str| match count(&[verdict]) {
        0 => {}
        1 => rest.push(format!("1 {one}")),
        more => rest.push(format!("{more} {many}")),
    };
    add(Verdict::Shortened, "was shortened", "were shortened");
    add(Verdict::Joined, "is joined from several places", "are joined from several places");
    add(Verdict::NotFound, "was not found", "were not found");
    add(Verdict::Altered, "differs", "differ");
    let rest = if rest.is_empty() { String::new() } else { format!("; {}", rest.join(", ")) };
    format!("{same} of {all} {noun} {is} word for word{rest}{}.", gravest(quotations, a, b).unwrap_or_default())
}

/// ": “will not” became “will”", of the gravest difference.
fn gravest(quotations: &[Quotation], a: &Slices, b: &Slices) -> Option<String> {
    let altered = quotations.iter().filter(|q| q.verdict == Verdict::Altered);
    let places = altered.flat_map(|q| &q.differs);
    let words = places.filter(|place| !matches!(place.kind, Difference::Cut | Difference::Brackets));
    let place = words.min_by_key(|place| place.kind)?;
    let there = with_word_before(b, place.b, place.a.start == place.a.end);
    let here = with_word_before(a, place.a, place.b.start == place.b.end || place.a.start == place.a.end);
    Some(match (there.is_empty(), here.is_empty()) {
        (true, _) => format!(": “{here}” was put in"),
        (_, true) => format!(": “{there}” was left out"),
        _ => format!(": “{there}” became “{here}”"),
    })
}

/// The words of a place, with the word before where one side has none.
fn with_word_before(text: &Slices, span: Span, wider: bool) -> String {
    let Some(range) = text.range(span) else { return String::new() };
    let all = text.text();
    let before = if wider {
        all[..range.start].trim_end().rsplit(|c: char| c.is_whitespace() || is_mark(c)).next().unwrap_or("")
    } else {
        ""
    };
    let words = format!("{before} {}", &all[range]);
    words.trim().chars().take(MOST_SHOWN).collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '"' | '(' | '[')
}

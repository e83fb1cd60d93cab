//! What came out, in a sentence or two: the first thing that a reader sees.

use super::side::Side;
use super::{Change, Difference, Edit, Pair, Quotation, Shares, Verdict, What};
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

/// The kinds of changes, each by one and by several, in the order of the sentence.
const CHANGES: &[(What, &str, &str)] = &[
    (What::Headline, "headline rewritten", "headlines rewritten"),
    (What::ClaimAdded, "claim added", "claims added"),
    (What::ClaimDropped, "claim dropped", "claims dropped"),
    (What::ClaimReworded, "claim reworded", "claims reworded"),
    (What::ClaimMoved, "claim moved", "claims moved"),
    (What::SpeakerChanged, "claim given another speaker", "claims given another speaker"),
    (What::Hedged, "claim hedged", "claims hedged"),
    (What::Unhedged, "claim no longer hedged", "claims no longer hedged"),
    (What::Number, "number changed", "numbers changed"),
    (What::Time, "time changed", "times changed"),
    (What::Name, "name changed", "names changed"),
    (What::SentenceAdded, "sentence added", "sentences added"),
    (What::SentenceDropped, "sentence dropped", "sentences dropped"),
    (What::SentenceMoved, "sentence moved", "sentences moved"),
    (What::SentenceReworded, "sentence reworded", "sentences reworded"),
];

/// "4 changes: 1 claim added, 3 numbers changed; “12” became “17”."
pub fn of_changes(changes: &[Change], a: &Side, b: &Side) -> String {
    if changes.is_empty() {
        return "Both versions say the same.".into();
    }
    let count = |what: What| changes.iter().filter(|change| change.what == what).count();
    let told = CHANGES.iter().map(|&(what, one, many)| match count(what) {
        0 => String::new(),
        1 => format!("1 {one}"),
        more => format!("{more} {many}"),
    });
    let told: Vec<String> = told.filter(|words| !words.is_empty()).collect();
    let number = changes.iter().find(|change| change.what == What::Number);
    let number = number.and_then(|change| Some((change.a.as_ref()?, change.b.as_ref()?)));
    let number = number.map(|(from, to)| {
        let span = |place: &super::Place| Span { start: place.start, end: place.end };
        format!("; “{}” became “{}”", a.slice(span(from)), b.slice(span(to)))
    });
    let noun = if changes.len() == 1 { "change" } else { "changes" };
    format!("{} {noun}: {}{}.", changes.len(), told.join(", "), number.unwrap_or_default())
}

/// "Both have 7 claims; 3 are only in the first, 5 only in the second. 1 figure disagrees. 34 % of the first …"
pub fn of_outlets(claims: &[Pair], figures: &[Edit], speakers: &[Pair], shares: Shares) -> String {
    let count = |pairs: &[Pair], a: bool, b: bool| {
        pairs.iter().filter(|pair| pair.a.is_some() == a && pair.b.is_some() == b).count()
    };
    let parts = |pairs: &[Pair]| [count(pairs, true, true), count(pairs, true, false), count(pairs, false, true)];
    let [both, first, second] = parts(claims);
    let [speak, only_first, only_second] = parts(speakers);
    let disagree = match figures.len() {
        0 => "no figures disagree".to_owned(),
        1 => "1 figure disagrees".to_owned(),
        more => format!("{more} figures disagree"),
    };
    format!(
        "Claims: {both} in both, {first} only in the first text, {second} only in the second; {disagree}. Speakers: {speak} \
         in both, {only_first} only in the first, {only_second} only in the second. {} % of the first text stands word for \
         word in the second.",
        shares.a
    )
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

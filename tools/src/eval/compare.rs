//! Two texts: quotations beside their source, two versions, two outlets, against the gold of `eval/compare`.
//!
//! Odd pairs are those on which rules are mended; even ones are only scored.

use super::Row;
use crate::pack::root;
use onrecord::compare::{Change, CompareOptions, Comparison, Mode, Quotation, What, compare};
use onrecord::report::{Slices, Span};
use serde_json::Value;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Which pairs of a folder are measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Rules were mended on them.
    Odd,
    /// They are only scored.
    Even,
}

const PARTS: [Part; 2] = [Part::Odd, Part::Even];

/// All figures.
pub fn measure() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for part in PARTS {
        rows.extend(quotations(part, false)?);
        rows.extend(versions(part, false)?);
        rows.extend(outlets(part, false)?);
    }
    Ok(rows)
}

/// Prints the errors of a kind on the odd pairs.
pub fn show(kind: &str) -> Result<(), String> {
    let rows = match kind {
        "quotations" => quotations(Part::Odd, true)?,
        "versions" => versions(Part::Odd, true)?,
        _ => outlets(Part::Odd, true)?,
    };
    rows.iter().for_each(|row| println!("{:24} {:24} {:8.2}", row.set, row.measure, row.value));
    Ok(())
}

/// Two texts, what is marked in them, and what came out.
struct Judged {
    name: String,
    a: String,
    b: String,
    gold: Value,
    found: Comparison,
}

fn judged(folder: &str, files: [&str; 2], mode: Mode, part: Part) -> Result<Vec<Judged>, String> {
    let mut judged = Vec::new();
    for pair in pairs(&root().join("eval/compare").join(folder), part)? {
        let read =
            |name: &str| std::fs::read_to_string(pair.join(name)).map_err(|e| format!("{}: {e}", pair.display()));
        let (a, b) = (read(files[0])?, read(files[1])?);
        let gold = serde_json::from_str(&read("gold.json")?).map_err(|e| format!("{}: {e}", pair.display()))?;
        let found = compare(&a, &b, &CompareOptions::new(mode)).map_err(|e| e.to_string())?;
        let name = pair.file_name().unwrap_or_default().to_string_lossy().into_owned();
        judged.push(Judged { name, a, b, gold, found });
    }
    Ok(judged)
}

/// The folders of a part, in order.
fn pairs(folder: &Path, part: Part) -> Result<Vec<PathBuf>, String> {
    let read = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut pairs: Vec<PathBuf> = read.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    pairs.sort();
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<usize>().ok();
    pairs.retain(|path| number(path).is_some_and(|n| (n % 2 == 0) == (part == Part::Even)));
    Ok(pairs)
}

/// So many of so many, in per cent.
#[derive(Default, Clone, Copy)]
struct Share(usize, usize);

impl Share {
    fn add(&mut self, is_so: bool) {
        self.0 += usize::from(is_so);
        self.1 += 1;
    }

    fn percent(self) -> f64 {
        super::claims::percent((self.0, self.1))
    }
}

fn row(set: &'static str, measure: &str, value: f64, note: &'static str) -> Row {
    Row { set, measure: measure.to_owned(), value, note }
}

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn words<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}

fn overlap(x: &Range<usize>, y: &Range<usize>) -> usize {
    x.end.min(y.end).saturating_sub(x.start.max(y.start))
}

// Quotations.

fn quotations(part: Part, is_shown: bool) -> Result<Vec<Row>, String> {
    let set = if part == Part::Odd { "compare.quotations" } else { "compare.quotations.kept" };
    let (mut right, mut allowed, mut speakers) = (Share::default(), Share::default(), Share::default());
    let (mut called_verbatim, mut missed, mut false_altered) = (0usize, 0usize, Share::default());
    for case in judged("quotations", ["article.txt", "source.txt"], Mode::Source, part)? {
        for gold in items(&case.gold, "quotations") {
            let ours = quotation_of(&case, gold);
            let verdict = ours.map_or("none", |quotation| quotation.verdict.name());
            let expected = words(gold, "verdict");
            right.add(verdict == expected);
            let is_same = matches!(verdict, "verbatim" | "but-for");
            called_verbatim += usize::from(expected == "altered" && is_same);
            missed += usize::from(is_grave(gold) && verdict != "altered");
            if matches!(expected, "verbatim" | "but-for") {
                false_altered.add(verdict == "altered");
            }
            if expected == "but-for" {
                allowed.add(ours.is_some_and(|quotation| has_allowed(quotation, gold)));
            }
            if let Some(same) = gold["speaker_same"].as_bool() {
                speakers.add(ours.and_then(|q| q.speaker.as_ref()?.same) == Some(same));
            }
            let is_told = |same: bool| ours.and_then(|q| q.speaker.as_ref()?.same) == Some(same);
            if is_shown && gold["speaker_same"].as_bool().is_some_and(|same| !is_told(same)) {
                let speaker = ours.and_then(|q| q.speaker.as_ref());
                println!("{} speaker same {}: “{}” {speaker:?}", case.name, gold["speaker_same"], words(gold, "quote"));
            }
            if is_shown && expected == "but-for" && !ours.is_some_and(|q| has_allowed(q, gold)) {
                println!("{} allowed {}: “{}” {}", case.name, gold["but_for"], words(gold, "quote"), gold["source"]);
                println!("      ours: {}", shown(&case, ours));
            }
            if is_shown && verdict != expected {
                println!("{} {expected} -> {verdict}: “{}” {}", case.name, words(gold, "quote"), gold["differs"]);
                println!("      source: {}\n      ours: {}", gold["source"], shown(&case, ours));
            }
        }
    }
    Ok(vec![
        row(set, "verdict", right.percent(), "share of right verdicts, per cent"),
        row(set, "quotations", right.1 as f64, "marked"),
        row(set, "altered as verbatim", called_verbatim as f64, "altered quotations that were called verbatim"),
        row(set, "negation or number lost", missed as f64, "lost negations and changed numbers not called altered"),
        row(set, "false altered", false_altered.percent(), "verbatim or but for, called altered, per cent"),
        row(set, "allowed", allowed.percent(), "what was allowed for is all named, per cent"),
        row(set, "speaker", speakers.percent(), "whether the speaker is the same, per cent"),
    ])
}

fn quotation_of<'c>(case: &'c Judged, gold: &Value) -> Option<&'c Quotation> {
    let (quote, near) = (words(gold, "quote"), words(gold, "near"));
    let near = case.a.find(near).map(|at| at..at + near.len())?;
    let places = case.a.match_indices(quote).map(|(at, _)| at..at + quote.len());
    // The quotation holds these words, or follows them at once.
    let place = places.min_by_key(|place| (overlap(place, &near) == 0, place.start.abs_diff(near.end)))?;
    let slices = Slices::new(&case.a);
    let range = |quotation: &Quotation| slices.range(Span { start: quotation.start, end: quotation.end });
    let held = |quotation: &&Quotation| range(quotation).map_or(0, |range| overlap(&range, &place));
    case.found.quotations.iter().filter(|quotation| held(quotation) > 0).max_by_key(held)
}

/// A negation was lost or a number changed.
fn is_grave(gold: &Value) -> bool {
    const NEGATIONS: [&str; 6] = ["not", "no", "never", "n't", "without", "nothing"];
    let is_negation = |word: &str| NEGATIONS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t");
    let count = |text: &str| text.to_lowercase().split_whitespace().filter(|word| is_negation(word)).count();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    words(gold, "verdict") == "altered"
        && items(gold, "differs").iter().any(|pair| {
            let (theirs, ours) = (pair[0].as_str().unwrap_or(""), pair[1].as_str().unwrap_or(""));
            count(theirs) != count(ours) || digits(theirs) != digits(ours)
        })
}

fn has_allowed(quotation: &Quotation, gold: &Value) -> bool {
    let ours = serde_json::to_value(&quotation.allowed).unwrap_or_default();
    items(gold, "but_for").iter().all(|name| ours.as_array().is_some_and(|ours| ours.contains(name)))
}

fn shown(case: &Judged, quotation: Option<&Quotation>) -> String {
    let Some(quotation) = quotation else { return "none".into() };
    let (a, b) = (Slices::new(&case.a), Slices::new(&case.b));
    let passages: Vec<&str> = quotation.source.iter().filter_map(|&span| b.get(span)).collect();
    let differs = quotation
        .differs
        .iter()
        .map(|place| format!("{:?} {:?}>{:?}", place.kind, b.get(place.b).unwrap_or(""), a.get(place.a).unwrap_or("")));
    format!("{passages:?} {:?} {}", quotation.allowed, differs.collect::<Vec<_>>().join("; "))
}

// Versions.

fn versions(part: Part, is_shown: bool) -> Result<Vec<Row>, String> {
    let set = if part == Part::Odd { "compare.versions" } else { "compare.versions.kept" };
    let (mut found, mut named, mut unchanged) = (Share::default(), Share::default(), Share::default());
    for case in judged("versions", ["a.txt", "b.txt"], Mode::Versions, part)? {
        let gold = items(&case.gold, "changes");
        for change in gold {
            let touching: Vec<&Change> =
                case.found.changes.iter().filter(|ours| touches(&case, change, ours)).collect();
            let is_named = touching.iter().any(|ours| ours.what.name() == words(change, "what"));
            found.add(!touching.is_empty());
            if !touching.is_empty() {
                named.add(is_named);
            }
            if is_shown && !is_named {
                let ours: Vec<&str> = touching.iter().map(|ours| ours.what.name()).collect();
                println!("{} {} {} -> {}: {ours:?}", case.name, words(change, "what"), change["a"], change["b"]);
            }
        }
        let wrong = case
            .found
            .changes
            .iter()
            .filter(|ours| is_of_claim(ours.what) && !gold.iter().any(|change| touches(&case, change, ours)));
        let wrong: Vec<&Change> = wrong.collect();
        unchanged.0 += wrong.len();
        unchanged.1 += case.found.a.claims.len();
        if is_shown {
            wrong
                .iter()
                .for_each(|ours| println!("{} false {}: {}", case.name, ours.what.name(), change_shown(&case, ours)));
        }
    }
    Ok(vec![
        row(set, "found", found.percent(), "changes that were found, per cent"),
        row(set, "changes", found.1 as f64, "marked"),
        row(set, "named", named.percent(), "of them rightly named, per cent"),
        row(
            set,
            "false changes",
            unchanged.percent(),
            "claims called changed where nothing is marked, in per cent of all claims",
        ),
    ])
}

fn is_of_claim(what: What) -> bool {
    what.name().starts_with("claim") || matches!(what, What::SpeakerChanged | What::Hedged | What::Unhedged)
}

/// Whether one of ours stands on the words of a marked change, in either version.
fn touches(case: &Judged, gold: &Value, ours: &Change) -> bool {
    let on = |text: &str, words: &str, place: &Option<onrecord::compare::Place>| {
        let Some(place) = place else { return false };
        let range = Slices::new(text).range(Span { start: place.start, end: place.end });
        let range = range.unwrap_or(0..0);
        !words.is_empty() && text.match_indices(words).any(|(at, _)| overlap(&(at..at + words.len()), &range) > 0)
    };
    on(&case.a, words(gold, "a"), &ours.a) || on(&case.b, words(gold, "b"), &ours.b)
}

fn change_shown(case: &Judged, change: &Change) -> String {
    let words = |text: &str, place: &Option<onrecord::compare::Place>| {
        let place = place.as_ref().map(|place| Span { start: place.start, end: place.end });
        place.and_then(|span| Slices::new(text).get(span).map(str::to_owned)).unwrap_or_default()
    };
    format!("“{}” -> “{}”", words(&case.a, &change.a), words(&case.b, &change.b))
}

// Outlets.

fn outlets(part: Part, is_shown: bool) -> Result<Vec<Row>, String> {
    let set = if part == Part::Odd { "compare.outlets" } else { "compare.outlets.kept" };
    let (mut precision, mut recall, mut figures) = (Share::default(), Share::default(), Share::default());
    let mut figures_right = Share::default();
    let (mut speakers, mut share_error, mut cases) = (Share::default(), 0.0, 0);
    for case in judged("outlets", ["a.txt", "b.txt"], Mode::Outlets, part)? {
        let gold = items(&case.gold, "shared");
        let both: Vec<[Vec<Range<usize>>; 2]> = shared(&case);
        let is_pair = |ours: &[Vec<Range<usize>>; 2], gold: &Value| {
            on_words(&case.a, words(gold, "a"), &ours[0]) && on_words(&case.b, words(gold, "b"), &ours[1])
        };
        for ours in &both {
            let is_right = gold.iter().any(|gold| is_pair(ours, gold));
            precision.add(is_right);
            if is_shown && !is_right {
                println!("{} not shared: {}", case.name, pair_shown(&case, ours));
            }
        }
        for gold in gold {
            let is_found = both.iter().any(|ours| is_pair(ours, gold));
            recall.add(is_found);
            if is_shown && !is_found {
                println!("{} shared, missed: {} / {}", case.name, gold["a"], gold["b"]);
            }
        }
        for figure in &case.found.figures {
            let (a, b) = (Slices::new(&case.a).range(figure.a), Slices::new(&case.b).range(figure.b));
            let is_right = items(&case.gold, "figures").iter().any(|gold| {
                on_words(&case.a, words(gold, "a"), &[a.clone().unwrap_or(0..0)])
                    && on_words(&case.b, words(gold, "b"), &[b.clone().unwrap_or(0..0)])
            });
            figures_right.add(is_right);
            if is_shown && !is_right {
                let slices = (Slices::new(&case.a), Slices::new(&case.b));
                println!("{} figures agree: {:?} / {:?}", case.name, slices.0.get(figure.a), slices.1.get(figure.b));
            }
        }
        for gold in items(&case.gold, "figures") {
            let slices = (Slices::new(&case.a), Slices::new(&case.b));
            let is_found = case.found.figures.iter().any(|figure| {
                let ranges = (slices.0.range(figure.a).unwrap_or(0..0), slices.1.range(figure.b).unwrap_or(0..0));
                on_words(&case.a, words(gold, "a"), &[ranges.0]) && on_words(&case.b, words(gold, "b"), &[ranges.1])
            });
            figures.add(is_found);
            if is_shown && !is_found {
                println!("{} figure, missed: {} / {}", case.name, gold["a"], gold["b"]);
            }
        }
        for (name, is_found) in only_speakers(&case) {
            speakers.add(is_found);
            if is_shown && !is_found {
                println!("{} speaks in one only, missed: {name}", case.name);
            }
        }
        let share = case.gold["verbatim_share_of_a_in_b"].as_f64().unwrap_or(0.0);
        let ours = case.found.shares.map_or(0.0, |shares| f64::from(shares.a) / 100.0);
        share_error += (share - ours).abs() * 100.0;
        cases += 1;
    }
    let (p, r) = (precision.percent(), recall.percent());
    Ok(vec![
        row(set, "shared claims P", p, "claims that both have: precision"),
        row(set, "shared claims R", r, "recall"),
        row(set, "figures P", figures_right.percent(), "of those called so, per cent"),
        row(set, "figures R", figures.percent(), "figures that disagree, found"),
        row(set, "speakers R", speakers.percent(), "who speaks in one only, found"),
        row(set, "verbatim share off by", share_error / f64::from(cases.max(1)), "points, on average"),
    ])
}

/// The contents of the claims that both have.
fn shared(case: &Judged) -> Vec<[Vec<Range<usize>>; 2]> {
    let second = case.found.b.as_ref();
    let content = |text: &str, report: &onrecord::Report, id: &str| {
        let slices = Slices::new(text);
        let claim = report.claims.iter().find(|claim| claim.id == id);
        let spans = claim.map(|claim| claim.content.clone()).unwrap_or_default();
        spans.into_iter().filter_map(|span| slices.range(span)).collect::<Vec<_>>()
    };
    let pairs = case.found.claims.iter().filter_map(|pair| Some((pair.a.as_ref()?, pair.b.as_ref()?)));
    pairs.filter_map(|(a, b)| Some([content(&case.a, &case.found.a, a), content(&case.b, second?, b)])).collect()
}

fn on_words(text: &str, words: &str, ranges: &[Range<usize>]) -> bool {
    let mut places = text.match_indices(words).map(|(at, _)| at..at + words.len());
    !words.is_empty() && places.any(|place| ranges.iter().any(|range| overlap(range, &place) > 0))
}

fn pair_shown(case: &Judged, [a, b]: &[Vec<Range<usize>>; 2]) -> String {
    let words = |text: &str, ranges: &[Range<usize>]| {
        ranges.iter().map(|range| text[range.clone()].to_owned()).collect::<Vec<_>>().join(" … ")
    };
    format!("“{}” / “{}”", words(&case.a, a), words(&case.b, b))
}

/// Who is marked as speaking in one text only, and whether we say so.
fn only_speakers(case: &Judged) -> Vec<(String, bool)> {
    let found = &case.found;
    let name = |report: &onrecord::Report, id: &str| {
        report
            .entities
            .iter()
            .find(|entity| entity.id == id)
            .map(|entity| entity.name.to_lowercase())
            .unwrap_or_default()
    };
    let ours = |is_first: bool| -> Vec<String> {
        let only = found.speakers.iter().filter(|pair| pair.a.is_some() != pair.b.is_some());
        let ids = only.filter_map(|pair| if is_first { pair.a.as_ref() } else { pair.b.as_ref() });
        ids.map(|id| name(if is_first { &found.a } else { found.b.as_ref().unwrap_or(&found.a) }, id)).collect()
    };
    let mut judged = Vec::new();
    for (key, is_first) in [("only_a", true), ("only_b", false)] {
        let ours = ours(is_first);
        for gold in items(&case.gold, key).iter().filter_map(Value::as_str) {
            let lower = gold.to_lowercase();
            let is_found = ours.iter().any(|name| name.contains(&lower) || lower.contains(name.as_str()));
            judged.push((gold.to_owned(), is_found));
        }
    }
    judged
}

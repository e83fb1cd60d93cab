//! From matched words to a verdict.

use super::align::Match;
use super::hunks::{Finding, Hunk, Texts, hunks, judge, judge_ends};
use super::words::MarkKind;
use super::{Allowed, Difference, Verdict};
use std::ops::Range;

/// What a quotation comes to, in words of both texts.
pub struct Judged {
    /// How both agree.
    pub verdict: Verdict,
    /// What was allowed for.
    pub allowed: Vec<Allowed>,
    /// The places that differ, with their words.
    pub differs: Vec<(Difference, Range<usize>, Range<usize>)>,
    /// The passages of the source.
    pub passages: Vec<Range<usize>>,
}

/// What is looked at.
struct Case {
    agreeing: usize,
    words: usize,
    jumps: bool,
    /// An ellipsis stands between its words.
    has_ellipsis: bool,
    allowed: Vec<Allowed>,
    differs: Vec<(Difference, Range<usize>, Range<usize>)>,
}

/// Whether a verdict is right.
type Test = fn(&Case) -> bool;

/// The verdicts, the gravest first: the first that is so.
const VERDICTS: &[(Verdict, Test)] = &[
    (Verdict::NotFound, Case::hardly_agrees),
    (Verdict::Altered, Case::has_other_words),
    (Verdict::Joined, |case| case.jumps),
    (Verdict::Shortened, |case| case.has(Difference::Cut) || case.has_ellipsis),
    (Verdict::ButFor, |case| !case.allowed.is_empty()),
    (Verdict::Verbatim, |_| true),
];

/// Of a quotation that is called altered at least so many words in a hundred stand in the source.
const LEAST_AGREEING: usize = 50;

impl Case {
    fn has(&self, kind: Difference) -> bool {
        self.differs.iter().any(|(other, ..)| *other == kind)
    }

    fn hardly_agrees(&self) -> bool {
        let missing = self.agreeing < self.words;
        self.agreeing == 0 && self.words > 0
            || missing && (self.agreeing * 100 < self.words * LEAST_AGREEING || self.agreeing < 2)
    }

    fn has_other_words(&self) -> bool {
        self.differs.iter().any(|(kind, ..)| !matches!(kind, Difference::Cut | Difference::Brackets))
    }
}

/// Judges a quotation by the words that agree.
pub fn verdict(matches: &[Match], texts: &Texts) -> Judged {
    let places = hunks(matches, texts);
    let mut case = Case {
        agreeing: matches.len(),
        words: texts.quotation.words.iter().filter(|word| !word.bracketed).count(),
        jumps: places.iter().any(|hunk| hunk.jumps),
        has_ellipsis: has_ellipsis(texts),
        allowed: allowed_in_matches(matches, texts),
        differs: Vec::new(),
    };
    for hunk in &places {
        record(hunk, texts, &mut case);
    }
    if let (Some(&first), Some(&last)) = (matches.first(), matches.last()) {
        for (finding, places) in judge_ends(first, last, texts) {
            record_finding(finding, places, &mut case);
        }
    }
    case.allowed.sort();
    case.allowed.dedup();
    let verdict = VERDICTS.iter().find(|(_, is_so)| is_so(&case)).map_or(Verdict::NotFound, |row| row.0);
    if verdict == Verdict::NotFound {
        return Judged { verdict, allowed: Vec::new(), differs: Vec::new(), passages: Vec::new() };
    }
    Judged { verdict, allowed: case.allowed, differs: case.differs, passages: passages(matches, &places) }
}

/// Where the source has none: there it is a pause.
fn has_ellipsis(texts: &Texts) -> bool {
    let words = texts.quotation.words.len();
    let is_inner = |before: usize| before > 0 && before < words;
    texts.quotation.marks.iter().any(|mark| mark.kind == MarkKind::Ellipsis && is_inner(mark.before))
        && !texts.source.marks.iter().any(|mark| mark.kind == MarkKind::Ellipsis)
}

fn record(hunk: &Hunk, texts: &Texts, case: &mut Case) {
    let Some(finding) = judge(hunk, texts) else { return };
    if matches!(finding, Finding::Same(allowed) if allowed != Allowed::Fillers) {
        case.agreeing += hunk.a.len();
    }
    record_finding(finding, (hunk.a.clone(), hunk.b.clone()), case);
}

fn record_finding(finding: Finding, (a, b): (Range<usize>, Range<usize>), case: &mut Case) {
    match finding {
        Finding::Same(allowed) => {
            case.allowed.push(allowed);
            if allowed == Allowed::Brackets {
                case.differs.push((Difference::Brackets, a, b));
            }
        }
        Finding::Differs(kind) => case.differs.push((kind, a, b)),
        Finding::Nothing => {}
    }
}

/// The source's passages from first to last matched word, parted where it jumps or was cut.
fn passages(matches: &[Match], places: &[Hunk]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for pair in matches {
        let jumps = places.iter().any(|hunk| hunk.jumps && hunk.a.end == pair.0);
        match found.last_mut() {
            Some(last) if !jumps => last.end = pair.1 + 1,
            _ => found.push(pair.1..pair.1 + 1),
        }
    }
    found
}

/// What the words that agree differ in.
fn allowed_in_matches(matches: &[Match], texts: &Texts) -> Vec<Allowed> {
    let (a, b) = (&texts.quotation.words, &texts.source.words);
    let mut found = Vec::new();
    for &(i, j) in matches {
        let ours = &texts.a[a[i].span.range()];
        let theirs = &texts.b[b[j].span.range()];
        found.extend(allowed_in_word(ours, theirs));
        if a[i].bracketed {
            found.push(Allowed::Brackets);
        }
    }
    for pair in matches.windows(2) {
        let ((i, j), (next_i, next_j)) = (pair[0], pair[1]);
        if next_i == i + 1 && next_j == j + 1 {
            let ours = &texts.a[a[i].span.end as usize..a[next_i].span.start as usize];
            let theirs = &texts.b[b[j].span.end as usize..b[next_j].span.start as usize];
            found.extend(allowed_between(ours, theirs));
        }
    }
    found
}

fn allowed_in_word(ours: &str, theirs: &str) -> Option<Allowed> {
    if ours == theirs {
        return None;
    }
    let plain = |word: &str| word.replace(['[', ']'], "").replace(['\u{2019}', '\u{2018}', '\u{02BC}'], "'");
    let (ours, theirs) = (plain(ours), plain(theirs));
    if ours == theirs {
        None
    } else if ours.to_lowercase() == theirs.to_lowercase() {
        Some(Allowed::Case)
    } else {
        Some(Allowed::Spelling)
    }
}

/// Marks between two words.
fn allowed_between(ours: &str, theirs: &str) -> Option<Allowed> {
    if ours == theirs {
        return None;
    }
    let dash = |glue: &str| {
        let dash = glue.chars().find(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}'));
        dash.map(|c| if glue.contains("--") { '\u{2014}' } else { c })
    };
    let marks = |glue: &str| glue.chars().filter(|c| is_quotation_mark(*c)).collect::<String>();
    if dash(ours) != dash(theirs) {
        Some(Allowed::Dashes)
    } else {
        (marks(ours) != marks(theirs)).then_some(Allowed::QuotationMarks)
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '‹' | '›')
}

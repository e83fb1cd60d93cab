//! Where a quotation and its source have not the same words, and what each such place is about.

use super::align::{LONGEST_CUT, Match};
use super::numbers::{is_number, value};
use super::words::{Mark, MarkKind, Vocabulary, Word, Words};
use super::{Allowed, Difference};
use crate::model::lists;
use std::ops::Range;

/// The two texts and their words.
pub struct Texts<'t> {
    /// The article.
    pub a: &'t str,
    /// The source.
    pub b: &'t str,
    /// The words of the quotation.
    pub quotation: &'t Words,
    /// The words of the source.
    pub source: &'t Words,
    /// What they are called.
    pub vocabulary: &'t Vocabulary,
}

impl<'t> Texts<'t> {
    /// A word of the source by its name.
    fn name(&self, i: usize) -> &'t str {
        self.vocabulary.name(self.source.words[i].key)
    }

    /// What stands in the source before word `i`; `None` before the first word and after the last.
    fn gap(&self, i: usize) -> Option<&'t str> {
        let words = &self.source.words;
        let (before, after) = (words.get(i.checked_sub(1)?)?, words.get(i)?);
        Some(&self.b[before.span.end as usize..after.span.start as usize])
    }
}

/// Words of the quotation that agree with no word of the source, and the other way round, between two that do.
#[derive(Clone, Debug)]
pub struct Hunk {
    /// Of the quotation.
    pub a: Range<usize>,
    /// Of the source.
    pub b: Range<usize>,
    /// The source goes on in another passage.
    pub jumps: bool,
    /// An ellipsis stands in the quotation.
    pub marked: bool,
}

/// What a place comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Finding {
    /// Nothing to say: the reporter's words within the source's quotation.
    Nothing,
    /// The words are the same but for this.
    Same(Allowed),
    /// They are not.
    Differs(Difference),
}

/// All places where the words are not the same, in the order of the quotation.
pub fn hunks(matches: &[Match], texts: &Texts) -> Vec<Hunk> {
    let (Some(&first), Some(&last)) = (matches.first(), matches.last()) else { return Vec::new() };
    let mut found = Vec::new();
    found.extend(before_first(first));
    found.extend(matches.windows(2).filter_map(|pair| between(pair[0], pair[1], texts)));
    found.extend(after_last(last, texts));
    found
}

fn before_first((a, b): Match) -> Option<Hunk> {
    (a > 0).then(|| Hunk { a: 0..a, b: b.saturating_sub(a)..b, jumps: false, marked: false })
}

fn after_last((a, b): Match, texts: &Texts) -> Option<Hunk> {
    let (words, left) = (texts.quotation.words.len(), texts.quotation.words.len() - a - 1);
    let until = texts.source.words.len().min(b + 1 + left);
    (left > 0).then(|| Hunk { a: a + 1..words, b: b + 1..until, jumps: false, marked: false })
}

fn between((a, b): Match, (next_a, next_b): Match, texts: &Texts) -> Option<Hunk> {
    if next_a == a + 1 && next_b == b + 1 {
        return None;
    }
    let marked = has_mark(texts.quotation, a + 1..next_a, MarkKind::Ellipsis);
    let jumps = next_b <= b || is_far(b + 1..next_b, marked, texts) && !is_reporting(texts, b + 1..next_b);
    let there = if jumps { before_passage(a + 1..next_a, next_b, texts) } else { b + 1..next_b };
    Some(Hunk { a: a + 1..next_a, b: there, jumps, marked })
}

/// Whether the words between two passages are too many to have been cut out of one.
fn is_far(cut: Range<usize>, marked: bool, texts: &Texts) -> bool {
    let crosses = |kind| has_mark(texts.source, cut.clone(), kind);
    crosses(MarkKind::Label)
        || if marked { cut.len() > LONGEST_CUT } else { crosses(MarkKind::Paragraph) || holds_sentence(cut, texts) }
}

/// Whether a whole sentence was left out: two of them end from the word before to the word after.
fn holds_sentence(cut: Range<usize>, texts: &Texts) -> bool {
    let ends = |&i: &usize| texts.gap(i).is_some_and(|gap| gap.contains(['.', '!', '?']));
    cut.len() > LONGEST_SILENT_CUT
        || cut.len() > SHORT_SENTENCES && (cut.start..=cut.end).filter(ends).take(2).count() == 2
}

/// The words of the source before a passage that stand for the quotation's words before it.
fn before_passage(quoted: Range<usize>, passage: usize, texts: &Texts) -> Range<usize> {
    if quoted.is_empty() {
        return passage..passage;
    }
    let names = |words: &[Word]| words.iter().map(|word| texts.vocabulary.name(word.key)).collect::<Vec<_>>();
    let ours = expanded(&names(&texts.quotation.words[quoted.clone()]));
    let lengths = [quoted.len(), quoted.len() + 1, quoted.len().saturating_sub(1)];
    let ranges = lengths.map(|length| passage.saturating_sub(length)..passage);
    let same = ranges.iter().find(|range| expanded(&names(&texts.source.words[(*range).clone()])) == ours);
    same.unwrap_or(&ranges[0]).clone()
}

/// Whether a mark of a kind stands before one of these words or the word after them.
fn has_mark(words: &Words, range: Range<usize>, kind: MarkKind) -> bool {
    let first = words.marks.partition_point(|mark| mark.before < range.start);
    words.marks[first..].iter().take_while(|mark| mark.before <= range.end).any(|mark: &Mark| mark.kind == kind)
}

/// A rule: what it is about, and whether a place is that.
type Rule = (Finding, fn(&Place) -> bool);

/// What a place comes to: the first that is so.
const RULES: &[Rule] = &[
    (Finding::Same(Allowed::Dashes), |place| place.is_hyphenated_otherwise()),
    (Finding::Same(Allowed::Spelling), |place| place.is_written_otherwise()),
    (Finding::Same(Allowed::Spelling), |place| place.is_same_number()),
    (Finding::Nothing, |place| place.is_reporting()),
    (Finding::Same(Allowed::Fillers), |place| place.is_filler()),
    (Finding::Differs(Difference::Negation), |place| place.loses_negation()),
    (Finding::Differs(Difference::Contraction), |place| place.is_contraction()),
    (Finding::Differs(Difference::Number), |place| place.changes_number()),
    (Finding::Same(Allowed::Brackets), |place| place.is_bracketed()),
    (Finding::Differs(Difference::Cut), |place| place.is_cut()),
    (Finding::Differs(Difference::Words), |_| true),
];

/// Words that join passages.
const JOINTS: [&str; 5] = ["and", "but", "so", "or", "then"];
/// A sentence or two of so many words may be left out within one passage.
const SHORT_SENTENCES: usize = 14;
/// Words that may be cut out without an ellipsis; what is farther away is another passage.
const LONGEST_SILENT_CUT: usize = 25;

/// What the place is about; `None` where only the passage changes.
pub fn judge(hunk: &Hunk, texts: &Texts) -> Option<Finding> {
    let place = Place::new(hunk, texts);
    if hunk.jumps && place.a.iter().all(|name| JOINTS.contains(name)) {
        return None;
    }
    RULES.iter().find(|(_, is_so)| is_so(&place)).map(|&(finding, _)| finding)
}

/// A place with its words by name.
struct Place<'p> {
    hunk: &'p Hunk,
    texts: &'p Texts<'p>,
    a: Vec<&'p str>,
    b: Vec<&'p str>,
}

/// More words of the source than this do not go into one pair of brackets.
const MOST_BRACKETED: usize = 14;
/// In more words than this that were cut out a negation is of their own clause, unless it is the first or the last.
const SHORT_CUT: usize = 6;

impl<'p> Place<'p> {
    fn new(hunk: &'p Hunk, texts: &'p Texts<'p>) -> Place<'p> {
        let names = |words: &'p [Word]| words.iter().map(|word| texts.vocabulary.name(word.key)).collect();
        let a = names(&texts.quotation.words[hunk.a.clone()]);
        let b = names(&texts.source.words[hunk.b.clone()]);
        Place { hunk, texts, a, b }
    }

    fn is_hyphenated_otherwise(&self) -> bool {
        let dashed = |text: &str| text.contains(['-', '\u{2010}', '\u{2011}', '\u{2013}']);
        self.is_written_otherwise() && (dashed(self.words_a()) || dashed(self.words_b()))
    }

    /// "per cent" and "percent".
    fn is_written_otherwise(&self) -> bool {
        !self.a.is_empty() && !self.b.is_empty() && self.a.concat() == self.b.concat()
    }

    /// "twenty-one" and "21".
    fn is_same_number(&self) -> bool {
        value(&self.a).is_some_and(|a| value(&self.b) == Some(a))
    }

    fn is_reporting(&self) -> bool {
        self.a.is_empty() && is_reporting(self.texts, self.hunk.b.clone())
    }

    /// Only what a speaker puts between words, or says twice.
    fn is_filler(&self) -> bool {
        if !self.a.is_empty() || self.b.is_empty() {
            return false;
        }
        let rest = without_fillers(self.texts, self.hunk.b.clone());
        let names: Vec<&str> = rest.iter().map(|&i| self.texts.name(i)).collect();
        let (from, until) = (self.hunk.b.start, self.hunk.b.end);
        let repeats = |first: usize| names.iter().enumerate().all(|(i, name)| self.texts.name(first + i) == *name);
        rest.is_empty()
            || rest.len() <= 4
                && (until + rest.len() <= self.texts.source.words.len() && repeats(until)
                    || rest.len() <= from && repeats(from - rest.len()))
    }

    fn loses_negation(&self) -> bool {
        let count = |names: &[&str]| names.iter().filter(|name| is_negation(name)).count();
        let (a, b) = (count(&self.a), count(&self.b));
        let is_close = self.b.len() <= SHORT_CUT && !(self.hunk.marked && self.b.len() > 3)
            || self.b.first().is_some_and(|name| is_negation(name)) && !self.hunk.marked
            || self.b.last().is_some_and(|name| is_negation(name));
        a != b && (!self.is_cut() || is_close)
    }

    fn is_contraction(&self) -> bool {
        !self.a.is_empty() && expanded(&self.a) == expanded(&self.b)
    }

    fn changes_number(&self) -> bool {
        let numbers = |names: &[&'p str]| names.iter().copied().filter(|name| is_number(name)).collect::<Vec<_>>();
        let (a, b) = (numbers(&self.a), numbers(&self.b));
        match (self.a.is_empty(), self.is_all_bracketed()) {
            (true, _) => b.len() == self.b.len() && self.is_beside_number(),
            (_, true) => !a.is_empty() && a.iter().any(|number| !b.contains(number)) && !b.is_empty(),
            _ => a != b,
        }
    }

    /// "12" of "12 million".
    fn is_beside_number(&self) -> bool {
        let is_number_at =
            |i: Option<usize>| i.is_some_and(|i| i < self.texts.source.words.len() && is_number(self.texts.name(i)));
        is_number_at(self.hunk.b.start.checked_sub(1)) || is_number_at(Some(self.hunk.b.end))
    }

    fn is_all_bracketed(&self) -> bool {
        !self.a.is_empty() && self.texts.quotation.words[self.hunk.a.clone()].iter().all(|word| word.bracketed)
    }

    fn is_bracketed(&self) -> bool {
        self.is_all_bracketed() && self.b.len() <= MOST_BRACKETED && !self.hunk.jumps
    }

    fn is_cut(&self) -> bool {
        self.a.is_empty()
    }

    fn words_a(&self) -> &'p str {
        words_of(self.texts.a, &self.texts.quotation.words[self.hunk.a.clone()])
    }

    fn words_b(&self) -> &'p str {
        words_of(self.texts.b, &self.texts.source.words[self.hunk.b.clone()])
    }
}

/// What the ends of a quotation leave out that its words need, or need not, and where.
pub fn judge_ends(first: Match, last: Match, texts: &Texts) -> Vec<(Finding, Places)> {
    let after = (last.0 + 1..last.0 + 1, last.1 + 1..last.1 + 2);
    let mut found = Vec::new();
    if let Some(denial) = denial_before(first, texts).filter(|_| !article_denies(texts)) {
        found.push((Finding::Differs(Difference::Negation), (0..0, denial)));
    } else if begins_anew(first, texts) {
        found.push((Finding::Same(Allowed::Fillers), after.clone()));
    }
    if ends_in_number(last, texts) {
        found.push((Finding::Differs(Difference::Number), after));
    }
    found
}

/// Words of the quotation, and of the source.
pub type Places = (Range<usize>, Range<usize>);

/// The words of the source before a quotation by which its speaker denies it: "*not* eat the product", "It is *not true that* we
/// were warned", "I *don't think* it is safe".
fn denial_before((a, b): Match, texts: &Texts) -> Option<Range<usize>> {
    let before = b.checked_sub(1).filter(|_| a == 0)?;
    if is_negation(texts.name(before)) {
        let is_beside = texts.gap(b).is_some_and(|gap| gap.chars().all(char::is_whitespace));
        return is_beside.then_some(before..b);
    }
    let has_that = texts.name(before) == "that";
    let verdict = before.checked_sub(usize::from(has_that))?;
    let mut nearest = (verdict.saturating_sub(FARTHEST_NEGATION)..verdict).rev();
    let negation = nearest.find(|&i| NEGATED.contains(&texts.name(verdict)) && is_negation(texts.name(i)));
    let from = negation.or_else(|| (has_that && DENYING.contains(&texts.name(verdict))).then_some(verdict))?;
    let ends = |i: usize| texts.gap(i).is_some_and(|gap| gap.contains(['.', '?', '!', ';', '\n']));
    (!(from + 1..=b).any(ends)).then_some(from..b)
}

/// Words before a verdict that may hold its negation.
const FARTHEST_NEGATION: usize = 4;
/// What a negation before it makes a denial of.
const NEGATED: [&str; 12] =
    ["true", "right", "correct", "case", "think", "believe", "say", "said", "claim", "claimed", "suggest", "accept"];
/// What is a denial by itself.
const DENYING: [&str; 7] = ["deny", "denied", "untrue", "false", "wrong", "reject", "nonsense"];

/// Whether the words of the article before a quotation hold its negation.
fn article_denies(texts: &Texts) -> bool {
    let start = texts.quotation.words[0].span.start as usize;
    texts.a[..start].split_whitespace().rev().take(ARTICLE_LEAD).any(|word| {
        let lower = word.to_lowercase().replace('\u{2019}', "'");
        DENIALS.contains(&lower.as_str()) || is_negation(lower.trim_matches(|c: char| !c.is_alphanumeric()))
    })
}

/// Words of the article before a quotation that may hold its negation.
const ARTICLE_LEAD: usize = 7;
/// Verbs of the article that say what a negation does.
const DENIALS: [&str; 8] = ["denied", "denies", "denying", "ruled", "refused", "declined", "against", "stop"];

/// "I don't, look, *I don't want that*": the speaker began before with the same words.
fn begins_anew((a, b): Match, texts: &Texts) -> bool {
    if a > 0 {
        return false;
    }
    let fits = |gap: usize, repeated: usize| {
        let Some(from) = b.checked_sub(gap + repeated) else { return false };
        let between = b - gap..b;
        b + repeated <= texts.source.words.len()
            && (0..repeated).all(|i| texts.name(from + i) == texts.name(b + i))
            && without_fillers(texts, between).is_empty()
            && is_set_off(texts, from..from + repeated)
    };
    (0..=LONGEST_RESTART).any(|gap| (1..=LONGEST_RESTART).any(|repeated| fits(gap, repeated)))
}

/// Words that a speaker says twice, and words that stand between.
const LONGEST_RESTART: usize = 4;

/// "12" of "12 million", "Wednesday" of "Wednesday week".
fn ends_in_number((a, b): Match, texts: &Texts) -> bool {
    let words = &texts.source.words;
    if a + 1 < texts.quotation.words.len() || b + 1 >= words.len() {
        return false;
    }
    let name = |i: usize| texts.name(i);
    let is_beside = texts.gap(b + 1).is_some_and(|gap| gap.chars().all(|c| c == ' '));
    let is_scale = lists()
        .number_words
        .get(name(b + 1))
        .is_some_and(|row| ["hundred", "magnitude", "dozen"].iter().any(|class| row.starts_with(class)));
    let is_day = lists().time_words.get(name(b)).is_some_and(|row| row.starts_with("weekday"));
    is_beside && (is_number(name(b)) && is_scale || is_day && name(b + 1) == "week")
}

fn words_of<'t>(text: &'t str, words: &[Word]) -> &'t str {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => &text[first.span.start as usize..last.span.end as usize],
        _ => "",
    }
}

/// Words of the reporter within a source's quotation: “We go,” *said the mayor*, “and we stay.”
fn is_reporting(texts: &Texts, words: Range<usize>) -> bool {
    !words.is_empty()
        && texts.gap(words.start).is_some_and(|gap| gap.contains(['”', '"', '’']))
        && texts.gap(words.end).is_some_and(|gap| gap.contains(['“', '"', '‘']))
}

/// The words of the source that are no fillers.
fn without_fillers(texts: &Texts, words: Range<usize>) -> Vec<usize> {
    let mut rest = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let pair = (at + 1 < words.end).then(|| format!("{} {}", texts.name(at), texts.name(at + 1)));
        let two = pair.and_then(|pair| lists().fillers.get(&pair)).map(|row| (2, row));
        let found = two.or_else(|| lists().fillers.get(texts.name(at)).map(|row| (1, row)));
        match found {
            Some((length, row)) if row.is_empty() || is_set_off(texts, at..at + length) => at += length,
            _ => {
                rest.push(at);
                at += 1;
            }
        }
    }
    rest
}

/// A comma, a dash or the like stands on a side of the words, or they begin a sentence.
fn is_set_off(texts: &Texts, words: Range<usize>) -> bool {
    let is_mark = |gap: &str| gap.contains([',', '.', ';', ':', '—', '–', '…', '?', '!', '-']);
    texts.gap(words.start).is_none_or(is_mark) || texts.gap(words.end).is_none_or(is_mark)
}

fn is_negation(name: &str) -> bool {
    const NEGATIONS: [&str; 12] =
        ["not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "cannot", "without", "nowhere", "hardly"];
    NEGATIONS.contains(&name) || name.ends_with("n't")
}

/// "won't" as "will not".
fn expanded(names: &[&str]) -> Vec<String> {
    names.iter().flat_map(|name| expansion(name)).collect()
}

fn expansion(name: &str) -> Vec<String> {
    const WHOLE: [(&str, &str); 8] = [
        ("won't", "will not"),
        ("can't", "can not"),
        ("cannot", "can not"),
        ("shan't", "shall not"),
        ("let's", "let us"),
        ("gonna", "going to"),
        ("wanna", "want to"),
        ("gotta", "got to"),
    ];
    const ENDINGS: [(&str, &str); 7] =
        [("n't", "not"), ("'re", "are"), ("'m", "am"), ("'ll", "will"), ("'ve", "have"), ("'d", "would"), ("'s", "is")];
    if let Some((_, words)) = WHOLE.iter().find(|(short, _)| *short == name) {
        return words.split(' ').map(str::to_owned).collect();
    }
    let ending = ENDINGS.iter().find_map(|(short, long)| Some((name.strip_suffix(short)?, long)));
    match ending {
        Some((stem, long)) if !stem.is_empty() => vec![stem.to_owned(), (*long).to_owned()],
        _ => vec![name.to_owned()],
    }
}

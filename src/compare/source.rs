//! An article beside what it quotes: a verdict for each quotation, the nearest passage for each claim without marks.

use super::align::{Hints, Match, align};
use super::hunks::Texts;
use super::index::Index;
use super::passages::{Source, bytes_of, sentences_around};
use super::quoted::{self, Quoted};
use super::speakers::{self, Labels};
use super::verdict::{Judged, verdict};
use super::words::{Map, MarkKind, Reading, Vocabulary, Word, Words, split};
use super::{Difference, Differs, Near, Quotation, SpeakerThere, Verdict, near};
use crate::document::{Document, Span as Bytes};
use crate::report::{Entity, Report, Units};
use std::ops::Range;

/// Quotations outside of claims with fewer words are names and words that the writer keeps at a distance.
const FEWEST_WORDS_ALONE: usize = 4;

/// All quotations with their verdicts, and the nearest passages of the other claims.
pub fn compare(a: &str, report: &Report, b: &str) -> (Vec<Quotation>, Vec<Near>) {
    let document = Document::read(a);
    let units = Units::new(a);
    let mut vocabulary = Vocabulary::default();
    let quoted = quoted::find(&document, report, &units);
    let quotations: Vec<Words> = quoted.iter().map(|q| split(a, q.bytes, Reading::Article, &mut vocabulary)).collect();
    let indirect = near::claims(a, report, &quoted, &mut vocabulary);
    let known = vocabulary.len() as u32;
    let words = split(b, Bytes::new(0, b.len()), Reading::Source, &mut vocabulary);
    let telling = indirect.iter().map(|claim| claim.words.as_slice());
    let index = Index::new(quotations.iter().map(|q| q.words.as_slice()).chain(telling), &words.words, known);
    let source = Source { text: b, words: &words, units: Units::new(b), labels: Labels::new(b, &words) };
    let judging = Judging { a, report, units, vocabulary, index, source, known: Map::default() };
    let near = near::find(&indirect, &judging.index, &judging.source);
    (judging.all(&quoted, &quotations), near)
}

struct Judging<'j> {
    a: &'j str,
    report: &'j Report,
    units: Units<'j>,
    vocabulary: Vocabulary,
    index: Index,
    source: Source<'j>,
    /// What the same words of the same speakers came to before.
    known: Map<(Vec<u32>, Vec<String>), Vec<Match>>,
}

impl Judging<'_> {
    fn all(mut self, quoted: &[Quoted], quotations: &[Words]) -> Vec<Quotation> {
        let mut found = Vec::new();
        for (quoted, words) in quoted.iter().zip(quotations) {
            if words.words.is_empty() {
                continue;
            }
            let matches = self.matches(quoted, words);
            let texts = Texts {
                a: self.a,
                b: self.source.text,
                quotation: words,
                source: self.source.words,
                vocabulary: &self.vocabulary,
            };
            let judged = verdict(&matches, &texts);
            let is_aside = quoted.claim.is_none() && words.words.len() < FEWEST_WORDS_ALONE;
            if !(is_aside && judged.verdict == Verdict::NotFound) {
                let id = format!("x{}", found.len() + 1);
                found.push(self.quotation(id, quoted, words, judged));
            }
        }
        found
    }

    fn matches(&mut self, quoted: &Quoted, words: &Words) -> Vec<Match> {
        let speakers = quoted.claim.map_or_else(Vec::new, |i| self.report.claims[i].speakers.clone());
        let key = (words.words.iter().map(|word| word.key).collect(), speakers);
        if let Some(matches) = self.known.get(&key) {
            return matches.clone();
        }
        let matches = self.aligned(quoted, words);
        self.known.insert(key, matches.clone());
        matches
    }

    fn aligned(&self, quoted: &Quoted, words: &Words) -> Vec<Match> {
        let speakers = self.speakers(quoted);
        let is_theirs = |label| speakers::is_same(speakers::name_of(self.source.text, label), &speakers) == Some(true);
        let prefers = |place: usize| self.source.labels.of(place).is_some_and(is_theirs);
        let marks = words.marks.iter().filter(|mark| mark.kind == MarkKind::Ellipsis);
        let ellipses: Vec<usize> = marks.map(|mark| mark.before).collect();
        let hints = Hints { ellipses: &ellipses, prefers: &prefers };
        align(&words.words, &self.source.words.words, &self.index, &hints)
    }

    fn quotation(&self, id: String, quoted: &Quoted, words: &Words, judged: Judged) -> Quotation {
        let passages: Vec<Bytes> = judged.passages.iter().map(|p| bytes_of(&self.source.words.words, p)).collect();
        let differs = judged.differs.iter().map(|(kind, a, b)| self.differs(*kind, quoted, words, a, b)).collect();
        Quotation {
            id,
            start: quoted.span.start,
            end: quoted.span.end,
            claim: quoted.claim.map(|i| self.report.claims[i].id.clone()),
            verdict: judged.verdict,
            allowed: judged.allowed,
            source: passages.iter().map(|&bytes| self.source.units.span(bytes)).collect(),
            differs,
            around: passages.first().map(|&bytes| self.source.units.span(sentences_around(self.source.text, bytes))),
            speaker: self.speaker_of(&judged.passages, &self.speakers(quoted)),
        }
    }

    fn differs(&self, kind: Difference, quoted: &Quoted, words: &Words, a: &Range<usize>, b: &Range<usize>) -> Differs {
        let ours = if a.is_empty() { point(&words.words, a.start, quoted.bytes) } else { bytes_of(&words.words, a) };
        let ours = if kind == Difference::Brackets { with_brackets(self.a, ours) } else { ours };
        let all = Bytes::new(0, self.source.text.len());
        let theirs = &self.source.words.words;
        let theirs = if b.is_empty() { point(theirs, b.start, all) } else { bytes_of(theirs, b) };
        Differs { kind, a: self.units.span(ours), b: self.source.units.span(theirs) }
    }

    fn speakers(&self, quoted: &Quoted) -> Vec<&Entity> {
        let ids = quoted.claim.map_or(&[][..], |i| &self.report.claims[i].speakers);
        ids.iter().filter_map(|id| self.report.entity(id)).collect()
    }

    /// Who speaks in the first passage, or in the first that is another's.
    fn speaker_of(&self, passages: &[Range<usize>], speakers: &[&Entity]) -> Option<SpeakerThere> {
        let mut all = passages.iter().map(|passage| self.speaker_at(passage.start, speakers));
        let first = all.next()?;
        all.flatten().find(|there| there.same == Some(false)).or(first)
    }

    fn speaker_at(&self, place: usize, speakers: &[&Entity]) -> Option<SpeakerThere> {
        let label = self.source.labels.of(place)?;
        let name = speakers::name_of(self.source.text, label);
        let same = speakers::is_same(name, speakers);
        Some(SpeakerThere { label: self.source.units.span(label), name: name.to_owned(), same })
    }
}

/// The words with the brackets around them.
fn with_brackets(text: &str, bytes: Bytes) -> Bytes {
    let range = bytes.range();
    let is_held = text[..range.start].ends_with('[') && text[range.end..].starts_with(']');
    if is_held { Bytes::new(range.start - 1, range.end + 1) } else { bytes }
}

/// Where no words stand: after the word before.
fn point(words: &[Word], before: usize, whole: Bytes) -> Bytes {
    let at = before.checked_sub(1).and_then(|i| words.get(i)).map_or(whole.start, |word| word.span.end);
    Bytes { start: at, end: at }
}

#[cfg(test)]
mod tests {
    use super::super::{CompareOptions, Mode, Quotation, compare};
    use crate::report::Slices;

    /// The verdict, what was allowed for and what differs, of an article with one quotation.
    fn shown(quotation: &Quotation, a: &str, b: &str) -> String {
        let mut shown = quotation.verdict.name().to_owned();
        for allowed in &quotation.allowed {
            shown += &format!(" +{}", format!("{allowed:?}").to_lowercase());
        }
        for differs in &quotation.differs {
            let word = |slices: Slices, span| slices.get(span).unwrap_or("?").to_owned();
            let (there, here) = (word(Slices::new(b), differs.b), word(Slices::new(a), differs.a));
            shown += &format!(" {:?}({there}>{here})", differs.kind).to_lowercase();
        }
        shown
    }

    #[track_caller]
    fn check(quotation: &str, source: &str, expected: &str) {
        let article = format!("“{quotation}” Mayor Ada Quill said on Tuesday.");
        let found = compare(&article, source, &CompareOptions::new(Mode::Source)).expect("short texts");
        let shown: Vec<String> = found.quotations.iter().map(|q| shown(q, &article, source)).collect();
        assert_eq!(shown.join("; "), expected, "{:?}", found.quotations);
    }

    const SPEECH: &str = "Good evening. I have been asked about the bridge, and I will not close it before the winter. \
        We have 12 new buses, and the drivers are, um, ready to go. \
        The old labour market has changed — for good. The council met “three times” this year and found no money.\n\n\
        Let me turn to schools. Every child in this city deserves a teacher who knows their name.";

    #[test]
    fn verbatim() {
        check("I will not close it before the winter,", SPEECH, "verbatim");
        check("ready to go", SPEECH, "verbatim");
    }

    #[test]
    fn verbatim_but_for() {
        check("We have twelve new buses,", SPEECH, "but-for +spelling");
        check("The old labor market has changed - for good.", SPEECH, "but-for +dashes +spelling");
        check("The council met ‘three times’ this year", SPEECH, "but-for +quotationmarks");
        check("The drivers are ready to go", SPEECH, "but-for +case +fillers");
        check("I will not close [the bridge] before the winter", SPEECH, "but-for +brackets brackets(it>[the bridge])");
    }

    #[test]
    fn shortened() {
        check("I have been asked about the bridge … I will not close it", SPEECH, "shortened cut(and>)");
        check("Every child in this city deserves a teacher", SPEECH, "verbatim");
        check("Every child deserves a teacher who knows their name", SPEECH, "shortened cut(in this city>)");
    }

    #[test]
    fn what_the_speaker_denies_is_altered() {
        let speech =
            "It is not true that we were warned. I don't think the bridge is safe. We know that people are angry.";
        check("We were warned.", speech, "altered +case negation(not true that>)");
        check("The bridge is safe.", speech, "altered +case negation(don't think>)");
        check("People are angry.", speech, "but-for +case");
        check("It is not true that we were warned.", speech, "verbatim");
    }

    #[test]
    fn altered() {
        check("I will close it before the winter", SPEECH, "altered negation(not>)");
        check("We have 17 new buses, and the drivers are ready", SPEECH, "altered +fillers number(12>17)");
        check("I won’t close it before the winter", SPEECH, "altered contraction(will not>won’t)");
        check("Every child in this town deserves a teacher", SPEECH, "altered words(city>town)");
        check("I will not close it before the summer", SPEECH, "altered words(winter>summer)");
        check("I [will] close it before the winter", SPEECH, "altered +brackets negation(not>)");
    }

    #[test]
    fn joined() {
        let quotation = "I will not close it before the winter. Every child in this city deserves a teacher";
        check(quotation, SPEECH, "joined");
    }

    #[test]
    fn not_found() {
        check("Nobody told us that the harbour would flood again", SPEECH, "not-found");
    }
}

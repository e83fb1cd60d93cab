//! Who speaks, and how much of the article each has: words quoted, and words paraphrased. One row for each person or body.

use super::Reading;
use super::plain::{capital, count_words};
use onrecord::report::{Attribution, Claim, ClaimForm, MentionForm, Span};
use std::collections::HashMap;

/// A row.
#[derive(Debug, PartialEq)]
pub struct Source {
    /// Who it is.
    pub name: String,
    /// What the text calls it.
    pub role: String,
    /// "named", "described" or "unnamed".
    pub how: &'static str,
    /// How many it makes.
    pub claims: usize,
    /// Words in quotation marks.
    pub quoted: usize,
    /// Words without.
    pub paraphrased: usize,
    /// The paragraph in which it speaks first, from 1.
    pub first: usize,
}

/// Somebody who speaks.
struct Voice {
    name: String,
    entity: Option<String>,
    how: How,
    claims: usize,
    words: Counted,
    /// Where the article first has it speak.
    first: u32,
}

/// How the article tells who it is, the best first: that is what counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Named,
    Described,
    Unnamed,
    Nobody,
}

/// Words of a claim.
#[derive(Clone, Copy, Default)]
struct Counted {
    quoted: usize,
    paraphrased: usize,
}

impl Reading<'_> {
    /// All that speak, in the order in which they do.
    pub fn sources(&self) -> Vec<Source> {
        let mut voices = self.voices();
        voices.retain(|voice| voice.how != How::Nobody);
        let mut rows: Vec<(u32, Source)> = voices.into_iter().map(|voice| (voice.first, self.source(voice))).collect();
        rows.sort_by_key(|(first, source)| (source.first, *first));
        rows.into_iter().map(|(_, source)| source).collect()
    }

    /// Those with most words first; a claim of two speakers is each one's.
    fn voices(&self) -> Vec<Voice> {
        let children = reported_by(&self.report.claims);
        let mut voices: Vec<Voice> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for claim in &self.report.claims {
            let counted = self.counted(claim, children.get(claim.id.as_str()).map_or(&[], Vec::as_slice));
            let first = claim.source.or(claim.cue).or(claim.content.first().copied()).map_or(0, |span| span.start);
            for (key, name, entity) in self.speakers_of(claim) {
                let how = self.how_told(claim, entity.as_deref());
                let at = *known.entry(key).or_insert_with(|| {
                    let words = Counted::default();
                    voices.push(Voice { name, entity, how: How::Nobody, claims: 0, words, first });
                    voices.len() - 1
                });
                let voice = &mut voices[at];
                voice.claims += 1;
                voice.how = voice.how.min(how);
                voice.words.quoted += counted.quoted;
                voice.words.paraphrased += counted.paraphrased;
                voice.first = voice.first.min(first);
            }
        }
        voices.sort_by_key(|voice| (usize::MAX - voice.words.quoted - voice.words.paraphrased, voice.first));
        voices
    }

    fn source(&self, voice: Voice) -> Source {
        let entity = voice.entity.as_deref().and_then(|id| self.entity(id));
        let paragraphs = &self.report.paragraphs;
        let before = paragraphs.partition_point(|paragraph| paragraph.end <= voice.first);
        Source {
            name: voice.name,
            role: entity.map(|entity| self.roles(entity).join("; ")).unwrap_or_default(),
            how: voice.how.name(),
            claims: voice.claims,
            quoted: voice.words.quoted,
            paraphrased: voice.words.paraphrased,
            first: if before < paragraphs.len() { before + 1 } else { 0 },
        }
    }

    /// Key, name and id of each; without an id those whose words alone are known.
    fn speakers_of(&self, claim: &Claim) -> Vec<(String, String, Option<String>)> {
        let known: Vec<_> = claim.speakers.iter().filter_map(|id| self.entity(id)).collect();
        if known.is_empty() {
            let name = self.speaker(claim);
            return vec![(format!("? {}", name.to_lowercase()), capital(&name), None)];
        }
        known.into_iter().map(|e| (e.id.clone(), capital(&e.name), Some(e.id.clone()))).collect()
    }

    fn how_told(&self, claim: &Claim, id: Option<&str>) -> How {
        match claim.attribution {
            Attribution::Named => How::Named,
            Attribution::Described => How::Described,
            Attribution::Unnamed => How::Unnamed,
            Attribution::None => How::Nobody,
            Attribution::Implied => {
                let entity = id.and_then(|id| self.entity(id));
                let has_name = entity.is_some_and(|e| e.mentions.iter().any(|m| m.form == MentionForm::Name));
                if has_name { How::Named } else { How::Described }
            }
        }
    }

    /// Words that somebody else is reported to have said are that one's, not the reporter's.
    fn counted(&self, claim: &Claim, children: &[&Claim]) -> Counted {
        if claim.negated {
            return Counted::default();
        }
        let of_child =
            |child: &&Claim| child.content.iter().copied().chain(child.source).chain(child.cue).collect::<Vec<_>>();
        let theirs: Vec<Span> = children.iter().flat_map(of_child).collect();
        let own = claim.content.iter().flat_map(|&span| less(span, &theirs));
        let content = own.map(|span| self.words(span)).collect::<Vec<_>>().join(" ");
        let all = count_words(&content);
        match claim.form {
            ClaimForm::Direct => Counted { quoted: all, paraphrased: 0 },
            ClaimForm::Indirect => Counted { quoted: 0, paraphrased: all },
            ClaimForm::Mixed => {
                let quoted = in_quotation_marks(&content);
                Counted { quoted: quoted.min(all), paraphrased: all.saturating_sub(quoted) }
            }
        }
    }
}

impl How {
    fn name(self) -> &'static str {
        match self {
            How::Named => "named",
            How::Described => "described",
            How::Unnamed => "unnamed",
            How::Nobody => "",
        }
    }
}

/// Claims by the id of the claim that reports them.
fn reported_by(claims: &[Claim]) -> HashMap<&str, Vec<&Claim>> {
    let mut children: HashMap<&str, Vec<&Claim>> = HashMap::new();
    for claim in claims {
        if let Some(via) = &claim.via {
            children.entry(via).or_default().push(claim);
        }
    }
    children
}

const OPENING: [char; 4] = ['"', '“', '«', '„'];
const CLOSING: [char; 4] = ['"', '”', '“', '»'];

/// Words from each opening mark to the next closing one, or to the end.
fn in_quotation_marks(content: &str) -> usize {
    let (mut count, mut rest) = (0, content);
    while let Some((_, quotation)) = rest.split_once(OPENING) {
        let (quoted, after) = quotation.split_once(CLOSING).unwrap_or((quotation, ""));
        count += count_words(quoted);
        rest = after;
    }
    count
}

/// What is left of a span.
fn less(span: Span, others: &[Span]) -> Vec<Span> {
    others.iter().fold(vec![span], |left, other| left.into_iter().flat_map(|span| without(span, *other)).collect())
}

fn without(span: Span, other: Span) -> Vec<Span> {
    if other.end <= span.start || other.start >= span.end {
        return vec![span];
    }
    let parts = [Span { start: span.start, end: other.start }, Span { start: other.end, end: span.end }];
    parts.into_iter().filter(|part| part.start < part.end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use onrecord::Options;

    /// A source a line: name, role, how, claims, quoted, paraphrased, first paragraph.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let report = analysis::report(text, &Options::default()).expect("a report");
        let line = |s: Source| {
            format!(
                "{}, {}, {}: {} claims, {} + {} words, {}",
                s.name, s.role, s.how, s.claims, s.quoted, s.paraphrased, s.first
            )
        };
        let lines: Vec<String> = Reading::new("a", text, &report).sources().into_iter().map(line).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn one_row_each() {
        check(
            "“The pier will stay,” Mayor Ada Quill said.\n\nShe said that it will be painted. The deal is off, two sources said.",
            &["Ada Quill, Mayor, named: 2 claims, 4 + 4 words, 1", "Two sources, , unnamed: 1 claims, 0 + 4 words, 2"],
        );
        check("It rains.", &[]);
    }

    #[test]
    fn words_of_others_are_theirs() {
        let text = "“Ann Lee said the deal was off,” Bo Oke said.";
        let report = analysis::report(text, &Options::default()).expect("a report");
        let words: usize = Reading::new("a", text, &report).sources().iter().map(|s| s.quoted + s.paraphrased).sum();
        assert!(words <= 7, "none is counted twice: {words}");
    }

    #[test]
    fn quotation_marks() {
        assert_eq!(in_quotation_marks("that “two words” and \"one\" more"), 3);
        assert_eq!(in_quotation_marks("it is “never closed again"), 3);
        assert_eq!(in_quotation_marks("it’s ‘single’"), 0);
        assert_eq!(in_quotation_marks("closed” only"), 0);
    }

    #[test]
    fn what_is_left_of_a_span() {
        let span = |start, end| Span { start, end };
        assert_eq!(less(span(0, 10), &[span(2, 4), span(8, 12)]), [span(0, 2), span(4, 8)]);
        assert_eq!(less(span(0, 10), &[span(10, 12), span(0, 0)]), [span(0, 10)]);
        assert_eq!(less(span(0, 10), &[span(0, 10)]), []);
    }
}

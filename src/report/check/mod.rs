//! What every report keeps to, whatever the text: the schema and the contract in one function, for tests and fuzzers.

mod claims;
mod edges;
mod entities;
mod values;

use super::ids::id;
use super::{Language, Report, Span};
use edges::Edges;

impl Report {
    /// What is wrong with this report of `text`, a sentence for each; nothing, if the analyser is sound.
    #[must_use]
    pub fn check(&self, text: &str) -> Vec<String> {
        let mut breaks = Breaks::default();
        head(self, text, &mut breaks);
        blocks(self, &Edges::new(text), &mut breaks);
        entities::check(self, text, &mut breaks);
        values::check(self, &mut breaks);
        claims::check(self, &mut breaks);
        breaks.found
    }
}

/// What was found so far.
#[derive(Default)]
struct Breaks {
    found: Vec<String>,
}

impl Breaks {
    /// Notes `what` unless it holds.
    fn must(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.found.push(what());
        }
    }

    /// Ids are "c1", "c2", … in order.
    fn must_count<'a>(&mut self, prefix: char, ids: impl Iterator<Item = &'a String>) {
        for (index, given) in ids.enumerate() {
            self.must(*given == id(prefix, index), || format!("{given} is number {} of its list", index + 1));
        }
    }

    /// Each span ends before the next begins.
    fn must_follow(&mut self, what: &str, spans: &[Span]) {
        for pair in spans.windows(2) {
            self.must(pair[0].end <= pair[1].start, || format!("{what}: {:?} before {:?}", pair[0], pair[1]));
        }
    }
}

fn head(report: &Report, text: &str, breaks: &mut Breaks) {
    breaks.must(report.schema == 1, || format!("schema {}", report.schema));
    breaks.must(report.length as usize == text.encode_utf16().count(), || format!("length {}", report.length));
    let is_bare = report.entities.is_empty()
        && report.quantities.is_empty()
        && report.times.is_empty()
        && report.claims.is_empty()
        && report.checks.is_empty()
        && report.unattributed.is_empty();
    breaks.must(report.language == Language::English || is_bare, || "marks in a text that is not English".to_owned());
    if let Some(published) = &report.published {
        breaks.must(values::is_date(published.get(..10).unwrap_or_default()), || format!("published {published:?}"));
    }
}

/// Spans inside the text and on character boundaries; paragraphs hold sentences, sentences what nobody claims.
fn blocks(report: &Report, edges: &Edges, breaks: &mut Breaks) {
    for (what, span) in edges::spans(report) {
        breaks.must(edges.hold(span), || format!("{what}: {span:?} is no span of {} units", report.length));
    }
    breaks.must_follow("paragraphs", &report.paragraphs);
    breaks.must_follow("sentences", &report.sentences);
    breaks.must_follow("unattributed", &report.unattributed);
    for (what, inner, outer) in [
        ("sentence outside the paragraphs", &report.sentences, &report.paragraphs),
        ("unattributed outside the sentences", &report.unattributed, &report.sentences),
    ] {
        for span in inner {
            let holder = outer.partition_point(|o| o.end < span.end);
            let is_held = outer.get(holder).is_some_and(|o| o.start <= span.start && span.end <= o.end);
            breaks.must(is_held, || format!("{what}: {span:?}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Claim;
    use crate::{Options, analyze};

    const TEXT: &str = "“It is dry,” Mayor Ada Quill said on Tuesday. Quill spent $5 and 6% of it, Ann Lee said.";

    /// A sound report of [`TEXT`], broken by `harm`: whether that is seen and said so.
    #[track_caller]
    fn check(harm: impl FnOnce(&mut Report), said: &str) {
        let options = Options { published: Some("2023-09-13".to_owned()), outlet: None };
        let mut report = analyze(TEXT, &options).expect("short");
        assert_eq!(report.check(TEXT), [""; 0]);
        harm(&mut report);
        let found = report.check(TEXT);
        assert!(found.iter().any(|f| f.contains(said)), "{said:?} is not in {found:?}");
    }

    fn second_claim(report: &mut Report) -> &mut Claim {
        &mut report.claims[1]
    }

    #[test]
    fn spans_and_blocks() {
        check(|r| r.length += 1, "length");
        check(|r| r.sentences[1].end = 999, "no span");
        check(|r| r.sentences[0].end = r.sentences[1].start + 1, "sentences:");
        check(|r| r.paragraphs.clear(), "outside the paragraphs");
        check(|r| r.language = Language::Other, "not English");
        check(|r| r.published = Some("10000-01-01".to_owned()), "published");
    }

    #[test]
    fn entities_and_mentions() {
        check(|r| r.entities.swap(0, 1), "e2 is number 1");
        check(|r| r.entities[0].mentions.reverse(), "mentions are not in text order");
        let shared = |r: &mut Report| {
            let mention = r.entities[0].mentions[0].clone();
            r.entities[1].mentions.insert(0, mention);
        };
        check(shared, "mentioned twice");
        check(|r| r.entities[0].mentions.clear(), "no mention");
        check(|r| r.entities[0].roles[0].text.clear(), "role");
    }

    #[test]
    fn quantities_times_and_checks() {
        check(|r| r.quantities[1].start = r.quantities[0].start + 1, "quantities:");
        check(|r| r.quantities[0].value = Some(f64::NAN), "no finite");
        check(|r| (r.quantities[0].low, r.quantities[0].high) = (Some(2.), Some(1.)), "from 2 to 1");
        check(|r| r.quantities[0].restates = Some("q1".to_owned()), "restates");
        check(|r| r.quantities[0].restates = Some("q3".to_owned()), "restates");
        check(|r| r.times[0].until = r.times[0].from.clone(), "until");
        check(|r| r.times[0].until = Some("10000-01-01".to_owned()), "until");
    }

    #[test]
    fn claims_and_their_chain() {
        check(|r| second_claim(r).content.clear(), "no content");
        check(|r| second_claim(r).content.push(Span { start: 0, end: 1 }), "content of c2");
        check(|r| second_claim(r).via = Some("c2".to_owned()), "cycle");
        check(|r| (r.claims[0].via, r.claims[1].via) = (Some("c2".into()), Some("c1".into())), "cycle");
        check(|r| second_claim(r).via = Some("c9".to_owned()), "via");
        check(|r| second_claim(r).speakers.push("e99".to_owned()), "e99");
        check(|r| second_claim(r).lemma = None, "lemma");
        check(|r| r.claims.swap(0, 1), "c2 is number 1");
    }
}

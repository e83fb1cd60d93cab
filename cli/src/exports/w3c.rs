//! W3C Web Annotations: a quotation to find the words again, and a position, which that standard counts in code points.

use super::marks::{Kind, Mark, marks_of};
use crate::json;
use crate::reading::{Reading, words};
use serde::Serialize;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const CONTEXT_UNITS: usize = 32;

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    r#type: &'static str,
    label: String,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    r#type: &'static str,
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    purpose: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target {
    source: &'static str,
    selector: (Quote, Position),
}

#[derive(Serialize)]
struct Quote {
    r#type: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: usize,
    end: usize,
}

/// All marks of an article as one collection.
pub fn annotations(reading: &Reading) -> String {
    let points = Points::new(reading.units());
    let marks = marks_of(reading.report);
    let items = marks.iter().enumerate().map(|(i, mark)| annotation(reading, mark, i + 1, &points)).collect();
    json::to_string(&Collection {
        context: CONTEXT,
        id: "urn:onrecord:annotations",
        r#type: "AnnotationCollection",
        label: words::made_by(&reading.report.engine),
        total: marks.len(),
        first: Page { r#type: "AnnotationPage", start_index: 0, items },
    })
}

fn annotation(reading: &Reading, mark: &Mark, number: usize, points: &Points) -> Annotation {
    let of_claim = matches!(mark.kind, Kind::Claim | Kind::Source | Kind::Cue);
    let claim = reading.report.claim(mark.id).filter(|_| of_claim);
    let label = claim.map_or_else(|| reading.name(mark.id).to_owned(), |claim| reading.speaker(claim));
    let textual = |purpose, value| Body { r#type: "TextualBody", purpose, value };
    let form = mark.form.map(|form| format!(" {form}")).unwrap_or_default();
    let tag = textual("tagging", format!("{}{form}", mark.kind.name()));
    let name = (!label.is_empty()).then(|| textual("identifying", label));
    let position = Position { r#type: "TextPositionSelector", start: points.at(mark.start), end: points.at(mark.end) };
    Annotation {
        context: CONTEXT,
        id: format!("urn:onrecord:{}:{number}", mark.id),
        r#type: "Annotation",
        motivation: if claim.is_some() { "identifying" } else { "tagging" },
        body: [tag].into_iter().chain(name).collect(),
        target: Target { source: "urn:onrecord:article", selector: (quote(reading, mark), position) },
    }
}

/// The words with some of those before and after.
fn quote(reading: &Reading, mark: &Mark) -> Quote {
    let units = reading.units();
    let (start, end) = (mark.start as usize, mark.end as usize);
    let text = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]);
    Quote {
        r#type: "TextQuoteSelector",
        exact: text(start, end),
        prefix: text(whole(units, start.saturating_sub(CONTEXT_UNITS)), start),
        suffix: text(end, whole(units, (end + CONTEXT_UNITS).min(units.len()))),
    }
}

/// A place at or just before `unit` that cuts no character in two.
fn whole(units: &[u16], unit: usize) -> usize {
    let is_second_half = units.get(unit).is_some_and(|half| (0xdc00..0xe000).contains(half));
    if is_second_half { unit - 1 } else { unit }
}

/// From code units to code points.
struct Points {
    /// Where the second half of a pair stands.
    pairs: Vec<u32>,
}

impl Points {
    fn new(units: &[u16]) -> Points {
        let is_second_half = |&(_, half): &(u32, &u16)| (0xdc00..0xe000).contains(half);
        Points { pairs: (0..).zip(units).filter(is_second_half).map(|(at, _)| at).collect() }
    }

    fn at(&self, unit: u32) -> usize {
        unit as usize - self.pairs.partition_point(|&pair| pair < unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use onrecord::Options;

    #[test]
    fn positions_count_code_points() {
        let units: Vec<u16> = "a🙂b🙂".encode_utf16().collect();
        let points = Points::new(&units);
        assert_eq!([0, 1, 3, 4, 6].map(|unit| points.at(unit)), [0, 1, 2, 3, 4]);
        assert_eq!([1, 2, 3, 6].map(|unit| whole(&units, unit)), [1, 1, 3, 6]);
    }

    #[test]
    fn words_are_found_again() {
        let text = "🙂🙂\n\n“No,” Ann Lee said.";
        let report = analysis::report(text, &Options::default()).expect("a report");
        let annotations: serde_json::Value =
            serde_json::from_str(&annotations(&Reading::new("a", text, &report))).expect("JSON");
        let first = &annotations["first"]["items"][0];
        assert_eq!(first["body"][0]["value"], "claim direct");
        assert_eq!(first["body"][1]["value"], "Ann Lee");
        assert_eq!(first["target"]["selector"][0]["exact"], "“No,”");
        assert_eq!(first["target"]["selector"][0]["prefix"], "🙂🙂\n\n");
        assert_eq!(first["target"]["selector"][1]["start"], 4);
        assert_eq!(annotations["total"], annotations["first"]["items"].as_array().map_or(0, Vec::len));
    }
}

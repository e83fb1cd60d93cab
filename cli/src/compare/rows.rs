//! A comparison as rows: what it is, who says it, the words of either text, and what is to be said about it.

use onrecord::compare::{Change, Comparison, Mode, Place, Quotation, Verdict};
use onrecord::report::{Claim, Report, Slices, Span};

/// Heads of the columns.
pub const COLUMNS: [&str; 5] = ["what", "speaker", "first text", "second text", "note"];

/// A row.
pub type Row = [String; 5];

/// Both texts and the comparison.
struct Texts<'t> {
    found: &'t Comparison,
    a: Slices<'t>,
    b: Slices<'t>,
}

/// All rows of the comparison's mode.
pub fn rows(found: &Comparison, a: &str, b: &str) -> Vec<Row> {
    let texts = Texts { found, a: Slices::new(a), b: Slices::new(b) };
    match found.mode {
        Mode::Source => texts.quotations(),
        Mode::Versions => found.changes.iter().map(|change| texts.change(change)).collect(),
        Mode::Outlets => texts.outlets(),
    }
}

impl Texts<'_> {
    fn quotations(&self) -> Vec<Row> {
        let quotations = self.found.quotations.iter().map(|quotation| self.quotation(quotation));
        let near = self.found.near.iter().map(|near| {
            let note = format!("not verified; {} % of its telling words", near.words);
            let words = claim_words(&self.found.a, Some(&near.claim), &self.a);
            ["near".into(), speaker(&self.found.a, Some(&near.claim)), words, self.of_b(near.b), note]
        });
        quotations.chain(near).collect()
    }

    fn quotation(&self, quotation: &Quotation) -> Row {
        let words = self.of_a(Span { start: quotation.start, end: quotation.end });
        let there: Vec<String> = quotation.source.iter().map(|&span| self.of_b(span)).collect();
        let who = speaker(&self.found.a, quotation.claim.as_deref());
        [quotation.verdict.name().into(), who, words, there.join(" / "), self.notes(quotation)]
    }

    /// What differs, what was allowed for, and another speaker.
    fn notes(&self, quotation: &Quotation) -> String {
        let differs = quotation.differs.iter().map(|place| {
            let (there, here) = (self.of_b(place.b), self.of_a(place.a));
            match (there.is_empty(), here.is_empty()) {
                (true, _) => format!("“{here}” put in"),
                (_, true) => format!("“{there}” left out"),
                _ => format!("“{there}” became “{here}”"),
            }
        });
        let allowed = quotation.allowed.iter().map(|allowed| allowed.name().to_owned());
        let other = quotation.speaker.as_ref().filter(|speaker| speaker.same == Some(false));
        let other = other.filter(|_| quotation.verdict != Verdict::NotFound);
        differs
            .chain(allowed)
            .chain(other.map(|speaker| format!("said by {}", speaker.name)))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn change(&self, change: &Change) -> Row {
        let words = |place: &Option<Place>, text: &Slices| {
            let span = place.as_ref().map(|place| Span { start: place.start, end: place.end });
            span.and_then(|span| text.get(span)).unwrap_or("").to_owned()
        };
        let claim = |place: &Option<Place>| place.as_ref().and_then(|place| place.id.clone());
        let second = self.found.b.as_ref().map(|report| speaker(report, claim(&change.b).as_deref()));
        let who =
            second.filter(|who| !who.is_empty()).unwrap_or_else(|| speaker(&self.found.a, claim(&change.a).as_deref()));
        [change.what.name().into(), who, words(&change.a, &self.a), words(&change.b, &self.b), String::new()]
    }

    fn outlets(&self) -> Vec<Row> {
        let figures = self.found.figures.iter().map(|figure| {
            ["figures disagree".into(), String::new(), self.of_a(figure.a), self.of_b(figure.b), String::new()]
        });
        let claims = self.found.claims.iter().map(|pair| {
            let (a, b) = (pair.a.as_deref(), pair.b.as_deref());
            let what = match (a, b) {
                (Some(_), Some(_)) => "claim of both",
                (Some(_), None) => "claim of the first",
                _ => "claim of the second",
            };
            let second = self.found.b.as_ref().unwrap_or(&self.found.a);
            let who = if a.is_some() { speaker(&self.found.a, a) } else { speaker(second, b) };
            [what.into(), who, claim_words(&self.found.a, a, &self.a), claim_words(second, b, &self.b), String::new()]
        });
        let copied = self
            .found
            .copied
            .iter()
            .map(|run| ["word for word".into(), String::new(), self.of_a(run.a), self.of_b(run.b), String::new()]);
        figures.chain(claims).chain(copied).collect()
    }

    fn of_a(&self, span: Span) -> String {
        self.a.get(span).unwrap_or("").to_owned()
    }

    fn of_b(&self, span: Span) -> String {
        self.b.get(span).unwrap_or("").to_owned()
    }
}

fn claim<'r>(report: &'r Report, id: Option<&str>) -> Option<&'r Claim> {
    report.claim(id?)
}

/// The names of a claim's speakers.
fn speaker(report: &Report, id: Option<&str>) -> String {
    let ids = claim(report, id).map_or(&[][..], |claim| &claim.speakers);
    let entities = ids.iter().filter_map(|id| report.entity(id));
    entities.map(|entity| entity.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn claim_words(report: &Report, id: Option<&str>, text: &Slices) -> String {
    let spans = claim(report, id).map_or(&[][..], |claim| &claim.content);
    spans.iter().filter_map(|&span| text.get(span)).collect::<Vec<_>>().join(" … ")
}

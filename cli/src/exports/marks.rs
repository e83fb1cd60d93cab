//! From a report to marks that nest: claims outermost, then sources and cues, then mentions, numbers and times.
//! Where two cross, the inner one is cut, so that every piece lies wholly inside another or beside it.

use onrecord::report::{Claim, Entity, EntityKind, MentionForm, Quantity, QuantityKind, Report, Span};
use std::cmp::Ordering;

/// What is marked, as the page's legend names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Claim,
    Source,
    Cue,
    Person,
    Organization,
    Place,
    Group,
    Other,
    Number,
    Time,
}

/// Some words.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'r> {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// Of the claim, entity, quantity or time.
    pub id: &'r str,
    /// What it is.
    pub kind: Kind,
    /// Of a claim or mention.
    pub form: Option<&'static str>,
    /// The last words of a claim's content.
    pub last: bool,
}

/// What draws a stretch of text.
#[derive(Debug, PartialEq)]
pub enum Step<'m, 'r> {
    /// Words, from one code unit to another.
    Text(u32, u32),
    /// A mark begins.
    Open(&'m Mark<'r>),
    /// A mark ends.
    Close(&'m Mark<'r>),
}

impl Kind {
    /// As the page calls it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Claim => "claim",
            Kind::Source => "source",
            Kind::Cue => "cue",
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::Group => "group",
            Kind::Other => "other",
            Kind::Number => "number",
            Kind::Time => "time",
        }
    }

    /// Outermost first.
    fn layer(self) -> u8 {
        match self {
            Kind::Claim => 0,
            Kind::Source | Kind::Cue => 1,
            Kind::Person | Kind::Organization | Kind::Place | Kind::Group | Kind::Other => 2,
            Kind::Number | Kind::Time => 3,
        }
    }

    /// The report's kinds of entity, as the page's legend gathers them.
    fn of(kind: EntityKind) -> Kind {
        match kind {
            EntityKind::Person => Kind::Person,
            EntityKind::Organization => Kind::Organization,
            EntityKind::Place | EntityKind::Facility => Kind::Place,
            EntityKind::Group => Kind::Group,
            _ => Kind::Other,
        }
    }
}

/// All marks of a report, ordered by start, then outermost first.
pub fn marks_of(report: &Report) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark> = report.claims.iter().flat_map(of_claim).collect();
    marks.extend(report.entities.iter().filter(|entity| !entity.minor).flat_map(of_entity));
    let plain = |id, span: Span, kind| Mark { start: span.start, end: span.end, id, kind, form: None, last: false };
    marks.extend(listed_quantities(report).map(|quantity| plain(&quantity.id, quantity.into(), Kind::Number)));
    marks.extend(report.times.iter().map(|time| plain(&time.id, time.into(), Kind::Time)));
    marks.retain(|mark| mark.start < mark.end);
    marks.sort_by(|a, b| a.start.cmp(&b.start).then_with(|| outermost(a, b)));
    marks
}

fn of_claim(claim: &Claim) -> impl Iterator<Item = Mark<'_>> {
    let form = if claim.negated { "negated" } else { claim.form.name() };
    let mark =
        |span: Span, kind| Mark { start: span.start, end: span.end, id: &claim.id, kind, form: None, last: false };
    let last = claim.content.len().saturating_sub(1);
    let words = claim.content.iter().enumerate();
    words
        .map(move |(i, &span)| Mark { form: Some(form), last: i == last, ..mark(span, Kind::Claim) })
        .chain(claim.source.map(|span| mark(span, Kind::Source)))
        .chain(claim.cue.map(|span| mark(span, Kind::Cue)))
}

/// Pronouns are marked only where an entity can be selected, as on the page.
fn of_entity(entity: &Entity) -> impl Iterator<Item = Mark<'_>> {
    let mentions = entity.mentions.iter().filter(|mention| mention.form != MentionForm::Pronoun);
    mentions.map(|mention| Mark {
        start: mention.start,
        end: mention.end,
        id: &entity.id,
        kind: Kind::of(entity.kind),
        form: Some(mention.form.name()),
        last: false,
    })
}

/// Less the words "first" and "one", which are seldom meant as figures.
pub fn listed_quantities(report: &Report) -> impl Iterator<Item = &Quantity> {
    report.quantities.iter().filter(|quantity| {
        let letters = match quantity.kind {
            QuantityKind::Ordinal => "first".len(),
            QuantityKind::Count => "one".len(),
            _ => return true,
        };
        quantity.value != Some(1.0) || (quantity.end - quantity.start) as usize != letters
    })
}

fn outermost(a: &Mark, b: &Mark) -> Ordering {
    let key = |mark: &Mark| (mark.kind.layer(), mark.start, u32::MAX - mark.end);
    key(a).cmp(&key(b))
}

/// The marks of each stretch, for stretches in text order and marks in the order of [`marks_of`].
pub fn share<'m, 'r>(marks: &'m [Mark<'r>], stretches: &[Span]) -> Vec<Vec<&'m Mark<'r>>> {
    let mut waiting = marks.iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let of_stretch = |stretch: &Span| {
        open.retain(|mark| mark.end > stretch.start);
        while let Some(mark) = waiting.next_if(|mark| mark.start < stretch.end) {
            if mark.end > stretch.start {
                open.push(mark);
            }
        }
        open.clone()
    };
    stretches.iter().map(of_stretch).collect()
}

/// The steps that draw a stretch of text, properly nested, from the marks that overlap it.
pub fn nest<'m, 'r>(marks: &[&'m Mark<'r>], stretch: Span) -> Vec<Step<'m, 'r>> {
    let bounds = bounds(marks, stretch);
    let mut waiting = marks.iter().copied().peekable();
    let mut steps = Vec::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut active: Vec<&Mark> = Vec::new();
    for piece in bounds.windows(2) {
        let (start, end) = (piece[0], piece[1]);
        active.retain(|mark| mark.end > start);
        while let Some(mark) = waiting.next_if(|mark| mark.start <= start) {
            active.extend(Some(mark).filter(|mark| mark.end > start));
        }
        active.sort_by(|a, b| outermost(a, b));
        let same = open.iter().zip(&active).take_while(|(a, b)| std::ptr::eq(**a, **b)).count();
        steps.extend(open[same..].iter().rev().map(|&mark| Step::Close(mark)));
        steps.extend(active[same..].iter().map(|&mark| Step::Open(mark)));
        steps.push(Step::Text(start, end));
        open.clone_from(&active);
    }
    steps.extend(open.iter().rev().map(|&mark| Step::Close(mark)));
    steps
}

/// Where a mark begins or ends inside a stretch, and the stretch itself.
fn bounds(marks: &[&Mark], stretch: Span) -> Vec<u32> {
    let inside = marks.iter().flat_map(|mark| [mark.start.max(stretch.start), mark.end.min(stretch.end)]);
    let mut bounds: Vec<u32> = [stretch.start, stretch.end].into_iter().chain(inside).collect();
    bounds.sort_unstable();
    bounds.dedup();
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(kind: Kind, id: &'static str, start: u32, end: u32) -> Mark<'static> {
        Mark { start, end, id, kind, form: None, last: false }
    }

    /// The letters of a stretch, with `(id` where a mark opens and `)` where it closes.
    #[track_caller]
    fn check(mut marks: Vec<Mark>, stretch: Span, expected: &str) {
        marks.sort_by(|a, b| a.start.cmp(&b.start).then_with(|| outermost(a, b)));
        let [shared] = share(&marks, &[stretch]).try_into().expect("one stretch");
        let drawn = nest(&shared, stretch).into_iter().map(|step| match step {
            Step::Text(start, end) => "abcdefghij"[start as usize..end as usize].to_owned(),
            Step::Open(mark) => format!("({} ", mark.id),
            Step::Close(_) => ")".to_owned(),
        });
        assert_eq!(drawn.collect::<String>(), expected);
    }

    const ALL: Span = Span { start: 0, end: 10 };

    #[test]
    fn marks_nest() {
        check(vec![mark(Kind::Claim, "c1", 2, 8), mark(Kind::Time, "t1", 4, 6)], ALL, "ab(c1 cd(t1 ef)gh)ij");
        check(vec![mark(Kind::Source, "s", 0, 4), mark(Kind::Claim, "c", 0, 4)], ALL, "(c (s abcd))efghij");
        check(vec![], ALL, "abcdefghij");
    }

    #[test]
    fn what_crosses_is_cut() {
        check(vec![mark(Kind::Claim, "c1", 0, 5), mark(Kind::Person, "e1", 3, 8)], ALL, "(c1 abc(e1 de))(e1 fgh)ij");
        check(vec![mark(Kind::Claim, "c1", 0, 5), mark(Kind::Claim, "c2", 3, 8)], ALL, "(c1 abc(c2 de))(c2 fgh)ij");
        // Near miss: what only meets does not cross.
        check(vec![mark(Kind::Claim, "c1", 0, 5), mark(Kind::Claim, "c2", 5, 8)], ALL, "(c1 abcde)(c2 fgh)ij");
    }

    #[test]
    fn a_stretch_cuts_what_goes_on() {
        let marks = vec![mark(Kind::Claim, "c1", 0, 9), mark(Kind::Claim, "c2", 7, 9)];
        check(marks, Span { start: 4, end: 7 }, "(c1 efg)");
    }
}

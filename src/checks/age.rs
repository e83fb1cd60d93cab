//! "born on 4 May 1950, died on 10 June 2020 aged 70"; "Ada Finch, 61, was born in 1969" by the publication date.

use super::rounding::Interval;
use super::{Check, Computed, Found, Kind, Scan};
use crate::quantities::{Kind as Quality, Quantity};
use crate::times::calendar::Date;
use crate::times::{Basis, Time};

/// Sentences that state a birth, a death and an age, one of each.
pub fn find(scan: &Scan) -> Vec<Check> {
    (0..scan.document.sentences.len())
        .filter_map(|sentence| check(scan, sentence).or_else(|| at_publication(scan, sentence)))
        .collect()
}

fn check(scan: &Scan, sentence: usize) -> Option<Check> {
    let tokens = scan.document.sentences[sentence].tokens.clone();
    let first = scan.times.partition_point(|t| t.tokens.start < tokens.start);
    let times: Vec<&Time> = scan.times[first..].iter().take_while(|t| t.tokens.start < tokens.end).collect();
    let born = one(times.iter().filter(|t| follows(scan, t, &["born"])))?;
    let died = one(times.iter().filter(|t| follows(scan, t, &["died", "death", "dies"])))?;
    let here = scan.quantities_of(sentence);
    let age = one(here.iter().map(|&i| &scan.quantities[i]).filter(|q| is_in_years(q)))?;
    let said = age.value?;
    let years = died.1.year - born.1.year;
    let had_birthday = (died.1.month, died.1.day) >= (born.1.month, born.1.day);
    let is_exact = born.2 && died.2;
    let computed = f64::from(if is_exact && !had_birthday { years - 1 } else { years });
    (years > 0).then_some(())?;
    let agrees = said == computed || !is_exact && said == computed - 1.;
    Some(
        Found {
            kind: Kind::Age,
            rule: "age between birth and death",
            agrees,
            computed: Computed::Number { value: computed, unit: Some("a".to_owned()) },
        }
        .over(&[born.0.span, died.0.span, age.span])
        .judging(age.span, Some(Interval { low: computed - f64::from(!is_exact), high: computed })),
    )
    .filter(|_| born.0.span != died.0.span)
}

/// "Ada Finch, 61, was born in 1969": one age and one year of birth of the same subject, on the day of publication.
fn at_publication(scan: &Scan, sentence: usize) -> Option<Check> {
    let today = scan.published?;
    let document = scan.document;
    let tokens = document.sentences[sentence].tokens.clone();
    let first = scan.times.partition_point(|t| t.tokens.start < tokens.start);
    let mut times = scan.times[first..].iter().take_while(|t| t.tokens.start < tokens.end);
    let born = one(std::iter::once(&times.find(|t| follows(scan, t, &["born"]))?))?;
    let here = scan.quantities_of(sentence);
    let age = here.iter().map(|&i| &scan.quantities[i]).find(|q| is_in_years(q))?;
    // ", 61, was born", ", 61, who was born": nobody else stands between.
    let gap: Vec<&str> = (age.tokens.end..born.0.tokens.start).map(|i| document.lower(i)).collect();
    let gap = gap.strip_suffix(&["in"]).or_else(|| gap.strip_suffix(&["on"])).unwrap_or(&gap);
    let is_own = matches!(gap, [",", "was" | "is", "born"] | [",", "who", "was" | "is", "born"] | [",", "born"]);
    let said = age.value.filter(|_| is_own && !age.approximate)?;
    let years = today.year - born.1.year;
    let had_birthday = (today.month, today.day) >= (born.1.month, born.1.day);
    let computed = f64::from(if born.2 && !had_birthday { years - 1 } else { years });
    (years > 0).then_some(())?;
    let low = computed - f64::from(!born.2);
    // An old article may have been printed again: a year of tolerance.
    let agrees = (low..=computed).contains(&said);
    (agrees || !(low - 1. ..=computed + 1.).contains(&said)).then_some(())?;
    let computed_number = Computed::Number { value: computed, unit: Some("a".to_owned()) };
    Some(
        Found { kind: Kind::Age, rule: "age by the year of birth", agrees, computed: computed_number }
            .over(&[born.0.span, age.span])
            .judging(age.span, Some(Interval { low, high: computed })),
    )
}

/// "aged 18", "61 years old"; not "18 months old".
fn is_in_years(q: &Quantity) -> bool {
    q.kind == Quality::Age && q.unit.as_deref().is_none_or(|unit| unit == "a")
}

fn one<T: Resolve>(mut items: impl Iterator<Item = T>) -> Option<T::Out> {
    let item = items.next()?;
    if items.next().is_some() { None } else { item.resolve() }
}

/// A time with its first day and whether that day is known; a quantity is itself.
trait Resolve {
    type Out;
    fn resolve(self) -> Option<Self::Out>;
}

impl<'a> Resolve for &&'a Time {
    type Out = (&'a Time, Date, bool);
    fn resolve(self) -> Option<Self::Out> {
        let first = Date::read(self.from.as_deref()?)?;
        (self.basis == Basis::Stated && matches!(self.value.len(), 4 | 7 | 10)).then_some((
            *self,
            first,
            self.value.len() == 10,
        ))
    }
}

impl<'a> Resolve for &'a crate::quantities::Quantity {
    type Out = &'a crate::quantities::Quantity;
    fn resolve(self) -> Option<Self::Out> {
        Some(self)
    }
}

/// One of the words right before, over "on" and "in".
fn follows(scan: &Scan, time: &Time, words: &[&str]) -> bool {
    (1..=3).any(|back| {
        let word = scan.document.lower_at(time.tokens.start as isize - back);
        words.contains(&word)
            && (1..back).all(|i| matches!(scan.document.lower_at(time.tokens.start as isize - i), "on" | "in"))
    })
}

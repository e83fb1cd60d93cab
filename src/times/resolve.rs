//! From what is said to which day that was: by the publication date, the tense, and the last date in the text.

use super::calendar::Date;
use super::holiday;
use super::moment::{Moment, Unit, When, Which, Year};
use super::reader::Reader;
use super::spans::{
    Resolved, grain, grained, near_day, of_day, of_month, of_months, of_season, of_unit, of_week, of_year, of_years,
    shift, weekday,
};
use super::tense::{self, Tense};
use super::{Basis, Kind, Time};
use crate::tags::Syntax;
use std::ops::Range;

/// Paragraphs from the head in which a date with its year dates the article, if nothing else does.
const LEAD_PARAGRAPHS: usize = 3;

/// Resolves times in text order.
pub struct Resolver<'r, 't> {
    reader: &'r Reader<'r, 't>,
    syntax: &'r Syntax,
    published: Option<Date>,
    /// The last day, month or year that was said, as its first day.
    context: Option<(Date, Unit)>,
    /// The last day that was said, where it is not known which: "XXXX-WXX-3", "XXXX-07-07".
    unknown_day: Option<String>,
    /// The last day that was said with its year, where the article has no date.
    anchor: Option<Date>,
}

impl<'r, 't> Resolver<'r, 't> {
    /// Against a publication date, if there is one.
    pub fn new(reader: &'r Reader<'r, 't>, syntax: &'r Syntax, published: Option<&str>) -> Resolver<'r, 't> {
        Resolver {
            reader,
            syntax,
            published: published.and_then(Date::read),
            context: None,
            unknown_day: None,
            anchor: None,
        }
    }

    /// The publication date.
    pub fn today(&self) -> Option<Date> {
        self.published
    }

    /// The time that `tokens` are.
    pub fn time(&mut self, tokens: Range<usize>, moment: &Moment, rule: &'static str) -> Option<Time> {
        let at = tokens.start;
        let (kind, resolved) = match moment {
            Moment::Date(when) => (Kind::Date, self.date(at, when)?),
            Moment::Part(part, when) => (Kind::Time, self.time_of_day(at, part, when.as_ref())?),
            Moment::Clock(clock, when) => (Kind::Time, self.time_of_day(at, clock, when.as_ref())?),
            Moment::Duration(value, reach) => (Kind::Duration, self.duration(value, *reach)),
            Moment::Set(value) => (Kind::Set, Resolved { value: value.clone(), days: None, basis: Basis::Stated }),
        };
        // No day is after the last of the calendar, and none before its first.
        let days = resolved.days.filter(|(first, end)| first.year >= 1 && first < end && end.year <= 9999);
        if let (Kind::Date, Some((first, _))) = (kind, days) {
            self.context = Some((first, grain(&resolved.value)));
            if matches!(moment, Moment::Date(When::Full(_))) && self.is_lead(at) {
                self.anchor = Some(first);
            }
        }
        if kind == Kind::Date {
            self.unknown_day = unknown_day(&resolved.value).or(self.unknown_day.take());
        }
        Some(Time {
            span: self.reader.document.span(tokens.start, tokens.end - 1),
            kind,
            value: resolved.value,
            from: days.map(|(first, _)| first.to_string()),
            until: days.map(|(_, end)| end.to_string()),
            basis: resolved.basis,
            rule,
            tokens,
        })
    }

    fn time_of_day(&mut self, at: usize, clock: &str, when: Option<&When>) -> Option<Resolved> {
        // Its day is looked for when all times are known.
        let Some(when) = when else {
            return Some(Resolved { value: clock.to_owned(), days: None, basis: Basis::None });
        };
        let day = self.date(at, when)?;
        if let Some((first, _)) = day.days {
            self.context = Some((first, Unit::Day));
        }
        let value = if day.value.ends_with("_REF") { super::placed::UNKNOWN_DAY } else { &day.value };
        Some(Resolved { value: format!("{value}{clock}"), ..day })
    }

    /// Among the first paragraphs, where an article says when it was written.
    fn is_lead(&self, at: usize) -> bool {
        let document = self.reader.document;
        let sentence = document.sentence_of(at);
        document
            .paragraphs
            .get(..LEAD_PARAGRAPHS.min(document.paragraphs.len()))
            .is_some_and(|lead| lead.last().is_some_and(|p| sentence < p.sentences.end))
    }

    /// "the past 30 days" ends today.
    fn duration(&self, value: &str, reach: Option<(Unit, f64, i32)>) -> Resolved {
        let days = self.published.zip(reach).and_then(|(today, (unit, count, way))| {
            let other = shift(today, unit, count * f64::from(way))?;
            Some(if way < 0 { (other, today) } else { (today, other) })
        });
        let basis = if days.is_some() { Basis::Published } else { Basis::Stated };
        Resolved { value: value.to_owned(), days, basis }
    }

    fn date(&self, at: usize, when: &When) -> Option<Resolved> {
        let tense = || tense::of(self.reader.document, self.syntax, at);
        let stated = |r: Option<Resolved>| r.map(|r| Resolved { basis: Basis::Stated, ..r });
        let none = |value: String| Some(Resolved { value, days: None, basis: Basis::None });
        match *when {
            When::Full(day) => stated(Some(of_day(day))),
            When::Year(year) => stated(of_year(year)),
            When::Years(first, last) => stated(Some(Resolved {
                value: format!("{first}/{last}"),
                days: Some((Date::new(first, 1, 1)?, Date::new(last + 1, 1, 1)?)),
                basis: Basis::Stated,
            })),
            When::Decade(decade) => stated(of_years(decade.to_string(), decade * 10, 10)),
            When::Century(century) => stated(of_years(format!("{century:02}"), century * 100, 100)),
            When::MonthDay(month, day) => self.month_day(month, day, tense),
            When::DayOf(month, day, offset) => match self.published {
                Some(today) => Date::new(today.year + offset, month, day).map(of_day),
                None => none(format!("XXXX-{month:02}-{day:02}")),
            },
            When::Month(month, Year::Stated(year)) => stated(of_month(year, month)),
            When::Month(month, year) => match (self.published, self.anchor) {
                (Some(today), _) => of_month(self.month_year(today, month, year, tense), month),
                (None, Some(day)) if year == Year::Bare => {
                    let resolved = of_month(self.month_year(day, month, year, tense), month);
                    resolved.map(|r| Resolved { basis: Basis::Context, ..r })
                }
                _ => none(format!("XXXX-{month:02}")),
            },
            When::FirstMonths(months, year) => self.first_months(months, year),
            When::WeekWith(month, day, year) => {
                let day = match year {
                    Some(year) => Resolved { basis: Basis::Stated, ..of_day(Date::new(year, month, day)?) },
                    None => self.month_day(month, day, tense)?,
                };
                match day.days {
                    Some((first, _)) => Some(Resolved { basis: day.basis, ..of_week(first.monday()) }),
                    None => Some(day),
                }
            }
            When::WeekOf(nth, month, year) => {
                let year = match (year, self.published) {
                    (Year::Stated(year), _) => year,
                    (year, Some(today)) => self.month_year(today, month, year, tense),
                    _ => return none(format!("XXXX-{month:02}")),
                };
                let first = Date::new(year, month, 1)?;
                let day = if nth < 0 { first.plus_months(1).plus_days(-7) } else { first.plus_days(7 * nth - 4) };
                Some(of_week(day.monday()))
            }
            When::Weekday(day, which) => match self.published {
                Some(today) => Some(of_day(weekday(today, day, which, || {
                    if which == Which::Bare && tense::is_limit(self.reader.document, self.syntax, at) {
                        Tense::Future
                    } else {
                        tense()
                    }
                }))),
                None => none(format!("XXXX-WXX-{day}")),
            },
            When::Offset(unit, count) => match self.published {
                Some(today) => of_unit(today, unit, count),
                None if unit == Unit::Weekend => none("XXXX-WXX-WE".to_owned()),
                None if unit == Unit::Week => none("XXXX-WXX".to_owned()),
                None => none(
                    if count < 0 {
                        "PAST_REF"
                    } else if count > 0 {
                        "FUTURE_REF"
                    } else {
                        "PRESENT_REF"
                    }
                    .to_owned(),
                ),
            },
            When::Context(unit, count) => match (self.near(unit), self.published) {
                (Some(day), _) => of_unit(day, unit, count).map(|r| Resolved { basis: Basis::Context, ..r }),
                // "the previous year" without another in the text is the one before this.
                (None, Some(today)) if unit >= Unit::Month => of_unit(today, unit, count),
                _ => match self
                    .unknown_day
                    .as_deref()
                    .filter(|_| unit == Unit::Day)
                    .and_then(|day| day_beside(day, count))
                {
                    Some(value) => Some(Resolved { value, days: None, basis: Basis::Context }),
                    None => none("XXXX-XX-XX".to_owned()),
                },
            },
            When::Ago(unit, count) => match self.published {
                Some(today) => grained(today, unit, count),
                None => none(if count < 0. { "PAST_REF" } else { "FUTURE_REF" }.to_owned()),
            },
            When::Later(unit, count) => match (self.near(unit), self.published) {
                (Some(day), _) => grained(day, unit, count).map(|r| Resolved { basis: Basis::Context, ..r }),
                (None, Some(today)) if unit >= Unit::Month => grained(today, unit, count),
                _ => none(if count < 0. { "PAST_REF" } else { "FUTURE_REF" }.to_owned()),
            },
            When::YearBefore(unit) => {
                let (day, grain) = self
                    .context
                    .filter(|c| matches!(c.1, Unit::Month | Unit::Quarter))
                    .unwrap_or((self.published?, unit));
                let there = day.plus_months(-12);
                of_unit(there, grain, 0).map(|r| Resolved { basis: Basis::Context, ..r })
            }
            When::Season(code, year) => self.named_part(year, tense, |y| of_season(code, y), || format!("XXXX-{code}")),
            When::Quarter(n, year) => self.quarter(n, year, tense),
            When::Half(n, year) => self.named_part(
                year,
                tense,
                |y| of_months(format!("{y:04}-H{n}"), y, (n - 1) * 6 + 1, 6),
                || format!("XXXX-H{n}"),
            ),
            When::Fiscal(year) => match year {
                Year::Stated(year) => Some(Resolved { value: format!("FY{year}"), days: None, basis: Basis::Stated }),
                _ => None,
            },
            When::Holiday(rule, Year::Stated(year)) => stated(holiday::day(rule, year).map(of_day)),
            When::Holiday(rule, Year::Offset(n)) if self.published.is_some() => {
                holiday::day(rule, self.published?.year + n).map(of_day)
            }
            When::Holiday(rule, _) => match self.published {
                Some(today) => near_day(today, tense(), |year| holiday::day(rule, year)).map(of_day),
                None => none(if rule.len() == 5 { format!("XXXX-{rule}") } else { "XXXX-XX-XX".to_owned() }),
            },
            When::Vague(value) => none(value.to_owned()),
        }
    }

    /// "13 September": of the year that the publication date and the tense give, or of the last date with a year.
    fn month_day(&self, month: u32, day: u32, tense: impl Fn() -> Tense) -> Option<Resolved> {
        let near = |today: Date, tense: Tense| near_day(today, tense, |year| Date::new(year, month, day)).map(of_day);
        match (self.published, self.anchor) {
            (Some(today), _) => near(today, tense()),
            (None, Some(day)) => near(day, Tense::Unknown).map(|r| Resolved { basis: Basis::Context, ..r }),
            (None, None) => {
                Some(Resolved { value: format!("XXXX-{month:02}-{day:02}"), days: None, basis: Basis::None })
            }
        }
    }

    /// "the first seven months of 2019".
    fn first_months(&self, months: u32, year: Year) -> Option<Resolved> {
        let (year, basis) = match (year, self.published) {
            (Year::Stated(year), _) => (year, Basis::Stated),
            (Year::Offset(n), Some(today)) => (today.year + n, Basis::Published),
            _ => return None,
        };
        let value = match months {
            3 => format!("{year:04}-Q1"),
            6 => format!("{year:04}-H1"),
            _ => format!("{year:04}-01/{year:04}-{months:02}"),
        };
        of_months(value, year, 1, months as i32).map(|r| Resolved { basis, ..r })
    }

    /// The last date of the text, if it is known as exactly as `unit` asks.
    fn near(&self, unit: Unit) -> Option<Date> {
        self.context.filter(|(_, grain)| *grain <= unit).map(|(day, _)| day)
    }

    fn month_year(&self, today: Date, month: u32, year: Year, tense: impl Fn() -> Tense) -> i32 {
        let before = if month <= today.month { today.year } else { today.year - 1 };
        let ahead = if month >= today.month { today.year } else { today.year + 1 };
        match year {
            Year::Stated(year) => year,
            // "last July", "next July": the nearest that way.
            Year::Offset(-100) => {
                if month < today.month {
                    today.year
                } else {
                    today.year - 1
                }
            }
            Year::Offset(100) => {
                if month > today.month {
                    today.year
                } else {
                    today.year + 1
                }
            }
            Year::Offset(n) => today.year + n,
            Year::Bare => match tense() {
                Tense::Future => ahead,
                Tense::Past => before,
                Tense::Unknown => {
                    if month <= today.month || month - today.month > 3 {
                        before
                    } else {
                        ahead
                    }
                }
            },
        }
    }

    fn named_part(
        &self,
        year: Year,
        tense: impl Fn() -> Tense,
        part: impl Fn(i32) -> Option<Resolved>,
        bare: impl Fn() -> String,
    ) -> Option<Resolved> {
        match (year, self.published) {
            (Year::Stated(year), _) => part(year).map(|r| Resolved { basis: Basis::Stated, ..r }),
            (_, None) => Some(Resolved { value: bare(), days: None, basis: Basis::None }),
            (Year::Offset(n @ (-1..=1)), Some(today)) => part(today.year + n),
            (year, Some(today)) => {
                let began = part(today.year)?.days?.0;
                let back = match year {
                    Year::Offset(-100) => true,
                    Year::Offset(_) => false,
                    _ => tense() != Tense::Future,
                };
                let ended = part(today.year)?.days?.1 <= today;
                let number = match (back, year) {
                    (true, Year::Offset(_)) => {
                        if ended {
                            today.year
                        } else {
                            today.year - 1
                        }
                    }
                    (true, _) => {
                        if began <= today {
                            today.year
                        } else {
                            today.year - 1
                        }
                    }
                    (false, _) => {
                        if began > today {
                            today.year
                        } else {
                            today.year + 1
                        }
                    }
                };
                part(number)
            }
        }
    }

    /// A quarter is reported after it ended, and foreseen before.
    fn quarter(&self, n: u32, year: Year, tense: impl Fn() -> Tense) -> Option<Resolved> {
        let part = |y: i32| of_months(format!("{y:04}-Q{n}"), y, (n - 1) * 3 + 1, 3);
        match (year, self.published) {
            (Year::Bare, Some(today)) => {
                let began = part(today.year)?.days?.0;
                // A quarter that begins within months is the coming one, unless it is over.
                let is_soon = began.number() - today.number() < 100;
                let future = began > today && (tense() == Tense::Future || is_soon && tense() == Tense::Unknown);
                part(if began <= today || future { today.year } else { today.year - 1 })
            }
            _ => self.named_part(year, tense, part, || format!("XXXX-Q{n}")),
        }
    }
}

/// A day of which only the weekday, or the month and the day, are known.
fn unknown_day(value: &str) -> Option<String> {
    (value.len() == 10 && value.starts_with("XXXX-") && value != "XXXX-XX-XX").then(|| value.to_owned())
}

/// The day `count` after one that is not wholly known: the day after "XXXX-WXX-7" is "XXXX-WXX-1".
fn day_beside(day: &str, count: i32) -> Option<String> {
    if let Some(weekday) = day.strip_prefix("XXXX-WXX-") {
        let weekday: i32 = weekday.parse().ok()?;
        return Some(format!("XXXX-WXX-{}", (weekday - 1 + count).rem_euclid(7) + 1));
    }
    // The year tells nothing but whether there is a 29 February.
    let date = Date::read(&day.replace("XXXX", "2001"))?.plus_days(count);
    Some(format!("XXXX-{:02}-{:02}", date.month, date.day))
}

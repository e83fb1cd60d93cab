//! From what is said to which day that was: by the publication date, the tense, and the last date in the text.

use super::calendar::Date;
use super::holiday;
use super::moment::{Moment, UNKNOWN_DAY, Unit, When, Which, Year};
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
/// The headline and the first paragraph, where a dateline stands.
const HEAD_PARAGRAPHS: usize = 2;

/// A month without a year and a tense is the coming one if it is at most so many months ahead.
const COMING_MONTHS: u32 = 3;
/// The rule of a holiday that is on the same day each year.
const FIXED_DAY: &str = "MM-DD";

/// Resolves times in text order.
pub struct Resolver<'r, 't> {
    reader: &'r Reader<'r, 't>,
    syntax: &'r Syntax,
    published: Option<Date>,
    /// The last day, month or year that was said, as its first day.
    context: Option<(Date, Unit)>,
    /// The last day that was said, where it is not known which: "XXXX-WXX-3", "XXXX-07-07".
    unknown_day: Option<String>,
    /// The last month, quarter or half that was said: "-07", "-Q3", "-H1".
    period: Option<String>,
    /// The last day that was said with its year, where the article has no date.
    anchor: Option<Date>,
    /// The same, where it stands at the head of the article: "this year" is counted from it.
    dateline: Option<Date>,
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
            period: None,
            anchor: None,
            dateline: None,
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
            if matches!(moment, Moment::Date(When::Full(_))) {
                let (is_lead, is_head) =
                    (self.is_among_first(LEAD_PARAGRAPHS, at), self.is_among_first(HEAD_PARAGRAPHS, at));
                self.anchor = if is_lead { Some(first) } else { self.anchor };
                self.dateline = self.dateline.or(is_head.then_some(first));
            }
        }
        if kind == Kind::Date {
            self.period = period(&resolved.value).or(self.period.take());
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
        let value = if day.value.ends_with("_REF") { UNKNOWN_DAY } else { &day.value };
        Some(Resolved { value: format!("{value}{clock}"), ..day })
    }

    /// Among the first paragraphs, where an article says when it was written.
    fn is_among_first(&self, paragraphs: usize, at: usize) -> bool {
        let document = self.reader.document;
        let sentence = document.sentence_of(at);
        document
            .paragraphs
            .get(..paragraphs.min(document.paragraphs.len()))
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
        // By "until June" one that comes is meant, whatever the tense, and by "through Friday" too; what was "collected through
        // June" is past.
        let may_be_limit = || self.reader.before(at, 1) != "through" || matches!(*when, When::Weekday(_, Which::Bare));
        let is_limit = || may_be_limit() && tense::is_limit(self.reader.document, self.syntax, at);
        let tense = || if is_limit() { Tense::Future } else { tense::of(self.reader.document, self.syntax, at) };
        match *when {
            When::Full(day) => Some(stated(of_day(day))),
            When::Year(year) => of_year(year).map(stated),
            When::Years(first, last) => years(first, last),
            When::Decade(decade) => of_years(decade.to_string(), decade * 10, 10).map(stated),
            When::Century(century) => of_years(format!("{century:02}"), century * 100, 100).map(stated),
            When::MonthDay(month, day) => self.month_day(month, day, tense),
            When::DayOf(month, day, offset) => match (self.published, self.dateline) {
                (Some(today), _) => Date::new(today.year + offset, month, day).map(of_day),
                (None, Some(today)) => Date::new(today.year + offset, month, day).map(of_day).map(by_context),
                (None, None) => unknown(format!("XXXX-{month:02}-{day:02}")),
            },
            When::Month(month, year) => self.month(month, year, tense),
            When::FirstMonths(months, year) => self.first_months(months, year),
            When::WeekWith(month, day, year) => self.week_with(month, day, year, tense),
            When::WeekOf(nth, month, year) => self.week_of(nth, month, year, tense),
            When::Weekday(day, which) => self.weekday(day, which, tense),
            // "reported at the weekend", in an article of a Wednesday.
            When::Offset(Unit::Weekend, 0) if self.is_last_weekend(at, tense) => self.offset(Unit::Weekend, -1),
            When::Offset(unit, count) => self.offset(unit, count),
            When::Context(unit, count) => self.in_context(unit, count),
            When::Ago(unit, count) => match self.published {
                Some(today) => grained(today, unit, count),
                None => unknown(reference(count)),
            },
            When::Later(unit, count) => match (self.near(unit), self.published) {
                (Some(day), _) => grained(day, unit, count).map(by_context),
                (None, Some(today)) if unit >= Unit::Month => grained(today, unit, count),
                _ => self.beside_unknown(unit, count as i32).or_else(|| unknown(reference(count))),
            },
            When::SamePeriod(year) => self.same_period(year),
            When::YearBefore(unit) => self.year_before(unit),
            When::Season(code, year) => self.named_part(year, tense, |y| of_season(code, y), || format!("XXXX-{code}")),
            When::Quarter(n, year) => self.quarter(n, year, tense),
            When::Half(n, year) => {
                let half = |y: i32| of_months(format!("{y:04}-H{n}"), y, (n - 1) * 6 + 1, 6);
                self.named_part(year, tense, half, || format!("XXXX-H{n}"))
            }
            When::Fiscal(Year::Stated(year)) => {
                Some(Resolved { value: format!("FY{year}"), days: None, basis: Basis::Stated })
            }
            When::Fiscal(_) => None,
            When::Holiday(rule, year) => self.holiday(rule, year, tense),
            When::Vague(value) => unknown(value),
        }
    }

    /// "July", "July 2023", "last July".
    fn month(&self, month: u32, year: Year, tense: impl Fn() -> Tense) -> Option<Resolved> {
        if let Year::Stated(year) = year {
            return of_month(year, month).map(stated);
        }
        match (self.published, self.anchor) {
            (Some(today), _) => of_month(self.month_year(today, month, year, tense), month),
            (None, Some(day)) if year == Year::Bare || self.dateline.is_some() => {
                of_month(self.month_year(day, month, year, tense), month).map(by_context)
            }
            _ => unknown(format!("XXXX-{month:02}")),
        }
    }

    /// "the week of April 7".
    fn week_with(&self, month: u32, day: u32, year: Option<i32>, tense: impl Fn() -> Tense) -> Option<Resolved> {
        let day = match year {
            Some(year) => stated(of_day(Date::new(year, month, day)?)),
            None => self.month_day(month, day, tense)?,
        };
        match day.days {
            Some((first, _)) => Some(Resolved { basis: day.basis, ..of_week(first.monday()) }),
            None => Some(day),
        }
    }

    /// "the last week of March".
    fn week_of(&self, nth: i32, month: u32, year: Year, tense: impl Fn() -> Tense) -> Option<Resolved> {
        let year = match (year, self.published) {
            (Year::Stated(year), _) => year,
            (year, Some(today)) => self.month_year(today, month, year, tense),
            _ => return unknown(format!("XXXX-{month:02}")),
        };
        let first = Date::new(year, month, 1)?;
        let day = if nth < 0 { first.plus_months(1).plus_days(-7) } else { first.plus_days(7 * nth - 4) };
        Some(of_week(day.monday()))
    }

    /// "Wednesday", "next Wednesday".
    fn weekday(&self, day: u32, which: Which, tense: impl Fn() -> Tense) -> Option<Resolved> {
        let Some(today) = self.published else { return unknown(format!("XXXX-WXX-{day}")) };
        Some(of_day(weekday(today, day, which, tense)))
    }

    /// Whether "the weekend" of something past is the one before the week in which the article was published.
    fn is_last_weekend(&self, at: usize, tense: impl Fn() -> Tense) -> bool {
        let is_weekday = self.published.is_some_and(|today| today.weekday() < 6);
        is_weekday && self.reader.lower(at) == "the" && tense() == Tense::Past
    }

    /// "today", "last week".
    fn offset(&self, unit: Unit, count: i32) -> Option<Resolved> {
        match self.published {
            Some(today) => of_unit(today, unit, count),
            // "this year" in an article that says when it was written.
            None if unit == Unit::Year && self.dateline.is_some() => {
                of_unit(self.dateline?, unit, count).map(by_context)
            }
            None if unit == Unit::Weekend => unknown("XXXX-WXX-WE"),
            None if unit == Unit::Week => unknown("XXXX-WXX"),
            None if count == 0 => unknown("PRESENT_REF"),
            None => unknown(reference(f64::from(count))),
        }
    }

    /// "the next day", "that week".
    fn in_context(&self, unit: Unit, count: i32) -> Option<Resolved> {
        match (self.near(unit), self.published) {
            (Some(day), _) => return of_unit(day, unit, count).map(by_context),
            // "the previous year" without another in the text is the one before this.
            (None, Some(today)) if unit >= Unit::Month => return of_unit(today, unit, count),
            _ => {}
        }
        self.beside_unknown(unit, count).or_else(|| unknown(UNKNOWN_DAY))
    }

    /// So many days from the last day that is not wholly known.
    fn beside_unknown(&self, unit: Unit, count: i32) -> Option<Resolved> {
        let day = self.unknown_day.as_deref().filter(|_| unit == Unit::Day)?;
        Some(Resolved { value: day_beside(day, count)?, days: None, basis: Basis::Context })
    }

    /// "the same period last year".
    fn year_before(&self, unit: Unit) -> Option<Resolved> {
        let period = self.context.filter(|(_, grain)| matches!(grain, Unit::Month | Unit::Quarter));
        match (period, self.published) {
            (Some((day, _)), _) if self.period.is_some() => self.same_period(day.year - 1),
            (Some((day, grain)), _) => of_unit(day.plus_months(-12), grain, 0).map(by_context),
            (None, Some(today)) => of_unit(today.plus_months(-12), unit, 0).map(by_context),
            (None, None) => unknown(reference(-1.)),
        }
    }

    /// "the same period of 2021".
    fn same_period(&self, year: i32) -> Option<Resolved> {
        let Some((kind, number)) = self.period.as_deref().and_then(|period| period.split_at_checked(2)) else {
            return of_year(year).map(stated);
        };
        let number: u32 = number.parse().ok()?;
        let value = format!("{year:04}{kind}{number}");
        match kind {
            "-H" => of_months(value, year, number * 6 - 5, 6),
            "-Q" => of_months(value, year, number * 3 - 2, 3),
            _ => of_month(year, self.context?.0.month),
        }
        .map(by_context)
    }

    fn holiday(&self, rule: &str, year: Year, tense: impl Fn() -> Tense) -> Option<Resolved> {
        match (year, self.published) {
            (Year::Stated(year), _) => holiday::day(rule, year).map(of_day).map(stated),
            (Year::Offset(n), Some(today)) => holiday::day(rule, today.year + n).map(of_day),
            (_, Some(today)) => near_day(today, tense(), |year| holiday::day(rule, year)).map(of_day),
            (_, None) if rule.len() == FIXED_DAY.len() => unknown(format!("XXXX-{rule}")),
            (_, None) => unknown(UNKNOWN_DAY),
        }
    }

    /// "13 September": of the year that the publication date and the tense give, or of the last date with a year.
    fn month_day(&self, month: u32, day: u32, tense: impl Fn() -> Tense) -> Option<Resolved> {
        let near = |today: Date, tense: Tense| near_day(today, tense, |year| Date::new(year, month, day)).map(of_day);
        match (self.published, self.anchor) {
            (Some(today), _) => near(today, tense()),
            (None, Some(day)) => near(day, Tense::Unknown).map(by_context),
            (None, None) => unknown(format!("XXXX-{month:02}-{day:02}")),
        }
    }

    /// "the first seven months of 2019".
    fn first_months(&self, months: u32, year: Year) -> Option<Resolved> {
        let known = match (year, self.published) {
            (Year::Stated(year), _) => Some((year, Basis::Stated)),
            (Year::Offset(n), Some(today)) => Some((today.year + n, Basis::Published)),
            _ => None,
        };
        let digits = known.map_or_else(|| "XXXX".to_owned(), |(year, _)| format!("{year:04}"));
        let value = match months {
            3 => format!("{digits}-Q1"),
            6 => format!("{digits}-H1"),
            _ => format!("{digits}-01/{digits}-{months:02}"),
        };
        let Some((year, basis)) = known else { return unknown(value) };
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
            Year::Offset(-100) => today.year - i32::from(month >= today.month),
            Year::Offset(100) => today.year + i32::from(month <= today.month),
            Year::Offset(n) => today.year + n,
            Year::Bare => match tense() {
                Tense::Future => ahead,
                Tense::Past => before,
                Tense::Unknown if month <= today.month || month - today.month > COMING_MONTHS => before,
                Tense::Unknown => ahead,
            },
        }
    }

    /// A season or half of a year: the one that is meant by the year that is said, else by the tense.
    fn named_part(
        &self,
        year: Year,
        tense: impl Fn() -> Tense,
        part: impl Fn(i32) -> Option<Resolved>,
        bare: impl Fn() -> String,
    ) -> Option<Resolved> {
        match (year, self.published) {
            (Year::Stated(year), _) => part(year).map(stated),
            (_, None) => unknown(bare()),
            (Year::Offset(n @ (-1..=1)), Some(today)) => part(today.year + n),
            (year, Some(today)) => {
                let (began, ended) = part(today.year)?.days?;
                let year_offset = match year {
                    // "last summer", "next summer".
                    Year::Offset(-100) => -i32::from(ended > today),
                    Year::Bare | Year::Stated(_) if tense() != Tense::Future => -i32::from(began > today),
                    _ => i32::from(began <= today),
                };
                part(today.year + year_offset)
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

/// What the text itself says.
fn stated(resolved: Resolved) -> Resolved {
    Resolved { basis: Basis::Stated, ..resolved }
}

/// What another date of the text decides.
fn by_context(resolved: Resolved) -> Resolved {
    Resolved { basis: Basis::Context, ..resolved }
}

/// A value whose days nobody can know.
fn unknown(value: impl Into<String>) -> Option<Resolved> {
    Some(Resolved { value: value.into(), days: None, basis: Basis::None })
}

fn reference(count: f64) -> &'static str {
    if count < 0. { "PAST_REF" } else { "FUTURE_REF" }
}

/// "2013-14".
fn years(first: i32, last: i32) -> Option<Resolved> {
    let days = Some((Date::new(first, 1, 1)?, Date::new(last + 1, 1, 1)?));
    Some(Resolved { value: format!("{first}/{last}"), days, basis: Basis::Stated })
}

/// A day of which only the weekday, or the month and the day, are known.
fn unknown_day(value: &str) -> Option<String> {
    (value.len() == 10 && value.starts_with("XXXX-") && value != UNKNOWN_DAY).then(|| value.to_owned())
}

/// The part of a year that a value names: the "-Q3" of "2022-Q3".
fn period(value: &str) -> Option<String> {
    let (year, part) = value.split_at_checked(4)?;
    let is_part = part.len() == 3 && !part.starts_with("-W") && year.bytes().all(|b| b.is_ascii_digit());
    (is_part && !matches!(part, "-SP" | "-SU" | "-FA" | "-WI")).then(|| part.to_owned())
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

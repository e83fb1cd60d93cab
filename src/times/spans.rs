//! The days that a resolved date covers, and its value.

use super::Basis;
use super::calendar::Date;
use super::moment::{Unit, Which};
use super::tense::Tense;

/// A date with its value and the days that it covers.
pub struct Resolved {
    /// TIMEX3 value.
    pub value: String,
    /// First day, and the day after the last.
    pub days: Option<(Date, Date)>,
    /// What it was resolved from.
    pub basis: Basis,
}

/// How exact a value is.
pub fn grain(value: &str) -> Unit {
    match value.len() {
        10 => Unit::Day,
        _ if value.contains("-W") => Unit::Week,
        _ if value.contains("-Q") => Unit::Quarter,
        7 => Unit::Month,
        4 => Unit::Year,
        _ => Unit::Century,
    }
}

pub fn published(value: String, first: Date, end: Date) -> Resolved {
    Resolved { value, days: Some((first, end)), basis: Basis::Published }
}

pub fn of_day(day: Date) -> Resolved {
    published(day.to_string(), day, day.plus_days(1))
}

pub fn of_month(year: i32, month: u32) -> Option<Resolved> {
    of_months(format!("{year:04}-{month:02}"), year, month, 1)
}

pub fn of_months(value: String, year: i32, month: u32, count: i32) -> Option<Resolved> {
    let first = Date::new(year, month, 1)?;
    Some(published(value, first, first.plus_months(count)))
}

pub fn of_year(year: i32) -> Option<Resolved> {
    of_years(format!("{year:04}"), year, 1)
}

pub fn of_years(value: String, year: i32, count: i32) -> Option<Resolved> {
    Some(published(value, Date::new(year, 1, 1)?, Date::new(year + count, 1, 1)?))
}

pub fn of_week(monday: Date) -> Resolved {
    let (year, week) = monday.week();
    published(format!("{year:04}-W{week:02}"), monday, monday.plus_days(7))
}

/// Meteorological seasons of the northern half; winter begins in December of its year.
pub fn of_season(code: &str, year: i32) -> Option<Resolved> {
    let month = match code {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    of_months(format!("{year:04}-{code}"), year, month, 3)
}

/// The unit that holds `day`, `count` further on.
pub fn of_unit(day: Date, unit: Unit, count: i32) -> Option<Resolved> {
    match unit {
        Unit::Day | Unit::Night | Unit::Weekday => Some(of_day(day.plus_days(count))),
        Unit::Week => Some(of_week(day.monday().plus_days(7 * count))),
        Unit::Weekend => {
            let monday = day.monday().plus_days(7 * count);
            let (year, week) = monday.week();
            Some(published(format!("{year:04}-W{week:02}-WE"), monday.plus_days(5), monday.plus_days(7)))
        }
        Unit::Fortnight => Some(of_week(day.monday().plus_days(14 * count))),
        Unit::Month => {
            let first = Date { day: 1, ..day }.plus_months(count);
            of_month(first.year, first.month)
        }
        Unit::Quarter => {
            let first = Date { day: 1, month: (day.month - 1) / 3 * 3 + 1, ..day }.plus_months(3 * count);
            of_months(format!("{:04}-Q{}", first.year, (first.month - 1) / 3 + 1), first.year, first.month, 3)
        }
        Unit::Year => of_year(day.year + count),
        Unit::Decade => {
            let decade = day.year / 10 + count;
            of_years(decade.to_string(), decade * 10, 10)
        }
        Unit::Century => {
            let century = day.year / 100 + count;
            of_years(century.to_string(), century * 100, 100)
        }
        Unit::Second | Unit::Minute | Unit::Hour => None,
    }
}

/// So many units from `day`, as exact as the unit: "two days ago" is a day, "three weeks ago" a week, "seven years ago" a year.
pub fn grained(day: Date, unit: Unit, count: f64) -> Option<Resolved> {
    let there = shift(day, unit, count)?;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day | Unit::Weekday => Some(of_day(there)),
        Unit::Week | Unit::Fortnight | Unit::Weekend => Some(of_week(there.monday())),
        Unit::Month | Unit::Quarter => of_month(there.year, there.month),
        Unit::Year => of_year(there.year),
        Unit::Decade => of_years((there.year / 10).to_string(), there.year / 10 * 10, 10),
        Unit::Century => of_years((there.year / 100).to_string(), there.year / 100 * 100, 100),
    }
}

/// Farther than this no calendar date is meant.
const FARTHEST_UNITS: f64 = 9000.;

pub fn shift(day: Date, unit: Unit, count: f64) -> Option<Date> {
    (count.abs() <= FARTHEST_UNITS).then_some(())?;
    let days = |n: f64| Some(day.plus_days(n as i32));
    let months = |n: f64| {
        let moved = day.plus_months(n as i32);
        (moved != day || n == 0.).then_some(moved)
    };
    match unit {
        Unit::Second => days((count / 86_400.).trunc()),
        Unit::Minute => days((count / 1440.).trunc()),
        Unit::Hour => days((count / 24.).trunc()),
        Unit::Night | Unit::Day | Unit::Weekday => days(count),
        Unit::Week | Unit::Weekend => days(count * 7.),
        Unit::Fortnight => days(count * 14.),
        Unit::Month => months(count),
        Unit::Quarter => months(count * 3.),
        Unit::Year => months(count * 12.),
        Unit::Decade => months(count * 120.),
        Unit::Century => months(count * 1200.),
    }
}

/// Days within which a date without year is looked for against the nearest.
const FARTHEST_BARE_DAY: i32 = 250;

/// The day in the year that the tense asks for; without tense the nearest.
pub fn near_day(today: Date, tense: Tense, day: impl Fn(i32) -> Option<Date>) -> Option<Date> {
    let days: Vec<Date> = (-1..=1).filter_map(|n| day(today.year + n)).collect();
    let nearest = || days.iter().min_by_key(|d| (d.number() - today.number()).abs()).copied();
    // A day that is most of a year away would have been written with its year.
    let near = |d: &Date| (d.number() - today.number()).abs() <= FARTHEST_BARE_DAY;
    match tense {
        Tense::Past => days.iter().rev().find(|d| **d <= today).copied().filter(near).or_else(nearest),
        Tense::Future => days.iter().find(|d| **d >= today).copied().filter(near).or_else(nearest),
        Tense::Unknown => nearest(),
    }
}

/// The weekday that is meant: "Wednesday" said on a Wednesday is today.
pub fn weekday(today: Date, day: u32, which: Which, tense: impl Fn() -> Tense) -> Date {
    let back = (today.weekday() + 7 - day) as i32 % 7;
    let ahead = (day + 7 - today.weekday()) as i32 % 7;
    let strictly = |n: i32| if n == 0 { 7 } else { n };
    let days = match which {
        Which::Last => -strictly(back),
        Which::Next => strictly(ahead),
        Which::This => {
            if tense() == Tense::Past {
                -back
            } else {
                ahead
            }
        }
        Which::Bare => {
            if tense() == Tense::Future {
                ahead
            } else {
                -back
            }
        }
    };
    today.plus_days(days)
}

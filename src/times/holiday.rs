//! Holidays whose date has a rule: "Christmas Day", "Good Friday", "Thanksgiving".

use super::beside::year_after;
use super::calendar::{Date, days_in};
use super::moment::{Moment, When};
use super::reader::Reader;
use crate::model::lists;
use std::ops::Range;

/// A holiday, with the year after it if one is said.
pub fn find(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    (reader.document.is_capitalized(at)).then_some(())?;
    let (count, rule) = lists().holidays.longest(reader.document, at)?;
    let (end, year) = year_after(reader, at + count);
    (count > 1 || !reader.document.is_capitalized((at + 1).min(reader.document.tokens.len() - 1)) || end > at + 1)
        .then_some(())?;
    Some((at..end, Moment::Date(When::Holiday(rule, year))))
}

/// Its day in a year.
pub fn day(rule: &str, year: i32) -> Option<Date> {
    if let Some(days) = rule.strip_prefix("easter ") {
        return Some(Date::easter(year).plus_days(days.parse().ok()?));
    }
    if let Some((month, day)) = rule.split_once('-').filter(|(month, _)| month.len() == 2) {
        return Date::new(year, month.parse().ok()?, day.parse().ok()?);
    }
    let mut fields = rule.split(' ');
    let nth = fields.next()?;
    let (weekday, month): (u32, u32) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    let more: i32 = fields.next().map_or(Some(0), |days| days.trim_start_matches('+').parse().ok())?;
    let day = if nth == "last" {
        let last = Date::new(year, month, days_in(year, month))?;
        last.plus_days(-((last.weekday() + 7 - weekday) as i32 % 7))
    } else {
        let weeks = ["first", "second", "third", "fourth"].iter().position(|n| *n == nth)? as i32;
        let first = Date::new(year, month, 1)?;
        first.plus_days((weekday + 7 - first.weekday()) as i32 % 7 + 7 * weeks)
    };
    Some(day.plus_days(more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_list_gives_a_day() {
        for (rule, date) in [
            ("fourth 4 11", "2023-11-23"),
            ("last 1 05", "2023-05-29"),
            ("easter -2", "2023-04-07"),
            ("12-25", "2023-12-25"),
            ("fourth 4 11 +4", "2023-11-27"),
        ] {
            assert_eq!(day(rule, 2023).map(|d| d.to_string()).as_deref(), Some(date), "{rule}");
        }
    }
}

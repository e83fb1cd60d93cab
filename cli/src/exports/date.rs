//! Days as American English writes them: the same as `Intl.DateTimeFormat("en-US")`.

use onrecord::times::calendar::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// "Wednesday, September 13, 2023", "September 2023" or "2023", by how much is given; anything else as it is.
pub fn date(iso: &str) -> String {
    let Some((year, month, day)) = fields(iso) else { return iso.to_owned() };
    let date = Date::of(number(year, month.unwrap_or(1), day.unwrap_or(1)));
    match (month, day) {
        (None, _) => date.year.to_string(),
        (_, None) => format!("{} {}", month_name(date), date.year),
        _ => {
            let weekday = WEEKDAYS[date.weekday() as usize - 1];
            format!("{weekday}, {} {}, {}", month_name(date), date.day, date.year)
        }
    }
}

/// "September 28 – October 4, 2023": two days of which both belong to it.
pub fn range(first: i32, last: i32) -> String {
    let (first, last) = (Date::of(first), Date::of(last));
    let (month, last_month) = (month_name(first), month_name(last));
    // Thin spaces stand around the dash.
    if first == last {
        format!("{month} {}, {}", first.day, first.year)
    } else if first.year != last.year {
        format!("{month} {}, {}\u{2009}–\u{2009}{last_month} {}, {}", first.day, first.year, last.day, last.year)
    } else if first.month != last.month {
        format!("{month} {}\u{2009}–\u{2009}{last_month} {}, {}", first.day, last.day, first.year)
    } else {
        format!("{month} {}\u{2009}–\u{2009}{}, {}", first.day, last.day, first.year)
    }
}

fn month_name(date: Date) -> &'static str {
    MONTHS[date.month as usize - 1]
}

/// The [`Date::number`] of a day.
pub fn day_number(iso: &str) -> Option<i32> {
    let (year, month, day) = fields(iso)?;
    Some(number(year, month.unwrap_or(1), day.unwrap_or(1)))
}

/// Year, month and day with which a date begins.
fn fields(iso: &str) -> Option<(i32, Option<i32>, Option<i32>)> {
    let digits = |from: usize, to: usize| {
        let digits = iso.get(from..to)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let after_hyphen = |at: usize| iso.get(at..=at).filter(|&sign| sign == "-").and_then(|_| digits(at + 1, at + 3));
    let month = after_hyphen(4);
    Some((digits(0, 4)?, month, month.and_then(|_| after_hyphen(7))))
}

/// Also of days that no month has: the 32nd is the next month's 1st.
fn number(year: i32, month: i32, day: i32) -> i32 {
    let months = year * 12 + month - 1;
    let first = Date { year: months.div_euclid(12), month: months.rem_euclid(12) as u32 + 1, day: 1 };
    first.number() + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(iso: &str, expected: &str) {
        assert_eq!(date(iso), expected);
    }

    #[test]
    fn days() {
        check("2023-09-13", "Wednesday, September 13, 2023");
        check("2024-02-29T10:00+02:00", "Thursday, February 29, 2024");
        check("2000-02-29", "Tuesday, February 29, 2000");
        check("1969-12-31", "Wednesday, December 31, 1969");
        check("1900-03-01", "Thursday, March 1, 1900");
        check("9999-12-31", "Friday, December 31, 9999");
    }

    #[test]
    fn less_than_a_day() {
        check("2023-09", "September 2023");
        check("2023", "2023");
        check("2023-W36", "2023");
        check("XXXX-WXX-3", "XXXX-WXX-3");
        check("", "");
        check("20é3", "20é3");
    }

    #[test]
    fn days_that_no_month_has() {
        check("2023-02-30", "Thursday, March 2, 2023");
        check("2023-13-01", "Monday, January 1, 2024");
        check("2023-00-00", "Wednesday, November 30, 2022");
    }

    #[test]
    fn ranges() {
        let range = |first, last| super::range(day_number(first).unwrap_or(0), day_number(last).unwrap_or(0));
        assert_eq!(range("2023-09-13", "2023-09-19"), "September 13\u{2009}–\u{2009}19, 2023");
        assert_eq!(range("2023-09-28", "2023-10-04"), "September 28\u{2009}–\u{2009}October 4, 2023");
        assert_eq!(range("2023-12-30", "2024-01-05"), "December 30, 2023\u{2009}–\u{2009}January 5, 2024");
        assert_eq!(range("2023-09-13", "2023-09-13"), "September 13, 2023");
    }
}

//! Days as American English writes them: the same as `Intl.DateTimeFormat("en-US")`.

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
    let number = number(year, month.unwrap_or(1), day.unwrap_or(1));
    let (year, month_name, day_of_month) = parts(number);
    match (month, day) {
        (None, _) => year.to_string(),
        (_, None) => format!("{month_name} {year}"),
        _ => format!("{}, {month_name} {day_of_month}, {year}", WEEKDAYS[(number + 3).rem_euclid(7) as usize]),
    }
}

/// "September 28 – October 4, 2023": two days of which both belong to it.
pub fn range(first: i64, last: i64) -> String {
    let ((year, month, day), (last_year, last_month, last_day)) = (parts(first), parts(last));
    // Thin spaces stand around the dash.
    if first == last {
        format!("{month} {day}, {year}")
    } else if year != last_year {
        format!("{month} {day}, {year}\u{2009}–\u{2009}{last_month} {last_day}, {last_year}")
    } else if month != last_month {
        format!("{month} {day}\u{2009}–\u{2009}{last_month} {last_day}, {year}")
    } else {
        format!("{month} {day}\u{2009}–\u{2009}{last_day}, {year}")
    }
}

/// Days since 1970.
pub fn day_number(iso: &str) -> Option<i64> {
    let (year, month, day) = fields(iso)?;
    Some(number(year, month.unwrap_or(1), day.unwrap_or(1)))
}

/// Year, month and day with which a date begins.
fn fields(iso: &str) -> Option<(i64, Option<i64>, Option<i64>)> {
    let digits = |from: usize, to: usize| {
        let digits = iso.get(from..to)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let after_hyphen = |at: usize| iso.get(at..=at).filter(|&sign| sign == "-").and_then(|_| digits(at + 1, at + 3));
    let month = after_hyphen(4);
    Some((digits(0, 4)?, month, month.and_then(|_| after_hyphen(7))))
}

/// Days since 1970 of a day in the Gregorian calendar (Howard Hinnant, `days_from_civil`); the 32nd is the next month's 1st.
fn number(year: i64, month: i64, day: i64) -> i64 {
    let months = year * 12 + month - 1;
    // Years begin in March, so that the day which is there or not is their last.
    let (year, month) = ((months - 2).div_euclid(12), (months - 2).rem_euclid(12));
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    era * 146_097 + year * 365 + year / 4 - year / 100 + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// Year, month and day of a number of days since 1970 (`civil_from_days`).
fn parts(number: i64) -> (i64, &'static str, i64) {
    let days = number + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (name, next_year) = (MONTHS[((month + 2) % 12) as usize], i64::from(month >= 10));
    (year + era * 400 + next_year, name, day - (153 * month + 2) / 5 + 1)
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

//! Days and weeks of the proleptic Gregorian calendar.

/// A day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Date {
    /// Astronomical year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day))
            .then_some(Date { year, month, day })
    }

    /// Reads "2023-09-13", also at the head of an instant "2023-09-13T10:00:00+02:00".
    pub fn read(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let is_date = bytes.len() >= 10
            && bytes[..10]
                .iter()
                .enumerate()
                .all(|(i, b)| if matches!(i, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
            && bytes.get(10).is_none_or(|b| matches!(b, b'T' | b't' | b' '));
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        is_date.then_some(())?;
        Date::new(number(0..4)? as i32, number(5..7)?, number(8..10)?)
    }

    /// Days since 1 March of the year 0 (Hinnant, "chrono-compatible low-level date algorithms").
    pub fn number(self) -> i32 {
        let year = self.year - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = ((153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1) as i32;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    }

    /// The day of a [`Date::number`].
    pub fn of(number: i32) -> Date {
        let era = number.div_euclid(146_097);
        let day_of_era = number.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 } as u32;
        Date { year: era * 400 + year_of_era + i32::from(month <= 2), month, day }
    }

    /// So many days later; the same day beyond the years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Date {
        let moved = Date::of(self.number().saturating_add(days));
        if (1..=9999).contains(&moved.year) { moved } else { self }
    }

    /// So many months later, on the last day of the month if it is too short.
    pub fn plus_months(self, months: i32) -> Date {
        let count = (self.year * 12 + self.month as i32 - 1).saturating_add(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u32 + 1);
        if !(1..=9999).contains(&year) {
            return self;
        }
        Date { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// Monday is 1, Sunday 7.
    pub fn weekday(self) -> u32 {
        // 1 March 0000 was a Wednesday.
        (self.number() + 2).rem_euclid(7) as u32 + 1
    }

    /// ISO 8601 year and week.
    pub fn week(self) -> (i32, u32) {
        let thursday = Date::of(self.number() + 4 - self.weekday() as i32);
        let first = Date { year: thursday.year, month: 1, day: 1 };
        (thursday.year, ((thursday.number() - first.number()) / 7 + 1) as u32)
    }

    /// The Monday of its week.
    pub fn monday(self) -> Date {
        Date::of(self.number() + 1 - self.weekday() as i32)
    }

    /// Easter Sunday of a year (the anonymous Gregorian computus).
    pub fn easter(year: i32) -> Date {
        let a = year % 19;
        let (b, c) = (year / 100, year % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let sum = h + l - 7 * m + 114;
        Date { year, month: (sum / 31) as u32, day: (sum % 31 + 1) as u32 }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Days of a month.
pub fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn day(text: &str) -> Date {
        Date::read(text).expect("a date")
    }

    #[test]
    fn every_day_comes_back() {
        for number in day("0001-01-01").number()..=day("9999-12-31").number() {
            assert_eq!(Date::of(number).number(), number);
        }
    }

    #[test]
    fn weekdays_and_weeks() {
        assert_eq!(day("2023-09-13").weekday(), 3);
        assert_eq!(day("2000-01-01").weekday(), 6);
        assert_eq!(day("2023-09-06").week(), (2023, 36));
        assert_eq!(day("2021-01-03").week(), (2020, 53));
        assert_eq!(day("2019-12-30").week(), (2020, 1));
    }

    #[test]
    fn easter_sundays() {
        for (year, date) in [(2000, "2000-04-23"), (2008, "2008-03-23"), (2023, "2023-04-09"), (2038, "2038-04-25")] {
            assert_eq!(Date::easter(year), day(date));
        }
    }

    #[test]
    fn only_days_that_exist() {
        for text in ["2023-02-29", "2023-13-01", "99/99/9999", "2023-1-1", "", "2023-09-13x", "２０２３-09-13"] {
            assert_eq!(Date::read(text), None, "{text}");
        }
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("0001-01-01").plus_days(-1), day("0001-01-01"));
    }
}

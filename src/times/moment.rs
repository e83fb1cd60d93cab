//! What a time expression says, before it is known which day that was.

use super::calendar::Date;

/// The value of a day of which nothing is known.
pub const UNKNOWN_DAY: &str = "XXXX-XX-XX";

/// A span of time that calendars and speakers know.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekday,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// From its letters in the word list.
    pub fn read(code: &str) -> Option<Unit> {
        Some(match code {
            "S" => Unit::Second,
            "MIN" => Unit::Minute,
            "H" => Unit::Hour,
            "N" => Unit::Night,
            "D" => Unit::Day,
            "WD" => Unit::Weekday,
            "WE" => Unit::Weekend,
            "W" => Unit::Week,
            "F" => Unit::Fortnight,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "Y" => Unit::Year,
            "DE" => Unit::Decade,
            "CE" => Unit::Century,
            _ => return None,
        })
    }

    /// `count` of it as a TIMEX3 duration; `None` counts an unknown number.
    pub fn duration(self, count: Option<f64>) -> String {
        let times = |factor: f64| count.map_or("X".to_owned(), |n| (n * factor).to_string());
        match self {
            Unit::Second => format!("PT{}S", times(1.)),
            Unit::Minute => format!("PT{}M", times(1.)),
            Unit::Hour => match count {
                Some(n) if n.fract() != 0. => format!("PT{}M", n * 60.),
                _ => format!("PT{}H", times(1.)),
            },
            Unit::Night | Unit::Day | Unit::Weekday => format!("P{}D", times(1.)),
            Unit::Weekend => format!("P{}WE", times(1.)),
            Unit::Week => format!("P{}W", times(1.)),
            Unit::Fortnight => format!("P{}W", times(2.)),
            Unit::Month => format!("P{}M", times(1.)),
            Unit::Quarter => format!("P{}M", times(3.)),
            Unit::Year => match count {
                Some(n) if n.fract() == 0.5 => format!("P{}M", n * 12.),
                _ => format!("P{}Y", times(1.)),
            },
            Unit::Decade => format!("P{}DE", times(1.)),
            Unit::Century => format!("P{}CE", times(1.)),
        }
    }
}

/// Which year a month, season or quarter belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Year {
    /// Nothing is said: by tense.
    Bare,
    /// "of 2005".
    Stated(i32),
    /// "last" is -1, "this" 0, "next" 1: of the publication year.
    Offset(i32),
}

/// Which of them: "last Friday", "this Friday", "Friday".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Which {
    Bare,
    Last,
    This,
    Next,
}

/// The date part of what is said.
#[derive(Clone, PartialEq, Debug)]
pub enum When {
    /// A stated day.
    Full(Date),
    /// "13 September".
    MonthDay(u32, u32),
    /// "25 March this year": month, day, and the year from the publication year.
    DayOf(u32, u32, i32),
    /// "July", "July 2023", "last July".
    Month(u32, Year),
    /// "the week of April 7": the month, the day, and the year if it is said.
    WeekWith(u32, u32, Option<i32>),
    /// "the last week of March": which week, -1 for the last.
    WeekOf(i32, u32, Year),
    /// "the first seven months of 2019": how many.
    FirstMonths(u32, Year),
    /// "2008".
    Year(i32),
    /// "2013-14".
    Years(i32, i32),
    /// "Wednesday".
    Weekday(u32, Which),
    /// Today is (Day, 0), last week (Week, -1): from the publication date.
    Offset(Unit, i32),
    /// "the next day", "that week": from the last date in the text.
    Context(Unit, i32),
    /// "three weeks ago", "in two days": so many units from the publication date.
    Ago(Unit, f64),
    /// "three weeks later": so many units from the last date in the text.
    Later(Unit, f64),
    /// "the same period last year": the month or quarter that the text spoke of, a year before; else the unit said.
    YearBefore(Unit),
    /// "the same period of 2021": the month or quarter that the text spoke of, in that year.
    SamePeriod(i32),
    /// "last summer".
    Season(&'static str, Year),
    /// "the fourth quarter of 2005".
    Quarter(u32, Year),
    /// "the first half".
    Half(u32, Year),
    /// "fiscal 2007".
    Fiscal(Year),
    /// "the 1990s": 199.
    Decade(i32),
    /// "the 20th century": 19.
    Century(i32),
    /// "Good Friday": its rule, and the year.
    Holiday(&'static str, Year),
    /// PAST_REF, PRESENT_REF, FUTURE_REF.
    Vague(&'static str),
}

/// What is said.
#[derive(Clone, PartialEq, Debug)]
pub enum Moment {
    /// A date.
    Date(When),
    /// A part of a day (TMO, TAF, TEV, TNI), of a date if one is said.
    Part(&'static str, Option<When>),
    /// A time of day with its offset ("Z", "-05:00", ""), of a date if one is said.
    Clock(String, Option<When>),
    /// A duration, and if it is counted from the publication date backwards (-1) or forwards (1), its length.
    Duration(String, Option<(Unit, f64, i32)>),
    /// A set.
    Set(String),
}

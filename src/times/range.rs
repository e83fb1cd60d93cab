//! Two dates that a hyphen makes one: "12-18 June", "1980–1987".

use super::Time;
use super::calendar::Date;
use super::reader::Reader;

/// Joins the two ends of each range.
pub fn join(reader: &Reader, times: &mut Vec<Time>) {
    let mut joined: Vec<Time> = Vec::with_capacity(times.len());
    for time in times.drain(..) {
        match joined.last_mut().filter(|first| is_range(reader, first, &time)) {
            Some(first) => {
                let begins = with_year(&first.value, &time.value);
                first.value = format!("{begins}/{}", time.value);
                if first.from.is_none() {
                    first.from = Date::read(&begins).map(|day| day.to_string()).filter(|_| time.until.is_some());
                    first.basis = time.basis;
                }
                first.until = time.until;
                first.span = first.span.cover(time.span);
                first.tokens.end = time.tokens.end;
            }
            None => joined.push(time),
        }
    }
    *times = joined;
}

/// "March 23-24, 2021": the year stands once, after the second day.
fn with_year(first: &str, last: &str) -> String {
    match (first.strip_prefix("XXXX"), last.get(..4)) {
        (Some(rest), Some(year)) => format!("{year}{rest}"),
        _ => first.to_owned(),
    }
}

fn is_range(reader: &Reader, first: &Time, last: &Time) -> bool {
    let link = first.tokens.end;
    let is_dash = reader.is_hyphen(link) || reader.word(link) == "\u{2013}";
    let are_days = matches!(first.rule, "first of two days" | "full date")
        && matches!(last.rule, "full date" | "second of two days");
    let are_years = first.rule == "year" && last.rule == "year" && first.value.len() == 4 && last.value.len() == 4;
    let is_ordered = with_year(&first.value, &last.value) < last.value && first.value.len() == last.value.len();
    last.tokens.start == link + 1 && is_dash && is_ordered && (are_days || are_years)
}

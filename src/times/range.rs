//! Two dates that a hyphen makes one: "12-18 June", "1980–1987".

use super::Time;
use super::reader::Reader;

/// Joins the two ends of each range.
pub fn join(reader: &Reader, times: &mut Vec<Time>) {
    let mut joined: Vec<Time> = Vec::with_capacity(times.len());
    for time in times.drain(..) {
        match joined.last_mut().filter(|first| is_range(reader, first, &time)) {
            Some(first) => {
                first.value = format!("{}/{}", first.value, time.value);
                first.until = time.until;
                first.span = first.span.cover(time.span);
                first.tokens.end = time.tokens.end;
            }
            None => joined.push(time),
        }
    }
    *times = joined;
}

fn is_range(reader: &Reader, first: &Time, last: &Time) -> bool {
    let link = first.tokens.end;
    let is_dash = reader.is_hyphen(link) || reader.word(link) == "\u{2013}";
    let are_days = matches!(first.rule, "first of two days" | "full date") && matches!(last.rule, "full date" | "second of two days");
    let are_years = first.rule == "year" && last.rule == "year" && first.value.len() == 4 && last.value.len() == 4;
    let is_ordered = first.value < last.value && first.value.len() == last.value.len();
    last.tokens.start == link + 1 && is_dash && is_ordered && (are_days || are_years)
}

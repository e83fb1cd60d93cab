//! Years and what years are counted in: "2008", "2013-14", "the 1990s", "the 20th century", "the fourth quarter of 2005", "fiscal 2007".

use super::beside::{modifier, precedes_length, year_after};
use super::moment::{Moment, Unit, When, Year};
use super::reader::{Class, Reader};
use crate::document::TokenKind;
use crate::model::is_word;
use crate::numerals::number::{Number, Shape, is_plural};
use crate::numerals::words::decade_of_life;
use std::ops::Range;

/// "2008", "2013-14", "late 2006", "the end of 2008".
pub fn find(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let here = modifier(reader, at).unwrap_or(at);
    let fiscal = matches!(reader.lower(here), "fiscal" | "fy") || reader.has(here, &["financial", "year"]);
    let skip = if fiscal { 1 + usize::from(reader.lower(here + 1) == "year") } else { 0 };
    if let Some(found) = with_slash(reader, at, here).or_else(|| fiscal_short(reader, at)) {
        return Some(found);
    }
    let year = reader.year(here + skip).filter(|_| !is_of_law(reader, here + skip))?;
    let end = here + skip + 1;
    if fiscal {
        // "fiscal 2022-23" goes by the year in which it ends.
        let last = if reader.is_hyphen(end) { short_year(reader, year, end + 1) } else { None };
        let end = if last.is_some() { end + 2 } else { end };
        return Some((at..end, Moment::Date(When::Fiscal(Year::Stated(last.unwrap_or(year))))));
    }
    // "the expedition of 1792-93", "to 1557-8": two years that follow each other are no amount.
    let is_old_pair = (1400..1900).contains(&year)
        && matches!(reader.before(here, 1), "of" | "to" | "the" | "in" | "from" | "during" | "(")
        && reader.is_hyphen(end)
        && short_year(reader, year, end + 1) == Some(year + 1)
        && !reader.is_spaced(end + 1);
    (is_old_pair || is_year(reader, here, year, here != at)).then_some(())?;
    // "2013-14" is a season or a fiscal year, "1543-4" the same in old style, "2000-2050" two years.
    if (reader.is_hyphen(end) || reader.word(end) == "/" && !reader.is_spaced(end))
        && !reader.is_spaced(end + 1)
        && let Some(last) = short_year(reader, year, end + 1)
    {
        return Some((at..end + 2, Moment::Date(When::Years(year, last))));
    }
    Some((at..end, Moment::Date(When::Year(year))))
}

/// "2023/24": a season or a fiscal year.
fn with_slash(reader: &Reader, at: usize, here: usize) -> Option<(Range<usize>, Moment)> {
    let (first, last) = reader.word(here).split_once('/')?;
    let first: i32 = first.parse().ok().filter(|y| (1900..2100).contains(y))?;
    let last: i32 = (matches!(last.len(), 2 | 4) && last.bytes().all(|b| b.is_ascii_digit()))
        .then(|| last.parse().ok())
        .flatten()?;
    let last = if last < 100 { first - first % 100 + last } else { last };
    (last == first + 1).then(|| (at..here + 1, Moment::Date(When::Years(first, last))))
}

/// "FY23", "FY2023".
fn fiscal_short(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let digits = reader.word(at).strip_prefix("FY").filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    let year: i32 = match digits.len() {
        2 => 2000 + digits.parse::<i32>().ok()?,
        4 => digits.parse().ok()?,
        _ => return None,
    };
    Some((at..at + 1, Moment::Date(When::Fiscal(Year::Stated(year)))))
}

/// "the Bees Act, 1961", "Act No. 7 of 1988", "the World Cup 2022": a year in the name of a law or an event.
fn is_of_law(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let comma = usize::from(reader.before(at, 1) == ",");
    let Some(name) = at.checked_sub(1 + comma) else { return false };
    let is_name = document.is_capitalized(name) && is_word(document.lower(name), "names-year");
    let is_numbered = reader.before(at, 1) == "of"
        && at >= 3
        && document.tokens[at - 2].kind == TokenKind::Number
        && matches!(reader.before(at, 3), "no." | "no" | "number" | ".");
    is_name || is_numbered
}

/// The second year of "2013-14": its last one or two digits, a little later than the first.
fn short_year(reader: &Reader, first: i32, at: usize) -> Option<i32> {
    let power = match reader.word(at).len() {
        1 => 10,
        2 => 100,
        _ => return None,
    };
    let last = first - first % power + reader.digits(at)? as i32;
    (first < last && last <= first + 30).then_some(last)
}

/// Whether the four digits at `at` are a year by the words around.
fn is_year(reader: &Reader, at: usize, year: i32, modified: bool) -> bool {
    if is_of_name_or_number(reader, at) || is_amount(reader, at) {
        return false;
    }
    let (before, next) = (reader.before(at, 1), reader.lower(at + 1));
    let follows = reader.document.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && t.spaced);
    let counts = follows && is_plural(next) && !reader.document.is_capitalized(at + 1) && !is_word(next, "of-year");
    let is_modern = (1900..2100).contains(&year);
    if modified || matches!(before, "in" | "since" | "circa" | "during") && (is_modern || year >= 1300) {
        return !counts || matches!(before, "in" | "since") && is_modern;
    }
    if is_modern || (1900..2200).contains(&year) && matches!(before, "by" | "until") {
        return is_modern_year(reader, at, year, counts);
    }
    // "from 1861 to 1883".
    let ends_range =
        matches!(before, "to" | "and" | "until") && at >= 2 && reader.year(at - 2).is_some_and(|y| y < year);
    let is_led = matches!(before, "from" | "between" | "year" | "circa") || ends_range && is_led_range(reader, at - 2);
    (1400..1900).contains(&year) && (is_led && !counts || names_event(reader, at))
}

/// "the 1892 parliamentary elections": an event of that year, not so many.
fn names_event(reader: &Reader, at: usize) -> bool {
    reader.before(at, 1) == "the"
        && (at + 1..at + 3)
            .take_while(|&i| reader.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word))
            .any(|i| is_word(reader.lower(i), "of-year"))
}

/// The first year of "from 1861 to 1883", "between 1799 and 1804".
fn is_led_range(reader: &Reader, first: usize) -> bool {
    matches!(reader.before(first, 1), "from" | "between")
}

/// A year of the last or this century, by what leads it: "of 2005", "WWDC 2005", "had 1988 sales of $14 million".
fn is_modern_year(reader: &Reader, at: usize, year: i32, counts: bool) -> bool {
    let before = reader.before(at, 1);
    let is_determined =
        matches!(before, "the" | "its" | "their" | "his" | "her" | "our" | "'s" | "a" | "of" | "this" | "'");
    // "one deed dates back to 2012 suggests that": no plural follows.
    let leads_back = before == "to" && reader.before(at, 2) == "back";
    let is_led = is_word(before, "before-year") && (!counts || is_determined || leads_back);
    let is_figure = is_word(reader.lower(at + 1), "of-year") && (1950..2040).contains(&year);
    // "World Cup 2018".
    let is_named = at > 0 && reader.document.is_capitalized(at - 1) && reader.is_spaced(at);
    let opens = at == 0 || reader.document.sentences[reader.document.sentence_of(at)].tokens.start == at;
    is_figure || is_led || !counts && (is_named || opens || reader.word(at + 1) == "'s")
}

/// "MH-1900", "$1900", "1,900 days": digits of a name, an amount or a length of time.
fn is_of_name_or_number(reader: &Reader, at: usize) -> bool {
    let is_of_name = || {
        !reader.is_spaced(at)
            && reader.is_hyphen(at.wrapping_sub(1))
            && at >= 2
            && reader.document.tokens[at - 2].kind == TokenKind::Word
            && !matches!(reader.before(at, 2), "mid" | "pre" | "post" | "early" | "late" | "to" | "since")
            && reader.year(at.wrapping_sub(2)).is_none()
            && reader.before(at, 1) == "-"
            && reader.word(at - 2).chars().next().is_some_and(char::is_uppercase)
    };
    let is_length = || {
        !precedes_length(reader, at) && {
            let unit = matches!(
                reader.class(at + 1),
                Class::Unit(Unit::Year | Unit::Month | Unit::Day | Unit::Week | Unit::Hour) | Class::Units(_)
            );
            unit && !(at > 0 && reader.document.is_capitalized(at - 1))
        }
    };
    is_word(reader.lower(at + 1), "after-number") && !precedes_length(reader, at)
        || crate::numerals::number::follows_sign(reader.document, at)
        || is_of_name()
        || is_length()
}

/// "About 1900 come from Peru".
fn is_amount(reader: &Reader, at: usize) -> bool {
    matches!(reader.before(at, 1), "about" | "some" | "nearly" | "almost" | "over" | "than")
        && reader.document.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word)
        && !is_word(reader.lower(at + 1), "after-year")
}

/// "the 1990s", "the '90s", "the nineties", "the 20th century", "mid-1990s".
pub fn decade(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let here = modifier(reader, at).unwrap_or(at);
    let here = here + usize::from(reader.lower(here) == "the");
    let moment = |end: usize, when: When| Some((at..end, Moment::Date(when)));
    if decade_of_life(reader.document, here).is_some() {
        return None;
    }
    let word = reader.lower(here);
    if let Some(digits) = word.strip_suffix("'s").or_else(|| word.strip_suffix('s')) {
        let digits = digits.trim_start_matches('\'');
        if digits.len() == 4 && digits.ends_with('0') && digits.bytes().all(|b| b.is_ascii_digit()) {
            let year: i32 = digits.parse().ok()?;
            (1100..2100).contains(&year).then_some(())?;
            let when = if year % 100 == 0 && year < 2000 { When::Century(year / 100) } else { When::Decade(year / 10) };
            return moment(here + 1, when);
        }
        if digits.len() == 2
            && digits.ends_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
            && matches!(reader.before(at, 1), "the" | "in" | "early" | "late" | "from" | "-" | "and")
        {
            let decade: i32 = digits[..1].parse().ok()?;
            (word.starts_with('\'') || decade >= 2 && reader.lower(here + 1) != "-").then_some(())?;
            return moment(here + 1, When::Decade(if decade <= 2 { 200 } else { 190 } + decade));
        }
    }
    if let Class::Decade(decade) = reader.class(here) {
        (matches!(reader.before(here, 1), "the" | "early" | "late" | "-" | "in")).then_some(())?;
        return moment(here + 1, When::Decade(190 + decade));
    }
    let number = reader.number(here).filter(|n| n.shape == Shape::Ordinal && (1. ..=30.).contains(&n.value))?;
    let (noun, is_last) = century_after(reader, &number)?;
    (!matches!(reader.lower(noun + 1), "bc" | "bce" | "b.c.")).then_some(())?;
    let end = if is_last { noun + 1 } else { number.tokens.end };
    moment(end, When::Century(number.value as i32 - 1))
}

/// The "century" after an ordinal, and whether no other ordinal stands between: "the 15th and early 16th centuries".
fn century_after(reader: &Reader, number: &Number) -> Option<(usize, bool)> {
    let end = number.tokens.end;
    let noun = end + usize::from(reader.is_hyphen(end));
    let is_century = |at: usize| matches!(reader.class(at), Class::Unit(Unit::Century) | Class::Units(Unit::Century));
    if is_century(noun) {
        return Some((noun, true));
    }
    matches!(reader.lower(end), "and" | "or" | "to" | "-" | "\u{2013}").then_some(())?;
    let second = end + 1 + usize::from(reader.lower(end + 1) == "the");
    let second = modifier(reader, second).unwrap_or(second);
    let other = reader.number(second).filter(|n| n.shape == Shape::Ordinal)?;
    is_century(other.tokens.end).then_some((other.tokens.end, false))
}

/// "the fourth quarter of 2005", "third-quarter", "Q3 2020", "the first half of last year".
pub fn quarter(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let the = usize::from(reader.lower(at) == "the");
    let word = reader.lower(at);
    let short = |letter: &str| {
        word.strip_prefix(letter).and_then(|n| n.parse::<u32>().ok()).filter(|n| word.len() == 2 && (1..=4).contains(n))
    };
    if let Some(n) = short("q") {
        let (end, year) = year_after(reader, at + 1);
        return Some((at..end, Moment::Date(When::Quarter(n, year))));
    }
    if let Some(n) = short("h").filter(|n| *n <= 2) {
        let (end, year) = year_after(reader, at + 1);
        return (year != Year::Bare).then_some((at..end, Moment::Date(When::Half(n, year))));
    }
    let here = at + the;
    let n = match reader.lower(here) {
        "first" | "opening" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "final" | "4th" | "closing" => 4,
        _ => return None,
    };
    let hyphen = usize::from(reader.is_hyphen(here + 1));
    let mut noun = here + 1 + hyphen;
    if matches!(reader.lower(noun), "fiscal" | "financial" | "calendar") {
        noun += 1;
    }
    let (end, year) = year_after(reader, noun + 1);
    match reader.lower(noun) {
        "quarter" if matches!(reader.lower(noun + 1), "final" | "of" if year == Year::Bare && reader.lower(noun + 1) != "of") => {
            None
        }
        "quarter" if year == Year::Bare && !is_about_money(reader, at) => None,
        "quarter" => Some((at..end, Moment::Date(When::Quarter(n, year)))),
        // The first half of a match has no year.
        "half" if n <= 2 && year != Year::Bare => Some((at..end, Moment::Date(When::Half(n, year)))),
        _ => None,
    }
}

/// A quarter without a year is one of the calendar where money is the subject, and of a match where it is not.
fn is_about_money(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    document.sentences[document.sentence_of(at)].tokens.clone().any(|i| is_word(document.lower(i), "money-matter"))
}

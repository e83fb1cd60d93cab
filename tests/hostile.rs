//! Numbers and times that nobody would print: no panic, no wrong date, no slow path.

mod common;

use onrecord::report::Report;
use onrecord::{Options, analyze};

fn read(text: &str) -> Report {
    let options = Options { published: Some("2023-09-13".to_owned()), outlet: None };
    analyze(text, &options).expect("shorter than the limit")
}

#[test]
fn numbers_that_no_double_holds() {
    let zeros = format!("They counted 1{} dollars and 10^400 more.", "0".repeat(1_000_000));
    for text in [
        zeros.as_str(),
        &format!("It cost ${} today.", "9".repeat(400)),
        "It is 1e400 times 1.7976931348623157e309 miles.",
    ] {
        let report = read(text);
        assert!(report.quantities.iter().all(|q| q.value.is_none_or(f64::is_finite)), "{:.60}", text);
        assert!(report.quantities.iter().all(|q| q.value.is_none_or(|v| v < 1e30)), "{:.60}", text);
    }
}

#[test]
fn numbers_that_are_none() {
    for text in ["Version 1.2.3.4 is out.", "From 10^400 down.", "It is 9.9.9.9.9.9 high.", "Call 1,2,3,4,5,6,7,8,9."] {
        let report = read(text);
        assert!(report.quantities.iter().all(|q| q.value.is_none_or(|v| v <= 400.)), "{text} {:?}", report.quantities);
    }
    for text in [
        "They owe -0 dollars.",
        "They owe €€€5 and $$$ and 5$$$.",
        "It is 1e99999999999 or 10^-99999999999.",
        "2^9999999 and 0^-5 and 7^-60.",
    ] {
        assert!(read(text).quantities.iter().all(|q| q.value.is_none_or(f64::is_finite)), "{text}");
    }
    let wide = read("Between 0 and 99999999999999999999999 people, from 1 to 10^60, 5-999999999999999999999%.");
    assert!(wide.quantities.iter().all(|q| q.high.is_none_or(f64::is_finite) && q.low.is_none_or(f64::is_finite)));
}

#[test]
fn no_year_nought() {
    for text in
        ["In the year 0 and in 0000-00-00.", "On 0/0/0 and 00/00/0000.", "On 31 February and on 32 January 2020."]
    {
        for time in read(text).times {
            assert!(time.from.as_ref().is_none_or(|from| !from.starts_with("0000")), "{text} {}", time.value);
            assert!(time.value.len() != 10 || time.value.starts_with('X'), "{text} gave {}", time.value);
        }
    }
}

/// Four times the text takes about four times the time; a slow path would take sixteen times as long.
#[test]
fn long_chains_take_linear_time() {
    for words in [
        "one hundred hundred thousand ",
        "and a half and three quarters ",
        "3 million and a half ",
        "1 crore 20 lakh ",
        "10 000 ",
        "1 / 4 , 000 . 5 % ",
        "5 dollars 50 cents ",
        "more than 5 and less than 9 ",
        "from 4 to 5 , up 25 % from 4 , ",
        "12 of 48 , 25 percent , ",
        "x^2^2^2 ",
    ] {
        let read_times = |count: usize| {
            let text = words.repeat(count);
            move || drop(read(&text))
        };
        let grown = common::grows_at_most(10., read_times(150), read_times(600));
        assert_eq!(grown, Ok(()), "{words}");
    }
}

#[test]
fn ten_thousand_words_of_numbers() {
    read(&"one hundred hundred thousand ".repeat(2500));
    for words in ["million billion ", "twenty-one and a half ", "two thirds of a ", "point five point ", "5 rupees "] {
        read(&words.repeat(300));
    }
    for words in [
        "from 1 to 2 ",
        "more than 5 and less than 9 ",
        "on Monday at 5 pm ",
        "5 km (3 miles) ",
        "born 1950 died 2000 ",
    ] {
        read(&words.repeat(300));
    }
}

#[test]
fn days_that_no_calendar_has() {
    for text in [
        "On 99/99/9999 it ended.",
        "On 2023-02-29 and 2023-13-01 it ended.",
        "On February 30, 2020 and 31 June 2021 they met.",
        "At 25:61 and at 99:99 they left.",
        "On the 45th of May and on 0 March they left.",
        "It happened 99999999999 years ago and 123456789 weeks later.",
    ] {
        for time in read(text).times {
            let is_day = time.value.len() >= 10 && time.value.as_bytes()[4] == b'-' && time.value.as_bytes()[7] == b'-';
            assert!(!is_day, "{text} gave {}", time.value);
            assert!(time.from.is_none_or(|from| from.len() == 10), "{text}");
        }
    }
}

#[test]
fn fragments_in_every_order() {
    const FRAGMENTS: &[&str] = &[
        "$",
        "-",
        "5",
        "half",
        "and",
        "a",
        "1/2",
        "½",
        "%",
        "per",
        "km",
        "(",
        ")",
        "to",
        "from",
        "between",
        "of",
        "the",
        "million",
        "hundred",
        "first",
        "13th",
        ".",
        "001",
        "US$",
        "Rs",
        "RM23",
        ",",
        "Monday",
        "September",
        "2023",
        "10:30",
        "pm",
        "last",
        "ago",
        "years",
        "every",
        "other",
        "in",
        "minus",
        "°",
        "C",
        "-old",
        "twenty",
        "-",
        "one",
        "thirds",
        "dozen",
        "9/11",
        "'90s",
        "quarter",
        "next",
        "early",
        "Q3",
        "GMT",
        "born",
        "died",
        "aged",
        "’s",
        "é",
        "日本",
        "👍",
    ];
    // Every pair, and between them every third fragment in turn.
    for (i, one) in FRAGMENTS.iter().enumerate() {
        let mut text = String::new();
        for (j, two) in FRAGMENTS.iter().enumerate() {
            let between = if (i + j) % 3 == 0 { "" } else { " " };
            text.push_str(&format!("{one}{between}{two} {}{between}", FRAGMENTS[(i * 7 + j * 3) % FRAGMENTS.len()]));
            if j % 9 == 8 {
                text.push('\n');
            }
        }
        read(&text);
    }
}

#[test]
fn nonsense_for_a_publication_date() {
    for published in [
        "",
        "yesterday",
        "99/99/9999",
        "2023-02-30",
        "0000-00-00",
        "9999-12-31",
        "0001-01-01",
        "2023-09-13T25:00:00+99:00",
    ] {
        let options = Options { published: Some(published.to_owned()), outlet: None };
        let report =
            analyze("He said on Friday that it ended last year, 500 years ago, and will return next week.", &options);
        assert!(
            report.is_ok_and(|r| r.times.iter().all(|t| t.from.as_ref().is_none_or(|f| f.len() == 10))),
            "{published}"
        );
    }
}

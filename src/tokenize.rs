//! Text to tokens: words in the sense of Universal Dependencies ("do" + "n't", "well" + "-" + "known").

use crate::document::{Span, TokenKind};
use crate::model::lists;
use crate::patterns::address;

/// Calls `push` for each token in text order. Linear in the length of the text.
pub fn tokenize(text: &str, mut push: impl FnMut(Span, TokenKind)) {
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if is_space(first) {
            at += first.len_utf8();
            continue;
        }
        let chunk_end = at + text[at..].find(is_space).unwrap_or(text.len() - at);
        if let Some(length) = address(&text[at..chunk_end]) {
            push(Span::new(at, at + length), TokenKind::Address);
            at += length;
        }
        while at < chunk_end {
            let (end, kind) = next_token(text, at, chunk_end);
            if kind == TokenKind::Word {
                split_contraction(text, at, end, &mut push);
            } else {
                push(Span::new(at, end), kind);
            }
            at = end;
        }
    }
}

/// White space, and the invisible marks that web pages put between words.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' | '\u{2060}')
}

/// The end and kind of the token that begins at `at`.
fn next_token(text: &str, at: usize, chunk_end: usize) -> (usize, TokenKind) {
    let rest = &text[at..chunk_end];
    let c = rest.chars().next().expect("a token begins with a character");
    if c.is_ascii_digit() || is_short_year(rest) {
        return (at + number_length(rest), TokenKind::Number);
    }
    if is_letter(c) {
        let length = word_length(text, at, chunk_end);
        let length = length - glued_label(&rest[..length], &rest[length..]);
        if rest[length..].starts_with('$') && length <= 3 && rest[..length].bytes().all(|b| b.is_ascii_uppercase()) {
            return (at + length + 1, TokenKind::Symbol);
        }
        return (at + length, TokenKind::Word);
    }
    if matches!(c, '-' | '.' | '!' | '?' | '*' | '_' | '=' | '~' | '`') || c == '\'' && rest.starts_with("''") {
        // "?!" is one mark.
        let goes_on = |d: char| d == c || matches!(c, '!' | '?') && matches!(d, '!' | '?');
        let run = rest.find(|d| !goes_on(d)).unwrap_or(rest.len());
        let length = if c == '\'' { run.min(2) } else { run };
        return (at + length, TokenKind::Punctuation);
    }
    (at + c.len_utf8(), if is_punctuation(c) { TokenKind::Punctuation } else { TokenKind::Symbol })
}

/// "Jo RoeImage: The Daily Post": the length of a picture's label that a page lost the line break before.
fn glued_label(word: &str, after: &str) -> usize {
    let is_glued = |label: &&&str| {
        let name = word.strip_suffix(**label).unwrap_or_default();
        name.ends_with(char::is_lowercase) && name.chars().nth(1).is_some()
    };
    let labels = ["Image", "Photo", "Photograph", "Picture", "Illustration"];
    if after.starts_with(':') { labels.iter().find(is_glued).map_or(0, |label| label.len()) } else { 0 }
}

/// "'90s": the apostrophe stands for the century.
fn is_short_year(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('\'' | '\u{2019}' | '\u{2018}'))
        && chars.next().is_some_and(|c| c.is_ascii_digit())
        && chars.next().is_some_and(|c| c.is_ascii_digit())
        && chars.next() == Some('s')
        && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Digits with inner marks, and the letters that stick to them: "1,000", "4.5m", "10:30", "9/11", "1970s".
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut i = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    loop {
        while digit(i) {
            i += 1;
        }
        match bytes.get(i) {
            Some(b',' | b'.' | b':' | b'/') if digit(i + 1) => i += 1,
            _ => break,
        }
    }
    i + rest[i..].find(|c| !is_letter(c) && !c.is_ascii_digit()).unwrap_or(rest.len() - i)
}

/// Letters, with the inner apostrophes, full stops, ampersands and prefix hyphens that belong to one word.
fn word_length(text: &str, start: usize, chunk_end: usize) -> usize {
    let rest = &text[start..chunk_end];
    let letter_at = |i: usize| rest[i..].chars().next().is_some_and(is_letter);
    let mut end = 0;
    let mut segment = 0;
    while let Some(c) = rest[end..].chars().next() {
        let next = end + c.len_utf8();
        let inner = match c {
            c if is_letter(c) || c.is_ascii_digit() => true,
            '\'' | '\u{2019}' | '\u{02BC}' => letter_at(next),
            '.' => end - segment <= 2 && letter_at(next) && is_dotted(&rest[next..]),
            '&' => end - segment <= 3 && letter_at(next) && rest[segment..end].chars().all(char::is_uppercase),
            '-' | '\u{2011}' => letter_at(next) && segment == 0 && lists().prefixes.has(&rest[..end].to_lowercase()),
            _ => false,
        };
        if !inner {
            break;
        }
        if matches!(c, '.' | '-' | '\u{2011}') {
            segment = next;
        }
        end = next;
    }
    if rest[end..].starts_with('.') && !rest[end..].starts_with("..") && keeps_full_stop(text, start, start + end) {
        end + 1
    } else {
        end
    }
}

/// After an inner full stop: one or two letters, then no more letters ("S." of "U.S.", "D" of "Ph.D").
fn is_dotted(rest: &str) -> bool {
    rest.chars().take(3).take_while(|&c| is_letter(c)).count() <= 2
}

/// Whether the full stop after the word belongs to it: "U.S.", "J.", "Mr.", "No. 5".
fn keeps_full_stop(text: &str, start: usize, end: usize) -> bool {
    let word = &text[start..end];
    let next = text[end + 1..].chars().find(|&c| c != ' ' && c != '\u{a0}');
    let capital_follows = next.is_some_and(char::is_uppercase);
    if word.contains('.') {
        return true;
    }
    if text[end + 1..].starts_with(char::is_lowercase) {
        return false;
    }
    let mut chars = word.chars();
    if let (Some(initial), None) = (chars.next(), chars.next()) {
        return initial.is_uppercase()
            && capital_follows
            && initial != 'I'
            && !text[end + 1..].starts_with(['\n', '\r']);
    }
    match lists().abbreviations.get(&word.to_lowercase()) {
        Some("always") => true,
        Some("capital") => word.chars().next().is_some_and(char::is_uppercase) && capital_follows,
        Some("number") => next.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// "don't" -> "do" "n't", "Kim's" -> "Kim" "'s", "cannot" -> "can" "not"; any other word as it is.
fn split_contraction(text: &str, start: usize, end: usize, push: &mut impl FnMut(Span, TokenKind)) {
    let word = &text[start..end];
    let cut = contraction(word);
    if cut > 0 && cut < word.len() {
        push(Span::new(start, start + cut), TokenKind::Word);
        push(Span::new(start + cut, end), TokenKind::Word);
    } else {
        push(Span::new(start, end), TokenKind::Word);
    }
}

/// Where the second part of a contraction begins; the length of the word if it is none.
fn contraction(word: &str) -> usize {
    if let Some(at) = word.rfind(['\'', '\u{2019}', '\u{02BC}']) {
        let mark = word[at..].chars().next().map_or(1, char::len_utf8);
        let tail = word[at + mark..].to_ascii_lowercase();
        return match tail.as_str() {
            "s" | "re" | "ll" | "ve" | "d" | "m" => at,
            "t" if word[..at].ends_with(['n', 'N']) => at - 1,
            _ => word.len(),
        };
    }
    match word.to_ascii_lowercase().as_str() {
        "cannot" | "gonna" | "gotta" | "wanna" => 3,
        _ => word.len(),
    }
}

/// Letters and the marks that combine with them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{AD}')
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '#' | '&' | '@')
        || matches!(c, '\u{2010}'..='\u{2027}' | '«' | '»' | '‹' | '›' | '¿' | '¡' | '·' | '、' | '。' | '\u{2E3A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut words = Vec::new();
        tokenize(text, |span, _| words.push(&text[span.range()]));
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn words() {
        check("Kim's visit isn't new", "Kim 's visit is n't new");
        check("They can’t — O’Brien’s car", "They ca n’t — O’Brien ’s car");
        check("a well-known anti-Bush non-stop rally", "a well - known anti-Bush non-stop rally");
        check("the players' union", "the players ' union");
        check("we cannot", "we can not");
        check("AT&T and R&D", "AT&T and R&D");
        check("rock'n'roll at 10 o'clock", "rock'n'roll at 10 o'clock");
    }

    #[test]
    fn glued_labels() {
        check("Jo RoeImage: The Daily Post", "Jo Roe Image : The Daily Post");
        check("Jo RoePhotograph: Ana Ilves", "Jo Roe Photograph : Ana Ilves");
        check("iPhoto: a program, SelfImage by Roe", "iPhoto : a program , SelfImage by Roe");
    }

    #[test]
    fn abbreviations() {
        check("in the U.S. on Friday", "in the U.S. on Friday");
        check("the U.S.-led force", "the U.S. - led force");
        check("Mr. J. K. Rowe met Lt. Gen. Poe.", "Mr. J. K. Rowe met Lt. Gen. Poe .");
        check("at 5 p.m. Acme Inc. said no.", "at 5 p.m. Acme Inc. said no .");
        check("No. 5 said No.", "No. 5 said No .");
        check("Plan B.\nNext", "Plan B .  Next".replace("  ", " ").as_str());
        check("It ended.Then", "It ended . Then");
        check("So did I. He left", "So did I . He left");
    }

    #[test]
    fn numbers() {
        check("$4.5m, 1,000 or 10-15%", "$ 4.5m , 1,000 or 10 - 15 %");
        check("US$40 billion", "US$ 40 billion");
        check("on 9/11 at 10:30 in the '90s", "on 9/11 at 10:30 in the '90s");
        check("the 1970s' 13th", "the 1970s ' 13th");
        check("24°C", "24 ° C");
    }

    #[test]
    fn marks() {
        check("visit -- a \"rare\" one... no?!", "visit -- a \" rare \" one ... no ?!");
        check(
            "see https://example.com/a?b=1, or www.example.org.",
            "see https://example.com/a?b=1 , or www.example.org .",
        );
        check("mail a.b@example.com; @user #tag", "mail a.b@example.com ; @user #tag");
        check("example.com (gov.uk)", "example.com ( gov . uk )");
    }

    #[test]
    fn anything() {
        check("", "");
        check("\u{0}\u{feff} \u{200b}", "");
        check("👍🏽!", "👍 🏽 !");
    }
}

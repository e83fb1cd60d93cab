//! Text as JavaScript sees it: white space, capital letters, words, the first line.

/// What `\s` matches.
pub fn is_white(letter: char) -> bool {
    letter == '\u{feff}' || (letter.is_whitespace() && letter != '\u{85}')
}

/// Words with single spaces between.
pub fn one_line(text: &str) -> String {
    text.split(is_white).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With a capital letter in front.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        // Only what is one unit of UTF-16 is made large.
        Some(first) if first.len_utf16() == 1 => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// How many words have a letter or a digit.
pub fn count_words(text: &str) -> usize {
    text.split(is_white).filter(|word| word.contains(is_letter_or_number)).count()
}

/// `\p{L}` or `\p{N}`: letters in circles and squares are signs, though they count as alphabetic.
fn is_letter_or_number(letter: char) -> bool {
    let sign = matches!(letter, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}');
    letter.is_alphanumeric() && !sign
}

const LONGEST_HEADLINE_UNITS: usize = 120;

/// The first line, which is a headline in most articles.
pub fn headline(text: &str) -> String {
    let line = text.trim_matches(is_white).split('\n').next().unwrap_or("");
    let units: Vec<u16> = line.encode_utf16().take(LONGEST_HEADLINE_UNITS).collect();
    let short = String::from_utf16_lossy(&units);
    match short.rfind(is_white) {
        Some(at) if short.len() < line.len() => format!("{} …", short[..at].trim_end_matches(is_white)),
        _ => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_headline_ends_with_a_word() {
        let long = "The framed photo of a farmer ".repeat(5);
        assert_eq!(headline(&long), format!("{} …", &long[..long[..120].rfind(' ').expect("a space")]));
        assert_eq!(headline(&"a".repeat(130)).len(), 120);
        assert_eq!(headline("A pier\n\nIt fell."), "A pier");
    }

    #[test]
    fn white_space_is_that_of_javascript() {
        assert_eq!(one_line("\u{feff} a\r\n\tb\u{a0}\u{3000}c "), "a b c");
        assert_eq!(one_line("a\u{85}b\u{200b}c"), "a\u{85}b\u{200b}c", "these are none");
    }

    #[test]
    fn capitals() {
        assert_eq!(capital("ärzte"), "Ärzte");
        assert_eq!(capital("ﬁve"), "FIve");
        assert_eq!(capital("\u{10428}x"), "\u{10428}x");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn words_with_letters_or_digits() {
        assert_eq!(count_words("“No,” – he said: 5 % … 🙂 ½ Ⅳ"), 6);
        assert_eq!(count_words("— ⓐ 🅰 …"), 0);
    }

    #[test]
    fn the_first_line() {
        assert_eq!(headline("\n\n  A pier \r\nstays"), "A pier \r");
        assert_eq!(headline(""), "");
        assert_eq!(headline(&"x".repeat(200)).len(), 120);
        let cut = headline(&format!("{}🙂", "x".repeat(119)));
        assert!(cut.ends_with("x\u{fffd}"), "half a character");
    }
}

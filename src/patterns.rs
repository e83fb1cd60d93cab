//! What can be recognized by its shape alone: datelines, bylines, credits, list items, addresses.

use regex::Regex;
use std::sync::LazyLock;

/// A pattern that is made when it is first asked for. Word edges are `(?-u:\b)`: those of Unicode would cost tables.
macro_rules! pattern {
    ($(#[$doc:meta])* $name:ident = $($part:expr),+ $(,)?) => {
        $(#[$doc])*
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new(&[$($part),+].concat()).expect("a fixed pattern"));
    };
}

/// A capitalized word of a place's name.
const NAME: &str = r"[A-ZÀ-Þ][0-9A-Za-zÀ-ɏ.'’\-/]*";
/// "New Delhi, India", "ISLE OF WIGHT", "SEOUL, Sept 13".
const PLACE: &str = r"[A-ZÀ-Þ][0-9A-Za-zÀ-ɏ.'’\-/]*(?:[ ,]+(?:[A-ZÀ-Þ][0-9A-Za-zÀ-ɏ.'’\-/]*|de|of|and|[0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{4})){0,9}\.?";
/// "(Reuters)", "(AFP/APP)".
const AGENCY: &str = r",? ?\([A-Z][A-Za-z0-9 .&/\-]{1,40}\)";
/// The mark between a dateline and its text.
const DASH: &str = r" ?(?:--?|—|–|:|\.) ?";

pattern! {
    /// "SEOUL, Sept 13 (Reuters) - ", "(Geneva) – ".
    DATELINE_WITH_AGENCY = r"^(?:\(", PLACE, r"\)|", PLACE, AGENCY, ")", DASH
}

pattern! {
    /// "NEW DELHI: ", "PARIS, 3 May — ".
    DATELINE_IN_CAPITALS =
        r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’\-/ ]{2,}(?:, [A-Z][A-Za-z.]*)*",
        r"(?:,? (?:[0-9]{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?: [0-9]{1,2})?(?:,? [0-9]{4})?)?",
        r" ?(?:--|—|–| -|:) ?",
}

pattern! {
    /// "By Jane Roe", "Reporting by Jo Roe; Editing by A. Poe".
    BYLINE = r"^(?:\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled) by |By ", NAME, r"[^.!?]{1,80}$|BY [A-Z])"
}

pattern! {
    /// "Photo: …", "File picture /Reuters", "(AP)".
    CREDIT =
        r"^(?:Photo|Image|Picture|Photograph|Source|Credit|Illustration|FILE PHOTO|Getty)(?-u:\b)|Getty Images|/Reuters|/AFP|/AP(?-u:\b)",
        r"|(?-u:\b)(?:AFP|AP|Reuters|EPA|PA|Shutterstock)\)?$|©|via AP|\((?:Photo|Image|Picture)[^)]*\)$",
}

pattern! {
    /// "A deer in the park. Image: Jane Roe.", "Jo RoeImage: Jane Roe."
    PICTURE_CREDIT =
        r"(?:^|[ .]|[a-zà-þ]{2})(?:Photo|Image|Picture|Photograph|Illustration)(?: credit| by| courtesy of)?: ?[A-ZÀ-Þ][^:!?]{1,60}$",
}

pattern! {
    /// "• ", "3. ", "12) ".
    LIST_ITEM = r"^(?:[0-9]{1,2}[.)]|[•\-*–—·▪]) "
}

/// Sites are known by these endings: others are words too ("in", "me", "it").
const ENDINGS: &str = r"(?:(?:com|org|net|gov|edu|co|ac)\.[a-z]{2}|com|org|net|gov|edu|uk|io|eu|de|info|ai)";

pattern! {
    /// "https://example.com/a?b=1", "@user", "#tag", "a.b@example.com", "example.com/news".
    ADDRESS =
        r"^(?:(?:https?://|www\.).*[^!-.:-@\[-`{-~‘-‟…«»]",
        r"|[@#][A-Za-z][0-9A-Za-z_À-ɏ]*",
        r"|[0-9A-Za-z][0-9A-Za-z._%+\-]*@[0-9A-Za-z\-]+(?:\.[0-9A-Za-z\-]+)+",
        r"|(?:[0-9A-Za-z][0-9A-Za-z\-]*\.)*[0-9A-Za-z][0-9A-Za-z\-]*[a-z0-9]\.", ENDINGS, r"(?:/(?:[!-&(-~]*[0-9A-Za-z/])?|(?-u:\b)))",
}

/// A dateline is not looked for beyond this many bytes.
const LONGEST_DATELINE_BYTES: usize = 160;
/// After a dateline there must be at least this much text (bytes).
const SHORTEST_TEXT_AFTER_DATELINE_BYTES: usize = 20;

/// Bytes of a dateline at the head of a paragraph: "SEOUL, Sept 13 (Reuters) - ", "PARIS (AP) — ", "NEW DELHI: ".
pub fn dateline(paragraph: &str) -> Option<u32> {
    let end = (0..=LONGEST_DATELINE_BYTES).rev().find(|&n| n <= paragraph.len() && paragraph.is_char_boundary(n))?;
    let head = &paragraph[..end];
    let found = DATELINE_WITH_AGENCY.find(head).or_else(|| DATELINE_IN_CAPITALS.find(head))?;
    let is_all = found.end() + SHORTEST_TEXT_AFTER_DATELINE_BYTES > paragraph.len();
    (!is_all).then_some(found.end() as u32)
}

/// A byline is shorter than this (bytes).
const LONGEST_BYLINE_BYTES: usize = 300;

/// "By Jane Roe", "Reporting by …; Editing by …".
pub fn is_byline(words: &str) -> bool {
    words.len() < LONGEST_BYLINE_BYTES && BYLINE.is_match(words)
}

/// Whether a caption ends in its credit, with a full stop or without.
pub fn is_picture_credit(words: &str) -> bool {
    PICTURE_CREDIT.is_match(words)
}

/// A photo's or an agency's credit.
pub fn is_credit(words: &str) -> bool {
    CREDIT.is_match(words)
}

/// An item of a bullet or numbered list.
pub fn is_list_item(line: &str) -> bool {
    LIST_ITEM.is_match(line.trim_start())
}

/// Bytes of the web or mail address, @handle or #hashtag that a run without white space begins with.
pub fn address(run: &str) -> Option<usize> {
    // Most runs are plain words: the pattern is asked only about those that have a mark of an address.
    let inner = run.len() - 1;
    let is_likely = run.starts_with(['@', '#']) || run.bytes().take(inner).any(|b| matches!(b, b'.' | b'@'));
    is_likely.then(|| ADDRESS.find(run)).flatten().map(|found| found.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_dateline(text: &str, expected: &str) {
        let rest = "the strike has ended, officials said.";
        let found = dateline(&format!("{text}{rest}")).map_or(0, |n| n as usize);
        assert_eq!(&format!("{text}{rest}")[..found], expected);
    }

    #[test]
    fn datelines() {
        check_dateline("SEOUL, Sept 13 (Reuters) - ", "SEOUL, Sept 13 (Reuters) - ");
        check_dateline("PARIS (AP) — ", "PARIS (AP) — ");
        check_dateline("NEW DELHI: ", "NEW DELHI: ");
        check_dateline("São Paulo, 3 (AFP) – ", "São Paulo, 3 (AFP) – ");
        check_dateline("Putin (who won) — ", "");
        check_dateline("The NATO summit (in Vilnius) and ", "");
        check_dateline("WHO: ", "WHO: ");
    }

    #[test]
    fn lines_that_are_no_text() {
        assert!(is_byline("By Jane Roe and Élodie Pâris") && is_byline("Reporting by Jo Roe; Editing by A. Poe"));
        assert!(!is_byline("By Tuesday the water had gone. Nobody came.") && !is_byline("By and large it worked"));
        assert!(is_credit("File photo: the minister AFP") && is_credit("Photograph: Roe/Getty Images"));
        assert!(is_picture_credit("A deer in the park. Image: Jane Roe."));
        assert!(is_picture_credit("Jo RoeImage: Jane Roe."));
        assert!(!is_picture_credit("The image: a man on a pier, alone."));
        assert!(!is_picture_credit("iPhoto: The program") && !is_picture_credit("SelfImage: how we see us"));
        assert!(is_credit("The pier (AP)") && is_credit("© The Echo"));
        assert!(!is_credit("Source of the river found") || is_credit("Source: ministry"));
        assert!(is_list_item("• one thing") && is_list_item("  12) the twelfth") && is_list_item("3. the third"));
        assert!(!is_list_item("3.5 percent") && !is_list_item("-5 degrees") && !is_list_item("2024. It"));
    }

    #[track_caller]
    fn check_address(run: &str, expected: &str) {
        assert_eq!(&run[..address(run).unwrap_or(0)], expected);
    }

    #[test]
    fn addresses() {
        check_address("https://example.com/a?b=1,", "https://example.com/a?b=1");
        check_address("https://example.com/wiki/Käsé”.", "https://example.com/wiki/Käsé");
        check_address("www.example.org.", "www.example.org");
        check_address("a.b@example.com;", "a.b@example.com");
        check_address("@user’s", "@user");
        check_address("#MeToo.", "#MeToo");
        check_address("example.com’s", "example.com");
        check_address("bbc.co.uk/news/world-1.", "bbc.co.uk/news/world-1");
        check_address("example.com.au,", "example.com.au");
    }

    #[test]
    fn no_addresses() {
        for run in ["U.S.", "3.5", "ended.Then", "e.g.", "gov.community", "#1", "@5pm", "No.5", "p.m.", "a.de"] {
            check_address(run, "");
        }
    }
}

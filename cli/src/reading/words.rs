//! The page's words for claims, sources, numbers and times, in English: what `www/strings` says, which tests compare.

use onrecord::report::{Attribution, ClaimForm, Stance};

/// Heads of the table of sources; the last three are for what people fill in.
pub const SOURCE_COLUMNS: [&str; 10] = [
    "Source",
    "Role in the article",
    "How told",
    "Claims",
    "Words quoted",
    "Words paraphrased",
    "First in paragraph",
    "Role",
    "Community",
    "Gender",
];
/// The form of what somebody answers in an interview.
pub const ANSWER: &str = "Answer in an interview";
/// And of what somebody asks there.
pub const QUESTION: &str = "Question in an interview";
/// The speaker of a claim that nobody is said to make.
pub const NOBODY: &str = "Nobody named";
/// The speaker of a claim that somebody makes who was not found.
pub const UNKNOWN_SPEAKER: &str = "Speaker not found";
/// In place of words, where nothing was said.
pub const DECLINED: &str = "Gave no comment.";
/// Beside words that somebody did not say.
pub const NEGATED: &str = "The article says that this was not said.";
/// Where the claim that reports a claim is missing.
pub const VIA_UNKNOWN: &str = "As reported by somebody else.";
/// In place of claims.
pub const CLAIMS_NONE: &str = "No statement in this text is tied to a speaker.";
/// In place of numbers.
pub const NUMBERS_NONE: &str = "No numbers were found.";
/// In place of times.
pub const TIMES_NONE: &str = "No dates or times were found.";
/// In place of the day of a time.
pub const DAY_NOT_KNOWN: &str = "day not known";
/// Heading of the claims.
pub const CLAIMS: &str = "Who says what";
/// Heading of the sources, and what their mark means.
pub const SOURCES: &str = "Sources";
/// Heading of the numbers.
pub const NUMBERS: &str = "Numbers";
/// Heading of the times.
pub const TIMES: &str = "Times";
/// Before the publication date.
pub const PUBLISHED: &str = "Published";
/// Label of the key to the marks.
pub const LEGEND: &str = "Marked in the article";

/// How the words stand in the article.
pub fn form(form: ClaimForm) -> &'static str {
    match form {
        ClaimForm::Direct => "Quoted",
        ClaimForm::Mixed => "Partly quoted",
        ClaimForm::Indirect => "Paraphrased",
    }
}

/// The same in a sentence.
pub fn explained(form: ClaimForm) -> &'static str {
    match form {
        ClaimForm::Direct => "Quoted: the speaker’s words, in quotation marks.",
        ClaimForm::Mixed => "Partly quoted: the reporter’s words, some of the speaker’s in marks.",
        ClaimForm::Indirect => "Paraphrased: in the reporter’s words, not the speaker’s.",
    }
}

/// How the article tells who it is.
pub fn attribution(attribution: Attribution) -> &'static str {
    match attribution {
        Attribution::Named => "Named",
        Attribution::Described => "Described, not named",
        Attribution::Unnamed => "Unnamed source",
        Attribution::Implied => "Same speaker as before",
        Attribution::None => NOBODY,
    }
}

/// What is done with the words; plain assertions have no word of their own.
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Denies => "Denial",
        Stance::Warns => "Warning",
        Stance::Asks => "Question",
        Stance::Promises => "Promise",
        Stance::Demands => "Demand",
        Stance::Estimates => "Estimate",
        Stance::Alleges => "Allegation",
        Stance::Hopes => "Hope",
        Stance::Declines => "Gave no comment",
        Stance::Asserts | Stance::Other => "",
    }
}

/// "Ann, Bo, and Cy".
pub fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}

/// "Vessey Echo reports that two people say …": who, and whether they are many, the outermost first.
pub fn chain(links: &[(String, bool)]) -> String {
    let last = links.len().saturating_sub(1);
    let link = |(i, (who, many)): (usize, &(String, bool))| {
        let verb = match (i < last, many) {
            (true, true) => "report",
            (true, false) => "reports",
            (false, true) => "say",
            (false, false) => "says",
        };
        format!("{who} {verb}")
    };
    format!("{} …", links.iter().enumerate().map(link).collect::<Vec<_>>().join(" that "))
}

/// Through whom words reached the article.
pub fn via(who: &str) -> String {
    format!("As reported by {who}.")
}

/// A role with whose it is.
pub fn role_of(role: &str, owner: &str) -> String {
    format!("{role} (of {owner})")
}

/// Words of the article.
pub fn written(words: &str) -> String {
    format!("“{words}”")
}

/// To whom it was said.
pub fn to(who: &str) -> String {
    format!("To {who}.")
}

/// Where it was said.
pub fn medium(what: &str) -> String {
    format!("{what}.")
}

/// When it was said.
pub fn said_on(when: &str) -> String {
    format!("Said {when}.")
}

/// Why the source has no name.
pub fn anonymity(why: &str) -> String {
    format!("Stated reason for no name: “{why}”.")
}

/// The words by which somebody hedges.
pub fn hedged(words: &str) -> String {
    format!("Hedged in its own words: {words}.")
}

/// An approximate value.
pub fn about(value: &str) -> String {
    format!("about {value}")
}

/// A value without an upper end.
pub fn at_least(value: &str) -> String {
    format!("{value} or more")
}

/// A value without a lower end.
pub fn at_most(value: &str) -> String {
    format!("up to {value}")
}

/// A difference of two percentages.
pub fn percentage_points(value: &str) -> String {
    format!("{value} percentage points")
}

/// A sign that has a word.
pub fn unit(sign: &str) -> &str {
    match sign {
        "t" => "tonnes",
        "bbl" => "barrels",
        _ => sign,
    }
}

/// Who made the marks, and how sure they are.
pub fn made_by(engine: &str) -> String {
    format!("Marked by {engine}. Marks are made by rules and small models that err.")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that the page says in English.
    const PAGE: &str = concat!(
        include_str!("../../../www/strings/en.js"),
        include_str!("../../../www/strings/en.shared.js"),
        include_str!("../../../www/strings/en.labels.js")
    );

    #[track_caller]
    fn check(entry: &str) {
        assert!(PAGE.contains(entry), "the page does not say {entry}");
    }

    #[test]
    fn labels_are_those_of_the_page() {
        for each in [ClaimForm::Direct, ClaimForm::Mixed, ClaimForm::Indirect] {
            check(&format!("{}: \"{}\"", each.name(), form(each)));
            check(&format!("{}: \"{}\"", each.name(), explained(each)));
        }
        for &each in Attribution::ALL {
            check(&format!("{}: \"{}\"", each.name(), attribution(each)));
        }
        let (_, stances) = PAGE.split_once("\n  stance: ").expect("the table");
        let (stances, _) = stances.split_once("})").expect("its end");
        for &each in Stance::ALL {
            let is_said = stances.contains(&format!("\n    {}: \"{}\"", each.name(), stance(each)));
            assert_eq!(is_said, !stance(each).is_empty(), "{}", each.name());
        }
        check(&format!("\"{}\".split(", SOURCE_COLUMNS.join(",")));
    }

    #[test]
    fn words_are_those_of_the_page() {
        let views = [("claims", CLAIMS), ("sources", SOURCES), ("numbersTitle", NUMBERS), ("timesTitle", TIMES)];
        let none = [("claimsNone", CLAIMS_NONE), ("numbersNone", NUMBERS_NONE), ("timesNone", TIMES_NONE)];
        let speakers = [("nobody", NOBODY), ("unknownSpeaker", UNKNOWN_SPEAKER), ("viaUnknown", VIA_UNKNOWN)];
        let claims =
            [("interview", ANSWER), ("interviewQuestion", QUESTION), ("declined", DECLINED), ("negated", NEGATED)];
        let rest = [("publishedLabel", PUBLISHED), ("legendLabel", LEGEND), ("none", DAY_NOT_KNOWN)];
        for (key, words) in [&views[..], &none, &speakers, &claims, &rest].concat() {
            check(&format!("{key}: \"{words}\""));
        }
    }

    #[test]
    fn sentences_are_those_of_the_page() {
        type Sentence = fn(&str) -> String;
        let of_one: [(Sentence, &str); 12] = [
            (via, "who"),
            (written, "words"),
            (to, "who"),
            (medium, "what"),
            (said_on, "when"),
            (anonymity, "why"),
            (hedged, "words"),
            (about, "value"),
            (at_least, "value"),
            (at_most, "value"),
            (percentage_points, "value"),
            (made_by, "engine"),
        ];
        for (sentence, name) in of_one {
            check(&format!("{name}) => `{}`", sentence(&format!("${{{name}}}"))));
        }
        check(&format!("`{}`", role_of("${role}", "${owner}")));
        check(&format!("({{ t: \"{}\", bbl: \"{}\" }})", unit("t"), unit("bbl")));
    }

    #[test]
    fn lists_and_chains() {
        let names = ["Ann", "Bo", "Cy"].map(str::to_owned);
        assert_eq!([0, 1, 2, 3].map(|n| and(&names[..n])), ["", "Ann", "Ann and Bo", "Ann, Bo, and Cy"]);
        let link = |who: &str, many| (who.to_owned(), many);
        assert_eq!(
            chain(&[link("Vessey Echo", false), link("two people", true)]),
            "Vessey Echo reports that two people say …"
        );
        assert_eq!(chain(&[link("the papers", true), link("Ann", false)]), "the papers report that Ann says …");
        assert_eq!(chain(&[]), " …", "no claim has none");
    }
}

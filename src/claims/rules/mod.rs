//! The table of rules: which constructions make a claim.
//!
//! To add one: its function in a file of this folder, with its tests; its name in `rule.rs`; its row here; `tools pack`
//! writes its sentence for the page; its German sentence in `www/strings/de.rules.js`.

mod adverb;
mod floating;
mod gerund;
mod infinitive;
mod label;
mod naming;
mod noun;
mod passive;
mod phrase;
mod account;
mod citing;
mod question;
mod quotation;
mod quoted;
mod refusal;
mod relative;
mod statement;
mod that_clause;
mod verdict;

use super::rule::Rule;
use super::table::Find::{Beside, Place, Text, Word, Words};
use super::table::{Pass, Row, row, row_without_words};

/// In the order of the passes; within a pass from the most to the least precise, the first match wins.
pub const RULES: &[Row] = &[
    row(
        Rule::VerbAndThatClause,
        Pass::Verbs,
        Place(that_clause::find),
        "A verb of saying with a clause that begins with “that”: “she said that …”.",
    ),
    row(
        Rule::VerbAndQuestion,
        Pass::Verbs,
        Place(question::find),
        "A verb of asking or saying with a question in it: “she asked whether …”.",
    ),
    row(
        Rule::VerbAndInfinitive,
        Pass::Verbs,
        Place(infinitive::find),
        "A verb of saying with “to”: “she claimed to have …”.",
    ),
    row(
        Rule::VerbAndGerund,
        Pass::Verbs,
        Place(gerund::bare),
        "A verb of saying with an -ing form: “he admitted taking …”.",
    ),
    row(
        Rule::VerbOfAndGerund,
        Pass::Verbs,
        Place(gerund::after_of),
        "A verb with “of” and an -ing form: “accused her of taking …”.",
    ),
    row(
        Rule::RelativeClause,
        Pass::Verbs,
        Place(relative::find),
        "A verb of saying inside a relative clause: “a deal that she warned would …”.",
    ),
    row(
        Rule::VerbBeforeQuotation,
        Pass::Verbs,
        Place(quotation::after),
        "A verb of saying, and after it words in quotation marks: “She said: ‘No’”.",
    ),
    row(
        Rule::VerbAndColon,
        Pass::Verbs,
        Place(quotation::colon),
        "A verb of saying, a colon, and the statement after it.",
    ),
    row(
        Rule::VerbAfterQuotation,
        Pass::Verbs,
        Place(quotation::before),
        "Words in quotation marks, and after them a verb of saying: “‘No’, she said”.",
    ),
    row(
        Rule::VerbAfterStatement,
        Pass::Verbs,
        Place(statement::before),
        "A statement, and after it a verb of saying with its subject: “…, she said”.",
    ),
    row(
        Rule::VerbAndBareClause,
        Pass::Verbs,
        Place(statement::bare_clause),
        "A verb of saying with a clause that begins without “that”: “she said it was late”.",
    ),
    row(
        Rule::AccordingTo,
        Pass::Phrases,
        Word(phrase::according_to),
        "The words “according to”, and the source after them.",
    ),
    row(Rule::InTheWordsOf, Pass::Phrases, Word(phrase::in_the_words_of), "Words such as “in the words of”."),
    row(
        Rule::ByTheirAccount,
        Pass::Phrases,
        Word(account::find),
        "Somebody’s account or view: “by her own account, …”.",
    ),
    row(Rule::Per, Pass::Phrases, Word(phrase::per), "The word “per”, and the source after it: “per the ministry”."),
    row(
        Rule::Citing,
        Pass::Phrases,
        Word(citing::find),
        "One source that cites another: “the agency reported, citing officials”.",
    ),
    row_without_words(
        Rule::AdverbWithoutSource,
        Pass::Phrases,
        Word(adverb::find),
        "A word such as “reportedly”: somebody says it, but not who.",
    ),
    row(
        Rule::QuotesAsSaying,
        Pass::Passives,
        Words(quoted::quotes_as_saying),
        "An outlet that “quotes X as saying” it.",
    ),
    row(Rule::QuotedAsSaying, Pass::Passives, Words(quoted::quoted_as_saying), "Somebody “was quoted as saying” it."),
    row(
        Rule::ItIsUnderstoodThat,
        Pass::Passives,
        Word(passive::it_is_understood_that),
        "“It” with a passive of saying: “it is understood that …”.",
    ),
    row(Rule::BelievedTo, Pass::Passives, Word(passive::believed_to), "A passive that hides who: “is believed to …”."),
    row(Rule::WasTold, Pass::Passives, Word(passive::was_told), "A passive of telling: “reporters were told that …”."),
    row(Rule::QuotedBy, Pass::Outlets, Text(quoted::quoted_by), "The outlet by which somebody was quoted."),
    row(
        Rule::NounAndThatClause,
        Pass::Nouns,
        Words(noun::that_clause),
        "A noun of saying with its content: “the claim that …”.",
    ),
    row(Rule::NounAndInfinitive, Pass::Nouns, Words(noun::infinitive), "A noun of saying with “to”: “a promise to …”."),
    row(Rule::RejectsTheClaim, Pass::Nouns, Beside, "Somebody who rejects or denies a claim."),
    row(
        Rule::CalledIt,
        Pass::Namings,
        Word(naming::find),
        "A verb such as “called” with a quoted verdict: “called it ‘a farce’”.",
    ),
    row(
        Rule::Verdict,
        Pass::Namings,
        Word(verdict::find),
        "A verb that says what something is: “called the plan unlawful”.",
    ),
    row(
        Rule::HeadlineWithColon,
        Pass::Labels,
        Text(label::headlines),
        "A headline with a colon between speaker and words: “Quill: pier will stay”.",
    ),
    row(Rule::InterviewLabel, Pass::Labels, Text(label::interviews), "A speaker’s name at the start of a line."),
    row(
        Rule::AnnouncedQuotation,
        Pass::Quotations,
        Text(floating::announced),
        "A verb of saying with a colon, and the quotation in what follows.",
    ),
    row(Rule::ColonBeforeQuotation, Pass::Quotations, Beside, "A colon, and a quotation after it."),
    row(
        Rule::FloatingQuotation,
        Pass::Quotations,
        Text(floating::floating),
        "A quotation that names no speaker and goes on from the one before.",
    ),
    row(Rule::DeclinedToSay, Pass::Refusals, Word(refusal::declined_to_say), "Words such as “declined to comment”."),
    row(Rule::DidNotRespond, Pass::Refusals, Word(refusal::did_not_respond), "Words such as “did not respond”."),
    row(
        Rule::CouldNotBeReached,
        Pass::Refusals,
        Word(refusal::could_not_be_reached),
        "Words such as “could not be reached”.",
    ),
];

/// Claims of a text as "[source] <cue> content // content «rule»", one a line.
#[cfg(test)]
fn shown(text: &str) -> String {
    use crate::document::Document;
    let document = Document::read(text);
    let syntax = crate::tags::tag(&document);
    let quotes = crate::quotes::find(&document);
    let mentions = crate::mentions::find(&document, &syntax);
    let times = crate::times::find(&document, &syntax, None);
    let chooser = &mut super::choice::AsProposed;
    let claims = super::find_with(&document, &syntax, &quotes, &mentions, &times, chooser);
    let one = |claim: &super::Claim| {
        let words = |span: Option<crate::document::Span>| span.map_or("", |span| document.slice(span));
        let content: Vec<&str> = claim.content.iter().map(|&span| document.slice(span)).collect();
        let (source, cue) = (words(claim.source), words(claim.cue));
        format!("[{source}] <{cue}> {} «{}»", content.join(" // "), claim.rule.name())
    };
    claims.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The claims of a body text, paragraphs separated by " ¶ ".
#[cfg(test)]
#[track_caller]
fn check(text: &str, expected: &str) {
    // A headline before the text keeps it from being taken for one.
    assert_eq!(shown(&format!("Talks to resume in the north\n\n{}", text.replace(" ¶ ", "\n\n"))), expected);
}

/// The claims of a headline.
#[cfg(test)]
#[track_caller]
fn check_headline(text: &str, expected: &str) {
    let body = "The road north was open again on Friday, and buses left from the square.";
    assert_eq!(shown(&format!("{text}\n\n{body}")), expected);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_one_row_and_rows_stand_in_the_order_of_passes() {
        for rule in Rule::ALL {
            assert_eq!(RULES.iter().filter(|row| row.rule == *rule).count(), 1, "{}", rule.name());
        }
        let pass_of = |row: &Row| Pass::ALL.iter().position(|pass| *pass == row.pass);
        assert!(RULES.is_sorted_by_key(pass_of));
    }
}

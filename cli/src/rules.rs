//! What each rule goes by, in a sentence: the very sentences that the page shows, read from its files.

use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};

/// List the rules that can stand in a report, each with a sentence that says what it goes by
#[derive(Args)]
pub struct Arguments {
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A rule and its sentence a line, a tab between them
    Text,
    /// {"rule", "sentence"} a line
    Jsonl,
}

/// A language that the sentences are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// German
    De,
}

#[derive(Serialize)]
struct Row {
    rule: &'static str,
    sentence: &'static str,
}

/// Prints all of them.
pub fn run(arguments: &Arguments) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (rule, sentence) in sentences(arguments.lang) {
        match arguments.format {
            Format::Text => writeln!(out, "{rule}\t{sentence}")?,
            Format::Jsonl => writeln!(out, "{}", crate::json::to_string(&Row { rule, sentence }))?,
        }
    }
    Ok(())
}

/// The sentence of a rule.
pub fn sentence(rule: &str, language: Language) -> Option<&'static str> {
    sentences(language).find(|(name, _)| *name == rule).map(|(_, sentence)| sentence)
}

/// Each rule and its sentence, in the order of the page's file. An entry is `name: "sentence",` or `"a name": "sentence",`,
/// perhaps on two lines.
fn sentences(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let file = match language {
        Language::En => include_str!("../../www/strings/en.rules.js"),
        Language::De => include_str!("../../www/strings/de.rules.js"),
    };
    let (_, entries) = file.split_once("rules = {\n").unwrap_or(("", ""));
    entries.split("\",\n").filter_map(|entry| {
        // A comment has a line of its own.
        let entry = entry.rsplit_once("//").map_or(Some(entry), |(_, rest)| Some(rest.split_once('\n')?.1))?;
        let (name, sentence) = entry.split_once(':')?;
        Some((name.trim().trim_matches('"'), sentence.trim_start().strip_prefix('"')?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_for_claims_has_its_sentence_in_both_languages() {
        for (rule, english) in onrecord::claims::rules() {
            assert_eq!(sentence(rule, Language::En), Some(english), "{rule}");
            assert!(sentence(rule, Language::De).is_some_and(|german| german != english), "{rule}: no German");
        }
    }

    #[test]
    fn both_languages_have_the_same_rules() {
        let names = |language| sentences(language).map(|(rule, _)| rule).collect::<BTreeSet<_>>();
        assert_eq!(names(Language::En), names(Language::De));
        assert!(names(Language::En).len() > 70, "{}", names(Language::En).len());
    }

    #[test]
    fn entries_are_read_whole() {
        assert_eq!(sentence("season", Language::En), Some("A season."));
        let is_whole =
            |(rule, sentence): (&str, &str)| !rule.contains(['/', '"', '\n']) && sentence.ends_with(['.', '“']);
        assert!([Language::En, Language::De].into_iter().flat_map(sentences).all(is_whole));
    }
}

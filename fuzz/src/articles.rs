//! Real articles with a few changes that make them wrong.

use crate::choices::Choices;
use crate::grammar;
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// Changes that one article gets at most.
const MOST_CHANGES: usize = 6;

/// The articles below some folders, sorted by path: text files, and the "text" of JSON files.
///
/// # Errors
/// What cannot be read.
pub fn read(folders: &[impl AsRef<Path>]) -> io::Result<Vec<String>> {
    let mut articles = Vec::new();
    for folder in folders {
        for entry in WalkDir::new(folder).sort_by_file_name() {
            articles.extend(article(entry?.path())?);
        }
    }
    Ok(articles)
}

fn article(path: &Path) -> io::Result<Option<String>> {
    match path.extension().and_then(|e| e.to_str()) {
        Some("txt") => std::fs::read_to_string(path).map(Some),
        Some("json") => {
            let object: serde_json::Value = serde_json::from_slice(&std::fs::read(path)?)?;
            Ok(object["text"].as_str().map(str::to_owned))
        }
        _ => Ok(None),
    }
}

/// One of the articles, with one change or more.
pub fn changed(articles: &[String], choices: &mut Choices) -> String {
    let mut text = articles[choices.below(articles.len())].clone();
    for _ in 0..=choices.below(MOST_CHANGES) {
        let change = CHANGES[choices.below(CHANGES.len())];
        text = change(&text, articles, choices);
    }
    text
}

/// Makes another text of one; the articles are there to take pieces from.
type Change = fn(&str, &[String], &mut Choices) -> String;

const CHANGES: &[Change] = &[
    word_left_out,
    words_left_out,
    words_twice,
    words_moved,
    piece_put_in,
    piece_put_in,
    mark_put_in,
    mark_put_in,
    mark_replaced,
    marks_of_one_kind,
    sentence_put_in,
    words_of_another,
    cut_off,
    lines_joined,
    shouted,
    letter_replaced,
];

/// The byte ranges of the words.
fn words(text: &str) -> Vec<(usize, usize)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(|word| (start(word), start(word) + word.len())).collect()
}

/// Some words in a row: up to `most`.
fn some_words(text: &str, most: usize, choices: &mut Choices) -> (usize, usize) {
    let words = words(text);
    if words.is_empty() {
        return (0, 0);
    }
    let first = choices.below(words.len());
    let last = (first + choices.below(most)).min(words.len() - 1);
    (words[first].0, words[last].1)
}

fn replaced(text: &str, (start, end): (usize, usize), by: &str) -> String {
    [&text[..start], by, &text[end..]].concat()
}

fn word_left_out(text: &str, _: &[String], choices: &mut Choices) -> String {
    replaced(text, some_words(text, 1, choices), "")
}

fn words_left_out(text: &str, _: &[String], choices: &mut Choices) -> String {
    replaced(text, some_words(text, 12, choices), "")
}

fn words_twice(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (start, end) = some_words(text, 8, choices);
    replaced(text, (end, end), &format!(" {}", &text[start..end]))
}

fn words_moved(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (start, end) = some_words(text, 8, choices);
    let rest = replaced(text, (start, end), "");
    let (_, to) = some_words(&rest, 1, choices);
    replaced(&rest, (to, to), &format!(" {}", &text[start..end]))
}

fn piece_put_in(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (_, at) = some_words(text, 1, choices);
    replaced(text, (at, at), &format!(" {}", grammar::expanded("piece", choices)))
}

fn sentence_put_in(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (at, _) = some_words(text, 1, choices);
    replaced(text, (at, at), &format!("{} ", grammar::expanded("sentence", choices)))
}

fn mark_put_in(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (start, end) = some_words(text, 1, choices);
    let at = if choices.below(2) == 0 { start } else { end };
    replaced(text, (at, at), &a_mark(choices))
}

const MARKS: &[char] = &['“', '”', '"', '‘', '’', '\'', '«', '»', ',', '.', ':', ';', '—', '(', ')', '…'];

fn a_mark(choices: &mut Choices) -> String {
    MARKS[choices.below(MARKS.len())].to_string()
}

fn mark_replaced(text: &str, _: &[String], choices: &mut Choices) -> String {
    let places: Vec<&str> = text.matches(MARKS).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let place = places[choices.below(places.len())];
    let start = place.as_ptr() as usize - text.as_ptr() as usize;
    replaced(text, (start, start + place.len()), &a_mark(choices))
}

fn marks_of_one_kind(text: &str, _: &[String], choices: &mut Choices) -> String {
    match choices.below(3) {
        0 => text.replace(['“', '”'], "\""),
        1 => text.replace(['“', '”', '"'], "'"),
        _ => text.replace('"', "”"),
    }
}

fn words_of_another(text: &str, articles: &[String], choices: &mut Choices) -> String {
    let other = &articles[choices.below(articles.len())];
    let (start, end) = some_words(other, 30, choices);
    replaced(text, some_words(text, 6, choices), &other[start..end])
}

fn cut_off(text: &str, _: &[String], choices: &mut Choices) -> String {
    text[..some_words(text, 1, choices).1].to_owned()
}

fn lines_joined(text: &str, _: &[String], choices: &mut Choices) -> String {
    text.replace('\n', ["", " ", "\n\n"][choices.below(3)])
}

fn shouted(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (start, end) = some_words(text, 20, choices);
    replaced(text, (start, end), &text[start..end].to_uppercase())
}

fn letter_replaced(text: &str, _: &[String], choices: &mut Choices) -> String {
    let (start, end) = some_words(text, 1, choices);
    let Some(first) = text[start..end].chars().next() else { return text.to_owned() };
    let letter = ["", "É", "$", "5", "\u{301}", "\u{200B}", "😀", "-", "İ"][choices.below(9)];
    replaced(text, (start, start + first.len_utf8()), letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_take_any_text() {
        let articles = ["", " \n", "a", "“Zoë,” he said.\n\nİ 😀 left"].map(str::to_owned);
        for number in 0..2000 {
            changed(&articles, &mut Choices::of(3, number));
        }
    }
}

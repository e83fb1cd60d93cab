//! Marked texts: names in JSON lines and in token-a-line files, as documents of our own tokens.

use onrecord::document::{Document, TokenKind};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A text and the names marked in it, by byte.
pub struct Marked {
    /// The text.
    pub text: String,
    /// Start, end, kind as the corpus writes it.
    pub names: Vec<(usize, usize, String)>,
}

/// Reads `{"text", "entities": [{"start", "end", "kind"}]}` a line; offsets count code points.
pub fn json_lines(path: &Path) -> Result<Vec<Marked>, String> {
    let all = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    all.split('\n').filter(|l| !l.trim().is_empty()).map(json_line).collect()
}

/// The byte at which each code point of a text begins, and the text's length.
pub fn bytes_of_code_points(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn json_line(line: &str) -> Result<Marked, String> {
    let row: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let text = row["text"].as_str().ok_or("no text")?.to_owned();
    let bytes = bytes_of_code_points(&text);
    let at = |v: &Value| v.as_u64().and_then(|n| bytes.get(n as usize).copied()).ok_or("no offset");
    let mut names = Vec::new();
    for entity in row["entities"].as_array().into_iter().flatten() {
        names.push((at(&entity["start"])?, at(&entity["end"])?, entity["kind"].as_str().unwrap_or("").to_owned()));
    }
    Ok(Marked { text, names })
}

/// Reads `token<TAB>tag` lines; the text is put together as it may have been written.
pub fn token_lines(path: &Path) -> Result<Vec<Marked>, String> {
    let all = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(all.split("-DOCSTART-\tO").map(token_document).filter(|m| !m.text.is_empty()).collect())
}

fn token_document(lines: &str) -> Marked {
    let mut marked = Marked { text: String::new(), names: Vec::new() };
    let mut open = false;
    let mut glued = true;
    for line in lines.lines() {
        let Some((token, tag)) = line.split_once('\t') else {
            if !marked.text.is_empty() && !marked.text.ends_with('\n') {
                marked.text.push_str("\n\n");
            }
            (open, glued) = (false, true);
            continue;
        };
        let hyphen = matches!(token, "-" | "/") && marked.text.ends_with(char::is_alphanumeric);
        if !glued && !hyphen && !sticks_to_the_left(token) {
            marked.text.push(' ');
        }
        let start = marked.text.len();
        marked.text.push_str(token);
        let end = marked.text.len();
        match tag.split_once('-') {
            Some(("I", _)) if open => marked.names.last_mut().expect("a name is open").1 = end,
            Some((_, kind)) => marked.names.push((start, end, kind.to_owned())),
            None => (),
        }
        open = tag != "O";
        glued = hyphen || matches!(token, "(" | "[" | "{" | "$" | "#" | "“" | "‘" | "``");
    }
    marked
}

fn sticks_to_the_left(token: &str) -> bool {
    matches!(token, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "%" | "”" | "''" | "’" | "n't" | "n’t")
        || token.strip_prefix(['\'', '’']).is_some_and(|r| matches!(r, "s" | "S" | "re" | "ve" | "ll" | "d" | "m"))
}

/// The tokens of a name without outer article, quotation marks, brackets and possessive ending; `None` if nothing is left.
pub fn tokens_of(document: &Document, start: usize, end: usize) -> Option<(usize, usize)> {
    let mut first = document.tokens.partition_point(|t| (t.span.end as usize) <= start);
    let mut last = document.tokens.partition_point(|t| (t.span.start as usize) < end);
    let outer = |i: usize| document.tokens[i].kind == TokenKind::Punctuation;
    while first + 1 < last && (outer(first) || matches!(document.word(first), "the" | "The" | "a" | "an")) {
        first += 1;
    }
    while first + 1 < last && (outer(last - 1) || matches!(document.lower(last - 1), "'s")) {
        last -= 1;
    }
    (first < last).then_some((first, last))
}

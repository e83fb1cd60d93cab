//! `tools tree "sentence"`: prints the trees of a text.

use onrecord::document::Document;
use onrecord::tags::{self, Syntax};

/// Prints every sentence of the text given, or of standard input.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let text = text_of(arguments)?;
    let document = Document::read(&text);
    print(&document, &tags::tag(&document));
    Ok(())
}

/// The arguments as one text; without any, standard input.
pub fn text_of(arguments: &[String]) -> Result<String, String> {
    if arguments.is_empty() {
        return std::io::read_to_string(std::io::stdin()).map_err(|e| e.to_string());
    }
    Ok(arguments.join(" "))
}

/// One line a token: its word indented by its depth, its tags, its relation and its head.
pub fn print(document: &Document, syntax: &Syntax) {
    for sentence in &document.sentences {
        let first = sentence.tokens.start;
        for i in sentence.tokens.clone() {
            let word = &syntax.words[i];
            let mut depth = 0;
            let mut up = i;
            while syntax.words[up].head != up {
                up = syntax.words[up].head;
                depth += 1;
            }
            let head = if word.head == i { 0 } else { word.head - first + 1 };
            println!(
                "{:3} {:40} {:6} {:5} {:12} {head:3} {}",
                i - first + 1,
                format!("{}{}", "  ".repeat(depth.min(14)), document.word(i)),
                word.pos.name(),
                word.form.name(),
                word.relation.name(),
                if head == 0 { "" } else { document.word(word.head) },
            );
        }
        println!();
    }
}

//! What people read: tables and words that do no harm, in a page and in Markdown.

use std::fmt::{Display, Write};

/// How a cell is made safe, and which marks stand around cells, rows and heads.
pub struct Marks {
    /// Makes a text safe.
    pub escape: fn(&str) -> String,
    /// A head and rows of cells that are safe.
    pub table: fn(&[&str], &[Vec<String>]) -> String,
}

/// For a page.
pub const HTML: Marks = Marks { escape: escape_html, table: html_table };
/// For Markdown.
pub const MARKDOWN: Marks = Marks { escape: escape_markdown, table: markdown_table };

/// A page without scripts and without anything to fetch; the body begins under the title, which is in it.
pub fn page(title: &str, style: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{style}</style>\n<h1>{title}</h1>\n{body}\n</html>\n"
    )
}

/// A row of a page's table, of cells that are safe: "th" or "td".
pub fn html_row(tag: &str, row: &[impl Display]) -> String {
    let cells: String = row.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect();
    format!("<tr>{cells}</tr>")
}

fn html_table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut table = format!("<table>\n<thead>{}</thead>\n<tbody>\n", html_row("th", head));
    for row in rows {
        let _ = writeln!(table, "{}", html_row("td", row));
    }
    table + "</tbody>\n</table>"
}

fn markdown_table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut table = format!("| {} |\n|{}\n", head.join(" | "), " --- |".repeat(head.len()));
    for row in rows {
        let _ = writeln!(table, "| {} |", row.join(" | "));
    }
    table
}

/// Safe between tags, and in an attribute between double quotation marks.
pub fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn escape_markdown(text: &str) -> String {
    backslashed(text, "\\`*_[]<>|&").replace('\n', " ")
}

/// With a backslash before each of some characters.
pub fn backslashed(text: &str, special: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if special.contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_no_harm() {
        assert_eq!(escape_html("<b>A & \"B\"</b>"), "&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;");
        assert_eq!(escape_markdown("a|b_c\n`d`"), "a\\|b\\_c \\`d\\`");
        assert_eq!(backslashed("a|b_c", "|"), "a\\|b_c");
    }
}

//! Tables for people: in a page, in Markdown.

use std::fmt::Write;

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

fn html_table(head: &[&str], rows: &[Vec<String>]) -> String {
    let cells = |tag: &str, row: &[String]| row.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect::<String>();
    let head: Vec<String> = head.iter().map(|&name| name.to_owned()).collect();
    let mut table = format!("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n", cells("th", &head));
    for row in rows {
        let _ = writeln!(table, "<tr>{}</tr>", cells("td", row));
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

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn escape_markdown(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if "\\`*_[]<>|&".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(if letter == '\n' { ' ' } else { letter });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_no_harm() {
        assert_eq!(escape_html("<b>A & \"B\"</b>"), "&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;");
        assert_eq!(escape_markdown("a|b_c"), "a\\|b\\_c");
    }
}

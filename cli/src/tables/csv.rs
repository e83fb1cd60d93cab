//! Rows for a spreadsheet: numbers are numbers, and no cell of text is taken for a formula.

use super::{Cell, Column};

/// What a file begins with: the mark by which spreadsheets know UTF-8, and the columns' names.
pub fn head(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|&(name, _)| name).collect();
    format!("\u{feff}{}\r\n", names.join(","))
}

/// A row with the end of its line.
pub fn line(row: &[Cell]) -> String {
    let cells: Vec<String> = row.iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(cell: &Cell) -> String {
    // A spreadsheet would calculate it.
    let is_formula = matches!(cell, Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']));
    quoted(if is_formula { format!("'{}", in_words(cell)) } else { in_words(cell) })
}

/// A cell in words.
pub fn in_words(cell: &Cell) -> String {
    match cell {
        Cell::Absent => String::new(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => ryu_js::Buffer::new().format(*number).to_owned(),
        Cell::Text(text) => text.clone(),
    }
}

/// As it must stand in a file.
fn quoted(cell: String) -> String {
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(row: &[Cell], expected: &str) {
        assert_eq!(line(row), format!("{expected}\r\n"));
    }

    #[test]
    fn cells() {
        check(&["a".into(), Cell::Absent, true.into(), 3_u32.into(), 0.5.into()], "a,,true,3,0.5");
        check(&["He said \"no\", twice".into()], "\"He said \"\"no\"\", twice\"");
    }

    #[test]
    fn formulas_in_text_only() {
        check(&["=1+1".into(), "-5".into(), (-5.0).into()], "'=1+1,'-5,-5");
        check(&["a=b".into()], "a=b");
    }
}

//! Notes in Markdown: who says what and through whom, the sources as a table, then numbers and times.

use super::date::date;
use super::marks::listed_quantities;
use super::parts;
use super::value;
use crate::printed::{MARKDOWN, backslashed};
use crate::reading::{Reading, headline, words};
use onrecord::report::{Claim, Quantity, Time};

/// The notes of an article.
pub fn markdown(reading: &Reading) -> String {
    let report = reading.report;
    let claims: Vec<String> = report.claims.iter().map(|claim| note(reading, claim)).collect();
    let forms: Vec<String> =
        parts::forms(report).into_iter().map(|form| format!("- {}", words::explained(form))).collect();
    let numbers: Vec<String> = listed_quantities(report).map(|quantity| number(reading, quantity)).collect();
    let times: Vec<String> = report.times.iter().map(|found| time(reading, found)).collect();
    let published = report.published.as_ref().map(|day| format!("{}: {}", words::PUBLISHED, date(day)));
    let mut blocks = vec![format!("# {}", escape(&headline(reading.text)))];
    blocks.extend(published);
    blocks.extend([format!("## {}", words::CLAIMS), lines(&claims, words::CLAIMS_NONE)]);
    blocks.extend((!forms.is_empty()).then(|| forms.join("\n")));
    blocks.extend([
        format!("## {}", words::SOURCES),
        sources(reading),
        format!("## {}", words::NUMBERS),
        lines(&numbers, words::NUMBERS_NONE),
        format!("## {}", words::TIMES),
        lines(&times, words::TIMES_NONE),
        format!("_{}_", escape(&words::made_by(&report.engine))),
    ]);
    // The page ends what has claims with an empty line.
    blocks.join("\n\n") + if forms.is_empty() { "\n" } else { "\n\n" }
}

fn lines(lines: &[String], none: &str) -> String {
    if lines.is_empty() { none.to_owned() } else { lines.join("\n") }
}

fn note(reading: &Reading, claim: &Claim) -> String {
    let content = reading.content(claim);
    let said = if content.is_empty() { words::DECLINED } else { &content };
    let negated = if claim.negated { format!(" **{}**", words::NEGATED) } else { String::new() };
    let more: Vec<String> = reading.through(claim).into_iter().chain(reading.sentences(claim)).collect();
    let more = if more.is_empty() { String::new() } else { format!(" _{}_", escape(&more.join(" "))) };
    let (who, how) = (escape(&reading.speaker_in_full(claim)), reading.how(claim));
    format!("- {}\\. **{who}** ({how}): {}{negated}{more}", &claim.id[1..], escape(said))
}

fn sources(reading: &Reading) -> String {
    let safe = |row: Vec<String>| row.iter().map(|cell| escape(cell)).collect();
    let rows: Vec<Vec<String>> = parts::sources(reading).into_iter().map(safe).collect();
    (MARKDOWN.table)(&words::SOURCE_COLUMNS, &rows).trim_end().to_owned()
}

fn number(reading: &Reading, quantity: &Quantity) -> String {
    let value = value::quantity(quantity).unwrap_or_else(|| "?".to_owned());
    let of = quantity.of.map_or_else(String::new, |of| format!(" ({})", escape(&reading.words(of))));
    format!("- {}: {}{of}", escape(&reading.words(quantity)), escape(&value))
}

fn time(reading: &Reading, time: &Time) -> String {
    let value = value::time(time).unwrap_or_else(|| words::DAY_NOT_KNOWN.to_owned());
    format!("- {}: {}", escape(&reading.words(time)), escape(&value))
}

fn escape(text: &str) -> String {
    backslashed(text, "\\`*_{}[]<>#|~")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use onrecord::Options;

    fn notes(text: &str) -> String {
        let report = analysis::report(text, &Options::default()).expect("a report");
        markdown(&Reading::new("a", text, &report))
    }

    #[test]
    fn marks_stay_text() {
        assert_eq!(
            escape("`a|b` *c* _d_ <e> #f ~g [h] \\"),
            "\\`a\\|b\\` \\*c\\* \\_d\\_ \\<e\\> \\#f \\~g \\[h\\] \\\\"
        );
        assert_eq!(escape("a & b - c. (d) “e” !"), "a & b - c. (d) “e” !", "these mark nothing inside a line");
        let notes = notes("# A `pier` | a *pier*\n\n“No | <b>no</b>,” Ann Lee said.");
        assert!(notes.starts_with("# \\# A \\`pier\\` \\| a \\*pier\\*\n"), "{notes}");
        assert!(notes.contains("- 1\\. **Ann Lee** (quoted, named): “No \\| \\<b\\>no\\</b\\>,”\n"), "{notes}");
    }

    #[test]
    fn chains_are_told() {
        let notes = notes("The pier will close, two officials said, the Vessey Echo reported.");
        assert!(notes.contains("_As reported by Vessey Echo."), "{notes}");
        assert!(!self::notes("The pier will close, two officials said.").contains("As reported"), "a near miss");
    }

    #[test]
    fn a_text_without_anything() {
        let notes = notes("");
        assert!(notes.starts_with("# \n\n## Who says what\n\nNo statement"), "{notes}");
        assert!(
            notes.contains("\n\nNo numbers were found.\n\n## Times\n\nNo dates or times were found.\n\n_Marked"),
            "{notes}"
        );
    }
}

//! Counts for people: a page in one file, or Markdown.

use super::count::{Counts, Month, SOURCES};
use super::picture;
use crate::printed::{HTML, MARKDOWN, Marks, page};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse;margin:1rem 0}th,td{padding:.25rem .75rem;border-bottom:1px solid #ccc;text-align:right}\
    td:first-child,td:last-child{white-space:nowrap}\
    th:first-child,td:first-child{text-align:left}svg{max-width:100%;height:auto}";

/// A page without scripts and without anything to fetch.
pub fn html(counts: &Counts, top: usize) -> String {
    let body = format!(
        "<p>{}</p>\n{}\n<h2>By month</h2>\n{}\n<h2>Speakers with a name</h2>\n{}\n<p>{}</p>",
        summary(counts),
        picture::svg(counts),
        months(counts, &HTML),
        speakers(counts, top, &HTML),
        NOTE
    );
    page("Whom do we quote?", STYLE, &body)
}

/// The same without the picture.
pub fn markdown(counts: &Counts, top: usize) -> String {
    format!(
        "# Whom do we quote?\n\n{}\n\n## By month\n\n{}\n## Speakers with a name\n\n{}\n{}\n",
        summary(counts),
        months(counts, &MARKDOWN),
        speakers(counts, top, &MARKDOWN),
        NOTE
    )
}

const NOTE: &str = "Counted by machine: OnRecord finds most statements and speakers, not all. Names are taken as they are \
    spelt; “declined to comment” and what somebody is said not to have said are left out. Described: an institution or post \
    without a name (“the ministry”). Unnamed: “sources”, “experts”.";

fn summary(counts: &Counts) -> String {
    let total = counts.total();
    let passed_over = match counts.passed_over {
        0 => String::new(),
        1 => " One article was passed over: not in English, or there twice.".to_owned(),
        many => format!(" {many} articles were passed over: not in English, or there twice."),
    };
    format!(
        "{} articles, {} statements, {} speakers with a name. {} of the statements have a named source, {} an unnamed one.{passed_over}",
        total.articles,
        total.all(),
        total.speakers.len(),
        share(total.statements[0], &total),
        share(total.statements[2], &total),
    )
}

fn months(counts: &Counts, marks: &Marks) -> String {
    let mut head = vec!["month", "articles", "statements"];
    head.extend(SOURCES.map(|source| source.name()));
    head.extend(["unnamed, %", "speakers"]);
    let mut rows: Vec<Vec<String>> = counts.months.iter().map(|(name, month)| month_row(name, month)).collect();
    rows.push(month_row("all", &counts.total()));
    (marks.table)(&head, &rows)
}

fn month_row(name: &str, month: &Month) -> Vec<String> {
    let mut row = vec![if name.is_empty() { "no date" } else { name }.to_owned()];
    row.extend([month.articles, month.all()].map(|count| count.to_string()));
    row.extend(month.statements.iter().map(u32::to_string));
    row.extend([share(month.statements[2], month), month.speakers.len().to_string()]);
    row
}

fn speakers(counts: &Counts, top: usize, marks: &Marks) -> String {
    let head = ["name", "kind", "statements", "in quotes", "articles", "months"];
    let row = |speaker: &super::count::Speaker| {
        let months = speaker.months.as_ref().map_or(String::new(), |(first, last)| match first == last {
            true => first.clone(),
            false => format!("{first} – {last}"),
        });
        let mut row = vec![(marks.escape)(&speaker.name), (marks.escape)(&speaker.kind)];
        row.extend([speaker.statements, speaker.in_quotes, speaker.articles].map(|count| count.to_string()));
        row.push(months);
        row
    };
    let rows: Vec<Vec<String>> = counts.speakers().into_iter().take(top).map(row).collect();
    (marks.table)(&head, &rows)
}

/// Whole percent.
fn share(count: u32, month: &Month) -> String {
    format!("{} %", (u64::from(count) * 200 + u64::from(month.all())) / (u64::from(month.all().max(1)) * 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_percent() {
        let month = Month { statements: [2, 0, 1, 0], ..Month::default() };
        assert_eq!(
            (share(1, &month), share(2, &month), share(0, &Month::default())),
            ("33 %".into(), "67 %".into(), "0 %".into())
        );
    }
}

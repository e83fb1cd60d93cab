//! One page to send or publish, which needs no script and nothing from any network: the article with its marks and their
//! key, the claims as notes, the sources as a table. The report travels in it, so that the page of OnRecord opens it again.

use super::date::date;
use super::marks::{Kind, Mark, Step, marks_of, nest, share};
use super::parts::{forms, sources};
use super::saved::saved;
use crate::printed::{escape_html, html_row};
use crate::reading::{Reading, headline, words};
use onrecord::report::{Claim, Language, Span};

const STYLE: &str = r#"body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.7 Georgia,serif;color:#1c1b18;background:#fff}
h1{line-height:1.25}h2{margin-top:2.5rem;font-size:1.2rem}
mark{background:none;color:inherit}mark.claim{background:#fdf3cf;border-bottom:2px solid #8a6a00}
mark.indirect{border-bottom-style:dotted}mark.mixed{border-bottom-style:dashed}mark.negated{border-bottom:4px double #9b1c1c}
mark.source{background:#fbe2cd}sup a{text-decoration:none;color:#8a6a00}
.key,.how,footer,table{font:.85rem/1.5 system-ui,sans-serif;color:#5e5a52}.key li{list-style:none}.key{padding:0}
ol>li{margin-bottom:.8rem}q{quotes:none}table{border-collapse:collapse;width:100%;overflow-wrap:break-word}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #dcd8cd}
@media print{mark{print-color-adjust:exact}li,tr{break-inside:avoid}}"#;

/// The page of an article.
pub fn html(reading: &Reading) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n{}\n<body>\n{}\n{}\n{}\n</body>\n</html>\n",
        head(reading),
        article(reading),
        notes(reading),
        foot(reading)
    )
}

fn head(reading: &Reading) -> String {
    format!(
        "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"onrecord-report\" content=\"{}\">\n<title>{}</title>\n<style>{}</style>\n</head>",
        escape(&saved(reading)),
        escape(&headline(reading.text)),
        STYLE
    )
}

/// The text, its first paragraph as headline, with marks on what is said and by whom: names and figures would lie over
/// every line.
fn article(reading: &Reading) -> String {
    let report = reading.report;
    let mut marks = marks_of(report);
    marks.retain(|mark| matches!(mark.kind, Kind::Claim | Kind::Source));
    let paragraphs = share(&marks, &report.paragraphs).into_iter().zip(&report.paragraphs);
    let mut drawn = paragraphs.map(|(marks, &paragraph)| draw(reading, &marks, paragraph));
    let first = drawn.next().unwrap_or_default();
    let published = report.published.as_ref().map(|day| format!("<p class=\"how\">{}</p>", escape(&date(day))));
    let rest: Vec<String> = drawn.map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!(
        "<article lang=\"{}\">\n<h1>{first}</h1>\n{}\n{}\n</article>",
        language(reading),
        published.unwrap_or_default(),
        rest.join("\n")
    )
}

fn draw(reading: &Reading, marks: &[&Mark], paragraph: Span) -> String {
    let mut at = 0;
    let mut drawn = String::new();
    for step in nest(marks, paragraph) {
        match step {
            Step::Text(start, end) => {
                at = end;
                drawn += &escape(&reading.raw(start, end)).replace('\n', "<br>\n");
            }
            Step::Open(mark) => drawn += &open(mark),
            Step::Close(mark) => {
                drawn += "</mark>";
                if mark.last && mark.end == at {
                    drawn += &format!("<sup><a href=\"#claim-{}\">{}</a></sup>", mark.id, &mark.id[1..]);
                }
            }
        }
    }
    drawn
}

fn open(mark: &Mark) -> String {
    let form = mark.form.map(|form| format!(" {form}")).unwrap_or_default();
    format!("<mark class=\"{}{form}\" data-id=\"{}\">", mark.kind.name(), mark.id)
}

/// What the marks mean, as far as they are there, then claims and sources.
fn notes(reading: &Reading) -> String {
    let forms = forms(reading.report)
        .into_iter()
        .map(|form| key_line(&format!("claim {}", form.name()), words::explained(form)));
    let key: Vec<String> = forms.chain([key_line("source", words::SOURCES)]).collect();
    let claims: Vec<String> = reading.report.claims.iter().map(|claim| note(reading, claim)).collect();
    let none = || format!("<li>{}</li>", words::CLAIMS_NONE);
    let rows: Vec<Vec<String>> = sources(reading).iter().map(|row| escaped(row)).collect();
    // Columns that nobody filled in are left out.
    let is_filled: Vec<bool> =
        (0..words::SOURCE_COLUMNS.len()).map(|i| rows.iter().any(|row| !row[i].is_empty())).collect();
    let heads = filled(words::SOURCE_COLUMNS, &is_filled);
    let sources: Vec<String> = rows.into_iter().map(|row| html_row("td", &filled(row, &is_filled))).collect();
    format!(
        "<ul class=\"key\" aria-label=\"{}\">\n{}\n</ul>\n<h2>{}</h2>\n<ol>\n{}\n</ol>\n<h2>{}</h2>\n\
         <table>\n<thead>{}</thead>\n<tbody>\n{}\n</tbody>\n</table>",
        words::LEGEND,
        key.join("\n"),
        words::CLAIMS,
        if claims.is_empty() { none() } else { claims.join("\n") },
        words::SOURCES,
        html_row("th", &heads),
        sources.join("\n")
    )
}

/// The cells of the columns that are filled.
fn filled<T>(row: impl IntoIterator<Item = T>, is_filled: &[bool]) -> Vec<T> {
    row.into_iter().zip(is_filled).filter(|(_, filled)| **filled).map(|(cell, _)| cell).collect()
}

fn key_line(class: &str, meaning: &str) -> String {
    format!("<li><mark class=\"{class}\">&emsp;</mark> {}</li>", escape(meaning))
}

fn note(reading: &Reading, claim: &Claim) -> String {
    let content = reading.content(claim);
    let said = match content.as_str() {
        "" => escape(words::DECLINED),
        content => format!("<q lang=\"{}\">{}</q>", language(reading), escape(content)),
    };
    let negated = if claim.negated { format!(" <strong>{}</strong>", escape(words::NEGATED)) } else { String::new() };
    let is_chain = reading.chain(claim).len() > 1;
    let chain = if is_chain { format!("<br>{}", escape(&reading.chain_sentence(claim))) } else { String::new() };
    let how = [vec![format!("{}.", reading.how(claim))], reading.sentences(claim)].concat().join(" ");
    format!(
        "<li id=\"claim-{}\" value=\"{}\"><strong>{}</strong>:{chain} {said}{negated}<br><span class=\"how\">{}</span></li>",
        claim.id,
        &claim.id[1..],
        escape(&reading.speaker_in_full(claim)),
        escape(&how)
    )
}

fn foot(reading: &Reading) -> String {
    // The page has a line here for a reader's corrections.
    format!("<footer>\n\n<p>{}</p>\n</footer>", escape(&words::made_by(&reading.report.engine)))
}

/// Of the article's words.
fn language(reading: &Reading) -> &'static str {
    if reading.report.language == Language::English { "en" } else { "" }
}

fn escaped(cells: &[String]) -> Vec<String> {
    cells.iter().map(|cell| escape(cell)).collect()
}

/// As the page does it, which escapes apostrophes too.
fn escape(text: &str) -> String {
    escape_html(text).replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use onrecord::Options;

    fn page(text: &str) -> String {
        let report = analysis::report(text, &Options::default()).expect("a report");
        html(&Reading::new("a", text, &report))
    }

    #[test]
    fn markup_stays_text() {
        let page = page("<b>A & B's \"pier\"</b>\n\n“No <script>alert(1)</script> & no,” Ann <i>Lee</i> said.");
        assert!(page.contains("<h1>&lt;b&gt;A &amp; B&#39;s &quot;pier&quot;&lt;/b&gt;</h1>"), "{page}");
        assert!(!page.contains("<script") && !page.contains("<i>") && !page.contains("<b>"), "{page}");
        let (_, meta) = page.split_once("onrecord-report\" content=\"").expect("the report");
        let (meta, _) = meta.split_once('"').expect("its end");
        assert!(meta.ends_with("said.&quot;}"), "the attribute holds all of it: {meta}");
    }

    #[test]
    fn near_misses_of_markup() {
        let page = page("5 &lt; 6; AT&amp;T `x` | y");
        assert!(page.contains("<h1>5 &amp;lt; 6; AT&amp;amp;T `x` | y</h1>"), "what looks escaped is text: {page}");
    }

    #[test]
    fn a_claim_has_its_number_and_its_note() {
        let page = page("A pier\n\n“No,” Ann Lee said.");
        assert!(
            page.contains(
                "<mark class=\"claim direct\" data-id=\"c1\">“No,”</mark><sup><a href=\"#claim-c1\">1</a></sup>"
            ),
            "{page}"
        );
        assert!(
            page.contains("<li id=\"claim-c1\" value=\"1\"><strong>Ann Lee</strong>: <q lang=\"en\">“No,”</q>"),
            "{page}"
        );
        assert!(!page.contains("claim indirect\""), "the key has what is there");
    }

    #[test]
    fn a_text_without_claims() {
        assert!(page("").contains("<ol>\n<li>No statement in this text is tied to a speaker.</li>\n</ol>"));
        assert!(
            page("Der Pier bleibt stehen, sagte die Bürgermeisterin am Dienstag vor dem Stadtrat.")
                .contains("<article lang=\"\">")
        );
    }
}

//! The picture: one bar a month, its parts the sources, each part a share of the month's statements.

use super::count::{Counts, Month, SOURCES};
use std::fmt::Write;

const LEFT: usize = 90;
const WIDTH: usize = 560;
const ROW: usize = 26;
const HEAD: usize = 40;

/// Fill and pattern of each source: the patterns are the second cue for whoever does not tell the colours apart.
const LOOKS: [(&str, &str); 4] =
    [("#1f5a96", ""), ("#79a7d3", "M0 8L8 0"), ("#e0a030", "M0 0L8 8M0 8L8 0"), ("#c9c9c9", "M0 4L8 4")];

/// An SVG picture that stands alone or in a page.
pub fn svg(counts: &Counts) -> String {
    let height = HEAD + ROW * counts.months.len() + 10;
    let width = LEFT + WIDTH + 90;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\" role=\"img\" aria-labelledby=\"quoted-title\">\n\
         <title id=\"quoted-title\">Statements by month: named, described, unnamed sources, nobody</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n"
    );
    svg.push_str(&patterns());
    svg.push_str(&legend());
    for (index, (name, month)) in counts.months.iter().enumerate() {
        svg.push_str(&bar(HEAD + ROW * index, name, month));
    }
    svg + "</svg>\n"
}

fn patterns() -> String {
    let mut defs = "<defs>\n".to_owned();
    for (source, (fill, lines)) in SOURCES.iter().zip(LOOKS) {
        let _ = writeln!(
            defs,
            "<pattern id=\"quoted-{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"{fill}\"/><path d=\"{lines}\" stroke=\"#333\" stroke-width=\"0.7\"/></pattern>",
            source.name()
        );
    }
    defs + "</defs>\n"
}

fn legend() -> String {
    let mut legend = String::new();
    for (index, source) in SOURCES.iter().enumerate() {
        let x = LEFT + index * 120;
        let name = source.name();
        let _ = writeln!(
            legend,
            "<rect x=\"{x}\" y=\"10\" width=\"16\" height=\"14\" fill=\"url(#quoted-{name})\"/><text x=\"{}\" y=\"21\">{name}</text>",
            x + 22
        );
    }
    legend
}

fn bar(top: usize, name: &str, month: &Month) -> String {
    let label = if name.is_empty() { "no date" } else { name };
    let baseline = top + 15;
    let mut bar = format!("<text x=\"{}\" y=\"{baseline}\" text-anchor=\"end\">{label}</text>\n", LEFT - 8);
    let mut before = 0;
    for (source, &count) in SOURCES.iter().zip(&month.statements) {
        let (from, to) = (place(before, month), place(before + count, month));
        before += count;
        if to > from {
            let _ = writeln!(
                bar,
                "<rect x=\"{from}\" y=\"{top}\" width=\"{}\" height=\"20\" fill=\"url(#quoted-{})\"><title>{label}: {count} {}</title></rect>",
                to - from,
                source.name(),
                source.name()
            );
        }
    }
    let _ = writeln!(bar, "<text x=\"{}\" y=\"{baseline}\">{}</text>", LEFT + WIDTH + 8, month.all());
    bar
}

/// Where a statement stands in a bar: rounded down, so that parts meet.
fn place(statements: u32, month: &Month) -> usize {
    LEFT + WIDTH * statements as usize / (month.all().max(1) as usize)
}

//! A report for people, in a terminal.

use crate::rules;
use onrecord::report::{Claim, Entity, Language, Report, Span};
use std::io::{self, Write};

/// Prints who says what, then entities, numbers, times and what does not add up.
pub fn write(out: &mut impl Write, text: &str, report: &Report, language: rules::Language) -> io::Result<()> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |span: Span| {
        String::from_utf16_lossy(&units[span.start as usize..span.end as usize]).replace(['\n', '\r'], " ")
    };
    if report.language == Language::Other {
        return writeln!(out, "This text does not read as English: nothing is marked.");
    }
    claims(out, report, &words)?;
    entities(out, report)?;
    numbers(out, report, &words)?;
    times(out, report, &words)?;
    checks(out, report, &words)?;
    rules_used(out, report, language)
}

fn claims(out: &mut impl Write, report: &Report, words: &impl Fn(Span) -> String) -> io::Result<()> {
    heading(out, "Who says what", report.claims.len())?;
    for claim in &report.claims {
        let content: Vec<String> = claim.content.iter().map(|&s| words(s)).collect();
        writeln!(out, "{:>4}  {}: {}", claim.id, speaker(report, claim, words), content.join(" … "))?;
        writeln!(out, "      {}", details(claim, words))?;
    }
    Ok(())
}

fn entities(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let listed: Vec<&Entity> = report.entities.iter().filter(|entity| !entity.minor).collect();
    heading(out, "Entities", listed.len())?;
    for Entity { id, name, kind, mentions, roles, .. } in listed {
        let roles: Vec<&str> = roles.iter().map(|r| r.text.as_str()).collect();
        writeln!(out, "{id:>4}  {name} ({kind}, {}×) {}", mentions.len(), roles.join("; "))?;
    }
    Ok(())
}

fn numbers(out: &mut impl Write, report: &Report, words: &impl Fn(Span) -> String) -> io::Result<()> {
    heading(out, "Numbers", report.quantities.len())?;
    for q in &report.quantities {
        let value = q.value.or(q.low).or(q.high).map_or(String::new(), |v| v.to_string());
        let unit = q.unit.clone().or_else(|| q.of.map(words)).unwrap_or_default();
        let about = if q.approximate { "about " } else { "" };
        let written = words(Span { start: q.start, end: q.end });
        writeln!(out, "{:>4}  {written} = {about}{value} {unit} ({})", q.id, q.kind)?;
    }
    Ok(())
}

fn times(out: &mut impl Write, report: &Report, words: &impl Fn(Span) -> String) -> io::Result<()> {
    heading(out, "Times", report.times.len())?;
    for t in &report.times {
        writeln!(out, "{:>4}  {} = {} ({})", t.id, words(Span { start: t.start, end: t.end }), t.value, t.basis)?;
    }
    Ok(())
}

fn checks(out: &mut impl Write, report: &Report, words: &impl Fn(Span) -> String) -> io::Result<()> {
    heading(out, "Checks", report.checks.len())?;
    for check in &report.checks {
        let spans: Vec<String> = check.spans.iter().map(|&s| words(s)).collect();
        let verdict = if check.agrees { "agrees" } else { "DOES NOT AGREE" };
        writeln!(out, "{:>4}  {verdict}: {}", check.id, spans.join(" | "))?;
    }
    Ok(())
}

/// What each rule goes by that found something, the claims' first.
fn rules_used(out: &mut impl Write, report: &Report, language: rules::Language) -> io::Result<()> {
    let claims = report.claims.iter().map(|claim| &*claim.rule);
    let quantities = report.quantities.iter().map(|quantity| &*quantity.rule);
    let times = report.times.iter().map(|time| &*time.rule);
    let checks = report.checks.iter().map(|check| &*check.rule);
    let mut used: Vec<&str> = Vec::new();
    for rule in claims.chain(quantities).chain(times).chain(checks) {
        if !used.contains(&rule) {
            used.push(rule);
        }
    }
    heading(out, "Rules", used.len())?;
    for rule in used {
        writeln!(out, "      {rule}: {}", rules::sentence(rule, language).unwrap_or("…"))?;
    }
    Ok(())
}

fn heading(out: &mut impl Write, title: &str, count: usize) -> io::Result<()> {
    writeln!(out, "\n{title} ({count})")
}

fn speaker(report: &Report, claim: &Claim, words: impl Fn(Span) -> String) -> String {
    let named = |id: &String| report.entities.iter().find(|e: &&Entity| &e.id == id).map(|e| e.name.clone());
    let names: Vec<String> = claim.speakers.iter().filter_map(named).collect();
    match (names.is_empty(), claim.source) {
        (false, _) => names.join(" and "),
        (true, Some(source)) => words(source),
        (true, None) => "nobody named".to_owned(),
    }
}

fn details(claim: &Claim, words: impl Fn(Span) -> String) -> String {
    let mut parts = vec![format!("{}, {}, {}", claim.form, claim.attribution, claim.stance)];
    let mut add = |label: &str, span: Option<Span>| parts.extend(span.map(|s| format!("{label} “{}”", words(s))));
    add("source", claim.source);
    add("cue", claim.cue);
    add("to", claim.addressee);
    add("in", claim.medium);
    parts.extend(claim.via.iter().map(|via| format!("via {via}")));
    parts.extend(claim.negated.then(|| "not said".to_owned()));
    format!("[{}; {}]", parts.join("; "), claim.rule)
}

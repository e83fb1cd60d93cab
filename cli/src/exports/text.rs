//! A report for people, in a terminal.

use crate::reading::Reading;
use crate::rules;
use onrecord::report::{Claim, Entity, Language, Report, Span};
use std::io::{self, Write};

/// Prints who says what, then entities, numbers, times and what does not add up.
pub fn write(out: &mut impl Write, reading: &Reading, language: rules::Language) -> io::Result<()> {
    let report = reading.report;
    if report.language == Language::Other {
        return writeln!(out, "This text does not read as English: nothing is marked.");
    }
    claims(out, reading)?;
    entities(out, report)?;
    numbers(out, reading)?;
    times(out, reading)?;
    checks(out, reading)?;
    rules_used(out, report, language)
}

fn claims(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    heading(out, "Who says what", reading.report.claims.len())?;
    for claim in &reading.report.claims {
        writeln!(out, "{:>4}  {}: {}", claim.id, reading.speaker(claim), reading.content(claim))?;
        writeln!(out, "      {}", details(reading, claim))?;
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

fn numbers(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let report = reading.report;
    heading(out, "Numbers", report.quantities.len())?;
    for q in &report.quantities {
        let value = q.value.or(q.low).or(q.high).map_or(String::new(), |v| v.to_string());
        let unit = q.unit.clone().or_else(|| q.of.map(|span| reading.words(span))).unwrap_or_default();
        let about = if q.approximate { "about " } else { "" };
        let written = reading.words(q);
        writeln!(out, "{:>4}  {written} = {about}{value} {unit} ({})", q.id, q.kind)?;
    }
    Ok(())
}

fn times(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let report = reading.report;
    heading(out, "Times", report.times.len())?;
    for t in &report.times {
        writeln!(out, "{:>4}  {} = {} ({})", t.id, reading.words(t), t.value, t.basis)?;
    }
    Ok(())
}

fn checks(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let report = reading.report;
    heading(out, "Checks", report.checks.len())?;
    for check in &report.checks {
        let spans: Vec<String> = check.spans.iter().map(|&span| reading.words(span)).collect();
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

fn details(reading: &Reading, claim: &Claim) -> String {
    let mut parts = vec![format!("{}, {}, {}", claim.form, claim.attribution, claim.stance)];
    let mut add =
        |label: &str, span: Option<Span>| parts.extend(span.map(|s| format!("{label} “{}”", reading.words(s))));
    add("source", claim.source);
    add("cue", claim.cue);
    add("to", claim.addressee);
    add("in", claim.medium);
    parts.extend(claim.via.iter().map(|via| format!("via {via}")));
    parts.extend(claim.negated.then(|| "not said".to_owned()));
    format!("[{}; {}]", parts.join("; "), claim.rule)
}

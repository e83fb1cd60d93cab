//! `tools eval`: how good each stage is on the development sets, into `eval/scores.tsv`.

mod checks;
mod claims;
mod compare;
mod corpora;
pub mod names;
mod scorer;
mod figures;
mod marks;
pub mod real;
pub mod coref;
mod table;
pub mod syntax;

/// One measured value.
pub struct Row {
    /// What it was measured on: "ewt.dev".
    pub set: &'static str,
    /// What was measured: "UPOS".
    pub measure: String,
    /// The value.
    pub value: f64,
    /// What a reader must know to read it.
    pub note: &'static str,
}

/// The set whose measures are the rules of the claims. They are not compared: one claim of a rule that seldom fires
/// moves it by more than any tolerance, and the claims' own scores hold the sum.
const RULES: &str = "claims.rules";

/// A stage's evaluator: its name and what measures it.
type Evaluator = (&'static str, fn() -> Result<Vec<Row>, String>);

const EVALUATORS: &[Evaluator] = &[
    ("claims", claims::measure),
    ("real", real::measure_developed),
    ("kept", real::measure_kept),
    ("syntax", syntax::measure),
    ("names", names::measure),
    ("coref", coref::measure),
    ("figures", figures::measure),
    ("corpora", corpora::measure),
    ("compare", compare::measure),
];

/// Measures all stages, or those that are named, into the committed table. `--check`: writes nothing, fails where a score
/// is worse than committed, or the committed table is worse than that of the commit before and does not say why.
/// `--list`: prints every check over the development articles (`--alarms`: those that do not agree). `--show ID`: prints one
/// text with its errors; `--tokens SET`: where our tokens differ from a treebank's; `--wrong
/// names|joins|pronouns|quotations|versions|outlets`: all errors of a kind.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if let Some(at) = arguments.iter().position(|a| a == "--show") {
        return syntax::show(arguments.get(at + 1).ok_or("--show wants the name of a sentence")?);
    }
    if let Some(at) = arguments.iter().position(|a| a == "--tokens") {
        return syntax::differences(arguments.get(at + 1).ok_or("--tokens wants a treebank: ewt.dev")?);
    }
    if let Some(at) = arguments.iter().position(|a| a == "--wrong") {
        return match arguments.get(at + 1).map(String::as_str) {
            Some("names") => names::show(),
            Some("joins") => coref::show_joins(),
            Some("pronouns") => coref::show_pronouns(),
            Some(kind @ ("quotations" | "versions" | "outlets")) => compare::show(kind),
            _ => Err("--wrong wants names, joins, pronouns, quotations, versions or outlets".into()),
        };
    }
    let is_check = arguments.iter().any(|a| a == "--check");
    let named: Vec<&String> = arguments.iter().filter(|a| !a.starts_with("--")).collect();
    if arguments.iter().any(|a| a == "--list") {
        return checks::list(arguments.iter().any(|a| a == "--alarms"));
    }
    let mut rows = Vec::new();
    for (name, measure) in EVALUATORS {
        if named.is_empty() || named.iter().any(|a| a == name) {
            rows.extend(measure()?);
        }
    }
    // The invented articles that are kept aside are measured only by their own name.
    if arguments.iter().any(|a| a == "blind") {
        rows.extend(claims::measure_blind()?);
    }
    for row in &rows {
        println!("{:12} {:24} {:8.2}  {}", row.set, row.measure, row.value, row.note);
    }
    if is_check {
        return table::check(&rows);
    }
    if rows.iter().any(|row| row.set == RULES) {
        real::write_precision()?;
    }
    table::write(&rows)
}

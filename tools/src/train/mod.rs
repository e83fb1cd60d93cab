//! `tools train`: from the shared data to the weights in `src/model`.

mod claims;
mod corpus;
mod names;
mod net;
mod teach;
mod vocabulary;
mod syntax;

/// Trains one of the learned stages.
pub fn run(arguments: &[String]) -> Result<(), String> {
    match arguments.first().map(String::as_str) {
        Some("syntax") => syntax::run(&arguments[1..]),
        Some("names") => names::run(&arguments[1..]),
        Some("coref") if arguments.iter().any(|a| a == "--check") => crate::eval::coref::check_sources(),
        Some("coref") => crate::eval::coref::train(),
        Some("claims") => claims::run(&arguments[1..]),
        _ => Err("usage: tools train syntax|names|coref|claims".into()),
    }
}

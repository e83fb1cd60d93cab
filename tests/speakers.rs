//! Whose words they are, by the entity's name: who asks and answers in an interview, and where a source's words end.

use onrecord::{Options, analyze};

/// The names of the speakers of each claim, in the order of the claims.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let report = analyze(text, &Options::default()).expect("short");
    let name = |id: &String| report.entities.iter().find(|e| e.id == *id).map_or("?", |e| e.name.as_str());
    let speakers: Vec<String> =
        report.claims.iter().map(|claim| claim.speakers.iter().map(name).collect::<Vec<_>>().join(" and ")).collect();
    assert_eq!(speakers, expected, "{text}");
}

#[test]
fn an_interview_is_asked_by_whoever_was_spoken_to() {
    let questions = "Q: Where did it come from?\n\nA: It came from my aunt in Hull.\n\nQ: And now?\n\nA: I grow beans.";
    let spoken = format!("Novelist Adaeze Crowe spoke to the Selangor Times at her home in Bristol.\n\n{questions}");
    check(&spoken, &["Selangor Times", "Adaeze Crowe", "Selangor Times", "Adaeze Crowe"]);
    // Who asks is not said here, so nobody with a name is taken for it.
    let unsaid = format!("Novelist Adaeze Crowe lives near the Selangor Times in Bristol.\n\n{questions}");
    check(&unsaid, &["Q", "Adaeze Crowe", "Q", "Adaeze Crowe"]);
}

#[test]
fn a_source_ends_before_its_cue() {
    check("The league confirmed in a text message to reporters that it had received a letter.", &["league"]);
    check("The document states that the crates came from a cold store.", &["document"]);
}

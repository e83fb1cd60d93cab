//! The list that a reader sees: what is an entry, its kind, what the text calls it, where it belongs.

use onrecord::{Options, analyze};

/// The entries as "name [kind]", with " = " before other names, ": " before roles, and "(minor)" for those that lists leave out.
fn entries(text: &str) -> Vec<String> {
    let report = analyze(text, &Options::default()).expect("short");
    let list = report.entities.iter().map(|e| {
        let roles: Vec<&str> = e.roles.iter().map(|r| r.text.as_str()).collect();
        let roles = if roles.is_empty() { String::new() } else { format!(": {}", roles.join("; ")) };
        format!("{} [{}]{}{roles}", e.name, e.kind, if e.minor { " (minor)" } else { "" })
    });
    list.collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(entries(text), expected, "{text}");
}

/// The entry that begins with a name.
#[track_caller]
fn check_entry(text: &str, name: &str, expected: &str) {
    let all = entries(text);
    let found = all.iter().find(|entry| entry.starts_with(name)).map_or("", String::as_str);
    assert_eq!(found, expected, "{text}: {all:?}");
}

#[test]
fn who_has_no_name_and_says_nothing_is_minor() {
    check("The workers met at the station.", &["workers [group] (minor)", "station [facility] (minor)"]);
    check("The workers said that the station is old.", &["workers [group]", "station [facility] (minor)"]);
}

#[test]
fn a_soft_hyphen_makes_no_other_name() {
    check_entry("Lena Brandt left. “No,” \u{ad}Lena \u{ad}Brandt said.", "Lena", "Lena Brandt [person]");
    check_entry("Le\u{ad}na Brandt left. “No,” Lena Brandt said.", "Lena", "Lena Brandt [person]");
    check_entry("Lena Brandt left. “No,” \u{200d}Lena Brandt said.", "Lena", "Lena Brandt [person]");
}

#[test]
fn pronouns_alone_are_no_entry() {
    check("They said that they would wait.", &[]);
}

#[test]
fn a_source_is_an_entry_without_its_clause() {
    check_entry(
        "An anonymous source described the flat, the daily said.",
        "anonymous",
        "anonymous source [person] (minor)",
    );
    check_entry("A survey published on Monday says that rents fell.", "survey", "survey [work]");
    check_entry("The archaeologists say that the wall is old.", "archaeologists", "archaeologists [group]");
}

#[test]
fn names_in_a_row_are_several() {
    let outlets = ["Newsweek [organization]", "Politico [organization]", "CNN [organization]"];
    check("Newsweek, Politico and CNN reported it.", &outlets);
}

#[test]
fn ranks_written_short_are_no_part_of_a_name() {
    check_entry("They met Lt Gen Purnell on Monday.", "Purnell", "Purnell [person]: Lt Gen");
    check_entry("Dr Lund saw Gen Prayut during the debate.", "Prayut", "Prayut [person]: Gen");
}

#[test]
fn roles_are_offices_in_full() {
    check_entry(
        "Postmaster General Louis DeJoy told Congress that costs were rising.",
        "Louis",
        "Louis DeJoy [person]: Postmaster General",
    );
    // A short text with many names is English, also where letters of some have marks.
    let generals =
        "Attorney General William Barr met Surgeon General Jerome Adams and Secretary General António Guterres.";
    check_entry(generals, "William", "William Barr [person]: Attorney General");
    check_entry(generals, "Jerome", "Jerome Adams [person]: Surgeon General");
    let florida = "They met Florida Department of Transportation official Troy Roberts.";
    check_entry(florida, "Troy", "Troy Roberts [person]: Florida Department of Transportation official");
    check_entry("Attorney General William Roe left.", "William", "William Roe [person]: Attorney General");
    check_entry(
        "Ana Roe, president of the Ardvale League, left.",
        "Ana",
        "Ana Roe [person]: president of the Ardvale League",
    );
    check_entry("Rents fell in other lake towns, for example Konstanz.", "Konstanz", "Konstanz [place]");
}

#[test]
fn roles_end_where_their_phrase_does() {
    let role = |text: &str, role: &str| check_entry(text, "Ana Roe", &format!("Ana Roe [person]{role}"));
    role("They met Ana Roe, the former mayor of South Bend, Indiana, there.", ": former mayor of South Bend, Indiana");
    role("They met Ana Roe, a lawyer, Bo Lund and others.", ": lawyer");
    role("Ana Roe was mayor of Paris from 1977 to 1995.", ": mayor of Paris");
    role("They met Ana Roe, then the Prime Minister.", ": Prime Minister");
    role(
        "She met Ana Roe, a spokeswoman for the National Teachers’ Federation, there.",
        ": spokeswoman for the National Teachers’ Federation",
    );
    role(
        "This was said by the minister of labour, industrial relations and employment creation, Ana Roe.",
        ": minister of labour, industrial relations and employment creation",
    );
}

#[test]
fn titles_begin_where_their_phrase_does() {
    let role = |text: &str, role: &str| check_entry(text, "Ana Roe", &format!("Ana Roe [person]{role}"));
    role("Bo Lund was the brother of U.S. President Ana Roe.", ": U.S. President");
    role(
        "The University Grants Commission (UGC) chairperson Ana Roe left.",
        ": University Grants Commission (UGC) chairperson",
    );
    role("They met 2016 presidential nominee Ana Roe.", ": 2016 presidential nominee");
    role("In 2016 president Ana Roe left.", ": president");
    role("AICTE chairman Prof Ana Roe left.", ": AICTE chairman; Prof");
    role("On Saturday Ana Roe left.", "");
    role("They praised the portrayal of singer Ana Roe.", ": singer");
    check_entry("Law firm Roe & Lund sued.", "Roe & Lund", "Roe & Lund [organization]: Law firm");
    check_entry("They live in downtown Bangui.", "Bangui", "Bangui [place]");
}

#[test]
fn any_noun_may_explain_a_name() {
    check_entry("Ana Roe, a rubber tapper, left.", "Ana Roe", "Ana Roe [person]: rubber tapper");
    check_entry("They met Ana Roe. A rubber tapper left.", "Ana Roe", "Ana Roe [person]");
}

#[test]
fn titles_in_a_row_are_told_apart() {
    let check = |text: &str, expected: &str| check_entry(text, "Ana Roe", &format!("Ana Roe [person]{expected}"));
    check("They met Attorney General Ana Roe.", ": Attorney General");
    check("They met actor and director Ana Roe.", ": actor and director");
    check("They met interior and safety minister Ana Roe.", ": interior and safety minister");
    check("They met former governor and Labour senator Ana Roe.", ": former governor; Labour senator");
    check("They met Minister of Energy and Natural Resources Ana Roe.", ": Minister of Energy and Natural Resources");
    check("They met the brother of Ana Roe.", "");
    check("They saw her with her former lawyer Ana Roe.", ": former lawyer");
}

#[test]
fn what_a_comma_joins_is_a_role() {
    let check = |text: &str, expected: &str| check_entry(text, "Ana Roe", &format!("Ana Roe [person]{expected}"));
    check("Ana Roe, 46, president of the fund, said it was late.", ": president of the fund");
    check("They asked the chairman of the league, Ana Roe.", ": chairman of the league");
    check("Ana Roe, head of the Ardvale Fund (AF), left.", ": head of the Ardvale Fund (AF)");
    check("They met Bo Li, Ana Roe, a doctor and a nurse.", "");
}

#[test]
fn in_passing_a_body_or_place_has_no_role() {
    check_entry("Iceland is cold. Rain fell on the country.", "Iceland", "Iceland [place]");
}

#[test]
fn only_media_are_official() {
    let official =
        |text: &str| analyze(text, &Options::default()).expect("short").entities.iter().any(|e| e.official.is_some());
    assert!(official("The official KCNA news agency said the talks went well."));
    assert!(!official("Zoo official Mara Lindqvist fed the otters."));
    assert!(!official("The official website lists the prizes."));
}

#[test]
fn a_country_is_certain_or_absent() {
    let report = analyze("Crowds in Muscat filled the Opera House.", &Options::default()).expect("short");
    let country = |name: &str| report.entities.iter().find(|e| e.name == name).and_then(|e| e.country.clone());
    assert_eq!((country("Muscat").as_deref(), country("Opera House").as_deref()), (Some("OM"), None));
}

#[test]
fn a_place_acts_as_the_subject_of_an_act() {
    let acts = |text: &str| {
        let report = analyze(text, &Options::default()).expect("short");
        report.entities.iter().filter(|e| e.mentions.iter().any(|m| m.acts)).count()
    };
    assert_eq!(acts("Rome blocked the sale, and Warsaw backed it."), 2);
    assert_eq!(acts("A cook who moved from Chad to Iceland left."), 0);
}

/// Who says the last claim of a text, by name.
#[track_caller]
fn check_speaker(text: &str, speaker: &str) {
    let report = analyze(text, &Options::default()).expect("a short text");
    let said_by = report.claims.last().and_then(|claim| claim.speakers.first()).expect("a speaker");
    let entity = report.entities.iter().find(|e| e.id == *said_by).expect("an entity of the report");
    assert_eq!(entity.name, speaker, "{text}");
}

#[test]
fn a_surname_after_an_office_is_whoever_holds_it() {
    let two = "Prime Minister Han Duck-soo met Justice Minister Han Dong-hoon on Monday.";
    check_speaker(&format!("{two} Prime Minister Han said that it was late."), "Han Duck-soo");
    check_speaker(&format!("{two} Justice Minister Han said that it was late."), "Han Dong-hoon");
}

#[test]
fn two_offices_are_two_persons() {
    check_speaker("The clerk said that it was cold. The mayor said that it was warm.", "mayor");
    check_speaker("The clerk said that it was cold. The clerk said that it was warm.", "clerk");
    check_speaker("The attorney said that it was cold. The lawyer said that it was warm.", "attorney");
}

#[test]
fn an_age_is_that_of_one_person() {
    let says = |who: &str| format!("{who} “It is fun,” the 24-year-old said.");
    check_speaker(&says("Ana Wu, 24, came with Tom Roe, 31."), "Ana Wu");
    check_speaker(&says("Tom Roe came with Ana Wu (24)."), "Ana Wu");
    check_speaker(&says("Ana Wu is 24 years old. Tom Roe is 31."), "Ana Wu");
    check_speaker(&says("The 24-year-old student Ana Wu came with Tom Roe."), "Ana Wu");
    check_speaker(&says("Ana Wu, 25, came with Tom Roe."), "24-year-old");
    check_speaker(&says("Ana Wu, 24, came with Tom Roe, 24."), "24-year-old");
}

#[test]
fn he_who_says_is_not_named_later() {
    let report = analyze("Jo Dahl said fares rose.\n\nHe said that the road to Max Roe was shut.", &Options::default());
    let report = report.expect("short");
    let names = report.entities.iter().filter(|e| e.id == report.claims[1].speakers[0]).map(|e| e.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Jo Dahl"]);
}

#[test]
fn what_somebody_is_not_is_no_role() {
    check_entry("Ana Roe is not a lawyer. She said no.", "Ana Roe", "Ana Roe [person]");
    check_entry("Ana Roe is a lawyer. She said no.", "Ana Roe", "Ana Roe [person]: lawyer");
    let expert = "The gender-based violence expert Ana Roe said no.";
    check_entry(expert, "Ana Roe", "Ana Roe [person]: gender-based violence expert");
}

#[test]
fn sources_without_a_name_have_their_kind() {
    check_entry("Court documents say that he lied.", "Court", "Court documents [work]");
    check_entry("Elders say that he lied.", "Elders", "Elders [group]");
    check_entry("One of the victims said that he lied.", "One", "One of the victims [person]");
}

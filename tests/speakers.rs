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
fn a_quotation_goes_on_from_its_speaker_and_not_from_whom_it_reports() {
    check(
        "The first witness was the chairwoman, Ruth Hellickson. She asked Garrick Stroh for the statements.\n\n\
         “I told him it had not rained for a month,” Hellickson said. “He said the pipes had burst. I believed him.\n\n\
         “Then the widows began to call. They came every day of the week.”",
        &["Ruth Hellickson", "Ruth Hellickson", "Garrick Stroh", "Ruth Hellickson"],
    );
}

#[test]
fn a_source_ends_before_its_cue() {
    check("The league confirmed in a text message to reporters that it had received a letter.", &["league"]);
    check("The document states that the crates came from a cold store.", &["document"]);
}

#[test]
fn a_role_beside_its_name_is_that_person() {
    check("The local growers' leader, Tahina Razafy, said the crop was lost.", &["Tahina Razafy"]);
    check("The mill's owner, Steelgate Holdings, said the water was clean.", &["Steelgate Holdings"]);
    check("Council leader Cllr Graham Purnell rejected the plan. He said the delay was short.", &["Graham Purnell"]);
    // Where somebody is from is not his name.
    check("A woman in Worcester, Massachusetts, said the wind was strong.", &["woman in Worcester, Massachusetts"]);
}

#[test]
fn a_role_may_be_named_later() {
    let late = "The mayor says the town will not wait.\n\nThe plan is old.\n\nMayor Winnie Sark was elected in 2022.";
    check(late, &["Winnie Sark"]);
    let next = "Finland's defence minister has warned that more cables could be cut.\n\n\
                “We will find out who did this,” said Kaisa Rautio, who has held the post since 2022.";
    check(next, &["Kaisa Rautio", "Kaisa Rautio"]);
    // A name that has a title of its own is somebody else, and so is one of two mayors.
    let other = "The mayor says the town will not wait.\n\nCouncillor Dale Everett said the town could not pay.";
    check(other, &["mayor", "Dale Everett"]);
    let two = "The mayor says the town will wait.\n\nMayor Winnie Sark was away. Mayor Ana Roe was ill on Friday.";
    check(two, &["mayor"]);
}

#[test]
fn it_goes_on_speaking() {
    check(
        "The Horn News Agency reported that the premier had spoken. It said that he was in Oban.",
        &["Horn News Agency", "Horn News Agency"],
    );
    check("Fitch affirmed the rating in June. The agency warned that it might fall.", &["Fitch"]);
    let union = "The growers' union said the crop had failed. They warned that prices would rise.";
    check(union, &["growers' union", "growers' union"]);
    // Nobody who could be "they" has spoken.
    let person =
        "Storm closes the pier\n\nThe coach, Ana Roe, said the pier was closed. They said that work would begin.";
    check(person, &["Ana Roe", ""]);
}

#[test]
fn the_words_of_a_source_are_its_name() {
    check(
        "Two officials familiar with the talks, who spoke on condition of anonymity, said a deal was near.",
        &["Two officials familiar with the talks"],
    );
    check("The loans are late, three bankers briefed on the talks said.", &["three bankers"]);
}

#[test]
fn a_document_speaks_as_whoever_issued_it() {
    check("An estimate by Ardvale Securities says that rents will fall.", &["Ardvale Securities"]);
    check("The report, published on Monday, says that rents will fall.", &["report"]);
    let again = "The Ardvale Bank said in a report that rents fell.\n\nThe report said that wages rose.";
    check(again, &["Ardvale Bank", "Ardvale Bank"]);
    check("The law states that nobody may fish.", &["law"]);
}

#[test]
fn title_and_name_in_one_phrase_are_one() {
    check(
        "US Secretary of State Anton Roe said the talks went well. He said they would go on.",
        &["Anton Roe", "Anton Roe"],
    );
    check("Director of Tourism, Mara Lindqvist, said the season was good.", &["Mara Lindqvist"]);
    check("A spokesman for Mara Lindqvist said the season was good.", &["spokesman for Mara Lindqvist"]);
}

#[test]
fn the_official_is_who_spoke_last_with_an_office() {
    let same = "Minister Mara Lindqvist said the season was good. The official added that prices fell.";
    check(same, &["Mara Lindqvist", "Mara Lindqvist"]);
    let other = "The singer Mara Lindqvist said the season was good. The official added that prices fell.";
    check(other, &["Mara Lindqvist", "official"]);
}

#[test]
fn a_document_speaks_on_as_whoever_brought_it_up() {
    check("The Ardvale Council published a report on Monday. The report says rents fell.", &["Ardvale Council"]);
    check("They read a report by the Ardvale Council. The report says rents fell.", &["Ardvale Council"]);
    check("A letter from Kyoto came on Monday. The letter says rents fell.", &["letter"]);
    check("The Ardvale Council read a report on Monday. The report says rents fell.", &["report"]);
}

#[test]
fn a_body_of_one_people_is_not_of_another_country() {
    let north = "The Korean Central News Agency reported that the visit was short.";
    let other = format!("{north}\n\nThe South Korean military said that two missiles fell.");
    check(&other, &["Korean Central News Agency", "South Korean military"]);
    let same = format!("{north}\n\nThe agency said that two missiles fell.");
    check(&same, &["Korean Central News Agency", "Korean Central News Agency"]);
}

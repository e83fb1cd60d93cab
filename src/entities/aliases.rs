//! Sieves over names that do not look alike: a people's words, a country's names, "better known as".

use super::chains::Chains;
use super::descriptions::kinds_fit;
use super::names::names;
use crate::mentions::Kind;
use crate::mentions::gazetteer::Gazetteer;
use std::collections::BTreeMap;

/// "Kenyans" and "Kenyan", "Democrats" and "Democratic"; "America" and "the United States".
pub(super) fn people(chains: &mut Chains, rule: &'static str) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for m in names(chains) {
        let Some(key) = people_key(chains, m) else { continue };
        match first.get(&key) {
            Some(&early) => chains.join(early, m, rule),
            None => {
                first.insert(key, m);
            }
        }
    }
}

/// What all names of one people, or of one country, share: the beginning of the word and the country, or else its stem.
fn people_key(chains: &Chains, m: usize) -> Option<String> {
    let name = chains.document.slice(chains.mentions[m].span);
    match (chains.mentions[m].kind, &chains.traits[m].words[..]) {
        (Kind::Place, _) => country_key(&name.to_lowercase()).map(str::to_owned),
        (Kind::Group, [word]) => {
            let code = Gazetteer::committed().country(name).filter(|_| Gazetteer::committed().is_people(name));
            let start: String = word.chars().take(4).collect();
            let stem = || word.strip_suffix('s').unwrap_or(word);
            let stem = || ["ish", "ic"].iter().find_map(|end| stem().strip_suffix(end)).unwrap_or(stem());
            Some(
                code.map_or_else(|| format!("stem {}", stem().trim_end_matches('e')), |code| format!("{code} {start}")),
            )
        }
        // "Sri Lankans", "Sri Lankan"
        (Kind::Group, [_, .., last]) => {
            let code = Gazetteer::committed().country(name.strip_suffix('s').unwrap_or(name))?;
            Some(format!("{code} {}", last.strip_suffix('s').unwrap_or(last)))
        }
        _ => None,
    }
}

/// Countries that the same text calls by two names.
fn country_key(name: &str) -> Option<&'static str> {
    match name.trim_start_matches("the ") {
        "america" | "united states" | "united states of america" | "us" | "u.s." | "usa" | "u.s" | "u.s.a." => {
            Some("US")
        }
        "britain" | "great britain" | "united kingdom" | "uk" | "u.k." => Some("GB"),
        "burma" | "myanmar" => Some("MM"),
        "holland" | "netherlands" => Some("NL"),
        "iran" | "islamic republic of iran" => Some("IR"),
        "uae" | "united arab emirates" => Some("AE"),
        "north korea" | "dprk" => Some("KP"),
        "turkey" | "turkiye" | "türkiye" => Some("TR"),
        _ => None,
    }
}

/// "Tan Liling, a cook better known as Tan Lulu", "Doris Day, born Doris Kappelhoff": two names that the text says are one's.
pub(super) fn also_known(chains: &mut Chains, rule: &'static str) {
    let all = names(chains);
    for pair in all.windows(2) {
        let (early, late) = (pair[0], pair[1]);
        let document = chains.document;
        let start = chains.mentions[late].tokens.start as isize;
        let start = if document.lower_at(start - 1) == "the" { start - 1 } else { start };
        let how = document.lower_at(start - 3);
        let is_known = document.lower_at(start - 1) == "as"
            && document.lower_at(start - 2) == "known"
            && matches!(
                how,
                "also" | "better" | "formerly" | "popularly" | "commonly" | "previously" | "officially" | "locally"
            );
        let is_person = chains.mentions[late].kind == Kind::Person && chains.mentions[early].kind == Kind::Person;
        let is_born = is_person && matches!(document.lower_at(start - 1), "born" | "née" | "aka");
        let is_near = chains.traits[early].sentence == chains.traits[late].sentence;
        if is_near && (is_known && kinds_fit(chains.mentions[early].kind, chains.mentions[late].kind) || is_born) {
            chains.join(early, late, rule);
        }
    }
}

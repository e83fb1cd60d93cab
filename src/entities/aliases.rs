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

/// "the Democratic Party" and "Democratic": a party, and the word that says of whom one is of it. "Democrats" are its members.
pub(super) fn parties(chains: &mut Chains, rule: &'static str) {
    let all = names(chains);
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for &m in &all {
        let country = |word: &str| matches!(word, "us" | "usa" | "uk" | "united" | "states" | "kingdom");
        let words: Vec<&str> = chains.traits[m].words.iter().map(String::as_str).skip_while(|w| country(w)).collect();
        if let ([word, "party"], Kind::Organization | Kind::Group) = (&words[..], chains.mentions[m].kind) {
            named.entry((*word).to_owned()).or_insert(m);
        }
    }
    for m in all {
        let [word] = &chains.traits[m].words[..] else { continue };
        let party = named.get(word).copied().filter(|&party| !chains.nested(party, m));
        if let Some(party) = party.filter(|_| chains.mentions[m].kind == Kind::Group) {
            chains.join(party, m, rule);
        }
    }
}

/// What all names of one people, or of one country, share: the beginning of the word and the country, or else its stem.
fn people_key(chains: &Chains, m: usize) -> Option<String> {
    let name = chains.document.slice(chains.mentions[m].span);
    match (chains.mentions[m].kind, &chains.traits[m].words[..]) {
        (Kind::Place, words) => country_key(&name.to_lowercase()).map(str::to_owned).or_else(|| state_key(words)),
        (Kind::Group, [word]) => {
            let code = Gazetteer::committed().country(name).filter(|_| Gazetteer::committed().is_people(name));
            let stem = word.strip_suffix('s').unwrap_or(word);
            let stem =
                ["ish", "ic"].iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(stem).trim_end_matches('e');
            let start: String = stem.chars().take(4).collect();
            Some(code.map_or_else(|| format!("stem {stem}"), |code| format!("{code} {start}")))
        }
        // "Sri Lankans", "Sri Lankan"
        (Kind::Group, [_, .., last]) => {
            let code = Gazetteer::committed().country(name.strip_suffix('s').unwrap_or(name))?;
            Some(format!("{code} {}", last.strip_suffix('s').unwrap_or(last)))
        }
        _ => None,
    }
}

/// What "Iran" and "Islamic Republic of Iran" share. ("Republic of Korea", "of China" and "of Congo" are not what the last
/// word alone means.)
fn state_key(words: &[String]) -> Option<String> {
    let says_state = |word: &str| matches!(word, "republic" | "kingdom" | "sultanate" | "state");
    let of = words.windows(2).position(|pair| says_state(&pair[0]) && pair[1] == "of");
    let rest = of.map_or(words, |i| &words[i + 2..]).join(" ");
    let is_peoples = words.iter().any(|word| word == "peoples");
    let is_other =
        matches!(rest.as_str(), "congo" | "korea" | "guinea") || rest == "china" && of.is_some() && !is_peoples;
    (Gazetteer::committed().is_country(&rest) && !is_other).then(|| format!("state {rest}"))
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
        "uae" | "united arab emirates" | "emirates" => Some("AE"),
        "russia" | "russian federation" => Some("RU"),
        "syria" | "syrian arab republic" => Some("SY"),
        "portugal" | "portuguese republic" => Some("PT"),
        "slovakia" | "slovak republic" => Some("SK"),
        "czechia" | "czech republic" => Some("CZ"),
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
                "also"
                    | "better"
                    | "formerly"
                    | "then"
                    | "popularly"
                    | "commonly"
                    | "previously"
                    | "officially"
                    | "locally"
            );
        let is_person = chains.mentions[late].kind == Kind::Person && chains.mentions[early].kind == Kind::Person;
        let is_born = is_person && matches!(document.lower_at(start - 1), "born" | "née" | "aka" | "alias");
        let is_called = document.lower_at(start - 1) == "called"
            && matches!(document.lower_at(start - 2), "also" | "formerly" | "popularly" | "previously" | "locally")
            && matches!(document.lower_at(start - 3), "," | "(" | "—" | "–");
        let is_near = chains.traits[early].sentence == chains.traits[late].sentence;
        if is_near
            && ((is_known || is_called) && kinds_fit(chains.mentions[early].kind, chains.mentions[late].kind)
                || is_born)
        {
            chains.join(early, late, rule);
        }
    }
}

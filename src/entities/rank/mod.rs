//! The bold end of coreference: for each pronoun and description, the best of the chains before it, by learned weights.
//!
//! What is asked of a candidate is in `features`, for training (`tools train coref`) and for use; the answer is a sum of
//! integers over boosted [`trees`], so that it is the same everywhere.

mod pair;
mod features;

use super::chains::Chains;
use super::descriptions::kinds_fit;
use super::traits::{Article, Function, Gender, Number};
use crate::document::Span;
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind, Mention};
use crate::model::{lists, noun_means};
use crate::tags::Relation;
use crate::trees;
use pair::type_of;

/// One chain that may be meant.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// Its nearest mention before; `None` for "nobody mentioned before".
    pub mention: Option<usize>,
    /// What it shows together with the mention; shorter for "nobody".
    pub features: Vec<i16>,
}

/// Who decides: the weights, or in training the marked answer.
pub trait Judge {
    /// Which candidate is meant; the first is "nobody mentioned before".
    /// `members` gives the mentions of a candidate's chain.
    fn choose(&mut self, mention: &Mention, candidates: &[Candidate], members: &dyn Fn(usize) -> Vec<Mention>)
    -> usize;
}

/// The learned trees.
pub struct Learned<'m>(pub &'m [u8]);

impl Judge for Learned<'_> {
    fn choose(&mut self, _: &Mention, candidates: &[Candidate], _: &dyn Fn(usize) -> Vec<Mention>) -> usize {
        let scores = trees::scores(self.0, candidates.iter().map(|c| &c.features[..]));
        (1..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best })
    }
}

/// Chains that are looked at for one mention, and mentions back.
const MOST_CHAINS: usize = 14;
const MOST_MENTIONS: usize = 70;
/// Descriptions reach further.
const MOST_CHAINS_OF_DESCRIPTION: usize = 30;
const MOST_MENTIONS_OF_DESCRIPTION: usize = 200;

/// What kind of decision it is: the features of each are learned apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Type {
    He,
    She,
    It,
    They,
    Reflexive,
    OneDescription,
    ManyDescription,
}

/// Joins mention `m` to the chain that the judge holds to be meant.
pub(super) fn decide(chains: &mut Chains, m: usize, judge: &mut dyn Judge, rule: &'static str) {
    let mut candidates = candidates(chains, m);
    if candidates.len() < 2 {
        return;
    }
    if matches!(type_of(chains, m), Type::He | Type::She) {
        // "he" and "she" nearly always stand for someone who is named: better the best than nobody.
        candidates.remove(0);
    }
    let members = |x: usize| chains.chain(x).mentions.iter().map(|i| chains.mentions[i].clone()).collect();
    let choice = judge.choose(&chains.mentions[m], &candidates, &members);
    if let Some(early) = candidates[choice].mention {
        chains.join(early, m, rule);
    }
}

/// "Nobody before", then the chains before `m` from the nearest.
fn candidates(chains: &Chains, m: usize) -> Vec<Candidate> {
    let kind = type_of(chains, m);
    let is_description = matches!(kind, Type::OneDescription | Type::ManyDescription);
    let (most_chains, most_mentions) = if is_description {
        (MOST_CHAINS_OF_DESCRIPTION, MOST_MENTIONS_OF_DESCRIPTION)
    } else {
        (MOST_CHAINS, MOST_MENTIONS)
    };
    let mut seen: Vec<usize> = Vec::new();
    let mut found: Vec<usize> = Vec::new();
    for early in (0..m).rev().take(most_mentions) {
        let id = chains.chain_id(early);
        if seen.contains(&id) || chains.joined(early, m) {
            continue;
        }
        if chains.mentions[early].tokens.contains(&chains.mentions[m].tokens.start) {
            // "his" in "his lawyer" is not the lawyer.
            seen.push(id);
            continue;
        }
        seen.push(id);
        if can_be(chains, m, early, kind) {
            found.push(early);
            if found.len() == most_chains {
                break;
            }
        }
    }
    let later = later_names(chains, m, kind, &seen, &found);
    found.extend(later);
    found.extend(names_to_come(chains, m, kind, &seen));
    let field = features::Field::of(chains, m, &found);
    let mut all = vec![Candidate { mention: None, features: features::of_nobody(chains, m, kind, &field) }];
    for (rank, &early) in found.iter().enumerate() {
        all.push(Candidate { mention: Some(early), features: features::of_pair(chains, m, early, kind, &field, rank) });
    }
    all
}

/// "In his list, Robert Christgau named …": names of persons after a pronoun, in its sentence or, where nobody was named, the
/// next. Who "he" is in "He said the road to Ardvale was shut" is no name in that sentence.
fn later_names(chains: &Chains, m: usize, kind: Type, seen: &[usize], before: &[usize]) -> Vec<usize> {
    if !matches!(kind, Type::He | Type::She) {
        return Vec::new();
    }
    let own = chains.traits[m].sentence;
    let governor = chains.syntax.words[chains.traits[m].anchor].head;
    let leads =
        chains.traits[m].function == Function::Subject && chains.syntax.words[governor].relation == Relation::Root;
    let is_named = before.iter().any(|&x| chains.chain(x).kind() == Kind::Person);
    let reach = own..=own + usize::from(!is_named);
    let is_first = |x: usize| chains.is_first(x) && !seen.contains(&chains.chain_id(x));
    (m + 1..chains.mentions.len())
        .take(12)
        .take_while(|&x| reach.contains(&chains.traits[x].sentence))
        .filter(|&x| !(leads && chains.traits[x].sentence == own))
        .filter(|&x| chains.mentions[x].form == Form::Name && is_first(x) && can_be(chains, m, x, kind))
        .filter(|&x| !chains.nested(x, m))
        .take(2)
        .collect()
}

/// "A federal judge ruled … ¶ Judge Gray Miller wrote": names of persons soon after a description that speaks.
fn names_to_come(chains: &Chains, m: usize, kind: Type, seen: &[usize]) -> Vec<usize> {
    if kind != Type::OneDescription || !chains.is_source(m) || chains.traits[m].quote.is_some() {
        return Vec::new();
    }
    let paragraph = chains.traits[m].paragraph;
    let is_new = |x: usize| chains.is_first(x) && !seen.contains(&chains.chain_id(x));
    let names: Vec<usize> = (m + 1..chains.mentions.len())
        .take(MENTIONS_TO_COME)
        .take_while(|&x| chains.traits[x].paragraph <= paragraph + PARAGRAPHS_TO_COME)
        .filter(|&x| chains.mentions[x].form == Form::Name && is_new(x) && can_be(chains, m, x, kind))
        // "The mayor says … ¶ Councillor Dale Everett said": a title of its own is somebody else's.
        .filter(|&x| chains.chain(x).role_words.is_empty() || features::fit_of_office(chains, m, x) > 0)
        .filter(|&x| !chains.nested(x, m))
        .take(NAMES_TO_COME)
        .collect();
    // "The mayor says … ¶ Mayor Winnie Sark was away. Mayor Ana Roe was ill": it may be either.
    let fitting = names.iter().filter(|&&x| features::fit_of_office(chains, m, x) > 0).count();
    if fitting > 1 { Vec::new() } else { names }
}

/// How far after a description its name is looked for, and how many names are.
const MENTIONS_TO_COME: usize = 40;
const PARAGRAPHS_TO_COME: usize = 3;
const NAMES_TO_COME: usize = 4;

/// What rules a chain out.
fn can_be(chains: &Chains, m: usize, early: usize, kind: Type) -> bool {
    let chain = chains.chain(early);
    let traits = &chains.traits[m];
    let gender = chain.gender();
    let first_or_second =
        chains.traits[early].person != 3 && chain.mentions.iter().all(|x| chains.traits[x].person != 3);
    let is_apart = chains.two_persons(early, m)
        || is_only_quoted(chains, m, early)
        || owns(chains, early, m)
        || is_own_subject(chains, m, early)
        || speaks_here(chains, m, early);
    if first_or_second && kind != Type::Reflexive || is_apart {
        return false;
    }
    let is_person = matches!(chain.kind(), Kind::Person | Kind::Group | Kind::Other)
        || gender == traits.gender
        || looks_like_person(chains, early);
    match kind {
        Type::He => is_person && !matches!(gender, Gender::Feminine | Gender::Neuter) && chain.many <= chain.one,
        Type::She => is_person && !matches!(gender, Gender::Masculine | Gender::Neuter) && chain.many <= chain.one,
        Type::It => !matches!(gender, Gender::Masculine | Gender::Feminine) && chain.many <= chain.one,
        Type::They => gender != Gender::Masculine && gender != Gender::Feminine,
        Type::Reflexive => traits.gender == Gender::Unknown || gender == Gender::Unknown || gender == traits.gender,
        Type::OneDescription | Type::ManyDescription => {
            let own = chains.chain(m);
            let genders = own.gender() == Gender::Unknown
                || gender == Gender::Unknown
                || own.gender() == gender
                || gender == Gender::Neuter && own.gender() == Gender::Unknown;
            let numbers =
                !matches!((own.number(), chain.number()), (Number::One, Number::Many) | (Number::Many, Number::One));
            genders
                && numbers
                && kinds_fit(own.kind(), chain.kind())
                && words_fit(chains, m, early)
                && !is_other_body(chains, m, early)
                && !is_of_another_country(chains, m, early)
                && !says_more(chains, m, early)
        }
    }
}

/// "the South Korean military" is no body whose name is of North Korea.
fn is_of_another_country(chains: &Chains, m: usize, early: usize) -> bool {
    let country = |span: Span| Gazetteer::committed().country(chains.document.slice(span));
    let phrase = &chains.mentions[m].tokens;
    let people = phrase.clone().take_while(|&i| chains.document.is_capitalized(i)).last();
    let Some(mine) = people.and_then(|last| country(chains.document.span(phrase.start, last))) else { return false };
    let looked = chains.chain(early).mentions.iter().take(features::LOOKED_AT);
    let mut named = looked.filter(|&x| chains.mentions[x].form == Form::Name);
    let theirs = named.find_map(|x| country(chains.mentions[x].span));
    theirs.is_some_and(|code| code != mine)
}

/// "the company" is no union, whatever else it may be, and "the police" no assembly.
fn is_other_body(chains: &Chains, m: usize, early: usize) -> bool {
    let noun = chains.traits[m].last();
    let is_body = matches!(
        noun,
        "company"
            | "firm"
            | "retailer"
            | "business"
            | "police"
            | "army"
            | "airline"
            | "newspaper"
            | "hospital"
            | "church"
    );
    let is_other = |word: &String| {
        word != noun
            && matches!(
                word.as_str(),
                "union" | "university" | "ministry" | "council" | "court" | "party" | "federation" | "assembly"
            )
    };
    let is_named_so = |x: usize| chains.mentions[x].form == Form::Name && chains.traits[x].words.iter().any(is_other);
    is_body && chains.chain(early).mentions.iter().take(20).any(is_named_so)
}

/// "his wife" is not he, "whose husband" not she: a phrase does not stand for what is named inside it.
fn owns(chains: &Chains, early: usize, m: usize) -> bool {
    let end = chains.mentions[m].tokens.end;
    let inside = (m + 1..chains.mentions.len()).take_while(|&x| chains.mentions[x].tokens.start < end);
    chains.mentions[m].form == Form::Nominal && inside.take(6).any(|x| chains.joined(x, early))
}

/// "Brandt appointed him": a pronoun that is no reflexive is not the subject of its own verb.
fn is_own_subject(chains: &Chains, m: usize, early: usize) -> bool {
    let mine = &chains.traits[m];
    let is_argument = matches!(mine.function, Function::Object | Function::Oblique);
    let is_pronoun = chains.mentions[m].form == Form::Pronoun && type_of(chains, m) != Type::Reflexive;
    let verb = chains.syntax.words[mine.anchor].head;
    let is_subject = |x: usize| {
        chains.traits[x].function == Function::Subject && chains.syntax.words[chains.traits[x].anchor].head == verb
    };
    let here = chains.chain(early).before(m).take_while(|&x| chains.traits[x].sentence == mine.sentence);
    // "she had delivered a baby": somebody new.
    let is_new = chains.mentions[m].form == Form::Nominal
        && mine.article == Article::Indefinite
        && mine.function == Function::Object;
    (is_argument && is_pronoun || is_new) && here.into_iter().any(is_subject)
}

/// "Roth said, “We had to get away from his whip”": he inside somebody's words is not who speaks them.
fn speaks_here(chains: &Chains, m: usize, early: usize) -> bool {
    let is_he = matches!(type_of(chains, m), Type::He | Type::She);
    let speaker = chains.traits[m].quote.and_then(|q| chains.speaker_of_quote(q));
    is_he && speaker.is_some_and(|s| chains.joined(s, early))
}

/// Who speaks outside quotations is not one of whom only a quotation tells: "the clerk told a woman …", she acknowledged.
fn is_only_quoted(chains: &Chains, m: usize, early: usize) -> bool {
    let is_speaker = chains.traits[m].quote.is_none() && chains.is_source(m);
    is_speaker && chains.chain(early).mentions.iter().take(20).all(|x| chains.traits[x].quote.is_some())
}

/// A name that is held to be a place or an organization may yet be a person's, if it begins with a given name.
fn looks_like_person(chains: &Chains, early: usize) -> bool {
    let chain = chains.chain(early);
    let Some(name) = chain.mentions.iter().take(20).find(|&x| chains.mentions[x].form == Form::Name) else {
        return false;
    };
    let can_be = matches!(chain.kind(), Kind::Place | Kind::Organization) && chain.neuter == 0;
    let words = &chains.traits[name].words;
    can_be
        && (2..=3).contains(&words.len())
        && Gazetteer::committed().given(&words[0]).is_some()
        && chains.mentions[name].tokens.start.checked_sub(1).is_none_or(|i| chains.document.lower(i) != "the")
}

/// "Russian official sources" are not the "Russian sources" before: several without an article, of whom more is said.
fn says_more(chains: &Chains, m: usize, early: usize) -> bool {
    let (mine, mention) = (&chains.traits[m], &chains.mentions[m]);
    let is_bare = mine.article == Article::Bare && mine.number == Number::Many && mention.tokens.len() > 1;
    let says_all = |x: usize| {
        chains.mentions[x].form != Form::Nominal
            || mine.words.iter().all(|word| chains.traits[x].words.iter().any(|other| other == word))
    };
    is_bare && !chains.chain(early).mentions.iter().take(20).any(says_all)
}

/// A description does not take up a chain whose own descriptions speak against it: "the 61-year-old" aside,
/// only one with the same noun, or a name.
fn words_fit(chains: &Chains, m: usize, early: usize) -> bool {
    let chain = chains.chain(early);
    let noun = chains.traits[m].last();
    // "the mayor" is not "the clerk" before her; "the woman" may be.
    let is_office = |word: &str| noun_means(word, "person") && !lists().gendered.has(word);
    let may_be = |other: &str| !is_office(noun) || !is_office(other) || features::fit_of_office(chains, m, early) > 0;
    chains.is_named(early)
        || chain.role_words.iter().any(|w| w == noun)
        || chain.mentions.iter().take(20).any(|x| {
            let other = chains.traits[x].last();
            chains.mentions[x].form == Form::Nominal
                && (other == noun || chains.traits[m].article != Article::Indefinite && may_be(other))
        })
}

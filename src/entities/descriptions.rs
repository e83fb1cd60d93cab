//! Sieves over noun phrases: appositions, predicates, the same words, words that a role explains.

use super::chains::Chains;
use super::titles::{is_person_noun, is_rank};
use super::traits::{Article, Function, Number};
use crate::document::{Document, ParagraphKind};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind};
use crate::model::is_entity_word;
use crate::tags::{Form as Inflection, Pos, Relation};
use std::collections::BTreeMap;

/// Of each token by which a mention hangs in its sentence, the mention; a name before a noun phrase.
pub(super) fn by_anchor(chains: &Chains) -> BTreeMap<usize, usize> {
    let mut map: BTreeMap<usize, usize> = BTreeMap::new();
    for m in 0..chains.mentions.len() {
        let anchor = chains.traits[m].anchor;
        match map.get(&anchor) {
            Some(&other) if chains.mentions[other].form <= chains.mentions[m].form => (),
            _ => {
                map.insert(anchor, m);
            }
        }
    }
    map
}

/// "An Chan-il, a defector-turned-researcher", "the company that held the horses, Bluestem Stables".
pub(super) fn apposition(chains: &mut Chains, rule: &'static str) {
    let anchors = by_anchor(chains);
    for m in 0..chains.mentions.len() {
        let word = chains.syntax.words[chains.traits[m].anchor];
        if word.relation != Relation::Appos || chains.mentions[m].form == Form::Pronoun {
            continue;
        }
        let Some(of) = anchors.get(&word.head).copied().or_else(|| name_around(chains, m, word.head)) else { continue };
        let names = [m, of].iter().filter(|&&x| chains.mentions[x].form == Form::Name).count();
        let both_named = chains.is_named(m) && chains.is_named(of);
        if of != m && names < 2 && !both_named && chains.mentions[of].form != Form::Pronoun && fits(chains, of, m) {
            chains.join(of, m, rule);
        }
    }
}

/// The name before mention `m` that holds a token by which it does not hang itself: the parser took it for two.
fn name_around(chains: &Chains, m: usize, token: usize) -> Option<usize> {
    let holds = |&n: &usize| chains.mentions[n].form == Form::Name && chains.mentions[n].tokens.contains(&token);
    (0..m).rev().take(NEAR).find(holds)
}

/// "The first witness was the fund's chairwoman": not "was not", not "would be".
pub(super) fn predicate(chains: &mut Chains, rule: &'static str) {
    let anchors = by_anchor(chains);
    for m in 0..chains.mentions.len() {
        let anchor = chains.traits[m].anchor;
        if chains.traits[m].function != Function::Predicate || chains.mentions[m].form == Form::Pronoun {
            continue;
        }
        let syntax = chains.syntax;
        let is_denied = syntax.children(anchor).any(|i| {
            matches!(
                chains.document.lower(i),
                "not" | "n't" | "never" | "would" | "could" | "may" | "might" | "should" | "like" | "as" | "if"
            )
        });
        let Some(subject) = syntax.child(anchor, &[Relation::Nsubj]) else { continue };
        let Some(&of) = anchors.get(&subject) else { continue };
        let has_preposition = syntax.children(anchor).any(|i| syntax.words[i].relation == Relation::Case && i < anchor);
        if of != m && !is_denied && !has_preposition && fits(chains, of, m) {
            chains.join(of, m, rule);
        }
    }
}

/// "An Chan-il, a defector-turned-researcher who runs …", "Ana Roe, president of the fund, said": what a comma joins, however
/// it was parsed.
pub(super) fn described(chains: &mut Chains, rule: &'static str) {
    for m in 1..chains.mentions.len() {
        let mention = &chains.mentions[m];
        let is_described = mention.form == Form::Nominal && chains.chain(m).mentions.len() == 1;
        let Some(comma) = comma_before(chains, m).filter(|_| is_described) else { continue };
        let name =
            (0..m).rev().take(NEAR).find(|&n| chains.mentions[n].form == Form::Name && end_of_name(chains, n) == comma);
        let is_sure = |n: usize| {
            let indefinite = matches!(chains.document.lower(comma + 1), "a" | "an");
            indefinite || is_person_described(chains, n, m)
        };
        if let Some(name) = name.filter(|&n| is_sure(n) && same_kind(chains, n, m) && fits(chains, n, m)) {
            chains.join(name, m, rule);
        }
    }
}

/// "the President of the Republic, Ana Roe, and …", "the Director of the Office (OC), Mr Bo Lund;": an office and, after a comma,
/// who holds it, however it was parsed.
pub(super) fn office_then_name(chains: &mut Chains, rule: &'static str) {
    for m in 0..chains.mentions.len() {
        let Some(comma) = end_of_office(chains, m) else { continue };
        let is_honorific = chains.document.tokens.get(comma + 1).is_some_and(|_| is_rank(chains.document, comma + 1));
        let is_dotted = is_honorific && chains.document.lower_at(comma as isize + 2) == ".";
        let start = comma + 1 + usize::from(is_honorific) + usize::from(is_dotted);
        let name = (m + 1..chains.mentions.len()).take(NEAR * 2).find(|&n| {
            let name = &chains.mentions[n];
            name.form == Form::Name && name.kind == Kind::Person && name.tokens.start == start
        });
        let is_full = |n: usize| is_honorific || chains.mentions[n].tokens.len() > 1;
        let Some(name) = name.filter(|&n| is_full(n) && closes_apposition(chains, m, n)) else { continue };
        if !chains.joined(m, name) && fits(chains, name, m) {
            chains.join(m, name, rule);
        }
    }
}

/// The comma after an office that stands for nobody yet: not in a clause that comes before its main clause ("After meeting the
/// mayor, Ana Roe left").
fn end_of_office(chains: &Chains, m: usize) -> Option<usize> {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let is_office = mention.form == Form::Nominal
        && mention.kind == Kind::Person
        && is_person_noun(document, mention.head)
        && chains.traits[m].number == Number::One
        && chains.chain(m).mentions.len() == 1;
    let end = mention.tokens.end;
    let has_letters = document.lower_at(end as isize) == "(" && document.lower_at(end as isize + 2) == ")";
    let comma = if has_letters { end + 3 } else { end };
    let sentence = &document.sentences[chains.traits[m].sentence].tokens;
    let is_comma = comma + 1 < sentence.end && document.word(comma) == ",";
    let opens = |i: usize| matches!(document.word(i), "," | ";" | ":");
    let start = (sentence.start..mention.tokens.start).rev().find(|&i| opens(i)).map_or(sentence.start, |i| i + 1);
    let first = chains.syntax.words[start];
    let is_clause = first.pos == Pos::Sconj
        || matches!(document.lower(start), "after" | "before" | "when" | "while" | "as" | "since" | "until" | "if");
    let is_finite =
        |i: usize| matches!(chains.syntax.words[i].form, Inflection::Vbd | Inflection::Vbz | Inflection::Vbp);
    let has_verb = (start + 1..mention.tokens.start).any(is_finite);
    let is_phrase = matches!(first.pos, Pos::Adp | Pos::Adv | Pos::Verb) && start < mention.tokens.start;
    let is_fronted = is_clause || is_phrase && !has_verb;
    // "a friend of Bo and his wife, Ana Roe"
    let names_nearer = comma > mention.head + 1 && is_person_noun(document, comma - 1);
    (is_office && is_comma && !is_fronted && !names_nearer).then_some(comma)
}

/// A name after a comma ends with a mark that is not the next comma of a list, or with the verb of an office that begins its
/// sentence.
fn closes_apposition(chains: &Chains, office: usize, name: usize) -> bool {
    let (document, end) = (chains.document, chains.mentions[name].tokens.end);
    let next = document.lower_at(end as isize);
    let begins_name = |at: usize| {
        let near = (name + 1..chains.mentions.len()).take(NEAR);
        near.into_iter().any(|n| chains.mentions[n].form == Form::Name && chains.mentions[n].tokens.start == at)
    };
    let sentence = &document.sentences[chains.traits[office].sentence].tokens;
    let begins = chains.mentions[office].tokens.start <= sentence.start + 1;
    let is_verb = || end < sentence.end && matches!(chains.syntax.words[end].pos, Pos::Verb | Pos::Aux);
    match next {
        "," => !begins_name(end + 1),
        ";" | "." | ")" | "(" | "" => true,
        _ => begins && is_verb(),
    }
}

/// The comma right before a noun phrase, over its article.
fn comma_before(chains: &Chains, m: usize) -> Option<usize> {
    let document = chains.document;
    let at = before_article(document, chains.mentions[m].tokens.start)?;
    (document.word(at) == ",").then_some(at)
}

/// The token before a noun phrase with its article: ", now the director".
fn before_article(document: &Document, start: usize) -> Option<usize> {
    let mut at = start.checked_sub(1)?;
    if matches!(document.lower(at), "a" | "an" | "the") {
        at = at.checked_sub(1)?;
    }
    if matches!(document.lower(at), "now" | "then" | "once" | "also" | "currently" | "formerly") {
        at = at.checked_sub(1)?;
    }
    Some(at)
}

/// One past a name, its age or its letters in parentheses: "Ana Roe (PP)|, president of …", "Ana Roe, 46|, president of".
fn end_of_name(chains: &Chains, n: usize) -> usize {
    let (document, end) = (chains.document, chains.mentions[n].tokens.end);
    let is = |i: usize, word: &str| document.lower_at(i as isize) == word;
    let is_number = |i: usize| document.lower_at(i as isize).bytes().all(|b| b.is_ascii_digit());
    if is(end, "(") {
        return (end + 2..end + 6).find(|&i| is(i, ")")).map_or(end, |i| i + 1);
    }
    if is(end, ",") && end + 2 < document.tokens.len() && is_number(end + 1) && is(end + 2, ",") {
        end + 2
    } else {
        end
    }
}

/// A person's name and a phrase for one person that closes with a comma, "who" or a verb; not "Ana Roe, the mayor and …".
fn is_person_described(chains: &Chains, name: usize, m: usize) -> bool {
    let mention = &chains.mentions[m];
    let both = chains.mentions[name].kind == Kind::Person && mention.kind == Kind::Person;
    let is_one = chains.traits[m].number == Number::One && !is_by_pronoun(chains, m);
    // A list of persons goes on: "Bo Li, Ana Roe, a doctor".
    let before = chains.document.lower_at(chains.mentions[name].tokens.start as isize - 1);
    let follows_list = before == "," || before == "and";
    let end = mention.tokens.end;
    let next = chains.document.lower_at(end as isize);
    let closes = matches!(next, "," | "who" | "said" | "says" | "told" | ")" | "." | ":");
    both && is_one && !follows_list && closes
}

fn is_by_pronoun(chains: &Chains, m: usize) -> bool {
    crate::model::lists().pronouns.has(chains.document.lower(chains.mentions[m].tokens.start))
}

/// "Ana Roe is a lawyer and founder of the fund", "Ana Roe, a doctor and a member of the council,": the second of two that say
/// what one is.
pub(super) fn described_further(chains: &mut Chains, rule: &'static str) {
    for m in 1..chains.mentions.len() {
        let mention = &chains.mentions[m];
        let Some(joint) = before_article(chains.document, mention.tokens.start) else { continue };
        let is_further = mention.form == Form::Nominal
            && mention.kind == Kind::Person
            && chains.document.lower(joint) == "and"
            && chains.chain(m).mentions.len() == 1
            && chains.traits[m].number == Number::One
            && !is_by_pronoun(chains, m);
        let first = (0..m).rev().take(NEAR).find(|&n| {
            let head = chains.syntax.words[chains.traits[m].anchor].head;
            chains.mentions[n].form == Form::Nominal
                && chains.mentions[n].kind == Kind::Person
                && matches!(chains.mentions[n].rule, "apposition" | "predicate" | "description")
                && chains.mentions[n].tokens.contains(&head)
                && chains.mentions[n].head < joint
        });
        if let Some(first) = first.filter(|&n| is_further && !chains.two_persons(n, m)) {
            chains.join(first, m, rule);
        }
    }
}

/// Mentions that can lie between a name's start and what stands beside it.
const NEAR: usize = 6;

/// Persons are described as persons, buildings as buildings.
fn same_kind(chains: &Chains, a: usize, b: usize) -> bool {
    let place = |k: Kind| if k == Kind::Facility { Kind::Place } else { k };
    place(chains.mentions[a].kind) == place(chains.mentions[b].kind)
}

/// "the border town of Khasan": a kind of place, and which.
pub(super) fn place_of_name(chains: &mut Chains, rule: &'static str) {
    for m in 0..chains.mentions.len() {
        let mention = &chains.mentions[m];
        let (of, name_start) = (mention.head + 1, mention.head + 2);
        let names_it = mention.form == Form::Nominal
            && mention.kind == Kind::Place
            && name_start < mention.tokens.end
            && chains.document.lower(of) == "of"
            && chains.traits[m].number != Number::Many
            && is_entity_word(chains.document.lower(mention.head), "place-of");
        let name = (m + 1..chains.mentions.len()).take(NEAR).find(|&n| {
            let name = &chains.mentions[n];
            name.form == Form::Name && name.kind == Kind::Place && name.tokens == (name_start..mention.tokens.end)
        });
        if let Some(name) = name.filter(|_| names_it) {
            chains.join(m, name, rule);
        }
    }
}

/// "Roeganj province": a place with the word for what it is.
pub(super) fn type_of_place(chains: &mut Chains, rule: &'static str) {
    for m in 0..chains.mentions.len() {
        let mention = &chains.mentions[m];
        let is_typed = mention.form == Form::Nominal
            && mention.kind == Kind::Place
            && mention.tokens.end == mention.head + 1
            && is_entity_word(chains.document.lower(mention.head), "place-of");
        let name = (m.saturating_sub(2)..chains.mentions.len()).take(NEAR).filter(|&n| n != m).find(|&n| {
            let name = &chains.mentions[n];
            let is_whole = name.tokens.start == mention.tokens.start && name.tokens.end == mention.head;
            // "a US state"
            let is_country = Gazetteer::committed().is_country(chains.document.slice(name.span));
            name.form == Form::Name && name.kind == Kind::Place && is_whole && !is_country
        });
        if let Some(name) = name.filter(|_| is_typed && chains.chain(m).mentions.len() == 1) {
            chains.join(name, m, rule);
        }
    }
}

/// "the JoongAng Ilbo newspaper": the name and what it is.
pub(super) fn named_outlet(chains: &mut Chains, rule: &'static str) {
    for m in 0..chains.mentions.len() {
        let mention = &chains.mentions[m];
        let is_outlet =
            mention.form == Form::Nominal && is_entity_word(chains.document.lower(mention.head), "after-name");
        if !is_outlet || mention.head == 0 {
            continue;
        }
        let is_news = chains.document.lower(mention.head - 1) == "news";
        let end = mention.head - usize::from(is_news);
        let name = (m.saturating_sub(2)..chains.mentions.len()).take(NEAR).filter(|&n| n != m).find(|&n| {
            let name = &chains.mentions[n];
            let can = matches!(name.kind, Kind::Organization | Kind::Work);
            name.form == Form::Name && can && name.tokens.end == end
        });
        if let Some(name) = name {
            chains.join(m, name, rule);
        }
    }
}

/// "the Cosmodrome", "the agency": the last word of the one name that ends so.
pub(super) fn noun_of_name(chains: &mut Chains, rule: &'static str) {
    let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in 0..chains.mentions.len() {
        let is_named = chains.mentions[m].form == Form::Name && chains.traits[m].words.len() > 1;
        if is_named && matches!(chains.mentions[m].kind, Kind::Facility | Kind::Organization | Kind::Event) {
            by_last.entry(chains.traits[m].last().to_owned()).or_default().push(m);
        }
    }
    for m in 0..chains.mentions.len() {
        let traits = &chains.traits[m];
        let is_noun = chains.mentions[m].form == Form::Nominal
            && traits.article == Article::Definite
            && traits.words.len() == 1
            && chains.mentions[m].tokens.len() == 1
            && chains.chain(m).mentions.len() == 1;
        let Some(named) = by_last.get(traits.last()).filter(|_| is_noun) else { continue };
        let before = named.partition_point(|&n| n < m);
        if let Some(&name) = named[..before].last()
            && named[..before].iter().all(|&n| chains.joined(n, name))
            && fits(chains, name, m)
        {
            chains.join(name, m, rule);
        }
    }
}

/// "the space station" for a spaceport: its first word begins the only building's description that it can.
pub(super) fn shared_part(chains: &mut Chains, rule: &'static str) {
    let mut called: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in 0..chains.mentions.len() {
        let is_building = chains.mentions[m].form == Form::Nominal && chains.mentions[m].kind == Kind::Facility;
        if !is_building {
            continue;
        }
        let words = chains.traits[m].words.clone();
        let is_alone = chains.traits[m].article == Article::Definite && chains.chain(m).mentions.len() == 1;
        if let [part, _] = &words[..]
            && is_alone
            && part.len() > 3
            && let Some(early) = only_called(chains, &called, part)
            && fits(chains, early, m)
        {
            chains.join(early, m, rule);
        }
        called.entry(chains.traits[m].last().to_owned()).or_default().push(m);
    }
}

/// A mention of the only chain that has been called by a longer word that begins with `part`.
fn only_called(chains: &Chains, called: &BTreeMap<String, Vec<usize>>, part: &str) -> Option<usize> {
    let longer = called.range(part.to_owned()..).take_while(|(word, _)| word.starts_with(part));
    let mut found = longer.filter(|(word, _)| word.len() > part.len() + 2).map(|(_, mentions)| mentions[0]);
    let first = found.next()?;
    found.all(|other| chains.joined(other, first)).then_some(first)
}

/// Number and kind do not contradict each other.
fn fits(chains: &Chains, a: usize, b: usize) -> bool {
    let number = |m: usize| chains.traits[m].number;
    let many = |m: usize| number(m) == Number::Many;
    let one = |m: usize| number(m) == Number::One;
    let numbers = !(many(a) && one(b) || one(a) && many(b));
    let (x, y) = (chains.chain(a).kind(), chains.chain(b).kind());
    numbers && !chains.nested(a, b) && !chains.two_persons(a, b) && kinds_fit(x, y)
}

/// Whether two chains of these kinds can be one.
pub(super) fn kinds_fit(a: Kind, b: Kind) -> bool {
    let coarse = |k: Kind| match k {
        Kind::Person | Kind::Group => 1,
        Kind::Organization => 2,
        Kind::Place | Kind::Facility => 3,
        _ => 0,
    };
    let (x, y) = (coarse(a), coarse(b));
    x == y
        || x == 0
        || y == 0
        || x + y == 5
        || a == Kind::Group && b == Kind::Organization
        || b == Kind::Group && a == Kind::Organization
}

/// "the authors … the authors", "experts … experts": not a second "a spokesman".
pub(super) fn same_words(chains: &mut Chains, rule: &'static str) {
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for m in 0..chains.mentions.len() {
        let traits = &chains.traits[m];
        if chains.mentions[m].form != Form::Nominal || traits.words.is_empty() {
            continue;
        }
        let by_pronoun =
            chains.mentions[m].tokens.clone().any(|i| crate::model::lists().pronouns.has(chains.document.lower(i)));
        let key = format!("{} {}", traits.words.join(" "), after_head(chains, m));
        let definite = match traits.article {
            Article::Definite | Article::Demonstrative => true,
            Article::Possessive => !by_pronoun,
            Article::Bare => traits.number != Number::One || traits.words.len() > 1,
            // "Naps help memory, study suggests ¶ … according to a study": the headline's.
            Article::Indefinite => last.get(&key).is_some_and(|&early| opens_headline(chains, early)),
        };
        if let Some(&early) = last.get(&key)
            && definite
            && !chains.nested(early, m)
        {
            chains.join(early, m, rule);
        }
        if !by_pronoun {
            last.insert(key, m);
        }
    }
}

/// A noun of the headline without an article, which stands for "a study", "a man".
fn opens_headline(chains: &Chains, m: usize) -> bool {
    let traits = &chains.traits[m];
    let in_headline = chains.document.paragraphs[traits.paragraph].kind == ParagraphKind::Headline;
    in_headline && traits.article == Article::Bare && traits.number == Number::One
}

/// "the North Korean leader" where the text has said "North Korean leader Kim Jong Un": every word is explained.
pub(super) fn explained(chains: &mut Chains, rule: &'static str) {
    for m in 0..chains.mentions.len() {
        let traits = &chains.traits[m];
        let definite = matches!(traits.article, Article::Definite | Article::Demonstrative);
        if chains.mentions[m].form != Form::Nominal || !definite || !chains.is_first(m) {
            continue;
        }
        let words: Vec<String> = traits.words.clone();
        let mut seen: Vec<usize> = Vec::new();
        let mut found = None;
        for early in (0..m).rev().take(REACH) {
            let id = chains.chain_id(early);
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            let chain = chains.chain(early);
            let called = |w: &String| chain.role_words.contains(w);
            if chains.is_named(early)
                && words.last().is_some_and(called)
                && words.iter().all(called)
                && fits(chains, early, m)
            {
                found = Some(early);
                break;
            }
        }
        if let Some(early) = found {
            chains.join(early, m, rule);
        }
    }
}

/// Mentions back that a description is looked for.
const REACH: usize = 300;

/// What stands after the noun: "of Japan".
fn after_head(chains: &Chains, m: usize) -> String {
    let mention = &chains.mentions[m];
    let words: Vec<&str> = (mention.head + 1..mention.tokens.end).map(|i| chains.document.lower(i)).collect();
    words.join(" ")
}

//! Noun phrases that stand for somebody or something: "the North Korean leader", "two officials familiar with the matter".

use super::extent::is_honorific;
use super::{Form, Kind, Mention};
use crate::document::{Document, TokenKind};
use crate::model::{is_entity_word, lists};
use crate::tags::{Form as Inflection, Pos, Relation, Syntax};
use std::ops::Range;

/// All noun phrases whose noun is one of `role_nouns` or explains a name, unless it is part of a name.
pub(super) fn find(document: &Document, syntax: &Syntax, names: &[Mention], push: &mut impl FnMut(Mention)) {
    let named = Named::new(document, names);
    for head in 0..document.tokens.len() {
        let kind = kind_of_noun(document, head).or_else(|| kind_explained(document, syntax, &named, head));
        let Some(kind) = kind else { continue };
        if named.at(head).is_some() || !is_head(document, syntax, head) {
            continue;
        }
        let tokens = clip(document, syntax, phrase(document, syntax, head), head);
        let tokens = trim(document, syntax, &named, tokens, head);
        let span = document.span(tokens.start, tokens.end - 1);
        push(Mention { span, tokens, head, form: Form::Nominal, kind, acts: false, rule: "noun phrase" });
    }
}

/// The names, by token.
struct Named<'m> {
    names: &'m [Mention],
    /// One more than the number of the name; 0: none.
    of: Vec<u32>,
}

impl<'m> Named<'m> {
    fn new(document: &Document, names: &'m [Mention]) -> Named<'m> {
        let mut of = vec![0; document.tokens.len()];
        names.iter().zip(1..).for_each(|(name, n)| of[name.tokens.clone()].fill(n));
        Named { names, of }
    }

    fn at(&self, token: usize) -> Option<&'m Mention> {
        (self.of[token] as usize).checked_sub(1).map(|n| &self.names[n])
    }
}

/// The phrase without what only the parser hangs on it: another person before "and", half a name, function words at its end.
fn trim(document: &Document, syntax: &Syntax, named: &Named, phrase: Range<usize>, head: usize) -> Range<usize> {
    let Range { mut start, mut end } = phrase;
    // "Marshal Pak Jong Chon and Department Director Jo Chun Ryong".
    let ends_person = |i: usize| named.at(i).is_some_and(|n| n.kind == Kind::Person && n.tokens.end == i + 1);
    let joins = |&i: &usize| syntax.words[i].pos == Pos::Cconj && i > start && ends_person(i - 1);
    start = (start..head).rev().find(joins).map_or(start, |i| i + 1);
    if let Some(cut) = named.at(start).filter(|n| n.tokens.start < start) {
        start = cut.tokens.end;
    }
    let opens = |i: usize| document.tokens[i].kind == TokenKind::Punctuation || is_article(document, i);
    // "now the director", "then mayor of Lund"
    let says_when = |i: usize| i + 1 < head && matches!(document.lower(i), "now" | "then" | "once");
    while start < head && (opens(start) || says_when(start)) {
        start += 1;
    }
    // "founding | managing director"
    let is_of_office = |i: usize| is_entity_word(document.lower(i), "of-office") && syntax.words[i].pos == Pos::Verb;
    if start > 0 && is_of_office(start - 1) {
        start -= 1;
    }
    // "the accountant general of the Federation|, Ana Roe, and not Bo Lund"
    let begins_person = |i: usize| named.at(i).is_some_and(|n| n.kind == Kind::Person && n.tokens.start == i);
    let begins_other =
        |i: usize| i + 1 < end && (begins_person(i) || is_honorific(document.lower(i)) && begins_person(i + 1));
    let names_nearer = |i: usize| i > head + 1 && kind_of_noun(document, i - 1) == Some(Kind::Person);
    let is_list = |i: usize| named.at(i - 1).is_some_and(|n| n.kind == Kind::Person) || names_nearer(i);
    let comma = (head + 1..end).find(|&i| document.word(i) == "," && begins_other(i + 1) && !is_list(i));
    end = comma.unwrap_or(end);
    let dangles = |i: usize| {
        matches!(syntax.words[i].pos, Pos::Det | Pos::Adp | Pos::Sconj | Pos::Cconj | Pos::Part | Pos::Punct)
            || document.lower(i) == "including"
    };
    while end > head + 1 && dangles(end - 1) {
        end -= 1;
    }
    start..end
}

/// A noun phrase ends before relative clauses, participles, finite verbs and what says by whom or by what way: "anonymous
/// source | described a flat", "report | released on Monday", "mayor | via Interfax".
pub(crate) fn clip(document: &Document, syntax: &Syntax, phrase: Range<usize>, head: usize) -> Range<usize> {
    let ends = |&i: &usize| ends_phrase(document, syntax, i);
    let end = (head + 1..phrase.end).find(ends).unwrap_or(phrase.end);
    let is_trailing = |i: usize| {
        matches!(syntax.words[i].pos, Pos::Adp | Pos::Det | Pos::Adv | Pos::Cconj | Pos::Part | Pos::Punct | Pos::Sconj)
            || document.tokens[i].kind == TokenKind::Punctuation
    };
    let last = (head..end).rev().find(|&i| i == head || !is_trailing(i)).unwrap_or(head);
    let is_finite = |i: usize| matches!(syntax.words[i].form, Inflection::Vbp | Inflection::Vbz | Inflection::Md);
    let start = (phrase.start..head).rev().find(|&i| is_finite(i) && syntax.words[i].pos != Pos::Noun);
    start.map_or(phrase.start, |i| i + 1)..last + 1
}

/// Whether a word after the noun does not belong to its phrase.
fn ends_phrase(document: &Document, syntax: &Syntax, i: usize) -> bool {
    let word = syntax.words[i];
    let is_before_noun = word.relation == Relation::Amod && word.head > i || document.word(i - 1) == "-";
    let is_verb = matches!(word.pos, Pos::Verb | Pos::Aux) && !is_before_noun && !document.is_capitalized(i);
    let is_on_day = document.lower(i) == "on" && lists().time_words.has(document.lower_at(i as isize + 1));
    let is_opening = matches!(document.word(i), "(" | ";" | ":" | "—" | "–" | "[" | "“" | "\"" | "''" | "``");
    is_verb
        || is_on_day
        || is_opening
        || matches!(document.lower(i), "who" | "whom" | "whose" | "which" | "that")
        || matches!(
            document.lower(i),
            "by" | "via" | "including" | "according" | "while" | "but" | "when" | "where" | "following"
        )
        || document.lower(i) == "in" && lists().pronouns.has(document.lower_at(i as isize + 1))
}

/// The kind that a noun shows by itself, or with the word before it: an "honour guard" is no person.
fn kind_of_noun(document: &Document, at: usize) -> Option<Kind> {
    let alone = lists().role_nouns.get(document.lower(at))?;
    let pair = format!("{} {}", document.lower_at(at as isize - 1), document.lower(at));
    let row = lists().role_nouns.get(&pair).unwrap_or(alone);
    match row.split('\t').next()? {
        "person" => Some(Kind::Person),
        "organization" if is_study(document, at) => Some(Kind::Work),
        "organization" => Some(Kind::Organization),
        "place" => Some(Kind::Place),
        "facility" => Some(Kind::Facility),
        "group" => Some(Kind::Group),
        _ => None,
    }
}

/// "the paper", after a study and before any newspaper: what the researchers wrote.
fn is_study(document: &Document, at: usize) -> bool {
    let says = |i: usize| matches!(document.lower(i), "study" | "researchers" | "newspaper" | "daily" | "tabloid");
    let is_paper = document.lower(at) == "paper";
    let last = (at.saturating_sub(MOST_WORDS_BACK)..at).rev().find(|&i| is_paper && says(i));
    last.is_some_and(|i| matches!(document.lower(i), "study" | "researchers"))
}

/// Words before "the paper" in which a study or a newspaper is looked for.
const MOST_WORDS_BACK: usize = 200;

/// "Ana Roe, a licensee of the inn,", "Area 51, a classified facility": a noun that no list has, right after the comma behind a
/// name, or said of a person, means what is named.
fn kind_explained(document: &Document, syntax: &Syntax, named: &Named, head: usize) -> Option<Kind> {
    let is_noun = syntax.words[head].pos == Pos::Noun && !lists().time_words.has(document.lower(head));
    let has_number = || syntax.children(head).any(|i| syntax.words[i].pos == Pos::Num);
    if !is_noun || has_number() {
        return None;
    }
    explained_before(document, syntax, named, head).or_else(|| said_of_person(document, syntax, named, head))
}

/// The kind of the name before the comma and the article before a noun phrase.
fn explained_before(document: &Document, syntax: &Syntax, named: &Named, head: usize) -> Option<Kind> {
    let article = phrase(document, syntax, head).start.checked_sub(1)?;
    let name = named.at(article.checked_sub(2)?)?;
    let relation = syntax.words[head].relation;
    let hangs = relation == Relation::Appos && name.tokens.contains(&syntax.words[head].head);
    let is_indefinite = matches!(document.lower(article), "a" | "an");
    // "Ana Roe, a firm and a bank", "in New Hampshire, a vote was held": another.
    let may_hang = name.kind == Kind::Person && !matches!(relation, Relation::Nsubj | Relation::Conj);
    let is_beside = is_article(document, article)
        && matches!(document.word(article - 1), "," | "(")
        && name.tokens.end + 1 == article;
    (is_beside && !is_cut(document, syntax, head) && (hangs || may_hang && is_indefinite)).then_some(name.kind)
}

/// "a category | 3 hurricane", "a photo | - and videojournalist": a phrase that goes on, which the parser cut.
fn is_cut(document: &Document, syntax: &Syntax, head: usize) -> bool {
    let Some(next) = document.tokens.get(head + 1) else { return false };
    let goes_on = matches!(syntax.words[head + 1].pos, Pos::Noun | Pos::Propn | Pos::Num);
    next.kind == TokenKind::Word && goes_on || document.word(head + 1) == "-"
}

/// "She is a poetess", "Ana Roe was the first rector": what somebody does, said of a person.
fn said_of_person(document: &Document, syntax: &Syntax, named: &Named, head: usize) -> Option<Kind> {
    let subject = syntax.child(head, &[Relation::Nsubj]).filter(|_| syntax.child(head, &[Relation::Cop]).is_some())?;
    let is_named = named.at(subject).is_some_and(|name| name.kind == Kind::Person);
    let is_person = is_named || matches!(document.lower(subject), "he" | "she");
    (is_person && is_doer(document.lower(head))).then_some(Kind::Person)
}

/// "licensee", "poetess", "conservator": what somebody does or is, by its ending.
fn is_doer(noun: &str) -> bool {
    const ENDS: &[&str] = &["er", "or", "ist", "ian", "ess", "ant", "eer", "ee", "man", "woman", "person", "mate"];
    noun.len() > 5 && ENDS.iter().any(|end| noun.ends_with(end))
}

/// The kind of a phrase that is said to speak, by its noun: a document is a work, people in the plural are a group.
pub(crate) fn kind_of_phrase(document: &Document, syntax: &Syntax, head: usize) -> Kind {
    let noun = document.lower(head);
    let is_plural = matches!(syntax.words[head].form, Inflection::Nns | Inflection::Nnps);
    let stands_for_people = matches!(noun, "some" | "many" | "others" | "several" | "few" | "most" | "those" | "both");
    let is_work = |noun: &str| lists().source_works.has(noun);
    match kind_of_noun(document, head) {
        Some(kind) => kind,
        None if is_work(noun) || is_plural && is_work(&syntax.lemma(document, head)) => Kind::Work,
        None if stands_for_people || is_plural && is_agent_noun(noun.trim_end_matches('s')) => Kind::Group,
        None if is_agent_noun(noun) => Kind::Person,
        None => Kind::Other,
    }
}

/// "environmentalist", "archaeologist", "paratrooper": what somebody does, by its ending.
fn is_agent_noun(noun: &str) -> bool {
    noun.len() > 6 && ["ist", "eer", "man", "woman", "ologist", "person"].iter().any(|end| noun.ends_with(end))
}

/// Not "police" in "police officers", nor "leader" in "leader Kim", nor a verb.
fn is_head(document: &Document, syntax: &Syntax, at: usize) -> bool {
    let word = syntax.words[at];
    if is_unparsed(syntax, at) {
        let next = document.tokens.get(at + 1);
        let followed = next.is_some_and(|t| t.kind == TokenKind::Word) && {
            let lower = document.lower(at + 1);
            lists().role_nouns.has(lower) || document.is_capitalized(at + 1) && lower != "i"
        };
        return !followed;
    }
    let is_executive =
        word.pos == Pos::Adj && document.lower(at) == "executive" && document.lower_at(at as isize - 1) == "chief";
    (matches!(word.pos, Pos::Noun | Pos::Propn) || is_executive)
        && !matches!(word.relation, Relation::Compound | Relation::Flat | Relation::Fixed | Relation::Goeswith)
}

/// The noun phrase around `head`: no article, and nothing after a comma, no relative clause, no second noun.
fn phrase(document: &Document, syntax: &Syntax, head: usize) -> Range<usize> {
    if is_unparsed(syntax, head) {
        return phrase_by_tokens(document, head);
    }
    let outside = |i: usize| {
        matches!(
            syntax.words[i].relation,
            Relation::Case
                | Relation::Mark
                | Relation::Cc
                | Relation::Punct
                | Relation::Cop
                | Relation::Nsubj
                | Relation::Aux
                | Relation::Conj
                | Relation::Appos
                | Relation::AclRelcl
                | Relation::Parataxis
                | Relation::Advcl
                | Relation::List
                | Relation::Discourse
        )
    };
    let mut start = head;
    for child in syntax.children(head).take_while(|&i| i < head).collect::<Vec<_>>().into_iter().rev() {
        let inner_mark = syntax.words[child].relation == Relation::Punct && document.word(child) == "-";
        if outside(child) && !inner_mark || child >= start {
            break;
        }
        start = syntax.subtree(child).start.min(start);
    }
    let mut end = head + 1;
    for child in syntax.children(head).filter(|&i| i > head) {
        let is_possessive = document.lower(child).starts_with('\'');
        if outside(child) || is_possessive || syntax.subtree(child).start > end {
            break;
        }
        end = syntax.subtree(child).end;
    }
    while start < head && is_article(document, start) {
        start += 1;
    }
    start..end
}

fn is_article(document: &Document, at: usize) -> bool {
    matches!(document.lower(at), "the" | "a" | "an")
}

/// Before there is any syntax: back over the words that are no function words.
fn phrase_by_tokens(document: &Document, head: usize) -> Range<usize> {
    let sentence = &document.sentences[document.sentence_of(head)];
    let mut start = head;
    while start > sentence.tokens.start && head - start < 5 {
        let before = start - 1;
        let lower = document.lower(before);
        let inner = document.tokens[before].kind == TokenKind::Word
            && lower.len() > 2
            && !is_article(document, before)
            && !lists().starters.has(lower)
            && !lists().common_english.has(lower)
            && !lists().pronouns.has(lower)
            && !lower.ends_with("ed");
        if !inner {
            break;
        }
        start = before;
    }
    start..head + 1
}

fn is_unparsed(syntax: &Syntax, at: usize) -> bool {
    syntax.words[at].pos == Pos::X
}

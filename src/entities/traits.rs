//! What one mention shows by itself: number, gender, definiteness, its place in the sentence.

use crate::document::Document;
use crate::mentions::{Form, Kind, Mention};
use crate::model::lists;
use crate::quotes::Quote;
use crate::tags::{Form as Inflection, Pos, Relation, Syntax};

/// One or many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Number {
    One,
    Many,
    /// "you", "the police", "the team … they".
    Either,
}

/// As the words of the text show it, never as a first name suggests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    Masculine,
    Feminine,
    /// "it", "the house".
    Neuter,
    Unknown,
}

/// How a noun phrase begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Article {
    Definite,
    Indefinite,
    Demonstrative,
    Possessive,
    Bare,
}

/// What it is in its clause.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Function {
    Subject,
    Object,
    Oblique,
    Possessor,
    Modifier,
    Apposition,
    Predicate,
    Conjunct,
    Other,
}

/// What one mention shows by itself.
#[derive(Clone, Debug)]
pub(super) struct Traits {
    pub sentence: usize,
    pub paragraph: usize,
    /// Innermost quotation around it.
    pub quote: Option<usize>,
    /// The token by which it hangs in the sentence.
    pub anchor: usize,
    pub number: Number,
    pub gender: Gender,
    /// 1 for "I", 2 for "you", else 3.
    pub person: u8,
    pub article: Article,
    pub function: Function,
    /// The verb of its clause.
    pub clause: usize,
    /// Its words in lower case, hyphens and full stops left out.
    pub words: Vec<String>,
}

impl Traits {
    /// The last word: the noun of a phrase or, mostly, the surname.
    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// The traits of a mention.
pub(super) fn of(document: &Document, syntax: &Syntax, quotes: &[Quote], mention: &Mention) -> Traits {
    let sentence = document.sentence_of(mention.tokens.start);
    let anchor = anchor(syntax, mention);
    let words = words(document, mention);
    let quote = quotes
        .partition_point(|q| q.tokens.start <= mention.tokens.start)
        .checked_sub(1)
        .and_then(|last| (last.saturating_sub(8)..=last).rev().find(|&q| quotes[q].tokens.end > mention.tokens.start));
    Traits {
        sentence,
        paragraph: document.sentences[sentence].paragraph,
        quote,
        anchor,
        number: number(document, syntax, mention),
        gender: gender(document, mention),
        person: person(document, mention),
        article: article(document, mention),
        function: function(document, syntax, anchor),
        clause: clause(syntax, anchor),
        words,
    }
}

/// The nearest word above that heads a clause.
fn clause(syntax: &Syntax, anchor: usize) -> usize {
    let mut at = anchor;
    loop {
        let word = syntax.words[at];
        let heads_clause = matches!(
            word.relation,
            Relation::Root
                | Relation::Ccomp
                | Relation::Advcl
                | Relation::Acl
                | Relation::AclRelcl
                | Relation::Parataxis
                | Relation::Csubj
                | Relation::Xcomp
        ) || word.relation == Relation::Conj && matches!(word.pos, Pos::Verb | Pos::Aux);
        if word.head == at || at != anchor && heads_clause {
            return at;
        }
        at = word.head;
    }
}

/// The first token whose head lies outside.
fn anchor(syntax: &Syntax, mention: &Mention) -> usize {
    mention
        .tokens
        .clone()
        .find(|&i| syntax.words[i].head == i || !mention.tokens.contains(&syntax.words[i].head))
        .unwrap_or(mention.head)
}

fn words(document: &Document, mention: &Mention) -> Vec<String> {
    let tokens = match mention.form {
        Form::Nominal => mention.tokens.start..mention.head + 1,
        _ => mention.tokens.clone(),
    };
    // Most mentions are one word: a list that grows would have space for four.
    let mut words = Vec::with_capacity(tokens.len());
    let all = tokens
        .map(|i| without_accents(&document.lower(i).replace(['.', '-', '\'', '–'], "")))
        .filter(|w| !w.is_empty() && !matches!(w.as_str(), "s" | "," | "the" | "a" | "an"));
    words.extend(all);
    words
}

/// "erdoğan" is "erdogan": one name is written in both ways.
fn without_accents(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.chars().map(base_letter).collect()
}

fn base_letter(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => 'i',
        'ł' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ţ' | 'ț' | 'ť' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

fn number(document: &Document, syntax: &Syntax, mention: &Mention) -> Number {
    let lower = document.lower(mention.head);
    match mention.form {
        Form::Pronoun => match lower {
            "you" | "your" | "yours" | "who" | "whom" | "whose" | "which" | "that" => Number::Either,
            "we" | "us" | "our" | "ours" | "ourselves" | "they" | "them" | "their" | "theirs" | "themselves"
            | "these" | "those" | "both" => Number::Many,
            _ => Number::One,
        },
        Form::Name if mention.kind == Kind::Group => Number::Many,
        Form::Name => Number::One,
        Form::Nominal => {
            let listed = lists().role_nouns.get(lower).is_some_and(|row| row.ends_with("plural"));
            let many = matches!(syntax.words[mention.head].form, Inflection::Nns | Inflection::Nnps);
            match (listed || many, COLLECTIVE.contains(&lower)) {
                (true, _) => Number::Many,
                (false, true) => Number::Either,
                (false, false) => Number::One,
            }
        }
    }
}

/// Nouns in the singular that "they" may take up.
const COLLECTIVE: &[&str] =
    &["police", "family", "couple", "team", "staff", "crew", "group", "band", "public", "pair", "majority", "side"];

fn gender(document: &Document, mention: &Mention) -> Gender {
    let lower = document.lower(mention.head);
    if mention.form == Form::Pronoun {
        return match lower {
            "he" | "him" | "his" | "himself" => Gender::Masculine,
            "she" | "her" | "hers" | "herself" => Gender::Feminine,
            "it" | "its" | "itself" => Gender::Neuter,
            _ => Gender::Unknown,
        };
    }
    let title = mention.tokens.start.checked_sub(1).map_or("", |i| document.lower(i));
    let title = if title == "." && mention.tokens.start > 1 { document.lower(mention.tokens.start - 2) } else { title };
    let title = title.trim_end_matches('.');
    let by_word = match mention.form {
        Form::Name => said_gender(title).or_else(|| {
            let first = document.lower(mention.tokens.start).trim_end_matches('.');
            matches!(mention.kind, Kind::Person).then(|| said_gender(first)).flatten()
        }),
        _ => said_gender(lower),
    };
    by_word.unwrap_or(match mention.kind {
        Kind::Person | Kind::Group => Gender::Unknown,
        _ if mention.form == Form::Nominal && mention.kind != Kind::Other => Gender::Neuter,
        _ => Gender::Unknown,
    })
}

fn said_gender(word: &str) -> Option<Gender> {
    match lists().gendered.get(word)? {
        "m" => Some(Gender::Masculine),
        _ => Some(Gender::Feminine),
    }
}

fn person(document: &Document, mention: &Mention) -> u8 {
    if mention.form != Form::Pronoun {
        return 3;
    }
    match document.lower(mention.head) {
        "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" => 1,
        "you" | "your" | "yours" | "yourself" | "yourselves" => 2,
        _ => 3,
    }
}

fn article(document: &Document, mention: &Mention) -> Article {
    let start = mention.tokens.start;
    let before = start.checked_sub(1).map_or("", |i| document.lower(i));
    let first = document.lower(start);
    let inside_possessive =
        (start..mention.head).any(|i| matches!(document.lower(i), "'s" | "'" | "s'")) || is_possessive(first);
    for word in [first, before] {
        match word {
            "the" => return Article::Definite,
            "a" | "an" | "another" | "some" | "any" | "every" | "each" | "one" | "no" | "many" | "several" | "few" => {
                return Article::Indefinite;
            }
            "this" | "that" | "these" | "those" | "such" => return Article::Demonstrative,
            _ => (),
        }
        if inside_possessive {
            return Article::Possessive;
        }
    }
    if is_possessive(before) || before == "'s" { Article::Possessive } else { Article::Bare }
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "my" | "our" | "your" | "whose")
}

fn function(document: &Document, syntax: &Syntax, anchor: usize) -> Function {
    let word = syntax.words[anchor];
    let is_predicate = syntax.child(anchor, &[Relation::Cop]).is_some();
    match word.relation {
        _ if is_predicate => Function::Predicate,
        Relation::Nsubj | Relation::NsubjPass | Relation::Csubj => Function::Subject,
        Relation::Obj | Relation::Iobj => Function::Object,
        Relation::Obl | Relation::OblAgent | Relation::Nmod => Function::Oblique,
        Relation::NmodPoss => Function::Possessor,
        Relation::Compound | Relation::Amod | Relation::Flat => Function::Modifier,
        Relation::Appos => Function::Apposition,
        Relation::Conj => Function::Conjunct,
        // Without a parse: the word before a verb.
        _ if word.pos == Pos::X && document.lower_at(anchor as isize + 1).ends_with("ed") => Function::Subject,
        _ => Function::Other,
    }
}

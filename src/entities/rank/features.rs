//! What a mention and a chain show together, as small integers in a fixed order: what the trees ask about.

use super::Type;
use super::pair::{bucket_of_count, clause_relation, opens_sentence, type_of};
use crate::entities::chains::{Chain, Chains};
use crate::entities::traits::{Article, Function, Gender};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind};
use crate::model::{lists, noun_means};
use crate::tags::{Pos, Relation};

/// Mentions of one chain that are looked at: enough for an article, a bound for a book.
pub(super) const LOOKED_AT: usize = 40;

/// How many features a pair has.
pub(super) const COUNT: usize = 87;

/// Of a pair: what the mention shows, then what both show.
pub(super) fn of_pair(chains: &Chains, m: usize, early: usize, kind: Type, field: &Field, rank: usize) -> Vec<i16> {
    let mut features = of_nobody(chains, m, kind, field);
    of_distance(chains, m, early, rank, &mut features);
    of_syntax(chains, m, early, &mut features);
    of_chain(chains, m, early, kind, field, &mut features);
    of_speech(chains, m, early, &mut features);
    if chains.mentions[m].form == Form::Nominal {
        of_words(chains, m, early, &mut features);
        of_office(chains, m, early, &field.offices, rank, &mut features);
    }
    features.resize(COUNT, NONE);
    features
}

/// Of "nobody mentioned before": what the mention shows by itself.
pub(super) fn of_nobody(chains: &Chains, m: usize, kind: Type, field: &Field) -> Vec<i16> {
    let mut features = Vec::with_capacity(COUNT);
    // He and she are learned as one, so that neither is known better.
    let kind = if kind == Type::She { Type::He } else { kind };
    features.extend([kind as i16, field.persons, field.all]);
    of_mention(chains, m, &mut features);
    features
}

fn of_mention(chains: &Chains, m: usize, features: &mut Vec<i16>) {
    let (mine, words) = (&chains.traits[m], &chains.syntax.words);
    let above = words[mine.anchor].head;
    let clause = [Relation::Ccomp, Relation::Xcomp, Relation::Csubj, Relation::Advcl];
    let mention = &chains.mentions[m];
    features.extend([
        mine.function as i16,
        mine.article as i16,
        chains.chain(m).kind() as i16,
        words[mine.anchor].relation as i16,
        words[above].pos as i16,
        i16::from(chains.syntax.child(above, &clause).is_some()),
        (mention.tokens.end - mention.head - 1).min(5) as i16,
        mine.words.len().min(5) as i16,
        mine.sentence.min(3) as i16,
        i16::from(mine.quote.is_some()),
        kind_of_clause(chains, m),
        owned(chains, m),
        i16::from(opens_sentence(chains, m)),
        i16::from(chains.is_source(m)),
        depth(chains, mine.anchor),
    ]);
}

/// The feature does not apply.
pub(super) const NONE: i16 = -1;

/// What all candidates of one mention are compared with.
pub(super) struct Field {
    /// Persons among the candidates.
    persons: i16,
    /// All candidates.
    all: i16,
    /// Mentions of the greatest candidate.
    greatest: usize,
    /// Nearest candidates by being a subject, in the sentence of the mention and the one before.
    subjects: Vec<usize>,
    /// Of a description, what each candidate is to it.
    offices: Vec<Office>,
}

/// What a chain is to a description.
struct Office {
    /// See [`fit_of_office`].
    fit: i16,
    /// Its latest mention before the description that is a source.
    spoke: Option<usize>,
}

impl Office {
    fn of(chains: &Chains, m: usize, x: usize) -> Office {
        let spoke = chains.chain(x).before(m).take(LOOKED_AT).find(|&x| chains.is_source(x));
        Office { fit: fit_of_office(chains, m, x), spoke }
    }
}

impl Field {
    /// Of these candidates, from the nearest.
    pub fn of(chains: &Chains, m: usize, found: &[usize]) -> Field {
        let persons = found.iter().filter(|&&x| is_person(chains, x)).count();
        let greatest = found.iter().map(|&x| size(chains, x)).max().unwrap_or(0);
        let sentence = chains.traits[m].sentence;
        let is_near_subject = |&x: &usize| {
            x < m && chains.traits[x].function == Function::Subject && chains.traits[x].sentence + 1 >= sentence
        };
        let subjects = found.iter().copied().filter(is_near_subject).collect();
        let is_description = chains.mentions[m].form == Form::Nominal;
        let offices = found.iter().filter(|_| is_description).map(|&x| Office::of(chains, m, x)).collect();
        Field { persons: persons.min(20) as i16, all: found.len() as i16, greatest, subjects, offices }
    }
}

fn is_person(chains: &Chains, x: usize) -> bool {
    chains.chain(x).kind() == Kind::Person
}

fn size(chains: &Chains, x: usize) -> usize {
    chains.chain(x).mentions.len()
}

fn of_distance(chains: &Chains, m: usize, early: usize, rank: usize, features: &mut Vec<i16>) {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    let sentences = mine.sentence as i64 - theirs.sentence as i64;
    let tokens = chains.mentions[m].tokens.start as i64 - chains.mentions[early].tokens.end as i64;
    let nearer_names = (early.min(m) + 1..early.max(m))
        .rev()
        .take(30)
        .filter(|&x| chains.mentions[x].form == Form::Name && chains.mentions[x].kind == Kind::Person)
        .count();
    features.extend([
        sentences.clamp(-2, 20) as i16,
        (mine.paragraph as i64 - theirs.paragraph as i64).clamp(-2, 8) as i16,
        tokens.clamp(-60, 250) as i16,
        rank.min(30) as i16,
        nearer_names as i16,
    ]);
}

fn of_syntax(chains: &Chains, m: usize, early: usize, features: &mut Vec<i16>) {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    let words = &chains.syntax.words;
    let same_sentence = mine.sentence == theirs.sentence;
    let clause = if same_sentence { clause_relation(chains, m, early) as i16 } else { NONE };
    let relation = |at: usize| words[at].relation as i16;
    let is_root = |at: usize| i16::from(words[at].relation == Relation::Root);
    features.extend([
        theirs.function as i16,
        i16::from(mine.function == theirs.function),
        chains.mentions[early].form as i16,
        relation(theirs.clause),
        is_root(theirs.clause),
        clause,
        depth(chains, theirs.anchor),
        i16::from(opens_sentence(chains, early)),
        i16::from(is_inside(chains, early)),
        i16::from(same_sentence && chains.syntax.is_under(mine.anchor, theirs.anchor)),
        i16::from(same_sentence && commands(chains, early, m)),
        steps(chains, m, early),
    ]);
}

/// Steps up to the root.
fn depth(chains: &Chains, mut at: usize) -> i16 {
    let mut steps = 0;
    while chains.syntax.words[at].head != at && steps < 12 {
        at = chains.syntax.words[at].head;
        steps += 1;
    }
    steps
}

/// Whether it hangs on another noun: "Ann" in "Ann's lawyer", "the lawyer of Ann".
fn is_inside(chains: &Chains, x: usize) -> bool {
    let word = chains.syntax.words[chains.traits[x].anchor];
    matches!(word.relation, Relation::NmodPoss | Relation::Nmod | Relation::Compound | Relation::Appos | Relation::Flat)
}

/// Whether the word above `a` is above `b` too, and `a` is not.
fn commands(chains: &Chains, a: usize, b: usize) -> bool {
    let (a, b) = (chains.traits[a].anchor, chains.traits[b].anchor);
    chains.syntax.is_under(b, chains.syntax.words[a].head) && !chains.syntax.is_under(b, a)
}

/// What a possessive owns: nothing, a relative ("his wife"), a person, something else.
fn owned(chains: &Chains, m: usize) -> i16 {
    if chains.traits[m].function != Function::Possessor {
        return NONE;
    }
    let noun = chains.document.lower(chains.syntax.words[chains.traits[m].anchor].head);
    let is_person = noun_means(noun, "person");
    if lists().gendered.has(noun) { 2 } else { i16::from(is_person) }
}

/// Steps of the tree from one to the other, in one sentence.
fn steps(chains: &Chains, m: usize, early: usize) -> i16 {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    if mine.sentence != theirs.sentence {
        return NONE;
    }
    let words = &chains.syntax.words;
    let (mut at, mut up) = (mine.anchor, 0);
    while !chains.syntax.is_under(theirs.anchor, at) && words[at].head != at {
        at = words[at].head;
        up += 1;
    }
    let (mut other, mut down) = (theirs.anchor, 0);
    while other != at && words[other].head != other {
        other = words[other].head;
        down += 1;
    }
    (up + down).min(20)
}

fn of_chain(chains: &Chains, m: usize, early: usize, kind: Type, field: &Field, features: &mut Vec<i16>) {
    let chain = chains.chain(early);
    let mine = &chains.traits[m];
    let looked = || chain.mentions.iter().take(LOOKED_AT);
    let before = || chain.before(m).take(LOOKED_AT);
    let is_form = |form: Form| move |&x: &usize| chains.mentions[x].form == form;
    let near = |far: usize| before().filter(|&x| chains.traits[x].sentence + far == mine.sentence).count() as i16;
    let subjects = before().filter(|&x| chains.traits[x].function == Function::Subject).count();
    let parallel = before().filter(|&x| chains.traits[x].function == mine.function).count();
    let last_same = before().find(|&x| chains.mentions[x].form == Form::Pronoun && type_of(chains, x) == kind);
    let since = last_same.map_or(NONE, |x| (mine.sentence - chains.traits[x].sentence).min(10) as i16);
    let longest = looked().filter(is_form(Form::Name)).max_by_key(|&x| chains.traits[x].words.len());
    let only_quoted = mine.quote.is_none() && before().all(|x| chains.traits[x].quote.is_some());
    let place = field.subjects.iter().position(|&x| x == early).map_or(NONE, |at| at.min(4) as i16);
    features.extend([
        chain.kind() as i16,
        looked().filter(is_form(Form::Name)).count() as i16,
        looked().filter(is_form(Form::Pronoun)).count() as i16,
        before().count() as i16,
        size(chains, early).min(60) as i16,
        (100 * size(chains, early) / field.greatest.max(1)) as i16,
        subjects as i16,
        parallel as i16,
        near(0),
        near(1),
        since,
        longest.map_or(0, |x| chains.traits[x].words.len().min(5) as i16),
        chains.traits[chain.first()].sentence.min(20) as i16,
        gender(chain, mine.gender),
        given(chain, mine.gender),
        (i64::from(chain.many) - i64::from(chain.one)).clamp(-5, 5) as i16,
        chain.role_words.len().min(10) as i16,
        place,
        i16::from(only_quoted),
    ]);
    features.extend(longest.map_or([NONE; 3], |x| profile(chains, x)));
}

/// How much the ends of a name are known as given name and family name, and the whole of it as a place.
fn profile(chains: &Chains, name: usize) -> [i16; 3] {
    let words = &chains.traits[name].words;
    let of = |word: Option<&String>| word.map_or([0; 4], |w| Gazetteer::committed().profile(w));
    let (first, last) = (of(words.first()), of(words.last()));
    [first[0].into(), last[1].into(), first[2].max(last[2]).into()]
}

/// What the words say: 2 the same gender, 1 nothing, 0 another.
fn gender(chain: &Chain, mine: Gender) -> i16 {
    match chain.gender() {
        Gender::Unknown => 1,
        theirs if theirs == mine => 2,
        _ => 0,
    }
}

/// What the given name hints, where the words say nothing.
fn given(chain: &Chain, mine: Gender) -> i16 {
    let (same, other) = match mine {
        Gender::Masculine => (chain.given_masculine, chain.given_feminine),
        Gender::Feminine => (chain.given_feminine, chain.given_masculine),
        _ => return NONE,
    };
    match same.cmp(&other) {
        std::cmp::Ordering::Greater => 2,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Less => 0,
    }
}

fn of_speech(chains: &Chains, m: usize, early: usize, features: &mut Vec<i16>) {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    let quotes = match (mine.quote, theirs.quote) {
        (None, None) => 0,
        (None, Some(_)) => 1,
        (Some(_), None) => 2,
        (Some(a), Some(b)) => 3 + i16::from(a == b),
    };
    let speaks = mine.quote.and_then(|q| chains.speaker_of_quote(q)).is_some_and(|s| chains.joined(s, early));
    let spoke = chains.chain(early).before(m).take(LOOKED_AT).filter(|&x| chains.is_source(x));
    features.extend([quotes, i16::from(speaks), i16::from(chains.is_source(early)), spoke.count() as i16]);
}

/// Whether the clause of a mention is reported, hangs on another, or stands alone.
fn kind_of_clause(chains: &Chains, m: usize) -> i16 {
    match chains.syntax.words[chains.traits[m].clause].relation {
        Relation::Root => 0,
        Relation::Ccomp => 1,
        Relation::Advcl => 2,
        Relation::AclRelcl => 3,
        Relation::Conj => 4,
        _ => 5,
    }
}

/// Of a description: how its words and those of the chain agree.
fn of_words(chains: &Chains, m: usize, early: usize, features: &mut Vec<i16>) {
    let (mine, chain) = (&chains.traits[m], chains.chain(early));
    let noun = mine.last();
    let before = || chain.before(m).take(LOOKED_AT);
    let same_noun = before().filter(|&x| chains.mentions[x].form == Form::Nominal && chains.traits[x].last() == noun);
    let in_name = before().filter(|&x| chains.mentions[x].form == Form::Name);
    let in_name = in_name.filter(|&x| chains.traits[x].words.iter().any(|w| w == noun)).count();
    let modifiers = &mine.words[..mine.words.len().saturating_sub(1)];
    let known = |w: &String| chain.role_words.contains(w) || before().any(|x| chains.traits[x].words.contains(w));
    let new = modifiers.iter().filter(|w| !known(w)).count();
    features.extend([
        bucket_of_count(same_noun.count()) as i16,
        bucket_of_count(in_name) as i16,
        i16::from(chain.role_words.iter().any(|w| w == noun)),
        new.min(4) as i16,
        i16::from(chains.chain(m).kind() == chain.kind()),
        i16::from(chains.traits[early].article == Article::Indefinite),
        i16::from(chain.role_words.is_empty()),
    ]);
}

/// Of a description: whether the chain holds such an office, how many candidates do, and how many spoke after it did.
fn of_office(chains: &Chains, m: usize, early: usize, offices: &[Office], rank: usize, features: &mut Vec<i16>) {
    let chain = chains.chain(early);
    let modifiers = &chains.traits[m].words[..chains.traits[m].words.len().saturating_sub(1)];
    let shared = modifiers.iter().filter(|w| chain.role_words.contains(w)).count();
    let Office { fit, spoke } = offices[rank];
    let count = |of: &dyn Fn(&Office) -> bool| offices.iter().filter(|o| of(o)).count().min(9) as i16;
    let paragraphs = |x: usize| (chains.traits[m].paragraph - chains.traits[x].paragraph).min(9) as i16;
    features.extend([
        fit,
        count(&|other| other.fit == 2),
        count(&|other| other.fit >= 1),
        shared.min(4) as i16,
        spoke.map_or(NONE, |_| count(&|other| other.spoke > spoke)),
        spoke.map_or(NONE, paragraphs),
        i16::from(is_document(chains, m)),
        i16::from(early > m),
        i16::from(chain.mentions.iter().take(LOOKED_AT).any(|x| has_title(chains, x))),
    ]);
}

/// 2 where the chain is called by the noun, 1 where by a word for such an office, else 0.
pub(super) fn fit_of_office(chains: &Chains, m: usize, early: usize) -> i16 {
    let (noun, called) = (chains.traits[m].last(), &chains.chain(early).role_words);
    if called.iter().any(|w| w == noun) {
        return 2;
    }
    let offices = lists().role_synonyms.get(noun).unwrap_or("");
    i16::from(called.iter().any(|w| offices.split(' ').any(|office| office == w)))
}

/// "The report", "the statement": what is read, not who.
fn is_document(chains: &Chains, m: usize) -> bool {
    matches!(chains.mentions[m].kind, Kind::Work | Kind::Law | Kind::Other)
}

/// Whether a name stands after a title or a noun: "Mr Roe", "lawyer Ana Roe".
fn has_title(chains: &Chains, x: usize) -> bool {
    let mention = &chains.mentions[x];
    let before = mention.tokens.start.checked_sub(1).map(|i| chains.syntax.words[i]);
    mention.form == Form::Name && before.is_some_and(|w| matches!(w.pos, Pos::Noun | Pos::Propn))
}

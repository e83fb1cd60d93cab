//! The bold end of coreference: for each pronoun and description, the best of the chains before it, by learned weights.
//!
//! The features are here, for training (`tools train coref`) and for use. A feature is a bucket of one table of
//! signed bytes; a score is a sum of integers, so that it is the same everywhere.

use super::chains::Chains;
use super::descriptions::kinds_fit;
use super::traits::{Article, Function, Gender, Number};
use crate::mentions::{Form, Kind, Mention};
use crate::model::lists;
use crate::tags::Relation;

/// Bits of a bucket's number.
pub const BITS: u32 = 15;

/// One chain that may be meant.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// Its nearest mention before; `None` for "nobody mentioned before".
    pub mention: Option<usize>,
    /// Buckets.
    pub features: Vec<u32>,
}

/// Who decides: the weights, or in training the marked answer.
pub trait Judge {
    /// Which candidate is meant; the first is "nobody mentioned before".
    /// `members` gives the mentions of a candidate's chain.
    fn choose(&mut self, mention: &Mention, candidates: &[Candidate], members: &dyn Fn(usize) -> Vec<Mention>)
    -> usize;
}

/// The learned weights.
pub struct Learned<'m>(pub &'m [u8]);

impl Judge for Learned<'_> {
    fn choose(&mut self, _: &Mention, candidates: &[Candidate], _: &dyn Fn(usize) -> Vec<Mention>) -> usize {
        let score = |c: &Candidate| c.features.iter().map(|&f| i32::from(self.0[f as usize] as i8)).sum::<i32>();
        let mut best = 0;
        for i in 1..candidates.len() {
            if score(&candidates[i]) > score(&candidates[best]) {
                best = i;
            }
        }
        best
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
    let members = |x: usize| chains.chain(x).mentions.iter().map(|&i| chains.mentions[i].clone()).collect();
    let choice = judge.choose(&chains.mentions[m], &candidates, &members);
    if let Some(early) = candidates[choice].mention {
        chains.join(early, m, rule);
    }
}

fn type_of(chains: &Chains, m: usize) -> Type {
    let traits = &chains.traits[m];
    if chains.mentions[m].form != Form::Pronoun {
        return if traits.number == Number::Many { Type::ManyDescription } else { Type::OneDescription };
    }
    if traits.words.first().is_some_and(|w| w.ends_with("self") || w.ends_with("selves")) {
        return Type::Reflexive;
    }
    match (traits.gender, traits.number) {
        (Gender::Masculine, _) => Type::He,
        (Gender::Feminine, _) => Type::She,
        (_, Number::Many) => Type::They,
        _ => Type::It,
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
    found.extend(later_names(chains, m, kind, &seen));
    let mut all = vec![Candidate { mention: None, features: features_of_nobody(chains, m, kind, &found) }];
    for (rank, &early) in found.iter().enumerate() {
        all.push(Candidate { mention: Some(early), features: features(chains, m, early, kind, rank) });
    }
    all
}

/// "In his list, Robert Christgau named …": names of persons behind a pronoun, in its sentence or, where nobody was named, the next.
fn later_names(chains: &Chains, m: usize, kind: Type, seen: &[usize]) -> Vec<usize> {
    if !matches!(kind, Type::He | Type::She) {
        return Vec::new();
    }
    let sentence = chains.traits[m].sentence;
    let is_first = |x: usize| chains.chain(x).mentions[0] == x && !seen.contains(&chains.chain_id(x));
    (m + 1..chains.mentions.len())
        .take(12)
        .take_while(|&x| chains.traits[x].sentence <= sentence + 1)
        .filter(|&x| chains.mentions[x].form == Form::Name && is_first(x) && can_be(chains, m, x, kind))
        .filter(|&x| chains.chain(x).kind() == Kind::Person && !chains.nested(x, m))
        .take(2)
        .collect()
}

/// What rules a chain out.
fn can_be(chains: &Chains, m: usize, early: usize, kind: Type) -> bool {
    let chain = chains.chain(early);
    let traits = &chains.traits[m];
    let gender = chain.gender();
    let first_or_second =
        chains.traits[early].person != 3 && chain.mentions.iter().all(|&x| chains.traits[x].person != 3);
    if first_or_second && kind != Type::Reflexive || chains.two_persons(early, m) {
        return false;
    }
    let is_person = matches!(chain.kind(), Kind::Person | Kind::Group | Kind::Other) || gender == traits.gender;
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
            genders && numbers && kinds_fit(own.kind(), chain.kind()) && words_fit(chains, m, early)
        }
    }
}

/// A description does not take up a chain whose own descriptions speak against it: "the 61-year-old" aside,
/// only one with the same noun, or a name.
fn words_fit(chains: &Chains, m: usize, early: usize) -> bool {
    let chain = chains.chain(early);
    let noun = chains.traits[m].last();
    let has_name = chain.mentions.iter().take(20).any(|&x| chains.mentions[x].form == Form::Name);
    has_name
        || chain.role_words.iter().any(|w| w == noun)
        || chain.mentions.iter().take(20).any(|&x| {
            chains.mentions[x].form == Form::Nominal
                && (chains.traits[x].last() == noun || chains.traits[m].article != Article::Indefinite)
        })
}

fn bucket_of_count(n: usize) -> u32 {
    match n {
        0..=3 => n as u32,
        4..=5 => 4,
        6..=9 => 5,
        _ => 6,
    }
}

fn gender_number(g: Gender) -> u32 {
    match g {
        Gender::Unknown => 0,
        Gender::Masculine => 1,
        Gender::Feminine => 2,
        Gender::Neuter => 3,
    }
}

struct Buckets(Vec<u32>);

impl Buckets {
    fn add(&mut self, template: u32, values: &[u32]) {
        let mut h = template.wrapping_mul(0x9E37_79B1) ^ 0x5bd1_e995;
        for &v in values {
            h = (h ^ v).wrapping_mul(0x85EB_CA6B);
            h ^= h >> 13;
            h = h.wrapping_mul(0xC2B2_AE35);
            h ^= h >> 16;
        }
        self.0.push(h >> (32 - BITS));
    }
}

fn features_of_nobody(chains: &Chains, m: usize, kind: Type, found: &[usize]) -> Vec<u32> {
    let t = kind as u32;
    let traits = &chains.traits[m];
    let mut b = Buckets(Vec::with_capacity(10));
    b.add(1, &[t]);
    b.add(2, &[t, traits.function as u32]);
    b.add(3, &[t, traits.article as u32]);
    b.add(4, &[t, bucket_of_count(found.len())]);
    b.add(5, &[t, u32::from(traits.quote.is_some())]);
    let near = found.iter().filter(|&&e| traits.sentence.wrapping_sub(chains.traits[e].sentence) <= 1).count();
    b.add(6, &[t, bucket_of_count(near)]);
    b.add(7, &[t, kind_number(chains, m), traits.article as u32]);
    let head = &chains.syntax.words[traits.anchor];
    b.add(8, &[t, crate::model::hash(chains.document.lower(head.head))]);
    b.add(9, &[t, head.relation as u32]);
    if chains.mentions[m].form == Form::Nominal {
        b.add(10, &[t, crate::model::hash(traits.last())]);
        b.add(11, &[t, traits.words.len().min(4) as u32, traits.article as u32]);
        let tail = chains.mentions[m].tokens.end - chains.mentions[m].head - 1;
        b.add(12, &[t, tail.min(3) as u32, traits.article as u32]);
        b.add(13, &[t, u32::from(traits.sentence == 0)]);
    } else {
        let next = chains.document.lower_at(chains.mentions[m].tokens.end as isize);
        b.add(14, &[t, crate::model::hash(next)]);
    }
    b.0
}

fn kind_number(chains: &Chains, m: usize) -> u32 {
    chains.chain(m).kind() as u32
}

fn features(chains: &Chains, m: usize, early: usize, kind: Type, rank: usize) -> Vec<u32> {
    let t = kind as u32;
    if early > m {
        return features_of_later(chains, m, early, t);
    }
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    let chain = chains.chain(early);
    let mut b = Buckets(Vec::with_capacity(48));
    let distance = match mine.sentence - theirs.sentence {
        d @ 0..=3 => d as u32,
        4..=6 => 4,
        7..=15 => 5,
        _ => 6,
    };
    let near = distance.min(2);
    let form = chains.mentions[early].form as u32;
    let chain_kind = chain.kind();
    let has_name = u32::from(chain.mentions.iter().take(12).any(|&x| chains.mentions[x].form == Form::Name));
    let rank = rank.min(5) as u32;
    let size = bucket_of_count(chain.mentions.iter().take(12).filter(|&&x| x < m).count());
    let same_paragraph = u32::from(mine.paragraph == theirs.paragraph);
    let function = theirs.function as u32;
    b.add(20, &[t]);
    b.add(21, &[t, chain_kind as u32, has_name]);
    b.add(22, &[t, gender_number(chain.gender())]);
    if chain.gender() == Gender::Unknown {
        let given = match chain.given_masculine.cmp(&chain.given_feminine) {
            std::cmp::Ordering::Greater => 1,
            std::cmp::Ordering::Less => 2,
            std::cmp::Ordering::Equal => 0,
        };
        b.add(51, &[t, given]);
    }
    b.add(23, &[t, number_of(chain.number())]);
    b.add(24, &[t, distance]);
    b.add(25, &[t, rank, near]);
    b.add(26, &[t, form, near]);
    b.add(27, &[t, function, mine.function as u32, near]);
    b.add(28, &[t, function, near]);
    b.add(29, &[t, size, near]);
    b.add(30, &[t, same_paragraph, near]);
    b.add(31, &[t, rank, function]);
    let quotes = match (mine.quote, theirs.quote) {
        (None, None) => 0,
        (None, Some(_)) => 1,
        (Some(_), None) => 2,
        (Some(a), Some(b)) => 3 + u32::from(a == b),
    };
    b.add(32, &[t, quotes, near]);
    let speaks = mine.quote.and_then(|q| chains.speaker_of_quote(q)).is_some_and(|s| chains.joined(s, early));
    b.add(33, &[t, u32::from(speaks)]);
    let is_source = |x: usize| chains.is_source(x);
    b.add(34, &[t, u32::from(is_source(m)), u32::from(is_source(early)), near]);
    let early_root = u32::from(chains.syntax.words[theirs.clause].relation == Relation::Root);
    b.add(35, &[t, early_root, function, near]);
    let is_first = u32::from(chain.mentions.first().is_some_and(|&x| chains.traits[x].sentence <= 1));
    b.add(36, &[t, is_first, near]);
    b.add(37, &[t, is_first, size]);
    if distance == 0 {
        b.add(38, &[t, clause_relation(chains, m, early), function, mine.function as u32]);
        b.add(39, &[t, clause_relation(chains, m, early)]);
        b.add(48, &[t, path(chains, m, early)]);
        let words_between = chains.mentions[m].tokens.start.saturating_sub(chains.mentions[early].tokens.end);
        b.add(40, &[t, bucket_of_count(words_between)]);
    } else {
        // The subject of the sentence before goes on as the subject of this one.
        let parallel = u32::from(mine.function == theirs.function);
        b.add(41, &[t, parallel, near, early_root, u32::from(opens_sentence(chains, m))]);
        b.add(42, &[t, u32::from(opens_sentence(chains, m)), function, near]);
    }
    let last_of_type = chain
        .mentions
        .iter()
        .rev()
        .filter(|&&x| x < m)
        .take(1)
        .any(|&x| chains.mentions[x].form == Form::Pronoun && type_of(chains, x) == kind);
    b.add(43, &[t, u32::from(last_of_type), near, rank.min(2)]);
    let same_verb = u32::from(
        chains.document.lower(chains.syntax.words[mine.anchor].head)
            == chains.document.lower(chains.syntax.words[theirs.anchor].head),
    );
    b.add(44, &[t, same_verb, u32::from(mine.function == theirs.function)]);
    let bare = u32::from(chain.mentions.iter().take(12).all(|&x| chains.mentions[x].form == Form::Pronoun));
    b.add(49, &[t, bare, near]);
    let verb = chains.document.lower(chains.syntax.words[theirs.anchor].head);
    b.add(50, &[t, crate::model::hash(verb), function, near.min(1)]);
    if chains.mentions[early].form != Form::Pronoun {
        b.add(45, &[t, theirs.article as u32, chain_kind as u32]);
    }
    if chains.mentions[early].form == Form::Nominal {
        b.add(46, &[t, crate::model::hash(theirs.last())]);
    }
    if chains.mentions[m].form == Form::Nominal {
        description_features(chains, m, early, t, near, &mut b);
    }
    b.0
}

fn features_of_later(chains: &Chains, m: usize, late: usize, t: u32) -> Vec<u32> {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[late]);
    let mut b = Buckets(Vec::with_capacity(10));
    let same = u32::from(mine.sentence == theirs.sentence);
    let between = (m + 1..late).filter(|&x| chains.mentions[x].form == Form::Name).count().min(3) as u32;
    b.add(80, &[t, same]);
    b.add(81, &[t, same, theirs.function as u32, mine.function as u32]);
    b.add(82, &[t, same, between]);
    b.add(83, &[t, same, u32::from(chains.syntax.words[theirs.clause].relation == Relation::Root)]);
    b.add(84, &[t, same, u32::from(mine.sentence == 0)]);
    if same == 1 {
        b.add(85, &[t, clause_relation(chains, m, late), theirs.function as u32]);
        b.add(86, &[t, path(chains, m, late)]);
    }
    b.0
}

/// The relations from one mention up to the common word and down to the other.
fn path(chains: &Chains, m: usize, other: usize) -> u32 {
    let up = |mut at: usize| {
        let mut steps = vec![at];
        while chains.syntax.words[at].head != at && steps.len() < 12 {
            at = chains.syntax.words[at].head;
            steps.push(at);
        }
        steps
    };
    let (a, b) = (up(chains.traits[m].anchor), up(chains.traits[other].anchor));
    let Some((i, j)) = a.iter().enumerate().find_map(|(i, x)| Some((i, b.iter().position(|y| y == x)?))) else {
        return 0;
    };
    let relations = |steps: &[usize]| {
        steps.iter().fold(7u32, |h, &w| (h ^ chains.syntax.words[w].relation as u32).wrapping_mul(0x0100_0193))
    };
    if i + j > 6 { 1 } else { relations(&a[..i]).wrapping_mul(31) ^ relations(&b[..j]) }
}

fn number_of(n: Number) -> u32 {
    match n {
        Number::One => 0,
        Number::Many => 1,
        Number::Either => 2,
    }
}

fn opens_sentence(chains: &Chains, m: usize) -> bool {
    let first = chains.document.sentences[chains.traits[m].sentence].tokens.start;
    chains.mentions[m].tokens.start <= first + 1
}

/// How the clauses of two mentions of one sentence lie to each other.
fn clause_relation(chains: &Chains, m: usize, early: usize) -> u32 {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    let syntax = chains.syntax;
    let possessor = mine.function == Function::Possessor;
    if mine.clause == theirs.clause {
        // Two arguments of one verb are two; a possessor may be the other one.
        let direct = syntax.words[mine.anchor].head == syntax.words[theirs.anchor].head;
        return if direct {
            1
        } else if possessor {
            2
        } else {
            3
        };
    }
    if syntax.is_under(mine.clause, theirs.clause) {
        return 10 + syntax.words[mine.clause].relation as u32;
    }
    if syntax.is_under(theirs.clause, mine.clause) {
        return 60 + syntax.words[theirs.clause].relation as u32;
    }
    4
}

fn description_features(chains: &Chains, m: usize, early: usize, t: u32, near: u32, b: &mut Buckets) {
    let (mine, chain) = (&chains.traits[m], chains.chain(early));
    let noun = mine.last();
    let article = mine.article as u32;
    let before = || chain.mentions.iter().take(16).copied().filter(|&x| x < m);
    let same_noun = before().any(|x| chains.mentions[x].form == Form::Nominal && chains.traits[x].last() == noun);
    let in_name =
        before().any(|x| chains.mentions[x].form == Form::Name && chains.traits[x].words.iter().any(|w| w == noun));
    let role = chain.role_words.iter().any(|w| w == noun);
    let modifiers = &mine.words[..mine.words.len().saturating_sub(1)];
    let known = |w: &String| before().any(|x| chains.traits[x].words.contains(w)) || chain.role_words.contains(w);
    let new_modifiers = modifiers.iter().filter(|w| !known(w)).count().min(2) as u32;
    let what = u32::from(same_noun) | u32::from(in_name) << 1 | u32::from(role) << 2;
    let chain_kind = chain.kind() as u32;
    b.add(60, &[t, what, article]);
    b.add(61, &[t, what, new_modifiers]);
    b.add(62, &[t, what, near]);
    b.add(63, &[t, what, new_modifiers, article, u32::from(modifiers.is_empty())]);
    b.add(64, &[t, crate::model::hash(noun), chain_kind, u32::from(same_noun || in_name || role)]);
    b.add(65, &[t, crate::model::hash(noun), crate::model::hash(chain_noun(chains, early))]);
    let listed = lists().role_nouns.get(noun).and_then(|row| row.split('\t').next()).unwrap_or("");
    b.add(66, &[t, crate::model::hash(listed), chain_kind, article]);
    b.add(67, &[t, chains.mentions[early].form as u32, article, what]);
    let tail = u32::from(chains.mentions[m].tokens.end > chains.mentions[m].head + 1);
    b.add(68, &[t, tail, what]);
}

/// The noun or last word of the nearest mention.
fn chain_noun<'c>(chains: &'c Chains, early: usize) -> &'c str {
    chains.traits[early].last()
}

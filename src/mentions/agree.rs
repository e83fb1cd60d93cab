//! One name, one kind: what a text shows of a name in one place decides where else it stands.
//!
//! The tagger says of each place how well each kind fits. Copies of a name, a surname and the full name, letters and
//! what they stand for are taken together, and the kind that fits them all best is given to each of them.

use super::Kind;
use super::atom::{Atoms, mix};
use super::gazetteer::list;
use super::labels::{KINDS, LABELS, OUTSIDE, Part, label};
use super::tagger::{ROW, Scratch, Tagger, UNIT};
use crate::document::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Fits of each kind, the last: no name.
pub(super) type Fits = [i32; KINDS.len() + 1];

/// The index in [`Fits`] of "no name".
const NONE: usize = KINDS.len();

/// A name in one place; `kind` is an index in [`Fits`].
pub(super) struct Name {
    pub tokens: Range<usize>,
    pub kind: usize,
    fits: Fits,
}

/// The most that one place counts against a kind, and the maximum score deficit of a kind at a place that it is given to.
const MOST: i32 = 5 * UNIT;
const WORST: i32 = 2 * UNIT;

/// Gives the names that belong together one kind; finds copies that were missed. `names` is in text order.
pub(super) fn agree(view: &View, names: Vec<(Range<usize>, usize)>) -> Vec<Name> {
    let mut scratch = Scratch::default();
    let mut names: Vec<Name> =
        names.into_iter().map(|(tokens, kind)| Name { fits: view.fits(&tokens, &mut scratch), tokens, kind }).collect();
    add_missed(view, &mut names, &mut scratch);
    for name in names.iter_mut().filter(|n| is_outlet(view, n) || is_seat(view, n)) {
        name.fits[ORGANIZATION] += SURE;
    }
    for name in &mut names {
        if let Some(kind) = super::context::kind(view.document, &name.tokens) {
            name.fits[index_of(kind)] += SURE;
        }
    }
    let groups = Groups::of(view, &names);
    let mut clubs = Vec::new();
    for members in groups.members() {
        vote(&mut names, &members);
        // "Portrannoch 3-2 Ardvale City" says it of every place where they stand.
        let sure = |&m: &usize| super::context::sure_kind(view.document, &names[m].tokens, KINDS[names[m].kind]);
        if let Some(kind) = members.iter().filter(|&&m| names[m].kind != NONE).find_map(sure) {
            members.iter().for_each(|&m| names[m].kind = index_of(kind));
            clubs.extend(members.first().filter(|_| kind == Kind::Organization).map(|&m| names[m].tokens.start));
        }
    }
    let firsts: BTreeSet<u32> = clubs.into_iter().map(|first| view.key(first..first + 1)).collect();
    // "Ardvale" is the club as well.
    for name in names.iter_mut().filter(|n| n.kind == PERSON && n.tokens.len() == 1) {
        name.kind = if firsts.contains(&view.key(name.tokens.clone())) { ORGANIZATION } else { name.kind };
    }
    names.retain(|n| n.kind != NONE);
    names
}

/// What the rules look at.
pub(super) struct View<'a> {
    pub document: &'a Document<'a>,
    pub atoms: &'a Atoms,
    pub tagger: &'a Tagger<'a>,
    /// What each label scores at the tokens of the names that the tagger found.
    pub known: Known,
}

/// What each label scores at tokens that are looked at again, in text order.
#[derive(Default)]
pub(super) struct Known {
    tokens: Vec<usize>,
    scores: Vec<[i32; LABELS]>,
}

impl Known {
    /// Adds the tokens of a name, which stand after all that are known.
    pub fn push(&mut self, tokens: Range<usize>, scores: &[[i32; ROW]]) {
        self.tokens.extend(tokens);
        self.scores.extend(scores.iter().map(labels_of));
    }

    fn get(&self, token: usize) -> Option<&[i32; LABELS]> {
        self.tokens.binary_search(&token).ok().map(|at| &self.scores[at])
    }
}

fn labels_of(row: &[i32; ROW]) -> [i32; LABELS] {
    std::array::from_fn(|label| row[label])
}

impl View<'_> {
    /// How well each kind fits some tokens of one sentence, between words that are no names.
    fn fits(&self, tokens: &Range<usize>, scratch: &mut Scratch) -> Fits {
        let sentence = &self.document.sentences[self.document.sentence_of(tokens.start)].tokens;
        let (mut fits, mut before) = ([0; KINDS.len() + 1], [OUTSIDE; KINDS.len() + 1]);
        for at in tokens.clone() {
            let scores = match self.known.get(at) {
                Some(scores) => scores,
                None => &labels_of(&self.tagger.scores_at(self.atoms, sentence.clone(), at, &mut scratch.features)),
            };
            for kind in 0..fits.len() {
                let label = label_at(kind, tokens, at);
                fits[kind] += self.tagger.follow(before[kind], label) + scores[label];
                before[kind] = label;
            }
        }
        for (fit, &last) in fits.iter_mut().zip(&before) {
            *fit += self.tagger.follow(last, OUTSIDE);
        }
        fits
    }

    /// The words in lower case as one number.
    pub fn key(&self, tokens: Range<usize>) -> u32 {
        tokens.fold(0, |h, i| mix(h, self.atoms[i].word))
    }
}

fn label_at(kind: usize, tokens: &Range<usize>, at: usize) -> usize {
    match (at == tokens.start, at + 1 == tokens.end) {
        _ if kind == NONE => OUTSIDE,
        (true, true) => label(kind, Part::Alone),
        (true, false) => label(kind, Part::Begin),
        (false, true) => label(kind, Part::Last),
        (false, false) => label(kind, Part::Inside),
    }
}

/// The longest name that is looked for again, in tokens.
pub(super) const LONGEST: usize = 7;

/// Copies of found names in which the tagger saw no name.
fn add_missed(view: &View, names: &mut Vec<Name>, scratch: &mut Scratch) {
    let known: std::collections::BTreeSet<u32> = names.iter().map(|n| view.key(n.tokens.clone())).collect();
    let mut missed = Vec::new();
    let mut next = 0;
    for sentence in &view.document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while names.get(next).is_some_and(|n| n.tokens.end <= at) {
                next += 1;
            }
            let free = names.get(next).map_or(sentence.tokens.end, |n| n.tokens.start.min(sentence.tokens.end));
            let end = (at + 1..=free.min(at + LONGEST)).rev().find(|&end| known.contains(&view.key(at..end)));
            match end.filter(|_| view.document.is_capitalized(at)) {
                Some(end) => {
                    missed.push(Name { fits: view.fits(&(at..end), scratch), tokens: at..end, kind: NONE });
                    at = end;
                }
                None => at = if free <= at { names[next].tokens.end } else { at + 1 },
            }
        }
    }
    names.extend(missed);
    names.sort_by_key(|n| n.tokens.start);
}

/// "RIA Novosti", "Kyodo": the whole name is a news agency's or a paper's, and no place's.
fn is_outlet(view: &View, name: &Name) -> bool {
    let lists = view.atoms.lists_of(&name.tokens);
    let is_word = name.tokens.len() == 1 && view.atoms[name.tokens.start].written & 1 == 1;
    lists >> list::OUTLET & 1 == 1 && lists & PLACES == 0 && !is_word
}

/// "White House", "Kremlin": named by its building, it acts.
fn is_seat(view: &View, name: &Name) -> bool {
    const BOTH: u32 = 1 << list::ORGANIZATION | 1 << list::FACILITY;
    view.atoms.lists_of(&name.tokens) & BOTH == BOTH
}

/// Indices in [`KINDS`], and what a list counts that knows the name.
pub(super) const PERSON: usize = 0;
pub(super) const ORGANIZATION: usize = 1;
pub(super) const PLACE: usize = 2;
pub(super) const FACILITY: usize = 3;
pub(super) const GROUP: usize = 4;
pub(super) const OTHER: usize = 5;
const SURE: i32 = 7 * UNIT;

/// The index in [`KINDS`] of a kind; of the finer ones, that of all of them.
fn index_of(kind: Kind) -> usize {
    KINDS.iter().position(|&k| k == kind).unwrap_or(OTHER)
}

const PLACES: u32 = 1 << list::COUNTRY | 1 << list::CAPITAL | 1 << list::CITY | 1 << list::PLACE;

/// Which names belong together: a forest over their numbers.
struct Groups(Vec<usize>);

impl Groups {
    fn of(view: &View, names: &[Name]) -> Groups {
        let mut groups = Groups((0..names.len()).collect());
        groups.link_copies(view, names);
        groups.link_surnames(view, names);
        groups.link_first_names(view, names);
        groups.link_acronyms(view, names);
        groups
    }

    fn link_copies(&mut self, view: &View, names: &[Name]) {
        let first = first_of_each(names, |name| Some(view.key(name.tokens.clone())));
        for (n, name) in names.iter().enumerate() {
            self.link(first[&view.key(name.tokens.clone())], n);
        }
    }

    /// "Kishida" is of the kind of "Fumio Kishida": a lone word and the names of two to four words that end with it,
    /// if one of them is a person.
    fn link_surnames(&mut self, view: &View, names: &[Name]) {
        let lone = first_of_each(names, |name| (name.tokens.len() == 1).then(|| view.key(name.tokens.clone())));
        for (n, name) in names.iter().enumerate() {
            let words = name.tokens.clone();
            if !(2..=4).contains(&words.len()) || !words.clone().all(|i| view.document.is_capitalized(i)) {
                continue;
            }
            if let Some(&short) = lone.get(&view.key(words.end - 1..words.end))
                && (names[short].kind == PERSON || name.kind == PERSON)
            {
                self.link(short, n);
            }
        }
    }

    /// "Aracelys" is a person like "Aracelys Sánchez": a lone word that is no known place, and persons' names that begin
    /// with it.
    fn link_first_names(&mut self, view: &View, names: &[Name]) {
        let unknown = |name: &Name| name.tokens.len() == 1 && view.atoms.lists_of(&name.tokens) & PLACES == 0;
        let lone = first_of_each(names, |name| unknown(name).then(|| view.key(name.tokens.clone())));
        for (n, name) in names.iter().enumerate() {
            let is_full = name.kind == PERSON && (2..=4).contains(&name.tokens.len());
            let first = view.key(name.tokens.start..name.tokens.start + 1);
            if let Some(&short) = lone.get(&first).filter(|_| is_full) {
                self.link(short, n);
            }
        }
    }

    /// "World Health Organization" and "WHO".
    fn link_acronyms(&mut self, view: &View, names: &[Name]) {
        let letters = first_of_each(names, |name| acronym(view, name));
        for (n, name) in names.iter().enumerate().filter(|(_, n)| n.tokens.len() > 2 && n.kind != PERSON) {
            let found = [false, true].iter().find_map(|&all| letters.get(&initials(view, name, all)));
            if let Some(&short) = found {
                self.link(short, n);
            }
        }
    }

    fn root(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    fn link(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// The groups, each in text order.
    fn members(mut self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for n in 0..self.0.len() {
            let root = self.root(n);
            groups.entry(root).or_default().push(n);
        }
        groups.into_values().collect()
    }
}

/// The first name of each key.
fn first_of_each<K: Ord>(names: &[Name], key: impl Fn(&Name) -> Option<K>) -> BTreeMap<K, usize> {
    let mut first = BTreeMap::new();
    for (n, name) in names.iter().enumerate() {
        if let Some(key) = key(name) {
            first.entry(key).or_insert(n);
        }
    }
    first
}

/// "WHO", "U.N.": the letters of a name that is only letters.
fn acronym(view: &View, name: &Name) -> Option<String> {
    let word = view.document.word(name.tokens.start);
    let is_letters = word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    (name.tokens.len() == 1 && is_letters).then(|| word.replace('.', ""))
}

/// The first letters of the words, or of those with a capital.
fn initials(view: &View, name: &Name, all: bool) -> String {
    let words = name.tokens.clone().filter(|&i| all || view.document.is_capitalized(i));
    words
        .filter_map(|i| view.document.word(i).chars().next())
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The kind that fits all best, to each that it fits at all.
fn vote(names: &mut [Name], members: &[usize]) {
    let mut sums = [0i64; KINDS.len() + 1];
    for name in members.iter().map(|&m| &names[m]) {
        let best = name.fits.iter().copied().max().unwrap_or(0);
        for (sum, fit) in sums.iter_mut().zip(&name.fits) {
            *sum += i64::from((fit - best).max(-MOST));
        }
    }
    // What the tagger saw everywhere is a name.
    let doubted = members.iter().any(|&m| names[m].kind == NONE);
    let winner = (0..NONE + usize::from(doubted)).fold(0, |best, k| if sums[k] > sums[best] { k } else { best });
    for &m in members {
        let fits = &names[m].fits;
        if fits[winner] + WORST >= fits[names[m].kind] {
            names[m].kind = winner;
        }
    }
}

//! A token and what stands around it, as hashes: the features whose weights are learned.

use super::atom::{Atoms, Seen, bits, mix};
use std::ops::Range;

/// Puts the hash of each feature of token `at` of a sentence into `out`.
pub fn extract(atoms: &Atoms, sentence: Range<usize>, at: usize, out: &mut Vec<u32>) {
    out.clear();
    let near = Near::of(atoms, sentence.clone(), at);
    let mut hashes = Hashes { out, template: 0 };
    words(&near, &mut hashes);
    letters(&near, &mut hashes);
    shapes(&near, &mut hashes);
    classes(&near, &mut hashes);
    parts_of_speech(&near, &mut hashes);
    lists(&near, &mut hashes);
    profiles(&near, &mut hashes);
    if near.word.is_capitalized || near.word.run[1] > 0 {
        let row = Row::of(atoms, sentence, at);
        words_of_row(&row, &mut hashes);
        around_row(&row, near.word, &mut hashes);
        governor(&row, atoms, near.word, &mut hashes);
    }
    elsewhere(atoms, near.word, &mut hashes);
}

/// The features of one token so far; each template has a number, so that the same value in another template is another feature.
struct Hashes<'o> {
    out: &'o mut Vec<u32>,
    template: u32,
}

impl Hashes<'_> {
    /// Begins a group of templates.
    fn group(&mut self, number: u32) {
        self.template = number << 8;
    }

    fn add(&mut self, value: u32) {
        self.template += 1;
        self.out.push(mix(value, self.template.wrapping_mul(0x9E37_79B1)));
    }
}

/// A token with two on each side.
struct Near<'a> {
    word: Seen<'a>,
    before: Seen<'a>,
    before2: Seen<'a>,
    after: Seen<'a>,
    after2: Seen<'a>,
    /// Whether it begins a sentence, and how that is written.
    edge: u32,
}

impl<'a> Near<'a> {
    fn of(atoms: &'a Atoms, sentence: Range<usize>, at: usize) -> Near<'a> {
        let get = |offset: isize| {
            at.checked_add_signed(offset).filter(|i| sentence.contains(i)).map_or(Seen::NOTHING, |i| atoms.seen(i))
        };
        let word = atoms.seen(at);
        let edge = u32::from(word.begins) | u32::from(word.titled) << 1;
        Near { word, before: get(-1), before2: get(-2), after: get(1), after2: get(2), edge }
    }

    /// The token, the one before it, the one after it.
    fn three(&self) -> [Seen<'a>; 3] {
        [self.word, self.before, self.after]
    }
}

fn class(atom: Seen, grain: usize) -> u32 {
    u32::from(atom.letters.classes[grain])
}

fn tag(atom: Seen) -> u32 {
    u32::from(atom.pos) | u32::from(atom.form) << 8
}

/// All lists in which phrases stand that hold the token.
fn listed(atom: Seen) -> u32 {
    mix(mix(atom.lists[0], atom.lists[1]), mix(atom.lists[2], atom.lists[3]))
}

fn profile(atom: Seen) -> u32 {
    if !atom.is_capitalized {
        return 0;
    }
    atom.profile.iter().fold(1, |h, &level| h * 4 + u32::from(level))
}

fn words(near: &Near, hashes: &mut Hashes) {
    let Near { word: w, before: b, before2: b2, after: a, after2: a2, .. } = *near;
    hashes.group(1);
    hashes.add(7);
    for value in [w.word, w.letters.cased, b.word, a.word, b2.word, a2.word] {
        hashes.add(value);
    }
    for (one, other) in [(b, w), (w, a), (b, a), (b2, b), (a, a2)] {
        hashes.add(mix(one.word, other.word));
    }
}

fn letters(near: &Near, hashes: &mut Hashes) {
    let [w, b, a] = near.three();
    hashes.group(2);
    for n in 0..4 {
        hashes.add(w.letters.prefixes[n]);
        hashes.add(w.letters.suffixes[n]);
    }
    hashes.add(mix(b.letters.suffixes[2], w.letters.shapes[0]));
    hashes.add(mix(a.letters.suffixes[2], w.letters.shapes[0]));
    hashes.add(mix(w.letters.suffixes[2], w.letters.shapes[0]));
}

fn shapes(near: &Near, hashes: &mut Hashes) {
    let Near { word: w, before: b, before2: b2, after: a, after2: a2, edge } = *near;
    hashes.group(3);
    hashes.add(mix(w.letters.shapes[0], edge));
    hashes.add(mix(w.letters.shapes[1], edge));
    hashes.add(b.letters.shapes[0]);
    hashes.add(a.letters.shapes[0]);
    hashes.add(mix(b.letters.shapes[0], w.letters.shapes[0]));
    hashes.add(mix(w.letters.shapes[0], a.letters.shapes[0]));
    hashes.add(mix(mix(b.letters.shapes[0], w.letters.shapes[0]), a.letters.shapes[0]));
    hashes.add(mix(mix(w.letters.shapes[0], a.letters.shapes[0]), a2.letters.shapes[0]));
    hashes.add(mix(mix(w.letters.shapes[0], b.letters.shapes[0]), b2.letters.shapes[0]));
    for around in [b, a, b2, a2] {
        hashes.add(mix(w.letters.shapes[0], around.word));
    }
}

fn classes(near: &Near, hashes: &mut Hashes) {
    let Near { word: w, before: b, before2: b2, after: a, after2: a2, edge } = *near;
    hashes.group(4);
    for atom in [w, b, a, b2, a2] {
        hashes.add(class(atom, 0));
        hashes.add(class(atom, 1));
        hashes.add(mix(class(atom, 1), w.letters.shapes[0]));
    }
    hashes.add(mix(class(b, 1), class(w, 1)));
    hashes.add(mix(class(w, 1), class(a, 1)));
    hashes.add(mix(class(b, 1), class(a, 1)));
    hashes.add(mix(class(b, 2), mix(class(w, 2), class(a, 2))));
    hashes.add(mix(mix(class(b, 2), class(b2, 2)), w.letters.shapes[0]));
    hashes.add(mix(mix(class(a, 2), class(a2, 2)), w.letters.shapes[0]));
    hashes.add(mix(class(w, 2), edge));
}

fn parts_of_speech(near: &Near, hashes: &mut Hashes) {
    let Near { word: w, before: b, before2: b2, after: a, after2: a2, .. } = *near;
    hashes.group(5);
    hashes.add(tag(w));
    hashes.add(mix(tag(b), tag(w)));
    hashes.add(mix(tag(w), tag(a)));
    hashes.add(mix(mix(tag(b), tag(w)), tag(a)));
    hashes.add(mix(u32::from(w.relation), w.letters.shapes[0]));
    hashes.add(mix(mix(tag(a), tag(a2)), w.letters.shapes[0]));
    hashes.add(mix(mix(tag(b), tag(b2)), w.letters.shapes[0]));
}

fn lists(near: &Near, hashes: &mut Hashes) {
    let [w, b, a] = near.three();
    for part in 0..4 {
        for (n, atom) in (0u32..).zip(near.three()) {
            for list in bits(atom.lists[part as usize]) {
                let value = (list as u32 * 4 + part) * 4 + n;
                hashes.group(6);
                hashes.add(value);
                if n == 0 {
                    hashes.add(mix(value, w.letters.shapes[0]));
                }
            }
        }
    }
    hashes.group(7);
    hashes.add(listed(w));
    hashes.add(mix(listed(b), listed(w)));
    hashes.add(mix(listed(w), listed(a)));
    hashes.add(mix(listed(w), near.edge));
    hashes.add(mix(listed(w), w.letters.suffixes[2]));
}

fn profiles(near: &Near, hashes: &mut Hashes) {
    let [w, b, a] = near.three();
    hashes.group(8);
    hashes.add(mix(u32::from(w.written), near.edge));
    hashes.add(profile(w));
    hashes.add(profile(b));
    hashes.add(profile(a));
    hashes.add(mix(profile(b), profile(w)));
    hashes.add(mix(profile(w), profile(a)));
    hashes.add(mix(mix(profile(b), profile(w)), profile(a)));
    for other in [near.edge, b.word, a.word, w.letters.suffixes[2]] {
        hashes.add(mix(profile(w), other));
    }
    for level in w.profile {
        let shaped = mix(u32::from(level), w.letters.shapes[0]);
        hashes.add(shaped);
        hashes.add(mix(shaped, class(b, 2)));
        hashes.add(mix(shaped, class(a, 2)));
    }
}

/// The row of capitalized words in which a token stands.
struct Row<'a> {
    first: Seen<'a>,
    last: Seen<'a>,
    before: Seen<'a>,
    after: Seen<'a>,
    /// In tokens, at most 6.
    length: u32,
    /// Whether the token is the first of the row and whether the last.
    place: u32,
    /// All its words.
    words: u32,
    /// The lists in which the whole row stands.
    lists: u32,
}

impl<'a> Row<'a> {
    fn of(atoms: &'a Atoms, sentence: Range<usize>, at: usize) -> Row<'a> {
        let (first, last) = (atoms[at].run[0] as usize, atoms[at].run[1] as usize);
        let beyond = |i: Option<usize>| i.filter(|i| sentence.contains(i)).map_or(Seen::NOTHING, |i| atoms.seen(i));
        Row {
            first: atoms.seen(first),
            last: atoms.seen(last),
            before: beyond(first.checked_sub(1)),
            after: beyond(last.checked_add(1)),
            length: (last + 1 - first).min(6) as u32,
            place: u32::from(at == first) | u32::from(at == last) << 1,
            words: atoms[first..=last].iter().fold(5, |h, atom| mix(h, atom.word)),
            lists: atoms.lists_of(&(first..last + 1)),
        }
    }
}

fn words_of_row(row: &Row, hashes: &mut Hashes) {
    let (f, l, place) = (row.first, row.last, row.place);
    hashes.group(9);
    hashes.add(mix(l.word, place));
    hashes.add(mix(f.word, place));
    hashes.add(mix(mix(class(l, 1), row.length), place));
    hashes.add(mix(listed(l), place));
    hashes.add(mix(listed(f), place));
    hashes.add(mix(mix(profile(f), profile(l)), row.length << 2 | place));
    hashes.add(mix(row.lists, place));
    hashes.add(mix(l.letters.suffixes[2], place));
    hashes.add(mix(mix(class(f, 2), class(l, 2)), place));
    hashes.add(mix(row.words, place));
    hashes.add(mix(class(f, 0), place));
    hashes.add(mix(class(l, 0), place));
    hashes.add(mix(mix(l.letters.shapes[0], f.letters.shapes[0]), row.length << 2 | place));
}

fn around_row(row: &Row, word: Seen, hashes: &mut Hashes) {
    let (b, a, l, place) = (row.before, row.after, row.last, row.place);
    let edge = u32::from(word.begins) | u32::from(word.titled) << 1;
    hashes.group(10);
    hashes.add(mix(row.length, place | edge << 2));
    hashes.add(mix(b.word, place));
    hashes.add(mix(a.word, place));
    hashes.add(mix(class(b, 1), place));
    hashes.add(mix(class(a, 1), place));
    hashes.add(mix(mix(class(b, 2), class(a, 2)), row.length));
    hashes.add(mix(mix(class(l, 2), class(a, 1)), place));
    hashes.add(mix(mix(class(l, 2), class(b, 1)), place));
    hashes.add(mix(mix(b.word, a.word), place));
    hashes.add(mix(class(b, 0), place));
    hashes.add(mix(class(a, 0), place));
    hashes.add(mix(mix(listed(l), row.length), class(a, 2)));
    hashes.add(mix(mix(row.lists, class(b, 1)), place));
    hashes.add(mix(mix(row.lists, class(a, 1)), place));
}

/// What the row depends on, and what its letters stand for.
fn governor(row: &Row, atoms: &Atoms, word: Seen, hashes: &mut Hashes) {
    let governor = word.governor.checked_sub(1).map_or(Seen::NOTHING, |g| atoms.seen(g as usize));
    let related = mix(class(governor, 1), u32::from(word.governed));
    hashes.group(11);
    hashes.add(mix(governor.word, u32::from(word.governed)));
    hashes.add(mix(related, row.place));
    hashes.add(mix(related, row.before.word));
    if let Some(e) = word.expansion.checked_sub(1) {
        let e = atoms.seen(e as usize);
        hashes.add(e.word);
        hashes.add(class(e, 1));
        hashes.add(listed(e));
    }
}

/// What stands around the word where else the document has it.
fn elsewhere(atoms: &Atoms, word: Seen, hashes: &mut Hashes) {
    for j in word.elsewhere.iter().filter_map(|&other| (other as usize).checked_sub(1)) {
        let near = |offset: isize| {
            j.checked_add_signed(offset).filter(|&i| i < atoms.len()).map_or(Seen::NOTHING, |i| atoms.seen(i))
        };
        let (b, b2, a) = (near(-1), near(-2), near(1));
        hashes.group(12);
        hashes.add(b.word);
        hashes.add(a.word);
        hashes.add(mix(class(b, 1), word.letters.shapes[0]));
        hashes.add(mix(class(a, 1), word.letters.shapes[0]));
        hashes.add(listed(b));
        hashes.add(listed(a));
        hashes.add(mix(b.letters.shapes[0], a.letters.shapes[0]));
        hashes.add(mix(b2.word, b.letters.shapes[0]));
        hashes.add(mix(profile(b), profile(a)));
        hashes.add(mix(listed(atoms.seen(j)), b.letters.shapes[0]));
        row_elsewhere(atoms, j, hashes);
    }
}

/// The row of capitalized words in which the word stands there, and what is around it.
fn row_elsewhere(atoms: &Atoms, at: usize, hashes: &mut Hashes) {
    let row = Row::of(atoms, 0..atoms.len(), at);
    let governor = atoms[at].governor.checked_sub(1).map_or(Seen::NOTHING, |g| atoms.seen(g as usize));
    hashes.group(13);
    hashes.add(mix(row.length, row.place));
    hashes.add(mix(row.last.word, row.place));
    hashes.add(mix(row.first.word, row.place));
    hashes.add(mix(listed(row.last), row.place));
    hashes.add(mix(profile(row.first), row.place));
    hashes.add(mix(row.before.word, row.place));
    hashes.add(mix(row.after.word, row.place));
    hashes.add(mix(class(row.before, 1), row.place));
    hashes.add(mix(class(row.after, 1), row.place));
    hashes.add(mix(class(governor, 1), u32::from(atoms[at].governed)));
}

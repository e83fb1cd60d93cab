//! Tagged words to one tree a sentence: arc-hybrid transitions, each attachment labelled as it is made.

use super::lexicon::{Lex, NONE};
use super::tagger::{Tag, Tags};
use super::weights::{Features, Weights, mix, mix3};
use super::{Pos, Relation};

/// No token.
pub const NOBODY: u16 = u16::MAX;

/// What a parser can do in a state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Step {
    /// The next word goes onto the stack.
    Shift,
    /// The top of the stack is attached to the next word.
    Left,
    /// The top of the stack is attached to the one below it.
    Right,
}

/// All steps, in the order of their weights.
pub const STEPS: [Step; 3] = [Step::Shift, Step::Left, Step::Right];

/// What has been attached to a word so far.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Head; [`NOBODY`] if none yet.
    pub head: u16,
    /// Relation to the head.
    pub relation: u8,
    /// Outermost dependents on the left, then on the right, from the outside in.
    pub outer: [[u16; 2]; 2],
    /// Set of the relations of its dependents on the left, and on the right.
    pub relations: [u64; 2],
    /// Number of dependents on each side.
    pub count: [u8; 2],
}

const EMPTY: Node = Node { head: NOBODY, relation: 0, outer: [[NOBODY; 2]; 2], relations: [0; 2], count: [0; 2] };

/// What the parser knows of a word: its lexical features with its tag.
#[derive(Clone, Copy, Debug)]
pub struct Atom {
    /// Hash of the word.
    pub word: u32,
    /// Tag.
    pub tag: u32,
    /// Part of speech alone.
    pub pos: u32,
    /// Word classes from fine to coarse.
    pub classes: [u32; 3],
    /// Hash of the word and its tag.
    pub word_tag: u32,
    /// White space around it.
    pub spacing: u32,
}

/// Past the words.
const NO_ATOM: Atom = Atom { word: NONE.word, tag: 255, pos: 255, classes: [0; 3], word_tag: 7, spacing: 0 };

/// The atoms of a tagged sentence.
pub fn atoms(words: &[Lex], tags: &[Tag], known: &Tags, atoms: &mut Vec<Atom>) {
    atoms.clear();
    atoms.extend(words.iter().zip(tags).map(|(w, &t)| Atom {
        word: w.word,
        tag: u32::from(t),
        pos: known.all.get(t as usize).map_or(Pos::X, |t| t.0) as u32,
        classes: w.classes.map(u32::from),
        word_tag: mix(w.word, u32::from(t)),
        spacing: u32::from(w.spacing),
    }));
}

/// A state of the parser.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Words whose head is not known yet, the last on top.
    pub stack: Vec<u16>,
    /// The next word; past the last, the root of the sentence stands there.
    pub next: usize,
    /// One a word.
    pub nodes: Vec<Node>,
}

impl State {
    /// Before the first of `length` words.
    pub fn reset(&mut self, length: usize) {
        self.stack.clear();
        self.next = 0;
        self.nodes.clear();
        self.nodes.resize(length, EMPTY);
    }

    /// Whether the tree is complete.
    pub fn is_done(&self) -> bool {
        self.next == self.nodes.len() && self.stack.is_empty()
    }

    /// Whether a step can be taken.
    pub fn allows(&self, step: Step) -> bool {
        let at_end = self.next == self.nodes.len();
        match step {
            Step::Shift => !at_end,
            // Only one word is left to the root.
            Step::Left => {
                if at_end {
                    self.stack.len() == 1
                } else {
                    !self.stack.is_empty()
                }
            }
            Step::Right => self.stack.len() > 1,
        }
    }

    /// The head and the dependent that a step ties; the head of the root is [`NOBODY`].
    pub fn arc(&self, step: Step) -> (u16, u16) {
        let top = self.stack.len() - 1;
        let head = match step {
            Step::Right => self.stack[top - 1],
            _ if self.next == self.nodes.len() => NOBODY,
            _ => self.next as u16,
        };
        (head, self.stack[top])
    }

    /// Takes a step that ties nothing, or ties with a relation.
    pub fn take(&mut self, step: Step, relation: u8) {
        if step == Step::Shift {
            self.stack.push(self.next as u16);
            self.next += 1;
            return;
        }
        let (head, dependent) = self.arc(step);
        self.stack.pop();
        let node = &mut self.nodes[dependent as usize];
        (node.head, node.relation) = (head, relation);
        if let Some(above) = self.nodes.get_mut(head as usize) {
            let side = usize::from(dependent > head);
            above.outer[side] = [dependent, above.outer[side][0]];
            above.relations[side] |= 1 << relation;
            above.count[side] = above.count[side].saturating_add(1);
        }
    }
}

/// One sentence to be parsed.
pub struct View<'a> {
    /// Its words.
    pub atoms: &'a [Atom],
    /// How far it is parsed.
    pub state: &'a State,
}

impl View<'_> {
    #[inline(always)]
    fn atom(&self, i: u16) -> &Atom {
        self.atoms.get(i as usize).unwrap_or(&NO_ATOM)
    }

    #[inline(always)]
    fn node(&self, i: u16) -> &Node {
        self.state.nodes.get(i as usize).unwrap_or(&EMPTY)
    }

    #[inline(always)]
    fn relation(&self, i: u16) -> u32 {
        self.state.nodes.get(i as usize).map_or(63, |n| u32::from(n.relation))
    }

    /// Features by which the next step is chosen.
    pub fn step_features(&self, f: &mut Features) {
        let stack = &self.state.stack;
        let from_top = |n: usize| stack.len().checked_sub(n + 1).map_or(NOBODY, |i| stack[i]);
        let ahead = |n: usize| (self.state.next + n).min(usize::from(NOBODY)) as u16;
        let (i0, i1, j0) = (from_top(0), from_top(1), ahead(0));
        let (s0, s1, s2) = (self.atom(i0), self.atom(i1), self.atom(from_top(2)));
        let (b0, b1, b2) = (self.atom(j0), self.atom(ahead(1)), self.atom(ahead(2)));
        let (n0, n1, m0) = (self.node(i0), self.node(i1), self.node(j0));
        let (s0l, s0r, s1l, s1r, b0l) =
            (n0.outer[0][0], n0.outer[1][0], n1.outer[0][0], n1.outer[1][0], m0.outer[0][0]);
        let (s0r2, b0l2, s1r2) = (n0.outer[1][1], m0.outer[0][1], n1.outer[1][1]);
        let set = |set: u64| (set as u32) ^ (set >> 32) as u32;
        let near = distance(i0, j0);
        let far = distance(i1, i0);
        let before = self.atom(if self.state.next > 0 { self.state.next as u16 - 1 } else { NOBODY });
        f.clear();
        for s in [s0, s1, b0, b1] {
            f.add(s.word_tag);
            f.add(s.word);
            f.add(s.tag);
            f.add(mix(s.classes[0], s.tag));
            f.add(mix(s.classes[1], s.pos));
        }
        f.add(s2.word_tag);
        f.add(mix(s2.tag, s1.tag));
        f.add(b2.word_tag);
        f.add(b2.tag);
        for (x, y, z) in [(s0, b0, near), (s1, s0, far)] {
            f.add(mix(x.word_tag, y.word_tag));
            f.add(mix(x.word_tag, y.tag));
            f.add(mix(x.tag, y.word_tag));
            f.add(mix(x.word_tag, y.word));
            f.add(mix(x.word, y.word));
            f.add(mix(x.word, y.tag));
            f.add(mix(x.tag, y.word));
            f.add(mix3(x.tag, y.tag, z));
            f.add(mix(x.tag, y.tag));
            f.add(mix3(x.pos, y.pos, z));
            f.add(mix3(x.classes[0], y.classes[0], z));
            f.add(mix3(x.classes[1], y.classes[1], x.pos << 8 | y.pos));
            f.add(mix3(x.classes[2], y.classes[2], x.tag << 8 | y.tag));
            f.add(mix(x.classes[0], y.word_tag));
            f.add(mix(x.word_tag, y.classes[0]));
            f.add(mix3(x.classes[1], y.tag, x.pos));
            f.add(mix3(x.tag, y.classes[1], y.pos));
        }
        f.add(mix3(s1.tag, s0.tag, b0.tag));
        f.add(mix3(s0.tag, b0.tag, b1.tag));
        f.add(mix3(s0.word, b0.tag, b1.tag));
        f.add(mix3(s0.tag, b0.word, b1.tag));
        f.add(mix3(s0.tag, b0.tag, b1.word));
        f.add(mix3(b0.tag, b1.tag, b2.tag));
        f.add(mix3(mix(s0.pos, b0.pos), b1.pos, b2.pos));
        f.add(mix3(s2.tag, s1.tag, s0.tag));
        f.add(mix3(mix(s2.pos, s1.pos), s0.pos, b0.pos));
        f.add(mix3(s1.word, s0.word, b0.word));
        f.add(mix3(s1.word, s0.tag, b0.word));
        f.add(mix3(s1.tag, s0.word, b0.tag));
        f.add(mix3(s1.word, s0.tag, b0.tag));
        f.add(mix3(s1.tag, s0.tag, b0.word));
        f.add(mix3(mix(s1.classes[1], s1.pos), mix(s0.classes[1], s0.pos), mix(b0.classes[1], b0.pos)));
        f.add(mix3(mix(s1.pos, s0.pos), b0.pos, near * 8 + far));
        for (x, y, z) in
            [(s0l, s0, b0), (s0r, s0, b0), (b0l, s0, b0), (s1l, s1, s0), (s1r, s1, s0), (s0l, s1, s0), (s0r, s1, s0)]
        {
            let (a, relation) = (self.atom(x), self.relation(x));
            f.add(mix3(mix(a.tag, relation), y.tag, z.tag));
            f.add(mix3(a.word_tag, y.pos, z.pos));
            f.add(mix3(relation, y.word, z.pos));
        }
        f.add(mix3(self.relation(s0r), self.relation(s0r2), s0.tag));
        f.add(mix3(self.relation(b0l), self.relation(b0l2), b0.tag));
        f.add(mix3(self.relation(s1r), self.relation(s1r2), s1.tag));
        f.add(mix3(set(n0.relations[0]), set(n0.relations[1]), s0.tag));
        f.add(mix3(set(n0.relations[0]), set(n0.relations[1]), mix(s0.pos, b0.pos)));
        f.add(mix3(set(n0.relations[1]), s0.word_tag, b0.pos));
        f.add(mix3(set(m0.relations[0]), b0.tag, s0.pos));
        f.add(mix3(set(m0.relations[0]), b0.word_tag, s0.pos));
        f.add(mix3(set(n1.relations[1]), s1.tag, s0.tag));
        f.add(mix3(set(n1.relations[0]), set(n1.relations[1]), s1.pos << 8 | s0.pos));
        f.add(mix3(set(n1.relations[1]), s1.word_tag, s0.pos));
        f.add(mix3(mix(s1.pos, s0.pos), set(n1.relations[0]), set(n0.relations[0])));
        f.add(mix3(mix(s0.pos, b0.pos), set(n0.relations[0]), set(m0.relations[0])));
        f.add(mix3(u32::from(n0.count[1]) << 8 | u32::from(n0.count[0]), s0.tag, b0.pos));
        f.add(mix3(u32::from(m0.count[0]), b0.tag, s0.pos));
        f.add(mix(s0.word, near));
        f.add(mix(b0.word, near));
        f.add(mix(s0.tag, near));
        f.add(mix(b0.tag, near));
        f.add(mix(s1.tag, far));
        f.add(mix3(stack.len().min(4) as u32, s0.pos, b0.pos));
        f.add(mix3(before.word, s0.pos, b0.pos));
        f.add(mix3(b0.spacing, s0.tag, b0.tag));
        f.add(mix3(before.tag, s0.tag, b0.tag));
    }

    /// Features by which the relation of a dependent to its head is chosen.
    pub fn label_features(&self, head: u16, dependent: u16, f: &mut Features) {
        let (h, d) = (self.atom(head), self.atom(dependent));
        let (nh, nd) = (self.node(head), self.node(dependent));
        let side = usize::from(dependent > head);
        let beside = |i: u16, offset: i16| self.atom(i.checked_add_signed(offset).unwrap_or(NOBODY));
        let set = |set: u64| (set as u32) ^ (set >> 32) as u32;
        let (dl, dr) = (nd.outer[0][0], nd.outer[1][0]);
        let dl2 = nd.outer[0][1];
        let direction = if head == NOBODY { 2 } else { side as u32 };
        let far = distance(head.min(dependent), head.max(dependent));
        let last = nh.outer[side][0];
        let (al, al2, ar) = (self.atom(dl), self.atom(dl2), self.atom(dr));
        let tags = h.tag << 8 | d.tag | direction << 16;
        let poses = h.pos << 8 | d.pos | direction << 16;
        let own = set(nd.relations[0]);
        f.clear();
        f.add(mix(d.word_tag, direction));
        f.add(mix(h.word_tag, direction));
        f.add(tags);
        f.add(mix(tags, far));
        f.add(mix(d.word, h.word));
        f.add(mix(d.word_tag, h.tag));
        f.add(mix(d.tag, h.word_tag));
        f.add(mix3(d.word, h.pos, direction));
        f.add(mix3(d.pos, h.word, direction));
        f.add(mix3(d.classes[0], h.classes[0], direction));
        f.add(mix3(d.classes[1], h.classes[1], poses));
        f.add(mix3(d.classes[2], h.classes[2], tags));
        f.add(mix(d.classes[0], tags));
        f.add(mix(h.classes[0], tags));
        f.add(mix(d.classes[1], h.word_tag));
        f.add(mix(h.classes[1], d.word_tag));
        f.add(mix3(beside(dependent, -1).tag, beside(dependent, 1).tag, tags));
        f.add(mix(beside(dependent, -1).word, poses));
        f.add(mix(beside(dependent, 1).word, poses));
        f.add(mix3(beside(head, -1).tag, beside(head, 1).tag, tags));
        f.add(mix3(al.word, self.relation(dl), poses));
        f.add(mix3(al.word, h.word, direction));
        f.add(mix3(al.word, d.word, direction));
        f.add(mix3(al.word, d.classes[1], h.classes[1]));
        f.add(mix3(al.word, d.classes[0], h.pos));
        f.add(mix3(mix(al.tag, self.relation(dl)), mix(ar.tag, self.relation(dr)), poses));
        f.add(mix3(al2.word, self.relation(dl2), poses));
        f.add(mix3(ar.word, self.relation(dr), poses));
        f.add(mix(own, tags));
        f.add(mix3(own, set(nd.relations[1]), poses));
        f.add(mix(own, h.word_tag));
        f.add(mix3(own, d.word, direction));
        f.add(mix3(set(nh.relations[0]), set(nh.relations[1]), poses));
        f.add(mix3(set(nh.relations[0]), h.tag, d.tag));
        f.add(mix3(set(nh.relations[side]), h.word, d.pos));
        f.add(mix3(set(nh.relations[side]), own, poses));
        f.add(mix3(self.atom(last).word_tag, self.relation(last), poses));
        f.add(mix3(self.relation(last), tags, u32::from(nh.count[side].min(3))));
        f.add(mix3(d.spacing, poses, far));
        f.add(mix3(far, d.word, direction));
    }
}

/// Distance in steps of growing width.
#[inline(always)]
fn distance(from: u16, to: u16) -> u32 {
    if from == NOBODY || to == NOBODY {
        return 7;
    }
    match to.abs_diff(from) {
        n @ 0..=3 => u32::from(n),
        4..=5 => 4,
        6..=9 => 5,
        _ => 6,
    }
}

/// Scores of the three steps.
#[inline(always)]
pub fn step_scores(features: &Features, weights: &impl Weights) -> [i32; 3] {
    let shift = 32 - (weights.bits() - 2);
    let mut scores = [0; 3];
    for &h in &features.hashes {
        let at = ((h >> shift) as usize) << 2;
        for (i, score) in scores.iter_mut().enumerate() {
            *score += weights.get(at | i);
        }
    }
    scores
}

/// The allowed step that scores best, the first of equals.
pub fn best_step(state: &State, scores: [i32; 3]) -> Step {
    let mut best = None;
    for step in STEPS {
        if state.allows(step) && best.is_none_or(|(score, _)| scores[step as usize] > score) {
            best = Some((scores[step as usize], step));
        }
    }
    best.map_or(Step::Shift, |(_, step)| step)
}

/// Which relations there can be between two parts of speech.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// A set of relations for each pair of head and dependent and each direction.
    sets: Vec<u64>,
}

const KINDS: usize = Pos::ALL.len();

impl Relations {
    /// From the section "relations" (8 bytes a set); without it, any relation anywhere.
    pub fn read(bytes: &[u8]) -> Relations {
        let sets = bytes.chunks_exact(8).map(|set| u64::from_le_bytes(set.try_into().expect("a chunk has 8 bytes")));
        Relations { sets: sets.collect() }
    }

    /// Where the set of a pair lies.
    pub fn place(head: u32, dependent: u32, is_after: bool) -> usize {
        (head as usize * KINDS + dependent as usize) * 2 + usize::from(is_after)
    }

    /// How many sets there are.
    pub const COUNT: usize = KINDS * KINDS * 2;

    /// The relations that a pair can have.
    pub fn of(&self, atoms: &[Atom], head: u16, dependent: u16) -> u64 {
        if head == NOBODY {
            return 1 << Relation::Root as u8;
        }
        let at = Relations::place(atoms[head as usize].pos, atoms[dependent as usize].pos, dependent > head);
        let set = self.sets.get(at).copied().unwrap_or(0);
        let any = ((1 << Relation::ALL.len()) - 1) & !(1 << Relation::Root as u8);
        if set == 0 { any } else { set }
    }
}

/// The relation of a set that scores best, the first of equals.
pub fn best_relation(mut set: u64, features: &Features, weights: &impl Weights) -> u8 {
    let (mut best, mut best_score) = (0, i32::MIN);
    while set != 0 {
        let relation = set.trailing_zeros();
        set &= set - 1;
        let score = super::tagger::score(features, relation, weights);
        if score > best_score {
            (best, best_score) = (relation as u8, score);
        }
    }
    best
}

/// Parses a sentence greedily; `state` holds the tree afterwards.
pub fn parse(
    atoms: &[Atom],
    steps: &impl Weights,
    labels: &impl Weights,
    relations: &Relations,
    features: &mut Features,
    state: &mut State,
) {
    state.reset(atoms.len());
    while !state.is_done() {
        View { atoms, state }.step_features(features);
        let step = best_step(state, step_scores(features, steps));
        let mut relation = 0;
        if step != Step::Shift {
            let (head, dependent) = state.arc(step);
            let set = relations.of(atoms, head, dependent);
            relation = if set.is_power_of_two() {
                set.trailing_zeros() as u8
            } else {
                View { atoms, state }.label_features(head, dependent, features);
                best_relation(set, features, labels)
            };
        }
        state.take(step, relation);
    }
}

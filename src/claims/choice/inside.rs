//! What a run of words shows that may be the content, by its start and by what it holds.

use super::Decision;
use super::look::{Look, NONE, count};
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::tags::Pos;

/// What is asked, in order.
pub const NAMES: [&str; 24] = [
    "class before content",
    "pos before content",
    "class at start",
    "pos at start",
    "form at start",
    "relation at start",
    "class after start",
    "pos after start",
    "starts with quotation",
    "from end of clause",
    "from end of verb",
    "relation of main word",
    "main word hangs on",
    "pos of main word",
    "parts of tree",
    "tokens up to finite verb",
    "finite verbs",
    "words",
    "open brackets",
    "commas",
    "semicolons",
    "quotations",
    "reporting verbs inside",
    "starts sentence",
];

pub fn features(decision: &Decision, run: Tokens) -> [i16; NAMES.len()] {
    let (scene, cue, range) = (decision.verb.scene, &decision.verb.cue, decision.verb.range);
    let look = Look { scene, range };
    let roots: Vec<usize> = run.iter().filter(|&i| scene.is_word(i) && !is_under(scene, i, run)).collect();
    let main = roots.iter().copied().find(|&i| is_verb(scene, i)).or(roots.first().copied());
    let finite = run.iter().position(|i| scene.is_finite(i));
    let marks = |mark: &str| run.iter().filter(|&i| scene.lower(i) == mark).count();
    let (start, flag) = (run.start, i16::from);
    [
        look.class(look.before(start)),
        look.pos(look.before(start)),
        look.class(start),
        look.pos(start),
        look.form(start),
        look.relation(start),
        look.class(start + 1),
        look.pos(start + 1),
        flag(scene.quote_opened(start).is_some()),
        (start as i64 - cue.clause.end as i64).clamp(-30, 30) as i16,
        count(start.saturating_sub(cue.tokens.end), 30),
        main.map_or(NONE, |i| scene.relation(i) as i16),
        main.map_or(NONE, |i| hangs_on(scene, i, run, cue.verb)),
        main.map_or(NONE, |i| scene.pos(i) as i16),
        count(roots.len(), 20),
        finite.map_or(NONE, |at| count(at, 30)),
        count(run.iter().filter(|&i| scene.is_finite(i)).count(), 6),
        count(scene.count_words(run), 60),
        (marks("(") + marks("[")) as i16 - (marks(")") + marks("]")) as i16,
        count(marks(","), 10),
        count(marks(";"), 5),
        flag(run.iter().any(|i| scene.quote_opened(i).is_some())),
        count(decision.others.iter().filter(|o| run.contains(o.cue)).count(), 5),
        flag(start <= range.start),
    ]
}

/// Whether the head of a token lies in the same run.
fn is_under(scene: &Scene, i: usize, run: Tokens) -> bool {
    scene.head(i) != i && run.contains(scene.head(i))
}

pub fn is_verb(scene: &Scene, i: usize) -> bool {
    matches!(scene.pos(i), Pos::Verb | Pos::Aux)
}

/// Where the head of a token lies: 0 it is a root, 1 in the run, 2 the reporting verb, 3 before the run, 4 after it.
pub fn hangs_on(scene: &Scene, i: usize, run: Tokens, verb: usize) -> i16 {
    match scene.head(i) {
        head if head == i => 0,
        head if run.contains(head) => 1,
        head if head == verb => 2,
        head if head < run.start => 3,
        _ => 4,
    }
}

//! What follows the end of a run of words that may be the content, and how it hangs together with what stands before.

use super::Decision;
use super::inside::{hangs_on, is_verb};
use super::look::{Look, NONE, OUTSIDE, count};
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::tags::Pos;

/// What is asked, in order.
pub const NAMES: [&str; 26] = [
    "ends sentence",
    "tokens left",
    "class after end",
    "pos after end",
    "class of next word",
    "pos of next word",
    "form of next word",
    "relation of next word",
    "class of second word",
    "pos of second word",
    "form of second word",
    "ends with quotation",
    "pos at end",
    "class at end",
    "relation of next verb",
    "next verb hangs on",
    "relation of next phrase",
    "next phrase hangs on",
    "pos of next phrase",
    "arcs across end",
    "tokens up to next finite verb",
    "tokens up to next reporting verb",
    "another's clause follows",
    "next verb has cue's tense",
    "pos of verb after joining words",
    "quotation follows",
];

/// Steps up a tree that are taken, and tokens after the end that are looked at.
const MOST_STEPS: usize = 14;
const FARTHEST: usize = 40;

pub fn features(decision: &Decision, run: Tokens) -> [i16; NAMES.len()] {
    let (scene, range) = (decision.verb.scene, decision.verb.range);
    let look = Look { scene, range };
    let end = run.end;
    let next = past_marks(scene, end, range);
    let before = end - 1;
    let last = if scene.is_word(before) { before } else { look.before(before) };
    let mut features = [OUTSIDE; NAMES.len()];
    features[..14].copy_from_slice(&[
        i16::from(next >= range.end),
        count(range.end.saturating_sub(end), 40),
        look.class(end),
        look.pos(end),
        look.class(next),
        look.pos(next),
        look.form(next),
        look.relation(next),
        look.class(next + 1),
        look.pos(next + 1),
        look.form(next + 1),
        i16::from(scene.quote_closed(before).is_some()),
        look.pos(before),
        look.class(last),
    ]);
    if next < range.end {
        features[14..].copy_from_slice(&following(decision, run, next));
    }
    features
}

/// Past at most two marks that open no quotation.
fn past_marks(scene: &Scene, end: usize, range: Tokens) -> usize {
    let is_passed = |&j: &usize| !scene.is_word(j) && scene.quote_opened(j).is_none();
    end + (end..range.end).take(2).take_while(is_passed).count()
}

/// Of the words from `next` on.
fn following(decision: &Decision, run: Tokens, next: usize) -> [i16; 12] {
    let (scene, range, cue) = (decision.verb.scene, decision.verb.range, decision.verb.cue.verb);
    let rest = range.with_start(next);
    let verb = climb(scene, next, |i, head| !is_verb(scene, i) && head != i);
    let phrase = climb(scene, next, |i, head| head != i && (run.end..range.end).contains(&head));
    let crosses = |&j: &usize| run.contains(scene.head(j));
    let finite = rest.iter().position(|j| scene.is_finite(j));
    let reports = decision.others.iter().find(|o| rest.contains(o.cue));
    let leads = |j: usize| matches!(scene.pos(j), Pos::Adv | Pos::Cconj | Pos::Part);
    let joined = rest.iter().find(|&j| !leads(j));
    [
        scene.relation(verb) as i16,
        hangs_on(scene, verb, run, cue),
        scene.relation(phrase) as i16,
        hangs_on(scene, phrase, run, cue),
        scene.pos(phrase) as i16,
        count((run.end..range.end).take(FARTHEST).filter(crosses).count(), 5),
        finite.map_or(NONE, |at| count(at, 30)),
        reports.map_or(NONE, |o| count(o.cue - next, 30)),
        i16::from(is_clause_ahead(decision, run.end, next)),
        i16::from(joined.is_some_and(|j| scene.same_tense(cue, j))),
        joined.map_or(OUTSIDE, |j| scene.pos(j) as i16),
        i16::from(rest.iter().any(|j| scene.quote_opened(j).is_some())),
    ]
}

/// Up the tree from `i` while `goes_on` of a token and its head.
fn climb(scene: &Scene, mut i: usize, goes_on: impl Fn(usize, usize) -> bool) -> usize {
    for _ in 0..MOST_STEPS {
        let head = scene.head(i);
        if !goes_on(i, head) {
            break;
        }
        i = head;
    }
    i
}

/// Whether a reporting clause with a subject of its own begins right there.
fn is_clause_ahead(decision: &Decision, end: usize, next: usize) -> bool {
    let begins = |start: usize| start == end || start == next || start == next + 1;
    decision.others.iter().any(|o| o.subject.is_some() && begins(o.clause.start))
}

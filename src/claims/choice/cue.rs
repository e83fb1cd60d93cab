//! What the verb and its clause show, whatever the content.

use super::Decision;
use super::look::{Look, NONE, count};
use crate::claims::speaker;

/// What is asked, in order.
pub const NAMES: [&str; 49] = [
    "how often the verb reports",
    "how often it reports so",
    "stance",
    "takes clause",
    "takes that",
    "takes quotation",
    "takes infinitive",
    "takes person told",
    "takes question",
    "form of verb",
    "pos of verb",
    "relation of verb",
    "relation of its head",
    "pos of its head",
    "negated",
    "in quotation",
    "in headline",
    "subject's side",
    "subject's pos",
    "subject's first word",
    "subject's length",
    "subject's relation",
    "subject is parser's",
    "source",
    "source's pos",
    "source can say",
    "source names speaker",
    "tokens before clause",
    "tokens after clause",
    "class before clause",
    "class before verb",
    "pos before verb",
    "class after clause",
    "pos after clause",
    "form after clause",
    "next class after clause",
    "next pos after clause",
    "class after verb",
    "pos after verb",
    "rules propose",
    "rule",
    "person told",
    "adjuncts",
    "quotation ends before clause",
    "finite verb before clause",
    "finite verb after clause",
    "class at head of sentence",
    "pos at head of sentence",
    "other reporting verbs",
];

/// In the order of [`NAMES`].
pub fn features(decision: &Decision) -> [i16; NAMES.len()] {
    let mut features = [NONE; NAMES.len()];
    let parts = [&of_verb(decision)[..], &of_subject(decision), &of_neighbours(decision), &of_decision(decision)];
    for (slot, value) in features.iter_mut().zip(parts.concat()) {
        *slot = value;
    }
    features
}

/// The reporting verb: what it takes, and its place in the tree.
fn of_verb(decision: &Decision) -> [i16; 17] {
    let (entry, cue, scene) = (&decision.verb.entry, &decision.verb.cue, decision.verb.scene);
    let (flag, i) = (i16::from, cue.verb);
    let look = Look { scene, range: decision.verb.range };
    [
        decision.shares[0],
        decision.shares[1],
        entry.stance as i16,
        flag(entry.frames.clause()),
        flag(entry.frames.that_clause()),
        flag(entry.frames.quotation()),
        flag(entry.frames.infinitive()),
        flag(entry.frames.object()),
        flag(entry.frames.question()),
        look.form(i),
        look.pos(i),
        look.relation(i),
        look.relation(scene.head(i)),
        look.pos(scene.head(i)),
        flag(cue.negated),
        flag(scene.quote_around(i).is_some()),
        flag(scene.in_headline(i)),
    ]
}

/// The subject and the source that the rules found.
fn of_subject(decision: &Decision) -> [i16; 10] {
    let (scene, cue, source) = (decision.verb.scene, &decision.verb.cue, decision.source);
    let (flag, i, subject) = (i16::from, cue.verb, cue.subject);
    let look = Look { scene, range: decision.verb.range };
    let head = subject.map(|s| speaker::head_of(scene, s));
    let of_head = |value: &dyn Fn(usize) -> i16| head.map_or(NONE, value);
    [
        subject.map_or(NONE, |s| flag(s.start > i)),
        of_head(&|h| look.pos(h)),
        subject.map_or(NONE, |s| look.class(s.start)),
        subject.map_or(0, |s| count(s.len(), 20)),
        of_head(&|h| look.relation(h)),
        of_head(&|h| flag(scene.head(h) == i)),
        flag(source.is_some()),
        source.map_or(NONE, |s| look.pos(speaker::head_of(scene, s))),
        flag(decision.can_say),
        source.map_or(NONE, |s| flag(speaker::names_speaker(scene, s))),
    ]
}

/// The words around the reporting clause.
fn of_neighbours(decision: &Decision) -> [i16; 12] {
    let (cue, range) = (&decision.verb.cue, decision.verb.range);
    let (clause, tokens) = (cue.clause, cue.tokens);
    let look = Look { scene: decision.verb.scene, range };
    [
        count(clause.start - range.start.min(clause.start), 30),
        count(range.end.saturating_sub(clause.end), 60),
        look.class(look.before(clause.start)),
        look.class(look.before(tokens.start)),
        look.pos(look.before(tokens.start)),
        look.class(clause.end),
        look.pos(clause.end),
        look.form(clause.end),
        look.class(clause.end + 1),
        look.pos(clause.end + 1),
        look.class(tokens.end),
        look.pos(tokens.end),
    ]
}

/// What the rules propose, and what else the sentence has.
fn of_decision(decision: &Decision) -> [i16; 10] {
    let (cue, scene, range) = (&decision.verb.cue, decision.verb.scene, decision.verb.range);
    let (flag, clause) = (i16::from, cue.clause);
    let look = Look { scene, range };
    let closes = |j: usize| scene.quote_closed(j).is_some();
    [
        flag(decision.proposal.is_some()),
        decision.proposal.map_or(NONE, |draft| draft.rule as i16),
        flag(cue.addressee.is_some()),
        count(clause.end.saturating_sub(cue.tokens.end), 30),
        flag(clause.start > range.start && (closes(clause.start - 1) || clause.start > 1 && closes(clause.start - 2))),
        flag(scene.has_finite(range.up_to(clause.start))),
        flag(scene.has_finite(range.with_start(clause.end.min(range.end)))),
        look.class(range.start),
        look.pos(range.start),
        count(decision.others.len(), 6),
    ]
}

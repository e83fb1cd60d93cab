//! Where the content of a reporting clause ends.

use crate::claims::clause::{Place, ReportingClause};
use crate::claims::cues::verb_entry;
use crate::claims::scene::Scene;
use crate::claims::subject::subject_of;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is, is_report_adverb, is_speech_noun, naming_verb};
use crate::tags::{Form, Pos, Relation};

/// Auxiliaries and "not" between "and" and its verb reach at most this far.
const FARTHEST_VERB: usize = 5;

/// A place at which a content may end.
struct At<'s> {
    scene: &'s Scene<'s>,
    /// First token of the content.
    start: usize,
    /// The token before which it may end.
    at: usize,
    /// The first word from there on: past a comma or dash.
    next: usize,
    /// A comma or dash stands at `at`.
    is_mark: bool,
    /// A mark stands there, or (American) inside the quotation marks right before.
    is_separated: bool,
    /// The reporting clause of the content.
    clause: Tokens,
    /// All reporting clauses of the sentence.
    clauses: &'s [ReportingClause],
}

/// A reason to end a content.
type End = fn(&At) -> bool;

/// Why what stands at a place belongs to the reporter again; each is enough.
const ENDS: &[(&str, End)] = &[
    ("a new sentence after a semicolon", |p| {
        p.scene.lower(p.at) == ";" && opens_sentence_of_its_own(p.scene, p.at + 1)
    }),
    ("the end of an interpolation", |p| closes_interpolation(p.scene, p.at, p.clause)),
    ("a comparison with what others say", compares),
    ("another's words", |p| p.is_separated && contrasts(p.scene, p.next, p.clauses)),
    ("another's words without a mark", stands_beside),
    ("the writer's doubt", |p| p.is_separated && is_writers_doubt(p.scene, p.next)),
    ("a denial", |p| p.is_mark && is_denial(p.scene, p.next)),
    ("the writer's comment", |p| p.is_mark && is_comment(p.scene, p.next)),
    ("hearsay", |p| p.is_separated && is_hearsay(p.scene, p.next)),
    ("another reporting clause", |p| p.is_separated && is_another_clause(p)),
    ("according to", is_according_to),
    ("a participle of the reporter's", |p| p.is_separated && adds_of_reporter(p)),
    ("a clause that hangs on the cue", |p| p.is_separated && subordinates_to_cue(p.scene, p.next, p.clause)),
    ("a verb joined to the cue", coordinates_with_cue),
    ("the main clause after a fronted one", |p| p.is_mark && opens_main_clause(p)),
];

/// Where the content that begins at `start` after `clause` ends: at the end of the sentence, less what the reporter adds.
pub fn right_end(scene: &Scene, start: usize, range: Tokens, clause: Tokens, clauses: &[ReportingClause]) -> usize {
    let mut at = start;
    while at < range.end {
        if let Some(quote) = scene.quote_opened(at) {
            let end = scene.quote_tokens(quote).end;
            if end > range.end {
                return end;
            }
            at = end.max(at + 1);
            continue;
        }
        if at > start && why_ends(scene, start, at, clause, clauses).is_some() {
            return at;
        }
        at += 1;
    }
    range.end
}

/// Why a content ends before token `at`, if it does.
pub fn why_ends(
    scene: &Scene,
    start: usize,
    at: usize,
    clause: Tokens,
    clauses: &[ReportingClause],
) -> Option<&'static str> {
    let is_mark = scene.is_comma(at) || scene.is_dash(at);
    let is_separated = is_mark || scene.quote_closed(at - 1).is_some() && scene.is_comma(at - 2);
    let place = At { scene, start, at, next: at + usize::from(is_mark), is_mark, is_separated, clause, clauses };
    ENDS.iter().find(|(_, end)| end(&place)).map(|&(name, _)| name)
}

/// ", compared with what the union says", ", unlike what it claimed".
fn compares(p: &At) -> bool {
    p.is_mark
        && matches!(p.scene.lower(p.next), "compared" | "unlike" | "versus")
        && p.clauses.iter().any(|other| other.cue > p.next)
}

/// ", she added": a clause whose content stands before it.
fn is_another_clause(p: &At) -> bool {
    let begins = |other: &ReportingClause| other.clause.start == p.next && other.clause != p.clause;
    p.clauses.iter().any(|other| begins(other) && other.place == Place::Before)
}

fn is_according_to(p: &At) -> bool {
    (p.is_mark || p.scene.lower(p.at) == "according")
        && p.scene.lower(p.next) == "according"
        && p.scene.lower(p.next + 1) == "to"
}

/// ", while the company insists", "– though in April he complained": a clause whose first verb reports another saying.
fn contrasts(scene: &Scene, next: usize, all: &[ReportingClause]) -> bool {
    let is_contrast = matches!(scene.lower(next), "while" | "whereas" | "although" | "though" | "but");
    is_contrast
        && all.iter().any(|p| p.clause.start > next && p.subject.is_some() && !scene.has_finite(next..p.clause.start))
}

/// "said the victims were young | while Minister Ilves wrote …": right after "while" somebody with a name says something.
fn stands_beside(p: &At) -> bool {
    let is_named = |subject: Tokens| p.scene.document.is_capitalized(subject.start);
    let says = |other: &ReportingClause| {
        other.clause.start == p.at + 1
            && other.subject.is_some_and(is_named)
            && matches!(other.place, Place::After(_))
            && p.scene.is_finite(other.cue)
    };
    matches!(p.scene.lower(p.at), "while" | "whereas") && p.clauses.iter().any(says)
}

/// ", and the board has reportedly sought": what the writer heard elsewhere.
fn is_hearsay(scene: &Scene, next: usize) -> bool {
    if !matches!(scene.lower(next), "and" | "but") {
        return false;
    }
    let verb = (next + 1..scene.sentence(next).end.min(next + 8)).find(|&j| scene.is_finite(j));
    let is_adverb = |j: usize| is_report_adverb(scene.lower(j));
    verb.is_some_and(|verb| is_adverb(verb + 1) || is_adverb(verb - 1))
}

/// Tokens after a contrast within which its verb shows whose words follow.
const FARTHEST_CONTRAST: usize = 7;

/// ", but it is unclear whether", ", though Roe thinks it unlikely": what the writer knows, or what somebody thinks of it.
fn is_writers_doubt(scene: &Scene, next: usize) -> bool {
    let is_contrast = matches!(scene.lower(next), "but" | "although" | "though" | "and");
    let is_unclear = matches!(scene.lower(next + 1), "it")
        && (next + 2..next + 6).any(|j| matches!(scene.lower(j), "unclear" | "clear" | "known"));
    is_contrast && (is_unclear || thinks(scene, next))
}

/// "Roe thinks", "they doubt": the first verb after the contrast, of somebody.
fn thinks(scene: &Scene, next: usize) -> bool {
    let names = |j: usize| matches!(scene.lower(j), "he" | "she" | "they") || scene.is_name(j);
    let verb = (next + 1..next + FARTHEST_CONTRAST).find(|&j| scene.is_finite(j) || scene.is_comma(j));
    verb.is_some_and(|verb| names(verb - 1) && is(&scene.lemma(verb), Class::Thinks))
}

/// ", something that he denies", ", a point the report does not mention": the writer goes on about what was said.
fn is_comment(scene: &Scene, next: usize) -> bool {
    let opens = |j: usize| {
        matches!(scene.lower(j), "that" | "which") || matches!(scene.pos(j), Pos::Pron | Pos::Det | Pos::Propn)
    };
    scene.lower(next) == "something" && opens(next + 1)
}

/// "; the rest left": a subject and its verb, not one more part of a list.
fn opens_sentence_of_its_own(scene: &Scene, at: usize) -> bool {
    let is_list =
        matches!(scene.lower(at), "and" | "or" | "that") || matches!(scene.pos(at), Pos::Verb | Pos::Adp | Pos::Aux);
    !is_list
}

/// "the candidate - who says he will stay - has left", "(he said it rained)", "Roe, who says it rained, has left": the end of
/// what the reporting clause stands in.
fn closes_interpolation(scene: &Scene, at: usize, clause: Tokens) -> bool {
    let before = || (scene.sentence(clause.start).start..clause.start).rev().take(40);
    if scene.is_dash(at) {
        return before().filter(|&j| scene.is_dash(j)).count() % 2 == 1;
    }
    if scene.lower(at) == ")" {
        return before().find(|&j| matches!(scene.lower(j), "(" | ")")).is_some_and(|j| scene.lower(j) == "(");
    }
    let is_relative =
        matches!(scene.lower(clause.start), "who" | "which") && scene.is_comma(clause.start.wrapping_sub(1));
    is_relative && scene.is_comma(at) && scene.is_finite(at + 1)
}

/// ", adding that", ", citing": a participle that goes on with the reporting clause. What the content is about may speak
/// too, if it is a person: then the parser decides.
fn adds_of_reporter(p: &At) -> bool {
    let (scene, next) = (p.scene, p.next);
    if matches!(scene.lower(next), "adding" | "citing") {
        return true;
    }
    let is_participle = scene.form(next) == Form::Vbg;
    let is_cue = p.clauses.iter().any(|other| other.cue == next && other.subject.is_none());
    let hangs_on_cue = p.clause.contains(scene.head(next)) && scene.relation(next) != Relation::Conj;
    (is_cue || is_participle) && hangs_on_cue || is_cue && is_participle && !is_about_person(scene, p.start)
}

/// Whether the content begins with a person.
fn is_about_person(scene: &Scene, start: usize) -> bool {
    let span = scene.document.tokens[start].span;
    // "her film": not of her.
    scene.form(start) != Form::PrpS
        && (matches!(scene.lower(start), "he" | "she" | "they" | "who")
            || scene.mention_at(span).is_some_and(|m| m.kind == crate::mentions::Kind::Person))
}

/// ", as Jakarta rejected …", ", while …": a clause that hangs on the reporting verb.
fn subordinates_to_cue(scene: &Scene, next: usize, clause: Tokens) -> bool {
    if matches!(scene.lower(next), "amid" | "following") || is_afterthought(scene, next) || is_verdict(scene, next) {
        return true;
    }
    if !matches!(
        scene.lower(next),
        "as" | "while" | "after" | "before" | "whereas" | "although" | "though" | "when" | "even" | "just"
    ) {
        return false;
    }
    // ", as Jakarta rejected the claim": somebody else does something meanwhile.
    let is_meanwhile = scene.lower(next) == "as"
        && matches!(scene.pos(next + 1), Pos::Propn | Pos::Det | Pos::Noun)
        && scene.has_finite(next + 2..scene.sentence(next).end.min(next + 9));
    if is_meanwhile {
        return true;
    }
    let head = scene.head(next);
    head > next && clause.contains(scene.head(head)) && matches!(scene.relation(head), Relation::Advcl)
}

/// ", which it denies": the writer tells what others say to that.
fn is_denial(scene: &Scene, next: usize) -> bool {
    let denies = |j: usize| scene.pos(j) == Pos::Verb && is(&scene.lemma(j), Class::Denies);
    scene.lower(next) == "which" && (next + 2..next + 6).any(|j| denies(j) && !scene.is_word(j + 1))
}

/// ", a figure that the company disputes": the writer's word about what was said.
fn is_verdict(scene: &Scene, next: usize) -> bool {
    matches!(scene.lower(next), "a" | "an") && is_speech_noun(scene.lower(next + 1)) && !scene.is_comma(next + 2)
}

/// ", after two links were cut", ", a week after Tashkent accused its neighbor": the writer tells what went before.
fn is_afterthought(scene: &Scene, next: usize) -> bool {
    let starts = is(scene.lower(next), Class::BeforeAfter);
    let counts = |j: usize| {
        let word = scene.lower(j).trim_end_matches('s');
        word == "shortly" || is(word, Class::Days)
    };
    let measured = starts && (next..next + 3).any(counts) && (next + 1..next + 4).any(|j| scene.lower(j) == "after");
    scene.lower(next) == "after" || measured
}

/// "… and warned that", ", but Smith left": a verb beside the reporting verb.
fn coordinates_with_cue(p: &At) -> bool {
    let (scene, joint) = (p.scene, p.next);
    if !matches!(scene.lower(joint), "and" | "but") || scene.lower(joint + 1) == "that" {
        return false;
    }
    shares_subject_with_cue(p) || begins_clause_after_mark(p) || is_parsed_conjunct(p)
}

/// A bare verb of saying in the tense of the cue.
fn shares_subject_with_cue(p: &At) -> bool {
    let (scene, joint) = (p.scene, p.next);
    let is_helper = |j: usize| {
        scene.pos(j) == Pos::Adv
            || j < joint + FARTHEST_VERB && (scene.pos(j) == Pos::Aux || matches!(scene.lower(j), "not" | "n't"))
    };
    let mut verb = joint + 1;
    while is_helper(verb) {
        verb += 1;
    }
    let finite = (joint + 1..verb).find(|&j| scene.pos(j) == Pos::Aux).unwrap_or(verb);
    let is_bare_cue = p.clauses.iter().any(|other| other.cue == verb && other.subject.is_none())
        || verb_entry(scene, verb).is_some()
        || matches!(scene.lower(verb), "refused" | "refuses" | "declined" | "declines")
        || naming_verb(scene, verb).is_some();
    is_bare_cue && p.clause.iter().any(|c| scene.same_tense(c, finite))
}

/// ", and four in ten said …": a reporting clause of its own.
fn begins_clause_after_mark(p: &At) -> bool {
    let begins = |other: &ReportingClause| other.clause.start == p.next + 1 && other.subject.is_some();
    p.next > p.at && p.clauses.iter().any(|other| begins(other) && matches!(other.place, Place::After(_)))
}

/// What the parser joins to a verb of the reporting clause, in its tense.
fn is_parsed_conjunct(p: &At) -> bool {
    let (scene, joint) = (p.scene, p.next);
    let conjunct = scene.head(joint);
    conjunct > joint
        && p.clause.contains(scene.head(conjunct))
        && scene.relation(conjunct) == Relation::Conj
        && scene.same_tense(scene.head(conjunct), conjunct)
}

/// "Warning that the ice was thin, | the ranger …", "While Roe denies that, | the club …": where the clause begins that the
/// reporting clause hangs on, at its subject.
fn opens_main_clause(p: &At) -> bool {
    let scene = p.scene;
    let Some(cue) = p.clause.iter().find(|&j| !p.clause.contains(scene.head(j))) else { return false };
    let main = scene.head(cue);
    let hangs = matches!(scene.relation(cue), Relation::Advcl | Relation::Obl | Relation::Dep);
    let subject = subject_of(scene, main).filter(|&s| s >= p.next);
    main > p.at && hangs && subject.is_some_and(|s| scene.subtree(s).start == p.next)
}

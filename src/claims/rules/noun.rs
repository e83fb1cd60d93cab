//! Nouns that report: "the claim that …", "his promise to …", "a warning by X that …".

use crate::claims::claim::Stance;
use crate::claims::content::end;
use crate::claims::draft::Draft;
use crate::claims::lexicon::{Entry, look_up};
use crate::claims::noun_phrase::noun_phrase;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::subject;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// Tokens of a phrase between a noun and its "that" are at most this many.
const LONGEST_PHRASE: usize = 7;

/// Tokens after "that" within which a passive shows that the clause has no gap.
const FARTHEST_PASSIVE: usize = 14;

/// A reporting noun, and what stands between it and its content.
struct Noun {
    at: usize,
    entry: Entry,
    range: Tokens,
    by: Option<Tokens>,
    /// The token after the noun and its phrases.
    next: usize,
}

fn read(context: &Context, i: usize) -> Option<Noun> {
    let scene = context.scene;
    // "said in a statement that": the verb's claim has it.
    if scene.pos(i) != Pos::Noun || context.in_clause[i] {
        return None;
    }
    let entry = look_up(lists().cue_nouns, scene.lower(i))?;
    let range = scene.search_range(i);
    let by = by_phrase(scene, i, range);
    let next = past_phrase(scene, by.map_or(i + 1, |b| b.end), range);
    Some(Noun { at: i, entry, range, by, next })
}

/// "the claim that the road was closed".
pub fn that_clause(context: &Context, i: usize) -> Option<Vec<Draft>> {
    let noun = read(context, i)?;
    let scene = context.scene;
    scene.require(scene.lower(noun.next) == "that", "no “that” follows the noun")?;
    scene.require(is_complement(scene, i, noun.next, noun.range), "the clause is about the noun")?;
    claims(context, Rule::NounAndThatClause, &noun, noun.next + 1)
}

/// "his promise to close the road".
pub fn infinitive(context: &Context, i: usize) -> Option<Vec<Draft>> {
    let noun = read(context, i)?;
    let scene = context.scene;
    let verb = noun.next + 1;
    let is_infinitive = scene.lower(noun.next) == "to" && scene.pos(verb) == Pos::Verb && scene.head(verb) == i;
    scene.require(is_infinitive, "no infinitive completes the noun")?;
    scene.require(noun.entry.frames.infinitive(), "the noun takes no infinitive")?;
    claims(context, Rule::NounAndInfinitive, &noun, noun.next)
}

/// The claim of the noun; before it that of whoever rejects it.
fn claims(context: &Context, rule: Rule, noun: &Noun, start: usize) -> Option<Vec<Draft>> {
    let scene = context.scene;
    let Noun { at, entry, range, by, next } = *noun;
    let content = scene.trim(start..content_end(context, noun, start));
    scene.require(content.len() > 1, "nothing follows")?;
    let mut draft = Draft::new(rule, entry.lemma, entry.stance, at..at + 1, at..next);
    draft.source = by.or_else(|| possessor(scene, at, range)).or_else(|| subject_of_light_verb(scene, at, range));
    draft.content = vec![content];
    let denial = denial_of(scene, at, &draft.content);
    Some(denial.into_iter().chain([draft]).collect())
}

/// A claim that is a subject ends before its verb: by syntax, or by the marks at the end of a quotation.
fn content_end(context: &Context, noun: &Noun, start: usize) -> usize {
    let scene = context.scene;
    let Noun { at, range, next, .. } = *noun;
    let end = end::right_end(scene, start, range, Tokens::new(at, next), context.clauses);
    let end = complement(scene, at, start)
        .map(|complement| scene.subtree(complement).end)
        .filter(|&subtree| is_subject_until(scene, at, subtree) || scene.is_comma(subtree))
        .map_or(end, |subtree| end.min(subtree.max(start + 1)));
    if !opens_sentence(scene, at, range) {
        return end;
    }
    let quote = (start..end).find_map(|j| scene.quote_closed(j).map(|_| j + 1));
    quote.filter(|&q| matches!(scene.pos(q), Pos::Verb | Pos::Aux)).unwrap_or(end)
}

/// The clause that completes the noun, from `start` on.
fn complement(scene: &Scene, noun: usize, start: usize) -> Option<usize> {
    scene.syntax.children(noun).find(|&j| {
        j >= start
            && matches!(
                scene.relation(j),
                Relation::Acl | Relation::AclRelcl | Relation::Ccomp | Relation::Advcl | Relation::Xcomp
            )
    })
}

/// Whether the noun is the subject of a verb that stands after token `end`.
fn is_subject_until(scene: &Scene, noun: usize, end: usize) -> bool {
    scene.head(noun) > end || matches!(scene.relation(noun), Relation::Nsubj | Relation::NsubjPass)
}

/// "a claim | on social media | that": past a prepositional phrase before the "that".
fn past_phrase(scene: &Scene, at: usize, range: Tokens) -> usize {
    if scene.pos(at) != Pos::Adp {
        return at;
    }
    let is_nominal =
        |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Adp | Pos::Num);
    let that = (at..range.end.min(at + LONGEST_PHRASE)).find(|&j| scene.lower(j) == "that");
    that.filter(|&that| (at..that).all(is_nominal)).unwrap_or(at)
}

/// Whether nothing but an article stands before the noun.
fn opens_sentence(scene: &Scene, noun: usize, range: Tokens) -> bool {
    noun <= range.start + 2 && (range.start..noun).all(|j| matches!(scene.pos(j), Pos::Det | Pos::Adj | Pos::Pron))
}

/// "that" opens a complement, not a relative clause: its clause has a subject of its own.
fn is_complement(scene: &Scene, noun: usize, that: usize, range: Tokens) -> bool {
    let clause = scene.head(that);
    let is_mark = scene.relation(that) == Relation::Mark || scene.pos(that) == Pos::Sconj;
    let has_subject =
        scene.syntax.child(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).is_some_and(|s| s > that);
    // "the claim by Roe that Roman radar “sees”": the parser may take "that" for an article.
    let is_taken_for_article = scene.pos(that) == Pos::Det
        && scene.form(that) == Form::Dt
        && that > noun + 1
        && matches!(scene.pos(that + 1), Pos::Adj | Pos::Propn | Pos::Noun | Pos::Det);
    (is_mark && has_subject || is_taken_for_article || is_passive_clause(scene, that, range))
        && scene.has_finite(that + 1..range.end)
}

/// "the claim that supplies had been withheld": a passive with its subject leaves no gap for the noun.
fn is_passive_clause(scene: &Scene, that: usize, range: Tokens) -> bool {
    let has_subject = matches!(scene.pos(that + 1), Pos::Noun | Pos::Propn | Pos::Det | Pos::Num);
    let is_passive = |j: usize| {
        matches!(scene.lower(j), "been" | "was" | "were" | "is" | "are")
            && (scene.form(j + 1) == Form::Vbn || scene.pos(j + 1) == Pos::Adj)
    };
    has_subject && (that + 2..range.end.min(that + FARTHEST_PASSIVE)).any(is_passive)
}

/// "a warning by X": the phrase after "by" or "from".
fn by_phrase(scene: &Scene, i: usize, range: Tokens) -> Option<Tokens> {
    if !matches!(scene.lower(i + 1), "by" | "from") || i + 2 >= range.end {
        return None;
    }
    let head = scene.head(i + 1);
    (head > i + 1 && range.contains(head)).then(|| noun_phrase(scene, head, range, i + 1))
}

/// "the state's claim", "his promise".
fn possessor(scene: &Scene, i: usize, range: Tokens) -> Option<Tokens> {
    let owner = scene.syntax.child(i, &[Relation::NmodPoss]).filter(|&o| range.contains(o) && o < i)?;
    let phrase = scene.trim(scene.subtree(owner).start.max(range.start)..owner + 1);
    Some(phrase).filter(|p| !p.is_empty())
}

/// "Trump made the claim that": the subject of a verb that gives the noun.
fn subject_of_light_verb(scene: &Scene, i: usize, range: Tokens) -> Option<Tokens> {
    let verb = scene.head(i);
    let gives = is(&scene.lemma(verb), Class::LightVerb);
    if scene.relation(i) != Relation::Obj || !gives {
        return None;
    }
    let subject = subject::subject_of(scene, verb).map(|s| noun_phrase(scene, s, range, verb));
    subject.or_else(|| subject::inherited(scene, verb))
}

/// "rejected the claim that …": who rejects it denies the content.
fn denial_of(scene: &Scene, noun: usize, content: &[Tokens]) -> Option<Draft> {
    let verb = scene.head(noun);
    let lemma = match scene.lower(verb) {
        "rejected" | "rejects" | "rejecting" => "reject",
        "dismissed" | "dismisses" | "dismissing" => "dismiss",
        "denied" | "denies" | "denying" => "deny",
        "disputed" | "disputes" | "disputing" => "dispute",
        "refuted" | "refutes" | "rebutted" => "refute",
        _ => return None,
    };
    if scene.relation(noun) != Relation::Obj {
        return None;
    }
    let range = scene.search_range(verb);
    let source = subject::subject_of(scene, verb)
        .map(|s| noun_phrase(scene, s, range, verb))
        .or_else(|| subject::inherited(scene, verb))?;
    let mut draft =
        Draft::new(Rule::RejectsTheClaim, lemma, Stance::Denies, verb..verb + 1, source.start.min(verb)..verb + 1);
    draft.content = content.to_vec();
    draft.source = Some(source);
    Some(draft)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn that_clause() {
        check(
            "The minister repeated the claim that the road was closed.",
            "[The minister] <claim> the road was closed «noun and that-clause»",
        );
        check("The claim that she filed was lost.", "");
    }

    #[test]
    fn infinitive() {
        check(
            "The mayor made a promise to close the road.",
            "[The mayor] <promise> to close the road «noun and infinitive»",
        );
        check("The mayor broke his promise again.", "");
    }

    #[test]
    fn rejects_the_claim() {
        check(
            "The mayor rejected the claim that the road was closed.",
            "[The mayor] <rejected> the road was closed «rejects the claim»\n\
             [] <claim> the road was closed «noun and that-clause»",
        );
        check("The mayor rejected the bid.", "");
    }

    #[test]
    fn a_subject_after_its_verb_is_read() {
        use crate::claims::rules::shown;
        let text = "Quoting an official as saying that talks had failed, Kyodo reported that the visit was off.";
        assert!(shown(text).contains("[Kyodo] <reported> the visit was off «verb and that-clause»"));
    }
}

//! Passives that report: "The ship is believed to have slowed", "It is understood that …", "He was told that …".

use crate::claims::claim::Stance;
use crate::claims::clause::ReportingClause;
use crate::claims::content::{after, before, end, split, start};
use crate::claims::draft::Draft;
use crate::claims::lexicon::{Entry, look_up};
use crate::claims::noun_phrase::noun_phrase;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::{speaker, subject, unsaid, voice};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// Tokens after a passive within which a time, or a preposition before one, belongs to the telling.
const FARTHEST_TIME: usize = 6;

/// Tokens of a phrase that says where something was told are at most this many.
const LONGEST_MEDIUM: usize = 5;

/// Verbs whose passive reports what people say.
fn passive_report_verb(word: &str) -> Option<(&'static str, Stance)> {
    Some(match word {
        "believed" => ("believe", Stance::Asserts),
        "thought" => ("think", Stance::Asserts),
        "understood" => ("understand", Stance::Asserts),
        "said" => ("say", Stance::Asserts),
        "reported" => ("report", Stance::Asserts),
        "announced" => ("announce", Stance::Asserts),
        "alleged" => ("allege", Stance::Alleges),
        "rumoured" => ("rumour", Stance::Asserts),
        "rumored" => ("rumor", Stance::Asserts),
        "projected" => ("project", Stance::Estimates),
        "predicted" => ("predict", Stance::Estimates),
        "forecast" => ("forecast", Stance::Estimates),
        "suspected" => ("suspect", Stance::Alleges),
        "claimed" => ("claim", Stance::Asserts),
        "estimated" => ("estimate", Stance::Estimates),
        "presumed" => ("presume", Stance::Asserts),
        "assumed" => ("assume", Stance::Asserts),
        "reputed" => ("repute", Stance::Asserts),
        "feared" => ("fear", Stance::Warns),
        _ => return None,
    })
}

/// A passive that reports, with its subject and the token after it and its "by" phrase.
struct Passive {
    subject: Option<usize>,
    next: usize,
    draft: Draft,
}

fn read(scene: &Scene, rule: Rule, i: usize) -> Option<Passive> {
    let (lemma, stance) = passive_report_verb(scene.lower(i))?;
    if !voice::is_passive(scene, i) {
        return None;
    }
    let range = scene.search_range(i);
    let by = by_agent(scene, i, range);
    let next = past_times(scene, i, by.map_or(i + 1, |by| by.end), range);
    let mut draft = Draft::new(rule, lemma, stance, i..i + 1, i..next);
    draft.negated = scene.syntax.children(i).any(|j| j < i && matches!(scene.lower(j), "not" | "n't" | "never"));
    draft.source = by;
    Some(Passive { subject: subject(scene, i), next, draft })
}

/// The subject of a passive, "it" and "there" among them.
pub fn subject(scene: &Scene, i: usize) -> Option<usize> {
    subject::subject_of(scene, i).or_else(|| scene.syntax.child(i, &[Relation::Expl]))
}

/// "It is understood that the road is closed", "The road is closed, it is alleged."
pub fn it_is_understood_that(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let Passive { subject, next, mut draft } = read(scene, Rule::ItIsUnderstoodThat, i)?;
    let it = subject.filter(|&s| scene.lower(s) == "it")?;
    let range = scene.search_range(i);
    if scene.lower(next) == "that" {
        draft.content = vec![after::of_word(scene, next - 1, range, context.clauses)?];
        return Some(draft);
    }
    if it < i && opens_bare_clause(scene, next, range) {
        draft.content = vec![scene.trim(next..end::right_end(scene, next, range, draft.clause, context.clauses))];
        return Some(draft);
    }
    let closes = scene.is_stop(next) || next >= range.end || scene.is_comma(next);
    // "It was reported a year later, and nobody read it": nothing stands before it.
    if !closes || it.min(i) == range.start {
        return None;
    }
    draft.content = before::before(scene, Tokens::new(it.min(i), next), range, context.clauses);
    (!draft.content.is_empty()).then_some(draft)
}

/// "It was reported | the fire started in a car": a subject and its finite verb right after the passive.
fn opens_bare_clause(scene: &Scene, at: usize, range: Tokens) -> bool {
    let opens = matches!(scene.pos(at), Pos::Det | Pos::Propn | Pos::Pron | Pos::Num | Pos::Adj | Pos::Noun);
    let last = range.end.min(at + FARTHEST_VERB);
    opens && !scene.is_time(at) && (at + 1..last).take_while(|&j| !scene.is_comma(j)).any(|j| scene.is_finite(j))
}

/// Tokens within which a clause without "that" shows its verb.
const FARTHEST_VERB: usize = 16;

/// "The ship is believed to have slowed": the subject and the infinitive.
pub fn believed_to(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let Passive { subject, next, mut draft } = read(scene, Rule::BelievedTo, i)?;
    let is_infinitive = scene.lower(next) == "to"
        && matches!(scene.pos(next + 1), Pos::Verb | Pos::Aux | Pos::Part | Pos::Adv)
        && subject.is_none_or(|s| scene.lower(s) != "there");
    if !is_infinitive {
        return None;
    }
    let range = scene.search_range(i);
    let end = end::right_end(scene, next, range, draft.clause, context.clauses);
    let mut predicate = scene.trim(next..end);
    if matches!(scene.relation(i), Relation::Acl | Relation::AclRelcl) {
        predicate = predicate.up_to(scene.subtree(i).end.max(next + 2));
    }
    draft.content = vec![subject_phrase(scene, i, subject, range)?, predicate];
    Some(draft)
}

/// The subject of "is believed to", or what its relative pronoun stands for.
pub fn subject_phrase(scene: &Scene, verb: usize, subject: Option<usize>, range: Tokens) -> Option<Tokens> {
    match subject {
        Some(s) if !matches!(scene.lower(s), "who" | "which" | "that") => Some(noun_phrase(scene, s, range, verb)),
        _ if matches!(scene.relation(verb), Relation::Acl | Relation::AclRelcl) => {
            split::antecedent_of(scene, verb, range)
        }
        _ => subject::inherited(scene, verb),
    }
}

/// "by X" right after a passive.
pub fn by_agent(scene: &Scene, verb: usize, range: Tokens) -> Option<Tokens> {
    let by = verb + 1;
    if scene.lower(by) != "by" || by + 1 >= range.end {
        return None;
    }
    let mut head = scene.head(by);
    // "by the club's lawyer Mara Ilves that": the parser may hang the preposition on the name.
    while matches!(scene.relation(head), Relation::Appos | Relation::Flat) && scene.head(head) > by {
        head = scene.head(head);
    }
    let phrase = (head > by && range.contains(head)).then(|| noun_phrase(scene, head, range, by))?;
    let medium = (phrase.start + 1..phrase.end)
        .find(|&j| past_medium(scene, j, range) > j || scene.pos(j) == Pos::Sconj && scene.lower(j) == "that");
    Some(phrase.with_end(medium.unwrap_or(phrase.end)))
}

/// "He was told that …", "Asked whether …, she said": whoever told or asked is not named, or after "by".
pub fn was_told(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let entry = look_up(lists().cue_verbs, scene.lower(i))?;
    // "it was found that", "it could be argued that": nobody is told.
    scene.require(!speaker::is_study_verb(entry.lemma), "found by nobody who is named")?;
    scene.require(!unsaid::is_unsaid(scene, i), "not said to have happened")?;
    let is_asked = entry.lemma == "ask" && voice::is_asked(scene, i);
    let is_headline = voice::is_headline_passive(scene, i);
    if is_headline && scene.lower(i + 1) != "to" {
        return told_at_end(context, i, &entry);
    }
    let is_passive = voice::is_passive(scene, i) || is_asked || is_headline;
    // "It was found that": an event; nobody is told it.
    let is_event = speaker::needs_evidence(entry.lemma) || entry.lemma == "discover";
    let governs = (entry.frames.object() || entry.frames.that_clause()) && !is_event;
    if !is_passive || !governs {
        return None;
    }
    let range = scene.search_range(i);
    let by = by_agent(scene, i, range);
    if let Some(before) = sentence_meant(scene, i).filter(|_| by.is_some()) {
        let mut draft = Draft::new(Rule::WasTold, entry.lemma, entry.stance, i..i + 1, range.start..range.end);
        draft.content = vec![before];
        draft.source = by;
        return Some(draft);
    }
    let next = past_medium(scene, past_times(scene, i, by.map_or(i + 1, |by| by.end), range), range);
    if !opens_content(scene, &entry, next, range, is_asked) {
        return None;
    }
    let start = if matches!(scene.lower(next), "that" | "of") { next + 1 } else { next };
    let mut end = end::right_end(scene, start, range, Tokens::new(i, next), context.clauses);
    if scene.relation(i) == Relation::Acl {
        // "The clerk accused of hiding the letters | resigned".
        end = end.min(scene.subtree(i).end.max(start + 1));
    }
    if is_asked {
        end = end_of_question(scene, start, end, next, context.clauses);
    }
    let mut draft = Draft::new(Rule::WasTold, entry.lemma, entry.stance, i..i + 1, i..next);
    draft.content = vec![scene.trim(start..end)];
    draft.source = by;
    draft.addressee = if is_asked { None } else { addressee(scene, i, range) };
    (!draft.content[0].is_empty()).then_some(draft)
}

/// "The road is closed. This was said by the mayor": the sentence before, if "this" means it.
fn sentence_meant(scene: &Scene, i: usize) -> Option<Tokens> {
    let sentence = scene.sentence(i);
    let is_auxiliary = |j: usize| matches!(scene.pos(j), Pos::Aux | Pos::Adv);
    let is_alone = scene.lower(sentence.start) == "this" && (sentence.start + 1..i).all(is_auxiliary);
    let before = sentence.start.checked_sub(1).filter(|_| is_alone && scene.quote_around(i).is_none())?;
    let content = scene.trim(scene.sentence(before));
    (!scene.in_headline(before) && scene.has_finite(content)).then_some(content)
}

/// Past adverbs and times of telling.
fn past_times(scene: &Scene, i: usize, from: usize, range: Tokens) -> usize {
    let is_adverb = |j: usize| scene.pos(j) == Pos::Adv && !matches!(scene.lower(j), "why" | "how" | "when" | "where");
    let is_of_time =
        |j: usize| scene.is_time(j) && j < i + FARTHEST_TIME || scene.lower(j) == "on" && j + 1 < i + FARTHEST_TIME;
    (from..range.end).find(|&j| !(is_adverb(j) || is_of_time(j))).unwrap_or(from.max(range.end))
}

/// Whether the word at `next` opens what somebody was told or asked.
fn opens_content(scene: &Scene, entry: &Entry, next: usize, range: Tokens, is_asked: bool) -> bool {
    match scene.lower(next) {
        "that" => entry.frames.that_clause(),
        "whether" => true,
        "if" | "why" | "how" | "when" | "where" | "what" | "who" => {
            entry.frames.question() && (is_asked || entry.stance == Stance::Asks)
        }
        "to" | "not" => entry.frames.infinitive() && opens_infinitive_of_verb(scene, next),
        // "soldiers accused of hiding the arms".
        "of" => entry.frames.of_gerund() && scene.form(next + 1) == Form::Vbg,
        _ => {
            matches!(entry.lemma, "tell" | "inform" | "assure")
                && next < range.end
                && (scene.quote_opened(next).is_some() || start::opens_statement(scene, next, range))
        }
    }
}

/// "to leave", "not to leave", "to closely watch".
fn opens_infinitive_of_verb(scene: &Scene, next: usize) -> bool {
    let to = next + usize::from(scene.lower(next) == "not");
    let verb = to + 1 + usize::from(scene.pos(to + 1) == Pos::Adv);
    scene.lower(to) == "to" && scene.pos(verb) == Pos::Verb
}

/// "Asked whether …, she said": the question ends at the comma before the answer.
fn end_of_question(scene: &Scene, start: usize, end: usize, next: usize, clauses: &[ReportingClause]) -> usize {
    let follows_comma = |p: &ReportingClause| scene.is_comma(p.clause.start.wrapping_sub(1));
    let answer = clauses.iter().find(|p| p.cue > next && p.subject.is_some() && follows_comma(p));
    answer.map_or_else(|| (start..end).find(|&j| scene.is_comma(j)).unwrap_or(end), |p| p.clause.start - 1)
}

/// The subject of the passive: who was told.
fn addressee(scene: &Scene, i: usize, range: Tokens) -> Option<Tokens> {
    subject::subject_of(scene, i)
        .map(|s| noun_phrase(scene, s, range, i))
        .filter(|a| !matches!(scene.lower(a.start), "it" | "who"))
}

/// "told by the council | in a letter | that", "stressed | during the visit | that": past the place of saying.
fn past_medium(scene: &Scene, at: usize, range: Tokens) -> usize {
    if !matches!(scene.lower(at), "in" | "during" | "at") {
        return at;
    }
    let near = at + 1..range.end.min(at + LONGEST_MEDIUM);
    let is_occasion = matches!(scene.lower(at), "during" | "at") && matches!(scene.lower(at + 1), "the" | "a" | "an");
    let end = if is_occasion {
        near.clone().find(|&j| scene.lower(j) == "that" || scene.is_comma(j)).unwrap_or(at)
    } else {
        near.clone().find(|&j| lists().media.has(scene.lower(j))).map_or(at, |j| j + 1)
    };
    let opens = scene.lower(end) == "that" || scene.quote_opened(end).is_some();
    if opens { end } else { at }
}

/// "Arena to close, council told": a headline's passive without its auxiliary.
fn told_at_end(context: &Context, i: usize, entry: &Entry) -> Option<Draft> {
    let scene = context.scene;
    let range = scene.search_range(i);
    let addressee = subject::own_subject(scene, i, range, Tokens::new(i, i + 1)).filter(|s| s.end <= i)?;
    let mut draft = Draft::new(Rule::WasTold, entry.lemma, entry.stance, i..i + 1, addressee.start..i + 1);
    draft.content = before::before(scene, draft.clause, range, context.clauses);
    draft.addressee = Some(addressee);
    (!draft.content.is_empty()).then_some(draft)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn believed_to() {
        check("The ship is believed to have slowed.", "[] <believed> The ship // to have slowed «believed to»");
        check("The child was believed at once.", "");
        check("He was projected on Friday to have won.", "[] <projected> He // to have won «believed to»");
        check(
            "Police are looking for a man believed to have fled.",
            "[] <believed> a man // to have fled «believed to»",
        );
        check("Police named the man believed at once.", "");
    }

    #[test]
    fn it_is_understood_that() {
        check(
            "It is understood that the road is closed.",
            "[] <understood> the road is closed «it is understood that»",
        );
        check("The question is understood by everyone.", "");
        check(
            "It was reported the fire started in a car.",
            "[] <reported> the fire started in a car «it is understood that»",
        );
        check(
            "It was reported on Saturday the prisoner was stabbed.",
            "[] <reported> the prisoner was stabbed «it is understood that»",
        );
        check("It was reported Friday.", "");
        check("It was reported a year later, and nobody read it.", "");
    }

    #[test]
    fn was_told() {
        check("Residents were told that the water was safe.", "[] <told> the water was safe «was told»");
        check("The story was told twice.", "");
        check("The suspects were tracked to a barn and ordered to come out.", "[] <ordered> to come out «was told»");
        check(
            "Residents are being told to closely watch the river.",
            "[] <told> to closely watch the river «was told»",
        );
        check(
            "The court was informed by the club’s lawyer Mara Ilves that the ledger was lost.",
            "[the club’s lawyer Mara Ilves] <informed> the ledger was lost «was told»",
        );
        check(
            "It was stressed during the visit that the road had been closed.",
            "[] <stressed> the road had been closed «was told»",
        );
        check("It was stressed during the visit.", "");
        check("Lodgers were requested not to open the windows.", "[] <requested> not to open the windows «was told»");
        check("Two clerks were accused of hiding the letters.", "[] <accused> hiding the letters «was told»");
        check("A man accused of hiding the letters has resigned.", "[] <accused> hiding the letters «was told»");
        check("The clerks accused of fraud went home.", "");
        check("Anyone who saw the crash is urged to call the police.", "[] <urged> to call the police «was told»");
        check("Nobody who saw the crash was told to call the police.", "");
        check(
            "The road is closed. This was said by the mayor on Friday.",
            "[the mayor] <said> The road is closed «was told»",
        );
        check("The road is closed. This was well received by the mayor.", "");
        check("The road is closed. Much was said by the mayor.", "");
    }
}

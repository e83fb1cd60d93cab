//! Reporting verbs: "X said that …", "…, X said", "X, who warned …", "a deal that X warned would …".

use super::around::around;
use super::content::{self, Place, Placed};
use super::cue::{self, Cue, Entry};
use super::draft::Draft;
use super::scene::{Scene, Tokens};
use super::voice::{is_asked, is_headline_passive, is_passive, is_reduced_relative};
use super::{Stance, placement, source};
use crate::tags::{Form, Relation};

/// A reporting verb with its clause, before its content is cut out.
struct Found {
    entry: Entry,
    cue: Cue,
    place: Place,
    rule: &'static str,
}

/// The claims of all reporting verbs, in text order; and all their clauses, for the rules that follow.
pub fn find(scene: &Scene) -> (Vec<Draft>, Vec<Placed>) {
    let found: Vec<Found> = (0..scene.document.tokens.len()).filter_map(|i| place(scene, i)).collect();
    let all: Vec<Placed> = found
        .iter()
        .map(|f| Placed {
            cue: f.cue.verb,
            clause: f.cue.clause.clone(),
            place: f.place,
            subject: f.cue.subject.clone(),
        })
        .collect();
    let drafts =
        found.iter().filter_map(|f| draft(scene, f, content::near(&all, &scene.sentence(f.cue.verb)))).collect();
    (drafts, all)
}

/// Reads the verb at `i` as a reporting verb and says where its content is.
fn place(scene: &Scene, i: usize) -> Option<Found> {
    let entry = cue::verb_entry(scene, i)?;
    if matches!(scene.relation(i), Relation::Amod | Relation::Compound | Relation::Case | Relation::Fixed) {
        return None;
    }
    let asks_not_to_be_named = scene.lower(i + 1) == "not" && scene.lower(i + 2) == "to" && scene.lower(i + 3) == "be";
    let is_loose_participle = entry.lemma == "ask" && is_asked(scene, i);
    let is_reduced = is_reduced_relative(scene, i);
    let is_quoted_as = scene.form(i) == Form::Vbg && i > 0 && scene.lower(i - 1) == "as";
    if is_headline_passive(scene, i)
        || is_passive(scene, i) && !is_reduced
        || asks_not_to_be_named
        || is_loose_participle
        || is_quoted_as
    {
        return None;
    }
    let cue = cue::read(scene, i, &entry);
    let bounds = scene.bounds(i);
    if is_free_relative(scene, &cue, &bounds) {
        return None;
    }
    let (place, rule) = placement::of(scene, &entry, &cue, &bounds)?;
    (!is_reduced || is_main_verb(scene, &cue, place, &bounds)).then_some(Found { entry, cue, place, rule })
}

/// "What we told this community was not true": the words that were told, not what was said in them.
fn is_free_relative(scene: &Scene, cue: &Cue, bounds: &Tokens) -> bool {
    let opens = cue.clause.start == bounds.start + 1 && scene.lower(bounds.start) == "what";
    opens && cue.subject.is_some() && !scene.is_comma(cue.clause.end)
}

/// Whether what looks like a participle is the verb of its clause: its source stands right before it, no other verb can
/// be the clause's, and it has a content.
fn is_main_verb(scene: &Scene, cue: &Cue, place: Place, bounds: &Tokens) -> bool {
    let Some(subject) = &cue.subject else { return false };
    let start = match place {
        Place::Before => return subject.end <= cue.verb,
        Place::Around(_) => return false,
        Place::Behind(start) => start,
    };
    let clause_start = (bounds.start..subject.start).rev().find(|&j| !scene.is_word(j)).map_or(bounds.start, |j| j + 1);
    let marked = scene.lower(start - 1) == "that" && !scene.is_finite(start)
        || scene.lower(start) == "to"
        || scene.quote_opened(start).is_some();
    subject.end <= cue.verb && marked && !scene.has_finite(clause_start..cue.verb)
}

/// Cuts out the content and names the source.
fn draft(scene: &Scene, found: &Found, all: &[Placed]) -> Option<Draft> {
    let Found { entry, cue, place, rule } = found;
    let bounds = scene.bounds(cue.verb);
    let mut draft = Draft::new(rule, entry.lemma, entry.stance, cue.tokens.clone(), cue.clause.clone());
    draft.negated = cue.negated;
    // Who is accused is not told.
    draft.addressee = cue.addressee.clone().filter(|_| !entry.frames.of_gerund());
    draft.source = cue
        .subject
        .clone()
        .filter(|s| is_phrase(scene, s))
        .or_else(|| of_main_clause(scene, &cue.tokens, cue.verb, all))
        .or_else(|| source::inherited(scene, cue.verb));
    draft.content = match *place {
        Place::Behind(start) => behind(scene, start, cue, &bounds, all),
        Place::Before => content::before(scene, &cue.clause, &bounds, all),
        Place::Around(end) => around(scene, cue, end, &bounds, all)?,
    };
    if draft.content.is_empty() {
        return None;
    }
    // "saying he was ill": what the parser takes for the subject of "saying" is part of the content.
    if draft.source.as_ref().is_some_and(|s| draft.content.iter().any(|c| c.start < s.end && s.start < c.end)) {
        draft.source = None;
    }
    let is_direct = draft.content.iter().any(|c| scene.quote_opened(c.start).is_some());
    let source = draft.source.clone();
    if source.is_none() && !(is_direct && *place == Place::Before) {
        return None;
    }
    if source.is_some_and(|s| !source::can_say(scene, &s, entry)) {
        return None;
    }
    if is_small_talk(scene, cue, &draft) {
        return None;
    }
    decline(scene, cue.verb, &mut draft);
    Some(draft)
}

/// "the start of a process to | suggest": what begins or ends with a preposition names nobody.
fn is_phrase(scene: &Scene, source: &Tokens) -> bool {
    let leads = matches!(scene.lower(source.start), "of" | "to" | "from" | "by" | "with" | "into");
    !leads && !matches!(scene.lower(source.end - 1), "to" | "of" | "from")
}

/// ", adding that", "and warned that": a verb without subject goes on with the reporting clause whose content ends there,
/// the outermost first; a participle that no content leads up to, with the last clause.
pub fn of_main_clause(scene: &Scene, tokens: &Tokens, verb: usize, all: &[Placed]) -> Option<Tokens> {
    let before = tokens.start.checked_sub(1)?;
    let is_loose = scene.form(verb) == Form::Vbg && (scene.is_comma(before) || scene.quote_closed(before).is_some());
    let is_joined = matches!(scene.lower(before), "and" | "but" | "or");
    if !is_loose && !is_joined {
        return None;
    }
    let bounds = scene.bounds(verb);
    let around = scene.quote_around(verb);
    let goes_on = |p: &&Placed| p.cue < verb && p.subject.is_some() && scene.quote_around(p.cue) == around;
    let leads_up = |p: &&Placed| {
        let end = match p.place {
            Place::Behind(start) => content::right_end(scene, start, &bounds, &p.clause, all),
            Place::Before | Place::Around(_) => p.clause.end,
        };
        end + 2 >= tokens.start && end <= tokens.start && (is_loose || scene.same_tense(p.cue, verb))
    };
    let main = all.iter().filter(goes_on).find(leads_up);
    let last = || all.iter().rfind(|p| goes_on(p) && scene.form(p.cue) != Form::Vbg).filter(|_| is_loose);
    main.or_else(last)?.subject.clone()
}

/// "you say", "I tell you" inside a quotation: nobody reports anything there.
fn is_small_talk(scene: &Scene, cue: &Cue, draft: &Draft) -> bool {
    let Some(source) = draft.source.as_ref().filter(|_| scene.quote_around(cue.verb).is_some()) else { return false };
    let is_pronoun = source.len() == 1
        && matches!(scene.lower(source.start), "i" | "you" | "we" | "they" | "people" | "that" | "who");
    let is_told = scene.form(cue.verb) == Form::Vbd && (scene.lower(source.start) != "you");
    is_pronoun && !is_told
}

/// The content behind a clause.
fn behind(scene: &Scene, start: usize, cue: &Cue, bounds: &Tokens, all: &[Placed]) -> Vec<Tokens> {
    let is_marked = start > cue.clause.end;
    if let Some(quote) = scene.quote_opened(start) {
        let tokens = scene.quotes[quote].tokens.clone();
        // "shout “Drop it!” after the shots": a whole sentence in marks is all that is said.
        let is_whole = tokens.len() > 3 && matches!(scene.lower(tokens.end - 2), "!" | "?");
        let goes_on = tokens.end < bounds.end && !scene.is_stop(tokens.end);
        let runs_on = goes_on && !is_whole && !(is_marked && scene.lower(start - 1) != "that");
        if !runs_on || tokens.end > bounds.end {
            return vec![tokens];
        }
    }
    let end = content::right_end(scene, start, bounds, &cue.clause, all);
    let content = scene.trim(start..end);
    if content.is_empty() { Vec::new() } else { vec![content] }
}

/// "declined to say whether": the saying did not take place.
fn decline(scene: &Scene, verb: usize, draft: &mut Draft) {
    if scene.relation(verb) != Relation::Xcomp {
        return;
    }
    let governor = scene.head(verb);
    if matches!(
        scene.lower(governor),
        "declined" | "declines" | "refused" | "refuses" | "refusing" | "declining" | "decline" | "refuse"
    ) && governor < verb
    {
        draft.stance = Stance::Declines;
        draft.lemma = if scene.lower(governor).starts_with('d') { "decline" } else { "refuse" }.to_owned();
        draft.cue = Some(governor..verb + 1);
        draft.rule = "declined to say";
    }
}

//! What opens a content: a clause, a question, an infinitive, a statement without "that".

use crate::claims::adjuncts;
use crate::claims::claim::Stance;
use crate::claims::cues::{Cue, Verb};
use crate::claims::lexicon::Entry;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is, is_relative};
use crate::tags::{Form, Pos, Relation};

/// The mark right after the reporting clause ("" where there is none) and the token after it.
pub fn past_mark<'s>(verb: &Verb<'s>) -> Option<(&'s str, usize)> {
    let Verb { scene, cue, range, .. } = verb;
    let at = cue.clause.end;
    let is_mark = at < range.end && (scene.is_comma(at) || scene.lower(at) == ":" || scene.is_dash(at));
    let next = at + usize::from(is_mark);
    (next < range.end).then_some((if is_mark { scene.lower(at) } else { "" }, next))
}

/// A finite verb follows, a quotation, what is demanded ("that Ferrant reopen the talks"), or what looks like a clause.
pub fn opens_clause(scene: &Scene, at: usize, range: Tokens) -> bool {
    let has_words = scene.count_words(at + 1..range.end) >= 3
        && matches!(scene.pos(at + 1), Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    has_words
        || (at + 1..range.end).any(|j| scene.form(j) == Form::Vb)
        || scene.has_finite(at + 1..range.end)
        || scene.quote_opened(at + 1).is_some()
}

/// Whether the words at `at` open a question clause; "if" and "how" after verbs that ask or tell only.
pub fn opens_question(scene: &Scene, at: usize, entry: &Entry, cue: &Cue) -> bool {
    match scene.lower(at) {
        "whether" => true,
        "if" => matches!(entry.stance, Stance::Asks),
        "who" if cue.addressee.is_some() => false,
        "when" if matches!(scene.lower(at + 1), "asked" | "pressed" | "questioned") => false,
        "why" | "how" | "what" | "when" | "where" | "who" => {
            matches!(entry.stance, Stance::Asks)
                || cue.negated
                || matches!(entry.lemma, "explain" | "describe" | "detail" | "tell" | "recall" | "recount")
        }
        _ => false,
    }
}

/// "to meet", "not to meet", "never to".
pub fn opens_infinitive(scene: &Scene, at: usize) -> bool {
    let to = if matches!(scene.lower(at), "not" | "never") { at + 1 } else { at };
    scene.lower(to) == "to"
        && (matches!(scene.pos(to + 1), Pos::Verb | Pos::Aux | Pos::Adv)
            || scene.quote_opened(to + 1).is_some()
            || adjuncts::is_base_form(scene, to + 1))
}

/// The last token before the clause that is no comma or dash.
pub fn last_before(scene: &Scene, cue: &Cue, range: Tokens) -> Option<usize> {
    (range.start..cue.clause.start).rev().find(|&j| !(scene.is_comma(j) || scene.is_dash(j)))
}

/// Whether a quotation ends right before the clause.
pub fn follows_quotation(scene: &Scene, cue: &Cue, range: Tokens) -> bool {
    last_before(scene, cue, range).is_some_and(|j| scene.quote_closed(j).is_some())
}

/// Whether nothing that the verb could govern stands at `end`: a mark, or in a headline an adverbial.
pub fn closes_clause(scene: &Scene, end: usize, range: Tokens) -> bool {
    let is_mark = |j: usize| !scene.is_word(j) && !matches!(scene.lower(j), "$" | "£" | "€" | "#");
    let is_adverbial = is(scene.lower(end), Class::AfterClause);
    end >= range.end || is_mark(end) || is_adverbial
}

/// "These values | , she said, | *bring* out the best": after the comma at `at` the verb of the phrase that stands before the
/// clause, though the tagger took it for an infinitive or a participle.
pub fn resumes_with_predicate(scene: &Scene, left: Tokens, at: usize) -> bool {
    let left = scene.trim(left);
    let is_phrase = !left.is_empty()
        && !scene.has_finite(left)
        && matches!(scene.pos(left.start), Pos::Det | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Adj)
        && !scene.is_time(left.start);
    let verb = (at + 1..scene.sentence(at).end).find(|&j| scene.pos(j) != Pos::Adv);
    let is_verb = |j: usize| {
        let looks_past = scene.form(j) == Form::Vbn && scene.lower(j).ends_with("ed") && scene.lower(j + 1) != "by";
        scene.pos(j) == Pos::Verb && (scene.form(j) == Form::Vb || looks_past)
    };
    is_phrase && scene.is_comma(at) && verb.is_some_and(is_verb)
}

/// "says the accord obliges Kazakhstan to": what the tagger takes for the last noun of a phrase, though another begins after it.
pub fn has_untagged_predicate(scene: &Scene, at: usize, range: Tokens) -> bool {
    let is_noun = |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn);
    let begins_phrase = |j: usize| matches!(scene.pos(j), Pos::Det | Pos::Propn) || scene.form(j) == Form::Prp;
    let verb = (at + 2..range.end.min(at + 8)).find(|&j| is_noun(j) && begins_phrase(j + 1));
    let looks = |j: usize| scene.form(j) == Form::Nns && !scene.document.is_capitalized(j) && is_noun(j - 1);
    verb.is_some_and(looks) && scene.pos(at) == Pos::Det
}

/// Words of a parenthesis between a subject and its verb are at most this many.
const LONGEST_PARENTHESIS: usize = 18;

/// "his visit | – a rare trip – | was", "Roe | , the mayor, | was": past what stands between two dashes, in brackets, between
/// "who" and a comma, or beside a noun without a verb of its own.
fn past_parenthesis(scene: &Scene, at: usize, range: Tokens) -> usize {
    let is_close = |j: usize| match scene.lower(at) {
        "(" => scene.lower(j) == ")",
        "," => scene.is_comma(j),
        _ => scene.is_dash(j),
    };
    let opens = scene.is_dash(at) || scene.lower(at) == "(" || scene.is_comma(at);
    let close = (at + 1..range.end.min(at + LONGEST_PARENTHESIS)).find(|&j| is_close(j)).filter(|_| opens);
    let fits = |&close: &usize| {
        !scene.is_comma(at) || is_relative(scene, at + 1) || is_apposition(scene, Tokens::new(at + 1, close))
    };
    close.filter(fits).map_or(at, |close| close + 1)
}

/// "the mayor", "to be called Bangsamoro": says more of a noun, without a finite verb.
fn is_apposition(scene: &Scene, between: Tokens) -> bool {
    let opens = matches!(scene.pos(between.start), Pos::Det | Pos::Propn | Pos::Noun | Pos::Adj | Pos::Part);
    opens && !scene.has_finite(between)
}

/// "found | the lines “posed a risk”": a noun phrase and right after it its finite verb, perhaps in marks.
pub fn opens_statement(scene: &Scene, at: usize, range: Tokens) -> bool {
    verb_of_statement(scene, at, range).is_some()
}

/// The finite verb of the statement that begins at `at` with a noun phrase as its subject, right after it.
pub fn verb_of_statement(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    // "found | only a quarter favoured", "confirmed | about 1,200 posts have been filled".
    let is_hedge = matches!(scene.lower(at), "only" | "just" | "even" | "almost" | "nearly")
        || scene.pos(at) == Pos::Adv && scene.pos(at + 1) == Pos::Num;
    let at = at + usize::from(is_hedge);
    let end = (at..range.end.min(at + 14)).find(|&j| {
        let joins = j > at && scene.pos(j) == Pos::Adp && matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn);
        !joins
            && scene.relation(j) != Relation::Amod
            && !matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num)
            && (!matches!(scene.lower(j), "'s" | "of" | "-" | "in" | "$" | "£" | "€") || scene.is_dash(j))
    });
    let end = end.filter(|&end| end > at).map(|end| past_parenthesis(scene, end, range))?;
    let mut verb = if scene.quote_opened(end).is_some() { end + 1 } else { end };
    while verb < range.end && scene.pos(verb) == Pos::Adv {
        verb += 1;
    }
    let is_quoted_past = verb > end && scene.lower(verb).ends_with("ed");
    let is_relative = (at..end).any(|j| matches!(scene.lower(j), "that" | "who" | "which"));
    ((scene.is_finite(verb) || is_quoted_past) && !is_relative).then_some(verb)
}

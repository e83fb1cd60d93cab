//! Where the content of a reporting verb stands: what opens it, and how sure that is.

use super::content::Place;
use super::cue::{Cue, Entry};
use super::scene::{Scene, Tokens};
use super::{Stance, adjuncts, source, subject};
use crate::tags::{Form, Pos, Relation};

/// A way to find the place of a content, with the name of its rule.
type Finder = fn(&Scene, &Entry, &Cue, &Tokens) -> Option<(Place, &'static str)>;

/// "says the accord obliges Kazakhstan to": what the tagger takes for the last noun of a phrase, though another begins behind it.
fn has_untagged_predicate(scene: &Scene, at: usize, bounds: &Tokens) -> bool {
    let is_noun = |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn);
    let begins_phrase = |j: usize| matches!(scene.pos(j), Pos::Det | Pos::Propn) || scene.form(j) == Form::Prp;
    let verb = (at + 2..bounds.end.min(at + 8)).find(|&j| is_noun(j) && begins_phrase(j + 1));
    let looks = |j: usize| scene.form(j) == Form::Nns && !scene.document.is_capitalized(j) && is_noun(j - 1);
    verb.is_some_and(looks) && scene.pos(at) == Pos::Det
}

/// Words of a parenthesis between a subject and its verb are at most this many.
const LONGEST_PARENTHESIS: usize = 18;

/// From the surest to the boldest: the first that answers is believed.
const FINDERS: &[Finder] =
    &[content_behind, predicate_in_marks, quotation_behind, content_before, content_around, bare_clause];

/// The place of the content of a reporting verb, and the rule that found it.
pub fn of(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    FINDERS.iter().find_map(|find| find(scene, entry, cue, bounds))
}

/// The mark right behind the clause ("" where there is none) and the token behind it.
fn past_mark<'s>(scene: &'s Scene, cue: &Cue, bounds: &Tokens) -> Option<(&'s str, usize)> {
    let at = cue.clause.end;
    let is_mark = at < bounds.end && (scene.is_comma(at) || scene.lower(at) == ":" || scene.is_dash(at));
    let next = at + usize::from(is_mark);
    (next < bounds.end).then_some((if is_mark { scene.lower(at) } else { "" }, next))
}

/// Content that a word behind the clause opens: "that", "whether", "to", a gerund.
fn content_behind(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let frames = entry.frames;
    let (mark, at) = past_mark(scene, cue, bounds)?;
    let next = scene.lower(at);
    if next == "that" && mark != ":" && frames.that_clause() && opens_clause(scene, at, bounds) {
        return Some((Place::Behind(at + 1), "verb and that-clause"));
    }
    if mark.is_empty() && frames.question() && opens_question(scene, at, entry, cue) {
        return Some((Place::Behind(at), "verb and question"));
    }
    if next == "to" && scene.lower(at + 1) == "know" && matches!(entry.lemma, "demand" | "ask") {
        return Some((Place::Behind(at + 2), "verb and question"));
    }
    if mark.is_empty() && frames.infinitive() && opens_infinitive(scene, at) {
        return Some((Place::Behind(at), "verb and infinitive"));
    }
    let takes_gerund = matches!(entry.lemma, "admit" | "deny" | "describe" | "recall" | "remember" | "recommend");
    if mark.is_empty() && takes_gerund && scene.form(at) == Form::Vbg && at == cue.tokens.end {
        return Some((Place::Behind(at), "verb and gerund"));
    }
    // "The man accused of buying": there somebody else accuses.
    let is_accused = frames.object() && cue.addressee.is_none();
    if mark.is_empty() && frames.of_gerund() && !is_accused && next == "of" && scene.lower(at + 1).ends_with("ing") {
        return Some((Place::Behind(at + 1), "verb, of and gerund"));
    }
    None
}

/// A quotation behind the clause, perhaps behind a colon; without marks, a statement behind a colon.
fn quotation_behind(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let (mark, at) = past_mark(scene, cue, bounds)?;
    // "asked in a column headlined “Salt in the Wound”": a title.
    let is_title = matches!(scene.lower(at - 1), "headlined" | "titled" | "entitled");
    if !entry.frames.quotation() || is_manner(scene, entry, at) || is_title {
        return None;
    }
    let is_inside = scene.lower(cue.clause.start) == "as" && cue.clause.start > bounds.start + 1;
    if scene.quote_opened(at).is_some() && (mark != "," || !follows_quotation(scene, cue, bounds) && !is_inside) {
        return Some((Place::Behind(at), "verb before quotation"));
    }
    if let Some(quote) = quotation_behind_colon(scene, cue.clause.end, bounds) {
        return Some((Place::Behind(quote), "verb before quotation"));
    }
    (mark == ":" && scene.has_finite(at..bounds.end)).then_some((Place::Behind(at), "verb and colon"))
}

/// "a question that Tanaka says | “belongs to politicians”": the predicate of the noun before the relative word, in marks.
fn predicate_in_marks(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let (mark, at) = past_mark(scene, cue, bounds)?;
    let start = cue.clause.start;
    let opens = scene.quote_opened(at).is_some() && scene.is_finite(at + 1);
    let is_relative = start > bounds.start + 1
        && matches!(scene.lower(start - 1), "that" | "which" | "who")
        && (scene.is_comma(start - 2) || matches!(scene.pos(start - 2), Pos::Noun | Pos::Propn));
    (mark.is_empty() && entry.frames.quotation() && cue.subject.is_some() && opens && is_relative)
        .then_some((Place::Around(at), "relative clause around the verb"))
}

/// "have agreed “in principle” to": how, not what.
fn is_manner(scene: &Scene, entry: &Entry, at: usize) -> bool {
    entry.lemma == "agree" && scene.quote_opened(at).is_some_and(|q| scene.lower(scene.quotes[q].tokens.end) == "to")
}

/// "told the BBC's Today programme: “…”": a quotation behind a colon, whatever noun phrases stand before it.
fn quotation_behind_colon(scene: &Scene, at: usize, bounds: &Tokens) -> Option<usize> {
    let colon = (at..bounds.end.min(at + 14)).find(|&j| scene.lower(j) == ":")?;
    let parts = |j: usize| scene.quote_opened(j).is_some() || scene.is_comma(j) || scene.is_dash(j);
    let is_plain = !scene.has_finite(at..colon) && !(at..colon).any(parts);
    (is_plain && scene.quote_opened(colon + 1).is_some()).then_some(colon + 1)
}

/// A finite verb follows, a quotation, what is demanded ("that Ferrant reopen the talks"), or what looks like a clause.
fn opens_clause(scene: &Scene, at: usize, bounds: &Tokens) -> bool {
    let has_words = scene.count_words(at + 1..bounds.end) >= 3
        && matches!(scene.pos(at + 1), Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    has_words
        || (at + 1..bounds.end).any(|j| scene.form(j) == Form::Vb)
        || scene.has_finite(at + 1..bounds.end)
        || scene.quote_opened(at + 1).is_some()
}

/// Whether the words at `at` open a question clause; "if" and "how" after verbs that ask or tell only.
fn opens_question(scene: &Scene, at: usize, entry: &Entry, cue: &Cue) -> bool {
    match scene.lower(at) {
        "whether" => true,
        "if" => matches!(entry.stance, Stance::Asks),
        "who" if cue.addressee.is_some() => false,
        "when" if matches!(scene.lower(at + 1), "asked" | "pressed" | "questioned") => false,
        "why" | "how" | "what" | "when" | "where" | "who" => {
            matches!(entry.stance, Stance::Asks)
                || cue.negated
                || matches!(entry.lemma, "explain" | "describe" | "detail" | "tell" | "recall")
        }
        _ => false,
    }
}

/// "to meet", "not to meet", "never to".
fn opens_infinitive(scene: &Scene, at: usize) -> bool {
    let to = if matches!(scene.lower(at), "not" | "never") { at + 1 } else { at };
    scene.lower(to) == "to"
        && (matches!(scene.pos(to + 1), Pos::Verb | Pos::Aux | Pos::Adv)
            || scene.quote_opened(to + 1).is_some()
            || adjuncts::is_base_form(scene, to + 1))
}

/// Whether a quotation ends right before the clause.
fn follows_quotation(scene: &Scene, cue: &Cue, bounds: &Tokens) -> bool {
    last_before(scene, cue, bounds).is_some_and(|j| scene.quote_closed(j).is_some())
}

/// The last token before the clause that is no comma or dash.
fn last_before(scene: &Scene, cue: &Cue, bounds: &Tokens) -> Option<usize> {
    (bounds.start..cue.clause.start).rev().find(|&j| !(scene.is_comma(j) || scene.is_dash(j)))
}

/// Content before a trailing or parenthetical clause: the clause is parted from it by a mark and nothing but a mark follows.
fn content_before(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let start = cue.clause.start;
    if start <= bounds.start {
        return None;
    }
    let closes = closes_clause(scene, cue.clause.end, bounds);
    let last = last_before(scene, cue, bounds)?;
    if let Some(quote) = scene.quote_closed(last).map(|q| &scene.quotes[q]) {
        let opens_sentence = quote.tokens.start <= bounds.start;
        let is_long = scene.count_words(quote.tokens.clone()) >= 3 || opens_sentence;
        if entry.frames.quotation() && is_long && (closes || opens_sentence) {
            return Some((Place::Before, "verb after quotation"));
        }
    }
    let parted = last + 1 < start || scene.quote_closed(last).is_some() && scene.is_comma(last - 1);
    let asks_back = matches!(scene.lower(last), "?" | "!");
    let is_loose = cue.subject.is_some() && (entry.frames.that_clause() || entry.frames.quotation() && asks_back);
    let goes_on = cue.clause.end < bounds.end && scene.is_comma(cue.clause.end);
    let fewest = if goes_on { 1 } else { 2 };
    let is_whole = scene.count_words(bounds.start..start) >= fewest && is_statement(scene, bounds.start..start, cue);
    (is_loose && closes && (parted || asks_back) && is_whole && !begins_relative(scene, cue))
        .then_some((Place::Before, "verb after statement"))
}

/// Whether nothing that the verb could govern stands at `end`: a mark, or in a headline an adverbial.
fn closes_clause(scene: &Scene, end: usize, bounds: &Tokens) -> bool {
    let is_mark = |j: usize| !scene.is_word(j) && !matches!(scene.lower(j), "$" | "£" | "€" | "#");
    let is_adverbial = matches!(
        scene.lower(end),
        "and"
            | "but"
            | "as"
            | "while"
            | "after"
            | "before"
            | "in"
            | "when"
            | "at"
            | "on"
            | "during"
            | "ahead"
            | "amid"
            | "of"
            | "about"
            | "with"
    );
    end >= bounds.end || is_mark(end) || is_adverbial
}

/// A statement has a finite verb, before the clause or behind it; a headline may do without.
fn is_statement(scene: &Scene, left: Tokens, cue: &Cue) -> bool {
    let sentence = scene.sentence(cue.verb);
    scene.in_headline(cue.verb)
        || scene.has_finite(left.clone())
        || scene.has_finite(cue.clause.end..sentence.end)
        || cue.subject.as_ref().is_some_and(|s| s.end <= cue.verb) && looks_whole(scene, &left)
}

/// Words before a reporting clause that are a statement even if the tagger sees no verb among them.
const FEWEST_WORDS_IN_STATEMENT: usize = 6;

/// "Unemployment *rose* to 8.6% in May": long, and begun by what can be a subject.
fn looks_whole(scene: &Scene, left: &Tokens) -> bool {
    let opens = matches!(scene.pos(left.start), Pos::Det | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Adj);
    opens && !scene.is_time(left.start) && scene.count_words(left.clone()) >= FEWEST_WORDS_IN_STATEMENT
}

/// "…, who said": the subject is a relative pronoun.
fn begins_relative(scene: &Scene, cue: &Cue) -> bool {
    cue.subject.as_ref().is_some_and(|s| matches!(scene.lower(s.start), "who" | "which" | "that"))
}

/// "a deal that the United States has warned | would violate": a finite verb without subject behind the clause.
fn content_around(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let end = cue.clause.end;
    let start = cue.clause.start;
    if !entry.frames.that_clause() || end >= bounds.end || start <= bounds.start || cue.subject.is_none() {
        return None;
    }
    let relative = matches!(scene.lower(start - 1), "that" | "which" | "who" | "whom");
    let after_noun = matches!(scene.pos(start - 1), Pos::Noun | Pos::Propn);
    let mut verb = end;
    while verb < bounds.end && scene.pos(verb) == Pos::Adv {
        verb += 1;
    }
    let is_gap = scene.is_finite(verb) && (relative || after_noun && scene.relation(cue.verb) == Relation::AclRelcl);
    is_gap.then_some((Place::Around(end), "relative clause around the verb"))
}

/// "Kim said his visit was …": a clause with its own subject right behind.
fn bare_clause(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let at = cue.clause.end;
    if !(entry.frames.clause() || source::needs_evidence(entry.lemma))
        || at >= bounds.end
        || !(scene.is_word(at)
            || scene.quote_opened(at).is_some()
            || matches!(scene.lower(at), "$" | "£" | "€" | "(" | "["))
    {
        return None;
    }
    if matches!(scene.pos(at), Pos::Cconj) || matches!(scene.lower(at), "as" | "than" | "while" | "because") {
        return None;
    }
    let clause = scene.syntax.children(cue.verb).find(|&j| {
        j >= at
            && matches!(scene.relation(j), Relation::Ccomp | Relation::Parataxis)
            && bounds.contains(&j)
            && !(at..j).any(|k| scene.lower(k) == ";")
    });
    let is_bare = clause.is_some_and(|c| {
        // "he then left": the tagger may take a past tense for a participle; a subject shows the clause.
        scene.has_finite(at..scene.syntax.subtree(c).end.min(bounds.end))
            || source::subject_of(scene, c).is_some_and(|s| s >= at)
    });
    let by_look = (scene.has_finite(at..bounds.end.min(at + 25)) || has_untagged_predicate(scene, at, bounds))
        && matches!(scene.pos(at), Pos::Pron | Pos::Det | Pos::Propn | Pos::Noun | Pos::Adj | Pos::Num | Pos::Sconj)
        && matches!(
            entry.lemma,
            "say"
                | "tell"
                | "add"
                | "insist"
                | "claim"
                | "argue"
                | "warn"
                | "believe"
                | "suggest"
                | "admit"
                | "announce"
                | "deny"
        );
    // "has not denied the remark, but says": the verb belongs to what goes on behind.
    let is_bare_noun = entry.lemma == "deny"
        && (at..bounds.end).find(|&j| scene.is_comma(j) || scene.is_finite(j)).is_none_or(|j| scene.is_comma(j));
    if is_bare_noun {
        return None;
    }
    (entry.frames.clause() && (is_bare || by_look) || opens_statement(scene, at, bounds))
        .then_some((Place::Behind(at), "verb and bare clause"))
}

/// "his visit | – a rare trip – | was": past what stands between two dashes, in brackets, or between "who" and a comma.
fn past_parenthesis(scene: &Scene, at: usize, bounds: &Tokens) -> usize {
    let is_close = |j: usize| match scene.lower(at) {
        "(" => scene.lower(j) == ")",
        "," => scene.is_comma(j),
        _ => scene.is_dash(j),
    };
    let opens =
        scene.is_dash(at) || scene.lower(at) == "(" || scene.is_comma(at) && subject::is_relative(scene, at + 1);
    let close = (at + 1..bounds.end.min(at + LONGEST_PARENTHESIS)).find(|&j| is_close(j)).filter(|_| opens);
    close.map_or(at, |close| close + 1)
}

/// "found | the lines “posed a risk”": a noun phrase and right behind it its finite verb, perhaps in marks.
pub fn opens_statement(scene: &Scene, at: usize, bounds: &Tokens) -> bool {
    // "found | only a quarter favoured".
    let at = at + usize::from(matches!(scene.lower(at), "only" | "just" | "even" | "almost" | "nearly"));
    let end = (at..bounds.end.min(at + 14)).find(|&j| {
        let joins = j > at && scene.pos(j) == Pos::Adp && matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn);
        !joins
            && !matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num)
            && (!matches!(scene.lower(j), "'s" | "’s" | "of" | "-" | "in" | "$" | "£" | "€") || scene.is_dash(j))
    });
    let Some(end) = end.filter(|&end| end > at).map(|end| past_parenthesis(scene, end, bounds)) else { return false };
    let mut verb = if scene.quote_opened(end).is_some() { end + 1 } else { end };
    while verb < bounds.end && scene.pos(verb) == Pos::Adv {
        verb += 1;
    }
    let is_quoted_past = verb > end && scene.lower(verb).ends_with("ed");
    (scene.is_finite(verb) || is_quoted_past) && !(at..end).any(|j| matches!(scene.lower(j), "that" | "who" | "which"))
}

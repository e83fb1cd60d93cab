//! Reporting verbs: "X said that …", "…, X said", "X, who warned …", "a deal that X warned would …".

use super::content::{self, Place, Placed};
use super::cue::{self, Cue, Entry};
use super::draft::Draft;
use super::scene::{Scene, Tokens};
use super::{Stance, adjuncts, source, subject};
use crate::tags::{Form, Pos, Relation};

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
    let is_loose_participle =
        entry.lemma == "ask" && i == scene.bounds(i).start && matches!(scene.form(i), Form::Vbn | Form::Vbd);
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
    let (place, rule) = content_behind(scene, &entry, &cue, &bounds)
        .or_else(|| content_before(scene, &entry, &cue, &bounds))
        .or_else(|| content_around(scene, &entry, &cue, &bounds))
        .or_else(|| bare_clause(scene, &entry, &cue, &bounds))?;
    (!is_reduced || is_main_verb(scene, &cue, place, &bounds)).then_some(Found { entry, cue, place, rule })
}

/// "the league confirmed that", "a plan announced by": a participle behind a noun, or a past tense taken for one.
fn is_reduced_relative(scene: &Scene, i: usize) -> bool {
    scene.form(i) == Form::Vbn
        && scene.relation(i) == Relation::Acl
        && !scene.syntax.children(i).any(|j| scene.relation(j) == Relation::AuxPass && j < i)
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

/// "council told", "thousands told to flee": in a headline "told" without an object says who was told.
pub fn is_headline_passive(scene: &Scene, i: usize) -> bool {
    let next = scene.lower(i + 1);
    scene.in_headline(i)
        && scene.lower(i) == "told"
        && (i + 1 >= scene.sentence(i).end || next == "to" || scene.is_stop(i + 1))
}

/// "was told", "is believed": others speak there.
pub fn is_passive(scene: &Scene, i: usize) -> bool {
    let has_passive_aux = scene.syntax.children(i).any(|j| scene.relation(j) == Relation::AuxPass && j < i);
    has_passive_aux || scene.form(i) == Form::Vbn && scene.relation(i) == Relation::Acl
}

/// Content that a mark or word behind the clause opens: "that", "whether", "to", a quotation, a colon.
fn content_behind(scene: &Scene, entry: &Entry, cue: &Cue, bounds: &Tokens) -> Option<(Place, &'static str)> {
    let frames = entry.frames;
    let mut at = cue.clause.end;
    let mark = if at < bounds.end && (scene.is_comma(at) || scene.lower(at) == ":" || scene.is_dash(at)) {
        scene.lower(at)
    } else {
        ""
    };
    at += usize::from(!mark.is_empty());
    if at >= bounds.end {
        return None;
    }
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
    let takes_gerund = matches!(entry.lemma, "admit" | "deny" | "describe" | "recall" | "remember");
    if mark.is_empty() && takes_gerund && scene.form(at) == Form::Vbg && at == cue.tokens.end {
        return Some((Place::Behind(at), "verb and gerund"));
    }
    if mark.is_empty() && frames.of_gerund() && next == "of" && scene.form(at + 1) == Form::Vbg {
        return Some((Place::Behind(at + 1), "verb, of and gerund"));
    }
    let is_inside = scene.lower(cue.clause.start) == "as" && cue.clause.start > bounds.start + 1;
    if frames.quotation()
        && scene.quote_opened(at).is_some()
        && (mark != "," || !follows_quotation(scene, cue, bounds) && !is_inside)
    {
        return Some((Place::Behind(at), "verb before quotation"));
    }
    if let Some(quote) = quotation_behind_colon(scene, cue.clause.end, bounds).filter(|_| frames.quotation()) {
        return Some((Place::Behind(quote), "verb before quotation"));
    }
    if mark == ":" && frames.quotation() && scene.has_finite(at..bounds.end) {
        return Some((Place::Behind(at), "verb and colon"));
    }
    None
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
    scene.in_headline(cue.verb) || scene.has_finite(left) || scene.has_finite(cue.clause.end..sentence.end)
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
    let by_look = scene.has_finite(at..bounds.end.min(at + 25))
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
    (entry.frames.clause() && (is_bare || by_look) || opens_statement(scene, at, bounds))
        .then_some((Place::Behind(at), "verb and bare clause"))
}

/// "found | the lines “posed a risk”": a noun phrase and right behind it its finite verb, perhaps in marks.
pub fn opens_statement(scene: &Scene, at: usize, bounds: &Tokens) -> bool {
    let end = (at..bounds.end.min(at + 14)).find(|&j| {
        let joins = j > at && scene.pos(j) == Pos::Adp && matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn);
        !joins
            && !matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num)
            && !matches!(scene.lower(j), "'s" | "’s" | "of" | "-" | "in" | "$" | "£" | "€")
    });
    let Some(end) = end.filter(|&end| end > at) else { return false };
    let mut verb = if scene.quote_opened(end).is_some() { end + 1 } else { end };
    while verb < bounds.end && scene.pos(verb) == Pos::Adv {
        verb += 1;
    }
    let is_quoted_past = verb > end && scene.lower(verb).ends_with("ed");
    (scene.is_finite(verb) || is_quoted_past) && !(at..end).any(|j| matches!(scene.lower(j), "that" | "who" | "which"))
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
        let runs_on =
            tokens.end < bounds.end && !scene.is_stop(tokens.end) && !(is_marked && scene.lower(start - 1) != "that");
        if !runs_on || tokens.end > bounds.end {
            return vec![tokens];
        }
    }
    let end = content::right_end(scene, start, bounds, &cue.clause, all);
    let content = scene.trim(start..end);
    if content.is_empty() { Vec::new() } else { vec![content] }
}

/// Antecedent and predicate of a relative clause that the reporting clause interrupts.
fn around(scene: &Scene, cue: &Cue, predicate: usize, bounds: &Tokens, all: &[Placed]) -> Option<Vec<Tokens>> {
    let mut last = cue.clause.start - 1;
    if matches!(scene.lower(last), "that" | "which" | "who" | "whom") {
        last = last.checked_sub(1)?;
    }
    let is_loose = scene.is_comma(last) || scene.is_dash(last);
    if is_loose {
        last = last.checked_sub(1)?;
    }
    let head = antecedent(scene, cue, last, bounds);
    let subtree = scene.syntax.subtree(head);
    let phrase = scene.trim(subtree.start.max(bounds.start)..last + 1);
    let start = phrase.clone().find(|&j| scene.pos(j) != Pos::Adp)?;
    let mut end = content::right_end(scene, predicate, bounds, &cue.clause, all);
    end = predicate_of_main(scene, predicate, end).unwrap_or(end);
    if is_loose {
        end = (predicate + 1..end).find(|&j| scene.is_comma(j) || scene.is_dash(j)).unwrap_or(end);
    }
    Some(vec![start..phrase.end, scene.trim(predicate..end)])
}

/// "a cod that he warned could fall | will stay": where the antecedent's own predicate begins behind the clause's.
fn predicate_of_main(scene: &Scene, predicate: usize, end: usize) -> Option<usize> {
    let verb = (predicate..end).find(|&j| scene.pos(j) == Pos::Verb)?;
    let begins_phrase = |j: usize| {
        matches!(scene.pos(j), Pos::Det | Pos::Pron | Pos::Propn) && matches!(scene.pos(j - 1), Pos::Noun | Pos::Num)
    };
    let parts =
        |j: usize| scene.is_comma(j) || scene.pos(j) == Pos::Sconj || scene.pos(j) == Pos::Cconj || begins_phrase(j);
    let until = (verb + 1..end).find(|&j| parts(j) || subject::is_relative(scene, j)).unwrap_or(end);
    (verb + 1..until).find(|&j| {
        let stands_alone = matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn | Pos::Num | Pos::Verb)
            || scene.quote_closed(j - 1).is_some();
        scene.pos(j) == Pos::Aux && scene.is_finite(j) && stands_alone
    })
}

/// The noun that the relative clause is about.
fn antecedent(scene: &Scene, cue: &Cue, last: usize, bounds: &Tokens) -> usize {
    if scene.relation(cue.verb) == Relation::AclRelcl
        && scene.head(cue.verb) <= last
        && bounds.contains(&scene.head(cue.verb))
    {
        return scene.head(cue.verb);
    }
    let mut head = last;
    while scene.head(head) < head
        && bounds.contains(&scene.head(head))
        && matches!(scene.relation(head), Relation::Flat | Relation::Appos | Relation::Nummod)
    {
        head = scene.head(head);
    }
    while scene.head(head) <= last
        && scene.head(head) != head
        && matches!(scene.relation(head), Relation::Compound | Relation::Amod | Relation::Det)
    {
        head = scene.head(head);
    }
    head
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

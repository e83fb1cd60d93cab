//! Where the content of a reporting clause lies, and where it ends.

use super::scene::{Scene, Tokens};
use crate::tags::{Form, Pos, Relation};

/// Where the content stands, seen from its reporting clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Behind the clause, from this token on.
    Behind(usize),
    /// Before the clause, perhaps going on behind it.
    Before,
    /// Antecedent and predicate around a relative clause: "a deal that X warned would …".
    Around(usize),
}

/// A reporting clause with the place of its content: what other clauses need to know of it.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The verb or other cue word.
    pub cue: usize,
    /// The clause.
    pub clause: Tokens,
    /// Where its content is.
    pub place: Place,
    /// The source, where it stands in the clause itself.
    pub subject: Option<Tokens>,
}

/// The clauses whose cue stands in these tokens: `all` is in the order of the cues.
pub fn near<'p>(all: &'p [Placed], tokens: &Tokens) -> &'p [Placed] {
    let first = all.partition_point(|p| p.cue < tokens.start);
    let last = all.partition_point(|p| p.cue < tokens.end);
    &all[first..last.max(first)]
}

/// The content before a trailing or parenthetical clause, and what goes on behind it.
pub fn before(scene: &Scene, clause: &Tokens, bounds: &Tokens, all: &[Placed]) -> Vec<Tokens> {
    let left = scene.trim(left_start(scene, clause, bounds, all)..clause.start);
    let mut content: Vec<Tokens> = (left.start < left.end).then_some(left.clone()).into_iter().collect();
    if let Some(right) = continuation(scene, clause, bounds, &left, all) {
        content.push(right);
    }
    content
}

/// Where the content before a clause begins: its sentence, or the quotation that began earlier; behind "But" and behind an earlier claim.
fn left_start(scene: &Scene, clause: &Tokens, bounds: &Tokens, all: &[Placed]) -> usize {
    let mark = (bounds.start..clause.start).rev().find(|&j| !(scene.is_comma(j) || scene.is_dash(j)));
    if let Some(quote) = mark.and_then(|j| scene.quote_closed(j)) {
        let start = scene.quotes[quote].tokens.start;
        if start < bounds.start {
            let sentence = scene.sentence(start);
            return if is_content_start(scene, start, sentence.start) { start } else { sentence.start };
        }
        let is_announced = start > bounds.start && (scene.lower(start - 1) == ":" || scene.is_dash(start - 1));
        if is_announced || !scene.has_finite(bounds.start..start) && !joins(scene, bounds.start, start) {
            return start;
        }
    }
    let earlier = all.iter().filter(|p| {
        p.clause.end <= clause.start
            && p.clause.start >= bounds.start
            && matches!(p.place, Place::Before)
            && scene.has_finite(p.clause.end..clause.start)
    });
    let mut start = earlier
        .map(|p| p.clause.end)
        .max()
        .filter(|&e| scene.is_comma(e) || scene.lower(e) == ";")
        .map_or(bounds.start, |e| e + 1);
    while start < clause.start && opens_sentence_outside(scene, start) {
        start += 1;
    }
    start
}

/// "But", "Meanwhile,": the writer's own words at the head of a sentence.
fn opens_sentence_outside(scene: &Scene, i: usize) -> bool {
    match scene.lower(i) {
        "but" | "and" | "yet" | "so" | "meanwhile" | "however" | "separately" | "still" => {
            scene.quote_opened(i).is_none()
        }
        "," => true,
        _ => false,
    }
}

/// Whether only connectives stand before a quotation at the head of a sentence.
fn is_content_start(scene: &Scene, quote: usize, sentence: usize) -> bool {
    (sentence..quote).all(|j| opens_sentence_outside(scene, j))
}

/// Whether the words before a quotation run into it, so that both are the content: "the plan was “dead”".
fn joins(scene: &Scene, from: usize, quote: usize) -> bool {
    scene.count_words(from..quote) > 0 && !scene.is_comma(quote - 1) && scene.lower(quote - 1) != ":"
}

/// What goes on behind a parenthetical clause: a re-opened quotation, the predicate, a "because".
fn continuation(scene: &Scene, clause: &Tokens, bounds: &Tokens, left: &Tokens, all: &[Placed]) -> Option<Tokens> {
    let mut at = clause.end;
    if at >= bounds.end {
        return None;
    }
    let parted = scene.is_comma(at) || scene.is_dash(at) || scene.lower(at) == ";";
    if !parted && scene.quote_opened(at).is_none() {
        return None;
    }
    at += usize::from(parted);
    let opened = (at..bounds.end.min(at + 2)).find(|&j| scene.quote_opened(j).is_some());
    if let Some(open) = opened {
        let quote = scene.quote_opened(open).map(|q| scene.quotes[q].tokens.clone())?;
        let is_led = all.iter().any(|p| p.clause.start >= at && p.clause.end <= open + 1);
        let start =
            if scene.is_word(at) && !matches!(scene.lower(at), "and" | "but" | "adding") { at } else { quote.start };
        return (!is_led).then_some(start..quote.end);
    }
    let end = right_end(scene, at, bounds, clause, all);
    let right = scene.trim(at..end);
    let adds_predicate =
        matches!(scene.lower(right.start), "and" | "but" | "or") && scene.form(right.start + 1) == Form::Md;
    if adds_predicate && !right.is_empty() {
        return Some(right);
    }
    if right.is_empty()
        || all.iter().any(|p| p.clause.start == right.start)
        || scene.quote_closed(left.end.wrapping_sub(1)).is_some()
        || is_of_source(scene, clause, right.start)
    {
        return None;
    }
    let lacks_predicate = !scene.has_finite(left.clone()) && scene.has_finite(right.clone());
    let hangs_left = matches!(scene.lower(right.start), "because" | "if" | "unless" | "although" | "though")
        || scene.lower(right.start) == "and" && scene.lower(right.start + 1) == "that"
        || goes_on_with_phrase(scene, &right);
    (lacks_predicate || hangs_left).then_some(right)
}

/// "according to the ministry, which pays for it": that is the ministry.
fn is_of_source(scene: &Scene, clause: &Tokens, right: usize) -> bool {
    matches!(scene.lower(clause.start), "according" | "per")
        && matches!(scene.lower(right), "which" | "where" | "who" | "whose")
}

/// "It was strongest, she said, in people who slept badly": a prepositional phrase that is no place or time of saying.
fn goes_on_with_phrase(scene: &Scene, right: &Tokens) -> bool {
    // ", in the worst attack since": the writer's measure of it.
    let is_ranked = right.clone().skip(1).take(3).any(|j| matches!(scene.form(j), Form::Jjs | Form::Rbs));
    let leads = !is_ranked
        && matches!(
            scene.lower(right.start),
            "in" | "for" | "with" | "to" | "from" | "than" | "by" | "which" | "where"
        );
    let is_saying = right
        .clone()
        .take(8)
        .any(|j| scene.is_time(j) || crate::model::lists().media.has(scene.lower(j)) || scene.form(j) == Form::Vbg);
    leads && !is_saying
}

/// Where the content that begins at `start` behind `clause` ends: at the end of the sentence, less what the reporter adds.
pub fn right_end(scene: &Scene, start: usize, bounds: &Tokens, clause: &Tokens, all: &[Placed]) -> usize {
    let mut at = start;
    while at < bounds.end {
        if let Some(quote) = scene.quote_opened(at) {
            let end = scene.quotes[quote].tokens.end;
            if end > bounds.end {
                return end;
            }
            at = end.max(at + 1);
            continue;
        }
        if at > start && ends_content(scene, start, at, clause, all) {
            return at;
        }
        at += 1;
    }
    bounds.end
}

/// Whether what stands at `at` belongs to the reporter again.
fn ends_content(scene: &Scene, start: usize, at: usize, clause: &Tokens, all: &[Placed]) -> bool {
    let is_mark = scene.is_comma(at) || scene.is_dash(at);
    let next = if is_mark { at + 1 } else { at };
    // American: the comma stands inside the marks.
    let is_parted = is_mark || scene.quote_closed(at - 1).is_some() && scene.is_comma(at - 2);
    if scene.lower(at) == ";" {
        return opens_sentence_of_its_own(scene, at + 1);
    }
    if closes_interpolation(scene, at, clause) {
        return true;
    }
    if is_mark && scene.lower(next) == "compared" && all.iter().any(|p| p.cue > next) {
        return true;
    }
    // ", while the company insists": another's words.
    if is_parted && (contrasts(scene, next, all) || is_writers_doubt(scene, next)) {
        return true;
    }
    if is_mark && (is_denial(scene, next) || is_comment(scene, next)) {
        return true;
    }
    if is_parted && is_hearsay(scene, next) {
        return true;
    }
    if is_parted && all.iter().any(|p| p.clause.start == next && p.place == Place::Before && p.clause != *clause) {
        return true;
    }
    if (is_mark || scene.lower(at) == "according") && scene.lower(next) == "according" && scene.lower(next + 1) == "to"
    {
        return true;
    }
    if is_parted && (adds_of_reporter(scene, start, next, clause, all) || subordinates_to_cue(scene, next, clause)) {
        return true;
    }
    coordinates_with_cue(scene, at, next, clause, all)
}

/// ", while the company insists", "– though in April he complained": a clause whose first verb reports another saying.
fn contrasts(scene: &Scene, next: usize, all: &[Placed]) -> bool {
    let is_contrast = matches!(scene.lower(next), "while" | "whereas" | "although" | "though" | "but");
    is_contrast
        && all.iter().any(|p| p.clause.start > next && p.subject.is_some() && !scene.has_finite(next..p.clause.start))
}

/// ", and the board has reportedly sought": what the writer heard elsewhere.
fn is_hearsay(scene: &Scene, next: usize) -> bool {
    if !matches!(scene.lower(next), "and" | "but") {
        return false;
    }
    let verb = (next + 1..scene.sentence(next).end.min(next + 8)).find(|&j| scene.is_finite(j));
    let is_adverb = |j: usize| super::phrases::is_report_adverb(scene.lower(j));
    verb.is_some_and(|verb| is_adverb(verb + 1) || is_adverb(verb - 1))
}

/// ", but it is unclear whether", ", though she thinks it unlikely": what the writer knows or does not know.
fn is_writers_doubt(scene: &Scene, next: usize) -> bool {
    let is_contrast = matches!(scene.lower(next), "but" | "although" | "though" | "and");
    let is_unclear = matches!(scene.lower(next + 1), "it")
        && (next + 2..next + 6).any(|j| matches!(scene.lower(j), "unclear" | "clear" | "known"));
    let thinks = matches!(scene.lower(next + 1), "he" | "she" | "they")
        && matches!(
            scene.lower(next + 2),
            "thinks" | "think" | "thought" | "doubts" | "doubt" | "doubted" | "believes" | "believe" | "believed"
        );
    is_contrast && (is_unclear || thinks)
}

/// ", something that he denies", ", something the report does not mention": the writer goes on about what was said.
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
fn closes_interpolation(scene: &Scene, at: usize, clause: &Tokens) -> bool {
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
fn adds_of_reporter(scene: &Scene, start: usize, next: usize, clause: &Tokens, all: &[Placed]) -> bool {
    if matches!(scene.lower(next), "adding" | "citing") {
        return true;
    }
    let is_participle = scene.form(next) == Form::Vbg;
    let is_cue = all.iter().any(|p| p.cue == next && p.subject.is_none());
    let hangs_on_cue = clause.contains(&scene.head(next)) && scene.relation(next) != Relation::Conj;
    (is_cue || is_participle) && hangs_on_cue || is_cue && is_participle && !is_about_person(scene, start)
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
fn subordinates_to_cue(scene: &Scene, next: usize, clause: &Tokens) -> bool {
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
    head > next && clause.contains(&scene.head(head)) && matches!(scene.relation(head), Relation::Advcl)
}

/// ", which it denies": the writer tells what others say to that.
fn is_denial(scene: &Scene, next: usize) -> bool {
    let denies = |j: usize| {
        matches!(
            scene.lower(j),
            "denies" | "deny" | "denied" | "disputes" | "dispute" | "disputed" | "rejects" | "rejected"
        )
    };
    scene.lower(next) == "which" && (next + 2..next + 6).any(|j| denies(j) && !scene.is_word(j + 1))
}

/// ", a figure that the company disputes": the writer's word about what was said.
fn is_verdict(scene: &Scene, next: usize) -> bool {
    matches!(scene.lower(next), "a" | "an") && is_said_thing(scene.lower(next + 1)) && !scene.is_comma(next + 2)
}

/// "charge", "claim": nouns for what somebody said.
pub fn is_said_thing(word: &str) -> bool {
    matches!(
        word,
        "figure"
            | "claim"
            | "charge"
            | "allegation"
            | "accusation"
            | "assertion"
            | "statement"
            | "suggestion"
            | "view"
            | "remark"
            | "comment"
            | "description"
    )
}

/// ", after two links were cut", ", a week after Tashkent accused its neighbor": the writer tells what went before.
fn is_afterthought(scene: &Scene, next: usize) -> bool {
    let starts = matches!(
        scene.lower(next),
        "a" | "an"
            | "one"
            | "two"
            | "three"
            | "just"
            | "days"
            | "hours"
            | "weeks"
            | "months"
            | "years"
            | "shortly"
            | "minutes"
    );
    let counts = |j: usize| {
        matches!(
            scene.lower(j).trim_end_matches('s'),
            "day" | "week" | "month" | "year" | "hour" | "minute" | "shortly"
        )
    };
    let measured = starts && (next..next + 3).any(counts) && (next + 1..next + 4).any(|j| scene.lower(j) == "after");
    scene.lower(next) == "after" || measured
}

/// "… and warned that", ", but Smith left": a verb beside the reporting verb.
fn coordinates_with_cue(scene: &Scene, at: usize, next: usize, clause: &Tokens, all: &[Placed]) -> bool {
    let joint = if matches!(scene.lower(next), "and" | "but") { next } else { return false };
    if scene.lower(joint + 1) == "that" {
        return false;
    }
    let mut verb = joint + 1;
    while scene.pos(verb) == Pos::Adv
        || verb < joint + 5 && (scene.pos(verb) == Pos::Aux || matches!(scene.lower(verb), "not" | "n't" | "n’t"))
    {
        verb += 1;
    }
    let finite = (joint + 1..verb).find(|&j| scene.pos(j) == Pos::Aux).unwrap_or(verb);
    let is_bare_cue = all.iter().any(|p| p.cue == verb && p.subject.is_none())
        || super::cue::verb_entry(scene, verb).is_some()
        || matches!(scene.lower(verb), "refused" | "refuses" | "declined" | "declines")
        || super::quotations::names_something(scene.lower(verb)).is_some();
    if is_bare_cue && clause.clone().any(|c| scene.same_tense(c, finite)) {
        return true;
    }
    // ", and four in ten said …": a reporting clause of its own.
    if next > at
        && all.iter().any(|p| p.clause.start == joint + 1 && p.subject.is_some() && matches!(p.place, Place::Behind(_)))
    {
        return true;
    }
    let conjunct = scene.head(joint);
    conjunct > joint
        && clause.contains(&scene.head(conjunct))
        && scene.relation(conjunct) == Relation::Conj
        && scene.same_tense(scene.head(conjunct), conjunct)
}

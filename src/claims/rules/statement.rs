//! Statements without "that": "The road was closed, the ministry said"; "The ministry said the road was closed."

use crate::claims::clause::Place;
use crate::claims::content::start::{
    closes_clause, has_untagged_predicate, last_before, opens_statement, resumes_with_predicate, verb_of_statement,
};
use crate::claims::cues::{Cue, Verb, verb_entry};
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is};
use crate::claims::{speaker, subject};
use crate::tags::{Form, Pos, Relation};

/// Words before a reporting clause that are a statement even if the tagger sees no verb among them.
const FEWEST_WORDS_IN_STATEMENT: usize = 6;

/// Tokens within which a statement without "that" shows its finite verb.
const FARTHEST_PREDICATE: usize = 25;

/// Content before a trailing or parenthetical clause: the clause is separated from it by a mark and nothing but a mark follows.
pub fn before(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, range } = verb;
    let start = cue.clause.start;
    if start <= range.start {
        return None;
    }
    let closes = closes_clause(scene, cue.clause.end, *range);
    let last = last_before(scene, cue, *range)?;
    let is_separated = last + 1 < start || scene.quote_closed(last).is_some() && scene.is_comma(last - 1);
    let asks_back = matches!(scene.lower(last), "?" | "!");
    let can_trail = cue.subject.is_some() && (entry.frames.that_clause() || entry.frames.quotation() && asks_back);
    let goes_on = cue.clause.end < range.end && scene.is_comma(cue.clause.end);
    let fewest = if goes_on { 1 } else { 2 };
    let left = Tokens::new(range.start, start);
    let is_whole = scene.count_words(left) >= fewest && is_statement(scene, left, cue);
    let is_adverbial = !goes_on && is_fronted_adverbial(scene, left, Tokens::new(cue.clause.end, range.end));
    scene.require(!is_adverbial, "what stands before is an adverbial")?;
    scene.require(can_trail, "no source beside the verb, or the verb takes no statement")?;
    scene.require(closes, "the sentence goes on after the verb")?;
    scene.require(is_separated || asks_back, "no mark separates the statement")?;
    scene.require(is_whole, "what stands before is no statement")?;
    scene.require(!begins_relative(scene, cue), "the clause is a relative clause")?;
    Some(Place::Before)
}

/// A statement has a finite verb, before the clause or after it; a headline may do without.
fn is_statement(scene: &Scene, left: Tokens, cue: &Cue) -> bool {
    let sentence = scene.sentence(cue.verb);
    let closes = cue.clause.end >= sentence.end || scene.is_stop(cue.clause.end);
    scene.in_headline(cue.verb)
        || scene.has_finite(left)
        || scene.has_finite(cue.clause.end..sentence.end)
        || resumes_with_predicate(scene, left, cue.clause.end)
        || cue.subject.is_some_and(|s| s.end <= cue.verb || closes) && looks_whole(scene, left)
}

/// "In the title of her post, | she said “…”": no verb before, and words after.
fn is_fronted_adverbial(scene: &Scene, left: Tokens, right: Tokens) -> bool {
    let leads = matches!(scene.pos(left.start), Pos::Adp | Pos::Sconj) || scene.form(left.start) == Form::Vbg;
    leads && !scene.has_finite(left) && scene.count_words(right) >= FEWEST_WORDS_AFTER
}

/// Words after a reporting clause that can be its content.
const FEWEST_WORDS_AFTER: usize = 3;

/// "Unemployment *rose* to 8.6% in May": long, and begun by what can be a subject.
fn looks_whole(scene: &Scene, left: Tokens) -> bool {
    let opens = matches!(scene.pos(left.start), Pos::Det | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Adj);
    opens && !scene.is_time(left.start) && scene.count_words(left) >= FEWEST_WORDS_IN_STATEMENT
}

/// "…, who said": the subject is a relative pronoun.
fn begins_relative(scene: &Scene, cue: &Cue) -> bool {
    cue.subject.is_some_and(|s| matches!(scene.lower(s.start), "who" | "which" | "that"))
}

/// "Kim said his visit was …": a clause with its own subject right after.
pub fn bare_clause(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, range } = verb;
    if let Some(at) = after_fronted_as(verb) {
        return Some(Place::After(at));
    }
    let at = cue.clause.end;
    let governs = entry.frames.clause() || speaker::needs_evidence(entry.lemma);
    scene.require(governs, "the verb takes no clause without “that”")?;
    scene.require(can_open(scene, at, *range), "nothing after the verb opens a statement")?;
    let asks = matches!(scene.lower(at), "how" | "where" | "why" | "whether") && !entry.frames.question();
    scene.require(!asks, "the verb takes no question")?;
    // "warned its people | who are in Manila".
    let is_relative = at > cue.tokens.end && matches!(scene.lower(at), "who" | "whom" | "whose");
    scene.require(!is_relative, "a relative clause")?;
    scene.require(!is_bare_noun(verb, at), "the verb's object is a noun phrase")?;
    scene.require(!is_of_source(verb, at), "a participle of the source, whose verb follows")?;
    let is_clause = entry.frames.clause()
        && (is_parsed_clause(verb, at)
            || looks_like_clause(verb, at)
            || has_unseen_predicate(verb, at)
            || has_participle(verb, at));
    scene.require(is_clause || opens_statement(scene, at, *range), "what follows is no statement")?;
    Some(Place::After(at))
}

/// "As Roe explains in her book, | the ice is thin": the main clause after a fronted "as".
fn after_fronted_as(verb: &Verb) -> Option<usize> {
    let Verb { scene, entry, cue, range } = verb;
    let first = cue.clause.start;
    let is_as = |j: usize| scene.lower(j) == "as" && (j == range.start || !scene.is_word(j - 1));
    let is_fronted = is_as(first) || first > range.start && is_as(first - 1);
    let has_subject = cue.subject.is_some_and(|s| s.end <= cue.verb);
    if !is_fronted || !has_subject || !is(entry.lemma, Class::FrontedAs) {
        return None;
    }
    // "As she said goodbye, …": what is said stands there.
    let after = cue.tokens.end;
    let takes_object =
        !scene.is_comma(after) && !matches!(scene.pos(after), Pos::Adp | Pos::Adv) && cue.addressee.is_none();
    let comma = (cue.verb + 1..range.end.min(cue.verb + FARTHEST_COMMA)).find(|&j| scene.is_comma(j))?;
    let is_whole = !scene.has_finite(cue.verb + 1..comma) && scene.has_finite(comma + 1..range.end);
    (is_whole && !takes_object).then_some(comma + 1)
}

/// Tokens from a fronted verb to the comma that ends its clause are at most this many.
const FARTHEST_COMMA: usize = 12;

/// Whether a statement may begin at `at`: a word, a quotation, a sum; no conjunction.
fn can_open(scene: &Scene, at: usize, range: Tokens) -> bool {
    let opens =
        scene.is_word(at) || scene.quote_opened(at).is_some() || matches!(scene.lower(at), "$" | "£" | "€" | "(" | "[");
    let joins = scene.pos(at) == Pos::Cconj || matches!(scene.lower(at), "as" | "than" | "while" | "because");
    at < range.end && opens && (!joins || opens_fronted_clause(scene, at, range))
}

/// "said | while some had paid, most stood empty": a clause up to a comma, and after it another with its subject.
fn opens_fronted_clause(scene: &Scene, at: usize, range: Tokens) -> bool {
    let Some(comma) = (at + 1..range.end).find(|&j| scene.is_comma(j)) else { return false };
    let opens = matches!(scene.pos(comma + 1), Pos::Det | Pos::Pron | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
    matches!(scene.lower(at), "while" | "because" | "as")
        && matches!(scene.pos(at + 1), Pos::Det | Pos::Pron | Pos::Noun | Pos::Propn | Pos::Adj)
        && scene.has_finite(at + 1..comma)
        && opens
        && scene.has_finite(comma + 1..range.end.min(comma + FARTHEST_PREDICATE))
}

/// "said | skipping breakfast is a risk": a gerund as the subject of a finite verb, no word of the reporter's.
fn opens_gerund_clause(scene: &Scene, at: usize, range: Tokens) -> bool {
    let is_reporters =
        matches!(scene.lower(at), "speaking" | "adding" | "citing" | "quoting" | "referring" | "talking");
    let verb = (at + 1..range.end.min(at + FARTHEST_PREDICATE)).find(|&j| scene.is_finite(j) || scene.is_comma(j));
    scene.lower(at).ends_with("ing")
        && matches!(scene.pos(at), Pos::Verb | Pos::Noun)
        && !is_reporters
        && verb.is_some_and(|verb| scene.is_finite(verb))
}

/// The parser gives the verb a clause that begins here and has a finite verb or a subject.
fn is_parsed_clause(verb: &Verb, at: usize) -> bool {
    let Verb { scene, cue, range, .. } = verb;
    let clause = scene.syntax.children(cue.verb).find(|&j| {
        j >= at
            && matches!(scene.relation(j), Relation::Ccomp | Relation::Parataxis)
            && range.contains(j)
            && !(at..j).any(|k| scene.lower(k) == ";")
    });
    clause.is_some_and(|c| {
        // "he then left": the tagger may take a past tense for a participle; a subject shows the clause.
        scene.has_finite(at..scene.subtree(c).end.min(range.end))
            || subject::subject_of(scene, c).is_some_and(|s| s >= at)
    })
}

/// After the commonest verbs what can begin a clause is one, if a finite verb follows.
fn looks_like_clause(verb: &Verb, at: usize) -> bool {
    let Verb { scene, entry, range, .. } = verb;
    let has_predicate =
        scene.has_finite(at..range.end.min(at + FARTHEST_PREDICATE)) || has_untagged_predicate(scene, at, *range);
    let opens =
        matches!(scene.pos(at), Pos::Pron | Pos::Det | Pos::Propn | Pos::Noun | Pos::Adj | Pos::Num | Pos::Sconj)
            || opens_gerund_clause(scene, at, *range)
            || opens_fronted_clause(scene, at, *range);
    let is_common = matches!(
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
    has_predicate && opens && is_common
}

/// "He said | costs for flights increased by 30%": after "say" stands no object, so what the tagger takes for a participle of the
/// noun is its past tense.
fn has_unseen_predicate(verb: &Verb, at: usize) -> bool {
    let Verb { scene, entry, cue, range } = verb;
    // "said this in a statement"
    let is_this = matches!(scene.lower(at), "this" | "that" | "no" | "such");
    let opens = !is_this && matches!(scene.pos(at), Pos::Det | Pos::Propn | Pos::Noun | Pos::Adj | Pos::Num);
    let is_past = |j: usize| {
        scene.form(j) == Form::Vbn
            && scene.relation(j) == Relation::Acl
            && scene.lower(j).ends_with("ed")
            && scene.head(j) < j
    };
    let mut near = at + 1..range.end.min(at + FARTHEST_PREDICATE);
    let has_words = scene.count_words(at..range.end) >= FEWEST_WORDS_IN_STATEMENT;
    let has_subject = cue.subject.is_some_and(|s| s.end <= cue.verb);
    entry.lemma == "say" && has_subject && opens && has_words && near.any(is_past)
}

/// "claimed | the defendant acted in self-defence", "reported | three malls damaged": the tagger takes the past tense after an object
/// for a participle, and the parser still makes a clause of it.
fn has_participle(verb: &Verb, at: usize) -> bool {
    let Verb { scene, cue, .. } = verb;
    let predicate = |&j: &usize| {
        scene.form(j) == Form::Vbn
            && scene.relation(j) == Relation::Ccomp
            && matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn)
    };
    let found = scene.syntax.children(cue.verb).find(|j| *j > at && predicate(j));
    found.is_some_and(|j| !(at..j).any(|i| scene.is_comma(i) || scene.is_finite(i)))
}

/// "a clerk requesting anonymity | said": the next verb is that of the noun that the participle belongs to.
fn is_of_source(verb: &Verb, at: usize) -> bool {
    let Verb { scene, cue, range, .. } = verb;
    let follows_noun = cue.verb > range.start && matches!(scene.pos(cue.verb - 1), Pos::Noun | Pos::Propn);
    let next = (at..range.end).find(|&j| scene.is_finite(j));
    scene.form(cue.verb) == Form::Vbg && follows_noun && next.is_some_and(|next| verb_entry(scene, next).is_some())
}

/// "denied the remark, but says", "announced his resignation in May": the verb's object is a noun phrase, and the finite
/// verb that follows belongs to another clause.
fn is_bare_noun(verb: &Verb, at: usize) -> bool {
    let Verb { scene, entry, cue, range } = verb;
    let takes_noun = matches!(entry.lemma, "deny" | "announce" | "claim" | "admit" | "confirm" | "reveal" | "report");
    let first = (at..range.end).find(|&j| scene.is_comma(j) || scene.is_finite(j));
    let is_object = |j: usize| {
        matches!(scene.relation(j), Relation::Obj | Relation::Iobj) && scene.subtree(j).start == at && j >= at
    };
    let has_object = scene.syntax.children(cue.verb).any(is_object);
    takes_noun
        && !is_parsed_clause(verb, at)
        && !has_own_verb(scene, at, *range)
        && !has_participle(verb, at)
        && (first.is_none_or(|j| scene.is_comma(j)) || has_object)
}

/// "reported | three malls were damaged": what the parser takes for an object is the subject of the verb after it; not
/// "reported | the losses the bank had made".
fn has_own_verb(scene: &Scene, at: usize, range: Tokens) -> bool {
    let Some(verb) = verb_of_statement(scene, at, range) else { return false };
    let is_pronoun = |j: usize| scene.pos(j) == Pos::Pron && scene.form(j) != Form::PrpS;
    let begins_anew = |j: usize| {
        let follows_noun = matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn);
        follows_noun && (is_pronoun(j) || scene.pos(j) == Pos::Det)
    };
    let of_clause = |j: usize| matches!(scene.relation(j), Relation::Acl | Relation::AclRelcl);
    let governor = if scene.pos(verb) == Pos::Aux { scene.head(verb) } else { verb };
    // "the closure of the hall | after the roof fell": a clause of time has a subject of its own.
    let begins_clause = |j: usize| scene.relation(j) == Relation::Mark || begins_anew(j);
    scene.is_finite(verb) && !of_clause(verb) && !of_clause(governor) && !(at + 1..verb).any(begins_clause)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn statement_before_the_verb() {
        check(
            "The road was closed, the ministry said.",
            "[the ministry] <said> The road was closed «verb after statement»",
        );
        check("After the long wait, the ministry spoke.", "");
        check(
            "His lawyers have claimed the defendant acted in self defense.",
            "[His lawyers] <have claimed> the defendant acted in self defense «verb and bare clause»",
        );
        check("His lawyers have claimed the money seized in May.", "");
        check(
            "The road opened its gates and officials are saying that it may close.",
            "[officials] <are saying> it may close «verb and that-clause»",
        );
        check(
            "“Yes,” she said, adding Friday's decision was late.",
            "[she] <said> “Yes,” «verb after quotation»\n[she] <adding> Friday's decision was late «verb and bare clause»",
        );
        check(
            "These values, she emphasised, bring out the best in the town.",
            "[she] <emphasised> These values // bring out the best in the town «verb after statement»",
        );
        check("These values, she emphasised, by the best in the town.", "");
        check(
            "What made it worse, they say, is that nobody came.",
            "[they] <say> What made it worse // is that nobody came «verb after statement»",
        );
    }

    #[test]
    fn main_clause_after_a_fronted_as() {
        check(
            "As Roe explains in her book, the ice is thin.",
            "[Roe] <explains> the ice is thin «verb and bare clause»",
        );
        check("As Roe left the hall, the ice broke.", "");
        check("As a guide, Roe knows the ice.", "");
    }

    #[test]
    fn adverbial_before_the_clause() {
        check(
            "In the title of her post, Roe said the ice was thin.",
            "[Roe] <said> the ice was thin «verb and bare clause»",
        );
        check(
            "In the end the ice was thin, Roe said.",
            "[Roe] <said> In the end the ice was thin «verb after statement»",
        );
    }

    #[test]
    fn statement_after_the_verb() {
        check(
            "The ministry said the road was closed.",
            "[The ministry] <said> the road was closed «verb and bare clause»",
        );
        check("Roe announced his resignation in May, and the club closed.", "");
        check("The club announced the closure of the hall after the roof fell.", "");
        check(
            "Doctors said skipping breakfast is a risk for children.",
            "[Doctors] <said> skipping breakfast is a risk for children «verb and bare clause»",
        );
        check("The doctor said nothing, skipping breakfast and lunch.", "");
        check(
            "Volk said while some tenants had paid, most of the flats stood empty.",
            "[Volk] <said> while some tenants had paid, most of the flats stood empty «verb and bare clause»",
        );
        check(
            "A clerk requesting anonymity said the ledgers were moved.",
            "[A clerk requesting anonymity] <said> the ledgers were moved «verb and bare clause»",
        );
        check("The ministry denied the report, but the road was closed.", "");
        check(
            "Roe said the road was closed while Minister Ilves wrote the bridge was open.",
            "[Roe] <said> the road was closed «verb and bare clause»\n\
             [Minister Ilves] <wrote> the bridge was open «verb and bare clause»",
        );
        check(
            "Roe said he slept while his wife told the guests the bridge was open.",
            "[Roe] <said> he slept while his wife told the guests the bridge was open «verb and bare clause»\n\
             [his wife] <told> the bridge was open «verb and bare clause»",
        );
    }

    #[test]
    fn object_and_verb() {
        check(
            "The Herald reported three malls in the city were damaged.",
            "[The Herald] <reported> three malls in the city were damaged «verb and bare clause»",
        );
        check(
            "She confirmed about 1,200 posts have been filled.",
            "[She] <confirmed> about 1,200 posts have been filled «verb and bare clause»",
        );
        check(
            "The Herald reported Mara Ilves, the former mayor, was at home.",
            "[The Herald] <reported> Mara Ilves, the former mayor, was at home «verb and bare clause»",
        );
        check("The bank reported the losses it had made in May.", "");
        check("Police confirmed the death of the man found in the river.", "");
    }
}

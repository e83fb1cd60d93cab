//! Nouns that report: "the claim that …", "his promise to …", "a warning by X that …".

use crate::claims::claim::Stance;
use crate::claims::content::{end, start};
use crate::claims::draft::Draft;
use crate::claims::lexicon::{Entry, look_up};
use crate::claims::noun_phrase::noun_phrase;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is};
use crate::claims::{speaker, subject};
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

impl Noun {
    /// The word before it in its range, in lower case; "" where none is.
    fn before<'s>(&self, scene: &'s Scene) -> &'s str {
        if self.at > self.range.start { scene.lower(self.at - 1) } else { "" }
    }
}

fn read(context: &Context, i: usize) -> Option<Noun> {
    let scene = context.scene;
    // "said in a statement that": the verb's claim has it.
    if scene.pos(i) != Pos::Noun || context.in_clause[i] {
        return None;
    }
    let entry = look_up(lists().cue_nouns, scene.lower(i))?;
    let range = scene.search_range(i);
    if entry.frames.expressed() && !is_expressed(scene, i, range) {
        return None;
    }
    let by = by_phrase(scene, i, range);
    // The parser may hang the clause on the last noun of who gives it.
    let that = by.and_then(|b| b.iter().find(|&j| matches!(scene.lower(j), "that" | "to")));
    let by = by.map(|b| b.with_end(that.unwrap_or(b.end))).filter(|b| !b.is_empty());
    let next = past_phrase(scene, by.map_or(i + 1, |b| b.end), range);
    Some(Noun { at: i, entry, range, by, next })
}

/// "voiced | her fears": the noun is what a verb of voicing gives.
fn is_expressed(scene: &Scene, noun: usize, range: Tokens) -> bool {
    let belongs = |j: usize| {
        matches!(scene.pos(j), Pos::Det | Pos::Adj | Pos::Adv | Pos::Noun | Pos::Cconj) || scene.form(j) == Form::PrpS
    };
    let verb = (range.start..noun).rev().take(LONGEST_PHRASE).find(|&j| !belongs(j));
    if holder_of_view(scene, noun, range).is_some() {
        return true;
    }
    // "raised fears that": an event does that.
    verb.is_some_and(|verb| {
        matches!(&*scene.lemma(verb), "express" | "voice" | "convey" | "reiterate" | "share" | "state")
    })
}

/// "Roe | is of the view that": whose view it is.
fn holder_of_view(scene: &Scene, noun: usize, range: Tokens) -> Option<Tokens> {
    let is_predicate = noun > range.start + 2 && scene.lower(noun - 1) == "the" && scene.lower(noun - 2) == "of";
    let has_copula = scene.syntax.child(noun, &[Relation::Cop]).is_some();
    let subject = subject::subject_of(scene, noun).filter(|&s| is_predicate && has_copula && range.contains(s))?;
    Some(noun_phrase(scene, subject, range, noun))
}

/// "the claim that the road was closed", "her argument was that …", "rumours spread that …".
pub fn that_clause(context: &Context, i: usize) -> Option<Vec<Draft>> {
    let noun = read(context, i)?;
    let scene = context.scene;
    let phrases = past_phrases(scene, &noun);
    let that = past_link(scene, phrases);
    scene.require(scene.lower(that) == "that", "no “that” follows the noun")?;
    let completes = that > phrases && start::opens_clause(scene, that, noun.range)
        || is_complement(scene, i, that, noun.range)
        || has_no_gap(scene, that, noun.range);
    scene.require(completes, "the clause is about the noun")?;
    claims(context, Rule::NounAndThatClause, &noun, that + 1)
}

/// "her argument | was | that", "rumours | spread online | that": past a verb that links a noun to its content.
fn past_link(scene: &Scene, at: usize) -> usize {
    let is_adverb = |j: &usize| scene.pos(*j) == Pos::Adv;
    let verb = at + (at..).take_while(is_adverb).count();
    let links = matches!(&*scene.lemma(verb), "be" | "remain" | "emerge" | "circulate" | "spread" | "surface");
    let next = verb + 1 + (verb + 1..).take_while(is_adverb).count();
    if links && scene.lower(next) == "that" { next } else { at }
}

/// "his promise to close the road", "calls from abroad for the road to be closed".
pub fn infinitive(context: &Context, i: usize) -> Option<Vec<Draft>> {
    let noun = read(context, i)?;
    let scene = context.scene;
    let start = infinitive_of(scene, &noun).or_else(|| clause_after_for(scene, &noun));
    scene.require(start.is_some(), "no infinitive completes the noun")?;
    scene.require(noun.entry.frames.infinitive(), "the noun takes no infinitive")?;
    claims(context, Rule::NounAndInfinitive, &noun, start?)
}

/// The "to" right after the noun and the phrases of who gives it and when: "an order from the agency | to disband".
fn infinitive_of(scene: &Scene, noun: &Noun) -> Option<usize> {
    let to = past_phrases(scene, noun);
    let is_infinitive = scene.lower(to) == "to" && scene.pos(to + 1) == Pos::Verb;
    // "sent a message to warn them": an infinitive of purpose hangs on the verb; after what is demanded it does not.
    let completes = scene.head(to + 1) == noun.at || is(noun.entry.lemma, Class::Commands);
    // "in order to": of nobody's order; "no instructions to give": of nobody's instructions.
    let is_none = matches!(noun.before(scene), "no" | "in");
    (is_infinitive && completes && !is_none && to < noun.range.end).then_some(to)
}

/// "a call by the centre for | more farmers to do the same": what stands after "for", if it goes on with an infinitive.
fn clause_after_for(scene: &Scene, noun: &Noun) -> Option<usize> {
    // "the demand for cobalt is expected to rise", "in order for them to rise".
    if noun.entry.lemma == "demand" || noun.before(scene) == "in" {
        return None;
    }
    let first = (noun.at + 1..noun.range.end).find(|&j| !matches!(scene.pos(j), Pos::Aux | Pos::Verb | Pos::Adv))?;
    let last = noun.range.end.min(first + LONGEST_PHRASE);
    let belongs =
        |&j: &usize| is_nominal(scene, j) || matches!(scene.pos(j), Pos::Cconj | Pos::Adv) || scene.lower(j) == "for";
    let preposition = (first..last).take_while(belongs).find(|&j| scene.lower(j) == "for")?;
    let end = noun.range.end.min(preposition + LONGEST_SUBJECT);
    let to =
        (preposition + 2..end).find(|&j| scene.lower(j) == "to" && matches!(scene.pos(j + 1), Pos::Verb | Pos::Aux))?;
    let breaks = |j: usize| scene.is_comma(j) || scene.is_finite(j) || scene.is_stop(j);
    // "calls for more effort to help them": an effort does nothing.
    let acts = speaker::names_speaker(scene, Tokens::new(preposition + 1, to)) || scene.lower(to + 1) == "be";
    (acts && !(preposition + 1..to).any(breaks)).then_some(preposition + 1)
}

/// Tokens between "for" and the "to" of its infinitive are at most this many.
const LONGEST_SUBJECT: usize = 12;

/// Past "of some countries", "by the Office of the High Commissioner", "on Friday": phrases between a noun and what completes it.
fn past_phrases(scene: &Scene, noun: &Noun) -> usize {
    let belongs = |j: usize| is_nominal(scene, j) || scene.lower(j) == "'s";
    let opens =
        matches!(scene.lower(noun.at + 1), "of" | "by" | "from" | "on" | "in" | "at") || scene.is_time(noun.at + 1);
    let last = noun.range.end.min(noun.at + 1 + LONGEST_PHRASES);
    let end = (noun.at + 1..last).find(|&j| matches!(scene.lower(j), "to" | "that")).filter(|_| opens);
    end.filter(|&end| (noun.at + 1..end).all(belongs)).unwrap_or(noun.next)
}

/// Tokens of the phrases between a noun and its "to" or "that" are at most this many.
const LONGEST_PHRASES: usize = 12;

/// Whether token `j` can stand in a phrase between a noun and what completes it.
fn is_nominal(scene: &Scene, j: usize) -> bool {
    matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Adp | Pos::Num)
}

/// The claim of the noun; before it that of whoever rejects it.
fn claims(context: &Context, rule: Rule, noun: &Noun, start: usize) -> Option<Vec<Draft>> {
    let scene = context.scene;
    let Noun { at, entry, range, by, next } = *noun;
    let content = scene.trim(start..content_end(context, noun, start));
    scene.require(content.len() > 1, "nothing follows")?;
    let mut draft = Draft::new(rule, entry.lemma, entry.stance, at..at + 1, at..next);
    draft.source = by
        .or_else(|| possessor(scene, at, range))
        .or_else(|| subject_of_light_verb(scene, at, range))
        .or_else(|| holder_of_view(scene, at, range));
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
    let that = (at..range.end.min(at + LONGEST_PHRASE)).find(|&j| scene.lower(j) == "that");
    that.filter(|&that| (at..that).all(|j| is_nominal(scene, j))).unwrap_or(at)
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

/// "allegations that he took bribes": after "that" a pronoun, its verb and what the verb is about; not "the promise that he made".
fn has_no_gap(scene: &Scene, that: usize, range: Tokens) -> bool {
    let is_subject = matches!(scene.lower(that + 1), "he" | "she" | "they" | "it" | "we" | "i" | "there");
    let verb = (that + 2..range.end.min(that + 2 + LONGEST_PHRASE))
        .find(|&j| !matches!(scene.pos(j), Pos::Aux | Pos::Adv | Pos::Part))
        .filter(|&j| scene.pos(j) == Pos::Verb);
    let opens =
        |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Num) || scene.is_name(j);
    is_subject && verb.is_some_and(|verb| verb + 1 < range.end && opens(verb + 1) && !scene.is_time(verb + 1))
}

/// "a warning by X": the phrase after "by" or "from".
fn by_phrase(scene: &Scene, i: usize, range: Tokens) -> Option<Tokens> {
    let leads =
        matches!(scene.lower(i + 1), "by" | "from") || scene.lower(i + 1) == "of" && speaks_after_of(scene, i + 2);
    if !leads || i + 2 >= range.end {
        return None;
    }
    let head = scene.head(i + 1);
    (head > i + 1 && range.contains(head)).then(|| noun_phrase(scene, head, range, i + 1))
}

/// "the request of some countries": a group that can speak, not what the noun is about.
fn speaks_after_of(scene: &Scene, first: usize) -> bool {
    let end = (first..first + LONGEST_PHRASE)
        .find(|&j| !matches!(scene.pos(j), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn));
    let run = Tokens::new(first, end.unwrap_or(first));
    !run.is_empty() && speaker::names_speaker(scene, run)
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
        check("The claim that she had filed was lost.", "");
        check(
            "The mayor is of the view that the bridge had never been safe.",
            "[The mayor] <view> the bridge had never been safe «noun and that-clause»",
        );
        check("The mayor was proud of the view that the bridge had.", "");
        check(
            "Her argument was that the bridge had never been safe.",
            "[Her] <argument> the bridge had never been safe «noun and that-clause»",
        );
        check(
            "Rumours spread quickly that the bridge would close.",
            "[] <Rumours> the bridge would close «noun and that-clause»",
        );
        check("The claim was that of a man in love.", "");
        check("Her argument was short.", "");
        check(
            "Birger voiced fears that the demands would resume.",
            "[Birger] <fears> the demands would resume «noun and that-clause»",
        );
        check("Fears that the demands would resume were high.", "");
        check("The minister expressed a wish to leave.", "[The minister] <wish> to leave «noun and infinitive»");
        check("The minister had a wish to leave.", "");
    }

    #[test]
    fn infinitive() {
        check(
            "The mayor made a promise to close the road.",
            "[The mayor] <promise> to close the road «noun and infinitive»",
        );
        check("The mayor broke his promise again.", "");
        check(
            "Roe broke an order from the agency to close the road.",
            "[the agency] <order> to close the road «noun and infinitive»",
        );
        check("The mayor sent a message to his wife.", "");
        check("The mayor gave no instructions to close the road.", "");
        check("The road was closed in order to save money.", "");
        check("The mayor made a promise of a road to the coast.", "");
    }

    #[test]
    fn calls_for_somebody_to_do_something() {
        check(
            "There are calls from abroad for the killers to be caught.",
            "[abroad] <calls> the killers to be caught «noun and infinitive»",
        );
        check("There are calls for a new road.", "");
        check("There are calls for more effort to help them.", "");
        check("The demand for workers to build homes rose.", "");
    }

    #[test]
    fn a_pronoun_and_an_object_leave_no_gap() {
        check(
            "The team denied accusations that they played two tired players.",
            "[The team] <denied> they played two tired players «rejects the claim»\n\
             [] <accusations> they played two tired players «noun and that-clause»",
        );
        check("The team forgot the promise that they made.", "");
        check("The team forgot the promise that they made on Friday.", "");
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

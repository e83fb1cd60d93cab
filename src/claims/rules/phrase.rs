//! "According to the ministry, …", "per the ministry", "in the words of the minister".

use crate::claims::claim::Stance;
use crate::claims::clause::ReportingClause;
use crate::claims::content::{after, before, split};
use crate::claims::draft::Draft;
use crate::claims::noun_phrase::without_time;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::speaker;
use crate::claims::subject::subject_of;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::is_relative;
use crate::mentions::{Kind, Mention};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// "According to X, …", "…, according to X".
pub fn according_to(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let is_cue = scene.lower(i) == "according" && scene.lower(i + 1) == "to";
    is_cue.then(|| build(context, Rule::AccordingTo, i, 2))?
}

/// "X, in the words of Y, is …", "in the opinion of Y".
pub fn in_the_words_of(context: &Context, i: usize) -> Option<Draft> {
    let next = |n: usize| context.scene.lower(i + n);
    let is_cue =
        next(0) == "in" && next(1) == "the" && matches!(next(2), "words" | "opinion" | "estimation") && next(3) == "of";
    is_cue.then(|| build(context, Rule::InTheWordsOf, i, 4))?
}

/// "Per the ministry, …", "…, as per the ministry"; not "a dollar per barrel".
pub fn per(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    if scene.lower(i) == "as" && scene.lower(i + 1) == "per" {
        return build(context, Rule::Per, i, 2);
    }
    if scene.lower(i.wrapping_sub(1)) == "as" {
        return None;
    }
    let names = scene.pos(i + 1) == Pos::Propn || matches!(scene.lower(i + 1), "the" | "a");
    let is_outlet = |m: &Mention| m.kind == Kind::Organization;
    let starts = || {
        i == scene.sentence(i).start
            || scene.is_comma(i.wrapping_sub(1))
            // "…, said Roe per ABC News": an outlet is no measure.
            || scene.mention_at(scene.document.tokens[i + 1].span).is_some_and(is_outlet)
    };
    (scene.lower(i) == "per" && names && starts()).then(|| build(context, Rule::Per, i, 1))?
}

/// The claim of a prepositional cue that begins at `i` and has so many tokens.
fn build(context: &Context, rule: Rule, i: usize, length: usize) -> Option<Draft> {
    let scene = context.scene;
    let range = scene.search_range(i);
    let first = i + length;
    if first >= range.end {
        return None;
    }
    let source = noun_phrase_from(scene, first, range);
    if !is_source(scene, source) {
        return None;
    }
    let clause = Tokens::new(i, past_relative(scene, source.end, range));
    let lemma: Vec<&str> = (i..first).map(|j| scene.lower(j)).collect();
    let mut draft = Draft::new(rule, &lemma.join(" "), Stance::Asserts, i..first, clause);
    draft.content = content_around(scene, clause, range, context.clauses);
    draft.source = Some(without_time(scene, source));
    (!draft.content.is_empty()).then_some(draft)
}

/// The noun phrase that begins at `first`, up to a mark or a finite verb; with an apposition between commas.
pub fn noun_phrase_from(scene: &Scene, first: usize, range: Tokens) -> Tokens {
    let ends = |j: usize| ends_phrase(scene, first, j);
    let end = (first..range.end).find(|&j| ends(j)).unwrap_or(range.end).max(first + 1).min(range.end);
    // "to Mohib, the Afghan ambassador, the team": what stands between two commas and has no verb of its own.
    let next = (end + 1..range.end).find(|&j| ends(j));
    let apposition = next.filter(|&next| {
        // "police, the driver, fled": only who has a name is explained.
        let is_named = (first..end).any(|j| scene.pos(j) == Pos::Propn) && scene.is_comma(next);
        (is_named || names_role(scene, first, end, next))
            && scene.is_comma(end)
            && next > end + 1
            && (matches!(scene.pos(end + 1), Pos::Propn | Pos::Det | Pos::Noun) || opens_with_adverb(scene, end + 1))
            // "to the Bulletin, Wednesday's quake was the strongest".
            && !scene.is_time(end + 1)
            // "to Aral Watch, the level climbed in three weeks, while": what follows has a subject and a verb.
            && !(end + 1..next).any(|j| scene.pos(j) == Pos::Verb && subject_of(scene, j).is_some_and(|s| s > end))
            && !matches!(scene.lower(next + 1), "and" | "or")
            // "to Solberg, Ida Reyes, who chairs the club, lent": the second name is what is said something of.
            && !(scene.pos(end + 1) == Pos::Propn && is_relative(scene, next + 1))
    });
    Tokens::new(first, apposition.unwrap_or(end))
}

/// "to Frieden, formerly the director of the centre, the plan": an apposition after an adverb.
fn opens_with_adverb(scene: &Scene, i: usize) -> bool {
    scene.pos(i) == Pos::Adv && matches!(scene.pos(i + 1), Pos::Det | Pos::Noun | Pos::Propn)
}

/// Whether the noun phrase that begins at `first` ends before token `j`.
fn ends_phrase(scene: &Scene, first: usize, j: usize) -> bool {
    scene.is_comma(j)
        || scene.is_dash(j)
        || scene.is_stop(j)
        || matches!(scene.lower(j), ";" | ":" | "that" | "who" | "which" | "as" | "but")
        // "the Guild of Millers (GM), the": a bracket that opened within the phrase closes there.
        || scene.lower(j) == ")" && !(first..j).any(|open| scene.lower(open) == "(")
        || scene.quote_opened(j).is_some()
        || scene.quote_closed(j).is_some()
        || scene.is_finite(j)
        || scene.pos(j) == Pos::Pron && j > first && scene.form(j) == Form::Prp
        // "according to them the owner never came": a pronoun is all of its phrase.
        || j == first + 1 && scene.form(first) == Form::Prp
}

/// "the growers' leader, Tahina Razafy": a role between an article and a comma, after it nothing but a name.
fn names_role(scene: &Scene, first: usize, end: usize, next: usize) -> bool {
    let is_role = lists().role_nouns.has(scene.lower(end - 1)) && scene.pos(first) == Pos::Det;
    let closes = scene.is_comma(next) || scene.is_stop(next);
    is_role && closes && next > end + 2 && (end + 1..next).all(|j| scene.document.is_capitalized(j))
}

/// "a person | who asked not to be named |, would": past the relative clause of a source, up to its comma.
fn past_relative(scene: &Scene, at: usize, range: Tokens) -> usize {
    if !matches!(scene.lower(at), "who" | "whose") {
        return at;
    }
    (at..range.end).find(|&j| scene.is_comma(j) || scene.is_stop(j)).unwrap_or(at)
}

/// Where a prepositional cue stands in its clause.
enum Position {
    /// It opens the clause: what is said follows.
    Head,
    /// After the relative pronoun at this token: what is said is its antecedent and the rest of the clause.
    Relative(usize),
    /// In the middle, or at the end.
    Inside,
}

/// The content around a phrase at the head, the end or in the middle of its clause.
pub fn content_around(scene: &Scene, clause: Tokens, range: Tokens, clauses: &[ReportingClause]) -> Vec<Tokens> {
    match position(scene, clause, range) {
        Position::Head => after::of_phrase(scene, clause, range, clauses).into_iter().collect(),
        Position::Relative(pronoun) => of_relative(scene, clause, pronoun, range, clauses),
        Position::Inside => before::before(scene, clause, range, clauses),
    }
}

/// By the word before the phrase, past a comma or dash.
fn position(scene: &Scene, clause: Tokens, range: Tokens) -> Position {
    let left = scene.trim(range.start..clause.start);
    let is_adverb = || {
        let word = scene.lower(left.start);
        matches!(word, "and" | "but" | "meanwhile" | "however" | "still" | "yet" | "also" | "then" | "now" | "so")
    };
    if left.is_empty() || scene.count_words(left) <= 1 && is_adverb() {
        return Position::Head;
    }
    let is_mark = |j: usize| scene.is_comma(j) || scene.is_dash(j);
    let last = if is_mark(clause.start - 1) { clause.start - 2 } else { clause.start - 1 };
    let is_pronoun =
        matches!(scene.lower(last), "who" | "which") || scene.lower(last) == "that" && scene.form(last) == Form::Wdt;
    if is_pronoun && last > range.start {
        return Position::Relative(last);
    }
    if opens_clause(scene, last) && has_clause_after(scene, clause, range) { Position::Head } else { Position::Inside }
}

/// Words that join or open clauses.
fn opens_clause(scene: &Scene, i: usize) -> bool {
    matches!(scene.pos(i), Pos::Cconj | Pos::Sconj)
        || matches!(scene.lower(i), "that" | "when" | "where" | "while" | "since" | "because" | "said")
        || scene.lower(i) == ";"
}

/// Whether a finite verb follows the phrase: "and, according to X, he died", but "large and, according to X, dangerous".
fn has_clause_after(scene: &Scene, clause: Tokens, range: Tokens) -> bool {
    let start = if scene.is_comma(clause.end) { clause.end + 1 } else { clause.end };
    let end = (start..range.end).find(|&j| scene.is_comma(j) || scene.lower(j) == ";").unwrap_or(range.end);
    scene.has_finite(start..end)
}

/// "a cousin who, according to her, never paid": the antecedent and the rest of the relative clause.
fn of_relative(
    scene: &Scene,
    clause: Tokens,
    pronoun: usize,
    range: Tokens,
    clauses: &[ReportingClause],
) -> Vec<Tokens> {
    let Some(predicate) = after::of_phrase(scene, clause, range, clauses) else { return Vec::new() };
    let verb = predicate.iter().find(|&j| scene.relation(j) == Relation::AclRelcl && scene.head(j) < pronoun);
    let antecedent = verb.and_then(|verb| split::antecedent_of(scene, verb, range.up_to(pronoun)));
    antecedent.filter(|a| !a.is_empty() && a.end <= pronoun).into_iter().chain([predicate]).collect()
}

/// Whether the source says anything: a criterion ("according to need") and a bare relative pronoun do not.
fn is_source(scene: &Scene, source: Tokens) -> bool {
    let head = speaker::head_of(scene, source);
    let word = scene.lower(head);
    let is_criterion = lists().criteria.has(word) || lists().criteria.has(&speaker::singular(word));
    !is_criterion && !matches!(scene.lower(source.start), "which" | "what" | "how")
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn according_to() {
        check(
            "According to the ministry, the road was closed.",
            "[the ministry] <According to> the road was closed «according to»",
        );
        check(
            "According to Mara Ilves, the mayor, the road was closed.",
            "[Mara Ilves, the mayor] <According to> the road was closed «according to»",
        );
        check(
            "Roe was ill for months and, according to the ministry, he died at home.",
            "[the ministry] <according to> he died at home «according to»",
        );
        check(
            "The hall was sold to a cousin who, according to her, never paid for it.",
            "[her] <according to> a cousin // never paid for it «according to»",
        );
        check(
            "The squatters will not leave since according to them the owner never came.",
            "[them] <according to> the owner never came «according to»",
        );
        check(
            "According to Solberg, Ida Reyes, who chairs the club, lent the money.",
            "[Solberg] <According to> Ida Reyes, who chairs the club, lent the money «according to»",
        );
        check(
            "According to the Guild of Millers (GM), the road was closed.",
            "[the Guild of Millers (GM)] <According to> the road was closed «according to»",
        );
        check("The guests were seated accordingly.", "");
        check(
            "As per the royal decree, the road should be closed.",
            "[the royal decree] <As per> the road should be closed «per»",
        );
        check("It cost as much per barrel as before.", "");
        check("The pupils are sorted according to age and height.", "");
        check("The rooms are cleaned according to the number of guests.", "");
    }

    #[test]
    fn when_it_was_said_is_no_source() {
        check(
            "According to officials on Saturday, the road was closed.",
            "[officials] <According to> the road was closed «according to»",
        );
        check(
            "The road was closed, according to police on Thursday.",
            "[police] <according to> The road was closed «according to»",
        );
        check(
            "According to a study in 2014, the road was closed.",
            "[a study in 2014] <According to> the road was closed «according to»",
        );
    }

    #[test]
    fn what_follows_a_source_has_a_verb_of_its_own() {
        check(
            "According to Aral Watch, the level climbed by about 9 meters (30 feet) in three weeks, while the flow fell.",
            "[Aral Watch] <According to> the level climbed by about 9 meters (30 feet) in three weeks, while the flow \
             fell «according to»",
        );
        check(
            "According to Mara Ilves, the head of the valley school, the road was closed.",
            "[Mara Ilves, the head of the valley school] <According to> the road was closed «according to»",
        );
    }

    #[test]
    fn per() {
        check("The road was closed, per the ministry.", "[the ministry] <per> The road was closed «per»");
        check("Fuel costs 90 dollars per barrel.", "");
    }

    #[test]
    fn in_the_words_of() {
        check(
            "The plan is a mess, in the words of the mayor.",
            "[the mayor] <in the words of> The plan is a mess «in the words of»",
        );
        check("The song is known in the valley for its words.", "");
    }
}

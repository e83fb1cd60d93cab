//! Sources after their verb: "…," said Bekzat Omarov, 58, a cotton farmer.

use super::lexicon::look_up;
use super::scene::Scene;
use super::speaker;
use super::tokens::Tokens;
use super::words::is_relative;
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// "said Bekzat Omarov, 58, a cotton farmer": the nominal run after the verb with age and apposition.
pub fn inverted_phrase(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let first = group.end;
    let opens = |j: usize| {
        matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Det | Pos::Pron | Pos::Adj | Pos::Num) || scene.is_name(j)
    };
    if first >= range.end || !opens(first) {
        return None;
    }
    let mut end = run_end(scene, first, range);
    while end + 1 < range.end && scene.is_comma(end) {
        let next = run_end(scene, end + 1, range);
        let closes = next >= range.end || scene.is_comma(next) || scene.is_stop(next) || is_relative(scene, next);
        let opens = matches!(scene.pos(end + 1), Pos::Det | Pos::Num | Pos::Noun | Pos::Propn | Pos::Adj)
            || is_age(scene, end + 1)
            || matches!(scene.lower(end + 1), "of" | "from");
        if next == end + 1 || !closes || !opens || scene.is_time(end + 1) || is_ranking(scene, end + 1) {
            break;
        }
        end = next;
    }
    if scene.lower(end - 1) == "." {
        end -= 1;
    }
    (end > first).then_some(Tokens::new(first, end))
}

/// "…, declared experts.": after a statement and a comma a verb, and after it nothing but somebody who speaks.
pub fn speaker_after_verb(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let comma = scene.comma_before(group.start, range)?;
    let is_cue = look_up(lists().cue_verbs, scene.lower(group.end - 1)).is_some();
    if !is_cue || takes_addressee(scene, group) || is_joined_infinitive(scene, group) {
        return None;
    }
    // "The club, which lost, announced Roe": the clause between commas separates subject and verb.
    let before = (range.start..comma).rev().find(|&j| scene.is_comma(j));
    if before.is_some_and(|j| is_relative(scene, j + 1)) || !scene.has_finite(range.start..comma) {
        return None;
    }
    let run = inverted_phrase(scene, range, group)?;
    let closes = run.end >= range.end || scene.is_comma(run.end) || scene.is_stop(run.end);
    let first = Tokens::new(run.start, run_end(scene, run.start, range).min(run.end));
    (closes && speaker::names_speaker(scene, first)).then_some(run)
}

/// "helps them lead a club, | discover talent and grow": one of several bare infinitives, after which no subject stands.
fn is_joined_infinitive(scene: &Scene, group: Tokens) -> bool {
    let verb = group.end - 1;
    let first = scene.head(verb);
    let is_bare = |i: usize| scene.form(i) == Form::Vb;
    let is_governed = |i: usize| matches!(scene.relation(i), Relation::Xcomp | Relation::Advcl | Relation::Ccomp);
    is_bare(verb)
        && scene.relation(verb) == Relation::Conj
        && (is_bare(first) || scene.syntax.children(first).any(|i| i < verb && is_bare(i) && is_governed(i)))
}

/// "in a column", "in an interview": where it was said is no part of who said it.
fn is_medium(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "a" | "an" | "her" | "his" | "their")
        && (i + 1..i + 3).any(|j| lists().media.has(scene.lower(j)))
}

/// "told experts", "announcing experts": those are told or announced.
fn takes_addressee(scene: &Scene, group: Tokens) -> bool {
    let word = scene.lower(group.end - 1);
    let tells = matches!(word, "told" | "tells" | "tell" | "assured" | "assures" | "reminded" | "urged" | "accused");
    tells || word.ends_with("ing")
}

/// ", the latest in a string of tests", ", the first such ban": the writer's measure of what happened.
fn is_ranking(scene: &Scene, at: usize) -> bool {
    let is_ranked =
        scene.form(at + 1) == Form::Jjs || matches!(scene.lower(at + 1), "latest" | "first" | "second" | "third");
    scene.lower(at) == "the" && is_ranked && matches!(scene.lower(at + 2), "in" | "since" | "such" | "time")
}

fn is_age(scene: &Scene, i: usize) -> bool {
    scene.lower(i).bytes().all(|b| b.is_ascii_digit()) && scene.lower(i).len() <= 3
}

/// The end of the run of nominal words that begins at `first`, past letters in brackets: "Officer (UNO) Sohel Kabir".
fn run_end(scene: &Scene, first: usize, range: Tokens) -> usize {
    let end = plain_run_end(scene, first, range);
    let bracket = (end > first && end < range.end && scene.lower(end) == "(")
        .then(|| (end + 2..range.end.min(end + LONGEST_BRACKET)).find(|&j| scene.lower(j) == ")"))
        .flatten();
    match bracket {
        Some(close) if close + 1 < range.end && scene.document.is_capitalized(close + 1) => {
            plain_run_end(scene, close + 1, range)
        }
        _ => end,
    }
}

/// Tokens of letters in brackets, brackets included, are at most this many.
const LONGEST_BRACKET: usize = 6;

/// The same up to the first bracket, with the prepositions and participles inside.
fn plain_run_end(scene: &Scene, first: usize, range: Tokens) -> usize {
    (first..range.end)
        .find(|&j| {
            let is_inner = j == first && matches!(scene.lower(j), "of" | "from")
                || matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Det | Pos::Adj | Pos::Num | Pos::X)
                || scene.is_name(j)
                || scene.pos(j) == Pos::Pron && (j == first || scene.form(j) == Form::PrpS)
                || matches!(
                    scene.lower(j),
                    "'s" | "'" | "-" | "&" | "." | "and" | "of" | "for" | "at" | "with" | "from"
                )
                || scene.lower(j) == "–" && scene.joins_name(j)
                || scene.lower(j) == "in" && !scene.is_time(j + 1) && !is_medium(scene, j + 1);
            !is_inner || scene.is_time(j) || scene.is_comma(j)
        })
        .unwrap_or(range.end)
}

/// "…," said Kaisa Rautio: a name right after the verb, where the parser saw no subject.
pub fn inverted_subject(scene: &Scene, group: Tokens, range: Tokens) -> Option<usize> {
    let follows_content =
        group.start == range.start || scene.is_comma(group.start - 1) || scene.quote_closed(group.start - 1).is_some();
    let first = group.end;
    if !follows_content
        || takes_addressee(scene, group)
        || is_joined_infinitive(scene, group)
        || first >= range.end
        || !matches!(scene.pos(first), Pos::Propn | Pos::Noun | Pos::Det | Pos::Pron | Pos::Adj)
    {
        return None;
    }
    // The phrase's head is the highest token that starts from here and stays right of the verb.
    let mut head = first;
    while scene.head(head) != head
        && scene.head(head) >= first
        && range.contains(scene.head(head))
        && scene.pos(scene.head(head)) != Pos::Verb
    {
        head = scene.head(head);
    }
    // "Roe, who runs the port, said the men were caught": nothing is said before the verb.
    let says_nothing_before = group.start > range.start
        && scene.quote_closed(group.start - 1).is_none()
        && !scene.has_finite(range.start..group.start)
        && scene.is_finite(scene.subtree(head).end);
    (!says_nothing_before && matches!(scene.pos(head), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Num)).then_some(head)
}

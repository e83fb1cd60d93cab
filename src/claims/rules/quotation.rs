//! "“We will stay,” she said"; "She said: “We will stay.”"

use crate::claims::clause::Place;
use crate::claims::content::start::{closes_clause, follows_quotation, last_before, past_mark};
use crate::claims::cues::Verb;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::tags::Pos;

/// Words in marks before a verb that ends their sentence are a quotation from this many on, fewer a name or a term.
const FEWEST_WORDS: usize = 3;

/// Tokens between a verb and the colon before its quotation are at most this many: whom and where it was told.
const FARTHEST_COLON: usize = 14;

/// A quotation before the reporting clause.
pub fn before(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, range } = verb;
    if cue.clause.start <= range.start {
        return None;
    }
    let last = last_before(scene, cue, *range)?;
    let quote = scene.quote_tokens(scene.quote_closed(last)?);
    let opens_sentence = quote.start <= range.start;
    let is_long = scene.count_words(quote) >= FEWEST_WORDS || opens_sentence;
    let closes = closes_clause(scene, cue.clause.end, *range);
    scene.require(entry.frames.quotation(), "the verb takes no quotation")?;
    scene.require(is_long, "the words in marks are a name or a term")?;
    scene.require(closes || opens_sentence, "the sentence goes on after the verb")?;
    Some(Place::Before)
}

/// A quotation after the reporting clause, perhaps after a colon.
pub fn after(verb: &Verb) -> Option<Place> {
    let Verb { scene, cue, range, .. } = verb;
    let (mark, at) = past_mark(verb)?;
    scene.require(takes_words(verb, at), "the verb takes no quotation, or the words are a title or a manner")?;
    let is_inside = scene.lower(cue.clause.start) == "as" && cue.clause.start > range.start + 1;
    if scene.quote_opened(at).is_some() && (mark != "," || !follows_quotation(scene, cue, *range) && !is_inside) {
        return Some(Place::After(at));
    }
    quotation_after_colon(scene, cue.clause.end, *range).map(Place::After)
}

/// A statement without marks after a colon.
pub fn colon(verb: &Verb) -> Option<Place> {
    let (mark, at) = past_mark(verb)?;
    (takes_words(verb, at) && mark == ":" && verb.scene.has_finite(at..verb.range.end)).then_some(Place::After(at))
}

/// Whether words that begin at `at` can be what is said: no manner, no title.
fn takes_words(verb: &Verb, at: usize) -> bool {
    // "asked in a column headlined “Salt in the Wound”": a title.
    let is_title = matches!(verb.scene.lower(at - 1), "headlined" | "titled" | "entitled" | "headed" | "captioned");
    verb.entry.frames.quotation() && !is_manner(verb, at) && !is_title
}

/// "have agreed “in principle” to": a prepositional phrase in marks says how, not what.
fn is_manner(verb: &Verb, at: usize) -> bool {
    let scene = verb.scene;
    scene.quote_opened(at).map(|q| scene.quote_tokens(q)).is_some_and(|quote| {
        scene.pos(quote.start + 1) == Pos::Adp
            && scene.count_words(quote) < FEWEST_WORDS
            && matches!(scene.lower(quote.end), "to" | "that")
    })
}

/// "told the BBC's Today programme: “…”": a quotation after a colon, whatever noun phrases stand before it.
fn quotation_after_colon(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    let colon = (at..range.end.min(at + FARTHEST_COLON)).find(|&j| scene.lower(j) == ":")?;
    let separates = |j: usize| scene.quote_opened(j).is_some() || scene.is_comma(j) || scene.is_dash(j);
    let is_plain = !scene.has_finite(at..colon) && !(at..colon).any(separates);
    (is_plain && scene.quote_opened(colon + 1).is_some()).then_some(colon + 1)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn quotation_before_the_verb() {
        check("“We will stay,” Mara Ilves said.", "[Mara Ilves] <said> “We will stay,” «verb after quotation»");
        check(
            "Roe praised Ilves; however, “I could not stay in the office any longer”, she added.",
            "[she] <added> “I could not stay in the office any longer” «verb after quotation»",
        );
        check("The ship “Aurora” said goodbye to the harbour.", "");
        check(
            "“We will stay,” another of her daughters, June Roe, says.",
            "[another of her daughters, June Roe] <says> “We will stay,” «verb after quotation»",
        );
        check(
            "“We will stay,” the scholar Riya Roe, founder of the club, an association that helps weavers, said.",
            "[the scholar Riya Roe, founder of the club, an association that helps weavers] <said> “We will stay,” «verb after quotation»",
        );
        check(
            "“The ice is very thin,” the ranger comments. ¶ “We will stay,” Mr Ilves warns.",
            "[the ranger] <comments> “The ice is very thin,” «verb after quotation»\n\
             [Mr Ilves] <warns> “We will stay,” «verb after quotation»",
        );
        check("After “The Ice Is Thin,” her warnings.", "");
        check("The film “Thin Ice” needs no comments.", "");
    }

    #[test]
    fn a_dash_in_a_name_ends_no_source() {
        check(
            "“It is a good sign,” said Mara Ilves of the Harvard–Smithsonian Center for Astrophysics, who was there.",
            "[Mara Ilves of the Harvard–Smithsonian Center for Astrophysics] <said> “It is a good sign,” «verb after \
             quotation»",
        );
        check("“It is,” said Ilves – who was there.", "[Ilves] <said> “It is,” «verb after quotation»");
    }

    #[test]
    fn quotation_after_the_verb() {
        check("Ilves said: “We will stay.”", "[Ilves] <said> “We will stay.” «verb before quotation»");
        check("The sides have agreed “in principle” to a truce.", "");
    }

    #[test]
    fn statement_after_colon() {
        check("The notice said: the pool is closed.", "[The notice] <said> the pool is closed «verb and colon»");
    }
}

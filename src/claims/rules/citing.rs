//! "Kyodo reported, citing Russian sources"; "Fitch affirmed the rating, citing “strong support”."

use super::phrase::noun_phrase_from;
use crate::claims::claim::Stance;
use crate::claims::draft::Draft;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::{speaker, subject};

/// Whoever is cited, for the claim of the verb beside; else the words in marks that are given as a reason.
pub fn find(context: &Context, i: usize) -> Option<Draft> {
    let lemma = match context.scene.lower(i) {
        "citing" => "cite",
        "quoting" => "quote",
        _ => return None,
    };
    cited(context, i, lemma).or_else(|| cited_words(context.scene, i, lemma))
}

/// The same content, on the word of the cited.
fn cited(context: &Context, i: usize, lemma: &str) -> Option<Draft> {
    let scene = context.scene;
    let range = scene.search_range(i);
    let verbs = context.drafts;
    // Drafts of verbs are in the order of their cues.
    let cue_of = |d: &Draft| d.cue.map_or(0, |c| c.start);
    let first = verbs.partition_point(|d| cue_of(d) < range.start);
    let last = verbs.partition_point(|d| cue_of(d) < i);
    let before = verbs[first..last.max(first)].iter().rposition(|d| !is_under(d, i)).map(|at| first + at);
    // "Radio DZHP, citing a doctor, said": the reporting verb follows.
    let around = || (last..verbs.len()).take(1).find(|&at| verbs[at].clause.contains(i));
    let reporter = before.or_else(around)?;
    let source = noun_phrase_from(scene, i + 1, range);
    scene.require(speaker::names_speaker(scene, source), "a cause, not a source")?;
    let mut draft = Draft::new(Rule::Citing, lemma, Stance::Asserts, i..i + 1, i..source.end);
    draft.content.clone_from(&verbs[reporter].content);
    draft.source = Some(source);
    draft.via = Some(reporter);
    Some(draft)
}

/// The words are those of whoever gives them as a reason.
fn cited_words(scene: &Scene, i: usize, lemma: &str) -> Option<Draft> {
    let quote = scene.quote_tokens(scene.quote_opened(i + 1)?);
    let source = subject::inherited(scene, i).filter(|s| s.end <= i)?;
    let mut draft = Draft::new(Rule::Citing, lemma, Stance::Asserts, i..i + 1, i..i + 1);
    draft.content = vec![quote];
    draft.source = Some(source);
    Some(draft)
}

fn is_under(draft: &Draft, i: usize) -> bool {
    draft.content.iter().any(|c| c.contains(i))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn citing() {
        check(
            "The road was closed, Kyodo reported, citing Russian sources.",
            "[Kyodo] <reported> The road was closed «verb after statement»\n\
             [Russian sources] <citing> The road was closed «citing»",
        );
        check("The shop closed early, citing a lack of staff.", "");
        check(
            "The shop said it would close early, citing a lack of staff.",
            "[The shop] <said> it would close early «verb and bare clause»",
        );
    }
}

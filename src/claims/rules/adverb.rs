//! "He allegedly bought two taxis": said, but by nobody named.

use crate::claims::claim::Stance;
use crate::claims::content::split;
use crate::claims::draft::Draft;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::is_report_adverb;
use crate::tags::Relation;

/// The clause that holds the adverb, without it.
pub fn find(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    if !is_report_adverb(scene.lower(i)) {
        return None;
    }
    let head = scene.head(i);
    let stance = if scene.lower(i) == "allegedly" { Stance::Alleges } else { Stance::Asserts };
    let mut draft = Draft::new(Rule::AdverbWithoutSource, scene.lower(i), stance, i..i + 1, i..i + 1);
    draft.content = content(scene, i, head);
    (!draft.content.is_empty()).then_some(draft)
}

/// What the relative clause is about, the words before the adverb and those after it.
fn content(scene: &Scene, i: usize, head: usize) -> Vec<Tokens> {
    let range = scene.search_range(i);
    let clause = clause_of(scene, i, head, range);
    let is_relative = scene.relation(head) == Relation::AclRelcl;
    let antecedent = if is_relative { split::antecedent_of(scene, head, range) } else { None };
    let opens_relative = matches!(scene.lower(clause.start), "who" | "which" | "that");
    let start = clause.start + usize::from(opens_relative);
    antecedent
        .into_iter()
        .chain(without_relative(scene, Tokens::new(start, i)))
        .chain([scene.trim(i + 1..clause.end)])
        .filter(|t| !t.is_empty())
        .collect()
}

/// The words under the adverb's head, up to a new clause.
fn clause_of(scene: &Scene, i: usize, head: usize, range: Tokens) -> Tokens {
    let subtree = scene.subtree(head);
    let clause = Tokens::new(subtree.start.max(range.start), subtree.end.min(range.end));
    let cut = (i + 1..clause.end).find(|&j| {
        scene.lower(j) == ";" || scene.is_comma(j) && matches!(scene.lower(j + 1), "although" | "but" | "while" | "and")
    });
    clause.with_end(cut.unwrap_or(clause.end))
}

/// "Lind, who limped off, will": the words less a relative clause between commas, and less a relative pronoun or a joint at their head.
fn without_relative(scene: &Scene, tokens: Tokens) -> Vec<Tokens> {
    let opens = |j: usize| scene.is_comma(j) && matches!(scene.lower(j + 1), "who" | "which" | "whose");
    let clause = tokens.iter().find(|&j| opens(j));
    let close = clause.and_then(|c| (c + 1..tokens.end).find(|&j| scene.is_comma(j)));
    match (clause, close) {
        (Some(open), Some(close)) => vec![scene.trim(tokens.start..open), scene.trim(close + 1..tokens.end)],
        _ => {
            let leads = |j: usize| matches!(scene.lower(j), "who" | "which" | "that" | "and" | "but");
            let start = tokens.iter().find(|&j| !leads(j) && scene.is_word(j)).unwrap_or(tokens.end);
            vec![scene.trim(start..tokens.end)]
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn adverb() {
        check(
            "The driver allegedly bought two taxis.",
            "[] <allegedly> The driver // bought two taxis «adverb without source»",
        );
        check("The alleged driver bought two taxis.", "");
    }
}

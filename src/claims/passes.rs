//! Runs the table of rules over a text, pass by pass.

use super::choice::{self, Chooser};
use super::clause::{ReportingClause, clauses_in};
use super::draft::Draft;
use super::rules::RULES;
use super::scene::Scene;
use super::table::{Context, Find, Pass, Row};
use super::verbs;

/// All claims of a text: what reporting verbs and words like them say as `chooser` decides, all others as the rules find them.
pub fn run(scene: &Scene, chooser: &mut dyn Chooser) -> Vec<Draft> {
    let (mut drafts, clauses) = verbs::find(scene, chooser);
    for pass in Pass::ALL {
        let (texts, words): (Vec<&Row>, Vec<&Row>) =
            RULES.iter().filter(|row| row.pass == pass).partition(|row| matches!(row.find, Find::Text(_)));
        if !words.is_empty() && pass != Pass::Verbs {
            go_through(scene, &words, &clauses, &mut drafts, chooser);
        }
        for row in texts {
            if let Find::Text(find) = row.find {
                find(scene, &clauses, &mut drafts);
            }
        }
    }
    drafts
}

/// Every token, with the rules of one pass: the first that finds a claim there is believed.
fn go_through(
    scene: &Scene,
    rows: &[&Row],
    clauses: &[ReportingClause],
    drafts: &mut Vec<Draft>,
    chooser: &mut dyn Chooser,
) {
    let earlier = drafts.len();
    let (in_clause, cues) = places(scene, drafts);
    for sentence in &scene.document.sentences {
        let clauses = clauses_in(clauses, sentence.tokens.clone().into());
        for i in sentence.tokens.clone() {
            let (next, drafts_before) = (drafts.len(), &drafts[..earlier]);
            let context = Context { scene, clauses, drafts: drafts_before, next, in_clause: &in_clause, cues: &cues };
            let found = rows.iter().find_map(|row| apply(row, &context, i));
            for draft in found.into_iter().flatten() {
                let weighs = choice::is_weighed(draft.rule);
                drafts.extend(if weighs { choice::weigh(scene, draft, i, clauses, chooser) } else { Some(draft) });
            }
        }
    }
}

/// What a rule finds at a token.
fn apply(row: &Row, context: &Context, i: usize) -> Option<Vec<Draft>> {
    let mut found = match row.find {
        Find::Word(find) => vec![find(context, i)?],
        Find::Words(find) => find(context, i)?,
        Find::Place(_) | Find::Text(_) | Find::Beside => return None,
    };
    found.iter_mut().filter(|draft| draft.rule == row.rule).for_each(|draft| draft.holds_words = row.holds_words);
    Some(found)
}

/// For each token whether a reporting clause holds it, and the claim whose cue begins there.
pub fn places(scene: &Scene, drafts: &[Draft]) -> (Vec<bool>, Vec<Option<u32>>) {
    let count = scene.document.tokens.len();
    let (mut in_clause, mut cues) = (vec![false; count], vec![None; count]);
    for (at, draft) in drafts.iter().enumerate() {
        in_clause[draft.clause.iter()].fill(true);
        if let Some(cue) = draft.cue {
            cues[cue.start] = Some(at as u32);
        }
    }
    (in_clause, cues)
}

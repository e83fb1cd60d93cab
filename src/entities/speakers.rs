//! Whose words they are: I, we and you inside quotations.

use super::chains::Chains;
use super::traits::Number;
use super::turns;
use crate::mentions::Form;

/// Inside a quotation, and in a turn of an interview, I and my are the speaker; elsewhere, the I before.
pub(super) fn first_and_second_person(chains: &mut Chains, rule: &'static str) {
    let mut last: Vec<(Option<usize>, usize, u8, bool, usize)> = Vec::new();
    let reach = if is_interview(chains) { 0 } else { usize::MAX };
    let turns = turns::labelled(chains);
    for m in 0..chains.mentions.len() {
        let traits = &chains.traits[m];
        if traits.person == 3 || chains.mentions[m].form != Form::Pronoun {
            continue;
        }
        let many = traits.number == Number::Many;
        let (quote, paragraph, person) = (outer_quote(chains, traits.quote), traits.paragraph, traits.person);
        let speaker = match quote {
            Some(quote) => chains.speaker_of_quote(quote),
            None => turns::label_around(&turns, chains.mentions[m].span),
        };
        match speaker {
            Some(speaker) if person == 1 && !many && !chains.two_persons(speaker, m) => chains.join(speaker, m, rule),
            _ => {
                let before = last.iter().rev().take(30).find(|&&(q, p, who, n, _)| {
                    who == person
                        && n == many
                        && q == quote
                        && (quote.is_some() || paragraph - p <= if who == 1 { reach } else { reach.min(1) })
                });
                let by_speaker =
                    |q: Option<usize>| q.and_then(|q| chains.speaker_of_quote(q)).map(|s| chains.chain_id(s));
                let mine = by_speaker(quote);
                let same_speaker = || {
                    last.iter().rev().take(30).find(|&&(q, _, who, n, _)| {
                        mine.is_some() && who == person && n == many && by_speaker(q) == mine
                    })
                };
                if let Some(&(_, _, _, _, early)) = before.or_else(same_speaker)
                    && !chains.two_persons(early, m)
                {
                    chains.join(early, m, rule);
                }
            }
        }
        last.push((quote, paragraph, person, many, m));
    }
}

/// Questions outside quotations, each a paragraph's end, show that paragraphs change speakers.
fn is_interview(chains: &Chains) -> bool {
    let asks = |p: &&crate::document::Paragraph| {
        let last = &chains.document.sentences[p.sentences.end - 1].tokens;
        chains.document.word(last.end - 1) == "?"
    };
    chains.document.paragraphs.iter().filter(asks).count() >= 3
}

/// The outermost quotation around one: its speaker is the one the article knows.
fn outer_quote(chains: &Chains, quote: Option<usize>) -> Option<usize> {
    let mut at = quote?;
    while chains.quotes[at].depth > 0 && at > 0 {
        at -= 1;
    }
    Some(at)
}

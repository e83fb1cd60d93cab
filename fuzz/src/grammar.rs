//! Sentences in the manner of news, in every order: the expansions of `grammar.tsv`.

use crate::choices::Choices;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Symbols inside symbols; deeper ones take their shortest expansion.
const DEEPEST: usize = 9;
/// Longer texts are brought to an end in the same way.
const LONGEST_BYTES: usize = 2000;

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::parse(include_str!("../grammar.tsv")));

struct Grammar {
    expansions: BTreeMap<&'static str, Vec<Vec<Part>>>,
}

enum Part {
    Words(String),
    Symbol(&'static str),
}

/// A text of one or more sentences.
pub fn text(choices: &mut Choices) -> String {
    expanded("text", choices)
}

/// One expansion of a symbol of the grammar.
pub fn expanded(symbol: &str, choices: &mut Choices) -> String {
    let mut text = String::new();
    GRAMMAR.expand(symbol, choices, DEEPEST, &mut text);
    text
}

impl Grammar {
    fn parse(table: &'static str) -> Grammar {
        let mut expansions: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (symbol, expansion) = line.split_once('\t').expect("a symbol, a tab, an expansion");
            expansions.entry(symbol).or_default().push(parts(expansion));
        }
        Grammar { expansions }
    }

    fn expand(&self, symbol: &str, choices: &mut Choices, depth: usize, text: &mut String) {
        let all = &self.expansions[symbol];
        let is_open = depth > 0 && text.len() < LONGEST_BYTES;
        let chosen = if is_open { choices.below(all.len()) } else { 0 };
        for part in &all[chosen] {
            match part {
                Part::Words(words) => text.push_str(words),
                Part::Symbol(symbol) => self.expand(symbol, choices, depth.saturating_sub(1), text),
            }
        }
    }
}

fn parts(expansion: &'static str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = expansion;
    while let Some((words, after)) = rest.split_once('{') {
        let (symbol, after) = after.split_once('}').expect("braces close");
        parts.push(Part::Words(words.replace("\\n", "\n")));
        parts.push(Part::Symbol(symbol));
        rest = after;
    }
    parts.push(Part::Words(rest.replace("\\n", "\n")));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_has_expansions_and_the_first_ends() {
        for (symbol, expansions) in &GRAMMAR.expansions {
            for part in expansions.iter().flatten() {
                let Part::Symbol(inner) = part else { continue };
                assert!(GRAMMAR.expansions.contains_key(inner), "{symbol} has {{{inner}}}, which is nothing");
            }
            let shortest = expanded(symbol, &mut Choices::Given(&[]));
            assert!(shortest.len() < 60, "{symbol}: {shortest}");
        }
    }

    #[test]
    fn texts_differ_and_can_be_made_again() {
        let texts: std::collections::BTreeSet<String> = (0..200).map(|n| text(&mut Choices::of(1, n))).collect();
        assert!(texts.len() > 190, "{}", texts.len());
        assert_eq!(text(&mut Choices::of(1, 7)), text(&mut Choices::of(1, 7)));
    }
}

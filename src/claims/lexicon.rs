//! Cue lists: what a reporting word means and what it may govern.

use super::claim::Stance;
use crate::model::Lexicon;

/// What a cue word may govern; see the head of `data/cue_verbs.tsv`.
#[derive(Clone, Copy)]
pub struct Frames(&'static str);

impl Frames {
    /// A finite clause, with or without "that".
    pub fn clause(self) -> bool {
        self.0.contains('c')
    }
    /// A finite clause after "that".
    pub fn that_clause(self) -> bool {
        self.0.contains(['c', 'n'])
    }
    /// A quotation.
    pub fn quotation(self) -> bool {
        self.0.contains(['q', 's'])
    }
    /// An infinitive.
    pub fn infinitive(self) -> bool {
        self.0.contains('i')
    }
    /// Somebody told or asked stands between verb and content.
    pub fn object(self) -> bool {
        self.0.contains('o')
    }
    /// A question clause.
    pub fn question(self) -> bool {
        self.0.contains('w')
    }
    /// "of" and a gerund.
    pub fn of_gerund(self) -> bool {
        self.0.contains('g')
    }
    /// A gerund.
    pub fn gerund(self) -> bool {
        self.0.contains('d')
    }
    /// A noun that reports only where somebody expresses it: "voiced fears that".
    pub fn expressed(self) -> bool {
        self.0.contains('e')
    }
    /// What something is said to be, after "as".
    pub fn verdict_after_as(self) -> bool {
        self.0.contains('a')
    }
    /// What something is said to be, right after it.
    pub fn verdict(self) -> bool {
        self.0.contains('v')
    }
    /// What something is found to be, after "to".
    pub fn verdict_to_be(self) -> bool {
        self.0.contains('b')
    }
}

/// A row of a cue list.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The dictionary form.
    pub lemma: &'static str,
    /// What whoever says a clause with it does.
    pub stance: Stance,
    /// What whoever says an infinitive or a gerund with it does: "agreed to" promises.
    pub stance_of_action: Stance,
    /// What it governs.
    pub frames: Frames,
}

impl Entry {
    /// Of a word that is no reporting verb: its rule knows what it governs.
    pub fn of_word(stance: Stance) -> Entry {
        Entry { lemma: "", stance, stance_of_action: stance, frames: Frames("") }
    }
}

/// The entry of a word in any of its forms.
pub fn look_up(list: Lexicon<'static>, word: &str) -> Option<Entry> {
    candidates(word).find_map(|candidate| {
        let mut lemma = candidate;
        let mut row = list.get(&lemma)?;
        if let Some(base) = row.strip_prefix('=') {
            lemma = base.to_owned();
            row = list.get(&lemma)?;
        }
        let (stances, frames) = row.split_once('\t')?;
        let (stance, stance_of_action) = stances.split_once('/').unwrap_or((stances, stances));
        Some(Entry {
            lemma: list.key(&lemma)?,
            stance: Stance::parse(stance),
            stance_of_action: Stance::parse(stance_of_action),
            frames: Frames(frames),
        })
    })
}

/// Dictionary forms that a word may be an inflection of, the likeliest first.
pub fn candidates(word: &str) -> impl Iterator<Item = String> + '_ {
    let undoubled = |stem: &str| {
        let mut ends = stem.chars().rev();
        let (last, before) = (ends.next(), ends.next());
        (last == before && last.is_some_and(|c| c.is_ascii_alphabetic())).then(|| stem[..stem.len() - 1].to_owned())
    };
    let strip = move |ending: &str, add: &str| word.strip_suffix(ending).map(|stem| format!("{stem}{add}"));
    [
        Some(word.to_owned()),
        strip("s", ""),
        strip("es", ""),
        strip("ies", "y"),
        strip("ed", ""),
        strip("d", ""),
        strip("ied", "y"),
        word.strip_suffix("ed").and_then(undoubled),
        strip("ing", ""),
        strip("ing", "e"),
        word.strip_suffix("ing").and_then(undoubled),
    ]
    .into_iter()
    .flatten()
    .filter(|c| c.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::look_up;
    use crate::model::lists;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(look_up(lists().cue_verbs, word).map(|e| e.lemma), expected);
    }

    #[test]
    fn inflections() {
        check("said", Some("say"));
        check("says", Some("say"));
        check("claimed", Some("claim"));
        check("denies", Some("deny"));
        check("admitting", Some("admit"));
        check("urging", Some("urge"));
        check("emphasising", Some("emphasise"));
        check("walked", None);
        check("s", None);
    }
}

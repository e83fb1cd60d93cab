//! The state of coreference: which mentions are joined so far, and what each chain of them shows.

use super::members::Members;
use super::traits::{Gender, Number, Traits};
use crate::claims::Claim;
use crate::document::Document;
use crate::mentions::gazetteer::{Gazetteer, Given};
use crate::mentions::{Form, Kind, Mention, is_honorific};
use crate::model::lists;
use crate::quotes::Quote;
use crate::tags::Syntax;

/// Which mentions are joined so far.
pub(super) struct Chains<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax,
    pub quotes: &'a [Quote],
    pub claims: &'a [Claim],
    pub mentions: &'a mut Vec<Mention>,
    pub traits: Vec<Traits>,
    /// Of each claim, the mention that is its source.
    pub sources: Vec<Option<usize>>,
    /// Of each quotation, the mention that speaks in it.
    speakers: Vec<Option<usize>>,
    is_source: Vec<bool>,
    chain_of: Vec<usize>,
    chains: Vec<Chain>,
}

/// How many kinds there are.
const KINDS: usize = Kind::ALL.len();

/// Words that one chain is called by: more than an article has for anybody, a bound for a text of a thousand officials.
const MOST_ROLE_WORDS: usize = 64;

/// Mentions of a chain among which its name is looked for.
const MOST_BEFORE_NAME: usize = 20;

/// What a chain shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    /// In text order.
    pub mentions: Members,
    /// How often its words say "he", "she", "it".
    pub masculine: u32,
    pub feminine: u32,
    pub neuter: u32,
    pub one: u32,
    pub many: u32,
    /// How often its given name is mostly a man's, a woman's: a hint where the words say nothing.
    pub given_masculine: u32,
    pub given_feminine: u32,
    /// A mention with the full name of a person: two of these that differ are two persons.
    pub full_name: Option<usize>,
    /// Words by which titles, appositions and descriptions call it, in lower case.
    pub role_words: Vec<String>,
    /// Votes of its mentions for each kind.
    kinds: [u32; KINDS],
}

impl Chain {
    /// The mention that stands first in the text.
    pub fn first(&self) -> usize {
        self.mentions.first()
    }

    /// The mentions that stand before mention `m`, from the nearest.
    pub fn before(&self, m: usize) -> impl Iterator<Item = usize> + '_ {
        self.mentions.before(m)
    }

    /// The kind with the most votes.
    pub fn kind(&self) -> Kind {
        let best = Kind::ALL.into_iter().max_by_key(|&kind| (self.kinds[kind as usize], std::cmp::Reverse(kind)));
        best.filter(|&kind| self.kinds[kind as usize] > 0).unwrap_or(Kind::Other)
    }

    /// The gender its words show; unknown if they do not or disagree.
    pub fn gender(&self) -> Gender {
        match (self.masculine, self.feminine, self.neuter) {
            (0, 0, 0) => Gender::Unknown,
            (m, f, n) if m > f && m >= n => Gender::Masculine,
            (m, f, n) if f > m && f >= n => Gender::Feminine,
            (m, f, n) if n > m && n > f => Gender::Neuter,
            _ => Gender::Unknown,
        }
    }

    /// One or many.
    pub fn number(&self) -> Number {
        match self.one.cmp(&self.many) {
            std::cmp::Ordering::Greater => Number::One,
            std::cmp::Ordering::Less => Number::Many,
            std::cmp::Ordering::Equal => Number::Either,
        }
    }
}

impl<'a> Chains<'a> {
    /// Every mention alone.
    pub fn new(
        document: &'a Document<'a>,
        syntax: &'a Syntax,
        quotes: &'a [Quote],
        claims: &'a [Claim],
        mentions: &'a mut Vec<Mention>,
    ) -> Chains<'a> {
        let traits: Vec<Traits> = mentions.iter().map(|m| super::traits::of(document, syntax, quotes, m)).collect();
        let chains = mentions.iter().zip(&traits).enumerate().map(|(i, (m, t))| alone(i, m, t)).collect();
        let chain_of = (0..mentions.len()).collect();
        let mut all = Chains {
            document,
            syntax,
            quotes,
            claims,
            mentions,
            traits,
            sources: Vec::new(),
            speakers: Vec::new(),
            is_source: Vec::new(),
            chain_of,
            chains,
        };
        all.sources = claims.iter().map(|c| c.source.and_then(|s| all.mention_of_source(s))).collect();
        all.is_source = vec![false; all.mentions.len()];
        for source in all.sources.iter().flatten() {
            all.is_source[*source] = true;
        }
        all.speakers = all.find_speakers();
        all
    }

    /// The chain of a mention.
    pub fn chain(&self, mention: usize) -> &Chain {
        &self.chains[self.chain_of[mention]]
    }

    /// A number that all mentions of one chain share.
    pub fn chain_id(&self, mention: usize) -> usize {
        self.chain_of[mention]
    }

    /// Whether a mention begins its chain.
    pub fn is_first(&self, mention: usize) -> bool {
        self.chain(mention).first() == mention
    }

    /// Whether two mentions are joined.
    pub fn joined(&self, a: usize, b: usize) -> bool {
        self.chain_of[a] == self.chain_of[b]
    }

    /// Notes a word by which a chain is called.
    pub fn call(&mut self, mention: usize, word: &str) {
        let words = &mut self.chains[self.chain_of[mention]].role_words;
        if words.len() < MOST_ROLE_WORDS && !words.iter().any(|w| w == word) {
            words.push(word.to_owned());
        }
    }

    /// Counts evidence for a kind.
    pub fn vote(&mut self, mention: usize, kind: Kind, votes: u32) {
        self.chains[self.chain_of[mention]].kinds[kind as usize] += votes;
    }

    /// Joins the chain of mention `late` to that of `early`; `rule` says why, and is written on `late`.
    pub fn join(&mut self, early: usize, late: usize, rule: &'static str) {
        let (a, b) = (self.chain_of[early], self.chain_of[late]);
        if a == b {
            return;
        }
        self.mentions[late].rule = rule;
        let (into, from) = if self.chains[a].mentions.len() >= self.chains[b].mentions.len() { (a, b) } else { (b, a) };
        let other = std::mem::take(&mut self.chains[from]);
        for m in other.mentions.iter() {
            self.chain_of[m] = into;
        }
        let chain = &mut self.chains[into];
        chain.mentions.extend(other.mentions);
        chain.masculine += other.masculine;
        chain.feminine += other.feminine;
        chain.neuter += other.neuter;
        chain.one += other.one;
        chain.given_masculine += other.given_masculine;
        chain.given_feminine += other.given_feminine;
        chain.full_name = longer(&self.traits, chain.full_name, other.full_name);
        chain.many += other.many;
        for word in other.role_words {
            if chain.role_words.len() < MOST_ROLE_WORDS && !chain.role_words.contains(&word) {
                chain.role_words.push(word);
            }
        }
        for (sum, votes) in chain.kinds.iter_mut().zip(other.kinds) {
            *sum += votes;
        }
    }

    /// All chains, by their first mention.
    pub fn in_order(&self) -> impl Iterator<Item = &Chain> {
        (0..self.mentions.len()).filter(|&m| self.is_first(m)).map(|m| self.chain(m))
    }

    /// The mentions that claims have as their sources, each once, in text order.
    pub fn sources_in_order(&self) -> Vec<usize> {
        (0..self.mentions.len()).filter(|&m| self.is_source(m)).collect()
    }

    /// Whether one of the first mentions of a chain is a name.
    pub fn is_named(&self, mention: usize) -> bool {
        self.chain(mention).mentions.iter().take(MOST_BEFORE_NAME).any(|m| self.mentions[m].form == Form::Name)
    }

    /// Whether a claim names this mention as its source.
    pub fn is_source(&self, mention: usize) -> bool {
        self.is_source.get(mention).copied().unwrap_or(false)
    }

    /// Whether both chains have the full name of a person, and not the same.
    pub fn two_persons(&self, a: usize, b: usize) -> bool {
        match (self.chain(a).full_name, self.chain(b).full_name) {
            (Some(x), Some(y)) => !self.joined(a, b) && !self.are_variants(x, y),
            _ => false,
        }
    }

    /// Whether the names of two mentions can be one, differently written.
    pub fn are_variants(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.traits[a].words, &self.traits[b].words);
        super::spelling::are_variants(x, self.mentions[a].kind, y, self.mentions[b].kind)
    }

    /// Whether one mention lies inside the other.
    pub fn nested(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.mentions[a].tokens, &self.mentions[b].tokens);
        a.start <= b.start && b.end <= a.end || b.start <= a.start && a.end <= b.end
    }

    /// The mention that carries the meaning of a source's words: "Putin's press secretary Dmitry Peskov" is Peskov.
    fn mention_of_source(&self, source: crate::document::Span) -> Option<usize> {
        let tokens = self.document.tokens_in(source);
        let first = self.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let inside: Vec<usize> =
            (first..self.mentions.len()).take_while(|&m| self.mentions[m].tokens.start < tokens.end).collect();
        let top =
            tokens.clone().find(|&i| self.syntax.words[i].head == i || !tokens.contains(&self.syntax.words[i].head));
        let holds = |m: &usize| top.is_some_and(|top| self.mentions[*m].tokens.contains(&top));
        let is_top = |m: &usize| top == Some(self.traits[*m].anchor);
        if let Some(name) = inside.iter().copied().find(|&m| self.opens_source(m, &tokens)) {
            return Some(name);
        }
        inside.iter().copied().find(is_top).or_else(|| inside.iter().copied().find(holds)).or_else(
            || match inside[..] {
                [] => None,
                _ => {
                    // A name that ends the words, as after a title.
                    inside
                        .iter()
                        .copied()
                        .find(|&m| self.mentions[m].form == Form::Name && self.mentions[m].tokens.end == tokens.end)
                }
            },
        )
    }

    /// "Prof. Ana Roe, a jurist at the Hebrew University", "Ana Roe of the club": a person's name that opens a source and is
    /// explained there, whatever the parser takes for the head; not the first of a list.
    fn opens_source(&self, m: usize, source: &std::ops::Range<usize>) -> bool {
        let mention = &self.mentions[m];
        let is_name = mention.form == Form::Name && mention.kind == Kind::Person;
        let title = source.start..mention.tokens.start;
        let opens = title.len() <= 2
            && title.clone().all(|i| is_honorific(self.document.lower(i)) || self.document.word(i) == ".");
        let end = mention.tokens.end;
        if !is_name || !opens || end + 1 >= source.end {
            return false;
        }
        let next = self.document.lower(end + 1);
        let is_explained = match self.document.lower(end) {
            "of" | "from" => true,
            "," => {
                matches!(next, "a" | "an" | "the" | "who" | "once" | "now" | "then" | "formerly")
                    || lists().role_nouns.has(next)
            }
            _ => false,
        };
        let is_person = |n: usize| self.mentions[n].form == Form::Name && self.mentions[n].kind == Kind::Person;
        let begins_at = |n: &usize, at: usize| self.mentions[*n].tokens.start == at;
        let is_list = (end..source.end)
            .filter(|&i| self.document.lower(i) == "and")
            .any(|and| (m + 1..self.mentions.len()).take(12).find(|n| begins_at(n, and + 1)).is_some_and(is_person));
        is_explained && !is_list
    }

    /// Of each quotation, the source of the claim whose content it is; a quotation without a source goes on from the last.
    fn find_speakers(&self) -> Vec<Option<usize>> {
        let mut speakers = vec![None; self.quotes.len()];
        let mut last: Option<(usize, usize)> = None;
        for (claim, &source) in self.claims.iter().zip(&self.sources) {
            if claim.form == crate::claims::Form::Indirect {
                continue;
            }
            let Some(content) = claim.content.first() else { continue };
            let paragraph = |at: u32| self.document.paragraphs.partition_point(|p| p.span.end <= at);
            let here = paragraph(content.start);
            let goes_on = || last.filter(|&(p, _)| here - p.min(here) <= 1).map(|(_, m)| m);
            let speaker = if claim.source.is_some() { source } else { goes_on() };
            for span in &claim.content {
                let first = self.quotes.partition_point(|q| q.span.end <= span.start);
                let inside = self.quotes[first..].iter().take_while(|q| q.span.start < span.end);
                for (i, quote) in inside.enumerate() {
                    if quote.depth == 0 && speakers[first + i].is_none() {
                        speakers[first + i] = speaker;
                    }
                }
            }
            if let Some(speaker) = speaker {
                last = Some((here, speaker));
            }
        }
        speakers
    }

    /// The mention that speaks in a quotation, if a claim says so.
    pub fn speaker_of_quote(&self, quote: usize) -> Option<usize> {
        self.speakers.get(quote).copied().flatten()
    }
}

/// The name with more words: "Ruiz Urquiola" leaves open which of them it is.
fn longer(traits: &[Traits], a: Option<usize>, b: Option<usize>) -> Option<usize> {
    let words = |x: Option<usize>| x.map_or(0, |x| traits[x].words.len());
    if words(b) > words(a) { b } else { a }
}

fn alone(index: usize, mention: &Mention, traits: &Traits) -> Chain {
    let mut chain = Chain { mentions: Members::alone(index), ..Chain::default() };
    match traits.gender {
        Gender::Masculine => chain.masculine = 1,
        Gender::Feminine => chain.feminine = 1,
        Gender::Neuter => chain.neuter = 1,
        Gender::Unknown => (),
    }
    match traits.number {
        Number::One => chain.one = 1,
        Number::Many => chain.many = 1,
        Number::Either => (),
    }
    if mention.form != Form::Pronoun || mention.kind == Kind::Person {
        // "Ford Motor Company" says what "Ford" is, however often it stands alone; "Hurricane Ana" what "Ana" is.
        let begins = || lists().name_words.get(&traits.words[0]).is_some_and(|row| row.starts_with("begins "));
        let says_kind = traits.words.len() > 1
            && (lists().name_words.has(traits.last()) || begins() && mention.kind == Kind::Event);
        let votes = match mention.form {
            Form::Name if says_kind => 12,
            Form::Name => 2,
            _ => 1,
        };
        chain.kinds[mention.kind as usize] = votes;
    }
    if mention.form == Form::Name && mention.kind == Kind::Person {
        match traits.words.first().and_then(|w| Gazetteer::committed().given(w)) {
            Some(Given::Masculine) => chain.given_masculine = 1,
            Some(Given::Feminine) => chain.given_feminine = 1,
            None => (),
        }
        chain.full_name = (traits.words.len() > 1).then_some(index);
    }
    if mention.form == Form::Nominal {
        chain.role_words.clone_from(&traits.words);
    }
    chain
}

//! What a claim rule sees: words, syntax and quotation marks of one document, with the questions rules ask of them.

use super::tokens::Tokens;
use crate::document::{Document, Span, TokenKind};
use crate::mentions::Mention;
use crate::quotes::Quote;
use crate::tags::{Form, Pos, Relation, Syntax};
use crate::times::Time;
use std::borrow::Cow;
use std::cell::Cell;

/// One document as the claim rules see it.
pub struct Scene<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Its syntax.
    pub syntax: &'a Syntax,
    /// Its quotations, outer before inner.
    pub quotes: &'a [Quote],
    /// Its mentions.
    pub mentions: &'a [Mention],
    /// Its times.
    pub times: &'a [Time],
    /// For each token the innermost quotation whose inside holds it (its marks do not count as inside).
    inside: Vec<Option<u32>>,
    /// For each token the quotation that its mark opens.
    opens: Vec<Option<u32>>,
    /// For each token the quotation that its mark closes.
    closes: Vec<Option<u32>>,
    /// The requirement of a rule that was last not met.
    unmet: Cell<Option<&'static str>>,
}

impl<'a> Scene<'a> {
    /// Looks up, once for all rules, which quotation each token lies in, opens or closes.
    pub fn new(
        document: &'a Document,
        syntax: &'a Syntax,
        quotes: &'a [Quote],
        mentions: &'a [Mention],
        times: &'a [Time],
    ) -> Scene<'a> {
        let count = document.tokens.len();
        let (mut inside, mut opens, mut closes) = (vec![None; count], vec![None; count], vec![None; count]);
        for (i, quote) in quotes.iter().enumerate() {
            let end = quote.tokens.end - usize::from(quote.closed);
            for slot in &mut inside[quote.tokens.start + 1..end] {
                *slot = Some(i as u32);
            }
            opens[quote.tokens.start] = Some(i as u32);
            if quote.closed {
                closes[end] = Some(i as u32);
            }
        }
        Scene { document, syntax, quotes, mentions, times, inside, opens, closes, unmet: Cell::new(None) }
    }

    /// Nothing unless the condition holds; what was not met is remembered for `tools explain`.
    pub fn require(&self, condition: bool, what: &'static str) -> Option<()> {
        if !condition {
            self.unmet.set(Some(what));
        }
        condition.then_some(())
    }

    /// The requirement that was last not met, since [`Scene::forget`].
    pub fn unmet(&self) -> Option<&'static str> {
        self.unmet.get()
    }

    /// Forgets what was not met.
    pub fn forget(&self) {
        self.unmet.set(None);
    }

    /// Token `i` in lower case; "" past the end.
    pub fn lower(&self, i: usize) -> &str {
        if i < self.document.tokens.len() { self.document.lower(i) } else { "" }
    }

    /// The dictionary form of token `i`; "" past the end.
    pub fn lemma(&self, i: usize) -> Cow<'_, str> {
        if i < self.document.tokens.len() { self.syntax.lemma(self.document, i) } else { Cow::Borrowed("") }
    }

    /// Part of speech of token `i`; what is part of a name ("*United* States") counts as a name.
    pub fn pos(&self, i: usize) -> Pos {
        self.syntax
            .words
            .get(i)
            .map_or(Pos::X, |w| if matches!(w.form, Form::Nnp | Form::Nnps) { Pos::Propn } else { w.pos })
    }

    /// Inflection of token `i`.
    pub fn form(&self, i: usize) -> Form {
        self.syntax.words.get(i).map_or(Form::Other, |w| w.form)
    }

    /// Head of token `i`; itself for a root, and past the end of the text.
    pub fn head(&self, i: usize) -> usize {
        self.syntax.words.get(i).map_or(i, |w| w.head)
    }

    /// How token `i` depends on its head.
    pub fn relation(&self, i: usize) -> Relation {
        self.syntax.words.get(i).map_or(Relation::Dep, |w| w.relation)
    }

    /// Whether token `i` is a verb or auxiliary with tense, or a modal.
    pub fn is_finite(&self, i: usize) -> bool {
        matches!(self.pos(i), Pos::Verb | Pos::Aux)
            && matches!(self.form(i), Form::Vbd | Form::Vbz | Form::Vbp | Form::Md)
    }

    /// Whether two verbs are both past, both present or in the same form. A past participle may be a past tense that the
    /// tagger took for one.
    pub fn same_tense(&self, a: usize, b: usize) -> bool {
        let kind = |i: usize| match self.form(i) {
            Form::Vbd | Form::Vbn => Some(0),
            Form::Vbz | Form::Vbp => Some(1),
            Form::Vbg => Some(2),
            Form::Vb => Some(3),
            _ => None,
        };
        let is_verb = |i: usize| matches!(self.pos(i), Pos::Verb | Pos::Aux);
        is_verb(a) && is_verb(b) && kind(a).is_some() && kind(a) == kind(b)
    }

    /// Whether a finite verb stands among these tokens.
    pub fn has_finite(&self, tokens: impl Into<Tokens>) -> bool {
        tokens.into().iter().any(|i| self.is_finite(i))
    }

    /// The tokens of the sentence that holds token `i`; none after the end of the text.
    pub fn sentence(&self, i: usize) -> Tokens {
        let sentence = self.document.sentences.get(self.document.sentence_of(i));
        sentence.map_or(Tokens::new(i, i), |s| s.tokens.clone().into())
    }

    /// The innermost quotation that token `i` lies in.
    pub fn quote_around(&self, i: usize) -> Option<usize> {
        self.inside.get(i).copied().flatten().map(|q| q as usize)
    }

    /// The tokens of a quotation, marks included.
    pub fn quote_tokens(&self, quote: usize) -> Tokens {
        self.quotes[quote].tokens.clone().into()
    }

    /// The tokens from the first to the last under token `i`, itself included.
    pub fn subtree(&self, i: usize) -> Tokens {
        self.syntax.subtree(i).into()
    }

    /// The quotation that the mark at token `i` opens.
    pub fn quote_opened(&self, i: usize) -> Option<usize> {
        self.opens.get(i).copied().flatten().map(|q| q as usize)
    }

    /// The quotation that the mark at token `i` closes.
    pub fn quote_closed(&self, i: usize) -> Option<usize> {
        self.closes.get(i).copied().flatten().map(|q| q as usize)
    }

    /// What a rule may look at around token `i`: its sentence, and of that only its own quotation.
    pub fn search_range(&self, i: usize) -> Tokens {
        let sentence = self.sentence(i);
        match self.quote_around(i) {
            None => sentence,
            Some(q) => {
                let quote = &self.quotes[q];
                let end = quote.tokens.end - usize::from(quote.closed);
                Tokens::new(sentence.start.max(quote.tokens.start + 1), sentence.end.min(end))
            }
        }
    }

    /// The outermost mention that holds these bytes, looked for near them.
    pub fn mention_at(&self, span: Span) -> Option<&'a Mention> {
        let at = self.mentions.partition_point(|m| m.span.start <= span.start);
        self.mentions[at.saturating_sub(8)..at].iter().find(|m| m.span.contains(span))
    }

    /// Whether token `i` is a capitalised word of a name, whatever its tag.
    pub fn is_name(&self, i: usize) -> bool {
        let is_name = |m: &Mention| m.form == crate::mentions::Form::Name;
        self.document.is_capitalized(i) && self.mention_at(self.document.tokens[i].span).is_some_and(is_name)
    }

    /// Whether token `i` stands in a headline.
    pub fn in_headline(&self, i: usize) -> bool {
        let sentence = &self.document.sentences[self.document.sentence_of(i)];
        self.document.paragraphs[sentence.paragraph].kind == crate::document::ParagraphKind::Headline
    }

    /// The comma right before token `at`, if more of `range` stands before it.
    pub fn comma_before(&self, at: usize, range: Tokens) -> Option<usize> {
        at.checked_sub(1).filter(|&j| j > range.start && self.is_comma(j))
    }

    /// Whether token `i` is a comma.
    pub fn is_comma(&self, i: usize) -> bool {
        self.lower(i) == ","
    }

    /// Whether token `i` is a dash that separates clauses.
    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.lower(i), "--" | "—" | "---")
            || self.lower(i) == "–" && !self.joins_name(i)
            || self.lower(i) == "-" && self.document.tokens[i].spaced
    }

    /// "Harvard–Smithsonian": a dash between two capitals, without spaces.
    pub fn joins_name(&self, i: usize) -> bool {
        let document = self.document;
        let is_tight = !document.tokens[i].spaced && document.tokens.get(i + 1).is_some_and(|next| !next.spaced);
        is_tight && i > 0 && document.is_capitalized(i - 1) && document.is_capitalized(i + 1)
    }

    /// Whether token `i` is a word or number.
    pub fn is_word(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }

    /// Whether token `i` ends a sentence by its look.
    pub fn is_stop(&self, i: usize) -> bool {
        matches!(self.lower(i).as_bytes().first(), Some(b'.' | b'!' | b'?')) || self.lower(i) == "…"
    }

    /// The bytes of a run of tokens; `None` when it is empty.
    pub fn span(&self, tokens: Tokens) -> Option<Span> {
        (!tokens.is_empty()).then(|| self.document.span(tokens.start, tokens.end - 1))
    }

    /// Without the commas, stops and dashes at either end that stand outside quotation marks.
    pub fn trim(&self, tokens: impl Into<Tokens>) -> Tokens {
        let mut tokens = tokens.into();
        while !tokens.is_empty() && self.is_outer_mark(tokens.start) {
            tokens = tokens.with_start(tokens.start + 1);
        }
        while !tokens.is_empty() && self.is_outer_mark(tokens.end - 1) && !self.is_kept_stop(tokens) {
            tokens = tokens.with_end(tokens.end - 1);
        }
        tokens
    }

    fn is_outer_mark(&self, i: usize) -> bool {
        matches!(self.lower(i), "," | "." | ";" | ":" | "…" | ")" | "]") || self.is_dash(i)
    }

    /// A closing bracket whose opening stands inside too stays.
    fn is_kept_stop(&self, tokens: Tokens) -> bool {
        let (close, open) = match self.lower(tokens.end - 1) {
            ")" => (")", "("),
            "]" => ("]", "["),
            _ => return false,
        };
        let count = |mark: &str| tokens.iter().filter(|&i| self.lower(i) == mark).count();
        count(open) >= count(close)
    }

    /// Whether token `i` is part of a time; nothing is, after the end of a text that was cut off.
    pub fn is_time(&self, i: usize) -> bool {
        let Some(token) = self.document.tokens.get(i) else { return false };
        let at = self.times.partition_point(|t| t.span.end <= token.span.start);
        self.times.get(at).is_some_and(|t| t.span.overlaps(token.span))
    }

    /// How many words a run of tokens has.
    pub fn count_words(&self, tokens: impl Into<Tokens>) -> usize {
        tokens.into().iter().filter(|&i| self.is_word(i)).count()
    }
}

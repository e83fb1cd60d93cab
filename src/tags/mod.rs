//! Sentences to syntax: parts of speech, lemmas and Universal Dependencies, learned.

pub mod lemma;
pub mod lexicon;
pub mod net;
pub mod tagger;

use crate::document::Document;
use crate::model::Container;
use lexicon::{Lex, Vocabulary};
use net::{Net, Work};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use tagger::Tags;

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl $name {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// As the treebanks write it.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }
        }
    };
}

names! {
    /// Universal part of speech.
    Pos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ", Noun = "NOUN",
        Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM",
        Verb = "VERB", X = "X",
    }
}

names! {
    /// What an inflected word shows: the Penn tags of verbs, nouns, adjectives, adverbs and pronouns; `Other` for the rest.
    Form {
        Other = "_", Vb = "VB", Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ", Md = "MD", Nn = "NN",
        Nns = "NNS", Nnp = "NNP", Nnps = "NNPS", Jj = "JJ", Jjr = "JJR", Jjs = "JJS", Rb = "RB", Rbr = "RBR", Rbs = "RBS",
        Prp = "PRP", PrpS = "PRP$", Wp = "WP", WpS = "WP$", Wdt = "WDT", Wrb = "WRB", To = "TO", Pos = "POS", Rp = "RP",
        Cd = "CD", Ex = "EX", Dt = "DT", In = "IN",
    }
}

names! {
    /// Universal dependency, with the subtypes that later stages ask for.
    Relation {
        Root = "root", Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", Advmod = "advmod", Amod = "amod", Appos = "appos",
        Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc", Ccomp = "ccomp", Compound = "compound",
        CompoundPrt = "compound:prt", Conj = "conj", Cop = "cop", Csubj = "csubj", Dep = "dep", Det = "det",
        Discourse = "discourse", Dislocated = "dislocated", Expl = "expl", Fixed = "fixed", Flat = "flat",
        Goeswith = "goeswith", Iobj = "iobj", List = "list", Mark = "mark", Nmod = "nmod", NmodPoss = "nmod:poss",
        Nsubj = "nsubj", NsubjPass = "nsubj:pass", Nummod = "nummod", Obj = "obj", Obl = "obl", OblAgent = "obl:agent",
        Orphan = "orphan", Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Vocative = "vocative",
        Xcomp = "xcomp",
    }
}

/// The syntax of one token.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Part of speech.
    pub pos: Pos,
    /// Inflection.
    pub form: Form,
    /// Token it depends on; itself for the root of a sentence.
    pub head: usize,
    /// How it depends on it.
    pub relation: Relation,
}

/// The syntax of a document: one word a token, each sentence a tree.
pub struct Syntax {
    /// In token order.
    pub words: Vec<Word>,
    /// First and last token under each token, itself included.
    reach: Vec<(u32, u32)>,
}

impl Syntax {
    /// From words whose heads form one tree a sentence.
    pub fn new(words: Vec<Word>, document: &Document) -> Syntax {
        let mut reach: Vec<(u32, u32)> = (0..words.len() as u32).map(|i| (i, i)).collect();
        for sentence in &document.sentences {
            for at in sentence.tokens.clone() {
                let mut up = at;
                // A token widens its ancestors until one already reaches that far.
                while words[up].head != up {
                    up = words[up].head;
                    let (first, last) = reach[up];
                    if first <= at as u32 && at as u32 <= last {
                        break;
                    }
                    reach[up] = (first.min(at as u32), last.max(at as u32));
                }
            }
        }
        Syntax { words, reach }
    }

    /// The dictionary form of token `i`, in lower case: "said" -> "say".
    pub fn lemma<'d>(&self, document: &'d Document, i: usize) -> Cow<'d, str> {
        lemma::lemma(document.lower(i), self.words[i])
    }

    /// The tokens from the first to the last under token `i`, itself included.
    pub fn subtree(&self, i: usize) -> Range<usize> {
        self.reach[i].0 as usize..self.reach[i].1 as usize + 1
    }

    /// The tokens that depend directly on `i`, in text order.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.subtree(i).filter(move |&j| j != i && self.words[j].head == i)
    }

    /// The first child with one of these relations.
    pub fn child(&self, i: usize, relations: &[Relation]) -> Option<usize> {
        self.children(i).find(|&j| relations.contains(&self.words[j].relation))
    }

    /// Whether `i` is `ancestor` or lies under it.
    pub fn is_under(&self, mut i: usize, ancestor: usize) -> bool {
        while i != ancestor && self.words[i].head != i {
            i = self.words[i].head;
        }
        i == ancestor
    }
}

/// What was learned, as it lies in the model files.
pub struct Model<'m> {
    /// Words with their classes and possible tags.
    pub vocabulary: Vocabulary<'m>,
    /// Tags.
    pub tags: Tags,
    /// The net that reads sentences.
    pub net: Net<'m>,
}

impl<'m> Model<'m> {
    /// From the bytes of the two model files.
    pub fn read(words: &'m [u8], net: &'m [u8]) -> Model<'m> {
        let words = Container::new(words);
        Model { vocabulary: Vocabulary::new(words), tags: Tags::read(words), net: Net::read(Container::new(net)) }
    }

    /// The committed model.
    pub fn committed() -> &'static Model<'static> {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Model::read(include_bytes!("../model/tags.bin"), include_bytes!("../model/syntax.bin")))
    }

    /// Parts of speech and syntax of one sentence; heads count from its first word.
    pub fn analyze(&self, words: &[Lex], work: &mut Work, found: &mut Vec<Word>) {
        self.net.run(words, work);
        let tags = work.tags.chunks_exact(self.tags.all.len().max(1));
        let labels = work.labels.chunks_exact(Relation::ALL.len());
        found.clear();
        found.extend(words.iter().zip(tags).zip(labels).enumerate().map(|(i, ((lex, tags), labels))| {
            let (pos, form) = self.tags.all[tagger::best(self.tags.of(lex), tags) as usize];
            let head = work.heads[i];
            let relation = if head == i { Relation::Root } else { best_relation(labels) };
            Word { pos, form, head, relation }
        }));
    }
}

/// The relation that scores best, the first of equals; never the root.
fn best_relation(scores: &[f32]) -> Relation {
    let mut best = 1;
    for at in 2..scores.len() {
        if scores[at] > scores[best] {
            best = at;
        }
    }
    Relation::ALL[best]
}

/// The class of a word in lower case, by the company it keeps ("shut" and "closed" have one); 0 if it has none.
pub fn word_class(lower: &str) -> u16 {
    Model::committed().vocabulary.lex(lower, lower, true, true).classes[0]
}

/// All tokens as the net sees them.
pub fn lexes(document: &Document, vocabulary: &Vocabulary) -> Vec<Lex> {
    let one = |i: usize| {
        let after = document.tokens.get(i + 1).is_none_or(|next| next.spaced);
        vocabulary.lex(document.word(i), document.lower(i), document.tokens[i].spaced, after)
    };
    (0..document.tokens.len()).map(one).collect()
}

/// Parts of speech and dependency syntax of every sentence.
pub fn tag(document: &Document) -> Syntax {
    let model = Model::committed();
    let lexes = lexes(document, &model.vocabulary);
    let mut work = Work::default();
    let mut words = Vec::with_capacity(document.tokens.len());
    let mut found = Vec::new();
    for sentence in &document.sentences {
        model.analyze(&lexes[sentence.tokens.clone()], &mut work, &mut found);
        words.extend(found.iter().map(|w| Word { head: w.head + sentence.tokens.start, ..*w }));
    }
    Syntax::new(words, document)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each sentence as its words with part of speech, head and relation: "He/PRON<said:nsubj".
    fn shown(text: &str) -> String {
        let document = Document::read(text);
        let syntax = tag(&document);
        let one = |i: usize| {
            let w = syntax.words[i];
            let head = if w.head == i { "" } else { document.word(w.head) };
            format!("{}/{}<{head}:{}", document.word(i), w.pos.name(), w.relation.name())
        };
        (0..document.tokens.len()).map(one).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn reads_a_plain_sentence() {
        check(
            "The minister resigned on Tuesday.",
            "The/DET<minister:det minister/NOUN<resigned:nsubj resigned/VERB<:root on/ADP<Tuesday:case \
             Tuesday/PROPN<resigned:obl ./PUNCT<resigned:punct",
        );
    }

    #[test]
    fn reads_anything_into_trees() {
        for text in ["", "?", "a", "( ( (", "\u{feff}", "and and and", &"word ".repeat(700), "😀 — “x"] {
            let document = Document::read(text);
            let syntax = tag(&document);
            assert_eq!(syntax.words.len(), document.tokens.len());
            for sentence in &document.sentences {
                let roots = sentence.tokens.clone().filter(|&i| syntax.words[i].head == i).count();
                assert_eq!(roots, 1, "{text}");
                for i in sentence.tokens.clone() {
                    assert!(sentence.tokens.contains(&syntax.words[i].head));
                    let mut up = i;
                    for _ in 0..sentence.tokens.len() {
                        up = syntax.words[up].head;
                    }
                    assert_eq!(syntax.words[up].head, up, "no circles");
                }
            }
        }
    }
}

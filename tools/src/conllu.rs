//! Reads treebanks in CoNLL-U.

use onrecord::tags::lexicon::{Lex, Vocabulary};
use onrecord::tags::{Form, Pos, Relation};
use std::path::{Path, PathBuf};

/// One word of a treebank.
#[derive(Clone, Debug)]
pub struct Word {
    /// As written.
    pub text: String,
    /// Part of speech.
    pub pos: Pos,
    /// Inflection.
    pub form: Form,
    /// Head, counted from the first word of the sentence; itself for the root.
    pub head: usize,
    /// Relation to the head.
    pub relation: Relation,
    /// White space follows.
    pub spaced_after: bool,
}

/// One sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Its name in the treebank.
    pub id: String,
    /// A new paragraph or document begins with it.
    pub opens_paragraph: bool,
    /// A new document begins with it.
    pub opens_document: bool,
    /// Its words.
    pub words: Vec<Word>,
}

impl Sentence {
    /// The lexical features of its words.
    pub fn lexes(&self, vocabulary: &Vocabulary) -> Vec<Lex> {
        let lex = |(i, word): (usize, &Word)| {
            vocabulary.lex(&word.text, &lower(&word.text), self.spaced_before(i), word.spaced_after)
        };
        self.words.iter().enumerate().map(lex).collect()
    }

    /// Whether white space stands before word `i`.
    pub fn spaced_before(&self, i: usize) -> bool {
        i == 0 || self.words[i - 1].spaced_after
    }
}

/// A word in lower case, as a document has it.
pub fn lower(word: &str) -> String {
    word.replace(['\u{2019}', '\u{2018}', '\u{02BC}'], "'").to_lowercase()
}

/// The shared data, if it is there.
pub fn data() -> Result<PathBuf, String> {
    std::env::var_os("ONRECORD_DATA")
        .map(PathBuf::from)
        .ok_or_else(|| "set ONRECORD_DATA to the folder of the data".into())
}

/// A treebank of the shared data: "ewt.train".
pub fn treebank(name: &str) -> Result<Vec<Sentence>, String> {
    read(&data()?.join("ud").join(format!("{name}.conllu")))
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(parse(&text))
}

/// Reads the words of a file.
pub fn parse(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    // The last word of a contraction carries its space; the words before it have none.
    let mut whole = (0, false);
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            if let Some(id) = comment.strip_prefix("sent_id = ") {
                sentence.id = id.to_owned();
            }
            sentence.opens_document |= comment.starts_with("newdoc");
            sentence.opens_paragraph |= comment.starts_with("newpar") || comment.starts_with("newdoc");
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        if fields.len() < 10 {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        let is_spaced = !fields[9].split('|').any(|f| f == "SpaceAfter=No");
        if let Some((_, last)) = fields[0].split_once('-') {
            whole = (last.parse().unwrap_or(0), is_spaced);
            continue;
        }
        let (Ok(number), Ok(head)) = (fields[0].parse::<usize>(), fields[6].parse::<usize>()) else { continue };
        let spaced_after = match number.cmp(&whole.0) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => whole.1,
            std::cmp::Ordering::Greater => is_spaced,
        };
        sentence.words.push(Word {
            text: fields[1].to_owned(),
            pos: Pos::ALL.iter().copied().find(|p| p.name() == fields[3]).unwrap_or(Pos::X),
            form: Form::ALL.iter().copied().find(|f| f.name() == fields[4]).unwrap_or(Form::Other),
            head: if head == 0 { number - 1 } else { head - 1 },
            relation: relation(fields[7]),
            spaced_after,
        });
        if number >= whole.0 {
            whole = (0, false);
        }
    }
    if !sentence.words.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

/// The relation as it is listed, else without its subtype.
fn relation(name: &str) -> Relation {
    let find = |name: &str| Relation::ALL.iter().copied().find(|r| r.name() == name);
    find(name).or_else(|| find(name.split(':').next()?)).unwrap_or(Relation::Dep)
}

/// A relation without its subtype.
pub fn base(relation: Relation) -> &'static str {
    relation.name().split(':').next().unwrap_or_default()
}

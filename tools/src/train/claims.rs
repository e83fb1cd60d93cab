//! `tools train claims`: from marked articles to what reporting verbs say.
//!
//! With `--check` nothing is written: the articles are divided, each part is read with what was learned from the others, and
//! the same with ever fewer articles.

use crate::boost::{self, Decision};
use crate::marked::bytes_of_code_points;
use onrecord::claims::Rule;
use onrecord::claims::choice::{Candidate, Chooser, Learned, Question, UNKNOWN_SHARE, share_key};
use onrecord::document::Document;
use onrecord::model::{self, Lexicon};
use onrecord::{claims, mentions, quotes, tags, times};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Parts into which the articles are divided to check what is learned.
const PARTS: usize = 5;
/// A candidate that shares less with the marked content is not right.
const LEAST_SHARED: f64 = 0.6;
/// Two contents are the same claim from here on.
const HALF: f64 = 0.5;
/// Bits of a forest for one unit of log-odds; see `boost`.
const UNIT: f64 = 512.0;

/// Words of a claim and of its cue, as tokens.
struct Mark {
    cue: BTreeSet<usize>,
    content: BTreeSet<usize>,
    source: BTreeSet<usize>,
}

/// A decision about one verb of one article.
struct Noted {
    question: Question,
    article: usize,
    lemma: String,
    construction: Option<Rule>,
    features: Vec<Vec<i16>>,
    /// What the rules propose; nothing or nobody where they do not.
    proposed: usize,
    /// What each candidate shares with the marked content; empty where no claim is marked.
    shared: Vec<f64>,
}

impl Noted {
    fn right(&self) -> Vec<bool> {
        let Some(&most) = self.shared.iter().max_by(|a, b| a.total_cmp(b)) else {
            return (0..self.features.len()).map(|i| i == 0).collect();
        };
        let least = if self.question == Question::Content { LEAST_SHARED } else { f64::MIN_POSITIVE };
        self.shared.iter().map(|&s| s >= least && s == most).collect()
    }

    fn is_claim(&self) -> bool {
        !self.shared.is_empty()
    }

    /// Whether the cue is no reporting verb: its lemma stands after the name of its rule.
    fn is_of_word(&self) -> bool {
        self.lemma.contains(':')
    }
}

/// Learns, or with `--check` measures what can be learned.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if arguments.iter().any(|a| a != "--check") {
        return Err("usage: tools train claims [--check]".into());
    }
    let noted = read()?;
    if !arguments.is_empty() {
        check(&noted);
        return Ok(());
    }
    let path = crate::pack::root().join("src/model/claims.bin");
    let all: Vec<&Noted> = noted.iter().collect();
    fs::write(&path, learn(&all)).map_err(|e| format!("{}: {e}", path.display()))
}

/// Articles of our own, which teach what real ones rarely show.
const INVENTED: &[&str] = &["eval/develop", "eval/fresh", "tests/articles"];

/// The decisions of the real articles that were developed on and of our own.
fn read() -> Result<Vec<Noted>, String> {
    let mut articles = crate::eval::real::developed_on()?;
    for folder in INVENTED {
        articles.extend(crate::gold::read_folder(&crate::pack::root().join(folder))?);
    }
    let mut noted = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        note(article, number, &mut noted);
    }
    Ok(noted)
}

/// The decisions of one article.
fn note(article: &Value, number: usize, noted: &mut Vec<Noted>) {
    let text = article["text"].as_str().unwrap_or_default();
    let document = Document::read(text);
    let quotes = quotes::find(&document);
    let syntax = tags::tag(&document);
    let published = times::published(&document, article["published"].as_str());
    let times = times::find(&document, &syntax, published.as_deref());
    let mentions = mentions::find(&document, &syntax);
    let marks = marks(article, &document);
    let mut oracle =
        Oracle { document: &document, marks, article: number, lemma: String::new(), construction: None, noted };
    claims::find_with(&document, &syntax, &quotes, &mentions, &times, &mut oracle);
}

fn marks(article: &Value, document: &Document) -> Vec<Mark> {
    let bytes = bytes_of_code_points(document.text);
    let words = |span: &Value| -> BTreeSet<usize> {
        let at = |key: &str| span[key].as_u64().and_then(|at| bytes.get(at as usize).copied()).unwrap_or(0) as u32;
        let span = onrecord::document::Span { start: at("start"), end: at("end") };
        if span.is_empty() { BTreeSet::new() } else { words_of(document, document.tokens_in(span)) }
    };
    let all = |spans: &Value| spans.as_array().into_iter().flatten().flat_map(words).collect();
    let quotes = article["quotes"].as_array().into_iter().flatten();
    let cues = |q: &Value| if q["cues"].is_array() { all(&q["cues"]) } else { words(&q["cue"]) };
    quotes.map(|q| Mark { cue: cues(q), content: all(&q["contents"]), source: all(&q["sources"]) }).collect()
}

/// The tokens that are words.
fn words_of(document: &Document, tokens: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
    use onrecord::document::TokenKind::{Number, Word};
    tokens.into_iter().filter(|&i| matches!(document.tokens[i].kind, Word | Number)).collect()
}

/// Notes the decisions of an article whose claims are marked, and answers rightly.
struct Oracle<'o> {
    document: &'o Document<'o>,
    marks: Vec<Mark>,
    article: usize,
    lemma: String,
    construction: Option<Rule>,
    noted: &'o mut Vec<Noted>,
}

impl Chooser for Oracle<'_> {
    fn choose(&mut self, question: Question, verb: usize, candidates: &[Candidate]) -> usize {
        let mark = self.marks.iter().find(|m| m.cue.contains(&verb) && !m.content.is_empty());
        let words: Vec<BTreeSet<usize>> = candidates.iter().map(|c| words_of(self.document, c.tokens())).collect();
        let shared = match (question, mark) {
            (_, None) => Vec::new(),
            (Question::Content, Some(mark)) => shared(&words, &mark.content, self.document, verb),
            (Question::Source, Some(mark)) => words.iter().map(|w| named_by(w, &mark.source)).collect(),
        };
        let features = candidates.iter().map(|c| c.features.clone()).collect();
        let proposed = candidates.iter().position(|c| c.is_proposed).unwrap_or(0);
        let noted = Noted {
            question,
            article: self.article,
            lemma: self.lemma.clone(),
            construction: self.construction,
            features,
            proposed,
            shared,
        };
        let answer = noted.right().iter().position(|&r| r).unwrap_or(0);
        if question == Question::Content || noted.shared.iter().any(|&s| s > 0.0) {
            self.noted.push(noted);
        }
        answer
    }

    fn shares(&mut self, lemma: &str, construction: Option<Rule>) -> [i16; 2] {
        lemma.clone_into(&mut self.lemma);
        self.construction = construction;
        [UNKNOWN_SHARE; 2]
    }
}

/// What two sets of words share.
fn share_of(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> f64 {
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}

/// How well a phrase names a source: half of it at least lies in the marked words.
fn named_by(words: &BTreeSet<usize>, source: &BTreeSet<usize>) -> f64 {
    if words.is_empty() && source.is_empty() {
        return 1.0;
    }
    let both = words.intersection(source).count();
    if both * 2 >= words.len() { share_of(words, source) } else { 0.0 }
}

/// What each candidate shares with the marked content; what the content has beyond the sentence is found by other rules.
fn shared(words: &[BTreeSet<usize>], content: &BTreeSet<usize>, document: &Document, verb: usize) -> Vec<f64> {
    let sentence = document.sentences[document.sentence_of(verb)].tokens.end;
    let last = words.iter().filter_map(|w| w.last()).max().map_or(0, |&w| w + 1);
    let here: BTreeSet<usize> = content.range(..sentence.max(last)).copied().collect();
    words.iter().map(|w| share_of(w, content).max(share_of(w, &here))).collect()
}

/// Claims and all of a verb, or of a verb in a construction.
#[derive(Clone, Copy, Default)]
struct Count {
    claims: i32,
    all: i32,
}

impl Count {
    fn add(&mut self, noted: &Noted) {
        self.claims += i32::from(noted.is_claim());
        self.all += 1;
    }

    fn without(self, other: Count) -> Count {
        Count { claims: self.claims - other.claims, all: self.all - other.all }
    }

    /// Out of twenty; towards what is expected where little was seen.
    fn share(self, expected: i16) -> i16 {
        let (of, weight) = (20 * self.claims + i32::from(expected) * EXPECTED, self.all + EXPECTED);
        ((2 * of + weight) / (2 * weight)) as i16
    }
}

/// What is expected counts as much as so many verbs.
const EXPECTED: i32 = 3;

/// How often each verb reports, and each in each construction, leaving out one article.
#[derive(Default)]
struct Shares {
    all: BTreeMap<String, Count>,
    of_article: BTreeMap<(String, usize), Count>,
}

impl Shares {
    fn new(noted: &[&Noted]) -> Shares {
        let mut shares = Shares::default();
        for n in noted.iter().filter(|n| n.question == Question::Content) {
            for key in [n.lemma.clone(), share_key(&n.lemma, n.construction)] {
                shares.all.entry(key.clone()).or_default().add(n);
                shares.of_article.entry((key, n.article)).or_default().add(n);
            }
        }
        shares
    }

    /// What is learned from; nothing where no candidate is right.
    fn decision(&self, n: &Noted) -> Option<Decision> {
        let right = n.right();
        let shares = self.of(n);
        let features = n
            .features
            .iter()
            .map(|f| if n.question == Question::Content { with_shares(f, shares) } else { f.clone() })
            .collect();
        right.contains(&true).then_some(Decision { features, right, weight: 1.0 })
    }

    /// Of a verb and of its construction.
    fn of(&self, n: &Noted) -> [i16; 2] {
        let count = |key: &str| {
            let own = self.of_article.get(&(key.to_owned(), n.article)).copied().unwrap_or_default();
            self.all.get(key).copied().unwrap_or_default().without(own)
        };
        let of_verb = count(&n.lemma).share(UNKNOWN_SHARE);
        let construction = count(&share_key(&n.lemma, n.construction)).share(of_verb);
        [of_verb, if differs(construction, of_verb) { construction } else { of_verb }]
    }

    /// As the product reads them: of a construction only where it differs from that of its verb.
    fn rows(&self) -> Vec<(String, String)> {
        let of_verb = |lemma: &str| self.all.get(lemma).copied().unwrap_or_default().share(UNKNOWN_SHARE);
        let row = |(key, count): (&String, &Count)| {
            let Some((lemma, _)) = key.split_once('/') else { return Some((key.clone(), of_verb(key).to_string())) };
            let (expected, share) = (of_verb(lemma), count.share(of_verb(lemma)));
            differs(share, expected).then(|| (key.clone(), share.to_string()))
        };
        self.all.iter().filter_map(row).collect()
    }
}

/// Whether the share of a construction says more than that of its verb: each costs bytes.
fn differs(construction: i16, of_verb: i16) -> bool {
    (construction - of_verb).abs() > 1
}

/// The first features are how often the verb reports.
fn with_shares(features: &[i16], shares: [i16; 2]) -> Vec<i16> {
    let mut features = features.to_vec();
    features[..2].copy_from_slice(&shares);
    features
}

/// The weights as the product reads them.
fn learn(noted: &[&Noted]) -> Vec<u8> {
    let shares = Shares::new(noted);
    let of = |question| {
        let decisions: Vec<Decision> =
            noted.iter().filter(|n| n.question == question).filter_map(|n| shares.decision(n)).collect();
        boost::learn(&decisions.iter().collect::<Vec<_>>())
    };
    let lexicon = Lexicon::pack(&shares.rows(), |lemma| (lemma.to_owned(), 1));
    let section = |name: &str, bytes| (name.to_owned(), bytes);
    model::pack(&[
        section("content", of(Question::Content)),
        section("source", of(Question::Source)),
        section("shares", lexicon),
    ])
}

/// How many claims were chosen, how many of them are right, and how many are marked.
#[derive(Clone, Copy, Default)]
struct Tally {
    marked: usize,
    chosen: usize,
    half: usize,
    exact: usize,
    spurious: usize,
}

impl Tally {
    fn add(&mut self, noted: &Noted, choice: usize) {
        self.marked += usize::from(noted.is_claim());
        if choice == 0 {
            return;
        }
        self.chosen += 1;
        match noted.shared.get(choice) {
            Some(&shared) => {
                self.half += usize::from(shared >= HALF);
                self.exact += usize::from(shared == 1.0);
            }
            None => self.spurious += 1,
        }
    }

    fn print(self, what: &str) {
        let f1 = |right: usize| 200.0 * right as f64 / (self.chosen + self.marked).max(1) as f64;
        let of = |right: usize, all: usize| 100.0 * right as f64 / all.max(1) as f64;
        println!(
            "{what:28} P {:5.1} R {:5.1} F1 {:5.1}  exact F1 {:5.1}  spurious {} of {}",
            of(self.half, self.chosen),
            of(self.half, self.marked),
            f1(self.half),
            f1(self.exact),
            self.spurious,
            self.chosen
        );
    }
}

fn check(noted: &[Noted]) {
    let articles = noted.last().map_or(0, |n| n.article + 1);
    let contents = || noted.iter().enumerate().filter(|(_, n)| n.question == Question::Content);
    let sources = || noted.iter().enumerate().filter(|(_, n)| n.question == Question::Source);
    let mut rules = Tally::default();
    contents().for_each(|(_, n)| rules.add(n, n.proposed));
    rules.print("rules");
    let mut rules_of_words = Tally::default();
    contents().filter(|(_, n)| n.is_of_word()).for_each(|(_, n)| rules_of_words.add(n, n.proposed));
    rules_of_words.print("rules, words that are no verbs");
    println!(
        "sources: rules {} right of {}",
        sources().filter(|(_, n)| n.shared[n.proposed] > 0.0).count(),
        sources().count()
    );
    for eighths in [2, 4, 8] {
        let answers = cross_validated(noted, eighths);
        let size = articles * eighths * (PARTS - 1) / PARTS / 8;
        for caution in if eighths == 8 { &[-0.5, 0.0, 0.25, 0.5, 1.0][..] } else { &[0.0][..] } {
            let mut tally = Tally::default();
            contents().for_each(|(i, n)| tally.add(n, best(&answers[i], (caution * UNIT) as i32)));
            tally.print(&format!("{size} articles, caution {caution}"));
            let mut words = Tally::default();
            let of_words = contents().filter(|(_, n)| n.is_of_word());
            of_words.for_each(|(i, n)| words.add(n, best(&answers[i], (caution * UNIT) as i32)));
            words.print("  of these words");
        }
        println!("sources: {} right", sources().filter(|(i, n)| n.shared[best(&answers[*i], 0)] > 0.0).count());
    }
}

fn best(scores: &[i32], caution: i32) -> usize {
    let score = |i: usize| scores[i] + if i == 0 { caution } else { 0 };
    (1..scores.len()).fold(0, |best, i| if score(i) > score(best) { i } else { best })
}

/// The scores of all candidates, by what was learned from the other parts, or from some eighths of them.
fn cross_validated(noted: &[Noted], eighths: usize) -> Vec<Vec<i32>> {
    let part = |n: &Noted| n.article % PARTS;
    let is_used = |n: &Noted| n.article / PARTS * 5 % 8 < eighths;
    let of_part = |test: usize| {
        let train: Vec<&Noted> = noted.iter().filter(|n| part(n) != test && is_used(n)).collect();
        learn(&train)
    };
    let learned: Vec<Vec<u8>> = (0..PARTS).map(of_part).collect();
    let scores = |n: &Noted| {
        let mut learned = Learned::read(&learned[part(n)]);
        let shares = learned.shares(&n.lemma, n.construction);
        let features = |f: &Vec<i16>| if n.question == Question::Content { with_shares(f, shares) } else { f.clone() };
        n.features.iter().map(|f| learned.score(n.question, &features(f))).collect()
    };
    noted.iter().map(scores).collect()
}

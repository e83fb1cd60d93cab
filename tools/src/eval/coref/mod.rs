//! Coreference on GUM (MUC, B³, CEAF-e, their mean) and on GAP, with the marked mentions and from the raw text.

mod gap;
mod gum;
mod resolved;
mod learn;
mod real;
mod score;

use super::Row;
use crate::boost::{self, Decision};
use gum::Article;
use onrecord::document::{Document, Span};
use onrecord::entities::Entity;
use onrecord::entities::rank::Learned;
use onrecord::mentions::{Form, Mention};
use onrecord::tags::{self, Syntax};
use resolved::{Resolved, matches, resolve_with};
use score::{Partition, Scores};
use std::collections::BTreeMap;

/// The genres of edited writing about people that the corpus has.
const GENRES: [&str; 3] = ["news", "interview", "bio"];

/// A file of the evaluation data.
fn data(name: &str) -> Result<String, String> {
    let folder = std::env::var_os("ONRECORD_DATA").ok_or("set ONRECORD_DATA to the folder of evaluation data")?;
    let path = std::path::Path::new(&folder).join(name);
    std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
}

/// Folds of the cross-validation over the news of the training part.
const FOLDS: usize = 5;

/// Rows of GUM and GAP.
pub fn measure() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let dev = gum::read(&data("ud/gum.dev.conllu")?);
    let shipped = shipped_weights();
    let mut totals = [Scores::default(); MODES.len()];
    for article in dev.iter().filter(|a| GENRES.contains(&a.genre())) {
        let scores = MODES.map(|(_, mode)| mode(article, shipped));
        totals.iter_mut().zip(scores).for_each(|(t, s)| t.add(s));
    }
    MODES.iter().zip(totals).for_each(|((mode, _), s)| rows.extend(scores_rows("gum.dev", mode, &s)));
    for (mode, of) in [("gold", by_rule_gold as fn(&Article, &mut Rules)), ("raw", by_rule_raw)] {
        let mut rules = Rules::new();
        dev.iter().filter(|a| GENRES.contains(&a.genre())).for_each(|a| of(a, &mut rules));
        rows.extend(rules.into_iter().flat_map(|(rule, counts)| rule_rows(mode, rule, counts)));
    }
    rows.extend(cross_validated()?);
    Ok(rows)
}

/// How often a sieve is right, and how many of its joins could be judged.
fn rule_rows(mode: &str, rule: &str, (right, all): (u32, u32)) -> [Row; 2] {
    let row = |what: &str, value: f64| Row {
        set: "gum.dev",
        measure: format!("coref {mode} sieve {rule}{what}"),
        value,
        note: "precision of its joins, and how many could be judged",
    };
    [row("", 100.0 * f64::from(right) / f64::from(all)), row(", joins", f64::from(all))]
}

/// Prints the wrong joins of each sieve, in the raw news, interviews and lives of the training part.
pub fn show_joins() -> Result<(), String> {
    let train = gum::read(&data("ud/gum.train.conllu")?);
    for article in train.iter().filter(|a| GENRES.contains(&a.genre())) {
        let document = Document::read(&article.text);
        let resolved = learn::resolved_raw(&document, shipped_weights());
        let of = matches(article, &document, &resolved.mentions);
        for entity in &resolved.entities {
            judged(
                entity,
                |m| of[m].map(|g| &*article.mentions[g].cluster),
                |at, is_right| {
                    if !is_right {
                        show_join(&document, &resolved, entity, at);
                    }
                },
            );
        }
    }
    Ok(())
}

fn show_join(document: &Document, resolved: &Resolved, entity: &Entity, at: usize) {
    let mention = &resolved.mentions[entity.mentions[at]];
    let before = entity.mentions[..at].iter().rev().take(4).map(|&x| document.slice(resolved.mentions[x].span));
    let from = (mention.span.start.saturating_sub(80) as usize..).find(|&i| document.text.is_char_boundary(i));
    println!(
        "{}: …{}[{}] into {}: {}",
        mention.rule,
        document.text[from.unwrap_or(0)..mention.span.start as usize].replace('\n', " "),
        document.slice(mention.span),
        entity.name,
        before.collect::<Vec<_>>().join(" | ")
    );
}

/// Prints the pronouns of GAP's development set that the shipped weights, which have seen them, get wrong.
pub fn show_pronouns() -> Result<(), String> {
    for example in gap::read(&data("coref/gap-development.tsv")?) {
        let document = Document::read(&example.text);
        let resolved = learn::resolved_raw(&document, shipped_weights());
        for (name, truth) in example.names {
            if joins(&resolved, example.pronoun, name) != truth {
                show_answer(&document, &resolved, &example, name, truth);
            }
        }
    }
    Ok(())
}

/// The weights as they lie in the checkout, so that `train` and `eval` need no build between them.
fn shipped_weights() -> &'static [u8] {
    static WEIGHTS: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    WEIGHTS.get_or_init(|| std::fs::read(crate::pack::root().join("src/model/coref.bin")).unwrap_or_default())
}

/// What is learned from.
struct TrainingSet {
    train: Vec<Article>,
    of_articles: Vec<Vec<Decision>>,
    examples: Vec<(&'static str, gap::Example)>,
    of_examples: Vec<Vec<Decision>>,
    of_sources: Vec<Vec<Decision>>,
}

impl TrainingSet {
    /// All decisions of the corpora.
    fn of_corpora(&self) -> impl Iterator<Item = &Decision> {
        self.of_articles.iter().chain(&self.of_examples).flatten()
    }
}

/// All decisions to learn from: by article of GUM's training part, by example of GAP, and by real article that was
/// developed on the sources.
fn training_set() -> Result<TrainingSet, String> {
    let train = gum::read(&data("ud/gum.train.conllu")?);
    let mut of_articles = Vec::new();
    for article in &train {
        let mut decisions = Vec::new();
        learn::decisions_of_article(article, &mut decisions);
        of_articles.push(decisions);
    }
    let weights = boost::learn(&of_articles.iter().flatten().collect::<Vec<_>>());
    let mut examples = Vec::new();
    let files = [("gap.development", "coref/gap-development.tsv"), ("gap.validation", "coref/gap-validation.tsv")];
    for (set, file) in files {
        examples.extend(gap::read(&data(file)?).into_iter().map(|e| (set, e)));
    }
    let mut of_examples = Vec::new();
    for (_, example) in &examples {
        let mut decisions = Vec::new();
        learn::decision_of_example(example, &weights, &mut decisions);
        of_examples.push(decisions);
    }
    let mut of_sources = Vec::new();
    for article in super::real::developed_on()? {
        let mut decisions = Vec::new();
        real::decisions_of_sources(&article, &weights, &mut decisions);
        of_sources.push(decisions);
    }
    Ok(TrainingSet { train, of_articles, examples, of_examples, of_sources })
}

/// The news of GUM's training part and all of GAP, each by weights that have not seen it.
fn cross_validated() -> Result<Vec<Row>, String> {
    let set = training_set()?;
    let edited: Vec<usize> = (0..set.train.len()).filter(|&i| GENRES.contains(&set.train[i].genre())).collect();
    let mut news = [Scores::default(); MODES.len()];
    let mut all = [Scores::default(); MODES.len()];
    let mut answers: BTreeMap<&'static str, GapCounts> = BTreeMap::new();
    for fold in 0..FOLDS {
        let held: Vec<usize> = edited.iter().copied().skip(fold).step_by(FOLDS).collect();
        let seen = set.of_articles.iter().enumerate().filter(|(i, _)| !held.contains(i)).flat_map(|(_, d)| d);
        let seen_examples = set.of_examples.iter().enumerate().filter(|(i, _)| i % FOLDS != fold).flat_map(|(_, d)| d);
        let of_sources = set.of_sources.iter().flatten();
        let weights = boost::learn(&seen.chain(seen_examples).chain(of_sources).collect::<Vec<_>>());
        for &i in &held {
            let article = &set.train[i];
            let scores = MODES.map(|(_, mode)| mode(article, &weights));
            all.iter_mut().zip(scores).for_each(|(t, s)| t.add(s));
            if article.genre() == "news" {
                news.iter_mut().zip(scores).for_each(|(t, s)| t.add(s));
            }
        }
        for (name, example) in set.examples.iter().skip(fold).step_by(FOLDS) {
            answer(example, &weights, answers.entry(name).or_default());
        }
    }
    let mut rows = Vec::new();
    for (set, totals) in [("gum.train news", news), ("gum.train all", all)] {
        for ((mode, _), scores) in MODES.iter().zip(totals) {
            rows.extend(scores_rows(set, mode, &scores));
        }
    }
    rows.extend(answers.iter().flat_map(|(set, counts)| gap_rows(set, counts)));
    Ok(rows)
}

/// Learns the shipped weights into `src/model/coref.bin`.
pub fn train() -> Result<(), String> {
    let set = training_set()?;
    let all: Vec<&Decision> = set.of_corpora().chain(set.of_sources.iter().flatten()).collect();
    println!("{} decisions, {} of them not of GUM or GAP", all.len(), all.len() - set.of_corpora().count());
    let path = crate::pack::root().join("src/model/coref.bin");
    std::fs::write(&path, boost::learn(&all)).map_err(|e| format!("{}: {e}", path.display()))
}

/// Prints how often the sources of real articles are decided rightly by the corpora alone, and with the sources of the
/// articles in the other folds.
pub fn check_sources() -> Result<(), String> {
    let set = training_set()?;
    let without = boost::learn(&set.of_corpora().collect::<Vec<_>>());
    let folds = (0..FOLDS).map(|fold| {
        let seen = set.of_sources.iter().enumerate().filter(|(i, _)| i % FOLDS != fold).flat_map(|(_, d)| d);
        boost::learn(&set.of_corpora().chain(seen).collect::<Vec<_>>())
    });
    let folds: Vec<Vec<u8>> = folds.collect();
    let mut counts: BTreeMap<bool, [usize; 3]> = BTreeMap::new();
    for (i, decisions) in set.of_sources.iter().enumerate() {
        for decision in decisions {
            let count = counts.entry(decision.right[0]).or_default();
            count[0] += 1;
            count[1] += usize::from(decision.is_right_by(&without));
            count[2] += usize::from(decision.is_right_by(&folds[i % FOLDS]));
        }
    }
    for (is_nobody, [all, without, with]) in counts {
        let meant = if is_nobody { "nobody before" } else { "somebody before" };
        println!("{meant}: {all}, right by the corpora alone {without}, with other articles {with}");
    }
    Ok(())
}

type Mode = fn(&Article, &[u8]) -> Scores;

/// With the treebank's syntax and mentions, with its mentions, with nothing of it.
const MODES: [(&str, Mode); 3] = [("gold-syntax", gold_syntax), ("gold", gold_mentions), ("raw", from_raw)];

fn scores_rows(set: &'static str, mode: &str, scores: &Scores) -> Vec<Row> {
    let row = |what: &str, value: f64| Row {
        set,
        measure: format!("coref {mode} {what}"),
        value: 100.0 * value,
        note: "persons, organizations, places; news, interview, bio; no singletons",
    };
    let mean = |of: fn(&score::Ratio) -> f64| (of(&scores.muc) + of(&scores.b_cubed) + of(&scores.ceaf_e)) / 3.0;
    vec![
        row("CoNLL", scores.conll()),
        row("MUC", scores.muc.f1()),
        row("B3", scores.b_cubed.f1()),
        row("CEAF-e", scores.ceaf_e.f1()),
        row("precision", mean(score::Ratio::precision)),
        row("recall", mean(score::Ratio::recall)),
        row("mentions", scores.mentions.f1()),
    ]
}

fn gold_syntax(article: &Article, weights: &[u8]) -> Scores {
    let document = Document::read(&article.text);
    let syntax = article.syntax(&document);
    with_mentions(article, &document, &syntax, weights)
}

fn gold_mentions(article: &Article, weights: &[u8]) -> Scores {
    let document = Document::read(&article.text);
    let syntax = tags::tag(&document);
    with_mentions(article, &document, &syntax, weights)
}

fn with_mentions(article: &Article, document: &Document, syntax: &Syntax, weights: &[u8]) -> Scores {
    let found = article.as_found(document);
    let kept = found.iter().flatten().cloned().collect();
    let resolved = resolve_with(document, syntax, kept, &mut Learned(weights));
    let mut marked: BTreeMap<(Span, Form), Vec<usize>> = BTreeMap::new();
    for (i, mention) in found.iter().enumerate() {
        if let Some(m) = mention {
            marked.entry((m.span, m.form)).or_default().push(i);
        }
    }
    let key_of = |m: &Mention| marked.get_mut(&(m.span, m.form)).and_then(Vec::pop);
    score::score(&key(article), &response(&resolved, key_of, article.mentions.len()))
}

fn from_raw(article: &Article, weights: &[u8]) -> Scores {
    let document = Document::read(&article.text);
    let resolved = learn::resolved_raw(&document, weights);
    let of = matches(article, &document, &resolved.mentions);
    score::score(&key(article), &response_by(&resolved, &document, &of, article.mentions.len()))
}

/// By sieve: right joins, all joins.
type Rules = BTreeMap<&'static str, (u32, u32)>;

fn by_rule_gold(article: &Article, rules: &mut Rules) {
    let document = Document::read(&article.text);
    let syntax = article.syntax(&document);
    let (kept, clusters): (Vec<Mention>, Vec<&str>) = article
        .as_found(&document)
        .into_iter()
        .zip(&article.mentions)
        .filter_map(|(m, g)| Some((m?, &*g.cluster)))
        .unzip();
    let keys: Vec<(Span, Form)> = kept.iter().map(|m| (m.span, m.form)).collect();
    let resolved = resolve_with(&document, &syntax, kept, &mut Learned(shipped_weights()));
    let label = |m: usize| {
        let mention = &resolved.mentions[m];
        keys.iter().position(|&k| k == (mention.span, mention.form)).map(|i| clusters[i])
    };
    count_rules(&resolved, label, rules);
}

fn by_rule_raw(article: &Article, rules: &mut Rules) {
    let document = Document::read(&article.text);
    let resolved = learn::resolved_raw(&document, shipped_weights());
    let of = matches(article, &document, &resolved.mentions);
    count_rules(&resolved, |m| of[m].map(|g| &*article.mentions[g].cluster), rules);
}

fn count_rules<'g>(resolved: &Resolved, label: impl Fn(usize) -> Option<&'g str>, rules: &mut Rules) {
    for entity in &resolved.entities {
        judged(entity, &label, |at, is_right| {
            let counts = rules.entry(resolved.mentions[entity.mentions[at]].rule).or_default();
            counts.0 += u32::from(is_right);
            counts.1 += 1;
        });
    }
}

/// Calls `judge` with each join of an entity that can be judged: it is right if the mention belongs to most of what its
/// chain held before it.
fn judged<'g>(entity: &Entity, label: impl Fn(usize) -> Option<&'g str>, mut judge: impl FnMut(usize, bool)) {
    let labels: Vec<Option<&str>> = entity.mentions.iter().map(|&m| label(m)).collect();
    for at in 1..labels.len() {
        let Some(own) = labels[at] else { continue };
        let same = labels[..at].iter().flatten().filter(|l| **l == own).count();
        judge(at, 2 * same > labels[..at].iter().flatten().count());
    }
}

fn key(article: &Article) -> Partition {
    let mut clusters: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, gold) in article.mentions.iter().enumerate() {
        clusters.entry(&gold.cluster).or_default().push(i);
    }
    clusters.into_values().collect()
}

/// Our clusters by the numbers of the marked mentions; a mention that is not marked gets a number of its own.
fn response(resolved: &Resolved, mut key_of: impl FnMut(&Mention) -> Option<usize>, mut fresh: usize) -> Partition {
    let number = |m: &usize| {
        key_of(&resolved.mentions[*m]).unwrap_or_else(|| {
            fresh += 1;
            fresh
        })
    };
    let mut number = number;
    resolved.entities.iter().map(|e| e.mentions.iter().map(&mut number).collect()).collect()
}

fn response_by(resolved: &Resolved, document: &Document, of: &[Option<usize>], fresh: usize) -> Partition {
    let clusters = resolved.entities.iter().map(|entity| {
        let kept = entity.mentions.iter().filter(|&&m| of[m].is_some() || in_scheme(document, &resolved.mentions[m]));
        kept.map(|&m| of[m].unwrap_or(fresh + m)).collect()
    });
    clusters.collect()
}

/// The corpus marks no relative pronouns, and of kinds we ask only for three (group is "person" there).
fn in_scheme(document: &Document, mention: &Mention) -> bool {
    use onrecord::mentions::Kind::{Facility, Group, Organization, Person, Place};
    let lower = document.lower(mention.head);
    match mention.form {
        Form::Pronoun => !matches!(lower, "who" | "whom" | "whose" | "which" | "that"),
        _ => matches!(mention.kind, Person | Organization | Place | Group | Facility),
    }
}

/// All, masculine, feminine.
#[derive(Default)]
struct GapCounts([gap::Counts; 3]);

fn answer(example: &gap::Example, weights: &[u8], counts: &mut GapCounts) {
    let document = Document::read(&example.text);
    let resolved = learn::resolved_raw(&document, weights);
    for (name, truth) in example.names {
        let answer = joins(&resolved, example.pronoun, name);
        counts.0[0].add(answer, truth);
        counts.0[1 + usize::from(example.feminine)].add(answer, truth);
    }
}

fn show_answer(document: &Document, resolved: &Resolved, example: &gap::Example, name: Span, truth: bool) {
    let entity = |at: Span, form: Form| {
        let m = resolved.mentions.iter().position(|m| m.form == form && m.span.overlaps(at));
        let entity = m.and_then(|m| resolved.entities.iter().find(|e| e.mentions.contains(&m)));
        entity.map_or("-".to_owned(), |e| {
            let words = e.mentions.iter().map(|&x| document.slice(resolved.mentions[x].span));
            format!("{} [{}]", e.kind.name(), words.collect::<Vec<_>>().join(" | "))
        })
    };
    let what = if truth { "missed" } else { "wrong" };
    println!("GAP {what} {} {:?}", document.slice(example.pronoun), example.pronoun);
    println!("   name {:?} -> {}", document.slice(name), entity(name, Form::Name));
    println!("   pronoun -> {}", entity(example.pronoun, Form::Pronoun));
    println!("   {}", example.text);
}

fn gap_rows(set: &'static str, GapCounts([all, masculine, feminine]): &GapCounts) -> Vec<Row> {
    let row = |what: &str, value: f64| Row {
        set,
        measure: format!("coref {what}"),
        value,
        note: "from raw text, official metric, cross-validated",
    };
    vec![
        row("F1", 100.0 * all.f1()),
        row("precision", 100.0 * all.precision()),
        row("recall", 100.0 * all.recall()),
        row("F1 masculine", 100.0 * masculine.f1()),
        row("F1 feminine", 100.0 * feminine.f1()),
        row("feminine/masculine", feminine.f1() / masculine.f1()),
    ]
}

/// Whether the pronoun and the name are one entity.
fn joins(resolved: &Resolved, pronoun: Span, name: Span) -> bool {
    resolved.entities.iter().any(|e| {
        let has = |at: Span, form: Form| {
            e.mentions.iter().map(|&m| &resolved.mentions[m]).any(|m| m.form == form && m.span.overlaps(at))
        };
        has(pronoun, Form::Pronoun) && has(name, Form::Name)
    })
}

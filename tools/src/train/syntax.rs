//! `tools train syntax`: the net that tags and parses, from the treebanks.

use super::corpus;
use super::net::{Lesson, Net, Omitted, Plan, Widths};
use super::random::Random;
use super::teach;
use super::vocabulary::{self, lower};
use crate::conllu::{Sentence, treebank};
use crate::pack::root;
use onrecord::model::{self, Container};
use onrecord::tags::lexicon::{Lex, Vocabulary};
use onrecord::tags::tagger::Tags;
use std::time::Instant;

const SEED: u64 = 20;
/// How the net is trained, and its teachers; figures that were tried stand in ARCHITECTURE.md.
const PLAN: Plan = Plan {
    widths: Widths::PRODUCT,
    epochs: 14,
    batch: 16,
    rate: 0.003,
    omitted: Omitted { dropout: 0.07, unknown: 8 },
    seed: SEED,
};
/// So many nets, each with a seed of its own, teach by text that nobody marked.
const TEACHERS: u64 = 3;
/// Teachers are four times the size, too slow for a reader's browser, and would learn by heart what is marked.
const TEACHER: Plan = Plan {
    widths: Widths { row: 96, half: 128, arc: 96, label: 64 },
    epochs: 11,
    rate: 0.002,
    omitted: Omitted { dropout: 0.15, unknown: 12 },
    ..PLAN
};

/// Trains all and writes the model files.
pub fn train(_arguments: &[String]) -> Result<(), String> {
    let start = Instant::now();
    let mut gold = treebank("ewt.train")?;
    gold.extend(treebank("gum.train")?);
    let words = vocabulary::build(&gold)?;
    let words_file = model::pack(&words.sections);
    let lexicon = Vocabulary::new(Container::new(&words_file));
    let marked = |sentences: &[Sentence]| -> Vec<Lesson> {
        sentences.iter().map(|s| lesson(s, &lexicon, &words.tags)).collect()
    };
    let dev = [("ewt.dev", marked(&treebank("ewt.dev")?)), ("gum.dev", marked(&treebank("gum.dev")?))];
    let course = Course { start, words: &words, dev: dev.into() };
    let sentences = corpus::with_variants(&gold, &mut Random::new(SEED));
    let mut lessons = marked(&sentences);
    course.say_size("marked", &lessons);
    let teachers: Vec<Net> = (0..TEACHERS)
        .map(|t| course.learn(&format!("teacher {}", t + 1), &lessons, Plan { seed: SEED + t, ..TEACHER }))
        .collect();
    say(start, &format!("teachers together: {}", course.show(&teachers)));
    lessons.extend(teach::lessons(&teachers, &teach::sentences(&lexicon)?));
    course.say_size("with what the teachers read", &lessons);
    let net = course.learn("net", &lessons, Plan { seed: SEED + TEACHERS, ..PLAN });
    write("tags.bin", &words.sections)?;
    write("syntax.bin", &net.packed())?;
    crate::pack::run(&[])?;
    say(start, "done");
    Ok(())
}

/// What all nets of a training share.
struct Course<'c> {
    start: Instant,
    words: &'c vocabulary::Vocabulary,
    /// The development sets, to show how far a net is.
    dev: Vec<(&'static str, Vec<Lesson>)>,
}

impl Course<'_> {
    /// A net that learned the lessons.
    fn learn(&self, name: &str, lessons: &[Lesson], plan: Plan) -> Net {
        let mut net = Net::new(plan.widths, self.words.tags.all.len(), self.words.rows, plan.seed);
        net.train(lessons, &plan, |net, epoch, loss| {
            let shown = self.show(std::slice::from_ref(net));
            say(self.start, &format!("{name}, round {} of {}: loss {loss:.3}; {shown}", epoch + 1, plan.epochs));
        });
        net
    }

    /// What nets together make of the development sets: tags with their forms, heads, heads and labels.
    fn show(&self, nets: &[Net]) -> String {
        let of = |(name, dev): &(&str, Vec<Lesson>)| {
            let [tags, heads, labelled] = teach::agreement(nets, dev);
            format!("{name} {tags:.2} {heads:.2} {labelled:.2}")
        };
        self.dev.iter().map(of).collect::<Vec<_>>().join(", ")
    }

    fn say_size(&self, what: &str, lessons: &[Lesson]) {
        let words: usize = lessons.iter().map(|l| l.words.len()).sum();
        let (tags, rows) = (self.words.tags.all.len(), self.words.rows);
        say(self.start, &format!("{what}: {} sentences, {words} words, {tags} tags, {rows} rows", lessons.len()));
    }
}

fn say(start: Instant, what: &str) {
    eprintln!("[{:5.0} s] {what}", start.elapsed().as_secs_f64());
}

fn write(name: &str, sections: &[(String, Vec<u8>)]) -> Result<(), String> {
    let path = root().join("src/model").join(name);
    std::fs::write(&path, model::pack(sections)).map_err(|e| format!("{}: {e}", path.display()))
}

/// The lexical features of a treebank's sentence.
pub fn lexes(sentence: &Sentence, lexicon: &Vocabulary) -> Vec<Lex> {
    (0..sentence.words.len())
        .map(|i| {
            let word = &sentence.words[i];
            lexicon.lex(&word.text, &lower(&word.text), sentence.spaced_before(i), word.spaced_after)
        })
        .collect()
}

fn lesson(sentence: &Sentence, lexicon: &Vocabulary, tags: &Tags) -> Lesson {
    let tag = |w: &crate::conllu::Word| {
        let same = tags.all.iter().position(|&t| t == (w.pos, w.form));
        same.or_else(|| tags.all.iter().position(|t| t.0 == w.pos)).unwrap_or(0) as u8
    };
    Lesson {
        words: lexes(sentence, lexicon),
        tags: sentence.words.iter().map(tag).collect(),
        heads: sentence.words.iter().map(|w| w.head).collect(),
        relations: sentence.words.iter().map(|w| w.relation as u8).collect(),
        taught: None,
        weight: 1.0,
    }
}

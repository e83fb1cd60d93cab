//! `tools train syntax`: the net that tags and parses, from the treebanks.

use super::corpus;
use super::net::{Dropout, Example, Net, Plan, Widths};
use super::teach;
use super::vocabulary;
use crate::conllu::{Sentence, treebank};
use crate::pack::root;
use crate::random::Random;
use onrecord::model::{self, Container};
use onrecord::tags::lexicon::Vocabulary;
use onrecord::tags::tagger::Tags;
use std::path::Path;
use std::time::Instant;

const SEED: u64 = 20;
/// How the net is trained; figures that were tried stand in ARCHITECTURE.md.
const PLAN: Plan = Plan {
    widths: Widths::PRODUCT,
    epochs: 14,
    batch: 16,
    rate: 0.003,
    dropout: Dropout { states: 0.07, words: 8 },
    seed: SEED,
};

/// `lessons FOLDER` writes what teachers learn from and read; `opinions FILE` trains with what they think and writes the model files.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let texts: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match texts[..] {
        ["lessons", folder] => write_lessons(Path::new(folder)),
        ["opinions", file] => train(Path::new(file)),
        _ => Err("usage: tools train syntax lessons FOLDER | opinions FILE (see tools/teachers/README.md)".into()),
    }
}

fn write_lessons(folder: &Path) -> Result<(), String> {
    let gold = gold()?;
    let words = vocabulary::build(&gold)?;
    let words_file = model::pack(&words.sections);
    let lexicon = Vocabulary::new(Container::new(&words_file));
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let marked = [("train", gold), ("ewt.dev", treebank("ewt.dev")?), ("gum.dev", treebank("gum.dev")?)];
    for (name, sentences) in marked {
        let examples = examples(&sentences, &lexicon, &words.tags);
        teach::write_marked(&folder.join(format!("{name}.jsonl")), &sentences, &examples)?;
    }
    teach::write_relations(&folder.join("relations.json"))?;
    teach::write_unmarked(&folder.join("unmarked.jsonl"), &teach::sentences(&lexicon)?)
}

fn gold() -> Result<Vec<Sentence>, String> {
    let mut gold = treebank("ewt.train")?;
    gold.extend(treebank("gum.train")?);
    Ok(gold)
}

fn train(opinions: &Path) -> Result<(), String> {
    let start = Instant::now();
    let gold = gold()?;
    let words = vocabulary::build(&gold)?;
    let words_file = model::pack(&words.sections);
    let lexicon = Vocabulary::new(Container::new(&words_file));
    let marked = |sentences: &[Sentence]| examples(sentences, &lexicon, &words.tags);
    let dev = [("ewt.dev", marked(&treebank("ewt.dev")?)), ("gum.dev", marked(&treebank("gum.dev")?))];
    let course = Course { start, words: &words, dev: dev.into() };
    let sentences = corpus::with_variants(&gold, &mut Random::new(SEED));
    let mut examples = marked(&sentences);
    course.say_size("marked", &examples);
    examples.extend(teach::examples(opinions, &teach::sentences(&lexicon)?, words.tags.all.len())?);
    course.say_size("with what the teachers read", &examples);
    let net = course.learn(&examples, PLAN);
    write("tags.bin", &words.sections)?;
    write("syntax.bin", &net.packed())?;
    crate::pack::run(&[])?;
    say(start, "done");
    Ok(())
}

/// What a training knows throughout.
struct Course<'c> {
    start: Instant,
    words: &'c vocabulary::Vocabulary,
    /// The development sets, to show how far a net is.
    dev: Vec<(&'static str, Vec<Example>)>,
}

impl Course<'_> {
    /// A net that learned the examples.
    fn learn(&self, examples: &[Example], plan: Plan) -> Net {
        let mut net = Net::new(plan.widths, self.words.tags.all.len(), self.words.rows, plan.seed);
        net.train(examples, &plan, |net, epoch, loss| {
            let shown = self.show(net);
            say(self.start, &format!("round {} of {}: loss {loss:.3}; {shown}", epoch + 1, plan.epochs));
        });
        net
    }

    /// What the net makes of the development sets: tags with their forms, heads, heads and labels.
    fn show(&self, net: &Net) -> String {
        let of = |(name, dev): &(&str, Vec<Example>)| {
            let [tags, heads, labelled] = teach::agreement(net, dev);
            format!("{name} {tags:.2} {heads:.2} {labelled:.2}")
        };
        self.dev.iter().map(of).collect::<Vec<_>>().join(", ")
    }

    fn say_size(&self, what: &str, examples: &[Example]) {
        let words: usize = examples.iter().map(|l| l.words.len()).sum();
        let (tags, rows) = (self.words.tags.all.len(), self.words.rows);
        say(self.start, &format!("{what}: {} sentences, {words} words, {tags} tags, {rows} rows", examples.len()));
    }
}

fn say(start: Instant, what: &str) {
    eprintln!("[{:5.0} s] {what}", start.elapsed().as_secs_f64());
}

fn write(name: &str, sections: &[(String, Vec<u8>)]) -> Result<(), String> {
    let path = root().join("src/model").join(name);
    std::fs::write(&path, model::pack(sections)).map_err(|e| format!("{}: {e}", path.display()))
}

fn examples(sentences: &[Sentence], lexicon: &Vocabulary, tags: &Tags) -> Vec<Example> {
    sentences.iter().map(|s| example(s, lexicon, tags)).collect()
}

fn example(sentence: &Sentence, lexicon: &Vocabulary, tags: &Tags) -> Example {
    let tag = |w: &crate::conllu::Word| {
        let same = tags.all.iter().position(|&t| t == (w.pos, w.form));
        same.or_else(|| tags.all.iter().position(|t| t.0 == w.pos)).unwrap_or(0) as u8
    };
    Example {
        words: sentence.lexes(lexicon),
        tags: sentence.words.iter().map(tag).collect(),
        heads: sentence.words.iter().map(|w| w.head).collect(),
        relations: sentence.words.iter().map(|w| w.relation as u8).collect(),
        distilled: None,
        weight: 1.0,
    }
}

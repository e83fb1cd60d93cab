//! `tools train syntax`: tagger, parser and labels from the treebanks.

use super::corpus;
use super::perceptron::{Perceptron, Random};
use super::vocabulary::{self, lower};
use crate::conllu::{Sentence, treebank};
use crate::pack::root;
use onrecord::model::{self, Container};
use onrecord::tags::Relation;
use onrecord::tags::lexicon::{Lex, Vocabulary};
use onrecord::tags::parser::{self, Atom, NOBODY, Relations, STEPS, State, Step, View};
use onrecord::tags::tagger::{self, Tag, Tags};
use onrecord::tags::weights::{Features, Packed, Weights, bucket};
use std::time::Instant;

fn knob(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}
const SEED: u64 = 20;
/// Parts of the treebanks that are tagged by what was learned from the others.
const FOLDS: usize = 4;

/// A sentence to learn from.
struct Lesson {
    words: Vec<Lex>,
    tags: Vec<Tag>,
    heads: Vec<u16>,
    relations: Vec<u8>,
}

/// Trains all and writes the model files.
pub fn train(_arguments: &[String]) -> Result<(), String> {
    let start = Instant::now();
    let mut gold = treebank("ewt.train")?;
    gold.extend(treebank("gum.train")?);
    let mut random = Random::new(SEED);
    let sentences = corpus::with_variants(&gold, &mut random);
    let words = vocabulary::build(&gold)?;
    let lexicon_file = model::pack(&words.sections);
    let lexicon = Vocabulary::new(Container::new(&lexicon_file));
    let tags = &words.tags;
    let lessons: Vec<Lesson> = sentences.iter().map(|(s, _)| lesson(s, &lexicon, tags)).collect();
    say(start, &format!("{} sentences, {} tags, {} sets", lessons.len(), tags.all.len(), tags.sets.len()));

    // Neighbours stay together: what one sentence says of a name must not tag the next.
    let fold = |i: usize| sentences[i].1 / 200 % FOLDS;
    let mut tagged: Vec<Vec<Tag>> = lessons.iter().map(|l| l.tags.clone()).collect();
    let folds: Vec<usize> = (0..FOLDS + 1).collect();
    let mut taggers: Vec<Vec<u8>> = Vec::new();
    for pair in folds.chunks(2) {
        let trained: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let threads: Vec<_> = pair
                .iter()
                .map(|&k| {
                    let lessons = &lessons;
                    scope.spawn(move || {
                        // Fold FOLDS leaves nothing out.
                        let part: Vec<&Lesson> =
                            (0..lessons.len()).filter(|&i| fold(i) != k).map(|i| &lessons[i]).collect();
                        train_tagger(&part, tags, if k == FOLDS { knob("TE", 8) } else { 5 })
                    })
                })
                .collect();
            threads.into_iter().map(|t| t.join().expect("training does not panic")).collect()
        });
        taggers.extend(trained);
        say(start, &format!("taggers: {} of {}", taggers.len(), FOLDS + 1));
    }
    let mut features = Features::default();
    for (i, lesson) in lessons.iter().enumerate() {
        tagger::tag(&lesson.words, tags, &Packed::new(&taggers[fold(i)]), &mut features, &mut tagged[i]);
    }
    let pairs = || lessons.iter().zip(&tagged).flat_map(|(l, t)| l.tags.iter().zip(t));
    say(
        start,
        &format!(
            "jackknifed tags: {:.2}",
            100.0 * pairs().filter(|(a, b)| a == b).count() as f64 / pairs().count() as f64
        ),
    );
    let atoms: Vec<Vec<Atom>> = lessons
        .iter()
        .zip(&tagged)
        .map(|(l, t)| {
            let mut atoms = Vec::new();
            parser::atoms(&l.words, t, tags, &mut atoms);
            atoms
        })
        .collect();
    let sets = relation_sets(&lessons, &atoms, tags);
    let relations = Relations::read(&sets);
    let (steps, labels) = train_parser(&lessons, &atoms, &relations, start);
    let mut sections = words.sections;
    sections.push(("tagger".into(), taggers.pop().expect("the last tagger is of all folds")));
    write("tags.bin", &sections)?;
    write("syntax.bin", &[("relations".into(), sets), ("steps".into(), steps), ("labels".into(), labels)])?;
    crate::pack::run(&[])?;
    say(start, "done");
    Ok(())
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
        same.or_else(|| tags.all.iter().position(|t| t.0 == w.pos)).unwrap_or(0) as Tag
    };
    Lesson {
        words: lexes(sentence, lexicon),
        tags: sentence.words.iter().map(tag).collect(),
        heads: sentence
            .words
            .iter()
            .enumerate()
            .map(|(i, w)| if w.head == i { NOBODY } else { w.head as u16 })
            .collect(),
        relations: sentence.words.iter().map(|w| w.relation as u8).collect(),
    }
}

fn train_tagger(lessons: &[&Lesson], known: &Tags, epochs: usize) -> Vec<u8> {
    let mut model = Perceptron::new(knob("TB", 18) as u32);
    let mut random = Random::new(SEED);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut features = Features::default();
    let mut tags = Vec::new();
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for &i in &order {
            let lesson = lessons[i];
            tags.clear();
            for at in 0..lesson.words.len() {
                let set = known.of(&lesson.words[at]);
                let gold = lesson.tags[at];
                if set.is_power_of_two() {
                    tags.push(set.trailing_zeros() as Tag);
                    continue;
                }
                tagger::extract(&lesson.words, &tags, at, &mut features);
                let guess = tagger::best(set, &features, &model);
                model.tick();
                if guess != gold && set >> gold & 1 == 1 {
                    update(&mut model, &features, u32::from(gold), u32::from(guess));
                }
                tags.push(guess);
            }
        }
    }
    model.packed(knob("SPREAD", 8) as f64)
}

/// Moves the weights of a decision from the guess to the truth.
fn update(model: &mut Perceptron, features: &Features, gold: u32, guess: u32) {
    let bits = model.bits();
    for &h in &features.hashes {
        model.add(bucket(h, gold, bits), 1);
        model.add(bucket(h, guess, bits), -1);
    }
}

/// Which relations were seen between which parts of speech, by the tags of the treebanks and our own.
fn relation_sets(lessons: &[Lesson], atoms: &[Vec<Atom>], tags: &Tags) -> Vec<u8> {
    let mut sets = vec![0u64; Relations::COUNT];
    for (lesson, atoms) in lessons.iter().zip(atoms) {
        for (i, &head) in lesson.heads.iter().enumerate().filter(|(_, head)| **head != NOBODY) {
            let (h, is_after) = (head as usize, i > head as usize);
            let gold = |i: usize| tags.all[lesson.tags[i] as usize].0 as u32;
            sets[Relations::place(gold(h), gold(i), is_after)] |= 1 << lesson.relations[i];
            sets[Relations::place(atoms[h].pos, atoms[i].pos, is_after)] |= 1 << lesson.relations[i];
        }
    }
    sets.iter().flat_map(|s| s.to_le_bytes()).collect()
}

/// Arcs that a step makes impossible.
fn cost(state: &State, heads: &[u16], step: Step) -> usize {
    let next = state.next;
    let gold = |i: u16| heads[i as usize];
    // The root stands past the last word.
    let is_ahead = |h: u16, from: usize| h == NOBODY || h as usize >= from;
    match step {
        Step::Shift => {
            let below = &state.stack[..state.stack.len().saturating_sub(1)];
            let lost_head = usize::from(below.contains(&gold(next as u16)));
            lost_head + state.stack.iter().filter(|&&d| gold(d) == next as u16).count()
        }
        Step::Left | Step::Right => {
            let top = state.stack[state.stack.len() - 1];
            let head = gold(top);
            let lost_head = if step == Step::Left {
                let below = state.stack.len().checked_sub(2).map(|i| state.stack[i]);
                let is_next = if head == NOBODY { next == heads.len() } else { head as usize == next };
                !is_next && (below == Some(head) || is_ahead(head, next + 1))
            } else {
                is_ahead(head, next)
            };
            usize::from(lost_head) + (next..heads.len()).filter(|&d| heads[d] == top).count()
        }
    }
}

fn train_parser(lessons: &[Lesson], atoms: &[Vec<Atom>], relations: &Relations, start: Instant) -> (Vec<u8>, Vec<u8>) {
    let mut steps = Perceptron::new(knob("SB", 20) as u32);
    let mut labels = Perceptron::new(knob("LB", 18) as u32);
    let mut random = Random::new(SEED);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let (mut features, mut state) = (Features::default(), State::default());
    for epoch in 0..knob("PE", 10) {
        random.shuffle(&mut order);
        let (mut right, mut all) = (0, 0);
        for &i in &order {
            let (lesson, atoms) = (&lessons[i], &atoms[i]);
            state.reset(atoms.len());
            while !state.is_done() {
                View { atoms, state: &state }.step_features(&mut features);
                let scores = parser::step_scores(&features, &steps);
                let guess = parser::best_step(&state, scores);
                let costs = STEPS.map(|s| if state.allows(s) { cost(&state, &lesson.heads, s) } else { usize::MAX });
                let least = costs.iter().copied().min().unwrap_or(0);
                let mut best = guess;
                if costs[guess as usize] > least {
                    best = STEPS
                        .into_iter()
                        .filter(|&s| costs[s as usize] == least)
                        .max_by_key(|&s| (scores[s as usize], 9 - s as i32))
                        .unwrap_or(guess);
                    let shift = 32 - (steps.bits() - 2);
                    for &h in &features.hashes {
                        let at = ((h >> shift) as usize) << 2;
                        steps.add(at | best as usize, 1);
                        steps.add(at | guess as usize, -1);
                    }
                }
                steps.tick();
                let step = if epoch > 0 && random.chance(90) { guess } else { best };
                let mut relation = 0;
                if step != Step::Shift {
                    let (head, dependent) = state.arc(step);
                    let set = relations.of(atoms, head, dependent);
                    if set.is_power_of_two() {
                        relation = set.trailing_zeros() as u8;
                    } else {
                        View { atoms, state: &state }.label_features(head, dependent, &mut features);
                        relation = parser::best_relation(set, &features, &labels);
                        let gold = lesson.relations[dependent as usize];
                        labels.tick();
                        if lesson.heads[dependent as usize] == head && gold != relation {
                            update(&mut labels, &features, u32::from(gold), u32::from(relation));
                        }
                    }
                }
                state.take(step, relation);
            }
            all += lesson.heads.len();
            right += state.nodes.iter().zip(&lesson.heads).filter(|(n, h)| n.head == **h).count();
        }
        say(start, &format!("parser: epoch {} , {:.2} in training", epoch + 1, 100.0 * right as f64 / all as f64));
    }
    let _ = Relation::ALL;
    (steps.packed(knob("SPREAD", 8) as f64), labels.packed(knob("SPREAD", 8) as f64))
}

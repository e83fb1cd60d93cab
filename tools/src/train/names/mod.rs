//! `tools train names`: names from marked texts, by a conditional random field over hashed features.

#![allow(clippy::needless_range_loop)] // grids are read by token and label

mod marked;

use marked::Marked;
use onrecord::document::Document;
use onrecord::mentions::features::{self, Atom};
use onrecord::mentions::gazetteer::Gazetteer;
use onrecord::mentions::labels::{self, LABELS, Part, can_follow, label};
use onrecord::mentions::tagger::{ROW, Scratch, Tagger};
use onrecord::model::Container;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What one text teaches.
pub struct Lesson {
    atoms: Vec<Atom>,
    sentences: Vec<Range<usize>>,
    /// The labels that the corpus allows for each token: one bit a label.
    allowed: Vec<u32>,
}

const PER: u8 = 1;
const ORG: u8 = 2;
const LOC: u8 = 4;
const FAC: u8 = 8;
const GRP: u8 = 16;
const OTH: u8 = 32;

/// A corpus: its file, the kinds that a name's kind may be, and the kinds that may hide among what it leaves unmarked.
struct Corpus {
    file: &'static str,
    kinds: fn(&str) -> u8,
    unmarked: u8,
}

const CORPORA: &[Corpus] = &[
    Corpus { file: "ner/worldwide.train.jsonl", kinds: worldwide, unmarked: 0 },
    Corpus {
        file: "ner/uner-ewt.train.bio",
        kinds: |k| match k {
            "PER" => PER,
            "ORG" => ORG,
            _ => LOC | FAC,
        },
        unmarked: GRP | OTH,
    },
    Corpus {
        file: "ner/wikigold.bio",
        kinds: |k| match k {
            "PER" => PER,
            "ORG" => ORG,
            "LOC" => LOC | FAC,
            _ => GRP | OTH,
        },
        unmarked: 0,
    },
    Corpus {
        file: "ner/redocred.bio",
        kinds: |k| match k {
            "PER" => PER,
            "ORG" => ORG,
            "LOC" => LOC | FAC | GRP,
            "MISC" => OTH | GRP,
            _ => 0,
        },
        unmarked: OTH,
    },
    Corpus {
        file: "ner/crossner-politics.bio",
        kinds: |k| match k {
            "politician" | "person" => PER,
            "politicalparty" | "organisation" => ORG,
            "location" | "country" => LOC,
            _ => OTH | GRP,
        },
        unmarked: OTH | GRP,
    },
    Corpus {
        file: "ner/gum.train.bio",
        kinds: |k| match k {
            "person" => PER | GRP,
            "organization" => ORG,
            "place" => LOC | FAC,
            "time" => 0,
            _ => OTH,
        },
        unmarked: OTH | GRP,
    },
];

fn worldwide(kind: &str) -> u8 {
    match kind {
        "Person" => PER,
        "Organization" => ORG,
        "Location" => LOC,
        "Facility" => FAC,
        "NORP" => GRP,
        "Misc" | "Product" => OTH,
        _ => 0,
    }
}

fn read(path: &Path) -> Result<Vec<Marked>, String> {
    if path.extension().is_some_and(|e| e == "bio") { marked::token_lines(path) } else { marked::json_lines(path) }
}

fn read_atoms(document: &Document) -> Vec<Atom> {
    features::atoms(document, &onrecord::tags::tag(document), Gazetteer::committed())
}

fn lesson(text: &Marked, corpus: &Corpus) -> Lesson {
    let document = Document::read(&text.text);
    let atoms = read_atoms(&document);
    let mut names: Vec<(usize, usize, u8)> = text
        .names
        .iter()
        .filter_map(|(start, end, kind)| {
            let kinds = (corpus.kinds)(kind);
            let (first, last) = marked::tokens_of(&document, *start, *end)?;
            (kinds != 0).then_some((first, last, kinds))
        })
        .collect();
    names.sort_by_key(|&(first, last, _)| (std::cmp::Reverse(last - first), first));
    let free = mask(corpus.unmarked, &[Part::Begin, Part::Inside, Part::Last, Part::Alone]) | 1;
    let mut allowed = vec![free; atoms.len()];
    let mut taken = vec![false; atoms.len()];
    for (first, last, kinds) in names {
        if taken[first..last].iter().any(|&t| t) || document.sentence_of(first) != document.sentence_of(last - 1) {
            continue;
        }
        for i in first..last {
            taken[i] = true;
            let part = match (i == first, i + 1 == last) {
                (true, true) => Part::Alone,
                (true, false) => Part::Begin,
                (false, true) => Part::Last,
                (false, false) => Part::Inside,
            };
            allowed[i] = mask(kinds, &[part]);
        }
    }
    Lesson { atoms, sentences: document.sentences.iter().map(|s| s.tokens.clone()).collect(), allowed }
}

fn mask(kinds: u8, parts: &[Part]) -> u32 {
    (0..6)
        .filter(|k| kinds >> k & 1 == 1)
        .flat_map(|k| parts.iter().map(move |&p| 1u32 << label(k, p)))
        .fold(0, |m, b| m | b)
}

/// A model in training.
pub struct Field {
    bits: u32,
    weights: Vec<f32>,
    squares: Vec<f32>,
    follow: Vec<f32>,
    follow_squares: Vec<f32>,
}

impl Field {
    fn new(bits: u32) -> Field {
        let n = (1 << bits) + ROW;
        Field {
            bits,
            weights: vec![0.0; n],
            squares: vec![1e-2; n],
            follow: vec![0.0; ROW * ROW],
            follow_squares: vec![1e-2; ROW * ROW],
        }
    }

    fn scores(&self, rows: &[u32], out: &mut [f32; ROW]) {
        *out = [0.0; ROW];
        for &row in rows {
            let row = (row >> (32 - self.bits)) as usize;
            for (o, w) in out.iter_mut().zip(&self.weights[row..row + ROW]) {
                *o += w;
            }
        }
    }
}

/// Feature rows of a sentence, token by token.
#[derive(Default)]
struct Rows {
    hashes: Vec<u32>,
    ends: Vec<usize>,
}

impl Rows {
    fn fill(&mut self, atoms: &[Atom], sentence: Range<usize>) {
        self.hashes.clear();
        self.ends.clear();
        let mut buffer = Vec::new();
        for at in sentence.clone() {
            features::extract(atoms, sentence.clone(), at, &mut buffer);
            self.hashes.extend(&buffer);
            self.ends.push(self.hashes.len());
        }
    }

    fn of(&self, at: usize) -> &[u32] {
        &self.hashes[if at == 0 { 0 } else { self.ends[at - 1] }..self.ends[at]]
    }
}

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32
    }
}

type Grid = Vec<[f32; ROW]>;

/// Marginals of each token under the scores, labels outside of `allowed` shut out; false when nothing is possible.
/// Also adds the expected transitions, times `sign`, to `pairs`.
fn marginals(
    nodes: &Grid,
    follow: &[[f32; ROW]; ROW],
    allowed: Option<&[u32]>,
    out: &mut Grid,
    pairs: &mut [[f32; ROW]; ROW],
    sign: f32,
) -> bool {
    let n = nodes.len();
    let permitted = |t: usize, y: usize| allowed.is_none_or(|a| a[t] >> y & 1 == 1);
    let mut alpha: Grid = vec![[0.0; ROW]; n];
    let mut beta: Grid = vec![[0.0; ROW]; n];
    let mut scale = vec![0.0f32; n];
    for t in 0..n {
        let mut row = [0.0f32; ROW];
        if t == 0 {
            for (y, r) in row.iter_mut().enumerate().take(LABELS) {
                *r = follow[0][y];
            }
        } else {
            for before in 0..LABELS {
                let a = alpha[t - 1][before];
                if a > 0.0 {
                    for y in 0..ROW {
                        row[y] += a * follow[before][y];
                    }
                }
            }
        }
        let mut sum = 0.0;
        for y in 0..ROW {
            row[y] = if y < LABELS && permitted(t, y) { row[y] * nodes[t][y] } else { 0.0 };
            sum += row[y];
        }
        if sum.is_nan() || sum <= 0.0 {
            return false;
        }
        for r in &mut row {
            *r /= sum;
        }
        scale[t] = sum;
        alpha[t] = row;
    }
    for y in 0..LABELS {
        beta[n - 1][y] = follow[y][0];
    }
    for t in (0..n - 1).rev() {
        let mut ahead = [0.0f32; ROW];
        for y in 0..LABELS {
            ahead[y] = if permitted(t + 1, y) { nodes[t + 1][y] * beta[t + 1][y] / scale[t + 1] } else { 0.0 };
        }
        for before in 0..LABELS {
            beta[t][before] = follow[before].iter().zip(&ahead).map(|(f, a)| f * a).sum();
        }
    }
    let z: f32 = (0..LABELS).map(|y| alpha[n - 1][y] * follow[y][0]).sum();
    if z.is_nan() || z <= 0.0 {
        return false;
    }
    for t in 0..n {
        for y in 0..ROW {
            out[t][y] = alpha[t][y] * beta[t][y] / z;
        }
        if t > 0 {
            for before in 0..LABELS {
                let a = alpha[t - 1][before] * sign / (z * scale[t]);
                if a != 0.0 {
                    for y in 0..LABELS {
                        if permitted(t, y) {
                            pairs[before][y] += a * follow[before][y] * nodes[t][y] * beta[t][y];
                        }
                    }
                }
            }
        }
    }
    for y in 0..LABELS {
        pairs[0][y] += sign * out[0][y];
        pairs[y][0] += sign * out[n - 1][y];
    }
    true
}

fn exp_follow(field: &Field) -> [[f32; ROW]; ROW] {
    let mut e = [[0.0; ROW]; ROW];
    for (a, row) in e.iter_mut().enumerate().take(LABELS) {
        for (b, cell) in row.iter_mut().enumerate().take(LABELS) {
            if can_follow(a, b) {
                *cell = field.follow[a * ROW + b].exp();
            }
        }
    }
    e
}

fn learn(
    field: &mut Field,
    rows: &Rows,
    allowed: &[u32],
    rate: f32,
    drop: f32,
    random: &mut Random,
    known: &impl Fn(u32) -> bool,
) {
    let n = allowed.len();
    let mut kept: Vec<Vec<u32>> = Vec::with_capacity(n);
    let limit = (f64::from(drop) * f64::from(u32::MAX)) as u64;
    let mut nodes: Grid = vec![[0.0; ROW]; n];
    for t in 0..n {
        let k: Vec<u32> =
            rows.of(t).iter().copied().filter(|&h| known(h) && (limit == 0 || random.next() >= limit)).collect();
        field.scores(&k, &mut nodes[t]);
        let boost = 1.0 / (1.0 - drop);
        let most = nodes[t][..LABELS].iter().copied().fold(f32::MIN, f32::max);
        for y in 0..LABELS {
            nodes[t][y] = ((nodes[t][y] - most) * boost).exp().max(1e-20);
        }
        kept.push(k);
    }
    let follow = exp_follow(field);
    let mut pairs = [[0.0; ROW]; ROW];
    let (mut free, mut gold) = (vec![[0.0; ROW]; n], vec![[0.0; ROW]; n]);
    if !marginals(&nodes, &follow, None, &mut free, &mut pairs, -1.0)
        || !marginals(&nodes, &follow, Some(allowed), &mut gold, &mut pairs, 1.0)
    {
        return;
    }
    for t in 0..n {
        let mut g = [0.0f32; ROW];
        let mut any = 0.0f32;
        for y in 0..LABELS {
            g[y] = gold[t][y] - free[t][y];
            any = any.max(g[y].abs());
        }
        if any < 1e-3 {
            continue;
        }
        for &row in &kept[t] {
            let row = (row >> (32 - field.bits)) as usize;
            let w = &mut field.weights[row..row + ROW];
            let s = &mut field.squares[row..row + ROW];
            for y in 0..ROW {
                s[y] += g[y] * g[y];
                w[y] += rate * g[y] / s[y].sqrt();
            }
        }
    }
    for a in 0..LABELS {
        for b in 0..LABELS {
            let g = pairs[a][b];
            if can_follow(a, b) && g != 0.0 {
                let s = &mut field.follow_squares[a * ROW + b];
                *s += g * g;
                field.follow[a * ROW + b] += rate * g / s.sqrt();
            }
        }
    }
}

/// The best sequence of labels.
fn decode(field: &Field, rows: &Rows, n: usize) -> Vec<u8> {
    let mut back = vec![[0u8; ROW]; n];
    let mut best = [f32::MIN; ROW];
    let mut nodes = [0.0; ROW];
    for t in 0..n {
        field.scores(rows.of(t), &mut nodes);
        let mut next = [f32::MIN; ROW];
        for y in 0..LABELS {
            for before in 0..LABELS {
                if t == 0 && before != 0 || !can_follow(before, y) {
                    continue;
                }
                let from = if t == 0 { 0.0 } else { best[before] };
                let score = from + field.follow[before * ROW + y] + nodes[y];
                if score > next[y] {
                    next[y] = score;
                    back[t][y] = before as u8;
                }
            }
        }
        best = next;
    }
    let mut y = (0..LABELS)
        .filter(|&y| can_follow(y, 0))
        .fold(0, |b, y| if best[y] + field.follow[y * ROW] > best[b] + field.follow[b * ROW] { y } else { b });
    let mut labels = vec![0; n];
    for t in (0..n).rev() {
        labels[t] = y as u8;
        y = back[t][y] as usize;
    }
    labels
}

/// A text to be measured on: names as token ranges with the scorer's kinds.
struct Exam {
    atoms: Vec<Atom>,
    sentences: Vec<Range<usize>>,
    gold: BTreeSet<(usize, usize, usize)>,
    text: String,
    spans: Vec<(usize, usize)>,
}

/// PER, ORG, LOC, GROUP, other.
fn scored(kind: usize) -> usize {
    [0, 1, 2, 2, 3, 4][kind]
}

fn exam(text: &Marked, kinds: fn(&str) -> u8) -> Exam {
    let document = Document::read(&text.text);
    let atoms = read_atoms(&document);
    let gold = text
        .names
        .iter()
        .filter_map(|(s, e, k)| {
            let kind = kinds(k);
            let (a, b) = marked::tokens_of(&document, *s, *e)?;
            (kind != 0).then(|| (a, b, scored(kind.trailing_zeros() as usize)))
        })
        .collect();
    Exam {
        atoms,
        sentences: document.sentences.iter().map(|s| s.tokens.clone()).collect(),
        gold,
        text: text.text.clone(),
        spans: document.tokens.iter().map(|t| (t.span.start as usize, t.span.end as usize)).collect(),
    }
}

/// The model in the form in which it is used.
fn packed(field: &Field) -> Vec<u8> {
    let clip: f32 = number("CLIP", 127.0 / 3.0);
    let prune: f32 = number("PRUNE", 1.5);
    let byte = |w: &f32| if (w * clip).abs() < prune { 0 } else { (w * clip).round().clamp(-127.0, 127.0) as i8 as u8 };
    let weights = field.weights.iter().map(byte).collect();
    let mut follow = Vec::new();
    for x in 0..LABELS {
        for y in 0..LABELS {
            let w = (field.follow[x * ROW + y] * clip).round().clamp(-30000.0, 30000.0) as i16;
            follow.extend(w.to_le_bytes());
        }
    }
    onrecord::model::pack(&[("weights".into(), weights), ("follow".into(), follow)])
}

fn measure_packed(tagger: &Tagger, exams: &[Exam]) -> [Tally; 6] {
    let (mut scratch, mut labels) = (Scratch::default(), Vec::new());
    count(
        exams,
        |exam, sentence| {
            tagger.tag(&exam.atoms, sentence, &mut scratch, &mut labels);
            labels.clone()
        },
        false,
    )
}

#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
}

impl Tally {
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

fn measure(field: &Field, exams: &[Exam], show: bool) -> [Tally; 6] {
    let mut rows = Rows::default();
    count(
        exams,
        |exam, sentence| {
            rows.fill(&exam.atoms, sentence.clone());
            decode(field, &rows, sentence.len())
        },
        show,
    )
}

fn count(exams: &[Exam], mut tag: impl FnMut(&Exam, Range<usize>) -> Vec<u8>, show: bool) -> [Tally; 6] {
    let mut tallies = [Tally::default(); 6];
    for exam in exams {
        let mut found = BTreeSet::new();
        for sentence in &exam.sentences {
            let labels = tag(exam, sentence.clone());
            for (a, b, kind) in labels::names(&labels) {
                found.insert((a + sentence.start, b + sentence.start, scored(kind)));
            }
        }
        if show {
            let words = |a: usize, b: usize| exam.text[exam.spans[a].0..exam.spans[b - 1].1].replace('\n', " ");
            for x in exam.gold.difference(&found) {
                println!(
                    "miss\t{}\t{}\t| {}",
                    ["PER", "ORG", "LOC", "GRP", "OTH"][x.2],
                    words(x.0, x.1),
                    words(x.0.saturating_sub(5), (x.1 + 5).min(exam.spans.len()))
                );
            }
            for x in found.difference(&exam.gold) {
                println!(
                    "extra\t{}\t{}\t| {}",
                    ["PER", "ORG", "LOC", "GRP", "OTH"][x.2],
                    words(x.0, x.1),
                    words(x.0.saturating_sub(5), (x.1 + 5).min(exam.spans.len()))
                );
            }
        }
        for kind in 0..5 {
            let is = |x: &&(usize, usize, usize)| x.2 == kind;
            tallies[kind].right += exam.gold.intersection(&found).filter(is).count();
            tallies[kind].found += found.iter().filter(is).count();
            tallies[kind].gold += exam.gold.iter().filter(is).count();
        }
    }
    for kind in 0..3 {
        tallies[5].right += tallies[kind].right;
        tallies[5].found += tallies[kind].found;
        tallies[5].gold += tallies[kind].gold;
    }
    tallies
}

fn show(name: &str, t: &[Tally; 6]) -> String {
    format!(
        "{name} {:.2} (per {:.1} org {:.1} loc {:.1}) grp {:.1} oth {:.1}",
        t[5].f1(),
        t[0].f1(),
        t[1].f1(),
        t[2].f1(),
        t[3].f1(),
        t[4].f1()
    )
}

fn number<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

pub fn run(_arguments: &[String]) -> Result<(), String> {
    let data = PathBuf::from(std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA is not set")?);
    let use_corpora: String = number("CORPORA", "012345".to_owned());
    let mut lessons = Vec::new();
    for (n, corpus) in CORPORA.iter().enumerate() {
        if !use_corpora.contains(&n.to_string()) {
            continue;
        }
        let before = lessons.len();
        lessons.extend(read(&data.join(corpus.file))?.iter().map(|m| lesson(m, corpus)));
        let tokens: usize = lessons[before..].iter().map(|l: &Lesson| l.atoms.len()).sum();
        println!("{}: {} texts, {tokens} tokens", corpus.file, lessons.len() - before);
    }
    let world: Vec<Exam> = read(&data.join("ner/worldwide.dev.jsonl"))?.iter().map(|m| exam(m, worldwide)).collect();
    let web: Vec<Exam> = read(&data.join("ner/uner-ewt.dev.jsonl"))?
        .iter()
        .map(|m| {
            exam(m, |k| match k {
                "PER" => PER,
                "ORG" => ORG,
                _ => LOC,
            })
        })
        .collect();
    let article: Vec<Exam> = read(&data.join("../article/names.jsonl"))?.iter().map(|m| exam(m, worldwide)).collect();
    let mut field = Field::new(number("BITS", 20));
    let epochs: usize = number("EPOCHS", 8);
    let rate: f32 = number("RATE", 0.1);
    let drop: f32 = number("DROP", 0.1);
    let mut random = Random(number("SEED", 88172645463325252));
    let mut order: Vec<(usize, usize)> =
        lessons.iter().enumerate().flat_map(|(l, lesson)| (0..lesson.sentences.len()).map(move |s| (l, s))).collect();
    let mut rows = Rows::default();
    let least: u8 = number("LEAST", 2);
    let mut seen = vec![0u8; 1 << 26];
    for lesson in &lessons {
        for sentence in &lesson.sentences {
            rows.fill(&lesson.atoms, sentence.clone());
            for &h in &rows.hashes {
                let n = &mut seen[(h >> 6) as usize];
                *n = n.saturating_add(1);
            }
        }
    }
    let mut mean: Option<(Field, f32)> = None;
    let started = std::time::Instant::now();
    for epoch in 0..epochs {
        for i in (1..order.len()).rev() {
            order.swap(i, (random.next() as usize) % (i + 1));
        }
        let part = order.len() / 8 + 1;
        for (n, &(l, s)) in order.iter().enumerate() {
            let sentence = lessons[l].sentences[s].clone();
            rows.fill(&lessons[l].atoms, sentence.clone());
            learn(&mut field, &rows, &lessons[l].allowed[sentence], rate, drop, &mut random, &|h| {
                seen[(h >> 6) as usize] >= least
            });
            if epoch * 2 >= epochs && n % part == part - 1 {
                let (m, k) = mean.get_or_insert_with(|| (Field::new(field.bits), 0.0));
                m.weights.iter_mut().zip(&field.weights).for_each(|(m, w)| *m += w);
                m.follow.iter_mut().zip(&field.follow).for_each(|(m, w)| *m += w);
                *k += 1.0;
            }
        }
        println!("{epoch} {:?} {}", started.elapsed(), show("world", &measure(&field, &world, false)));
    }
    let (mut m, k) = mean.expect("there are epochs");
    m.weights.iter_mut().for_each(|w| *w /= k);
    m.follow.iter_mut().for_each(|w| *w /= k);
    println!("{}", show("world", &measure(&m, &world, number("SHOW", 0) == 1)));
    println!("{}", show("web", &measure(&m, &web, false)));
    let bytes = packed(&m);
    println!("{} bytes", bytes.len());
    if let Ok(path) = std::env::var("OUT") {
        std::fs::write(&path, &bytes).map_err(|e| format!("{path}: {e}"))?;
    }
    let tagger = Tagger::read(Container::new(&bytes));
    println!("{}", show("packed world", &measure_packed(&tagger, &world)));
    println!("{}", show("article", &measure(&m, &article, number("SHOW", 0) == 2)));
    Ok(())
}

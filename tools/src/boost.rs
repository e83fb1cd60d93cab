//! Gradient boosting of small trees for a choice among candidates: log-loss over each decision's candidates.
//!
//! Friedman 2001 with second-order leaves (Chen and Guestrin 2016), grown leaf by leaf over histograms (Ke et al. 2017).

use onrecord::trees::LEAF;
use std::ops::Range;

const TREES: usize = 240;
const LEAVES: usize = 12;
const RATE: f64 = 0.1;
/// Candidates that a leaf must hold.
const LEAST: u32 = 20;
/// Added to the curvature: shrinks leaves that little speaks for.
const RIDGE: f64 = 1.0;
/// A leaf's value times this is stored.
const SCALE: f64 = 512.0;
/// Values of a feature lie between these; there are no more of them than a byte has.
const LOWEST: i16 = -60;
const BINS: usize = 256;

/// One decision: the features of each candidate, and which are right.
pub struct Decision {
    pub features: Vec<Vec<i16>>,
    pub right: Vec<bool>,
    pub weight: f64,
}

impl Decision {
    /// Whether the candidate with the best score is right; of equals the first.
    pub fn is_right_by(&self, weights: &[u8]) -> bool {
        let scores: Vec<i32> = self.features.iter().map(|f| onrecord::trees::score(weights, f)).collect();
        self.right[(1..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best })]
    }
}

/// All candidates of all decisions, by feature: what histograms run over.
struct Table {
    columns: Vec<Vec<u8>>,
    right: Vec<bool>,
    decisions: Vec<(Range<usize>, f64)>,
}

impl Table {
    fn new(decisions: &[&Decision]) -> Table {
        let features = decisions.iter().flat_map(|d| &d.features).map(Vec::len).max().unwrap_or(0);
        let mut table = Table { columns: vec![Vec::new(); features], right: Vec::new(), decisions: Vec::new() };
        for decision in decisions {
            let first = table.right.len();
            for (candidate, &right) in decision.features.iter().zip(&decision.right) {
                table.right.push(right);
                for (feature, column) in table.columns.iter_mut().enumerate() {
                    column.push(bin(candidate.get(feature).copied().unwrap_or(-1)));
                }
            }
            table.decisions.push((first..table.right.len(), decision.weight));
        }
        table
    }

    /// Slope and curvature of the loss at each candidate's score.
    fn slopes(&self, scores: &[f64], slopes: &mut [(f64, f64)]) {
        for (rows, weight) in &self.decisions {
            let most = scores[rows.clone()].iter().copied().fold(f64::MIN, f64::max);
            let power = |i: usize| (scores[i] - most).exp();
            let sum: f64 = rows.clone().map(power).sum();
            let sum_right: f64 = rows.clone().filter(|&i| self.right[i]).map(power).sum();
            for i in rows.clone() {
                let share = power(i) / sum;
                let wanted = if self.right[i] { power(i) / sum_right.max(1e-300) } else { 0.0 };
                slopes[i] = (weight * (share - wanted), weight * (share * (1.0 - share)).max(1e-3));
            }
        }
    }
}

fn bin(value: i16) -> u8 {
    (i32::from(value) - i32::from(LOWEST)).clamp(0, BINS as i32 - 1) as u8
}

/// Slope, curvature and number of the candidates with one value of one feature.
#[derive(Clone, Copy, Default)]
struct Cell {
    slope: f64,
    curvature: f64,
    count: u32,
}

impl Cell {
    fn plus(self, other: Cell) -> Cell {
        Cell {
            slope: self.slope + other.slope,
            curvature: self.curvature + other.curvature,
            count: self.count + other.count,
        }
    }

    fn minus(self, other: Cell) -> Cell {
        Cell {
            slope: self.slope - other.slope,
            curvature: self.curvature - other.curvature,
            count: self.count - other.count,
        }
    }

    fn worth(self) -> f64 {
        self.slope * self.slope / (self.curvature + RIDGE)
    }
}

/// Cells of all features, by value.
type Histogram = Vec<[Cell; BINS]>;

/// A leaf that may still be split.
struct Open {
    node: usize,
    rows: Vec<u32>,
    histogram: Histogram,
    split: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    feature: usize,
    last_left: u8,
}

enum Node {
    Leaf(f64),
    Ask { feature: usize, last_left: u8, branches: [usize; 2] },
}

/// The forest that tells the right candidates from the others, as bytes.
pub fn learn(decisions: &[&Decision]) -> Vec<u8> {
    let table = Table::new(decisions);
    let mut scores = vec![0.0; table.right.len()];
    let mut slopes = vec![(0.0, 0.0); scores.len()];
    let mut forest = Vec::new();
    for _ in 0..TREES {
        table.slopes(&scores, &mut slopes);
        let tree = grow(&table, &slopes, &mut scores);
        write(&tree, &mut forest);
    }
    forest
}

/// One tree; its leaves are added to the scores.
fn grow(table: &Table, slopes: &[(f64, f64)], scores: &mut [f64]) -> Vec<Node> {
    let rows: Vec<u32> = (0..slopes.len() as u32).collect();
    let mut nodes = vec![Node::Leaf(0.0)];
    let mut open = vec![opened(0, rows.clone(), histogram(table, slopes, &rows))];
    while open.len() < LEAVES {
        let gain = |at: usize| open[at].split.map_or(0.0, |s| s.gain);
        let Some(best) = (0..open.len()).reduce(|a, b| if gain(b) > gain(a) { b } else { a }) else { break };
        let Some(split) = open[best].split else { break };
        let parent = open.swap_remove(best);
        let branches = [nodes.len(), nodes.len() + 1];
        nodes[parent.node] = Node::Ask { feature: split.feature, last_left: split.last_left, branches };
        nodes.extend([Node::Leaf(0.0), Node::Leaf(0.0)]);
        open.extend(halves(table, slopes, parent, split, branches));
    }
    for leaf in open {
        let sum = leaf
            .histogram
            .first()
            .map_or(Cell::default(), |cells| cells.iter().fold(Cell::default(), |a, &c| a.plus(c)));
        let value = -RATE * sum.slope / (sum.curvature + RIDGE);
        nodes[leaf.node] = Node::Leaf(value);
        leaf.rows.iter().for_each(|&i| scores[i as usize] += value);
    }
    nodes
}

fn halves(table: &Table, slopes: &[(f64, f64)], parent: Open, split: Split, branches: [usize; 2]) -> [Open; 2] {
    let column = &table.columns[split.feature];
    let (left, right): (Vec<u32>, Vec<u32>) = parent.rows.iter().partition(|&&i| column[i as usize] <= split.last_left);
    let is_left_less = left.len() <= right.len();
    let less = histogram(table, slopes, if is_left_less { &left } else { &right });
    let mut more = parent.histogram;
    for (cells, others) in more.iter_mut().zip(&less) {
        cells.iter_mut().zip(others).for_each(|(a, &b)| *a = a.minus(b));
    }
    let (of_left, of_right) = if is_left_less { (less, more) } else { (more, less) };
    [opened(branches[0], left, of_left), opened(branches[1], right, of_right)]
}

fn opened(node: usize, rows: Vec<u32>, histogram: Histogram) -> Open {
    let split = best_split(&histogram);
    Open { node, rows, histogram, split }
}

fn histogram(table: &Table, slopes: &[(f64, f64)], rows: &[u32]) -> Histogram {
    let of_column = |column: &Vec<u8>| {
        let mut cells = [Cell::default(); BINS];
        for &i in rows {
            let (slope, curvature) = slopes[i as usize];
            let cell = &mut cells[usize::from(column[i as usize])];
            cell.slope += slope;
            cell.curvature += curvature;
            cell.count += 1;
        }
        cells
    };
    table.columns.iter().map(of_column).collect()
}

fn best_split(histogram: &Histogram) -> Option<Split> {
    let mut best: Option<Split> = None;
    for (feature, cells) in histogram.iter().enumerate() {
        let whole = cells.iter().fold(Cell::default(), |a, &c| a.plus(c));
        let mut left = Cell::default();
        for (last_left, &cell) in cells.iter().enumerate() {
            if cell.count == 0 {
                continue;
            }
            left = left.plus(cell);
            let right = whole.minus(left);
            if right.count < LEAST {
                break;
            }
            let gain = left.worth() + right.worth() - whole.worth();
            if left.count >= LEAST && gain > best.map_or(1e-6, |b| b.gain) {
                best = Some(Split { gain, feature, last_left: last_left as u8 });
            }
        }
    }
    best
}

/// As the product reads it: the left branch after its node, the right one after that.
fn write(nodes: &[Node], forest: &mut Vec<u8>) {
    let mut words = Vec::new();
    write_node(nodes, 0, &mut words);
    forest.extend([words.len() as u8, 0, 0, 0]);
    forest.extend(words.into_iter().flatten());
}

fn write_node(nodes: &[Node], at: usize, words: &mut Vec<[u8; 4]>) {
    match nodes[at] {
        Node::Leaf(value) => {
            let [low, high] = ((value * SCALE).round() as i16).to_le_bytes();
            words.push([LEAF, 0, low, high]);
        }
        Node::Ask { feature, last_left, branches } => {
            let here = words.len();
            let [low, high] = (i16::from(last_left) + LOWEST).to_le_bytes();
            words.push([feature as u8, 0, low, high]);
            write_node(nodes, branches[0], words);
            words[here][1] = (words.len() - here) as u8;
            write_node(nodes, branches[1], words);
        }
    }
}

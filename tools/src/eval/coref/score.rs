//! Coreference scores: MUC, B³, CEAF-e and their mean, as the reference implementation defines them.
//!
//! Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions: A Reference Implementation", ACL 2014.
//! A partition is a list of clusters of mention numbers; the same number in key and response is the same mention.

use std::collections::BTreeMap;

/// A partition of mentions into clusters.
pub type Partition = Vec<Vec<usize>>;

/// A sum of numerators and denominators over documents.
#[derive(Clone, Copy, Default, Debug)]
pub struct Ratio {
    found_of_key: f64,
    key: f64,
    found_of_response: f64,
    response: f64,
}

impl Ratio {
    /// Recall.
    pub fn recall(&self) -> f64 {
        quotient(self.found_of_key, self.key)
    }

    /// Precision.
    pub fn precision(&self) -> f64 {
        quotient(self.found_of_response, self.response)
    }

    /// Their harmonic mean.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        quotient(2.0 * p * r, p + r)
    }

    /// Adds the counts of another document.
    pub fn add(&mut self, other: Ratio) {
        self.found_of_key += other.found_of_key;
        self.key += other.key;
        self.found_of_response += other.found_of_response;
        self.response += other.response;
    }
}

fn quotient(a: f64, b: f64) -> f64 {
    if b == 0.0 { 0.0 } else { a / b }
}

/// All scores of one or more documents.
#[derive(Clone, Copy, Default, Debug)]
pub struct Scores {
    /// Which mentions were found at all.
    pub mentions: Ratio,
    /// Links.
    pub muc: Ratio,
    /// Mentions.
    pub b_cubed: Ratio,
    /// Entities.
    pub ceaf_e: Ratio,
}

impl Scores {
    /// The mean of the three F1.
    pub fn conll(&self) -> f64 {
        (self.muc.f1() + self.b_cubed.f1() + self.ceaf_e.f1()) / 3.0
    }

    /// Adds another document's.
    pub fn add(&mut self, other: Scores) {
        self.mentions.add(other.mentions);
        self.muc.add(other.muc);
        self.b_cubed.add(other.b_cubed);
        self.ceaf_e.add(other.ceaf_e);
    }
}

/// Scores one document, singletons on both sides left out.
pub fn score(key: &Partition, response: &Partition) -> Scores {
    let (key, response) = (without_singletons(key), without_singletons(response));
    let both = common(&key, &response);
    let count = |p: &Partition| p.iter().map(Vec::len).sum::<usize>() as f64;
    Scores {
        mentions: Ratio { found_of_key: both, key: count(&key), found_of_response: both, response: count(&response) },
        muc: muc(&key, &response),
        b_cubed: b_cubed(&key, &response),
        ceaf_e: ceaf_e(&key, &response),
    }
}

fn without_singletons(partition: &Partition) -> Partition {
    partition.iter().filter(|c| c.len() > 1).cloned().collect()
}

fn cluster_of(partition: &Partition) -> BTreeMap<usize, usize> {
    partition.iter().enumerate().flat_map(|(i, c)| c.iter().map(move |&m| (m, i))).collect()
}

fn common(key: &Partition, response: &Partition) -> f64 {
    let of = cluster_of(response);
    key.iter().flatten().filter(|m| of.contains_key(m)).count() as f64
}

/// Vilain et al. 1995: links that are missing to make the other side's clusters whole.
pub fn muc(key: &Partition, response: &Partition) -> Ratio {
    let (found_of_key, key_links) = muc_side(key, response);
    let (found_of_response, response_links) = muc_side(response, key);
    Ratio { found_of_key, key: key_links, found_of_response, response: response_links }
}

fn muc_side(of: &Partition, by: &Partition) -> (f64, f64) {
    let by = cluster_of(by);
    let mut found = 0.0;
    let mut links = 0.0;
    for cluster in of {
        let mut parts: Vec<usize> = cluster.iter().filter_map(|m| by.get(m).copied()).collect();
        let missing = cluster.len() - parts.len();
        parts.sort_unstable();
        parts.dedup();
        found += (cluster.len() - parts.len() - missing) as f64;
        links += (cluster.len() - 1) as f64;
    }
    (found, links)
}

/// Bagga and Baldwin 1998, mentions that one side lacks counted as errors of the other.
pub fn b_cubed(key: &Partition, response: &Partition) -> Ratio {
    let (found_of_key, key_mentions) = b_cubed_side(key, response);
    let (found_of_response, response_mentions) = b_cubed_side(response, key);
    Ratio { found_of_key, key: key_mentions, found_of_response, response: response_mentions }
}

fn b_cubed_side(of: &Partition, by: &Partition) -> (f64, f64) {
    let by_cluster = cluster_of(by);
    let mut sum = 0.0;
    let mut mentions = 0.0;
    for cluster in of {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for c in cluster.iter().filter_map(|m| by_cluster.get(m)) {
            *shared.entry(*c).or_default() += 1;
        }
        sum += shared.values().map(|&n| (n * n) as f64).sum::<f64>() / cluster.len() as f64;
        mentions += cluster.len() as f64;
    }
    (sum, mentions)
}

/// Luo 2005 with φ4: the best one-to-one alignment of clusters, each pair worth 2·|common| / (|a| + |b|).
pub fn ceaf_e(key: &Partition, response: &Partition) -> Ratio {
    let of = cluster_of(response);
    let mut worth = vec![vec![0.0; response.len()]; key.len()];
    for (k, cluster) in key.iter().enumerate() {
        for r in cluster.iter().filter_map(|m| of.get(m)) {
            worth[k][*r] += 2.0 / (cluster.len() + response[*r].len()) as f64;
        }
    }
    let best = best_assignment(&worth);
    Ratio { found_of_key: best, key: key.len() as f64, found_of_response: best, response: response.len() as f64 }
}

/// The greatest sum of a one-to-one assignment of rows to columns (Hungarian method, with potentials).
fn best_assignment(worth: &[Vec<f64>]) -> f64 {
    let columns = worth.first().map_or(0, Vec::len);
    if columns == 0 {
        return 0.0;
    }
    let n = worth.len().max(columns);
    let cost = |i: usize, j: usize| worth.get(i).and_then(|row| row.get(j)).map_or(0.0, |w| -w);
    let (mut u, mut v) = (vec![0.0; n + 1], vec![0.0; n + 1]);
    let mut row_of = vec![0usize; n + 1];
    for i in 1..=n {
        row_of[0] = i;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; n + 1];
        let mut way = vec![0usize; n + 1];
        let mut used = vec![false; n + 1];
        while row_of[column] != 0 {
            used[column] = true;
            let row = row_of[column];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for j in 1..=n {
                if used[j] {
                    continue;
                }
                let reduced = cost(row - 1, j - 1) - u[row] - v[j];
                if reduced < least[j] {
                    least[j] = reduced;
                    way[j] = column;
                }
                if least[j] < delta {
                    delta = least[j];
                    next = j;
                }
            }
            for j in 0..=n {
                if used[j] {
                    u[row_of[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    (1..=n).filter(|&j| row_of[j] != 0).map(|j| -cost(row_of[j] - 1, j - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clusters of one-letter mentions.
    fn partition(words: &[&str]) -> Partition {
        words.iter().map(|w| w.bytes().map(usize::from).collect()).collect()
    }

    #[track_caller]
    fn check(ratio: Ratio, recall: f64, precision: f64) {
        assert!((ratio.recall() - recall).abs() < 1e-4, "recall {} is not {recall}", ratio.recall());
        assert!((ratio.precision() - precision).abs() < 1e-4, "precision {} is not {precision}", ratio.precision());
    }

    /// The worked example of Pradhan et al. 2014, figure 1.
    #[test]
    fn reference_example() {
        let (key, response) = (partition(&["abc", "defg"]), partition(&["ab", "cd", "fghi"]));
        check(muc(&key, &response), 0.4, 0.4);
        check(b_cubed(&key, &response), 35.0 / 84.0, 0.5);
        check(ceaf_e(&key, &response), 0.65, 1.3 / 3.0);
        let scores = score(&key, &response);
        check(scores.mentions, 6.0 / 7.0, 6.0 / 8.0);
        let (muc, b, ceaf) = (0.4, 2.0 * 35.0 / 84.0 * 0.5 / (35.0 / 84.0 + 0.5), 0.52);
        assert!((scores.conll() - (muc + b + ceaf) / 3.0).abs() < 1e-9);
    }

    /// Vilain et al. 1995: {A,B,C,D} against {A,B},{C,D}: two of three links.
    #[test]
    fn muc_example() {
        check(muc(&partition(&["abcd"]), &partition(&["ab", "cd"])), 2.0 / 3.0, 1.0);
        check(muc(&partition(&["ab", "cd"]), &partition(&["abcd"])), 1.0, 2.0 / 3.0);
    }

    /// Bagga and Baldwin 1998: truth {1-5},{6,7},{8-C}; one response joins the first two, the other the last with the first.
    #[test]
    fn b_cubed_example() {
        let key = partition(&["12345", "67", "89abc"]);
        check(b_cubed(&key, &partition(&["12345", "6789abc"])), 1.0, (5.0 + 4.0 / 7.0 + 25.0 / 7.0) / 12.0);
        check(b_cubed(&key, &partition(&["1234589abc", "67"])), 1.0, (2.0 + 2.5 + 2.5) / 12.0);
    }

    /// Luo 2005: the same truth and responses.
    #[test]
    fn ceaf_example() {
        let key = partition(&["12345", "67", "89abc"]);
        let best = 1.0 + 10.0 / 12.0;
        check(ceaf_e(&key, &partition(&["12345", "6789abc"])), best / 3.0, best / 2.0);
        let best = 1.0 + 10.0 / 15.0;
        check(ceaf_e(&key, &partition(&["1234589abc", "67"])), best / 3.0, best / 2.0);
    }

    #[test]
    fn singletons_and_emptiness() {
        let key = partition(&["ab", "c"]);
        check(score(&key, &partition(&["ab", "c", "d"])).ceaf_e, 1.0, 1.0);
        check(score(&key, &partition(&[])).b_cubed, 0.0, 0.0);
        check(score(&key, &partition(&["ac", "b"])).mentions, 0.5, 0.5);
    }
}

//! Boosted regression trees over features, read in place: integers in, an integer out.
//!
//! A tree is one word that counts its nodes, then the nodes, each followed by its left branch. A node is four bytes: the feature it
//! asks for, how many nodes further its right branch begins, and the greatest value that goes left; or [`LEAF`], 0, and what
//! the leaf adds.

use std::array::from_fn;

/// In place of a feature: the node is a leaf.
pub const LEAF: u8 = u8::MAX;

/// Bytes of a node.
pub const NODE: usize = 4;

/// The sum over all trees; a feature that is not there is -1.
pub fn score(forest: &[u8], features: &[i16]) -> i32 {
    let (nodes, _) = forest.as_chunks::<NODE>();
    let (mut at, mut sum) = (0, 0);
    while let Some(&[count, ..]) = nodes.get(at) {
        sum += leaf(&nodes[at + 1..], features);
        at += 1 + usize::from(count);
    }
    sum
}

/// As [`score`], of each of several candidates. Their features mostly agree, so that each node is asked once for eight of them.
pub fn scores<'f>(forest: &[u8], candidates: impl Iterator<Item = &'f [i16]>) -> Vec<i32> {
    let candidates: Vec<&[i16]> = candidates.collect();
    let eights = candidates.chunks(EIGHT);
    eights.flat_map(|some| scores_of_eight(forest, some).into_iter().take(some.len())).collect()
}

/// Candidates that are walked down a tree at once.
const EIGHT: usize = 8;

/// A number of fifteen bits for each of eight candidates, or in the bit above it whether something is so.
type Lanes = [u64; 2];

/// The first lane's number in every lane of its half.
const ALL: u64 = 0x0001_0001_0001_0001;
/// The bit above each lane's number.
const ABOVE: u64 = ALL << 15;

/// A value of a feature as a number that is not negative; all lie between -16384 and 16383.
fn shifted(value: i16) -> u64 {
    u64::from((value as u16).wrapping_add(0x4000) & 0x7FFF)
}

fn scores_of_eight(forest: &[u8], candidates: &[&[i16]]) -> [i32; EIGHT] {
    let features = by_feature(candidates);
    let here =
        from_fn(|half| (0..4).filter(|lane| half * 4 + lane < candidates.len()).map(|n| 0x8000 << (16 * n)).sum());
    let (nodes, _) = forest.as_chunks::<NODE>();
    let (mut at, mut sums, mut pending) = (0, [0; EIGHT], Vec::new());
    while let Some(&[count, ..]) = nodes.get(at) {
        let leaves = walk_all(&nodes[at + 1..], &features, here, &mut pending);
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum += i32::from((leaves[lane / 4] >> (16 * (lane % 4))) as i16);
        }
        at += 1 + usize::from(count);
    }
    sums
}

/// Feature by feature what it is for each candidate.
fn by_feature(candidates: &[&[i16]]) -> [Lanes; 1 << u8::BITS] {
    let mut rows = [[shifted(-1) * ALL; 2]; 1 << u8::BITS];
    let most = candidates.iter().map(|features| features.len()).max().unwrap_or(0);
    for (feature, row) in rows.iter_mut().enumerate().take(most) {
        let value =
            |lane: usize| candidates.get(lane).and_then(|features| features.get(feature)).copied().unwrap_or(-1);
        *row = from_fn(|half| (0..4).map(|lane| shifted(value(half * 4 + lane)) << (16 * lane)).sum());
    }
    rows
}

/// The leaf of each candidate that is `here`, at the first node; `pending` is a buffer.
fn walk_all(
    nodes: &[[u8; NODE]],
    features: &[Lanes; 1 << u8::BITS],
    mut here: Lanes,
    pending: &mut Vec<(usize, Lanes)>,
) -> Lanes {
    pending.clear();
    let (mut at, mut leaves) = (0, [0; 2]);
    while let Some(&[feature, right, low, high]) = nodes.get(at) {
        let value = i16::from_le_bytes([low, high]);
        if feature == LEAF {
            let value = u64::from(value as u16) * ALL;
            leaves = from_fn(|half| leaves[half] | (((here[half] >> 15) * 0xFFFF) & value));
            let Some(next) = pending.pop() else { break };
            (at, here) = next;
            continue;
        }
        // The bit above a lane stays where the number taken away is not greater.
        let (most, row) = ((shifted(value) * ALL) | ABOVE, &features[usize::from(feature)]);
        let left: Lanes = from_fn(|half| (most - row[half]) & here[half]);
        // A node's right branch comes after it, so that a walk ends.
        let right = at + usize::from(right.max(1));
        if left == [0; 2] {
            at = right;
            continue;
        }
        if left != here {
            pending.push((right, from_fn(|half| here[half] ^ left[half])));
            here = left;
        }
        at += 1;
    }
    leaves
}

/// What each feature has to do with the sum: a tree's vote counts for the feature that it asked for last. The greatest first.
pub fn votes(forest: &[u8], features: &[i16]) -> Vec<(usize, i32)> {
    let (nodes, _) = forest.as_chunks::<NODE>();
    let mut sums = std::collections::BTreeMap::new();
    let mut at = 0;
    while let Some(&[count, ..]) = nodes.get(at) {
        let (value, asked) = walk(&nodes[at + 1..], features);
        *sums.entry(asked).or_insert(0) += value;
        at += 1 + usize::from(count);
    }
    let mut votes: Vec<(usize, i32)> = sums.into_iter().filter_map(|(feature, sum)| Some((feature?, sum))).collect();
    votes.sort_by_key(|&(feature, sum)| (std::cmp::Reverse(sum.abs()), feature));
    votes
}

fn leaf(nodes: &[[u8; NODE]], features: &[i16]) -> i32 {
    walk(nodes, features).0
}

/// The leaf that the features lead to, and the feature that was asked for last.
fn walk(nodes: &[[u8; NODE]], features: &[i16]) -> (i32, Option<usize>) {
    let (mut at, mut asked) = (0, None);
    while let Some(&[feature, right, low, high]) = nodes.get(at) {
        let value = i16::from_le_bytes([low, high]);
        if feature == LEAF {
            return (i32::from(value), asked);
        }
        asked = Some(usize::from(feature));
        let goes_left = features.get(usize::from(feature)).copied().unwrap_or(-1) <= value;
        // A node's right branch comes after it, so that a walk ends.
        at += if goes_left { 1 } else { usize::from(right.max(1)) };
    }
    (0, asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_each_tree() {
        let stump = |feature, threshold: u8, low: u8, high: u8| {
            [[3, 0, 0, 0], [feature, 2, threshold, 0], [LEAF, 0, low, 0], [LEAF, 0, high, 0]].concat()
        };
        let forest = [stump(0, 1, 10, 20), stump(2, 0, 1, 2)].concat();
        assert_eq!(score(&forest, &[1, 0, 5]), 10 + 2);
        assert_eq!(score(&forest, &[2]), 20 + 1);
        assert_eq!(score(&[], &[1]), 0);
        let several: Vec<[i16; 3]> = (0..20).map(|n| [n % 3, n % 2, n % 5 - 2]).collect();
        let each: Vec<i32> = several.iter().map(|features| score(&forest, features)).collect();
        assert_eq!(scores(&forest, several.iter().map(|features| &features[..])), each);
        assert_eq!(votes(&forest, &[1, 0, 5]), [(0, 10), (2, 2)]);
    }
}

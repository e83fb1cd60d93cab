//! Boosted regression trees over features, read in place: integers in, an integer out.
//!
//! A tree is one word that counts its nodes, then the nodes, each followed by its left branch. A node is four bytes: the feature it
//! asks for, how many nodes further its right branch begins, and the greatest value that goes left; or [`LEAF`], 0, and what
//! the leaf adds.

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
        assert_eq!(votes(&forest, &[1, 0, 5]), [(0, 10), (2, 2)]);
    }
}

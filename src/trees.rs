//! Boosted regression trees over signs, read in place: integers in, an integer out.
//!
//! A tree is one word that counts its nodes, then the nodes, the left branch behind each. A node is four bytes: the sign it
//! asks for, how many nodes further its right branch begins, and the greatest value that goes left; or [`LEAF`], 0, and what
//! the leaf adds.

/// In place of a sign: the node is a leaf.
pub const LEAF: u8 = u8::MAX;

/// Bytes of a node.
pub const NODE: usize = 4;

/// The sum over all trees; a sign that is not there is -1.
pub fn score(forest: &[u8], signs: &[i16]) -> i32 {
    let (nodes, _) = forest.as_chunks::<NODE>();
    let (mut at, mut sum) = (0, 0);
    while let Some(&[count, ..]) = nodes.get(at) {
        sum += leaf(&nodes[at + 1..], signs);
        at += 1 + usize::from(count);
    }
    sum
}

/// What each sign has to do with the sum: a tree's vote counts for the sign that it asked for last. The greatest first.
pub fn votes(forest: &[u8], signs: &[i16]) -> Vec<(usize, i32)> {
    let (nodes, _) = forest.as_chunks::<NODE>();
    let mut sums = std::collections::BTreeMap::new();
    let mut at = 0;
    while let Some(&[count, ..]) = nodes.get(at) {
        let (value, asked) = walk(&nodes[at + 1..], signs);
        *sums.entry(asked).or_insert(0) += value;
        at += 1 + usize::from(count);
    }
    let mut votes: Vec<(usize, i32)> = sums.into_iter().filter_map(|(sign, sum)| Some((sign?, sum))).collect();
    votes.sort_by_key(|&(sign, sum)| (std::cmp::Reverse(sum.abs()), sign));
    votes
}

fn leaf(nodes: &[[u8; NODE]], signs: &[i16]) -> i32 {
    walk(nodes, signs).0
}

/// The leaf that the signs lead to, and the sign that was asked for last.
fn walk(nodes: &[[u8; NODE]], signs: &[i16]) -> (i32, Option<usize>) {
    let (mut at, mut asked) = (0, None);
    while let Some(&[sign, right, low, high]) = nodes.get(at) {
        let value = i16::from_le_bytes([low, high]);
        if sign == LEAF {
            return (i32::from(value), asked);
        }
        asked = Some(usize::from(sign));
        let goes_left = signs.get(usize::from(sign)).copied().unwrap_or(-1) <= value;
        // A node's right branch lies behind it, so that a walk ends.
        at += if goes_left { 1 } else { usize::from(right.max(1)) };
    }
    (0, asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_each_tree() {
        let stump = |sign, threshold: u8, low: u8, high: u8| {
            [[3, 0, 0, 0], [sign, 2, threshold, 0], [LEAF, 0, low, 0], [LEAF, 0, high, 0]].concat()
        };
        let forest = [stump(0, 1, 10, 20), stump(2, 0, 1, 2)].concat();
        assert_eq!(score(&forest, &[1, 0, 5]), 10 + 2);
        assert_eq!(score(&forest, &[2]), 20 + 1);
        assert_eq!(score(&[], &[1]), 0);
        assert_eq!(votes(&forest, &[1, 0, 5]), [(0, 10), (2, 2)]);
    }
}

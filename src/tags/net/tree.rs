//! From what each word is worth as head of each other to the best tree.

/// The best tree: the surest root, then the best head of every other word, circles broken where it costs least.
pub fn decode(n: usize, scores: &mut [i32], heads: &mut Vec<usize>) {
    heads.clear();
    if n == 0 {
        return;
    }
    let best_other = |d: usize| (0..n).filter(|&h| h != d).map(|h| scores[d * n + h]).max().unwrap_or(0);
    let root = (0..n).max_by_key(|&d| (i64::from(scores[d * n + d]) - i64::from(best_other(d)), std::cmp::Reverse(d)));
    *heads = spanning_tree(n, root.unwrap_or(0), scores, MOST_CIRCLES);
}

/// So many circles, one in another, are broken where it costs least; real sentences have two or three. Two hundred
/// full stops in a row can have a hundred, and each costs the square of the words.
const MOST_CIRCLES: usize = 24;

/// Chu-Liu and Edmonds: the best tree from `root`, which has itself as head; `scores[d * n + h]` is the worth of h as head of d.
fn spanning_tree(n: usize, root: usize, scores: &[i32], most_circles: usize) -> Vec<usize> {
    let best = |d: usize| {
        (0..n).filter(|&h| h != d).max_by_key(|&h| (scores[d * n + h], std::cmp::Reverse(h))).unwrap_or(root)
    };
    let mut heads: Vec<usize> = (0..n).map(|d| if d == root { root } else { best(d) }).collect();
    let Some(circle) = circle(&heads, root) else { return heads };
    if most_circles == 0 {
        return break_all(heads, root, scores);
    }
    let mut is_inside = vec![false; n];
    circle.iter().for_each(|&v| is_inside[v] = true);
    let outside: Vec<usize> = (0..n).filter(|&v| !is_inside[v]).collect();
    // The circle becomes one word, the last.
    let m = outside.len() + 1;
    let mut smaller = vec![i32::MIN; m * m];
    let mut entry = vec![0; m];
    let mut exit = vec![0; m];
    for (a, &v) in outside.iter().enumerate() {
        for (b, &u) in outside.iter().enumerate() {
            smaller[a * m + b] = scores[v * n + u];
        }
        let worth = |c: usize| scores[c * n + v] - scores[c * n + heads[c]];
        entry[a] = circle.iter().copied().max_by_key(|&c| (worth(c), std::cmp::Reverse(c))).unwrap_or(v);
        smaller[(m - 1) * m + a] = worth(entry[a]);
        exit[a] = circle.iter().copied().max_by_key(|&c| (scores[v * n + c], std::cmp::Reverse(c))).unwrap_or(v);
        smaller[a * m + m - 1] = scores[v * n + exit[a]];
    }
    let small_root = outside.iter().position(|&v| v == root).unwrap_or(0);
    let small = spanning_tree(m, small_root, &smaller, most_circles - 1);
    for (a, &v) in outside.iter().enumerate() {
        heads[v] = if small[a] == m - 1 { exit[a] } else { outside[small[a]] };
    }
    heads[entry[small[m - 1]]] = outside[small[m - 1]];
    heads
}

/// Hangs one word of each circle on the root: the one that minds least.
fn break_all(mut heads: Vec<usize>, root: usize, scores: &[i32]) -> Vec<usize> {
    let n = heads.len();
    while let Some(circle) = circle(&heads, root) {
        let worth = |&d: &usize| (scores[d * n + root], std::cmp::Reverse(d));
        let least = circle.into_iter().max_by_key(worth).expect("a circle has words");
        heads[least] = root;
    }
    heads
}

/// The words of a circle, if there is one.
fn circle(heads: &[usize], root: usize) -> Option<Vec<usize>> {
    let mut seen_from = vec![usize::MAX; heads.len()];
    for start in 0..heads.len() {
        let mut at = start;
        while at != root && seen_from[at] == usize::MAX {
            seen_from[at] = start;
            at = heads[at];
        }
        if at != root && seen_from[at] == start {
            let first = at;
            let mut circle = vec![at];
            while heads[at] != first {
                at = heads[at];
                circle.push(at);
            }
            return Some(circle);
        }
    }
    None
}

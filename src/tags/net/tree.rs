//! From what each word is worth as head of each other to the best tree.

/// The best tree: the surest root, then the best head of every other word, circles broken where it costs least.
pub fn decode(n: usize, scores: &[i32], heads: &mut Vec<usize>) {
    heads.clear();
    if n == 0 {
        return;
    }
    heads.extend((0..n).map(|d| best_head(&scores[d * n..][..n], d).unwrap_or(0)));
    let surplus = |d: usize| {
        let as_head = if n > 1 { scores[d * n + heads[d]] } else { 0 };
        i64::from(scores[d * n + d]) - i64::from(as_head)
    };
    let root = (0..n).max_by_key(|&d| (surplus(d), std::cmp::Reverse(d))).unwrap_or(0);
    heads[root] = root;
    break_circles(root, scores, heads, MOST_CIRCLES);
}

/// So many circles, one in another, are broken where it costs least; real sentences have two or three. Two hundred
/// full stops in a row can have a hundred, and each costs the square of the words.
const MOST_CIRCLES: usize = 24;

/// The head of word `d` that is worth most, of several the first; none for a word alone.
fn best_head(worths: &[i32], d: usize) -> Option<usize> {
    let mut best = usize::from(d == 0);
    let mut most = *worths.get(best)?;
    for (h, &worth) in worths.iter().enumerate() {
        if worth > most && h != d {
            (best, most) = (h, worth);
        }
    }
    Some(best)
}

/// Chu-Liu and Edmonds: from the best head of every word to the best tree from `root`, which has itself as head;
/// `scores[d * n + h]` is the worth of h as head of d.
fn break_circles(root: usize, scores: &[i32], heads: &mut [usize], most_circles: usize) {
    let n = heads.len();
    let Some(circle) = circle(heads, root) else { return };
    if most_circles == 0 {
        return break_all(heads, root, scores);
    }
    let mut is_inside = vec![false; n];
    circle.iter().for_each(|&v| is_inside[v] = true);
    let outside: Vec<usize> = (0..n).filter(|&v| !is_inside[v]).collect();
    // The circle becomes one word, the last.
    let m = outside.len() + 1;
    let mut smaller = Vec::with_capacity(m * m);
    let mut exit = vec![0; m];
    for (a, &v) in outside.iter().enumerate() {
        let row = &scores[v * n..][..n];
        smaller.extend(outside.iter().map(|&u| row[u]));
        exit[a] = circle.iter().copied().max_by_key(|&c| (row[c], std::cmp::Reverse(c))).unwrap_or(v);
        smaller.push(row[exit[a]]);
    }
    let mut entry = vec![0; m];
    for (a, &v) in outside.iter().enumerate() {
        let worth = |c: usize| scores[c * n + v] - scores[c * n + heads[c]];
        entry[a] = circle.iter().copied().max_by_key(|&c| (worth(c), std::cmp::Reverse(c))).unwrap_or(v);
        smaller.push(worth(entry[a]));
    }
    smaller.push(i32::MIN);
    let small_root = outside.iter().position(|&v| v == root).unwrap_or(0);
    let best = |d: usize| best_head(&smaller[d * m..][..m], d).unwrap_or(small_root);
    let mut small: Vec<usize> = (0..m).map(|d| if d == small_root { small_root } else { best(d) }).collect();
    break_circles(small_root, &smaller, &mut small, most_circles - 1);
    for (a, &v) in outside.iter().enumerate() {
        heads[v] = if small[a] == m - 1 { exit[a] } else { outside[small[a]] };
    }
    heads[entry[small[m - 1]]] = outside[small[m - 1]];
}

/// Hangs one word of each circle on the root: the one that minds least.
fn break_all(heads: &mut [usize], root: usize, scores: &[i32]) {
    let n = heads.len();
    while let Some(circle) = circle(heads, root) {
        let worth = |&d: &usize| (scores[d * n + root], std::cmp::Reverse(d));
        let least = circle.into_iter().max_by_key(worth).expect("a circle has words");
        heads[least] = root;
    }
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

//! "To hear the mayor tell it, the bridge is safe": somebody's account.

use super::scene::Scene;
use super::tokens::Tokens;

/// From "to hear" to "tell it" are at most this many tokens.
const LONGEST_NAME: usize = 10;

/// "To hear X tell it" that begins at token `i`: who tells, and all of it.
pub fn read(scene: &Scene, i: usize) -> Option<(Tokens, Tokens)> {
    let opens = scene.lower(i) == "to" && scene.lower(i + 1) == "hear";
    let range = scene.search_range(i);
    let tells = |&j: &usize| scene.lower(j) == "tell" && scene.lower(j + 1) == "it";
    let tell = (i + 3..range.end.min(i + LONGEST_NAME)).find(tells).filter(|_| opens)?;
    Some((Tokens::new(i + 2, tell), Tokens::new(i, tell + 2)))
}

/// Whether the verb at `i` is that "tell": "it" is no content.
pub fn is_told(scene: &Scene, i: usize) -> bool {
    let may_open = |&j: &usize| scene.lower(j) == "to" && scene.lower(j + 1) == "hear";
    let opens = || (i.saturating_sub(LONGEST_NAME)..i).find(may_open);
    scene.lower(i) == "tell"
        && scene.lower(i + 1) == "it"
        && opens().is_some_and(|j| read(scene, j).is_some_and(|(_, all)| all.end == i + 2))
}

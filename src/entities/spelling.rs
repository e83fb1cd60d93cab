//! Whether two names can be one, differently written.

use crate::mentions::Kind;

/// Whether two names can be one, differently written.
pub(super) fn are_variants(a: &[String], kind_a: Kind, b: &[String], kind_b: Kind) -> bool {
    let persons = kind_a == Kind::Person && kind_b == Kind::Person;
    if kind_a == Kind::Place && kind_b == Kind::Place {
        return are_one_place(a, b);
    }
    if !persons {
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        // "Kyodo News" for "Kyodo News Agency", but not "South Korea" for "South Korea Post".
        return kind_a == kind_b && kind_a == Kind::Organization && short.len() > 1 && long[..short.len()] == short[..];
    }
    let (a, b) = if ends_in_age(a) == ends_in_age(b) { (a, b) } else { (without_age(a), without_age(b)) };
    let same_set = || {
        let (mut x, mut y) = (a.to_vec(), b.to_vec());
        x.sort_unstable();
        y.sort_unstable();
        x == y || a.concat() == b.concat()
    };
    let same_first =
        || a[0] == b[0] && a.len() == b.len() && a[0].len() > 1 && similar(&a[a.len() - 1], &b[b.len() - 1]);
    let same_ends = a.last() == b.last() && similar(&a[0], &b[0]) || same_first();
    // "Mohamed bin Roe" for "Mohamed bin Roe Al Nahran"; two given names are short for nobody alone.
    let begins = |short: &[String], long: &[String]| short.len() > 2 && long.starts_with(short);
    let inner =
        |short: &[String], long: &[String]| short.len() < long.len() && (long.ends_with(short) || begins(short, long));
    a.len() == b.len() && same_set() || same_ends || inner(a, b) || inner(b, a)
}

/// "John Roe Jr." is "John Roe", where nobody is "Sr.".
fn ends_in_age(name: &[String]) -> bool {
    name.len() > 2 && matches!(name[name.len() - 1].as_str(), "jr" | "sr" | "ii" | "iii" | "iv")
}

fn without_age(name: &[String]) -> &[String] {
    if ends_in_age(name) { &name[..name.len() - 1] } else { name }
}

/// What a place may be called beside its name. Regions and states are none: they are often called like their city.
const GENERIC: &[&str] = &[
    "aimag",
    "archipelago",
    "borough",
    "canton",
    "commune",
    "constituency",
    "county",
    "desert",
    "district",
    "electorate",
    "island",
    "islands",
    "municipality",
    "parish",
    "peninsula",
    "plateau",
    "prefecture",
    "province",
    "river",
    "sea",
    "strip",
    "suburb",
    "town",
    "township",
    "upazila",
    "village",
    "ward",
];

/// "Turkana County" is "Turkana", "Mount Everest" "Everest"; not "Mexico City" "Mexico".
fn are_one_place(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let generic = |word: &str| GENERIC.contains(&word);
    match long {
        [rest @ .., last] if generic(last) && rest == short => true,
        [first, rest @ ..] if matches!(first.as_str(), "mount" | "lake" | "la") && rest == short => true,
        [first, of, rest @ ..]
            if of == "of" && matches!(first.as_str(), "republic" | "state" | "sultanate" | "kingdom") =>
        {
            rest == short && !matches!(rest, [word] if matches!(word.as_str(), "china" | "korea" | "congo"))
        }
        _ => false,
    }
}

/// The same, an initial, or one letter apart in a longer word.
pub(super) fn similar(a: &str, b: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a == b || (x.len() == 1 || y.len() == 1) && x.first() == y.first() {
        return true;
    }
    if x.len().min(y.len()) < 4 || x.len().abs_diff(y.len()) > 1 || x.first() != y.first() {
        return false;
    }
    let same_from_start = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    let same_from_end = x.iter().rev().zip(y.iter().rev()).take_while(|(a, b)| a == b).count();
    let is_swapped = x.len() == y.len()
        && same_from_start + same_from_end + 2 == x.len()
        && x[same_from_start] == y[same_from_start + 1]
        && x[same_from_start + 1] == y[same_from_start];
    is_swapped || same_from_start + same_from_end + 1 >= x.len().max(y.len())
}

//! What the words at the edges of a found name say: titles before it, two places in one, a day that is no name.

use super::agree::{FACILITY, GROUP, ORGANIZATION, OTHER, PERSON, PLACE, View};
use super::gazetteer::{Gazetteer, list};
use crate::model::{lists, noun_means};
use crate::tags::Pos;
use std::collections::BTreeMap;
use std::ops::Range;

/// As [`super::atom::Atom::pos`] says it.
const NOUN: u8 = Pos::Noun as u8 + 1;

/// A name's tokens and the index of its kind.
type Found = (Range<usize>, usize);

/// What is left of a name: nothing, the name with better edges, or the two names in it.
type Rule = fn(&View, Found) -> Vec<Found>;

/// In this order, each on what the one before left.
const RULES: &[Rule] = &[
    |view, name| if is_time(view, &name.0) || is_language(view, &name) { Vec::new() } else { vec![name] },
    |view, name| if is_prefixed(view, &name) { Vec::new() } else { vec![name] },
    split_places,
    split_parts,
    |view, name| vec![without_type_end(view, name)],
    |view, name| vec![without_lower_start(view, name)],
    |view, name| vec![without_title(view, name)],
    |view, name| vec![without_generic_end(view, name)],
    |view, name| vec![with_closed_brackets(view, name)],
    |view, name| vec![with_event(view, name)],
    |view, name| vec![with_type_word(view, name)],
    |view, name| vec![with_body(view, name)],
    |view, name| vec![with_owned_body(view, name)],
    |view, name| vec![with_saints(view, name)],
    |view, name| vec![with_partner(view, name)],
    |view, name| vec![with_second_land(view, name)],
    |view, name| vec![with_given_name(view, name)],
];

/// The names with better edges, in text order.
pub(super) fn settle(view: &View, mut names: Vec<Found>) -> Vec<Found> {
    for rule in RULES {
        names = names.into_iter().flat_map(|name| rule(view, name)).collect();
    }
    join_hyphenated(view, &mut names);
    names = join_lettered(view, names);
    drop_overlaps(&mut names);
    names = split_pairs(view, names);
    add_missed(view, &mut names);
    names
}

/// A name that grew to the left over another takes it in.
fn drop_overlaps(names: &mut Vec<Found>) {
    for n in (1..names.len()).rev() {
        if names[n - 1].0.end > names[n].0.start {
            names[n].0.start = names[n].0.start.min(names[n - 1].0.start);
            names.remove(n - 1);
        }
    }
}

/// "Monday", "UTC": times, which have marks of their own.
fn is_time(view: &View, tokens: &Range<usize>) -> bool {
    let row = lists().time_words.get(view.document.lower(tokens.start)).unwrap_or("");
    tokens.len() == 1 && (row.starts_with("weekday") || row.starts_with("zone"))
}

/// "in English", "speaks French": a language is no people.
fn is_language(view: &View, (tokens, kind): &Found) -> bool {
    let word = |at: usize| view.document.lower_at(at as isize);
    let before = word(tokens.start.wrapping_sub(1));
    let is_named = matches!(
        word(tokens.start),
        "english" | "french" | "spanish" | "german" | "italian" | "arabic" | "portuguese" | "russian"
    );
    let is_spoken =
        matches!(before, "in" | "into" | "speak" | "speaks" | "spoke" | "speaking" | "learn" | "learned" | "fluent");
    let is_tongue = matches!(word(tokens.end), "translation" | "subtitles");
    let next = tokens.end + usize::from(word(tokens.end) == "-");
    let says_tongue = matches!(word(next), "language" | "languages" | "speaking" | "speakers" | "speaker");
    let is_said = is_named && (is_tongue || is_spoken && !is_noun_after(view, tokens.end));
    *kind == GROUP && tokens.len() == 1 && (says_tongue || is_said)
}

/// "anti-Ruritanian", "inter-Korean", "ex-Ardvale": a word that is made of a name is none.
fn is_prefixed(view: &View, (tokens, _): &Found) -> bool {
    let prefix = view.document.word(tokens.start).split_once('-').map_or("", |(prefix, _)| prefix);
    let is_made = matches!(prefix, "anti" | "non" | "inter" | "intra" | "ex" | "trans" | "pro" | "post" | "pre");
    tokens.len() == 1 && is_made && !view.document.lower(tokens.start).ends_with('s')
}

/// "Sangran area of Roeganj", "Roeganj city Ruritania", "Roeganj in Ardvale": a place and the larger one that it is in.
fn split_parts(view: &View, (tokens, kind): Found) -> Vec<Found> {
    let document = view.document;
    let begins_name = |i: usize| i < tokens.end && document.is_capitalized(i);
    let parts = |i: usize| {
        let is_type = !document.is_capitalized(i) && is_place_type(document.lower(i));
        match document.lower(i + 1) {
            _ if document.lower(i) == "in" && begins_name(i + 1) => Some((i, i + 1)),
            "of" if is_type && begins_name(i + 2) => Some((i, i + 2)),
            _ if is_type && begins_name(i + 1) => Some((i, i + 1)),
            _ => None,
        }
    };
    let inner = tokens.start + 1..tokens.end.saturating_sub(1);
    let found = inner.filter(|&i| document.is_capitalized(i - 1)).find_map(parts);
    match found.filter(|_| kind == PLACE && document.is_capitalized(tokens.start)) {
        Some((end, start)) => vec![(tokens.start..end, kind), (start..tokens.end, kind)],
        None => vec![(tokens, kind)],
    }
}

/// "Anhui province", "Roeganj city": what a place is, in small letters. (A district is often known by its whole name.)
fn without_type_end(view: &View, (tokens, kind): Found) -> Found {
    let (document, last) = (view.document, tokens.end - 1);
    let is_type = is_place_type(document.lower(last)) && !matches!(document.lower(last), "district" | "village");
    let is_after_name = last > tokens.start && document.is_capitalized(last - 1);
    // "Colombian state"
    let is_people = || {
        const PEOPLE: u32 = 1 << list::PEOPLE | 1 << list::ADJECTIVE;
        view.atoms[last - 1].in_lists() & PEOPLE != 0
    };
    let is_over = kind == PLACE && is_type && is_after_name && !document.is_capitalized(last) && !is_people();
    if is_over { (tokens.start..last, kind) } else { (tokens, kind) }
}

/// A part of a country that is named before this word.
fn is_place_type(word: &str) -> bool {
    matches!(
        word,
        "area"
            | "city"
            | "county"
            | "district"
            | "municipality"
            | "prefecture"
            | "province"
            | "state"
            | "suburb"
            | "town"
            | "village"
    )
}

/// "in French cities": an adjective.
fn is_noun_after(view: &View, at: usize) -> bool {
    view.atoms.get(at).is_some_and(|atom| atom.pos == NOUN && view.document.tokens[at].spaced)
}

/// "President Moon | Jae-in": a family name alone takes in the given name after it.
fn with_given_name(view: &View, (tokens, kind): Found) -> Found {
    match hyphened_person(view, tokens.start).filter(|_| tokens.len() == 1 && kind == PERSON) {
        Some(whole) => whole,
        None => (tokens, kind),
    }
}

/// "Mokha, Yemen", "Jamalpur's Dewanganj": two places.
fn split_places(view: &View, (tokens, kind): Found) -> Vec<Found> {
    let splits = |&i: &usize| {
        // "People's Republic of Ruritania" is one.
        let is_people = view.document.lower(i - 1) == "people";
        let ends_owner = view.document.lower(i) == "'s" && view.document.is_capitalized(i + 1) && !is_people;
        view.document.word(i) == "," || ends_owner && !is_saint(view, tokens.start..i)
    };
    let inner = tokens.start + 1..tokens.end.saturating_sub(1);
    match inner.into_iter().find(splits).filter(|_| kind == PLACE) {
        Some(i) => vec![(tokens.start..i, kind), (i + 1..tokens.end, kind)],
        None => vec![(tokens, kind)],
    }
}

/// "western Nunavut", "the western Indian city of Pune": the name begins with its capital letter.
fn without_lower_start(view: &View, (tokens, kind): Found) -> Found {
    let starts_lower = |i: usize| {
        let word = view.document.word(i);
        word.chars().next().is_some_and(char::is_lowercase) && (word.len() > 3 || matches!(word, "in" | "of"))
    };
    if kind != PLACE || !starts_lower(tokens.start) {
        return (tokens, kind);
    }
    let of = tokens.clone().find(|&i| view.document.lower(i) == "of").filter(|&i| starts_lower(i - 1));
    let start = of.map_or(tokens.start + 1, |i| i + 1);
    let is_name = start < tokens.end && view.document.is_capitalized(start);
    if is_name { (start..tokens.end, kind) } else { (tokens, kind) }
}

/// "Cardinal Peter Dery", "Roman Catholic Pope Francis": what somebody is called before the name is no part of it.
fn without_title(view: &View, (tokens, kind): Found) -> Found {
    let last_title = (tokens.start..tokens.end - 1).take(MOST_TITLE_WORDS).rfind(|&i| is_title(view, i));
    match last_title {
        Some(i) if kind == PERSON && view.document.is_capitalized(i + 1) => (i + 1..tokens.end, kind),
        _ => (tokens, kind),
    }
}

/// A title stands among the first words of a name that holds one.
const MOST_TITLE_WORDS: usize = 3;

/// A word that is an office, and not also a given name or a family name, as "Dean" and "King" are.
fn is_title(view: &View, at: usize) -> bool {
    let atom = &view.atoms[at];
    let is_office = lists().role_nouns.get(view.document.lower(at)).is_some_and(|row| row == "person");
    atom.in_lists() >> list::TITLE & 1 == 1
        && (atom.profile[0] == 0 && atom.profile[1] == 0 || is_office && atom.profile[0] < 2)
}

/// "the Borgen Project nonprofit", "Justice and Dignity group": what an organization is, in small letters.
fn without_generic_end(view: &View, (tokens, kind): Found) -> Found {
    let last = tokens.end - 1;
    let word = view.document.lower(last);
    let is_generic = !view.document.is_capitalized(last)
        && noun_means(word, "organization")
        && view.document.is_capitalized(last - 1);
    let is_body = kind == ORGANIZATION && tokens.len() > 2 && !matches!(word, "ministry" | "university" | "government");
    if is_body && is_generic { (tokens.start..last, kind) } else { (tokens, kind) }
}

/// "the Heron Society of Taichung": a body whose own words the tagger did not see, before the place that it is of.
fn with_body(view: &View, (tokens, kind): Found) -> Found {
    let document = view.document;
    let of = tokens.start.wrapping_sub(1);
    if kind != PLACE || tokens.start < 2 || document.lower(of) != "of" {
        return (tokens, kind);
    }
    let first =
        (0..of).rev().take(MOST_WORDS).take_while(|&i| document.is_capitalized(i) && !view.atoms[i].begins).last();
    let is_body = lists().name_words.get(document.lower(of - 1)) == Some("ends organization");
    match first.filter(|&first| is_body && of - first > 1) {
        Some(first) => (first..tokens.end, ORGANIZATION),
        None => (tokens, kind),
    }
}

/// "the Highland Referees' | Panel": a body of many, named after them.
fn with_owned_body(view: &View, (tokens, kind): Found) -> Found {
    let document = view.document;
    let sentence = &document.sentences[document.sentence_of(tokens.start)].tokens;
    let first = tokens.end + 1;
    let is_mark =
        first < sentence.end && matches!(document.word(tokens.end), "'" | "’") && !document.tokens[tokens.end].spaced;
    let is_many = document.lower(tokens.end - 1).ends_with('s') && document.is_capitalized(tokens.end - 1);
    if !is_mark || !is_many || kind == PLACE || !document.tokens[first].spaced {
        return (tokens, kind);
    }
    let words = capitals_from(view, first);
    let is_body = |&i: &usize| {
        let word = document.lower(i);
        lists().name_words.get(word) == Some("ends organization") || noun_means(word, "organization")
    };
    match words.filter(is_body).last() {
        // "AirlineRatings' Airline of the Year" is an award.
        Some(last) if document.lower_at(last as isize + 1) != "of" => (tokens.start..last + 1, ORGANIZATION),
        _ => (tokens, kind),
    }
}

/// "St. Paul | 's Church", "Saint Mary | 's Lake", "St. John | 's": what is named after a saint.
fn with_saints(view: &View, (tokens, kind): Found) -> Found {
    let document = view.document;
    let sentence = &document.sentences[document.sentence_of(tokens.start)].tokens;
    let first = tokens.end + 1;
    if first > sentence.end || document.lower(tokens.end) != "'s" || !is_saint(view, tokens.clone()) {
        return (tokens, kind);
    }
    let words: Vec<usize> = capitals_from(view, first).collect();
    // "St. Paul's Mayor Ana Roe" is of the town.
    let is_title = |&i: &usize| view.atoms[i].in_lists() >> list::TITLE & 1 == 1;
    let says_kind = |&i: &usize| {
        let word = document.lower(i);
        let ends_name = lists().name_words.get(word).is_some_and(|row| row.starts_with("ends"));
        ends_name || noun_means(word, "organization") || noun_means(word, "facility")
    };
    let last = match (&words[..], words.iter().rposition(says_kind)) {
        _ if words.iter().any(is_title) => None,
        (_, Some(last)) => Some(words[last]),
        (&[only], None) => Some(only),
        // "They left St. John's on Friday."
        ([], None) if ends_noun_phrase(view, first) => Some(tokens.end),
        _ => None,
    };
    let kind = if kind == PERSON && last.is_some() { PLACE } else { kind };
    (tokens.start..last.map_or(tokens.end, |last| last + 1), kind)
}

/// The words with a capital letter in a row from token `first` on, in the sentence of the one before it.
fn capitals_from(view: &View, first: usize) -> impl Iterator<Item = usize> {
    let document = view.document;
    let sentence = &document.sentences[document.sentence_of(first - 1)].tokens;
    (first..sentence.end.min(first + MOST_WORDS)).take_while(move |&i| document.is_capitalized(i))
}

/// "St. John", "Saint Mary": a saint, after whom places are named, and no country.
fn is_saint(view: &View, tokens: Range<usize>) -> bool {
    let document = view.document;
    let given = tokens.end - 1;
    let is_led = matches!(document.lower(tokens.start), "st" | "st." | "saint");
    let is_short = (tokens.start + 1..given).all(|i| document.word(i) == ".");
    let name = document.slice(document.span(tokens.start, given));
    is_led && is_short && view.atoms[given].profile[0] > 0 && !Gazetteer::committed().is_country(name)
}

/// Whether no noun follows that something could own: a mark, a preposition, a verb or the end stands at `at`.
fn ends_noun_phrase(view: &View, at: usize) -> bool {
    const AFTER: [u8; 4] = [Pos::Punct as u8 + 1, Pos::Adp as u8 + 1, Pos::Verb as u8 + 1, Pos::Aux as u8 + 1];
    view.atoms.get(at).is_none_or(|atom| AFTER.contains(&atom.pos))
}

/// "Islamic State of Iraq | and the Levant", "the Republic of Trinidad | and Tobago": a state of two lands, of which one has no
/// article in the text by itself.
fn with_second_land(view: &View, (tokens, kind): Found) -> Found {
    let document = view.document;
    let sentence = &document.sentences[document.sentence_of(tokens.start)].tokens;
    let is_state = tokens.len() > 2
        && matches!(document.lower(tokens.end - 3), "state" | "republic" | "kingdom")
        && document.lower(tokens.end - 2) == "of";
    let the = tokens.end + 1 + usize::from(document.lower_at(tokens.end as isize + 1) == "the");
    let goes_on = is_state
        && document.lower_at(tokens.end as isize) == "and"
        && sentence.contains(&the)
        && document.is_capitalized(the)
        && !(sentence.contains(&(the + 1)) && document.is_capitalized(the + 1));
    if goes_on { (tokens.start..the + 1, kind) } else { (tokens, kind) }
}

/// "Nook & | Lantern", "Nook | & Lantern": a firm of two names.
fn with_partner(view: &View, (tokens, kind): Found) -> Found {
    let document = view.document;
    let sentence = &document.sentences[document.sentence_of(tokens.start)].tokens;
    let is_and = |i: usize| sentence.contains(&i) && document.word(i) == "&";
    let is_word = |&i: &usize| document.is_capitalized(i);
    let before = tokens.start.wrapping_sub(1);
    if is_and(before) {
        let first = (sentence.start..before).rev().take(MOST_WORDS).take_while(is_word).last();
        return first.map_or((tokens.clone(), kind), |first| (first..tokens.end, ORGANIZATION));
    }
    if is_and(tokens.end) {
        let last = (tokens.end + 1..sentence.end).take(MOST_WORDS).take_while(is_word).last();
        return last.map_or((tokens.clone(), kind), |last| (tokens.start..last + 1, ORGANIZATION));
    }
    (tokens, kind)
}

/// "the COVID-19 pandemic", "2020 United States presidential election": an event goes on to the noun that says what it is.
fn with_event(view: &View, (tokens, kind): Found) -> Found {
    let sentence = &view.document.sentences[view.document.sentence_of(tokens.start)].tokens;
    let word = |i: usize| if i < sentence.end { view.document.lower(i) } else { "" };
    let noun = (tokens.end..tokens.end + MOST_EVENT_WORDS).find(|&i| !EVENT_ADJECTIVES.contains(&word(i)));
    let is_event = noun.is_some_and(|i| EVENT_NOUNS.contains(&word(i)) && (kind != PERSON || i > tokens.end));
    if !is_event {
        return (tokens, kind);
    }
    let before = tokens.start.wrapping_sub(1);
    let has_year = sentence.contains(&before) && is_year(view.document.word(before));
    let is_named = has_year || is_year(view.document.word(tokens.start)) || is_listed(view, &tokens);
    match noun {
        Some(i) if is_named => (tokens.start - usize::from(has_year)..i + 1, OTHER),
        _ => (tokens, kind),
    }
}

/// "JD(S|)", "Communist Party (Marxist|)": a bracket that opens in a name closes right after it, or the name ends before it.
fn with_closed_brackets(view: &View, (tokens, kind): Found) -> Found {
    let document = view.document;
    let open = tokens.clone().rev().find(|&i| matches!(document.word(i), "(" | ")"));
    match open.filter(|&i| document.word(i) == "(" && i > tokens.start) {
        Some(_) if document.lower_at(tokens.end as isize) == ")" => (tokens.start..tokens.end + 1, kind),
        Some(open) => (tokens.start..open, kind),
        None => (tokens, kind),
    }
}

/// "the Ikata nuclear plant", "the Nithi bridge": a small place and what was built there are one name. A large city has many.
fn with_type_word(view: &View, (tokens, kind): Found) -> Found {
    let (document, last) = (view.document, tokens.end - 1);
    let sentence = &document.sentences[document.sentence_of(tokens.start)].tokens;
    let words = (tokens.end..sentence.end).take(MOST_TYPE_WORDS);
    let mut nouns = words.skip_while(|&i| TYPE_ADJECTIVES.contains(&document.lower(i)));
    let noun = nouns.next().filter(|&i| !document.is_capitalized(i));
    let is_type = |i: usize| lists().name_words.get(document.lower(i)) == Some("ends facility");
    const KNOWN: u32 = 1 << list::COUNTRY | 1 << list::CAPITAL | 1 << list::PEOPLE | 1 << list::ADJECTIVE;
    let (in_lists, end) = (view.atoms.lists_of(&tokens), &view.atoms[last]);
    let is_small =
        kind == PLACE && in_lists & KNOWN == 0 && end.profile[2] < 2 && document.is_capitalized(tokens.start);
    match noun.filter(|&i| is_small && is_type(i)) {
        Some(i) => (tokens.start..i + 1, FACILITY),
        None => (tokens, kind),
    }
}

/// Words between a place and the noun of what was built there, and that noun.
const MOST_TYPE_WORDS: usize = 2;
const TYPE_ADJECTIVES: &[&str] =
    &["nuclear", "power", "railway", "metro", "refugee", "train", "police", "international"];

/// Words between a name and the noun of its event, and that noun.
const MOST_EVENT_WORDS: usize = 3;
const EVENT_ADJECTIVES: &[&str] = &[
    "presidential",
    "general",
    "federal",
    "midterm",
    "parliamentary",
    "legislative",
    "local",
    "state",
    "snap",
    "regional",
];
const EVENT_NOUNS: &[&str] = &["election", "elections", "pandemic", "referendum", "primaries", "massacre", "massacres"];

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && matches!(&word[..2], "19" | "20")
}

/// Diseases and the like, which make a name of their pandemic.
fn is_listed(view: &View, tokens: &Range<usize>) -> bool {
    view.atoms.lists_of(tokens) >> list::OTHER & 1 == 1
}

/// "Cat-Monk Shiro": the half before a hyphen belongs to the name.
fn join_hyphenated(view: &View, names: &mut [Found]) {
    let mut free_from = 0;
    for (tokens, _) in names {
        let half = tokens.start.wrapping_sub(2);
        let is_tight = |i: usize| !view.document.tokens[i].spaced;
        let is_half = tokens.start >= free_from + 2
            && view.document.word(tokens.start - 1) == "-"
            && is_tight(tokens.start)
            && is_tight(tokens.start - 1)
            && view.document.is_capitalized(half);
        if is_half {
            tokens.start = half;
        }
        free_from = tokens.end;
    }
}

/// "Disaster Risk Reduction and Management Council (DRRMC)": two names that the letters after them make one.
fn join_lettered(view: &View, names: Vec<Found>) -> Vec<Found> {
    let is_joint = |i: usize| matches!(view.document.lower(i), "and" | "of" | "the" | "for" | "in" | "&");
    let mut joined: Vec<Found> = Vec::with_capacity(names.len());
    // From the last: what joins two names stands after the second.
    for (tokens, kind) in names.into_iter().rev() {
        match joined.last_mut() {
            Some((next, next_kind)) if *next_kind == PLACE && is_double_state(view, tokens.start..next.end) => {
                next.start = tokens.start;
            }
            Some((next, next_kind))
                if (1..=MOST_JOINTS).contains(&next.start.saturating_sub(tokens.end))
                    && (tokens.end..next.start).all(is_joint)
                    && is_spelt_by(view, tokens.start..next.end)
                    && !is_spelt_by(view, next.clone()) =>
            {
                (next.start, *next_kind) = (tokens.start, ORGANIZATION);
            }
            _ => joined.push((tokens, kind)),
        }
    }
    joined.reverse();
    joined
}

/// "Trinidad and Tobago": one country.
fn is_double_state(view: &View, tokens: Range<usize>) -> bool {
    let is_pair =
        (3..=LONGEST_DOUBLE).contains(&tokens.len()) && tokens.clone().any(|i| view.document.lower(i) == "and");
    is_pair && Gazetteer::committed().is_country(view.document.slice(view.document.span(tokens.start, tokens.end - 1)))
}

/// Tokens of a country that is named as two.
const LONGEST_DOUBLE: usize = 6;

/// Small words between the halves of a name.
const MOST_JOINTS: usize = 3;

/// Whether letters in brackets right after some tokens are the first letters of their words, or of those with a capital.
fn is_spelt_by(view: &View, tokens: Range<usize>) -> bool {
    let document = view.document;
    let word = |i: usize| document.tokens.get(i).map_or("", |_| document.word(i));
    let letters = word(tokens.end + 1);
    let is_closed = word(tokens.end) == "(" && word(tokens.end + 2) == ")" && letters.len() > 2;
    let initials = |all: bool| -> String {
        let words = tokens.clone().filter(|&i| all || document.is_capitalized(i));
        words.filter_map(|i| document.word(i).chars().next()).filter(|c| c.is_alphabetic()).collect()
    };
    is_closed && [false, true].iter().any(|&all| initials(all).eq_ignore_ascii_case(letters))
}

/// "the Trump-Biden debates", "Microsoft's GitHub", "Lumo over Vance": two names where the text has both of them by
/// themselves as well.
fn split_pairs(view: &View, names: Vec<Found>) -> Vec<Found> {
    let joints: Vec<Option<usize>> = names.iter().map(|(tokens, _)| joint(view, tokens)).collect();
    let mut alone: BTreeMap<u32, usize> = BTreeMap::new();
    for ((tokens, kind), _) in names.iter().zip(&joints).filter(|(_, joint)| joint.is_none()) {
        alone.entry(view.key(tokens.clone())).or_insert(*kind);
    }
    let halves = |((tokens, kind), joint): (Found, Option<usize>)| {
        let Some(at) = joint.filter(|_| kind != GROUP) else { return vec![(tokens, kind)] };
        let halves = [tokens.start..at, at + 1..tokens.end];
        let kinds = halves.clone().map(|half| alone.get(&view.key(half)).copied());
        match (halves, kinds) {
            ([left, right], [Some(a), Some(b)]) => vec![(left, a), (right, b)],
            _ => vec![(tokens, kind)],
        }
    };
    names.into_iter().zip(joints).flat_map(halves).collect()
}

/// What may join two names, inside of what was taken for one: a hyphen without spaces, the end of an owner before a capital
/// letter, a small word.
fn joint(view: &View, tokens: &Range<usize>) -> Option<usize> {
    let document = view.document;
    let is_tight = |i: usize| !document.tokens[i].spaced && !document.tokens[i + 1].spaced;
    let joins = |&i: &usize| match document.lower(i) {
        "-" | "–" => is_tight(i),
        "'s" | "and" | "over" | "from" | "with" | "versus" => document.is_capitalized(i + 1),
        _ => false,
    };
    (tokens.start + 1..tokens.end.saturating_sub(1)).find(joins)
}

/// Names that the tagger did not see: diseases of the lists, and persons whose given name is hyphened.
fn add_missed(view: &View, names: &mut Vec<Found>) {
    let mut at = 0;
    let mut added: Vec<Found> = Vec::new();
    for token in 0..view.atoms.len() {
        while names.get(at).is_some_and(|(tokens, _)| tokens.end <= token) {
            at += 1;
        }
        let free_to = names.get(at).map_or(view.atoms.len(), |(tokens, _)| tokens.start);
        let found = MISSED.iter().find_map(|rule| rule(view, token)).filter(|(t, _)| t.end <= free_to);
        added.extend(found.map(|name| with_event(view, name)));
    }
    names.extend(added);
    names.sort_by_key(|(tokens, _)| tokens.start);
}

/// What a token may begin that the tagger did not see.
const MISSED: &[fn(&View, usize) -> Option<Found>] = &[listed, hyphened_person, after_its_noun];

/// "the show Ten Doors", "the cutter Wren": capitals after the noun that says what they name.
fn after_its_noun(view: &View, first: usize) -> Option<Found> {
    let document = view.document;
    let noun = first.checked_sub(1).filter(|&i| !document.is_capitalized(i))?;
    let says = matches!(lists().name_nouns.get(document.lower(noun)), Some("work" | "product"));
    let is_definite = matches!(document.lower_at(noun as isize - 1), "the" | "her" | "his" | "their");
    let sentence = &document.sentences[document.sentence_of(first)].tokens;
    let is_name = |&i: &usize| document.is_capitalized(i) && view.atoms[i].titled == 0;
    let end = (first..sentence.end.min(first + MOST_WORDS)).take_while(is_name).count();
    (says && is_definite && end > 0).then_some((first..first + end, OTHER))
}

/// Words of a name that only its noun shows.
const MOST_WORDS: usize = 4;

/// "COVID-19"; not "DNA", "GDP", which stand for nothing that an article is about.
fn listed(view: &View, first: usize) -> Option<Found> {
    let is = |i: usize, sets: [usize; 2]| sets.iter().any(|&l| view.atoms[i].lists[l] >> list::OTHER & 1 == 1);
    let word = view.document.lower(first);
    let is_disease = word.starts_with("covid") || word.contains(|c: char| c.is_ascii_digit());
    let last = (first..view.atoms.len().min(first + 3)).find(|&i| is(i, [2, 3]))?;
    (is_disease && is(first, [0, 3])).then_some((first..last + 1, OTHER))
}

/// "Han Dong-hoon", "Lee Rae-jin": a family name and two short syllables.
fn hyphened_person(view: &View, first: usize) -> Option<Found> {
    let document = view.document;
    let family = document.word(first);
    let is_family =
        view.atoms[first].is_capitalized && view.atoms[first].profile[1] > 0 && (2..=6).contains(&family.len());
    let (one, two, end) = hyphened(view, first + 1).filter(|_| is_family)?;
    let is_syllable = |part: &str| (2..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let is_given = is_syllable(one)
        && is_syllable(two)
        && one.starts_with(|c: char| c.is_uppercase())
        && two.starts_with(char::is_lowercase)
        && !lists().prefixes.has(&one.to_lowercase());
    let is_one_sentence = document.sentence_of(first) == document.sentence_of(end - 1);
    (is_given && is_one_sentence).then_some((first..end, PERSON))
}

/// The halves of a hyphened word, as one token or as three, and one past its last token.
fn hyphened<'d>(view: &View<'d>, at: usize) -> Option<(&'d str, &'d str, usize)> {
    let document = view.document;
    document.tokens.get(at)?;
    if let Some((one, two)) = document.word(at).split_once('-') {
        return Some((one, two, at + 1));
    }
    let is_tight = |i: usize| document.tokens.get(i).is_some_and(|token| !token.spaced);
    let is_split = is_tight(at + 1) && is_tight(at + 2) && document.word(at + 1) == "-";
    is_split.then(|| (document.word(at), document.word(at + 2), at + 3))
}

#[cfg(test)]
mod tests {
    use super::super::settled;
    use super::settle;

    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        settled::check(settle, marked, expected);
    }

    #[test]
    fn times_are_no_names() {
        check("It opens on [x:Monday] at noon [x:UTC].", &[]);
        check("It is [x:Monday Night].", &["Monday Night"]);
    }

    #[test]
    fn two_places_are_two_names() {
        check("She left [l:Nain, Labrador] today.", &["Nain", "Labrador"]);
        check("She left [o:Wexelblat, Roe] today.", &["Wexelblat, Roe"]);
        check("She left [l:Ardvale's Roeganj] today.", &["Ardvale", "Roeganj"]);
        check("She left the [l:People's Republic of Kenya] today.", &["People's Republic of Kenya"]);
    }

    #[test]
    fn a_place_and_the_larger_one_are_two_names() {
        check("He was found in [l:Sangran area of Roeganj] today.", &["Sangran", "Roeganj"]);
        check("He left [l:Roeganj city Ruritania] today.", &["Roeganj", "Ruritania"]);
        check("She left [l:Leticia in Ardvale] today.", &["Leticia", "Ardvale"]);
        check("She left [l:Roeganj province] today.", &["Roeganj"]);
        check(
            "She left the [l:Gulf of Ardvale] and [l:Roeganj Province] today.",
            &["Gulf of Ardvale", "Roeganj Province"],
        );
        check("She left [l:Roeganj district] today.", &["Roeganj district"]);
        check("She met the [o:Lund city council] today.", &["Lund city council"]);
    }

    #[test]
    fn languages_and_derived_words_are_no_names() {
        check("They wrote in the [g:Sango] language for [g:Arabic]-speaking readers.", &[]);
        check("The [g:Sango] elders came.", &["Sango"]);
        check("The [g:anti-Kenyan] mood and [o:ex-Ardvale] coaches.", &[]);
        check("The [g:ex-Confederates] came.", &["ex-Confederates"]);
    }

    #[test]
    fn a_body_is_named_after_those_who_own_it() {
        check("The [o:Highland Referees]' Panel met.", &["Highland Referees' Panel"]);
        check("The [o:Valley Growers]’ Council left.", &["Valley Growers’ Council"]);
        check("The [o:Highland Referees]' panel met.", &["Highland Referees"]);
        check("The [o:Highland Referees]' Ball was long.", &["Highland Referees"]);
        check("It won the [o:Highland Readers]' Club of the Year award.", &["Highland Readers"]);
    }

    #[test]
    fn what_is_named_after_a_saint_is_one() {
        check("The [l:St. Paul]'s Church burned.", &["St. Paul's Church"]);
        check("The [l:Saint John’s Episcopal Church] burned.", &["Saint John’s Episcopal Church"]);
        check("They swam in [l:Saint Mary]'s Lake.", &["Saint Mary's Lake"]);
        check("They left [p:St. John]'s on Friday.", &["St. John's"]);
        check("Last year [o:St. John]'s was closed.", &["St. John's"]);
        check("They left [p:St. John]'s", &["St. John's"]);
        check("They left [l:St. John]'s harbour.", &["St. John"]);
        check("They met [l:St. Paul]'s Mayor Ana Roe.", &["St. Paul"]);
        check("They met [l:Saint Lucia]'s Parliament.", &["Saint Lucia"]);
        check("They met the [l:St Wexelblat]'s Church.", &["St Wexelblat"]);
    }

    #[test]
    fn a_firm_of_two_names_is_one() {
        check("She left Nook & [p:Lantern].", &["Nook & Lantern"]);
        check("She left [p:Roe] & Lund Partners.", &["Roe & Lund Partners"]);
        check("She met [p:Roe] and [p:Lantern].", &["Roe", "Lantern"]);
        check("She ate fish & [x:Chips].", &["Chips"]);
    }

    #[test]
    fn a_state_of_two_lands_is_one() {
        check("The [l:Islamic State of Iraq] and the [l:Levant] spoke.", &["Islamic State of Iraq and the Levant"]);
        check("The [l:Republic of Trinidad] and Tobago voted.", &["Republic of Trinidad and Tobago"]);
        check(
            "The [l:Republic of Ireland] and [l:Northern Ireland] met.",
            &["Republic of Ireland", "Northern Ireland"],
        );
        check("The [l:Plain of Iraq] and the [l:Levant] are dry.", &["Plain of Iraq", "Levant"]);
    }

    #[test]
    fn two_names_with_a_joint_are_two() {
        check("[p:Trump] met [p:Biden]. The [p:Trump-Biden] debate was long.", &["Trump", "Biden", "Trump", "Biden"]);
        check("[o:Vance] owns [x:Lumo]. [o:Vance's Lumo] grew.", &["Vance", "Lumo", "Vance", "Lumo"]);
        check("[p:Roe] met [p:Smith]. Then [p:Lund-Smith] left.", &["Roe", "Smith", "Lund-Smith"]);
        check("[x:Lumo] came. [o:Vance] grew. She chose [x:Lumo over Vance].", &["Lumo", "Vance", "Lumo", "Vance"]);
        check("[p:Roe] came. [o:Roe and Lund] grew.", &["Roe", "Roe and Lund"]);
        check(
            "[g:Chinese] and [g:Canadian]: a [g:Chinese-Canadian] band.",
            &["Chinese", "Canadian", "Chinese-Canadian"],
        );
        check("[p:Roe] came. [o:Roe's Bakery] closed.", &["Roe", "Roe's Bakery"]);
    }

    #[test]
    fn a_place_begins_with_its_capital() {
        check("She left [l:western Nunavut] and the [l:northern city of Pune].", &["Nunavut", "Pune"]);
    }

    #[test]
    fn titles_are_no_part_of_a_name() {
        check("They met [p:Cardinal Peter Dery] there.", &["Peter Dery"]);
        check("They met [p:Dean Martin] there.", &["Dean Martin"]);
    }

    #[test]
    fn brackets_close_in_a_name() {
        check("They joined [o:JD(S]) in May.", &["JD(S)"]);
        check("They met [p:Hussain (Lal] and others) there.", &["Hussain"]);
        check("The [o:Ardvale Fund (AF)] paid.", &["Ardvale Fund (AF)"]);
        check("They left ([l:Khasan]) in May.", &["Khasan"]);
    }

    #[test]
    fn what_was_built_at_a_small_place_is_one_name() {
        check("They closed the [l:Zaytoun] nuclear plant.", &["Zaytoun nuclear plant"]);
        check("They crossed the [l:Zaytoun] bridge.", &["Zaytoun bridge"]);
        check("They crossed a [l:London] bridge.", &["London"]);
        check("They left the [l:Zaytoun] crowd.", &["Zaytoun"]);
        check("They left [l:Zaytoun] and a bridge.", &["Zaytoun"]);
        check("They left the [o:Zaytoun] plant.", &["Zaytoun"]);
    }

    #[test]
    fn a_country_of_two_parts_is_one_name() {
        check("They left [l:Trinidad] and [l:Tobago] today.", &["Trinidad and Tobago"]);
        check("They left [l:Kenya] and [l:Uganda] today.", &["Kenya", "Uganda"]);
    }

    #[test]
    fn letters_join_two_halves() {
        check(
            "The [x:Disaster Risk Reduction] and [o:Management Council] (DRRMC) met.",
            &["Disaster Risk Reduction and Management Council"],
        );
        check("The [o:Ardvale Fund] and the [o:Management Council] (MC) met.", &["Ardvale Fund", "Management Council"]);
        check("The [o:Ardvale Fund] and the [o:Harbour Council] (XY) met.", &["Ardvale Fund", "Harbour Council"]);
    }

    #[test]
    fn events_go_on_to_their_noun() {
        check("During the COVID-19 pandemic they met.", &["COVID-19 pandemic"]);
        check(
            "The 2020 [l:United States] presidential election is over.",
            &["2020 United States presidential election"],
        );
        check("The [l:United States] election is over.", &["United States"]);
    }

    #[test]
    fn hyphened_given_names_make_persons() {
        check("Rep. Park Joo-min asked why.", &["Park Joo-min"]);
        check("The Park Post-war plan failed.", &[]);
    }
}

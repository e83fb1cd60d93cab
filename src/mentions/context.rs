//! What is said of a name: "the soap X", "CEO of X", "X, a village of 90 houses", "I'm from X".

use super::Kind;
use super::gazetteer::Gazetteer;
use crate::document::Document;
use crate::model::{lists, noun_means};
use std::ops::Range;

/// The kind that the words around a name say it is of.
pub(super) fn kind(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    EVIDENCE.iter().find_map(|says| says(document, tokens))
}

/// The kind that the words around a name say it is of, where neither its own words nor a list tell.
pub(super) fn open_kind(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    const EVIDENCE: [Evidence; 5] = [of_a_year, called, noun_beside, noun_further, played_in];
    EVIDENCE.iter().find_map(|says| says(document, tokens))
}

/// "El Vato (2017)": a film, a song, a book with its year.
fn of_a_year(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let word = |n: isize| document.lower_at(tokens.end as isize + n);
    let is_year = word(1).len() == 4 && word(1).parse().is_ok_and(|year: u32| (1600..2100).contains(&year));
    (word(0) == "(" && word(2) == ")" && is_year).then_some(Kind::Work)
}

/// "an album titled Salt Roads", "the sketch entitled Nobody".
fn called(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let before = past_mark(document, tokens.start);
    matches!(document.lower_at(before), "titled" | "entitled").then_some(Kind::Work)
}

/// The token before a name and the quotation mark that opens it.
fn past_mark(document: &Document, start: usize) -> isize {
    let before = start as isize - 1;
    before - isize::from(matches!(document.lower_at(before), "\"" | "“" | "‘" | "'" | "«"))
}

/// "her novel, Salt Roads, came out": the noun before a comma, with whose or which it is.
fn noun_beside(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let comma = past_mark(document, tokens.start);
    let first = usize::try_from(comma - MOST_WORDS as isize).unwrap_or_default();
    let noun =
        usize::try_from(comma - 1).ok().filter(|&i| document.lower_at(comma) == "," && !document.is_capitalized(i))?;
    let is_whose = |i: usize| matches!(document.lower(i), "his" | "her" | "its" | "their" | "'s" | "the" | "a" | "an");
    let closes = matches!(document.lower_at(tokens.end as isize), "," | "." | "”" | "\"" | "");
    kind_of_noun(document.lower(noun)).filter(|_| closes && (first..noun).any(is_whose))
}

/// "Osprey Bay submarines", "the Parsifal opera", "the Agro Nova digital application": the noun after a name, or the next but one.
fn noun_further(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let noun = |i: usize| {
        let is_word = i < document.tokens.len() && !document.is_capitalized(i);
        kind_of_noun(document.lower_at(i as isize)).filter(|kind| is_word && MADE.contains(kind))
    };
    let is_plain = |i: usize| document.lower_at(i as isize).chars().all(char::is_alphabetic);
    noun(tokens.end)
        .or_else(|| noun(tokens.end + 1).filter(|_| is_plain(tokens.end) && !ends_noun(document, tokens.end)))
}

/// Kinds of what bears a name before its noun: "Parsifal opera"; a "Parsifal company" may be anybody's.
const MADE: [Kind; 3] = [Kind::Event, Kind::Work, Kind::Product];

/// "known for her roles in Salt Roads", "he starred in Nobody".
fn played_in(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = past_mark(document, tokens.start);
    let plays =
        matches!(document.lower_at(at - 1), "starred" | "starring" | "stars" | "acting" | "roles" | "role" | "acted");
    (document.lower_at(at) == "in" && plays).then_some(Kind::Work)
}

/// One way of saying what a name is.
type Evidence = fn(&Document, &Range<usize>) -> Option<Kind>;

/// From the surest; the first that answers decides.
const EVIDENCE: &[Evidence] = &[
    type_inside,
    noun_before,
    in_a_list,
    noun_after,
    instrument_after,
    explained_after,
    officer_before,
    relative_before,
    credited,
    founded,
    where_from,
    in_a_result,
];

/// The kind that the words around a name leave no doubt about, whatever the tagger makes of the name: clubs and firms that it
/// takes for persons, the Sun that it takes for a newspaper.
pub(super) fn sure_kind(document: &Document, tokens: &Range<usize>, tagged: Kind) -> Option<Kind> {
    let is_open = matches!(tagged, Kind::Place | Kind::Other);
    let is_country = || Gazetteer::committed().is_country(document.slice(document.span(tokens.start, tokens.end - 1)));
    let evidence: [(bool, Evidence); 4] = [
        (tagged != Kind::Group && !is_country(), in_a_result),
        (tagged != Kind::Place, workplace_before),
        (is_open, role_of_owner),
        (true, heavenly),
    ];
    evidence.into_iter().filter(|(asked, _)| *asked).find_map(|(_, says)| says(document, tokens))
}

/// "The dam's operator, Eaux du Levant, said": what has a role and speaks is no place, and the tagger knows persons better.
fn role_of_owner(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let before = |back: isize| document.lower_at(tokens.start as isize - back);
    let is_role = before(1) == ","
        && matches!(before(3), "'s" | "’s")
        && lists().role_nouns.get(before(2)).is_some_and(|row| row == "person");
    let after = |n: isize| document.lower_at(tokens.end as isize + n);
    let speaks = after(0) == "," && matches!(after(1), "said" | "says" | "told" | "declined" | "denied");
    (is_role && speaks).then_some(Kind::Organization)
}

/// "Ikata nuclear plant": the name ends in small letters with what was built.
fn type_inside(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let last = tokens.end - 1;
    let is_built = lists().name_words.get(document.lower(last)) == Some("ends facility");
    (tokens.len() > 1 && is_built && !document.is_capitalized(last)).then_some(Kind::Facility)
}

/// "the soap Naya Sagar", "the cutter Wren", "villages including Tirupalem".
fn noun_before(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let mut at = tokens.start.checked_sub(1)?;
    if matches!(document.lower(at), "including" | "called" | "named" | "\"" | "“" | "‘" | "«") {
        at = at.checked_sub(1)?;
    }
    if document.is_capitalized(at) {
        return None;
    }
    kind_of_noun(document.lower(at))
}

/// "villages including K Ramavaram, Tirupalem and Gudipadu": what begins a list says what all in it are.
fn in_a_list(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let mut at = tokens.start;
    for _ in 0..MOST_IN_A_LIST {
        let joint = at.checked_sub(1).filter(|&i| matches!(document.lower(i), "," | "and"))?;
        let joint = if document.lower_at(joint as isize - 1) == "," { joint - 1 } else { joint };
        at = (0..joint).rev().take_while(|&i| document.is_capitalized(i)).last()?;
        let noun = document.lower_at(at as isize - 1);
        let noun = match noun {
            "including" | "named" | "called" => document.lower_at(at as isize - 2),
            "as" if document.lower_at(at as isize - 2) == "such" => document.lower_at(at as isize - 3),
            noun => noun,
        };
        if let Some(kind) = kind_of_noun(noun).filter(|_| noun.ends_with('s')) {
            return Some(kind);
        }
    }
    None
}

/// Names of a list that are looked back over.
const MOST_IN_A_LIST: usize = 5;

/// "the Al Barq daily", "the Julio Lobo station".
fn noun_after(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let noun = document.lower_at(tokens.end as isize);
    let is_outlet = matches!(noun, "daily" | "newspaper" | "weekly" | "magazine" | "tabloid" | "airline" | "nonprofit");
    let is_definite = document.lower_at(tokens.start as isize - 1) == "the";
    (is_outlet && is_definite).then_some(Kind::Organization)
}

/// "the James Webb space telescope", "the Beagle rover": what bears a person's name. (A "Soviet spacecraft" and a "CBI probe"
/// have no name.)
fn instrument_after(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = tokens.end as isize;
    let noun = if document.lower_at(at) == "space" { at + 1 } else { at };
    matches!(document.lower_at(noun), "telescope" | "rover").then_some(Kind::Product)
}

/// "Portrannoch 3-2 Ardvale City": who stands on both sides of a result are clubs. Countries play as well, but the tagger
/// is sure of those.
fn in_a_result(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let (before, after) = (tokens.start as isize, tokens.end as isize);
    let is_name =
        |at: isize| usize::try_from(at).is_ok_and(|i| i < document.tokens.len() && document.is_capitalized(i));
    let is_result = |at: isize| {
        let is_goals =
            |at| document.lower_at(at).len() < 3 && document.lower_at(at).bytes().all(|b| b.is_ascii_digit());
        let is_dash = matches!(document.lower_at(at + 1), "-" | "–");
        is_dash && !document.lower_at(at).is_empty() && is_goals(at) && is_goals(at + 2)
    };
    let is_first = is_result(after) && is_name(after + 3);
    let is_second = is_result(before - 3) && is_name(before - 4);
    (is_first || is_second).then_some(Kind::Organization)
}

/// "Harper Vance, founded in 2012": persons are born.
fn founded(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = tokens.end as isize;
    let is_founded = matches!(document.lower_at(at + 1), "founded" | "headquartered" | "established")
        && matches!(document.lower_at(at + 2), "in" | "by");
    (document.lower_at(at) == "," && is_founded).then_some(Kind::Organization)
}

/// "an analyst at the broker Lyle Kesteven", "a spokesperson for Nook & Lantern": where somebody works, and for whom somebody
/// speaks, is an organization, where its noun or its "&" says so.
fn workplace_before(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let before = |back: isize| document.lower_at(tokens.start as isize - back);
    let is_person = |word: &str| noun_means(word, "person");
    let is_noun = tokens.start > 1 && !document.is_capitalized(tokens.start - 1) && is_person(before(1));
    let works = is_noun && before(2) == "the" && before(3) == "at" && is_person(before(4));
    let speaks = matches!(before(2), "spokesman" | "spokeswoman" | "spokesperson") && before(1) == "for";
    let is_firm = tokens.clone().any(|i| document.word(i) == "&");
    (works || speaks && is_firm).then_some(Kind::Organization)
}

/// "The company that held the horses, Bluestem Stables, belonged": what a noun with its relative clause before a comma says.
fn relative_before(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let comma = tokens.start.checked_sub(1).filter(|&i| document.lower(i) == ",")?;
    let sentence = &document.sentences[document.sentence_of(comma)].tokens;
    let words = (sentence.start..comma).rev().take(MOST_WORDS_OF_CLAUSE).take_while(|&i| document.lower(i) != ",");
    let pronoun = words.into_iter().find(|&i| matches!(document.lower(i), "that" | "which"))?;
    let is_definite = document.lower_at(pronoun as isize - 2) == "the";
    let closes = matches!(document.lower_at(tokens.end as isize), "," | "." | "");
    let kind = kind_of_noun(document.lower_at(pronoun as isize - 1));
    kind.filter(|&kind| is_definite && closes && kind == Kind::Organization)
}

/// Words of a relative clause between its noun and a name.
const MOST_WORDS_OF_CLAUSE: usize = 8;

/// "(Photo: Ines Calloway/Northlight Images)": who took a picture, and for which agency.
fn credited(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let word = |at: usize| document.lower_at(at as isize);
    let is_agency = |last: usize| matches!(word(last), "images" | "pictures" | "photos" | "press" | "agency" | "media");
    let is_led = |first: usize| {
        first > 1
            && word(first - 1) == ":"
            && matches!(word(first - 2), "photo" | "picture" | "image" | "photograph" | "credit")
    };
    let capitals = |i: &usize| document.is_capitalized(*i);
    if word(tokens.end) == "/" && is_led(tokens.start) {
        let last = (tokens.end + 1..document.tokens.len()).take_while(capitals).last()?;
        return (is_agency(last) && tokens.len() > 1).then_some(Kind::Person);
    }
    let slash = tokens.start.checked_sub(1).filter(|&i| word(i) == "/")?;
    let first = (0..slash).rev().take_while(capitals).last()?;
    (is_led(first) && is_agency(tokens.end - 1)).then_some(Kind::Organization)
}

/// "Its star is cooler than the Sun": beside stars and planets the Sun is no newspaper, and Mars no company.
fn heavenly(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let is_body = matches!(
        document.lower(tokens.start),
        "sun" | "moon" | "earth" | "mercury" | "venus" | "mars" | "jupiter" | "saturn" | "neptune"
    );
    let sentence = &document.sentences[document.sentence_of(tokens.start)].tokens;
    let beside = |i: usize| {
        matches!(
            document.lower(i),
            "star" | "stars" | "planet" | "planets" | "orbit" | "orbits" | "orbiting" | "astronomers"
        )
    };
    (tokens.len() == 1 && is_body && sentence.clone().any(beside)).then_some(Kind::Place)
}

/// "I'm from Zaytoun", "Zaytoun lies by the canal".
fn where_from(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let from = tokens.start as isize - 1;
    let is_from = document.lower_at(from) == "from"
        && matches!(document.lower_at(from - 1), "'m" | "am" | "hails" | "hailed" | "comes");
    (is_from || document.lower_at(tokens.end as isize) == "lies").then_some(Kind::Place)
}

/// "Pyaar Ka Kamra, a family drama", "Amda Giyorgis, a village of 90 houses".
fn explained_after(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = tokens.end as isize;
    let is_explained = document.lower_at(at) == "," && matches!(document.lower_at(at + 1), "a" | "an");
    let first = tokens.end + 2;
    let last =
        (first..document.tokens.len().min(first + MOST_WORDS)).take_while(|&i| !ends_noun(document, i)).last()?;
    kind_of_noun(document.lower(last)).filter(|_| is_explained)
}

/// Words from the article of an explanation to its noun.
const MOST_WORDS: usize = 5;

/// Whether a word stands after the noun of an explanation.
fn ends_noun(document: &Document, i: usize) -> bool {
    let word = document.lower(i);
    matches!(
        word,
        "of" | "in" | "on" | "that" | "which" | "who" | "for" | "with" | "at" | "from" | "based" | "and" | "near"
    ) || word.chars().all(|c| c.is_ascii_punctuation())
}

/// "Tess Lund, CEO of Harper Vance": who has such officers is an organization.
fn officer_before(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let of = tokens.start as isize - 1;
    let officer = document.lower_at(of - 1);
    let is_officer = matches!(officer, "ceo" | "cfo" | "cto" | "coo" | "co-founder" | "cofounder" | "shareholders");
    (is_officer && matches!(document.lower_at(of), "of" | "at")).then_some(Kind::Organization)
}

fn kind_of_noun(noun: &str) -> Option<Kind> {
    let name = lists().name_nouns.get(noun)?;
    let kinds = [Kind::Organization, Kind::Place, Kind::Facility, Kind::Event, Kind::Work, Kind::Product];
    kinds.into_iter().find(|kind| kind.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text whose name is marked by brackets, without them, and the tokens of the name.
    fn marked_name(marked: &str) -> (Document<'static>, Range<usize>) {
        let (before, rest) = marked.split_once('[').expect("a mark opens");
        let (name, after) = rest.split_once(']').expect("a mark closes");
        let document = Document::read(format!("{before}{name}{after}").leak());
        let span = crate::document::Span::new(before.len(), before.len() + name.len());
        let tokens = document.tokens_in(span);
        (document, tokens)
    }

    /// The kind of the name marked by brackets.
    #[track_caller]
    fn check(marked: &str, expected: Option<Kind>) {
        let (document, tokens) = marked_name(marked);
        assert_eq!(kind(&document, &tokens), expected, "{marked}");
    }

    #[test]
    fn nouns_say_what_a_name_is() {
        check("She left the soap [Naya Sagar] in May.", Some(Kind::Work));
        check("They boarded the trawler [Osprey Bay] at dawn.", Some(Kind::Product));
        check("He met film director [Ana Roe] there.", None);
        check("They toured villages including Duqm, Ravi Pur and [Gudipadu].", Some(Kind::Place));
        check("They met Ana, Ravi and [Gudipadu].", None);
        check("The editor of the [Al Barq] daily wrote it.", Some(Kind::Organization));
        check("The Show [Ten Doors] ended.", None);
    }

    #[test]
    fn words_farther_away_say_what_a_name_of_no_kind_is() {
        let check = |marked: &str, expected: Option<Kind>| {
            let (document, tokens) = marked_name(marked);
            assert_eq!(open_kind(&document, &tokens), expected, "{marked}");
        };
        check("She sang in [El Vato] (2017) and left.", Some(Kind::Work));
        check("It rose in [El Vato] (2,017) and fell.", None);
        check("They bought an album titled “[Salt Roads]”.", Some(Kind::Work));
        check("Her first novel, [Salt Roads], came out.", Some(Kind::Work));
        check("They buy two [Osprey Bay] rifles.", Some(Kind::Product));
        check("Use the [Agro Nova] digital application.", Some(Kind::Product));
        check("He starred in [Nobody].", Some(Kind::Work));
        check("He was born in [Nobody].", None);
    }

    #[test]
    fn explanations_say_what_a_name_is() {
        check("It passes [Amda Giyorgis], a village of 90 houses.", Some(Kind::Place));
        check("[Rohit Lal], a village elder, came.", None);
        check("Tess Lund, CEO of [Harper Vance], said so.", Some(Kind::Organization));
        check("[Harper Vance], founded in 2012, grew.", Some(Kind::Organization));
        check("[Harper Vance], born in 2012, grew.", None);
        check("I am from [Zaytoun] too.", Some(Kind::Place));
        check("The [James Webb] space telescope opened.", Some(Kind::Product));
        check("[James Webb] space fans came.", None);
        check("The [Soviet] spacecraft landed.", None);
    }

    /// What is sure of a marked name that the tagger took for one of a kind.
    #[track_caller]
    fn check_sure(marked: &str, tagged: Kind, expected: Option<Kind>) {
        let (document, tokens) = marked_name(marked);
        assert_eq!(sure_kind(&document, &tokens, tagged), expected, "{marked}");
    }

    #[test]
    fn words_around_a_name_leave_no_doubt() {
        let (person, place, body) = (Kind::Person, Kind::Place, Some(Kind::Organization));
        check_sure("[Portrannoch] 3-2 Ardvale City", person, body);
        check_sure("[France] 3-2 Ardvale City", place, None);
        check_sure("She is an analyst at the broker [Lyle Kesteven].", person, body);
        check_sure("She shouted at the goalkeeper [Lyle Kesteven].", person, None);
        check_sure("A spokesperson for [Nook & Lantern] came.", person, body);
        check_sure("A spokesperson for [Lyle Kesteven] came.", person, None);
        check_sure("The dam's operator, [Eaux du Levant], said so.", place, body);
        check_sure("The dam's operator, [Ana Roe], said so.", person, None);
        check_sure("They left the dam's town, [Eaux du Levant], at dawn.", place, None);
        check_sure("The star is cooler than the [Sun].", Kind::Organization, Some(place));
        check_sure("She told the [Sun] that she would stay.", Kind::Organization, None);
    }

    #[test]
    fn a_credit_names_who_took_it_and_for_whom() {
        check("(Photo: [Ines Calloway]/Northlight Images)", Some(Kind::Person));
        check("(Photo: Ines Calloway/[Northlight Images])", Some(Kind::Organization));
        check("Picture: Hery Rakoto/[Indian Ocean Press]", Some(Kind::Organization));
        check("(Photo: [Ines Calloway])", None);
        check("The ferry runs to [Ines Calloway]/Northlight Images", None);
    }

    #[test]
    fn a_relative_clause_says_what_is_named_after_it() {
        check("The company that held the horses, [Bluestem Stables], closed.", Some(Kind::Organization));
        check("The airline which flew there, [Roe Hall], closed.", Some(Kind::Organization));
        check("The horse that won the race, [Bluestem Stables], slept.", None);
        check("A company that held the horses sold [Bluestem Stables].", None);
    }

    #[test]
    fn a_result_is_of_clubs() {
        check("[Portrannoch] 3-2 Ardvale City (aet)", Some(Kind::Organization));
        check("Portrannoch 3–2 [Ardvale City] (aet)", Some(Kind::Organization));
        check("The [Portrannoch] 3-2 win came late.", None);
        check("Aged 3-2, [Ardvale City] came.", None);
        check("Roe beat [Ana Lund] 6-3 6-4.", None);
    }
}

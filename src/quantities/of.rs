//! What is counted: "1,200 *homes*", "an 11-*member trade agreement*", "one of the best *wireless speakers*".

use super::Scan;
use crate::document::{Document, Span, TokenKind};
use crate::model::{is_word, lists};
use crate::numerals::number::{Number, is_plural};
use crate::numerals::words;
use crate::tags::{Form, Pos, Relation};

/// Longer noun phrases are cut: they are lists, or headlines without a verb.
const LONGEST_PHRASE_TOKENS: usize = 7;
/// The "'s" of a possessor is among so many tokens: "one of the world's leading producers".
const FARTHEST_POSSESSIVE: usize = 4;

/// The counted noun phrase after the number that ends before token `end`; its last token is the noun. `many`: the noun is in the plural.
pub fn noun(scan: &Scan, end: usize, many: bool) -> Option<Span> {
    let document = scan.document;
    let hyphen = words::is_hyphen(document, end);
    // "2.1 last year": when it was, not what was counted.
    if end < document.tokens.len() && begins_time(document, end) {
        return None;
    }
    // "a three-point range", "six-cylinder engines": what the hyphen joins is counted, not what follows.
    if hyphen && matches!(document.lower_at(end as isize + 1), "odd" | "plus" | "ish" | "something") {
        return by_words(scan, end + 2, many);
    }
    if hyphen {
        let noun = document.tokens.get(end + 1).filter(|t| !t.spaced && t.kind == TokenKind::Word)?;
        return (!lists().not_counted.has(document.lower(end + 1))).then_some(noun.span);
    }
    // "4000+ professionals", "eleven or so churches".
    let plus = document.lower_at(end as isize) == "+" && !document.tokens[end].spaced;
    let or_so = document.lower_at(end as isize) == "or" && document.lower_at(end as isize + 1) == "so";
    if plus || or_so {
        return by_words(scan, end + if plus { 1 } else { 2 }, many);
    }
    if let Some(state) = state(scan, end) {
        return Some(state);
    }
    let by_tree = by_syntax(scan, end);
    // "dozens of Kia and Hyundai vehicles", "two oil-only heaters": the tree may stop too early.
    let by_tree = by_tree.filter(|span| {
        let after = document.tokens_in(*span).end;
        !matches!(document.lower_at(after as isize), "'s" | "'") && !words::is_hyphen(document, after)
    });
    let start = after_size(scan, end);
    let is_whole = |span: &Span| !many || counts_many(scan, *span);
    by_tree
        .filter(is_whole)
        .or_else(|| by_words(scan, start, many))
        .or(by_tree)
        .or_else(|| if many && document.lower_at(end as isize) != "of" { by_words(scan, start, false) } else { None })
        .filter(|span| !is_word(document.lower(document.tokens_in(*span).start), "scale"))
        .map(|span| whole_word(document, span))
        .map(|span| with_contents(scan, span))
        .map(|span| if many { with_coordinates(scan, span) } else { span })
}

/// Whether the last word of a noun phrase is in the plural.
pub fn counts_many(scan: &Scan, noun: Span) -> bool {
    scan.document.tokens_in(noun).last().is_some_and(|head| is_plural(scan.document.lower(head)))
}

/// "four million self-employed", "two passers-by": to the end of what hyphens join.
fn whole_word(document: &Document, span: Span) -> Span {
    let mut last = document.tokens_in(span).end - 1;
    let is_glued = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word);
    while words::is_hyphen(document, last + 1) && is_glued(last + 2) {
        last += 2;
    }
    span.cover(document.tokens[last].span)
}

/// "11 cities and regions", "dozens of bills, final rules and policies": one number counts them all.
fn with_coordinates(scan: &Scan, span: Span) -> Span {
    let (document, words) = (scan.document, &scan.syntax.words);
    let Some(head) = document.tokens_in(span).last().filter(|&head| is_many(scan, head)) else { return span };
    // "half a million people and hundreds of soldiers": the second is a number of its own.
    let is_number = |i: usize| scan.numbers.binary_search_by_key(&i, |n| n.tokens.start).is_ok();
    let is_conjunct =
        |i: usize| words[i].relation == Relation::Conj && words[i].head == head && is_many(scan, i) && !is_number(i);
    let is_inside = |i: usize| {
        matches!(document.lower(i), "," | "and")
            || words::is_hyphen(document, i)
            || matches!(words[i].pos, Pos::Noun | Pos::Propn | Pos::Adj)
    };
    let reach = head + 1..(head + 1 + LONGEST_PHRASE_TOKENS).min(words.len());
    let end = reach
        .take_while(|&i| is_inside(i) && !lists().number_words.has(document.lower(i)))
        .find(|&i| is_conjunct(i) && (head + 1..i).any(|j| document.lower(j) == "and"));
    end.map_or(span, |end| span.cover(document.tokens[end].span))
}

/// A noun in the plural.
fn is_many(scan: &Scan, at: usize) -> bool {
    scan.document.tokens[at].kind == TokenKind::Word
        && is_plural(scan.document.lower(at))
        && scan.syntax.words.get(at).is_some_and(|word| word.pos == Pos::Noun)
}

/// "27 dead", "19 wounded in the town", "the three deceased": a state that stands for those who are in it.
fn state(scan: &Scan, end: usize) -> Option<Span> {
    let document = scan.document;
    let token = document.tokens.get(end).filter(|_| is_word(document.lower(end), "state"))?;
    let next = document.lower_at(end as isize + 1);
    let goes_on = document.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Word)
        && (is_plural(next)
            || is_tagged(scan, end + 1) && matches!(scan.syntax.words[end + 1].pos, Pos::Noun | Pos::Adj));
    (!goes_on).then_some(token.span)
}

/// Where what is counted begins after its size: the "packs" of "two 12-roll packs", the "cartons" of "six million 300ml cartons".
fn after_size(scan: &Scan, end: usize) -> usize {
    let document = scan.document;
    let is_number = document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number && t.spaced);
    let sized =
        is_number && words::is_hyphen(document, end + 1) && document.tokens.get(end + 2).is_some_and(|t| !t.spaced);
    let glued = is_number && document.word(end).ends_with(|c: char| c.is_ascii_alphabetic());
    let start = end + if sized { 3 } else { usize::from(glued) };
    // "the three 5-year-old girls".
    if sized && words::is_hyphen(document, start) { start + 2 } else { start }
}

/// "38 cases of torture", "500 species of insects": the whole phrase, where the first noun only portions the second.
fn with_contents(scan: &Scan, span: Span) -> Span {
    let document = scan.document;
    let end = document.tokens_in(span).end;
    let portions = is_word(document.lower(end - 1), "portion") && document.lower_at(end as isize) == "of";
    let contents = || {
        let first = end + 1;
        let token = document.tokens.get(first).filter(|t| t.kind == TokenKind::Word)?;
        (!is_determiner(document.lower(first)) && token.spaced).then_some(())?;
        by_words(scan, first, false)
    };
    if portions { contents().map_or(span, |inner| span.cover(inner)) } else { span }
}

/// "the first African American to vote", "the second Briton": an adjective of a people that stands for one of it.
pub fn people(scan: &Scan, first: usize) -> Option<Span> {
    let document = scan.document;
    let is_people =
        |&i: &usize| document.is_capitalized(i) && matches!(scan.syntax.words[i].pos, Pos::Adj | Pos::Propn);
    let last = (first..(first + LONGEST_PHRASE_TOKENS).min(document.tokens.len())).take_while(is_people).last()?;
    let ends = matches!(document.lower_at(last as isize + 1), "to" | "who" | "in" | "since" | "ever" | "," | "." | "");
    ends.then(|| document.span(first, last))
}

/// "a pick or two": the noun stands before.
pub fn noun_or(scan: &Scan, number: &Number) -> Option<Span> {
    let first = number.tokens.start as isize;
    let is_two = scan.lower(first - 1) == "or" && !number.is_digits && number.value <= 3.;
    let has_article = matches!(scan.lower(first - 3), "a" | "an" | "another");
    let noun = number.tokens.start.checked_sub(2).filter(|_| is_two && has_article)?;
    (scan.syntax.words[noun].pos == Pos::Noun).then(|| scan.document.tokens[noun].span)
}

/// The noun that the tree says the number belongs to: its head, or the head of the "of" after it.
fn by_syntax(scan: &Scan, end: usize) -> Option<Span> {
    let document = scan.document;
    let syntax = scan.syntax;
    let number = end.checked_sub(1)?;
    let word = syntax.words.get(number)?;
    let is_noun =
        |i: usize| document.tokens[i].kind == TokenKind::Word && matches!(syntax.words[i].pos, Pos::Noun | Pos::Propn);
    let (first, head) = if matches!(word.relation, Relation::Nummod | Relation::Amod) && word.head >= end {
        (end, word.head)
    } else {
        let of = syntax.children(number).find(|&c| {
            c > end
                && syntax.words[c].relation == Relation::Nmod
                && syntax.child(c, &[Relation::Case]).is_some_and(|case| case == end && document.lower(case) == "of")
        })?;
        // "two of the seven authors": authors.
        let skips = |i: usize| is_determiner(document.lower(i)) || lists().number_words.has(document.lower(i));
        let first = (end + 1..of).find(|&i| !skips(i)).unwrap_or(of);
        (first, of)
    };
    let mut head = head;
    // "four FA Cup | finals", "11 member | trade agreement".
    while (!is_plural(document.lower(head)) || is_plural(document.lower_at(head as isize + 1)))
        && syntax.words.get(head + 1).is_some_and(|w| matches!(w.pos, Pos::Noun | Pos::Propn))
        && document.tokens[head + 1].spaced
        && document.sentence_of(head + 1) == document.sentence_of(head)
    {
        head += 1;
    }
    let is_phrase = (first..head).all(|i| match document.tokens[i].kind {
        TokenKind::Word => !is_stop(scan, i) && !lists().number_words.has(document.lower(i)),
        // "three COVID-19 tests", "8,000 Type 5 barges".
        TokenKind::Number => words::is_hyphen(document, i - 1) || i > first && document.is_capitalized(i - 1),
        _ => words::is_hyphen(document, i),
    });
    (is_noun(head) && is_phrase && head - first < LONGEST_PHRASE_TOKENS && !is_stop(scan, head))
        .then(|| document.span(first, head))
}

/// Whether the word ends a noun phrase; "US" is a country, "AM" a band of radio, "lives" after "cost" a noun.
fn is_stop(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let word = document.lower(at);
    let is_country = matches!(document.word(at), "US" | "AM");
    let is_noun = word == "lives" && is_tagged(scan, at) && scan.syntax.words[at].pos == Pos::Noun;
    let is_named = document.is_capitalized(at) && at > 0 && document.is_capitalized(at - 1);
    let is_state = is_word(word, "state")
        && document.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && is_plural(document.lower(at + 1)));
    lists().not_counted.has(word) && !is_country && !is_noun && !is_named && !is_state && !is_attribute(scan, at)
        || begins_time(document, at)
}

/// "last year" of "took third place last year".
fn begins_time(document: &Document, at: usize) -> bool {
    let next = document.lower_at(at as isize + 1);
    matches!(document.lower(at), "last" | "next" | "this")
        && !is_plural(next)
        && lists().units.get(next).is_some_and(|row| row.contains("\ttime\t"))
}

/// "150 live performances", "17 high-level officials", "65 under-five children": an adjective, or the first half of a compound.
fn is_attribute(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let is_adjective = is_tagged(scan, at)
        && scan.syntax.words[at].pos == Pos::Adj
        && matches!(document.lower(at), "live" | "high" | "low" | "long" | "deep" | "longer" | "missing" | "injured");
    opens_compound(document, at)
        || is_adjective
            && document
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.kind == TokenKind::Word && is_plural(document.lower(at + 1)))
}

/// The "under" of "under-five children": words that hyphens join without spaces.
fn opens_compound(document: &Document, at: usize) -> bool {
    let is_glued = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced);
    let is_link = matches!(document.lower(at), "to" | "and" | "or");
    words::is_hyphen(document, at + 1) && is_glued(at + 1) && is_glued(at + 2) && !is_link
}

fn is_determiner(word: &str) -> bool {
    is_word(word, "determiner")
}

/// The noun by its look: the first plural after the number, with what stands between.
fn by_words(scan: &Scan, end: usize, many: bool) -> Option<Span> {
    let document = scan.document;
    let first = first_of_phrase(document, end);
    let sentence_end = document.sentences.get(document.sentence_of(end.saturating_sub(1)))?.tokens.end;
    let last_allowed = sentence_end.min(first + LONGEST_PHRASE_TOKENS);
    let (mut head, mut before_link) = (None, None);
    for at in first..last_allowed {
        let is_link = many && at > first && matches!(document.lower(at), "and" | "or") && before_link.is_none();
        if is_link {
            before_link = Some(head);
        }
        if is_link || at > first && is_joint(document, at) {
            continue;
        }
        let opens = many && at == first && opens_with_plural(scan, at);
        // "two oil-only heater models": what a hyphen joins is part, whatever it is.
        let is_joined = at > first && words::is_hyphen(document, at - 1);
        if !opens && (document.tokens[at].kind != TokenKind::Word || !is_part(scan, at) && !is_joined) {
            break;
        }
        if opens || is_noun(scan, at, many) {
            head = Some(at);
            // A plural ends the phrase, unless one more follows at once: "sales representatives".
            // "10 women's teams": teams are counted.
            if many && is_plural(document.lower(at)) && !goes_on(scan, at + 1) {
                if is_plural(document.lower_at(at as isize + 2)) && document.lower_at(at as isize + 1) == "'s" {
                    head = Some(at + 2);
                }
                break;
            }
        }
    }
    // "Kia and Hyundai vehicles" goes on to its plural; "a man and his dog" does not.
    if let Some(before) = before_link
        && !head.is_some_and(|h| is_plural(document.lower(h)))
    {
        head = before;
    }
    head.map(|head| document.span(first, head))
}

/// Where the phrase begins: after "of the", after "other", after a possessor.
fn first_of_phrase(document: &Document, end: usize) -> usize {
    let lower = |at: usize| document.lower_at(at as isize);
    let mut first = end;
    if lower(first) == "of" {
        first += 1;
        while is_determiner(lower(first)) || matches!(lower(first), "most" | "more") {
            first += 1;
        }
    }
    // "two other children", "the four earlier primaries".
    if matches!(lower(first), "other" | "more" | "further" | "additional" | "such")
        || matches!(lower(first), "earlier" | "later" | "previous") && is_plural(lower(first + 1))
    {
        first += 1;
    }
    let is_possessive = |i: usize| document.lower(i) == "'s" && document.tokens[i].kind == TokenKind::Word;
    let possessor = (first..(first + FARTHEST_POSSESSIVE).min(document.tokens.len())).find(|&i| is_possessive(i));
    possessor.filter(|_| first > end).map_or(first, |i| i + 1)
}

/// A hyphen, or a number that a hyphen or a capital joins to the phrase.
fn is_joint(document: &Document, at: usize) -> bool {
    words::is_hyphen(document, at)
        || document.tokens[at].kind == TokenKind::Number
            && (words::is_hyphen(document, at - 1) || document.is_capitalized(at - 1))
}

fn opens_with_plural(scan: &Scan, at: usize) -> bool {
    is_plural(scan.document.lower(at))
        && scan.document.tokens[at].kind == TokenKind::Word
        && !is_stop(scan, at)
        && !is_predicate(scan, at)
}

/// "a reading of 100 separates growth from decline", "CentOS 7 seems to be unaffected": a verb and its object.
fn is_predicate(scan: &Scan, at: usize) -> bool {
    let words = &scan.syntax.words;
    let next = words.get(at + 1).map(|next| next.pos);
    let is_reading = scan.document.lower_at(at as isize - 2) == "of";
    let is_verb = words[at].pos == Pos::Verb && words[at].form == Form::Vbz;
    is_verb && (next == Some(Pos::Part) || is_reading && matches!(next, Some(Pos::Det | Pos::Noun | Pos::Adj)))
}

fn is_tagged(scan: &Scan, at: usize) -> bool {
    scan.syntax.words[at].pos != Pos::X
}

fn is_part(scan: &Scan, at: usize) -> bool {
    let word = scan.document.lower(at);
    if is_stop(scan, at) || word.starts_with('\'') && word.len() < 3 {
        return false;
    }
    if is_word(word, "state") || opens_compound(scan.document, at) {
        return true;
    }
    if !is_tagged(scan, at) {
        return true;
    }
    let syntax = scan.syntax.words[at];
    match syntax.pos {
        Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Adv | Pos::X => true,
        // "four FA Cup finals with": a plural that was taken for a verb.
        Pos::Verb => {
            matches!(syntax.form, Form::Vbn | Form::Vbg | Form::Vbd)
                || is_plural(word)
                    && scan
                        .syntax
                        .words
                        .get(at + 1)
                        .is_some_and(|w| matches!(w.pos, Pos::Adp | Pos::Pron | Pos::Punct | Pos::Sconj))
        }
        _ => false,
    }
}

fn is_noun(scan: &Scan, at: usize, many: bool) -> bool {
    let word = scan.document.lower(at);
    if is_tagged(scan, at) {
        return matches!(scan.syntax.words[at].pos, Pos::Noun | Pos::Propn) || scan.syntax.words[at].form == Form::Vbz;
    }
    if many { is_plural(word) } else { word.len() > 2 && !word.ends_with("ly") && !word.ends_with("ed") }
}

/// Another noun right after a plural.
fn goes_on(scan: &Scan, at: usize) -> bool {
    let Some(token) = scan.document.tokens.get(at) else { return false };
    token.kind == TokenKind::Word
        && is_plural(scan.document.lower(at))
        && is_part(scan, at)
        && (!is_tagged(scan, at) || matches!(scan.syntax.words[at].pos, Pos::Noun))
}

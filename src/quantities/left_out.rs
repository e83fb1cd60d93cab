//! What is counted, where it is said once: "rose to 5.2 million kettles from 1.9 million", "deaths stood at 66".

use super::{Kind, Quantity, Scan, of};
use crate::document::{Span, TokenKind};
use crate::model::{is_word, lists};
use crate::numerals::number::is_plural;
use crate::tags::{Form, Pos, Relation};

/// Steps up the tree from a number to the verb whose subject it measures.
const CLIMB_STEPS: usize = 4;

/// Gives numbers without a noun or a unit those of what they belong to.
pub fn fill(scan: &Scan, quantities: &mut [Quantity]) {
    for i in 0..quantities.len() {
        if let Some(noun) = suspended(scan, quantities, i) {
            quantities[i].of = Some(noun);
        }
        if !is_bare(&quantities[i]) {
            continue;
        }
        let found = (in_brackets(scan, &quantities[i]).map(Owner::Noun))
            .or_else(|| named_before(scan, &quantities[i]).map(Owner::Noun))
            .or_else(|| coordinated(scan, quantities, i))
            .or_else(|| compared(scan, quantities, i))
            .or_else(|| subject(scan, &quantities[i]).map(Owner::Noun))
            .or_else(|| listed(scan, quantities, i))
            .or_else(|| in_series(scan, quantities, i));
        match found {
            Some(Owner::Noun(span)) => quantities[i].of = Some(span),
            Some(Owner::Quantity(other)) => {
                let (kind, unit, of) = (quantities[other].kind, quantities[other].unit.clone(), quantities[other].of);
                let quantity = &mut quantities[i];
                (quantity.unit, quantity.of) = (unit, of);
                if quantity.unit.is_some() {
                    quantity.kind = kind;
                }
            }
            None => {}
        }
    }
}

/// Where the noun or unit is taken from.
enum Owner {
    Noun(Span),
    Quantity(usize),
}

fn is_bare(quantity: &Quantity) -> bool {
    quantity.kind == Kind::Count && quantity.of.is_none() && quantity.unit.is_none() && quantity.parts.is_none()
}

/// "18 FM and five AM stations", "three Republican and two Democratic senators": the noun stands after the second number.
fn suspended(scan: &Scan, quantities: &[Quantity], i: usize) -> Option<Span> {
    let document = scan.document;
    let (one, two) = (&quantities[i], quantities.get(i + 1)?);
    let (of, noun) = (one.of?, two.of.filter(|_| one.kind == Kind::Count && two.kind == Kind::Count)?);
    let tokens = document.tokens_in(of);
    // "27 dead and 19 wounded people": a state counts those who are in it.
    let is_sort = (document.is_capitalized(tokens.start) || scan.syntax.words[tokens.start].pos == Pos::Adj)
        && !is_word(document.lower(tokens.start), "state");
    let hangs = tokens.len() == 1
        && (is_sort && !of::counts_many(scan, of))
        && tokens.end + 1 == two.tokens.start
        && matches!(document.lower(tokens.end), "and" | "or");
    (one.value != Some(1.) && of::counts_many(scan, noun) && (hangs || of.end > two.span.start)).then_some(noun)
}

/// "13 (inmates) dead".
fn in_brackets(scan: &Scan, quantity: &Quantity) -> Option<Span> {
    let end = quantity.tokens.end;
    let noun = scan.document.tokens.get(end + 1)?;
    let is_bracketed = scan.lower(end as isize) == "(" && scan.lower(end as isize + 2) == ")";
    (is_bracketed && noun.kind == TokenKind::Word && is_plural(scan.document.lower(end + 1))).then_some(noun.span)
}

/// "a population of 12 million", "leaving fatalities at 5,226".
fn named_before(scan: &Scan, quantity: &Quantity) -> Option<Span> {
    let document = scan.document;
    let link = usize::try_from(before(scan, quantity)).ok()?;
    let noun = link.checked_sub(1)?;
    let is_population = is_word(document.lower(noun), "gauge") && matches!(document.lower(link), "of" | "with");
    let is_toll = document.lower(link) == "at"
        && matches!(document.lower(noun), "fatalities" | "deaths" | "casualties" | "infections");
    (is_population || is_toll).then(|| document.tokens[noun].span)
}

/// "41,773 and 11,189 infections", "3 and 5 per cent"; "US$ 300 million and 1.7 million, respectively".
fn coordinated(scan: &Scan, quantities: &[Quantity], i: usize) -> Option<Owner> {
    let quantity = &quantities[i];
    let end = quantity.tokens.end;
    let joins = |at: usize| matches!(scan.lower(at as isize), "and" | "or" | "to");
    let next = quantities.get(i + 1).filter(|q| q.tokens.start == end + 1 && joins(end));
    // "lost 3 million and 20 others".
    let is_other = |of: Span| matches!(scan.document.slice(of), "others" | "more");
    let counts = |q: &Quantity| q.kind == Kind::Count && q.of.is_some_and(|of| !is_other(of));
    // "1 and 5 million litres": of which the first are millions is not said.
    // "17 shots to their nine and 58 per cent of the ball": a word and digits are no pair.
    let in_digits = |q: &Quantity| scan.document.word(q.tokens.start).starts_with(|c: char| c.is_ascii_digit());
    let measures = |q: &Quantity| {
        matches!(q.kind, Kind::Measure | Kind::Percent)
            && q.unit.is_some()
            && q.magnitude == quantity.magnitude
            && in_digits(q) == in_digits(quantity)
    };
    if next.is_some_and(|q| counts(q) || measures(q)) {
        return Some(Owner::Quantity(i + 1));
    }
    let last = quantities.get(i.checked_sub(1)?)?;
    let is_respective = (0..2).any(|n| scan.lower((end + n) as isize) == "respectively");
    (last.tokens.end + 1 == quantity.tokens.start
        && joins(last.tokens.end)
        && is_respective
        && last.kind != Kind::Ordinal)
        .then_some(Owner::Quantity(i - 1))
}

/// "… kettles from 1.9 million", "bikes compared with 58 in 2019", "4 million lamps, including 1.2 million".
fn compared(scan: &Scan, quantities: &[Quantity], i: usize) -> Option<Owner> {
    let quantity = &quantities[i];
    let before = before(scan, quantity);
    let link = scan.lower(before);
    let links = is_word(link, "compares-with")
        || matches!(link, "with" | "to") && scan.lower(before - 1) == "compared"
        || link == "to" && lists().change_words.has(scan.lower(before - 1)) && has_contrast(scan, quantity);
    let (j, owner) = earlier(scan, quantities, i)?;
    // "from five people to six", "from 108,000 in 2013 to 59,000", "there are now 480", "should be closer to 600".
    let links = links
        || link == "to" && (scan.lower(self::before(scan, owner)) == "from" || scan.lower(before - 1) == "closer")
        || is_there(scan, before) && ends_clause(scan, quantity.tokens.end);
    let alike = owner
        .value
        .zip(quantity.value)
        .is_none_or(|(a, b)| a == 0. || b == 0. || (b / a).abs() < 1e4 && (a / b).abs() < 1e4);
    (links && alike && matches!(owner.kind, Kind::Count | Kind::Measure | Kind::Money | Kind::Percent))
        .then_some(Owner::Quantity(j))
}

fn ends_clause(scan: &Scan, end: usize) -> bool {
    matches!(scan.lower(end as isize), "" | "." | "," | ";" | "in" | "there" | "and" | "but")
}

/// "there are now 480": token `at` is the verb, or an adverb after it.
fn is_there(scan: &Scan, at: isize) -> bool {
    let verb = at - isize::from(matches!(scan.lower(at), "now" | "currently" | "still" | "today"));
    matches!(scan.lower(verb), "are" | "were" | "be") && (1..=2).any(|back| scan.lower(verb - back) == "there")
}

/// "…, while the Vilnius one rose to 655.2".
fn has_contrast(scan: &Scan, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start as isize;
    (1..10).any(|back| matches!(scan.lower(start - back), "while" | "whereas" | "one"))
}

/// "three in Riga and two in Tartu", "40 homes, 12 of which burned", "500 species, some 250 are rare", "12 men were hurt, 3 critically".
fn listed(scan: &Scan, quantities: &[Quantity], i: usize) -> Option<Owner> {
    let quantity = &quantities[i];
    let end = quantity.tokens.end as isize;
    let follows = match scan.lower(end) {
        "of" => matches!(scan.lower(end + 1), "which" | "whom" | "them" | "those"),
        "in" | "from" | "on" | "at" | "between" | "more" | "others" | "other" | "are" | "were" => true,
        word => {
            let tag = scan.syntax.words.get(end as usize).map(|w| w.pos);
            let is_manner = tag == Some(Pos::Adv) && word.ends_with("ly");
            let ends = matches!(word, "," | "." | ";" | "") && is_word(scan.lower(before(scan, quantity)), "wins");
            is_manner || ends
        }
    };
    let (j, owner) = earlier(scan, quantities, i)?;
    let counts_many = owner.of.is_some_and(|of| of::counts_many(scan, of));
    // "one person in Riga and one in Tartu".
    let is_another = quantity.value == Some(1.) && owner.of.is_some();
    let is_part = !quantity.step.is_nan() && quantity.value.is_none_or(|v| v.fract() == 0.);
    (follows && is_part && owner.kind == Kind::Count && (counts_many || is_another)).then_some(Owner::Quantity(j))
}

/// Farthest in tokens from an opening bracket to the last number of a range in it: "(up from 1,253 to 1,435".
const BRACKET_TOKENS: usize = 5;

/// The bracket after a name that holds a number and little else: "Australia (20 million)", "Junin (+3,192)", "Ate (788 to 1,222)".
fn bracket(scan: &Scan, quantity: &Quantity) -> Option<usize> {
    let document = scan.document;
    let first = quantity.tokens.start;
    let is_inside = |&i: &usize| {
        document.tokens[i].kind == TokenKind::Number
            || matches!(document.lower(i), "to" | "from" | "+" | "-" | "with" | "up" | "down")
            || lists().hedges.has(document.lower(i))
    };
    let open = (first.saturating_sub(BRACKET_TOKENS)..first).rev().find(|i| !is_inside(i))?;
    let closes = matches!(document.lower_at(quantity.tokens.end as isize), ")" | "to");
    let before = open.checked_sub(1)?;
    let is_led = document.is_capitalized(before) || lists().change_words.has(document.lower(before));
    (closes && document.word(open) == "(" && is_led).then_some(open)
}

/// Numbers below this in brackets after names are as often ranks, ages and numbers of shirts.
const SURE_IN_BRACKETS: f64 = 100.;

/// "Indonesia (21 million tons), Australia (20 million)", "Cases went up in Ate (788 to 1,222)": one thing is counted in a row of places.
fn in_series(scan: &Scan, quantities: &[Quantity], i: usize) -> Option<Owner> {
    let document = scan.document;
    let open = bracket(scan, &quantities[i])?;
    let sentence = document.sentence_of(open);
    let same = |q: &&Quantity| document.sentence_of(q.tokens.start) == sentence;
    let last = quantities[..i].iter().rev().take_while(same).take(2).position(|q| bracket_or_unit(scan, q));
    if let Some(back) = last {
        return Some(Owner::Quantity(i - 1 - back));
    }
    let quantity = &quantities[i];
    let is_sure = scan.lower(quantity.tokens.start as isize - 1) == "+" || quantity.value? >= SURE_IN_BRACKETS;
    is_sure.then_some(())?;
    let start = document.sentences[sentence].tokens.start;
    let is_subject = |&at: &usize| matches!(scan.syntax.words[at].relation, Relation::Nsubj | Relation::NsubjPass);
    let subject = (start..open).find(is_subject)?;
    counted(scan, subject).map(|at| Owner::Noun(document.tokens[at].span))
}

/// A number in a bracket of its own, which says what it counts or in which unit.
fn bracket_or_unit(scan: &Scan, quantity: &Quantity) -> bool {
    let opens = quantity.tokens.start.checked_sub(1).is_some_and(|at| scan.document.word(at) == "(");
    !is_bare(quantity)
        && matches!(quantity.kind, Kind::Count | Kind::Measure | Kind::Money | Kind::Percent)
        && (opens || bracket(scan, quantity).is_some())
}

/// The last quantity before number `i` in its sentence that has a noun or a unit.
fn earlier<'q>(scan: &Scan, quantities: &'q [Quantity], i: usize) -> Option<(usize, &'q Quantity)> {
    let sentence = scan.document.sentence_of(quantities[i].tokens.start);
    quantities[..i]
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, q)| scan.document.sentence_of(q.tokens.start) == sentence)
        .filter(|(_, q)| q.restates.is_none())
        .find(|(_, q)| matches!(q.kind, Kind::Count | Kind::Measure | Kind::Money | Kind::Percent) && !is_bare(q))
}

/// The token before a quantity, over its hedges and articles.
fn before(scan: &Scan, quantity: &Quantity) -> isize {
    let mut at = quantity.tokens.start as isize - 1;
    while at > 0
        && (lists().hedges.has(scan.lower(at))
            || matches!(scan.lower(at), "a" | "an" | "just" | "only" | "than" | "+")
            || matches!(scan.lower(at), "more" | "fewer" | "less") && scan.lower(at + 1) == "than")
    {
        at -= 1;
    }
    at
}

/// "Infections surpassed one million", "the number of deaths is 66", "fatalities at 5,226".
fn subject(scan: &Scan, quantity: &Quantity) -> Option<Span> {
    let document = scan.document;
    let before = before(scan, quantity);
    // "surpassed" hedges the number, and says that it was reached.
    let reaches = |at: isize| is_word(scan.lower(at), "reaches");
    let changes = |at: isize| reaches(at) || lists().change_words.has(scan.lower(at));
    let led = reaches(before)
        || reaches(quantity.tokens.start as isize - 1)
        || matches!(scan.lower(before), "to" | "at" | "by") && (1..=2).any(|n| changes(before - n));
    let leaves = scan.lower(before) == "from" && lists().change_words.has(scan.lower(before - 1));
    (led || leaves).then_some(())?;
    if let Some(noun) = number_of(scan, quantity) {
        return Some(noun);
    }
    let mut up = quantity.tokens.end - 1;
    for _ in 0..CLIMB_STEPS {
        let head = scan.syntax.words.get(up)?.head;
        if head == up {
            break;
        }
        up = head;
        if let Some(subject) =
            scan.syntax.child(up, &[Relation::Nsubj, Relation::NsubjPass]).filter(|&s| s < quantity.tokens.start)
        {
            return counted(scan, subject).map(|at| document.tokens[at].span);
        }
        // "new cases climbed from 2,610", where the verb was taken for a participle of its subject.
        let noun = scan.syntax.words[up].head;
        if scan.syntax.words[up].relation == Relation::Acl && noun + 1 == up {
            return counted(scan, noun).map(|at| document.tokens[at].span);
        }
    }
    // "deaths are 66": the number heads the clause.
    let own = scan.syntax.child(quantity.tokens.end - 1, &[Relation::Nsubj]).filter(|&s| s < quantity.tokens.start)?;
    counted(scan, own).map(|at| document.tokens[at].span)
}

/// Farthest in tokens from "the number of" to its number.
const FARTHEST_NUMBER: usize = 16;

/// "the total number of confirmed deaths linked to the virus surpassed 100,000": what the number is of, whatever lies between.
fn number_of(scan: &Scan, quantity: &Quantity) -> Option<Span> {
    let document = scan.document;
    let first = quantity.tokens.start;
    let start = document.sentences[document.sentence_of(first)].tokens.start.max(first.saturating_sub(FARTHEST_NUMBER));
    let number = (start..first).rev().find(|&at| document.lower(at) == "number" && document.lower(at + 1) == "of")?;
    counted(scan, number).filter(|&noun| noun < first).map(|noun| document.tokens[noun].span)
}

/// The noun in the plural that a subject counts: itself, or what "the number of" is about; or a gauge: "the population", "the index".
fn counted(scan: &Scan, subject: usize) -> Option<usize> {
    let document = scan.document;
    if let Some(state) = those(scan, subject) {
        return Some(state);
    }
    if is_word(document.lower(subject), "gauge") {
        return Some(subject);
    }
    let is_many = |at: usize| {
        document.tokens[at].kind == TokenKind::Word
            && is_plural(document.lower(at))
            && scan.syntax.words[at].pos == Pos::Noun
            && !is_word(document.lower(at), "no-count")
    };
    if is_many(subject) {
        return Some(subject);
    }
    let is_number = matches!(
        document.lower(subject),
        "number" | "total" | "count" | "figure" | "rise" | "increase" | "drop" | "fall" | "decline" | "jump"
    );
    let noun = scan.syntax.child(subject, &[Relation::Nmod]).filter(|_| is_number)?;
    those(scan, noun).or_else(|| is_many(noun).then_some(noun))
}

/// The "infected" of "those infected".
fn those(scan: &Scan, at: usize) -> Option<usize> {
    let word = scan.syntax.words.get(at + 1).filter(|_| scan.document.lower(at) == "those")?;
    let is_state = word.pos == Pos::Adj || word.form == Form::Vbn;
    is_state.then_some(at + 1)
}

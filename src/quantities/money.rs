//! "US$40 billion", "£2.3m", "500,000 rand", "Rs 3 crore", "a 5 cent rise", "280 million shekels a year".

use super::{Draft, Kind, Scan, dollar, measure};
use crate::document::{Document, TokenKind};
use crate::model::{is_word, lists};
use crate::numerals::number::{Number, Shape, is_sign};
use crate::numerals::words;

/// A currency: its code, how many parts make its main unit, where in the text it ends and begins.
struct Currency {
    code: &'static str,
    per: u32,
    /// The power of ten that its own letters say: 6 in "MSEK".
    power: i32,
    start: usize,
    end: usize,
    end_byte: u32,
}

/// A number with a currency before or after it.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    (number.shape != Shape::Ordinal).then_some(())?;
    let (draft, used) = single(scan, at)?;
    Some(with_cents(scan, at, draft, used))
}

/// "20 dollars and 43 cents", "£3 50p", "15 dollars 50": the small change belongs to it.
fn with_cents(scan: &Scan, at: usize, draft: Draft, used: usize) -> (Draft, usize) {
    match change(scan, at, &draft) {
        Some(both) => (both, used + 1),
        None => (draft, used),
    }
}

fn change(scan: &Scan, at: usize, draft: &Draft) -> Option<Draft> {
    let next = scan.numbers.get(at + 1)?;
    let end = draft.quantity.tokens.end;
    let gap = next.tokens.start.checked_sub(end)?;
    (gap == 0 || gap == 1 && scan.lower(end as isize) == "and").then_some(())?;
    let (small_end, end_byte) = match after(scan, next) {
        Some(small) if small.per == 100 => (small.end, small.end_byte),
        None if is_bare_change(scan, draft, next) => (next.tokens.end, next.span.end),
        _ => return None,
    };
    let (whole, cents) = (draft.quantity.value?, next.decimal);
    (whole.fract() == 0. && (0. ..100.).contains(&cents.value()) && draft.quantity.unit.is_some()).then_some(())?;
    let mut both = draft.clone();
    let whole = crate::numerals::decimal::Decimal::whole(whole as i128);
    both.quantity.value = Some(whole.plus(cents.shifted(-2))?.value());
    both.quantity.step = 0.01;
    both.quantity.tokens.end = small_end;
    both.quantity.span.end = end_byte;
    Some(both)
}

/// The 50 of "15 dollars 50": two digits that end the phrase, after a name.
fn is_bare_change(scan: &Scan, draft: &Draft, next: &Number) -> bool {
    let document = scan.document;
    let ends = document.tokens.get(next.tokens.end).is_none_or(|t| t.kind == TokenKind::Punctuation);
    let last = draft.quantity.tokens.end - 1;
    ends && draft.magnitude == 0
        && next.tail.is_empty()
        && next.prefix.is_empty()
        && (10. ..100.).contains(&next.value)
        && next.value.fract() == 0.
        && document.tokens[last].kind == TokenKind::Word
        && last >= draft.quantity.tokens.start
        && draft.quantity.kind == Kind::Money
        && scan.time_at(next.tokens.start).is_none()
}

fn single(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    let currency = before(scan, number).or_else(|| after(scan, number))?;
    let mut draft = scan.draft(at, Kind::Money, currency.end);
    let quantity = &mut draft.quantity;
    let first = currency.start.min(number.tokens.start);
    quantity.tokens.start = first;
    quantity.span.start = scan.document.tokens[first].span.start;
    quantity.span.end = currency.end_byte.max(number.span.end);
    quantity.unit = (!currency.code.is_empty()).then(|| currency.code.to_owned());
    if currency.per > 1 && number.shape != Shape::Fraction {
        let small = number.decimal.shifted(-(currency.per.ilog10() as i32)).value();
        quantity.value = quantity.value.map(|_| small);
        quantity.low = quantity.low.map(|_| small);
        quantity.high = quantity.high.map(|high| high / f64::from(currency.per));
        quantity.step /= f64::from(currency.per);
    }
    // "-$5" and "$-5" are less than nothing.
    if first >= 1
        && scan.document.word(first - 1) == "-"
        && scan.document.tokens[first - 1].spaced
        && !scan.document.tokens[first].spaced
        && currency.start < number.tokens.start
    {
        quantity.value = quantity.value.map(|v| -v.abs());
        quantity.span.start = scan.document.tokens[first - 1].span.start;
        quantity.tokens.start = first - 1;
    }
    if first >= 1 && scan.lower(first as isize - 1) == "minus" && currency.start < number.tokens.start {
        quantity.value = quantity.value.map(|v| -v.abs());
        quantity.span.start = scan.document.tokens[first - 1].span.start;
        quantity.tokens.start = first - 1;
    }
    draft.has_unit = true;
    magnify(scan, &mut draft, number, &currency);
    measure::per(scan, &mut draft);
    Some((draft, 1))
}

/// "75 USD million", "MSEK 120", "30 MEUR": what of the magnitude stands with the currency.
fn magnify(scan: &Scan, draft: &mut Draft, number: &Number, currency: &Currency) {
    if number.magnitude != 0 || draft.quantity.value.is_none() {
        return;
    }
    let end = draft.quantity.tokens.end;
    let (power, tokens) = match words::magnitude(scan.document, end) {
        Some((power @ 6.., 1)) if currency.power == 0 => (power, 1),
        _ => (currency.power, 0),
    };
    if power == 0 {
        return;
    }
    let value = number.decimal.shifted(power);
    (draft.quantity.value, draft.quantity.step) = (Some(value.value()), value.step());
    (draft.magnitude, draft.quantity.magnitude) = (power, power);
    if tokens > 0 {
        draft.quantity.tokens.end = end + 1;
        draft.quantity.span.end = scan.document.tokens[end].span.end;
    }
}

/// "MSEK", "KEUR", "TEUR": letters for a million or a thousand of a currency, as Nordic and German firms write them.
pub(super) fn scaled(word: &str) -> Option<(&'static str, i32)> {
    let code = word.get(1..).filter(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()))?;
    let power = match word.as_bytes()[0] {
        b'M' => 6,
        b'k' | b'K' => 3,
        b'T' if matches!(code, "EUR" | "SEK" | "NOK" | "DKK" | "CHF" | "USD") => 3,
        _ => return None,
    };
    let row = lists().currencies.get(&code.to_lowercase()).filter(|row| row.contains("\tboth"))?;
    Some((row.split('\t').next()?, power))
}

/// "$", "US$", "HK $", "RM", "USD ", "Y=", and the "$" of "$US5".
fn before(scan: &Scan, number: &Number) -> Option<Currency> {
    let document = scan.document;
    let start = number.tokens.start;
    let mut code = if number.prefix.is_empty() { "" } else { code_of(&number.prefix.to_lowercase())? };
    let mut first = start;
    let sign_at = |i: usize| {
        is_sign(document, i)
            && (document.tokens[i].kind == TokenKind::Symbol
                || !document.tokens[start].spaced
                || document.word(i).len() > 1)
    };
    if first >= 1 && sign_at(first - 1) {
        first -= 1;
        if code.is_empty() {
            code = code_of(document.lower(first))?;
        }
        if let Some(named) = dollar_of(document, first) {
            (code, first) = (named, first - 1);
        } else if document.lower(first) == "$" && number.prefix.is_empty() && !is_american(scan, number) {
            code = dollar::local(scan);
        }
    } else if first >= 2
        && document.word(first - 1) == "."
        && !document.tokens[first - 1].spaced
        && matches!(document.word(first - 2), "Rs" | "Rp" | "Tk" | "Sh" | "Dh")
    {
        (code, first) = (code_of(document.lower(first - 2))?, first - 2);
    } else if first >= 2 && document.word(first - 1) == "=" && matches!(document.word(first - 2), "Y" | "\u{a5}") {
        (code, first) = ("JPY", first - 2);
    }
    if first == start && number.prefix.is_empty() {
        return scaled_before(scan, number).or_else(|| word_before(scan, number));
    }
    let (mut end, mut end_byte) = national(scan, number);
    // "a fee of $8 pesos": the sign is theirs too.
    if document.lower_at(end as isize) == "pesos" && document.lower(first) == "$" {
        let named =
            currency(scan, lists().currencies.get("pesos")?, "pesos", first, end + 1, document.tokens[end].span.end)?;
        (code, end, end_byte) = (named.code, named.end, named.end_byte);
    }
    Some(Currency { code, per: 1, power: 0, start: first, end, end_byte })
}

/// "$31.20 US", "$40 (USD)".
fn is_american(scan: &Scan, number: &Number) -> bool {
    let end = number.tokens.end;
    let next = end + usize::from(scan.lower(end as isize) == "(");
    scan.document.tokens.get(next).is_some_and(|_| matches!(scan.document.word(next), "US" | "U.S." | "USD"))
}

/// "MSEK 120".
fn scaled_before(scan: &Scan, number: &Number) -> Option<Currency> {
    let first = number.tokens.start.checked_sub(1)?;
    let (code, power) = scaled(scan.document.word(first)).filter(|_| number.tail.is_empty())?;
    Some(Currency { code, per: 1, power, start: first, end: number.tokens.end, end_byte: number.span.end })
}

/// "Rupees 500", "Pounds 3.5bn": the name before the number, in capitals inside a sentence or with a magnitude after it.
fn word_before(scan: &Scan, number: &Number) -> Option<Currency> {
    let document = scan.document;
    let first = number.tokens.start.checked_sub(1)?;
    let is_name = matches!(document.lower(first), "rupees" | "dollars" | "dollar" | "pounds" | "euros" | "francs");
    (is_name && number.tail.is_empty() && number.is_digits).then_some(())?;
    let opens = document.sentences[document.sentence_of(first)].tokens.start == first;
    (document.is_capitalized(first) && !opens || number.magnitude >= 5).then_some(())?;
    after(scan, number).is_none().then_some(())?;
    let row = lists().currencies.get(document.lower(first))?;
    currency(scan, row, document.lower(first), first, number.tokens.end, number.span.end)
}

/// "HK $5", "US $5", "A $5", "cad$ 15", and "c $ 5" where a corpus parts the marks: the letters before the sign.
fn dollar_of(document: &Document, sign: usize) -> Option<&'static str> {
    let letters = sign.checked_sub(1).filter(|_| document.lower(sign) == "$")?;
    let is_joined = !document.tokens[sign].spaced;
    let word = document.lower(letters).replace('.', "");
    (is_joined || document.is_capitalized(letters) || matches!(&*word, "c" | "hk" | "nz" | "us")).then_some(())?;
    code_of(&format!("{word}$")).or_else(|| {
        let row = lists().currencies.get(&word).filter(|row| is_joined && row.contains("\tboth"))?;
        row.split('\t').next()
    })
}

/// "US", "U.S.", "(USD)" or "dollars" said again after "$31.20".
fn national(scan: &Scan, number: &Number) -> (usize, u32) {
    let document = scan.document;
    let end = number.tokens.end;
    let stay = (end, number.span.end);
    if !number.tail.is_empty() {
        return stay;
    }
    let taken = match document.lower_at(end as isize) {
        "us" if document.word(end) == "US" => 1,
        "u.s." | "usd" | "dollars" | "euros" | "cad" | "aud" => 1,
        _ => return stay,
    };
    // "$5 US troops paid" is rare; "$76 US a barrel" is a style.
    if document.is_capitalized(end)
        && document
            .tokens
            .get(end + taken)
            .is_some_and(|t| t.kind == TokenKind::Word && document.is_capitalized(end + taken))
    {
        return stay;
    }
    (end + taken, document.tokens[end + taken - 1].span.end)
}

/// "rand", "US dollars", "cents", "p", "€" after the number.
fn after(scan: &Scan, number: &Number) -> Option<Currency> {
    let document = scan.document;
    let end = number.tokens.end;
    let start = number.tokens.start;
    if !number.tail.is_empty() {
        let row = lists().currencies.get(&number.tail.to_lowercase())?;
        let right = match number.tail {
            "p" => true,
            "c" | "C" => number.mantissa.fract() != 0. && document.lower_at(end as isize) == "/" || number.tail == "c",
            "Rs" | "RM" | "Rp" | "Tk" | "DH" | "Dh" => true,
            tail => {
                row.contains("\tboth") && (tail.len() == 3 || tail.chars().all(char::is_uppercase))
                    || row.contains("\tsign")
                    || row.contains("\tword") && tail.len() > 1
            }
        };
        right.then_some(())?;
        return currency(scan, row, "", start, end, document.tokens[end - 1].span.end);
    }
    let hyphen = usize::from(words::is_hyphen(document, end));
    let of = usize::from(number.shape == Shape::Vague && document.lower_at(end as isize) == "of");
    let first = end + hyphen + of;
    document.tokens.get(first)?;
    if let Some((code, power)) = scaled(document.word(first)) {
        let end_byte = document.tokens[first].span.end;
        return Some(Currency { code, per: 1, power, start, end: first + 1, end_byte });
    }
    let (count, row) = lists().currencies.longest(document, first)?;
    let last = first + count - 1;
    let word = document.lower(first);
    // "40 kN" are kilonewtons.
    let right = row.contains("\tword") && document.word(first) != "kN"
        || row.contains("\tboth")
            && (document.word(first).bytes().all(|b| b.is_ascii_uppercase()) || matches!(word, "rmb" | "cfa"))
        || row.contains("\tsign") && !is_of_next(document, first)
        || row.contains("\tattached") && word == "p" && number.is_digits;
    (right && is_money_word(scan, number, word, last + 1)).then_some(())?;
    let currency = currency(scan, row, word, start, last + 1, document.tokens[last].span.end)?;
    // "75 cents" in an article about Canada.
    let is_bare = count == 1 && matches!(word, "cent" | "cents");
    Some(Currency { code: if is_bare { dollar::local(scan) } else { currency.code }, ..currency })
}

/// Whether the sign at `first` belongs to the number after it: "paid 20 $5 fines", "twenty$5"; not "20$ here".
fn is_of_next(document: &Document, first: usize) -> bool {
    let next = document.tokens.get(first + 1).filter(|t| t.kind == TokenKind::Number);
    next.is_some_and(|next| document.tokens[first].spaced || !next.spaced)
}

/// "pounds" by the million, or paid, are money; other pounds are weighed. "the won", "a mark" and "sen" need digits.
fn is_money_word(scan: &Scan, number: &Number, word: &str, next: usize) -> bool {
    match word {
        "pound" | "pounds" => {
            number.magnitude >= 6
                || number.value >= 200_000. && !number.is_digits
                || (1..=4).any(|back| is_word(scan.lower(number.tokens.start as isize - back), "paid"))
                || scan.lower(next as isize) == "(" && scan.lower(next as isize + 1) == "$"
        }
        "won" | "won's" | "real" | "sol" | "leu" | "som" | "crown" | "sen" => number.is_digits || number.magnitude > 0,
        // "three quid" is money, "one cent" too; "two euro zone countries" not.
        "euro" => scan.lower(next as isize) != "zone" && scan.lower(next as isize) != "area",
        "mark" | "marks" | "bar" => false,
        _ => true,
    }
}

/// The currency of a row; a name that several countries share goes by the countries that the text names.
fn currency(scan: &Scan, row: &'static str, word: &str, start: usize, end: usize, end_byte: u32) -> Option<Currency> {
    let mut fields = row.split('\t');
    let (mut code, per) = (fields.next()?, fields.next()?.parse().ok()?);
    let _place = fields.next();
    if let Some(cues) = fields.next() {
        code = *scan.currencies.borrow_mut().entry(cues).or_insert_with(|| by_country(scan, code, cues));
    }
    if per == 100 && matches!(word, "cent" | "cents" | "c" | "") {
        code = cents_of(scan, start).filter(|c| code == "USD" && *c != "USD").map_or(code, |other| other);
    }
    Some(Currency { code, per, power: 0, start, end, end_byte })
}

/// "egypt:EGP leban:LBP sri lanka:LKR": the first whose word stands in the text.
fn by_country(scan: &Scan, default: &'static str, cues: &'static str) -> &'static str {
    let text = &scan.document.text;
    let mut rest = cues;
    while let Some((cue, after)) = rest.split_once(':') {
        let (code, next) = after.split_at(3.min(after.len()));
        let mut name = cue.trim().to_owned();
        if let Some(first) = name.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        if text.contains(&name) {
            return code;
        }
        rest = next;
    }
    default
}

/// The dollar that the text has named last before token `at`, in the same sentence: cents are its cents.
fn cents_of(scan: &Scan, at: usize) -> Option<&'static str> {
    let sentence = &scan.document.sentences[scan.document.sentence_of(at)].tokens;
    (sentence.start..sentence.end)
        .filter_map(|i| lists().currencies.get(scan.document.lower(i)))
        .filter(|row| row.contains("\tsign"))
        .find_map(|row| row.split('\t').next().filter(|c| matches!(*c, "AUD" | "CAD" | "NZD" | "HKD" | "SGD" | "EUR")))
}

fn code_of(sign: &str) -> Option<&'static str> {
    lists().currencies.get(sign)?.split('\t').next()
}

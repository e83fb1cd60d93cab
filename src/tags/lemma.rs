//! Words to their dictionary forms: exceptions from a list, endings by rule.

use super::{Form, Word};
use crate::model::lists;
use std::borrow::Cow;

/// The dictionary form of a word in lower case: "said" -> "say", "agencies" -> "agency".
pub fn lemma(lower: &str, word: Word) -> Cow<'_, str> {
    let kind = match word.form {
        Form::Vb | Form::Vbd | Form::Vbg | Form::Vbn | Form::Vbp | Form::Vbz | Form::Md => 'V',
        Form::Nns | Form::Nnps => 'N',
        Form::Jjr | Form::Jjs | Form::Rbr | Form::Rbs => 'J',
        _ => return Cow::Borrowed(lower),
    };
    let row = lists().lemmas.get(lower).unwrap_or_default();
    if let Some(found) = row.split(' ').find_map(|entry| entry.strip_prefix(kind)?.strip_prefix(':')) {
        return Cow::Borrowed(found);
    }
    match word.form {
        Form::Nns | Form::Nnps | Form::Vbz => plural(lower),
        Form::Vbd | Form::Vbn => stem(lower, "ed"),
        Form::Vbg => stem(lower, "ing"),
        Form::Jjr | Form::Rbr => stem(lower, "er"),
        Form::Jjs | Form::Rbs => stem(lower, "est"),
        _ => Cow::Borrowed(lower),
    }
}

/// "agencies" -> "agency", "passes" -> "pass", "talks" -> "talk".
fn plural(word: &str) -> Cow<'_, str> {
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 1) {
        return Cow::Owned(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end))
        && !["as", "is", "us", "os", "ns", "rs", "ys", "ls", "ps", "ds"].iter().any(|end| stem.ends_with(end))
        && !stem.ends_with("iz")
        && !stem.ends_with("yz")
    {
        return Cow::Borrowed(stem);
    }
    Cow::Borrowed(word.strip_suffix('s').filter(|s| s.len() > 1 && !s.ends_with('s')).unwrap_or(word))
}

/// Without the ending: "warned" -> "warn", "stopped" -> "stop", "denied" -> "deny", "urging" -> "urge".
fn stem<'w>(word: &'w str, ending: &str) -> Cow<'w, str> {
    let Some(stem) = word.strip_suffix(ending).filter(|s| s.len() > 1 && s.is_ascii()) else {
        return Cow::Borrowed(word);
    };
    let bytes = stem.as_bytes();
    let last = bytes[bytes.len() - 1];
    let before = bytes[bytes.len() - 2];
    let is_vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    if last == b'i' && ending != "ing" {
        return Cow::Owned(format!("{}y", &stem[..stem.len() - 1]));
    }
    if !stem.bytes().any(|b| is_vowel(b) || b == b'y') {
        return Cow::Borrowed(word);
    }
    if last == before && !matches!(last, b's' | b'l' | b'z' | b'f' | b'e' | b'o') {
        return Cow::Borrowed(&stem[..stem.len() - 1]);
    }
    let wants_e = match last {
        b'c' | b'v' | b'u' => true,
        b'g' => matches!(before, b'r' | b'n' | b'd') && !matches!(stem, "bring" | "belong") || is_vowel(before),
        b's' => before != b's' && before != b'u' || stem.ends_with("cus") || stem.ends_with("aus"),
        b'z' => before == b'i' || before == b'y',
        b'l' => matches!(before, b'b' | b'd' | b'g' | b'p' | b't' | b'k' | b'f' | b'z'),
        b't' => stem.ends_with("at") && !is_vowel(bytes[bytes.len().saturating_sub(3)]) || stem.ends_with("ut"),
        b'r' => stem.ends_with("ir") || stem.ends_with("ur") || stem.ends_with("ar") && bytes.len() > 3,
        b'd' => stem.ends_with("id") || stem.ends_with("ud"),
        _ => false,
    };
    if wants_e { Cow::Owned(format!("{stem}e")) } else { Cow::Borrowed(stem) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::{Pos, Relation};

    #[track_caller]
    fn check(word: &str, form: Form, expected: &str) {
        let word_of = Word { pos: Pos::X, form, head: 0, relation: Relation::Root };
        assert_eq!(lemma(word, word_of), expected);
    }

    #[test]
    fn verbs() {
        check("said", Form::Vbd, "say");
        check("told", Form::Vbn, "tell");
        check("warned", Form::Vbn, "warn");
        check("denied", Form::Vbd, "deny");
        check("urging", Form::Vbg, "urge");
        check("citing", Form::Vbg, "cite");
        check("passes", Form::Vbz, "pass");
        check("says", Form::Vbz, "say");
    }

    #[test]
    fn nouns() {
        check("agencies", Form::Nns, "agency");
        check("sources", Form::Nns, "source");
        check("children", Form::Nns, "child");
        check("news", Form::Nn, "news");
    }
}

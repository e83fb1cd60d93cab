//! Words that are numbers, and what they come to.

use crate::model::lists;

/// Whether a word is a number or a part of one.
pub fn is_number(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_digit())
        || lists().number_words.get(name).is_some_and(|row| !row.starts_with("plural"))
}

/// The value of a whole number in words, digits or both; decimals are in thousandths.
pub fn value(names: &[&str]) -> Option<u64> {
    let (mut sum, mut part) = (0u64, 0u64);
    for name in names.iter().filter(|&&name| name != "and" || names.len() == 1) {
        if name.starts_with(|c: char| c.is_ascii_digit()) {
            part = part.checked_add(thousandths(name)?)?;
            continue;
        }
        let (class, value) = lists().number_words.get(name)?.split_once('\t')?;
        match class {
            "unit" | "teen" | "tens" => part = part.checked_add(value.parse::<u64>().ok()? * 1000)?,
            "hundred" => part = part.max(1000).checked_mul(100)?,
            "magnitude" => {
                sum = sum.checked_add(part.max(1000).checked_mul(10u64.checked_pow(value.parse().ok()?)?)?)?;
                part = 0;
            }
            _ => return None,
        }
    }
    (!names.is_empty()).then_some(sum + part)
}

/// "4.5" as 4500.
fn thousandths(digits: &str) -> Option<u64> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = format!("{decimals:0<3}");
    (decimals.len() == 3).then_some(())?;
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(decimals.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_words() {
        assert_eq!(value(&["20", "1"]), Some(21_000));
        assert_eq!(value(&["1.5", "million"]), Some(1_500_000_000));
        assert_eq!(value(&["2", "hundred", "and", "6"]), Some(206_000));
        assert_eq!(value(&["two", "horses"]), None);
        assert_eq!(value(&[]), None);
    }
}

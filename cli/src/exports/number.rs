//! Numbers as American English writes them: the same as `Intl.NumberFormat("en-US")`.

/// How many digits stand behind the point.
#[derive(Clone, Copy)]
pub struct Digits {
    /// Filled up with zeros.
    pub least: usize,
    /// Rounded to these.
    pub most: usize,
}

/// With groups of three digits; `shift` moves the point to the right, as a percentage wants it.
pub fn decimal(value: f64, shift: i32, Digits { least, most }: Digits) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let (whole, fraction) = rounded(value.abs(), shift, most);
    let mut fraction = fraction.trim_end_matches('0').to_owned();
    while fraction.len() < least {
        fraction.push('0');
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", grouped(&whole))
}

/// The digits before and behind the point. What is rounded is the shortest decimal that means this number.
fn rounded(value: f64, shift: i32, most: usize) -> (String, String) {
    let shortest = format!("{value:e}");
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let point = exponent.parse::<i32>().unwrap_or(0) + 1 + shift;
    let before = usize::try_from(-point).unwrap_or(0);
    let mut digits: Vec<u8> = vec![0; before];
    digits.extend(mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0'));
    let whole = usize::try_from(point).unwrap_or(0);
    digits.resize(digits.len().max(whole + most + 1), 0);
    let up = digits[whole + most] >= 5;
    digits.truncate(whole + most);
    let carried = up && carry(&mut digits);
    if carried {
        digits.insert(0, 1);
    }
    let letters: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
    let (whole, fraction) = letters.split_at(whole + usize::from(carried));
    let whole = whole.trim_start_matches('0');
    (if whole.is_empty() { "0" } else { whole }.to_owned(), fraction.to_owned())
}

/// Adds one to the last digit; whether that went beyond the first.
fn carry(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return false;
        }
        *digit = 0;
    }
    true
}

/// "1,234,567"
fn grouped(whole: &str) -> String {
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, least: usize, most: usize, expected: &str) {
        assert_eq!(decimal(value, 0, Digits { least, most }), expected, "{value}");
    }

    #[test]
    fn groups_and_digits() {
        check(1234567.0, 0, 6, "1,234,567");
        check(999.0, 0, 6, "999");
        check(-1234.5, 2, 4, "-1,234.50");
        check(0.1 + 0.2, 0, 6, "0.3");
        check(1e21, 0, 6, "1,000,000,000,000,000,000,000");
        check(0.0, 0, 6, "0");
        check(0.0, 2, 4, "0.00");
    }

    #[test]
    fn halves_go_up() {
        check(1.0000005, 0, 6, "1.000001");
        check(1.005, 0, 2, "1.01");
        check(0.0000004, 0, 6, "0");
        check(0.0000005, 0, 6, "0.000001");
        check(999.9999999, 0, 6, "1,000");
        check(-1e-9, 0, 6, "-0");
        check(f64::MIN_POSITIVE, 0, 6, "0");
    }

    #[test]
    fn percentages() {
        let percent = |value: f64| decimal(value / 100.0, 2, Digits { least: 0, most: 4 });
        assert_eq!([4.35, 0.07, 100.0, 0.5, 1250.0].map(percent), ["4.35", "0.07", "100", "0.5", "1,250"]);
    }
}

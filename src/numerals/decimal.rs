//! Decimal numbers as written, so that 1.2 billion is 1200000000 and 19 cents are 0.19.

/// `digits` times ten to the power of `exponent`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decimal {
    digits: i128,
    exponent: i32,
}

/// More digits than these are no number that an article states; they fit into 127 bits even when multiplied.
const MOST_DIGITS: usize = 24;

impl Decimal {
    /// A whole number.
    pub const fn whole(digits: i128) -> Decimal {
        Decimal { digits, exponent: 0 }
    }

    /// Reads "1000", "1,000", "12,34,567", "1.25", ".5" and "1,2"; nothing else, and nothing longer than a number in the news.
    pub fn read(text: &str) -> Option<Decimal> {
        if let Some(plain) = continental(text) {
            return Decimal::read(&plain);
        }
        let is_continental = is_decimal_comma(text);
        let mut number = Decimal::whole(0);
        let mut count = 0;
        let mut fraction = false;
        for c in text.chars() {
            match c {
                '0'..='9' => {
                    count += 1;
                    number.digits = number.digits * 10 + i128::from(c as u32 - '0' as u32);
                    number.exponent -= i32::from(fraction);
                }
                '.' if !fraction => fraction = true,
                ',' if is_continental && !fraction => fraction = true,
                ',' if !fraction => {}
                _ => return None,
            }
            if count > MOST_DIGITS {
                return None;
            }
        }
        (count > 0 && (is_continental || has_right_groups(text))).then_some(number)
    }

    /// `over` / `under` to twelve places.
    pub fn share(over: i128, under: i128) -> Decimal {
        const PLACES: i32 = 12;
        let scaled = over.saturating_mul(10i128.pow(PLACES as u32));
        Decimal { digits: (scaled + under / 2) / under, exponent: -PLACES }
    }

    /// One over it, to eighteen places.
    pub fn inverse(self) -> Option<Decimal> {
        const PLACES: i32 = 18;
        let digits = 10i128.pow(PLACES as u32).checked_div(self.digits)?;
        Some(Decimal { digits, exponent: -PLACES - self.exponent })
    }

    /// Times ten to the power of `power`.
    pub fn shifted(self, power: i32) -> Decimal {
        Decimal { digits: self.digits, exponent: self.exponent + power }
    }

    /// The product, if it can be held.
    pub fn times(self, other: Decimal) -> Option<Decimal> {
        Some(Decimal {
            digits: self.digits.checked_mul(other.digits)?,
            exponent: self.exponent.checked_add(other.exponent)?,
        })
    }

    /// The sum, if it can be held.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        let exponent = self.exponent.min(other.exponent);
        let raise = |d: Decimal| {
            10i128.checked_pow((d.exponent - exponent) as u32).and_then(|power| d.digits.checked_mul(power))
        };
        Some(Decimal { digits: raise(self)?.checked_add(raise(other)?)?, exponent })
    }

    /// With the sign turned.
    pub fn negated(self) -> Decimal {
        Decimal { digits: -self.digits, exponent: self.exponent }
    }

    /// The nearest binary number: what JavaScript reads from the same digits.
    pub fn value(self) -> f64 {
        format!("{}e{}", self.digits, self.exponent).parse().unwrap_or(f64::NAN)
    }

    /// One unit in the last digit that says something: 100 for 4,500; 0.1 for 4.5; 1 for 0.
    pub fn step(self) -> f64 {
        let (mut digits, mut exponent) = (self.digits, self.exponent);
        while exponent >= 0 && digits != 0 && digits % 10 == 0 {
            digits /= 10;
            exponent += 1;
        }
        Decimal { digits: 1, exponent }.value()
    }
}

/// "1,2" and "12,75", not "1,200": one comma, no full stop, one or two digits after it.
fn is_decimal_comma(text: &str) -> bool {
    text.split_once(',')
        .is_some_and(|(_, fraction)| matches!(fraction.len(), 1 | 2) && fraction.bytes().all(|b| b.is_ascii_digit()))
}

/// "1.111,11" the other way round: full stops separate groups of three, and one comma the fraction.
fn continental(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once(',')?;
    let mut groups = whole.split('.');
    let is_whole = groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|g| g.len() == 3);
    (whole.contains('.') && is_whole && !fraction.contains(['.', ',']))
        .then(|| format!("{}.{fraction}", whole.replace('.', "")))
}

/// Commas separate groups of two (lakh) or three digits, the last of three: not "22,24,26".
fn has_right_groups(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or(text);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let groups: Vec<&str> = groups.collect();
    let Some((last, between)) = groups.split_last() else { return true };
    (1..=3).contains(&first.len()) && last.len() == 3 && between.iter().all(|g| matches!(g.len(), 2 | 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: f64, step: f64) {
        let read = Decimal::read(text).expect("a number");
        assert_eq!((read.value(), read.step()), (value, step), "{text}");
    }

    #[test]
    fn reads_what_the_press_writes() {
        check("1,000", 1000., 1000.);
        check("620", 620., 10.);
        check("12,34,567", 1_234_567., 1.);
        check("4.50", 4.5, 0.01);
        check("1,2", 1.2, 0.1);
        check("1.111,11", 1111.11, 0.01);
        check("0", 0., 1.);
        check(".001", 0.001, 0.001);
        assert_eq!(
            Decimal::read("1.2").and_then(|d| d.times(Decimal::whole(1_000_000_000))).map(Decimal::value),
            Some(1.2e9)
        );
        assert_eq!(Decimal::read("19").map(|d| d.shifted(-2).value()), Some(0.19));
    }

    #[test]
    fn refuses_the_rest() {
        for text in ["", ".", "22,24,26", "1.2.3", "10:30", "1,0000", &"9".repeat(400)] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }
}

//! The words of the report as enums: each is written, read and shown by its name.

use crate::checks::Kind as CheckKind;
use crate::claims::{Attribution, Form as ClaimForm, Stance};
use crate::mentions::{Form as MentionForm, Kind as EntityKind};
use crate::quantities::{Change, Kind as QuantityKind};
use crate::times::{Basis, Kind as TimeKind};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Whether the text was analysed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// English: it was.
    English,
    /// Anything else: nothing is marked.
    Other,
}

impl Language {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Other => "other",
        }
    }
}

/// An enum whose values have names.
trait Named: Copy + 'static {
    /// All values.
    const ALL: &'static [Self];
    /// As the report writes it.
    fn word(self) -> &'static str;
}

/// Reads a name of `T`.
struct ByName<T>(std::marker::PhantomData<T>);

impl<T: Named> Visitor<'_> for ByName<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let words: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
        write!(f, "one of {}", words.join(", "))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let named = T::ALL.iter().find(|value| value.word() == text);
        named.copied().ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
    }
}

macro_rules! named {
    ($($kind:ident { $($variant:ident),* $(,)? })*) => {$(
        impl Named for $kind {
            const ALL: &'static [$kind] = &[$($kind::$variant),*];

            fn word(self) -> &'static str {
                // A variant that is missing in the list does not compile here.
                match self { $($kind::$variant => self.name()),* }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$kind, D::Error> {
                deserializer.deserialize_str(ByName(std::marker::PhantomData))
            }
        }
    )*};
}

named! {
    Language { English, Other }
    EntityKind { Person, Organization, Place, Facility, Group, Event, Work, Product, Law, Other }
    MentionForm { Name, Nominal, Pronoun }
    QuantityKind { Count, Ordinal, Percent, Money, Measure, Ratio, Age, Score }
    Change { Up, Down }
    TimeKind { Date, Time, Duration, Set }
    Basis { Stated, Published, Context, None }
    ClaimForm { Direct, Indirect, Mixed }
    Attribution { Named, Described, Unnamed, Implied, None }
    Stance { Asserts, Denies, Warns, Asks, Promises, Demands, Estimates, Alleges, Hopes, Declines, Other }
    CheckKind { Conversion, PercentChange, PercentOf, Sum, Difference, Range, Weekday, Age, Duration }
}

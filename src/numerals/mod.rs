//! Tokens to numbers: "1.2 billion", "two-thirds", "13th", before anybody asks whether they count, date or measure.

pub mod decimal;
pub mod words;
pub mod number;
mod scale;
mod whole;
mod mixed;
mod cardinal;
mod separated;
mod power;
mod spelled;
pub mod digits;

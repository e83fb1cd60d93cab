//! What a report becomes for people and other programs, one file a format: the same files as the page saves (`www/exports`).

mod parts;
mod marks;
mod number;
mod date;
mod value;
pub mod text;
mod saved;
pub mod html;
pub mod markdown;
pub mod w3c;

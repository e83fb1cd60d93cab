//! Where the content of a reporting clause lies: what opens it, where it ends.

pub mod end;
pub mod start;
pub mod before;
pub mod after;
pub mod split;

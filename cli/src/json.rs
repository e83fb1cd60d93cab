//! JSON as JavaScript's `JSON.stringify` writes it, byte for byte.

use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// No spaces, and numbers as JavaScript prints them: `1000`, not `1000.0`; `1e+21`, not `1e21`.
struct JavaScript;

impl Formatter for JavaScript {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(ryu_js::Buffer::new().format_finite(value).as_bytes())
    }
}

/// A value as JSON.
pub fn to_string(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    value
        .serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, JavaScript))
        .expect("reports hold no maps and memory takes any write");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_as_javascript() {
        assert_eq!(super::to_string(&[1000.0, 0.19, 1e21, 1e-7, -0.5]), "[1000,0.19,1e+21,1e-7,-0.5]");
    }
}

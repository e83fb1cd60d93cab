//! `--jsonl`: one article a line in, one answer a line out, in the same order.

use crate::{analysis, json};
use onrecord::Options;
use onrecord::report::Report;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: String,
    text: String,
    published: Option<String>,
    outlet: Option<String>,
}

/// One line of output: a report or an error.
#[derive(Serialize)]
pub struct Answer<'a> {
    /// As it came.
    pub id: &'a str,
    /// The report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<&'a Report>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// Answers each line of `input` until it ends; a line that cannot be read gets an error and the next goes on.
pub fn run(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.iter().all(u8::is_ascii_whitespace) {
            answer(&line, output)?;
        }
        line.clear();
    }
    output.flush()
}

fn answer(line: &[u8], output: &mut impl Write) -> io::Result<()> {
    let question: Question = match serde_json::from_slice(line) {
        Ok(question) => question,
        Err(error) => return write(output, &Answer { id: &id_of(line), report: None, error: Some(error.to_string()) }),
    };
    let options = Options { published: question.published, outlet: question.outlet };
    match analysis::report(&question.text, &options) {
        Ok(report) => write(output, &Answer { id: &question.id, report: Some(&report), error: None }),
        Err(error) => write(output, &Answer { id: &question.id, report: None, error: Some(error) }),
    }
}

/// The id of a line whose other fields are wrong, if it can be read at all.
fn id_of(line: &[u8]) -> String {
    let value: serde_json::Value = serde_json::from_slice(line).unwrap_or_default();
    value["id"].as_str().unwrap_or_default().to_owned()
}

fn write(output: &mut impl Write, answer: &Answer) -> io::Result<()> {
    writeln!(output, "{}", json::to_string(answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_keep_their_place() {
        let mut output = Vec::new();
        run(
            &mut "{\"id\":\"a\",\"text\":5}\n\nnonsense\n{\"id\":\"b\",\"text\":\"He left.\"}\n".as_bytes(),
            &mut output,
        )
        .expect("memory takes any write");
        let output = String::from_utf8(output).expect("JSON is UTF-8");
        let lines: Vec<&str> = output.lines().collect();
        assert!(lines[0].starts_with("{\"id\":\"a\",\"error\":"), "{}", lines[0]);
        assert!(lines[1].starts_with("{\"id\":\"\",\"error\":"), "{}", lines[1]);
        assert!(lines[2].starts_with("{\"id\":\"b\",\"report\":{\"schema\":1,"), "{}", lines[2]);
    }
}

//! A job to its answer: all that is written of an article, ready as bytes.

use super::Format;
use super::journal::digest;
use super::records::{Job, Record};
use crate::reading::Reading;
use crate::tables::{Table, csv};
use crate::text::decoded;
use crate::{analysis, json, lines};
use clap::Args;
use onrecord::Options;
use onrecord::report::Report;
use serde::Serialize;
use serde_json::{Map, Value};

/// What the fields of a JSON object are called, and what holds for articles that do not say.
#[derive(Args, Debug, Clone)]
pub struct Fields {
    /// The field with the id of an article
    #[arg(long, default_value = "id", value_name = "FIELD")]
    id_field: String,
    /// The fields with its text, in order: "headline,body"
    #[arg(long, default_value = "text", value_delimiter = ',', value_name = "FIELD,…")]
    text_field: Vec<String>,
    /// The field with its date of publication
    #[arg(long, default_value = "published", value_name = "FIELD")]
    published_field: String,
    /// The field with its outlet
    #[arg(long, default_value = "outlet", value_name = "FIELD")]
    outlet_field: String,
    /// The date of publication (ISO 8601) of articles that have none
    #[arg(long)]
    published: Option<String>,
    /// The outlet of articles that name none
    #[arg(long)]
    outlet: Option<String>,
}

/// All that is written of an article.
pub struct Answer {
    /// Of what was read.
    pub digest: u64,
    /// Bytes of the file that it took.
    pub bytes: u64,
    /// There is no report.
    pub failed: bool,
    /// What to append to which file, in the order of `files::files`.
    pub chunks: Vec<String>,
}

/// Turns jobs into answers.
pub struct Asker<'a> {
    /// Names of fields.
    pub fields: &'a Fields,
    /// What to write.
    pub formats: &'a [Format],
    /// Which tables.
    pub tables: &'a [Table],
    /// Articles of an earlier run: only their digest is wanted.
    pub done: u64,
}

/// An article, read.
struct Article {
    id: String,
    text: String,
    options: Options,
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    id: &'a str,
    place: &'a str,
    error: &'a str,
}

impl Asker<'_> {
    /// The answer to the job with this number, counted from 1.
    pub fn answer(&self, (number, job): (u64, Job)) -> Answer {
        let answer = Answer { digest: digest_of(&job), bytes: job.bytes, failed: false, chunks: Vec::new() };
        if number <= self.done {
            return answer;
        }
        let article = match self.article(&job.place, job.record) {
            Ok(article) => article,
            Err((id, error)) => return failed(answer, &id, &job.place, &error),
        };
        match analysis::report(&article.text, &article.options) {
            Ok(report) => Answer { chunks: self.chunks(&article, &report), ..answer },
            Err(error) => failed(answer, &article.id, &job.place, &error),
        }
    }

    fn chunks(&self, article: &Article, report: &Report) -> Vec<String> {
        let reading = Reading::new(&article.id, &article.text, report);
        let mut chunks = vec![String::new()];
        for format in self.formats {
            match format {
                Format::Jsonl => {
                    let answer = lines::Answer { id: &article.id, report: Some(report), error: None };
                    chunks.push(json::to_string(&answer) + "\n");
                }
                Format::Csv => {
                    chunks.extend(self.tables.iter().map(|table| all_lines(table.rows(&reading), csv::line)))
                }
                Format::Parquet => {
                    chunks.extend(self.tables.iter().map(|table| all_lines(table.rows(&reading), json_line)))
                }
            }
        }
        chunks
    }

    /// What a record says; or its id, as far as it is known, and what is wrong.
    fn article(&self, place: &str, record: Record) -> Result<Article, (String, String)> {
        let wrong = |error: String| (place.to_owned(), error);
        match record {
            Record::Text(bytes) => Ok(Article { id: place.to_owned(), text: text_of(bytes), options: self.defaults() }),
            Record::Unreadable(error) => Err(wrong(error)),
            Record::Object(bytes) => {
                let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
                let object: Map<String, Value> =
                    serde_json::from_slice(bytes).map_err(|error| wrong(error.to_string()))?;
                self.object(place, &object)
            }
        }
    }

    fn object(&self, place: &str, object: &Map<String, Value>) -> Result<Article, (String, String)> {
        let id = match object.get(&self.fields.id_field) {
            Some(Value::String(id)) if !id.is_empty() => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => place.to_owned(),
        };
        let string = |field: &str| object.get(field).and_then(Value::as_str).filter(|text| !text.is_empty());
        let texts: Vec<&str> = self.fields.text_field.iter().filter_map(|field| string(field)).collect();
        if !self.fields.text_field.iter().any(|field| object.get(field).is_some_and(Value::is_string)) {
            return Err((id, format!("no text in {:?}", self.fields.text_field.join(", "))));
        }
        let mut options = self.defaults();
        options.published = string(&self.fields.published_field).map(str::to_owned).or(options.published);
        options.outlet = string(&self.fields.outlet_field).map(str::to_owned).or(options.outlet);
        Ok(Article { id, text: texts.join("\n\n"), options })
    }

    fn defaults(&self) -> Options {
        Options { published: self.fields.published.clone(), outlet: self.fields.outlet.clone() }
    }
}

/// Over what was read of an article and where.
pub fn digest_of(job: &Job) -> u64 {
    match &job.record {
        Record::Text(bytes) | Record::Object(bytes) => digest(digest(0, job.place.as_bytes()), bytes),
        Record::Unreadable(error) => digest(digest(0, job.place.as_bytes()), error.as_bytes()),
    }
}

/// Text without a byte order mark.
fn text_of(bytes: Vec<u8>) -> String {
    let text = decoded(bytes);
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

fn all_lines(rows: Vec<crate::tables::Row>, line: impl Fn(&[crate::tables::Cell]) -> String) -> String {
    rows.iter().map(|row| line(row)).collect()
}

fn json_line(row: &[crate::tables::Cell]) -> String {
    json::to_string(&row) + "\n"
}

fn failed(answer: Answer, id: &str, place: &str, error: &str) -> Answer {
    let line = json::to_string(&ErrorLine { id, place, error }) + "\n";
    Answer { failed: true, chunks: vec![line], ..answer }
}

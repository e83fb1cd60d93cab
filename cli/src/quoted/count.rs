//! Reports to counts: whose words, how named, when.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How a statement names its source. "Implied" goes on with a speaker who was named or described before, and is counted as
/// what that speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// By name.
    Named,
    /// An institution or post that is never named.
    Described,
    /// "Sources", "experts".
    Unnamed,
    /// Nobody.
    Nobody,
}

/// All sources, in the order in which they are shown.
pub const SOURCES: [Source; 4] = [Source::Named, Source::Described, Source::Unnamed, Source::Nobody];

impl Source {
    /// For people.
    pub fn name(self) -> &'static str {
        ["named", "described", "unnamed", "nobody"][self as usize]
    }
}

/// The statements of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Articles in English.
    pub articles: u32,
    /// Statements, by [`Source`].
    pub statements: [u32; 4],
    /// Different speakers with a name.
    pub speakers: BTreeSet<String>,
}

impl Month {
    /// All statements.
    pub fn all(&self) -> u32 {
        self.statements.iter().sum()
    }
}

/// What somebody was quoted with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// As most reports spell it first.
    pub name: String,
    /// "person", "organization" …
    pub kind: String,
    /// Statements.
    pub statements: u32,
    /// Of these, wholly or partly in quotation marks.
    pub in_quotes: u32,
    /// Articles.
    pub articles: u32,
    /// First and last month, where known.
    pub months: Option<(String, String)>,
    /// Whether it is a name.
    pub named: bool,
}

/// Everything that is counted.
#[derive(Debug, Default)]
pub struct Counts {
    /// By "2023-09"; "" where the date is not known.
    pub months: BTreeMap<String, Month>,
    /// Articles that are not in English, or whose id came before.
    pub passed_over: u32,
    speakers: BTreeMap<(String, String), Speaker>,
    /// Hashes of the ids.
    seen: HashSet<u64>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    report: Option<Report>,
}

#[derive(Deserialize)]
struct Report {
    language: String,
    published: Option<String>,
    entities: Vec<Entity>,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Entity {
    id: String,
    kind: String,
    name: String,
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Mention {
    form: String,
}

#[derive(Deserialize)]
struct Claim {
    form: String,
    attribution: String,
    speakers: Vec<String>,
    stance: String,
    #[serde(default)]
    negated: bool,
}

impl Counts {
    /// Counts a line of reports; one with an error instead is nothing to count.
    pub fn add(&mut self, line: &str) -> serde_json::Result<()> {
        let line: Line = serde_json::from_str(line)?;
        let Some(report) = line.report else { return Ok(()) };
        let mut hasher = DefaultHasher::new();
        line.id.hash(&mut hasher);
        if report.language == "en" && (line.id.is_empty() || self.seen.insert(hasher.finish())) {
            self.report(&report);
        } else {
            self.passed_over += 1;
        }
        Ok(())
    }

    /// The speakers with a name, the most quoted first.
    pub fn speakers(&self) -> Vec<&Speaker> {
        let mut speakers: Vec<&Speaker> = self.speakers.values().filter(|speaker| speaker.named).collect();
        speakers.sort_by(|a, b| (b.statements, b.articles).cmp(&(a.statements, a.articles)).then(a.name.cmp(&b.name)));
        speakers
    }

    /// All months as one.
    pub fn total(&self) -> Month {
        let mut total = Month::default();
        for month in self.months.values() {
            total.articles += month.articles;
            for (sum, &count) in total.statements.iter_mut().zip(&month.statements) {
                *sum += count;
            }
            total.speakers.extend(month.speakers.iter().cloned());
        }
        total
    }

    fn report(&mut self, report: &Report) {
        let key = report.published.as_deref().and_then(month_of).unwrap_or_default().to_owned();
        let month = self.months.entry(key.clone()).or_default();
        month.articles += 1;
        let mut quoted: BTreeSet<(String, String)> = BTreeSet::new();
        for claim in report.claims.iter().filter(|claim| was_said(claim)) {
            let speakers: Vec<&Entity> =
                report.entities.iter().filter(|entity| claim.speakers.contains(&entity.id)).collect();
            month.statements[source(claim, &speakers) as usize] += 1;
            for entity in speakers {
                let speaker = self.speakers.entry(key_of(entity)).or_default();
                speaker.add(entity, claim, &key, quoted.insert(key_of(entity)));
                if has_name(entity) {
                    month.speakers.insert(entity.name.to_lowercase());
                }
            }
        }
    }
}

impl Speaker {
    fn add(&mut self, entity: &Entity, claim: &Claim, month: &str, new_article: bool) {
        if self.name.is_empty() {
            self.name.clone_from(&entity.name);
            self.kind.clone_from(&entity.kind);
        }
        self.named |= has_name(entity);
        self.statements += 1;
        self.in_quotes += u32::from(claim.form != "indirect");
        self.articles += u32::from(new_article);
        if !month.is_empty() {
            let (first, last) = self.months.take().unwrap_or((month.to_owned(), month.to_owned()));
            self.months = Some((first.min(month.to_owned()), last.max(month.to_owned())));
        }
    }
}

/// "2023-09", of a date that begins so.
fn month_of(date: &str) -> Option<&str> {
    let month = date.get(..7)?;
    let fits = |(index, byte): (usize, u8)| if index == 4 { byte == b'-' } else { byte.is_ascii_digit() };
    month.bytes().enumerate().all(fits).then_some(month)
}

/// Not "declined to comment", not "did not say".
fn was_said(claim: &Claim) -> bool {
    claim.stance != "declines" && !claim.negated
}

fn source(claim: &Claim, speakers: &[&Entity]) -> Source {
    match claim.attribution.as_str() {
        "named" => Source::Named,
        "described" => Source::Described,
        "unnamed" => Source::Unnamed,
        "implied" if speakers.iter().any(|entity| has_name(entity)) => Source::Named,
        "implied" if !speakers.is_empty() => Source::Described,
        _ => Source::Nobody,
    }
}

fn has_name(entity: &Entity) -> bool {
    entity.mentions.iter().any(|mention| mention.form == "name")
}

/// Two articles mean the same by the same name of the same kind; nothing bolder is tried.
fn key_of(entity: &Entity) -> (String, String) {
    (entity.name.to_lowercase(), entity.kind.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, published: &str, claims: &str) -> String {
        format!(
            "{{\"id\":\"{id}\",\"report\":{{\"language\":\"en\",\"published\":\"{published}\",\"entities\":[\
             {{\"id\":\"e1\",\"kind\":\"person\",\"name\":\"Ann Lee\",\"mentions\":[{{\"form\":\"name\"}}]}},\
             {{\"id\":\"e2\",\"kind\":\"group\",\"name\":\"experts\",\"mentions\":[{{\"form\":\"nominal\"}}]}}],\
             \"claims\":[{claims}]}}}}"
        )
    }

    fn claim(attribution: &str, speakers: &str, rest: &str) -> String {
        format!(
            "{{\"form\":\"direct\",\"attribution\":\"{attribution}\",\"speakers\":[{speakers}],\"stance\":\"asserts\"{rest}}}"
        )
    }

    #[test]
    fn by_month_and_speaker() {
        let mut counts = Counts::default();
        let claims = [
            claim("named", "\"e1\"", ""),
            claim("implied", "\"e1\"", ""),
            claim("unnamed", "\"e2\"", ""),
            claim("none", "", ""),
            claim("named", "\"e1\"", ",\"negated\":true"),
        ];
        counts.add(&line("a", "2023-09-13", &claims.join(","))).expect("a line");
        counts.add(&line("b", "2023-10-01T09:00Z", &claims[0])).expect("a line");
        counts.add(&line("b", "2023-10-01", &claims[0])).expect("the same id again");
        counts.add("{\"id\":\"c\",\"error\":\"empty\"}").expect("an error is nothing to count");
        assert_eq!(counts.months["2023-09"].statements, [2, 0, 1, 1]);
        assert_eq!(counts.months["2023-10"].statements, [1, 0, 0, 0]);
        assert_eq!((counts.passed_over, counts.total().articles, counts.total().speakers.len()), (1, 2, 1));
        let speakers = counts.speakers();
        assert_eq!(speakers.len(), 1, "experts have no name");
        assert_eq!((speakers[0].statements, speakers[0].articles), (3, 2));
        assert_eq!(speakers[0].months, Some(("2023-09".to_owned(), "2023-10".to_owned())));
    }

    #[test]
    fn months() {
        assert_eq!(month_of("2023-09-13"), Some("2023-09"));
        assert_eq!(month_of("<b>2023-09"), None);
        assert_eq!(month_of("2023"), None);
    }

    #[test]
    fn what_is_no_report_is_said() {
        assert!(Counts::default().add("nonsense").is_err());
    }
}

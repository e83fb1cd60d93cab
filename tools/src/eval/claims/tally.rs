//! Gold claims against ours in one article, by the rules of `eval/score.py`.

use super::words::{Text, Words, gold_spans, jaccard};
use onrecord::report::Report;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A claim of either side as the scorer sees it.
#[derive(Default)]
struct Side {
    id: String,
    form: String,
    rule: &'static str,
    content: Words,
    source: Words,
    cue: Words,
    cue_words: BTreeSet<String>,
    speakers: Vec<(String, BTreeSet<String>)>,
    via: Option<String>,
}

/// What one gold claim or one of ours came to.
pub struct Outcome {
    /// "direct", "indirect", "mixed".
    pub form: String,
    /// What found it; "" for gold.
    pub rule: &'static str,
    /// Content half the same and the source right.
    pub right: bool,
    /// Gold whose cue is a reporting form.
    pub is_said: bool,
}

/// What was counted in some articles.
pub struct Tally {
    /// One for each gold claim.
    pub gold: Vec<Outcome>,
    /// One for each of ours.
    pub ours: Vec<Outcome>,
    /// Content the same to the word.
    pub exact: usize,
    /// Gold that names its speaker, and those that ours names too.
    pub speakers: (usize, usize),
    /// Gold with `via`, and those that ours leads to as well.
    pub chains: (usize, usize),
    reporting: BTreeSet<String>,
}

impl Tally {
    /// Nothing counted yet; `reporting`: the forms of cues that report.
    pub fn new(reporting: BTreeSet<String>) -> Tally {
        Tally { gold: Vec::new(), ours: Vec::new(), exact: 0, speakers: (0, 0), chains: (0, 0), reporting }
    }

    /// Adds the article of a gold row with the report on it.
    pub fn add(&mut self, row: &Value, report: &Report) {
        let text = Text::new(row["text"].as_str().unwrap_or(""));
        let gold = gold_sides(row, &text);
        let ours = our_sides(report, &text, &gold, row["text"].as_str().unwrap_or(""));
        let pairs = matched(&gold, &ours);
        self.count_sides(&gold, &ours, &pairs);
        self.count_speakers(&gold, &ours, &pairs);
        self.count_chains(&gold, &ours, &pairs);
    }

    fn count_sides(&mut self, gold: &[Side], ours: &[Side], pairs: &[(usize, usize)]) {
        let right: Vec<&(usize, usize)> = pairs.iter().filter(|&&(g, o)| is_right(&gold[g], &ours[o])).collect();
        self.exact += pairs.iter().filter(|&&(g, o)| gold[g].content == ours[o].content).count();
        let outcome = |side: &Side, right| Outcome {
            form: side.form.clone(),
            rule: side.rule,
            right,
            is_said: side.cue_words.iter().any(|word| self.reporting.contains(word)),
        };
        let judged_gold: Vec<Outcome> =
            gold.iter().enumerate().map(|(i, s)| outcome(s, right.iter().any(|p| p.0 == i))).collect();
        let judged_ours: Vec<Outcome> =
            ours.iter().enumerate().map(|(i, s)| outcome(s, right.iter().any(|p| p.1 == i))).collect();
        self.gold.extend(judged_gold);
        self.ours.extend(judged_ours);
    }

    /// An entity answers for the gold speaker that it is matched with most often; where several speak together, all of
    /// them must be answered for.
    fn count_speakers(&mut self, gold: &[Side], ours: &[Side], pairs: &[(usize, usize)]) {
        let all: BTreeSet<&BTreeSet<String>> = gold.iter().flat_map(|g| &g.speakers).map(|(_, words)| words).collect();
        let mut votes: BTreeMap<&str, BTreeMap<&BTreeSet<String>, usize>> = BTreeMap::new();
        for &(g, o) in pairs {
            for (entity, words) in &ours[o].speakers {
                for (_, name) in gold[g].speakers.iter().filter(|(_, name)| fits(words, name, &all)) {
                    *votes.entry(entity).or_default().entry(name).or_insert(0) += 1;
                }
            }
        }
        let stands_for = |entity: &str| votes.get(entity)?.iter().rev().max_by_key(|(_, n)| **n).map(|(name, _)| *name);
        self.speakers.1 += gold.iter().filter(|g| !g.speakers.is_empty()).count();
        for &(g, o) in pairs.iter().filter(|&&(g, o)| jaccard(&gold[g].content, &ours[o].content) >= 0.5) {
            let answered: BTreeSet<_> = ours[o].speakers.iter().filter_map(|(e, _)| stands_for(e)).collect();
            let mut named = gold[g].speakers.iter().map(|(_, name)| name);
            let is_right = !gold[g].speakers.is_empty() && named.all(|name| answered.contains(name));
            self.speakers.0 += usize::from(is_right);
        }
    }

    fn count_chains(&mut self, gold: &[Side], ours: &[Side], pairs: &[(usize, usize)]) {
        let halves = pairs.iter().filter(|&&(g, o)| jaccard(&gold[g].content, &ours[o].content) >= 0.5);
        let ours_of: BTreeMap<&str, &str> =
            halves.clone().map(|&(g, o)| (gold[g].id.as_str(), ours[o].id.as_str())).collect();
        self.chains.1 += gold.iter().filter(|g| g.via.is_some()).count();
        self.chains.0 += halves
            .filter(|&&(g, o)| {
                let wanted = gold[g].via.as_deref().and_then(|via| ours_of.get(via));
                wanted.is_some() && ours[o].via.as_deref() == wanted.copied()
            })
            .count();
    }
}

fn is_right(gold: &Side, ours: &Side) -> bool {
    let shared = gold.source.intersection(&ours.source).count();
    let source = if gold.source.is_empty() {
        ours.source.is_empty()
    } else {
        !ours.source.is_empty() && shared * 2 >= ours.source.len()
    };
    source && jaccard(&gold.content, &ours.content) >= 0.5
}

/// Pairs of gold and ours, the likest first, each used once.
fn matched(gold: &[Side], ours: &[Side]) -> Vec<(usize, usize)> {
    let shared = |a: &Words, b: &Words| a.intersection(b).count();
    let mut all: Vec<(f64, usize, usize, usize, usize)> = Vec::new();
    for (g, gold) in gold.iter().enumerate() {
        for (o, ours) in ours.iter().enumerate().filter(|(_, ours)| !gold.content.is_disjoint(&ours.content)) {
            let likeness = jaccard(&gold.content, &ours.content);
            all.push((likeness, shared(&gold.source, &ours.source), shared(&gold.cue, &ours.cue), g, o));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))).then((a.3, a.4).cmp(&(b.3, b.4))));
    let (mut gold_used, mut ours_used) = (BTreeSet::new(), BTreeSet::new());
    let is_free = |&(_, _, _, g, o): &(f64, usize, usize, usize, usize)| {
        let free = !gold_used.contains(&g) && !ours_used.contains(&o);
        if free {
            gold_used.insert(g);
            ours_used.insert(o);
        }
        free
    };
    all.into_iter().filter(is_free).map(|(_, _, _, g, o)| (g, o)).collect()
}

fn gold_sides(row: &Value, text: &Text) -> Vec<Side> {
    let quotes = row["quotes"].as_array().map_or(&[][..], Vec::as_slice);
    let side = |quote: &Value| Side {
        id: quote["id"].as_str().unwrap_or("").to_owned(),
        form: quote["kind"].as_str().or(quote["form"].as_str()).unwrap_or("").to_owned(),
        rule: "",
        content: text.inside(&gold_spans(&quote["contents"])),
        source: text.inside(&gold_spans(&quote["sources"])),
        cue: text.inside(&gold_spans(if quote["cues"].is_array() { &quote["cues"] } else { &quote["cue"] })),
        cue_words: cue_words(quote),
        speakers: speaker_names(&quote["resolved_speaker"])
            .into_iter()
            .map(|name| (String::new(), name_words(name)))
            .collect(),
        via: quote["via"].as_str().map(str::to_owned),
    };
    quotes.iter().map(side).filter(|side| !side.content.is_empty()).collect()
}

fn our_sides(report: &Report, text: &Text, gold: &[Side], words: &str) -> Vec<Side> {
    let span = |s: &onrecord::report::Span| text.to_points(s.start, s.end);
    let names: BTreeMap<&str, &str> = report.entities.iter().map(|e| (e.id.as_str(), e.name.as_str())).collect();
    let sides = report.claims.iter().map(|claim| Side {
        id: claim.id.clone(),
        form: claim.form.to_owned(),
        rule: claim.rule,
        content: text.inside(&claim.content.iter().map(span).collect::<Vec<_>>()),
        source: text.inside(&claim.source.iter().map(span).collect::<Vec<_>>()),
        cue_words: BTreeSet::new(),
        cue: text.inside(&claim.cue.iter().map(span).collect::<Vec<_>>()),
        speakers: claim
            .speakers
            .iter()
            .map(|id| (id.clone(), name_words(names.get(id.as_str()).unwrap_or(&""))))
            .collect(),
        via: claim.via.clone(),
    });
    // "reportedly": some gold marks it, some does not; where it does not, ours is neither right nor wrong.
    let is_lone_adverb = |side: &Side| {
        side.source.is_empty()
            && side.cue.len() == 1
            && report
                .claims
                .iter()
                .any(|c| c.id == side.id && c.cue.as_ref().is_some_and(|cue| ends_in_ly(words, span(cue))))
    };
    let is_known = |side: &Side| gold.iter().any(|g| !g.cue.is_disjoint(&side.cue));
    sides.filter(|side| !side.content.is_empty() && (!is_lone_adverb(side) || is_known(side))).collect()
}

/// One name, several, or none.
fn speaker_names(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        name => name.as_str().into_iter().collect(),
    }
}

fn cue_words(quote: &Value) -> BTreeSet<String> {
    let cues = quote["cues"].as_array().map_or_else(|| vec![&quote["cue"]], |cues| cues.iter().collect());
    cues.into_iter().flat_map(|cue| name_words(cue["text"].as_str().unwrap_or(""))).collect()
}

fn ends_in_ly(text: &str, span: (usize, usize)) -> bool {
    text.chars().skip(span.0).take(span.1 - span.0).collect::<String>().to_lowercase().ends_with("ly")
}

fn name_words(name: &str) -> BTreeSet<String> {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty() && !matches!(*word, "the" | "a" | "an" | "s"))
        .map(str::to_owned)
        .collect()
}

/// The same words; a few more; or fewer that fit no other speaker of the text.
fn fits(ours: &BTreeSet<String>, gold: &BTreeSet<String>, all: &BTreeSet<&BTreeSet<String>>) -> bool {
    let longer = gold.is_subset(ours) && ours.len() <= gold.len() + 3;
    let shorter = ours.is_subset(gold) && !all.iter().any(|other| *other != gold && ours.is_subset(other));
    !ours.is_empty() && (longer || shorter)
}

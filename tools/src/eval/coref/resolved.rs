//! Texts with what the analyser makes of their mentions, and which marked mention each of ours is.

use super::gum::{Article, Gold};
use onrecord::document::Document;
use onrecord::entities::rank::Judge;
use onrecord::entities::{self, Entity};
use onrecord::mentions::{Form, Mention};
use onrecord::tags::Syntax;
use onrecord::{claims, quotes, times};

/// A text with what the analyser makes of its mentions.
pub struct Resolved {
    pub mentions: Vec<Mention>,
    pub entities: Vec<Entity>,
}

/// The whole analysis of mentions that are given, with a judge of its own.
pub fn resolve_with(
    document: &Document,
    syntax: &Syntax,
    mut mentions: Vec<Mention>,
    judge: &mut dyn Judge,
) -> Resolved {
    let quotes = quotes::find(document);
    let times = times::find(document, syntax, None);
    let claims = claims::find(document, syntax, &quotes, &mentions, &times);
    let entities = entities::resolve_with(document, syntax, &quotes, &claims, &mut mentions, judge);
    Resolved { mentions, entities }
}

/// The marked mention that each of ours is: the same head word, and of those the most alike in extent.
pub fn matches(article: &Article, document: &Document, mentions: &[Mention]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (m, mention) in mentions.iter().enumerate() {
        let around = article.mentions.partition_point(|g| g.span.start + 600 < mention.span.start);
        for (g, gold) in article.mentions.iter().enumerate().skip(around) {
            if gold.span.start >= mention.span.end {
                break;
            }
            if same_head(document, mention, gold) {
                let cost = gold.span.start.abs_diff(mention.span.start) + gold.span.end.abs_diff(mention.span.end);
                pairs.push((cost, m, g));
            }
        }
    }
    pairs.sort_unstable();
    let mut of = vec![None; mentions.len()];
    let mut taken = vec![false; article.mentions.len()];
    for (_, m, g) in pairs {
        if of[m].is_none() && !taken[g] {
            of[m] = Some(g);
            taken[g] = true;
        }
    }
    of
}

fn same_head(document: &Document, mention: &Mention, gold: &Gold) -> bool {
    match mention.form {
        Form::Name => mention.span.overlaps(gold.head),
        _ => document.tokens[mention.head].span.overlaps(gold.head),
    }
}

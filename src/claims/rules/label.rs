//! Headlines and labels: "Minister: talks to resume", "Talks to resume: minister", "Q: …".

use crate::claims::claim::Stance;
use crate::claims::clause::{ReportingClause, clauses_in};
use crate::claims::draft::Draft;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::speaker;
use crate::claims::tokens::Tokens;
use crate::claims::turn::Turn;
use crate::document::{Paragraph, ParagraphKind};
use crate::model::{is_office, lists};
use crate::tags::Pos;
use std::collections::{BTreeMap, BTreeSet};

/// Tokens of a name in a headline are at most this many.
const LONGEST_NAME: usize = 6;

/// Words of a headline after "Name:" that are what is said, though no finite verb is seen among them.
const FEWEST_WORDS_AFTER_NAME: usize = 4;

/// Words of a label are at most this many.
const LONGEST_LABEL: usize = 4;

/// All headlines with a colon between speaker and words.
pub fn headlines(scene: &Scene, clauses: &[ReportingClause], drafts: &mut Vec<Draft>) {
    let headlines = paragraphs(scene, ParagraphKind::Headline);
    let found: Vec<Draft> = headlines.filter_map(|tokens| headline(scene, tokens, clauses)).collect();
    push_new(drafts, found);
}

/// All paragraphs headed by a label that heads others too, or by a name before a quotation.
pub fn interviews(scene: &Scene, _: &[ReportingClause], drafts: &mut Vec<Draft>) {
    let labels = Labels::of(scene);
    let mut turns: Vec<Draft> = Vec::new();
    let mut unlabelled: Vec<Tokens> = Vec::new();
    for tokens in paragraphs(scene, ParagraphKind::Body) {
        let Some(turn) = interview(scene, tokens, &labels) else {
            // What a label of another kind heads ("Note:") belongs to nobody's turn.
            let goes_on = !turns.is_empty() && label_of(scene, tokens).is_none();
            if goes_on {
                unlabelled.push(tokens)
            } else {
                unlabelled.clear()
            }
            continue;
        };
        if let Some(last) = turns.last_mut().filter(|last| last.stance != Stance::Asks) {
            last.content.append(&mut unlabelled);
        }
        unlabelled.clear();
        turns.push(turn);
    }
    push_new(drafts, turns);
}

fn paragraphs<'s>(scene: &'s Scene, kind: ParagraphKind) -> impl Iterator<Item = Tokens> + 's {
    scene.document.paragraphs.iter().filter(move |p| p.kind == kind).map(|p| tokens_of(scene, p))
}

fn tokens_of(scene: &Scene, paragraph: &Paragraph) -> Tokens {
    let sentences = &scene.document.sentences[paragraph.sentences.clone()];
    Tokens::new(sentences[0].tokens.start, sentences[sentences.len() - 1].tokens.end)
}

/// Adds the claims whose colon is no cue yet; and those of labels without a colon.
fn push_new(drafts: &mut Vec<Draft>, found: Vec<Draft>) {
    let cue_of = |d: &Draft| d.cue.map(|c| c.start);
    let cues: BTreeSet<usize> = drafts.iter().filter_map(cue_of).collect();
    drafts.extend(found.into_iter().filter(|d| cue_of(d).is_none_or(|c| !cues.contains(&c))));
}

/// "Kazakh minister: talks to resume" or the other way round.
fn headline(scene: &Scene, tokens: Tokens, clauses: &[ReportingClause]) -> Option<Draft> {
    let colon = tokens.iter().find(|&j| scene.lower(j) == ":" && !scene.document.tokens[j].spaced)?;
    if clauses_in(clauses, tokens).iter().any(|p| p.clause.end == colon) {
        return None;
    }
    let (left, right) = (Tokens::new(tokens.start, colon), scene.trim(colon + 1..tokens.end));
    // "File: Ana Roe (cropped).jpg".
    let is_picture = left.len() == 1
        && matches!(scene.lower(left.start), "file" | "image" | "photo" | "picture" | "video" | "audio" | "watch");
    if is_picture {
        return None;
    }
    let (source, content) = speaker_after(scene, left, right).or_else(|| speaker_before(scene, left, right))?;
    if content.is_empty() {
        return None;
    }
    let clause = source.start.min(colon)..source.end.max(colon + 1);
    let mut draft = Draft::new(Rule::HeadlineWithColon, ":", Stance::Asserts, colon..colon + 1, clause);
    draft.content = vec![scene.trim(content)];
    draft.source = Some(source);
    Some(draft)
}

/// "Talks to resume: minister", "“We got lucky”: Costa after the late escape": the source and the content.
fn speaker_after(scene: &Scene, left: Tokens, right: Tokens) -> Option<(Tokens, Tokens)> {
    let adjunct = right.iter().find(|&j| scene.pos(j) == Pos::Adp).filter(|_| is_quoted(scene, left));
    let name = right.up_to(adjunct.unwrap_or(right.end));
    let names = |tokens| names_source(scene, tokens, left, right);
    // "Cooling tower likely source of outbreak: officials": whoever has no name stands after what is said.
    let is_sentence = scene.has_finite(left)
        || scene.count_words(left) >= FEWEST_WORDS_AFTER_NAME - 1
            && (!names(left) || is_nobody_named(scene, right) || has_office(scene, right));
    (names(name) && (is_quoted(scene, left) || is_sentence)).then_some((name, left))
}

/// "Minister: talks to resume": the source and the content.
fn speaker_before(scene: &Scene, left: Tokens, right: Tokens) -> Option<(Tokens, Tokens)> {
    let is_said =
        is_quoted(scene, right) || scene.has_finite(right) || scene.count_words(right) >= FEWEST_WORDS_AFTER_NAME;
    (names_source(scene, left, left, right) && is_said).then_some((left, right))
}

fn is_quoted(scene: &Scene, tokens: Tokens) -> bool {
    !tokens.is_empty() && (scene.quote_opened(tokens.start).is_some() || scene.quote_closed(tokens.end - 1).is_some())
}

/// Whether a side of a headline is a short name of somebody who speaks; beside words in marks ("“We got lucky”: Costa")
/// or of a first person ("Costa: I won") known or not.
fn names_source(scene: &Scene, tokens: Tokens, left: Tokens, right: Tokens) -> bool {
    let is_first_person = matches!(scene.lower(right.start), "i" | "we" | "i'm" | "i've" | "we're" | "we've");
    let is_capitalized = || tokens.iter().all(|j| scene.document.is_capitalized(j));
    let is_beside_words = is_quoted(scene, left) || is_first_person && tokens.len() <= 3;
    !tokens.is_empty()
        && tokens.len() <= LONGEST_NAME
        && !scene.has_finite(tokens)
        && (speaker::names_speaker(scene, tokens) || has_office(scene, tokens) || is_beside_words && is_capitalized())
}

/// "Iraqi FM", "PM Hasina": an office in letters at the end, or before a name.
fn has_office(scene: &Scene, tokens: Tokens) -> bool {
    let is_office = |j: usize| is_office(scene.document.word(j));
    let is_capitalized = |j: usize| scene.document.is_capitalized(j);
    !tokens.is_empty() && (is_office(tokens.end - 1) || is_office(tokens.start) && tokens.iter().all(is_capitalized))
}

/// "officials", "Central Bank governor": a word for who speaks without a name, or a phrase that ends in one.
fn is_nobody_named(scene: &Scene, tokens: Tokens) -> bool {
    let last = tokens.end - 1;
    let word = scene.lower(last);
    tokens.len() <= LONGEST_LABEL
        && !scene.document.is_capitalized(last)
        && [word, &speaker::singular(word)].iter().any(|w| lists().unnamed_sources.has(w) || lists().role_nouns.has(w))
}

/// "A: …", "ROE: …", "((ROE)) : …", "((ROE)) …": a label at the head of a paragraph that heads others too.
fn interview(scene: &Scene, tokens: Tokens, labels: &Labels) -> Option<Draft> {
    let Label { words: label, colon, end } = label_of(scene, tokens)?;
    let words = key_of(scene.document.slice(scene.span(label)?));
    let is_quoted_name = speaker::names_speaker(scene, label) && scene.quote_opened(end).is_some();
    // "((Wikinews))" once, and "((WN))" from then on.
    let is_in_brackets = colon.is_none() && labels.one_recurs;
    if end + 1 >= tokens.end || !(labels.recurs(&words) || is_quoted_name || is_in_brackets) {
        return None;
    }
    let asks = Turn::of_label(&words).is_some_and(|(_, turn)| turn == Turn::Asks);
    let is_question = asks || scene.lower(tokens.end - 1) == "?";
    let stance = if is_question { Stance::Asks } else { Stance::Asserts };
    let mut draft = Draft::new(Rule::InterviewLabel, ":", stance, end - 1..end, tokens.start..end);
    draft.cue = colon.map(|colon| Tokens::new(colon, end));
    draft.content.push(Tokens::new(end, tokens.end));
    draft.source = Some(label);
    Some(draft)
}

/// The labels at the heads of paragraphs.
#[derive(Default)]
struct Labels {
    /// How many paragraphs each heads.
    counts: BTreeMap<String, usize>,
    /// Labels of several words by their short forms.
    by_short: BTreeMap<String, Vec<String>>,
    /// Whether one heads two paragraphs.
    one_recurs: bool,
}

/// A label in lower case; "Q1" and "A1" are question and answer.
fn key_of(label: &str) -> String {
    Turn::of_label(label).map_or_else(|| label.to_lowercase(), |(turn, _)| turn.to_owned())
}

impl Labels {
    fn of(scene: &Scene) -> Labels {
        let mut labels = Labels::default();
        for paragraph in scene.document.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Body) {
            let label = label_of(scene, tokens_of(scene, paragraph));
            let Some(span) = label.and_then(|label| scene.span(label.words)) else { continue };
            let label = key_of(scene.document.slice(span));
            let count = labels.counts.entry(label.clone()).or_insert(0);
            *count += 1;
            labels.one_recurs |= *count > 1;
            if *count == 1 {
                for short in short_forms(&label) {
                    labels.by_short.entry(short).or_default().push(label.clone());
                }
            }
        }
        labels
    }

    /// Whether a label, its short or long form or the other voice of an interview head two paragraphs: "June Okabe" and
    /// "Okabe", "Plain Circuit" and "PC", question and answer.
    fn recurs(&self, label: &str) -> bool {
        let is_turn = Turn::of_label(label).is_some();
        let turns = Turn::LABELS.iter().filter(|_| is_turn).map(|(turn, _)| turn.to_string());
        let long = self.by_short.get(label).into_iter().flatten().cloned();
        let mut seen: Vec<String> = Vec::new();
        for other in [label.to_owned()].into_iter().chain(short_forms(label)).chain(turns).chain(long) {
            if !seen.contains(&other) && self.counts.contains_key(&other) {
                seen.push(other);
            }
            // Each heads one at least.
            if seen.iter().map(|other| self.counts[other]).sum::<usize>() >= 2 {
                return true;
            }
        }
        false
    }
}

/// The last word and the initials of a label of several words.
fn short_forms(label: &str) -> impl Iterator<Item = String> {
    let initials = || label.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    let forms = label.rsplit_once(' ').map(|(_, last)| [last.to_owned(), initials()]);
    forms.into_iter().flatten()
}

/// A label: its words without brackets, the colon after it, and the token after all of it.
struct Label {
    words: Tokens,
    colon: Option<usize>,
    end: usize,
}

/// Up to four capitalised words at the head of a paragraph before a colon, perhaps in brackets; in double ones also without.
fn label_of(scene: &Scene, tokens: Tokens) -> Option<Label> {
    let is_open = |j: usize| matches!(scene.lower(j), "(" | "[" | "((" | "[[");
    let is_close = |j: usize| matches!(scene.lower(j), ")" | "]" | "))" | "]]");
    let start = tokens.iter().find(|&j| !is_open(j))?;
    let end = (start + 1..tokens.end.min(start + 1 + LONGEST_LABEL)).find(|&j| is_close(j) || scene.lower(j) == ":")?;
    let after = (end..tokens.end).find(|&j| !is_close(j))?;
    let colon = Some(after).filter(|&j| scene.lower(j) == ":");
    let is_doubled = scene.span(tokens).is_some_and(|span| scene.document.slice(span).starts_with("(("));
    if colon.is_none() && !is_doubled {
        return None;
    }
    let (words, end) = (Tokens::new(start, end), colon.map_or(after, |colon| colon + 1));
    let is_name = words.iter().all(|j| scene.document.is_capitalized(j) || scene.lower(j) == ".");
    is_name.then_some(Label { words, colon, end })
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::{check, check_headline};

    #[test]
    fn headline() {
        check_headline(
            "Minister: talks to resume in May",
            "[Minister] <:> talks to resume in May «headline with colon»",
        );
        check_headline("“We got lucky”: Costa", "[Costa] <:> “We got lucky” «headline with colon»");
        check_headline(
            "No plan to cut rates: Central Bank governor",
            "[Central Bank governor] <:> No plan to cut rates «headline with colon»",
        );
        check_headline(
            "Ministers to meet in Baghdad: Iraqi FM",
            "[Iraqi FM] <:> Ministers to meet in Baghdad «headline with colon»",
        );
        check_headline(
            "Economy to grow this year: PM Ilves",
            "[PM Ilves] <:> Economy to grow this year «headline with colon»",
        );
        check_headline("Harbour: a history of the town", "");
        check_headline("File: Ana Roe (cropped).jpg", "");
    }

    #[test]
    fn interview() {
        check(
            "ROE: The road is closed today. ¶ ILVES: The road was closed before. ¶ ROE: It will be open again.",
            "[ROE] <:> The road is closed today. «interview label»\n\
             [ROE] <:> It will be open again. «interview label»",
        );
        check(
            "((JR)) : Why is the road closed? ¶ ((JR)) : When will it open?",
            "[JR] <:> Why is the road closed? «interview label»\n[JR] <:> When will it open? «interview label»",
        );
        check(
            "((JR)) Why is the road closed? ¶ ((Ann Lund)) We repair it. ¶ ((JR)) When will it open?",
            "[JR] <> Why is the road closed? «interview label»\n[Ann Lund] <> We repair it. «interview label»\n[JR] <> When will it open? «interview label»",
        );
        check("(JR) Why is the road closed? ¶ (JR) When will it open?", "");
        check(
            "ROE: The road is closed today. ¶ It was closed before. ¶ ROE: It will be open again.",
            "[ROE] <:> The road is closed today. // It was closed before. «interview label»\n\
             [ROE] <:> It will be open again. «interview label»",
        );
        check(
            "Q1: Why is the road closed? ¶ A1: We repair it.",
            "[Q1] <:> Why is the road closed? «interview label»\n[A1] <:> We repair it. «interview label»",
        );
        check("B1: Why is the road closed? ¶ C1: We repair it.", "");
        check("Note: The road is closed today.", "");
        check("Image: Jane Roe. ¶ Image: Jane Roe.", "");
    }
}

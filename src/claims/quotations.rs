//! Quotations without a cue of their own: floating, re-opened, continued, called names, and words after a colon.

use super::content::{self, Placed};
use super::cue;
use super::draft::Draft;
use super::scene::{Scene, Tokens};
use super::{Stance, source, subject};
use crate::document::ParagraphKind;
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// A quotation with fewer words than this, inside a sentence of the writer's, is a scare quote or a name.
const FEWEST_WORDS_IN_SENTENCE: usize = 7;

/// The dictionary form of a verb that gives something a name or a verdict.
pub fn names_something(word: &str) -> Option<&'static str> {
    Some(match word {
        "called" | "calls" | "calling" | "call" => "call",
        "described" | "describes" | "describing" => "describe",
        "branded" | "branding" | "brands" => "brand",
        "labelled" | "labeled" | "labels" | "labelling" => "label",
        "dubbed" => "dub",
        "denounced" | "denounces" | "denouncing" => "denounce",
        "dismissed" | "dismisses" | "dismissing" => "dismiss",
        "hailed" | "hails" | "hailing" => "hail",
        "condemned" | "condemns" | "condemning" => "condemn",
        "praised" | "praises" | "praising" => "praise",
        "slammed" | "slams" | "criticised" | "criticized" => "criticize",
        "characterized" | "characterised" => "characterize",
        "termed" => "term",
        _ => return None,
    })
}

/// "called it “a shame”", "described the ship as “cooperative”": what is called, and the quoted words.
pub fn namings(scene: &Scene, all: &[Placed], drafts: &mut Vec<Draft>) {
    for i in 0..scene.document.tokens.len() {
        let Some(lemma) = names_something(scene.lower(i)) else { continue };
        if scene.pos(i) == Pos::Verb && !super::voice::is_passive(scene, i) {
            drafts.extend(naming(scene, i, lemma, content::near(all, &scene.sentence(i))));
        }
    }
}

fn naming(scene: &Scene, i: usize, lemma: &str, all: &[Placed]) -> Option<Draft> {
    let bounds = scene.bounds(i);
    let open = (i + 1..bounds.end.min(i + 22)).find(|&j| scene.quote_opened(j).is_some())?;
    let quote = scene.quotes[scene.quote_opened(open)?].tokens.clone();
    let between = i + 1..open;
    // Nothing but the noun phrase that is called and "as" may stand between.
    if between.clone().any(|j| {
        scene.is_finite(j) || scene.is_comma(j) || matches!(scene.lower(j), ":" | "to" | "that" | "for" | "and" | "on")
    }) || quote.end > bounds.end
    {
        return None;
    }
    let needs_as = !matches!(lemma, "call" | "brand" | "label" | "dub" | "term");
    let at_as = between.clone().find(|&j| scene.lower(j) == "as");
    if needs_as && at_as.is_none() {
        return None;
    }
    let object_end = at_as.unwrap_or_else(|| {
        (i + 1..open).rev().take_while(|&j| matches!(scene.lower(j), "a" | "an" | "the")).last().unwrap_or(open)
    });
    let object = scene.trim(i + 1..object_end);
    let named = if at_as.is_some() { at_as? + 1 } else { object_end };
    let source = subject::own_subject(scene, i, &bounds, &(i..i + 1))
        .filter(|s| s.end <= i)
        .or_else(|| super::verbs::of_main_clause(scene, &(i..i + 1), i, all))
        .or_else(|| source::inherited(scene, i))?;
    // "The show, called “…”, opens": a name, not a verdict.
    if i > bounds.start && scene.is_comma(i - 1) && scene.form(i) != Form::Vbg && !source::names_speaker(scene, &source)
    {
        return None;
    }
    let stance = Stance::Asserts;
    let mut draft = Draft::new("called it", lemma, stance, i..i + 1, source.start.min(i)..i + 1);
    let is_pronoun = object.len() == 1 && scene.pos(object.start) == Pos::Pron;
    let words = named.min(quote.start)..quote.end;
    draft.content = if object.is_empty() || is_pronoun { vec![quote] } else { vec![object, words] };
    draft.source = Some(source);
    Some(draft)
}

/// Quotations that no claim holds yet: they go on from a speaker, or stand under a sentence that announces them.
pub fn floating(scene: &Scene, all: &[Placed], drafts: &mut Vec<Draft>) {
    let mut held = vec![false; scene.document.tokens.len()];
    for draft in drafts.iter().filter(|d| d.rule != "adverb without source") {
        // A claim inside a quotation holds words of it, but not its mark.
        draft.content.iter().for_each(|c| held[c.clone()].fill(true));
    }
    let mut speakers = Speakers::new(drafts);
    for q in 0..scene.quotes.len() {
        let quote = &scene.quotes[q];
        if quote.depth > 0 || held[quote.tokens.start] {
            continue;
        }
        let before = speakers.before(scene, quote.tokens.start);
        let go_on = |before| float(scene, q, before, all, drafts);
        if let Some(draft) = announced_here(scene, &quote.tokens).or_else(|| before.and_then(go_on)) {
            speakers.latest = Some((end_of(&draft), drafts.len()));
            drafts.push(draft);
        }
    }
}

/// Who spoke last, as one reads on: the claims that have a speaker, by where they end.
struct Speakers {
    ends: Vec<(usize, usize)>,
    next: usize,
    latest: Option<(usize, usize)>,
}

impl Speakers {
    fn new(drafts: &[Draft]) -> Speakers {
        let spoken = drafts
            .iter()
            .enumerate()
            .filter(|(_, d)| d.source.is_some() && d.via.is_none() && d.stance != Stance::Asks);
        let mut ends: Vec<(usize, usize)> = spoken.map(|(i, d)| (end_of(d), i)).collect();
        ends.sort_by_key(|&(end, i)| (end, std::cmp::Reverse(drafts[i].start())));
        Speakers { ends, next: 0, latest: None }
    }

    /// The claim that was made last before token `at`, in the same paragraph or the one before. Asked in text order.
    fn before(&mut self, scene: &Scene, at: usize) -> Option<usize> {
        while self.next < self.ends.len() && self.ends[self.next].0 <= at {
            self.latest = self.latest.max(Some(self.ends[self.next]));
            self.next += 1;
        }
        let paragraph_of = |i: usize| scene.document.sentences[scene.document.sentence_of(i)].paragraph;
        self.latest.filter(|&(end, _)| end > 0 && paragraph_of(at) - paragraph_of(end - 1) <= 1).map(|(_, draft)| draft)
    }
}

fn end_of(draft: &Draft) -> usize {
    draft.content.iter().map(|c| c.end).chain([draft.clause.end]).max().unwrap_or(0)
}

fn float(scene: &Scene, q: usize, before: usize, all: &[Placed], drafts: &mut [Draft]) -> Option<Draft> {
    let quote = &scene.quotes[q];
    let first = scene.sentence(quote.tokens.start);
    let paragraph =
        &scene.document.paragraphs[scene.document.sentences[scene.document.sentence_of(quote.tokens.start)].paragraph];
    if matches!(paragraph.kind, ParagraphKind::Credit | ParagraphKind::Byline | ParagraphKind::Headline) {
        return None;
    }
    let last = scene.sentence(quote.tokens.end - 1);
    let opens_sentence =
        (first.start..quote.tokens.start).all(|j| !scene.is_word(j) || matches!(scene.lower(j), "and" | "but"));
    let whole = opens_sentence && quote.tokens.end + 1 >= last.end;
    let words = scene.count_words(quote.tokens.clone());
    if !whole && (words < FEWEST_WORDS_IN_SENTENCE || !scene.has_finite(quote.tokens.clone())) {
        return None;
    }
    if is_announced(scene, &quote.tokens) || !whole && speaks_of_others(scene, &first, &quote.tokens, &last) {
        return None;
    }
    let has_own_cue = content::near(all, &last).iter().any(|p| p.clause.start >= quote.tokens.end);
    if whole && !has_own_cue && attaches(scene, &drafts[before], quote) {
        drafts[before].content.push(quote.tokens.clone());
        return None;
    }
    let content = if whole { quote.tokens.clone() } else { scene.trim(first.start..last.end.max(quote.tokens.end)) };
    let mut draft = Draft::new("floating quotation", "", Stance::Asserts, content.clone(), content.clone());
    draft.cue = None;
    draft.continues = Some(before);
    draft.content = vec![content];
    Some(draft)
}

/// Whether the writer's words around a quotation have a reporting word or a person of their own: then they do not go on
/// from the speaker before.
fn speaks_of_others(scene: &Scene, first: &Tokens, quote: &Tokens, last: &Tokens) -> bool {
    let around = (first.start..quote.start).chain(quote.end..last.end.max(quote.end));
    around.into_iter().filter(|&j| scene.quote_around(j).is_none()).any(|j| {
        let is_person =
            scene.mention_at(scene.document.tokens[j].span).is_some_and(|m| m.kind == crate::mentions::Kind::Person);
        is_person
            || names_something(scene.lower(j)).is_some()
            || scene.pos(j) == Pos::Verb && cue::verb_entry(scene, j).is_some()
            || cue::look_up(lists().cue_nouns, scene.lower(j)).is_some()
    })
}

/// Whether a colon leads to a quotation that ends its sentence.
fn is_announced(scene: &Scene, quote: &Tokens) -> bool {
    let ends_sentence = quote.end + 1 >= scene.sentence(quote.end - 1).end;
    ends_sentence && quote.start > scene.sentence(quote.start).start && scene.lower(quote.start - 1) == ":"
}

/// "She turned to the crowd again: “…”": the subject of the sentence speaks.
fn announced_here(scene: &Scene, quote: &Tokens) -> Option<Draft> {
    if !is_announced(scene, quote) || scene.in_headline(quote.start) || scene.count_words(quote.clone()) < 3 {
        return None;
    }
    let sentence = scene.sentence(quote.start);
    let colon = quote.start - 1;
    let has_speaker = |j: usize| source::subject_of(scene, j).is_some_and(|s| s < j && scene.form(s) != Form::Ex);
    let verb = (sentence.start..colon).find(|&j| scene.is_finite(j) && has_speaker(j))?;
    let subject = source::subject_of(scene, verb).map(|s| subject::noun_phrase(scene, s, &sentence, verb))?;
    let mut draft =
        Draft::new("colon before quotation", ":", Stance::Asserts, colon..colon + 1, subject.start..colon + 1);
    draft.source = Some(subject);
    draft.content.push(quote.clone());
    Some(draft)
}

/// "“A,” he said. “B.”": B is the same quotation, interrupted.
fn attaches(scene: &Scene, before: &Draft, quote: &crate::quotes::Quote) -> bool {
    let is_direct = before
        .content
        .last()
        .is_some_and(|c| scene.quote_closed(c.end - 1).is_some() && scene.quote_opened(c.start).is_some());
    let sentence = scene.sentence(before.clause.start);
    is_direct
        && before.cue.as_ref().is_some_and(|c| c.start >= before.content[0].end || c.end <= before.content[0].start)
        && before.clause.start >= before.content[0].end
        && quote.tokens.start == sentence.end
        && scene.document.sentences[scene.document.sentence_of(quote.tokens.start)].paragraph
            == scene.document.sentences[scene.document.sentence_of(before.clause.start)].paragraph
}

/// Headlines and labels: "Minister: talks to resume", "Talks to resume: minister", "Q: …".
pub fn labels(scene: &Scene, all: &[Placed], drafts: &mut Vec<Draft>) {
    let cues: std::collections::BTreeSet<usize> =
        drafts.iter().filter_map(|d| d.cue.as_ref()).map(|c| c.start).collect();
    let labels = recurring_labels(scene);
    for paragraph in &scene.document.paragraphs {
        let sentences = &scene.document.sentences[paragraph.sentences.clone()];
        let tokens = sentences[0].tokens.start..sentences[sentences.len() - 1].tokens.end;
        let draft = match paragraph.kind {
            ParagraphKind::Headline => headline(scene, &tokens, all),
            ParagraphKind::Body => interview(scene, &tokens, &labels),
            _ => None,
        };
        if let Some(draft) = draft.filter(|d| d.cue.as_ref().is_some_and(|c| !cues.contains(&c.start))) {
            drafts.push(draft);
        }
    }
}

/// "Kazakh minister: talks to resume" or the other way round.
fn headline(scene: &Scene, tokens: &Tokens, all: &[Placed]) -> Option<Draft> {
    let colon = tokens.clone().find(|&j| scene.lower(j) == ":" && !scene.document.tokens[j].spaced)?;
    if content::near(all, tokens).iter().any(|p| p.clause.end == colon) {
        return None;
    }
    let (left, right) = (tokens.start..colon, scene.trim(colon + 1..tokens.end));
    let is_quoted = |t: &Tokens| {
        !t.is_empty() && (scene.quote_opened(t.start).is_some() || scene.quote_closed(t.end - 1).is_some())
    };
    // "“We got lucky”: Costa", "Costa: I won": whoever stands beside words in marks or of a first person said them,
    // known or not.
    let is_first_person = matches!(scene.lower(right.start), "i" | "we" | "i'm" | "i've" | "we're" | "we've");
    let is_named = |t: &Tokens| {
        (is_quoted(&left) || is_first_person && t.len() <= 3) && t.clone().all(|j| scene.document.is_capitalized(j))
    };
    let names = |t: &Tokens| {
        !t.is_empty()
            && t.len() <= 6
            && !scene.has_finite(t.clone())
            && (source::names_speaker(scene, t) || is_named(t))
    };
    // "“We got lucky”: Costa after the late escape".
    let right_name = right.start..right.clone().find(|&j| scene.pos(j) == Pos::Adp).unwrap_or(right.end);
    let right_name = if is_quoted(&left) { right_name } else { right.clone() };
    // "Cooling tower likely source of outbreak: officials": whoever has no name stands behind what is said.
    let is_sentence = |t: &Tokens| {
        scene.has_finite(t.clone())
            || scene.count_words(t.clone()) >= 3 && (!names(t) || is_nobody_named(scene, &right))
    };
    let (source, content) = if names(&right_name) && (is_quoted(&left) || is_sentence(&left)) {
        (right_name, left)
    } else if names(&left)
        && (is_quoted(&right) || scene.has_finite(right.clone()) || scene.count_words(right.clone()) >= 4)
    {
        (left, right)
    } else {
        return None;
    };
    if content.is_empty() {
        return None;
    }
    let mut draft = Draft::new(
        "headline with colon",
        ":",
        Stance::Asserts,
        colon..colon + 1,
        source.start.min(colon)..source.end.max(colon + 1),
    );
    draft.content = vec![scene.trim(content)];
    draft.source = Some(source);
    Some(draft)
}

/// "officials", "police": a single word for who speaks without a name.
fn is_nobody_named(scene: &Scene, tokens: &Tokens) -> bool {
    let word = scene.lower(tokens.start);
    tokens.len() == 1
        && !scene.document.is_capitalized(tokens.start)
        && [word, &source::singular(word)].iter().any(|w| lists().unnamed_sources.has(w) || lists().role_nouns.has(w))
}

/// "A: …", "ROE: …": a label at the head of a paragraph that heads others too.
fn interview(scene: &Scene, tokens: &Tokens, labels: &std::collections::BTreeMap<String, usize>) -> Option<Draft> {
    let label = label_of(scene, tokens)?;
    let colon = label.end;
    let words = scene.document.slice(scene.span(&label)?).to_lowercase();
    let recurs = labels.iter().filter(|(other, _)| is_same_voice(&words, other)).map(|(_, n)| n).sum::<usize>() >= 2;
    let is_quoted_name = source::names_speaker(scene, &label) && scene.quote_opened(colon + 1).is_some();
    if colon + 2 >= tokens.end || !(recurs || is_quoted_name) {
        return None;
    }
    let stance = if matches!(words.as_str(), "q" | "question") { Stance::Asks } else { Stance::Asserts };
    let mut draft = Draft::new("interview label", ":", stance, colon..colon + 1, tokens.start..colon + 1);
    draft.content.push(colon + 1..tokens.end);
    draft.source = Some(label);
    Some(draft)
}

/// "June Okabe" and "Okabe", "Plain Circuit" and "PC": a label and its short form.
fn is_same_voice(a: &str, b: &str) -> bool {
    let ends = |long: &str, short: &str| long.rsplit(' ').next() == Some(short);
    let initials = |name: &str| name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    a == b || ends(a, b) || ends(b, a) || a.contains(' ') && initials(a) == b || b.contains(' ') && initials(b) == a
}

/// How many paragraphs each label heads.
fn recurring_labels(scene: &Scene) -> std::collections::BTreeMap<String, usize> {
    let mut labels = std::collections::BTreeMap::new();
    for paragraph in &scene.document.paragraphs {
        let sentences = &scene.document.sentences[paragraph.sentences.clone()];
        let tokens = sentences[0].tokens.start..sentences[sentences.len() - 1].tokens.end;
        if let Some(span) = label_of(scene, &tokens).and_then(|label| scene.span(&label)) {
            *labels.entry(scene.document.slice(span).to_lowercase()).or_insert(0) += 1;
        }
    }
    labels
}

/// Up to four capitalised words before a colon at the head of a paragraph.
fn label_of(scene: &Scene, tokens: &Tokens) -> Option<Tokens> {
    let colon = (tokens.start + 1..tokens.end.min(tokens.start + 5)).find(|&j| scene.lower(j) == ":")?;
    let label = tokens.start..colon;
    label.clone().all(|j| scene.document.is_capitalized(j) || scene.lower(j) == ".").then_some(label)
}

/// "He wrote:" at the end of a sentence or paragraph, the words in the next.
pub fn announced(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut held = vec![false; scene.quotes.len()];
    for content in drafts.iter().flat_map(|d| d.content.iter()) {
        if let Some(quote) = scene.quote_opened(content.start) {
            held[quote] = true;
        }
    }
    for (s, sentence) in scene.document.sentences.iter().enumerate() {
        let last = sentence.tokens.end - 1;
        let Some(next) = scene.document.sentences.get(s + 1).filter(|_| scene.lower(last) == ":") else { continue };
        let Some(quote) = scene.quote_opened(next.tokens.start) else { continue };
        let Some(verb) = sentence.tokens.clone().rev().find(|&j| {
            cue::verb_entry(scene, j).is_some() && !matches!(scene.relation(j), Relation::Amod | Relation::Compound)
        }) else {
            continue;
        };
        let Some(entry) = cue::verb_entry(scene, verb) else { continue };
        let cue = cue::read(scene, verb, &entry);
        let mut draft = Draft::new("verb and colon", entry.lemma, entry.stance, cue.tokens.clone(), cue.clause.clone());
        draft.source = cue.subject.or_else(|| source::inherited(scene, verb));
        draft.addressee = cue.addressee;
        draft.content = vec![scene.quotes[quote].tokens.clone()];
        if draft.source.is_some() && !held[quote] {
            drafts.push(draft);
        }
    }
}

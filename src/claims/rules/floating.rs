//! Quotations without a cue of their own: they go on from a speaker, or a colon announces them.

use crate::claims::claim::Stance;
use crate::claims::clause::{ReportingClause, clauses_in};
use crate::claims::cues::{self, verb_entry};
use crate::claims::draft::Draft;
use crate::claims::lexicon::look_up;
use crate::claims::noun_phrase::noun_phrase;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::subject;
use crate::claims::tokens::Tokens;
use crate::claims::words::naming_verb;
use crate::document::ParagraphKind;
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// A quotation with fewer words than this, inside a sentence of the writer's, is a scare quote or a name.
const FEWEST_WORDS_IN_SENTENCE: usize = 7;

/// A quotation after a colon with fewer words than this is a name or a term.
const FEWEST_WORDS: usize = 3;

/// Quotations that no claim holds yet: they go on from a speaker, or stand under a sentence that announces them.
pub fn floating(scene: &Scene, clauses: &[ReportingClause], drafts: &mut Vec<Draft>) {
    let mut holders = vec![None; scene.document.tokens.len()];
    for (at, draft) in drafts.iter().enumerate().filter(|(_, d)| d.holds_words) {
        // A claim inside a quotation holds words of it, but not its mark.
        draft.content.iter().for_each(|c| holders[c.iter()].fill(Some(at)));
    }
    let later = named_later(scene, &holders, drafts);
    let mut speakers = Speakers::new(drafts);
    for (q, named_later) in later.into_iter().enumerate() {
        let quote = scene.quote_tokens(q);
        if scene.quotes[q].depth > 0 || holders[quote.start].is_some() {
            continue;
        }
        let before = named_later.or(speakers.before(scene, quote.start));
        let gone_on = || before.and_then(|before| go_on(scene, quote, before, clauses, drafts));
        match announced_by_colon(scene, quote).map(GoneOn::Apart).or_else(gone_on) {
            Some(GoneOn::Apart(draft)) => {
                speakers.latest = Some((end_of(&draft), drafts.len()));
                drafts.push(draft);
            }
            // "“I told him,” she said. “He said no.": who speaks is she, not whom her words report.
            Some(GoneOn::Joined(before)) => speakers.latest = Some((quote.end, before)),
            None => {}
        }
    }
}

/// "“One goes on. ¶ “Two ends,” he said.": for each quotation that goes on in the next paragraph, the claim that names its speaker
/// there or in a later one.
fn named_later(scene: &Scene, holders: &[Option<usize>], drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut later = vec![None; scene.quotes.len()];
    let mut next: Option<usize> = None;
    for q in (0..scene.quotes.len()).rev().filter(|&q| scene.quotes[q].depth == 0) {
        let goes_on = next.filter(|&n| !scene.quotes[q].closed && scene.quotes[n].reopened);
        later[q] = goes_on.and_then(|n| {
            let holder = holders[scene.quotes[n].tokens.start].filter(|&at| drafts[at].source.is_some());
            holder.or(later[n])
        });
        next = Some(q);
    }
    later
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
        let is_near = |end: usize| end > 0 && paragraph_of(scene, at) - paragraph_of(scene, end - 1) <= 1;
        self.latest.filter(|&(end, _)| is_near(end)).map(|(_, draft)| draft)
    }
}

fn paragraph_of(scene: &Scene, i: usize) -> usize {
    scene.document.paragraph_of(i)
}

fn end_of(draft: &Draft) -> usize {
    draft.content.iter().map(|c| c.end).chain([draft.clause.end]).max().unwrap_or(0)
}

/// What became of a quotation that goes on from the speaker before.
enum GoneOn {
    /// More of a claim, by its number.
    Joined(usize),
    /// A claim of its own.
    Apart(Draft),
}

/// The quotation as words of the speaker before: joined to his or her last claim, or a claim of its own.
fn go_on(
    scene: &Scene,
    quote: Tokens,
    before: usize,
    clauses: &[ReportingClause],
    drafts: &mut [Draft],
) -> Option<GoneOn> {
    if is_outside_body(scene, quote) || is_announced(scene, quote) {
        return None;
    }
    let (first, last) = (scene.sentence(quote.start), scene.sentence(quote.end - 1));
    let is_whole = is_whole_sentence(scene, quote);
    let is_scare_quote = || scene.count_words(quote) < FEWEST_WORDS_IN_SENTENCE || !scene.has_finite(quote);
    if !is_whole && (is_scare_quote() || speaks_of_others(scene, first, quote, last)) {
        return None;
    }
    let has_own_cue = clauses_in(clauses, last).iter().any(|p| p.clause.start >= quote.end);
    if is_whole && !has_own_cue && attaches(scene, &drafts[before], quote) {
        drafts[before].content.push(quote);
        return Some(GoneOn::Joined(before));
    }
    let content = if is_whole { quote } else { scene.trim(first.start..last.end.max(quote.end)) };
    let mut draft = Draft::new(Rule::FloatingQuotation, "", Stance::Asserts, content, content);
    draft.cue = None;
    draft.continues = Some(before);
    draft.content = vec![content];
    Some(GoneOn::Apart(draft))
}

fn is_outside_body(scene: &Scene, quote: Tokens) -> bool {
    let paragraph = &scene.document.paragraphs[paragraph_of(scene, quote.start)];
    matches!(paragraph.kind, ParagraphKind::Credit | ParagraphKind::Byline | ParagraphKind::Headline)
}

/// Whether nothing but "and" or "but" before and a stop after stands in the sentences of the quotation.
fn is_whole_sentence(scene: &Scene, quote: Tokens) -> bool {
    let is_joint = |j: usize| !scene.is_word(j) || matches!(scene.lower(j), "and" | "but");
    (scene.sentence(quote.start).start..quote.start).all(is_joint) && quote.end + 1 >= scene.sentence(quote.end - 1).end
}

/// Whether the writer's words around a quotation have a reporting word or a person of their own: then they do not go on
/// from the speaker before.
fn speaks_of_others(scene: &Scene, first: Tokens, quote: Tokens, last: Tokens) -> bool {
    let around = (first.start..quote.start).chain(quote.end..last.end.max(quote.end));
    around.into_iter().filter(|&j| scene.quote_around(j).is_none()).any(|j| {
        let is_person =
            scene.mention_at(scene.document.tokens[j].span).is_some_and(|m| m.kind == crate::mentions::Kind::Person);
        is_person
            || scene.pos(j) == Pos::Verb && naming_verb(scene, j).is_some()
            || scene.pos(j) == Pos::Verb && verb_entry(scene, j).is_some()
            || look_up(lists().cue_nouns, scene.lower(j)).is_some_and(|noun| !noun.frames.expressed())
    })
}

/// Whether a colon leads to a quotation that ends its sentence.
fn is_announced(scene: &Scene, quote: Tokens) -> bool {
    let ends_sentence = quote.end + 1 >= scene.sentence(quote.end - 1).end;
    ends_sentence && quote.start > scene.sentence(quote.start).start && scene.lower(quote.start - 1) == ":"
}

/// "She turned to the crowd again: “…”": the subject of the sentence speaks.
fn announced_by_colon(scene: &Scene, quote: Tokens) -> Option<Draft> {
    if !is_announced(scene, quote) || scene.in_headline(quote.start) || scene.count_words(quote) < FEWEST_WORDS {
        return None;
    }
    let sentence = scene.sentence(quote.start);
    let colon = quote.start - 1;
    let has_speaker = |j: usize| subject::subject_of(scene, j).is_some_and(|s| s < j && scene.form(s) != Form::Ex);
    let verb = (sentence.start..colon).find(|&j| scene.is_finite(j) && has_speaker(j))?;
    let source = subject::subject_of(scene, verb).map(|s| noun_phrase(scene, s, sentence, verb))?;
    let clause = source.start..colon + 1;
    let mut draft = Draft::new(Rule::ColonBeforeQuotation, ":", Stance::Asserts, colon..colon + 1, clause);
    draft.source = Some(source);
    draft.content.push(quote);
    Some(draft)
}

/// "“A,” he said. “B.”": B is the same quotation, interrupted.
fn attaches(scene: &Scene, before: &Draft, quote: Tokens) -> bool {
    let is_marked = |c: &Tokens| scene.quote_closed(c.end - 1).is_some() && scene.quote_opened(c.start).is_some();
    let is_direct = before.content.last().is_some_and(is_marked);
    let is_apart = |c: Tokens| c.start >= before.content[0].end || c.end <= before.content[0].start;
    is_direct
        && before.cue.is_some_and(is_apart)
        && before.clause.start >= before.content[0].end
        && quote.start == scene.sentence(before.clause.start).end
        && paragraph_of(scene, quote.start) == paragraph_of(scene, before.clause.start)
}

/// "He wrote:" at the end of a sentence or paragraph, the words in the next.
pub fn announced(scene: &Scene, _: &[ReportingClause], drafts: &mut Vec<Draft>) {
    let mut held = vec![false; scene.quotes.len()];
    for content in drafts.iter().flat_map(|d| d.content.iter()) {
        if let Some(quote) = scene.quote_opened(content.start) {
            held[quote] = true;
        }
    }
    for pair in scene.document.sentences.windows(2) {
        let (sentence, next) = (Tokens::from(pair[0].tokens.clone()), pair[1].tokens.start);
        let quote = scene.quote_opened(next).filter(|&q| scene.lower(sentence.end - 1) == ":" && !held[q]);
        drafts.extend(quote.and_then(|quote| announced_by_verb(scene, sentence, quote)));
    }
}

/// The claim of the last verb of saying in a sentence that ends with a colon.
fn announced_by_verb(scene: &Scene, sentence: Tokens, quote: usize) -> Option<Draft> {
    let is_verb = |j: usize| !matches!(scene.relation(j), Relation::Amod | Relation::Compound);
    let (verb, entry) = sentence.iter().rev().filter(|&j| is_verb(j)).find_map(|j| Some((j, verb_entry(scene, j)?)))?;
    let cue = cues::read(scene, verb, &entry);
    let mut draft = Draft::new(Rule::AnnouncedQuotation, entry.lemma, entry.stance, cue.tokens, cue.clause);
    draft.source = cue.subject.or_else(|| subject::inherited(scene, verb));
    draft.addressee = cue.addressee;
    draft.content = vec![scene.quote_tokens(quote)];
    draft.source.is_some().then_some(draft)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn floating() {
        check(
            "“We will stay,” Ilves said. ¶ “We will plant.”",
            "[Ilves] <said> “We will stay,” «verb after quotation»\n[] <> “We will plant.” «floating quotation»",
        );
        check(
            "The hall was full. ¶ “We will stay. ¶ “We will plant,” Ilves said.",
            "[] <> “We will stay. «floating quotation»\n[Ilves] <said> “We will plant,” «verb after quotation»",
        );
        check(
            "“We will stay,” Ilves said. ¶ The shop is called “Plant” and sells bread.",
            "[Ilves] <said> “We will stay,” «verb after quotation»",
        );
    }

    #[test]
    fn a_quotation_goes_on_from_its_speaker_and_not_from_whom_it_reports() {
        check(
            "“I told him no,” Ilves said. “He said the pipes had burst. ¶ “Then it began.”",
            "[Ilves] <said> “I told him no,” // “He said the pipes had burst. «verb after quotation»\n\
             [He] <said> the pipes had burst «verb and bare clause»\n\
             [] <> “Then it began.” «floating quotation»",
        );
    }

    #[test]
    fn colon_before_quotation() {
        check(
            "She turned to the crowd again: “We will not leave.”",
            "[She] <:> “We will not leave.” «colon before quotation»",
        );
        check("There was one sign: “Do not feed the gulls.”", "");
    }

    #[test]
    fn announced() {
        check(
            "On her blog Ilves wrote: ¶ “We will stay in the valley.”",
            "[Ilves] <wrote> “We will stay in the valley.” «announced quotation»",
        );
    }
}

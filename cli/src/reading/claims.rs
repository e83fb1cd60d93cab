//! Who says a claim, how, through whom, and what else the article says about the saying.

use super::plain::{capital, is_white};
use super::{Reading, words};
use onrecord::report::{Attribution, Claim, Entity, EntityKind, Role, Span, Stance, Time};

const MOST_LINKS: usize = 8;
/// The rule that finds the labelled turns of an interview.
const INTERVIEW: &str = "interview label";
/// What stands before a medium, in so many units.
const LONGEST_LED: u32 = 20;
const PREPOSITIONS: &[&str] = &["at", "by", "during", "in", "on", "through", "to", "via"];
/// With which a sentence may begin.
const DETERMINERS: &[&str] = &["A", "An", "His", "Her", "Its", "My", "Our", "The", "Their"];
const ARTICLES: &[&str] = &["a", "an", "his", "her", "its", "the", "their"];

impl<'a> Reading<'a> {
    /// Who speaks.
    pub fn speaker(&self, claim: &Claim) -> String {
        let names = claim.speakers.iter().map(|id| self.name(id).to_owned());
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        match claim.source {
            _ if !names.is_empty() => capital(&words::and(&names)),
            _ if claim.attribution == Attribution::None => words::NOBODY.to_owned(),
            Some(source) => capital(&self.words(source)),
            None => words::UNKNOWN_SPEAKER.to_owned(),
        }
    }

    /// With what the text calls a single speaker: "Bram Oke, Trust director".
    pub fn speaker_in_full(&self, claim: &Claim) -> String {
        let speaker = self.speaker(claim);
        let [id] = claim.speakers.as_slice() else { return speaker };
        let role = self.entity(id).and_then(|entity| entity.roles.first());
        role.map_or(speaker.clone(), |role| format!("{speaker}, {}", self.role(role)))
    }

    /// What the text calls somebody, each once.
    pub fn roles(&self, entity: &Entity) -> Vec<String> {
        let is_said = |role: &&Role| {
            let words = format!(" {} ", role.text.to_lowercase());
            let longer = entity.roles.iter().filter(|other| units(&other.text) > units(&role.text));
            longer.map(|other| format!(" {} ", other.text.to_lowercase())).any(|other| other.contains(&words))
        };
        let mut roles: Vec<String> = Vec::new();
        for role in entity.roles.iter().filter(|role| !is_said(role)).map(|role| self.role(role)) {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        roles
    }

    /// With whose it is, where it does not say: "press secretary (of Vladimir Putin)".
    fn role(&self, role: &Role) -> String {
        let owner = role.of.as_ref().map_or("", |id| self.name(id));
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let is_named = owner.split(' ').any(|word| is_capital(word) && role.text.contains(word));
        if owner.is_empty() || is_named { role.text.clone() } else { words::role_of(&role.text, owner) }
    }

    /// The claims through which a claim reached the article, the outermost first, and itself.
    pub fn chain<'c>(&self, claim: &'c Claim) -> Vec<&'c Claim>
    where
        'a: 'c,
    {
        let mut links = vec![claim];
        let mut via = claim.via.as_ref();
        for _ in 1..MOST_LINKS {
            let link = via.and_then(|id| self.report.claim(id));
            let Some(link) = link.filter(|link| links.iter().all(|known| known.id != link.id)) else { break };
            if link.speakers.is_empty() || links.last().is_some_and(|last| last.speakers != link.speakers) {
                links.push(link);
            }
            via = link.via.as_ref();
        }
        links.reverse();
        links
    }

    /// "Vessey Echo reports that two people say …"; of nobody's words, only who reported them.
    pub fn chain_sentence(&self, claim: &Claim) -> String {
        if claim.attribution == Attribution::None {
            return self.through(claim).unwrap_or_default();
        }
        let links = self.chain(claim);
        words::chain(&links.iter().map(|link| (self.in_sentence(link), self.is_many(link))).collect::<Vec<_>>())
    }

    /// A name, or for whom has none the article's words: "a diplomat in Tashkent".
    fn in_sentence(&self, claim: &Claim) -> String {
        let named = matches!(claim.attribution, Attribution::Named | Attribution::Implied);
        match claim.source {
            Some(source) if !named => self.uncapital(source),
            _ => self.speaker(claim),
        }
    }

    /// The words of a source, whose article is not at the beginning of the sentence here.
    fn uncapital(&self, source: Span) -> String {
        let words = self.words(source);
        match words.split_once(' ') {
            Some((first, rest)) if DETERMINERS.contains(&first) => format!("{} {rest}", first.to_lowercase()),
            _ => words,
        }
    }

    fn is_many(&self, claim: &Claim) -> bool {
        let is_group = |id: &String| self.entity(id).is_some_and(|entity| entity.kind == EntityKind::Group);
        claim.speakers.len() > 1 || claim.speakers.iter().any(is_group)
    }

    /// Nothing, where somebody said nothing.
    fn form_name(&self, claim: &Claim) -> &'static str {
        match claim.stance {
            _ if claim.content.is_empty() => "",
            _ if !is_turn(claim) => words::form(claim.form),
            Stance::Asks => words::QUESTION,
            _ => words::ANSWER,
        }
    }

    /// "paraphrased, unnamed source, warning"
    pub fn how(&self, claim: &Claim) -> String {
        let stance = if is_turn(claim) { "" } else { words::stance(claim.stance) };
        let how = [self.form_name(claim), words::attribution(claim.attribution), stance];
        how.into_iter().filter(|how| !how.is_empty()).collect::<Vec<_>>().join(", ").to_lowercase()
    }

    /// "As reported by Vessey Echo."
    pub fn through(&self, claim: &Claim) -> Option<String> {
        let chain = self.chain(claim);
        let reporters: Vec<String> = chain[..chain.len() - 1].iter().map(|link| self.speaker(link)).collect();
        (!reporters.is_empty()).then(|| words::via(&words::and(&reporters)))
    }

    /// What else the article says about the saying.
    pub fn sentences(&self, claim: &Claim) -> Vec<String> {
        let said = self.said_on(claim).map(|time| self.words(time));
        let lost = claim.via.as_ref().filter(|id| self.report.claim(id).is_none());
        let hedges: Vec<String> = self.hedges(claim).iter().map(|word| words::written(word)).collect();
        [
            claim.addressee.map(|span| words::to(&self.words(span))),
            claim.medium.map(|span| capital(&words::medium(&self.medium(span)))),
            said.map(|when| words::said_on(&when)),
            claim.anonymity.map(|span| words::anonymity(&self.words(span))),
            lost.map(|_| words::VIA_UNKNOWN.to_owned()),
            (!hedges.is_empty()).then(|| words::hedged(&hedges.join(", "))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Where it was said, as the article has it: "on X", "in a statement".
    fn medium(&self, span: Span) -> String {
        let before = self.raw(span.start.saturating_sub(LONGEST_LED), span.start);
        let mut back = before.split(is_white).rev();
        // After the last white space stands nothing.
        let beside = back.next().is_some_and(str::is_empty);
        let mut back = back.filter(|word| !word.is_empty());
        let among = |words: &[&str], word: &str| words.contains(&word.to_ascii_lowercase().as_str());
        let led = match (back.next(), back.next()) {
            (Some(last), _) if among(PREPOSITIONS, last) => last.to_owned(),
            (Some(last), Some(first)) if among(ARTICLES, last) && among(PREPOSITIONS, first) => {
                format!("{first} {last}")
            }
            _ => "in".to_owned(),
        };
        format!("{} {}", if beside { led.as_str() } else { "in" }, self.words(span))
    }

    /// The words of the content by which it hedges itself.
    fn hedges(&self, claim: &Claim) -> Vec<String> {
        let mut hedges: Vec<String> = Vec::new();
        let inside =
            |span: &&Span| claim.content.iter().any(|outer| outer.start <= span.start && span.end <= outer.end);
        for &span in claim.evidence.iter().filter(|_| claim.hedged).filter(inside) {
            let hedge = self.words(span).to_lowercase();
            if !hedges.contains(&hedge) {
                hedges.push(hedge);
            }
        }
        hedges
    }

    /// When it was said: only a day that the article gives, and none after the article's own.
    fn said_on(&self, claim: &Claim) -> Option<&'a Time> {
        let time = self.time(claim.said.as_ref()?).filter(|time| is_day(&time.value))?;
        let later = match (&self.report.published, &time.from) {
            (Some(published), Some(from)) => day(from) > day(published),
            _ => false,
        };
        (!later).then_some(time)
    }
}

/// How long a text is in JavaScript.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Whether it is what somebody asks or answers in an interview.
fn is_turn(claim: &Claim) -> bool {
    claim.rule == INTERVIEW
}

/// The day of an instant.
fn day(iso: &str) -> &str {
    iso.get(..10).unwrap_or(iso)
}

/// "2023-09-13" and "XXXX-WXX-3", whatever follows.
fn is_day(value: &str) -> bool {
    let fits = |pattern: &str| {
        let mut letters = value.bytes();
        pattern.bytes().all(|wanted| match letters.next() {
            Some(digit) if wanted == b'0' => digit.is_ascii_digit(),
            letter => letter == Some(wanted),
        })
    };
    fits("0000-00-00") || fits("XXXX-WXX-0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use onrecord::Options;

    /// Chain, how and sentences of the last claim.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = analysis::report(text, &Options::default()).expect("a report");
        let reading = Reading::new("a", text, &report);
        let claim = report.claims.last().expect("a claim");
        let mut said = vec![reading.chain_sentence(claim), reading.how(claim)];
        said.extend(reading.through(claim));
        said.extend(reading.sentences(claim));
        assert_eq!(said.join(" | "), expected);
    }

    #[test]
    fn chains() {
        check(
            "The pier will close, two officials said, the Vessey Echo reported.",
            "Vessey Echo reports that two officials say … | paraphrased, unnamed source | As reported by Vessey Echo.",
        );
        // Near miss: two claims beside one another are no chain.
        check("The pier will close, Ann Lee said. Bo Oke said it will stay.", "Bo Oke says … | paraphrased, named");
    }

    #[test]
    fn who_repeats_own_words_reports_nobody() {
        let text = "“I told the board that the pier was safe,” Ann Lee said.";
        let mut report = analysis::report(text, &Options::default()).expect("a report");
        let speakers = report.claims[0].speakers.clone();
        report.claims[1].speakers = speakers;
        let reading = Reading::new("a", text, &report);
        assert_eq!(report.claims[1].via.as_deref(), Some("c1"));
        assert_eq!(reading.through(&report.claims[1]), None);
    }

    #[test]
    fn media_keep_their_preposition() {
        let medium = |before: &str, what: &str| {
            let text = format!("{before}{what}");
            let report = analysis::report(&text, &Options::default()).expect("a report");
            let span = Span { start: units(before) as u32, end: units(&text) as u32 };
            Reading::new("a", &text, &report).medium(span)
        };
        assert_eq!(medium("the club announced on ", "X"), "on X");
        assert_eq!(medium("the mayor said in a\n", "statement"), "in a statement");
        assert_eq!(medium("the mayor said again", "statement"), "in statement");
        assert_eq!(medium("the paper, main ", "Le Monde"), "in Le Monde");
    }

    #[test]
    fn a_ring_ends() {
        let text = "The pier will close, two officials said, the Vessey Echo reported.";
        let mut report = analysis::report(text, &Options::default()).expect("a report");
        let ids: Vec<String> = report.claims.iter().map(|claim| claim.id.clone()).collect();
        for (claim, id) in report.claims.iter_mut().zip(ids.iter().rev()) {
            claim.via = Some(id.clone());
        }
        let reading = Reading::new("a", text, &report);
        assert_eq!(reading.chain(&report.claims[0]).len(), report.claims.len());
        report.claims[0].via = Some("c99".to_owned());
        let reading = Reading::new("a", text, &report);
        assert_eq!(reading.chain(&report.claims[0]).len(), 1);
        assert!(reading.sentences(&report.claims[0]).contains(&words::VIA_UNKNOWN.to_owned()));
    }

    #[test]
    fn roles_say_whose_they_are() {
        let text = "Putin met reporters. His press secretary, Dmitry Peskov, said it rained. Russian Defence Minister Sergei Shoigu left.";
        let mut report = analysis::report(text, &Options::default()).expect("a report");
        let name = report.entities[0].name.clone();
        let role = |text: &str| Role { start: 0, end: 0, text: text.to_owned(), of: Some("e1".to_owned()) };
        report.entities[0].roles =
            vec![role("press secretary"), role(&format!("{name}'s aide")), role("press secretary"), role("Secretary")];
        let reading = Reading::new("a", text, &report);
        let roles = reading.roles(&report.entities[0]);
        assert_eq!(roles, [format!("press secretary (of {name})"), format!("{name}'s aide")]);
    }

    #[test]
    fn days() {
        assert!(["2023-09-13", "2023-09-13T10:00", "XXXX-WXX-3"].into_iter().all(is_day));
        assert!(!["2023-09", "2023-W36-3", "P2D", "PAST_REF", "XXXX-WXX", ""].into_iter().any(is_day));
    }
}

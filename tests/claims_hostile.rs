//! Quotation marks where none belong, and long texts: no panic, valid spans, linear time.

mod common;

use onrecord::document::Document;
use onrecord::report::{Report, Span};
use onrecord::{Options, analyze, claims, mentions, quotes, tags, times};

const MARKS: &[char] = &['"', '“', '”', '‘', '’', '\'', '«', '»'];

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn articles() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = ["tests/articles", "eval/develop", "eval/fresh"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("the articles are committed"))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("text in UTF-8")).collect()
}

#[track_caller]
fn check_spans(text: &str, report: &Report) {
    let mut edges = vec![false; report.length as usize + 1];
    let mut units = 0;
    for character in text.chars() {
        edges[units] = true;
        units += character.len_utf16();
    }
    edges[units] = true;
    let is_valid = |s: &Span| s.start < s.end && edges[s.start as usize] && edges[s.end as usize];
    for claim in &report.claims {
        let spans = claim.content.iter().chain(&claim.cue).chain(&claim.source).chain(&claim.addressee);
        for span in spans.chain(&claim.medium).chain(&claim.anonymity).chain(&claim.evidence) {
            assert!(is_valid(span), "{}: {}..{} in\n{text}", claim.id, span.start, span.end);
        }
        assert!(
            claim.content.windows(2).all(|w| w[0].end <= w[1].start),
            "{}: {:?} in\n{text}",
            claim.id,
            claim.content
        );
        let is_claim = |id: &String| *id != claim.id && report.claims.iter().any(|c| c.id == *id);
        assert!(claim.via.as_ref().is_none_or(is_claim), "{}: via {:?}", claim.id, claim.via);
    }
}

#[test]
fn marks_at_random_places() {
    let articles = articles();
    let mut random = Random(7);
    for n in 0..104 {
        let mut letters: Vec<char> = articles[n % articles.len()].chars().collect();
        for _ in 0..1 + n % 6 {
            let (at, mark) = (random.below(letters.len()), MARKS[random.below(MARKS.len())]);
            letters.insert(at, mark);
        }
        let text: String = letters.into_iter().collect();
        let report = analyze(&text, &Options::default()).expect("articles are short");
        check_spans(&text, &report);
    }
}

#[test]
fn marks_and_cues_alone() {
    for text in
        ["\"", "“ said", "said “", "” he said “", "‘‘‘‘", "said said said", "He said: “", "Asked", ", as told", "told"]
    {
        for text in [text.to_owned(), format!("Roads to open\n\n{text}"), format!("{text}\n\n{text}")] {
            check_spans(&text, &analyze(&text, &Options::default()).expect("short"));
        }
    }
}

/// A text cut off after a comma: nothing stands after the mark that a content could end at.
#[test]
fn cut_off_after_a_mark() {
    for text in
        ["Roe said he left,", "“It is dry,” Roe said,", "Roe said that he left –", "He left, Roe said, teammate"]
    {
        check_spans(text, &analyze(text, &Options::default()).expect("short"));
    }
}

/// Finds the claims of a text once more with each call.
fn finder(text: &str) -> impl Fn() {
    let document = Document::read(text);
    let (syntax, quotes) = (tags::tag(&document), quotes::find(&document));
    let (mentions, times) = (mentions::find(&document, &syntax), times::find(&document, &syntax, None));
    move || assert!(claims::find(&document, &syntax, &quotes, &mentions, &times).len() > 100)
}

/// Twice the text takes about twice the time; what is quadratic takes four times as long.
#[test]
fn twice_the_text_twice_the_time() {
    let claims = "“We went,” said Mara Ilves, who told reporters on Friday that it was over, the BBC reported. ";
    let paragraphs = format!("{}\n\n", claims.repeat(3)).repeat(60);
    let in_one = claims.repeat(180);
    let unclosed = "The minister said: “We went and we saw, he told them, and warned that “nobody came. ".repeat(180);
    for text in [paragraphs, in_one, unclosed] {
        let twice = text.repeat(2);
        assert_eq!(common::grows_at_most(3., finder(&text), finder(&twice)), Ok(()), "{text:.80}");
    }
}

/// Thousands of paragraphs with a label each that no other has.
#[test]
fn labels_that_never_recur() {
    let label = |mut n: usize| {
        let mut letters = String::from("Q");
        for _ in 0..3 {
            letters.push(char::from(b'A' + (n % 26) as u8));
            n /= 26;
        }
        letters
    };
    let text = |labels: usize| {
        let paragraphs: Vec<String> =
            (0..labels).map(|n| format!("{}: The road is shut, Mara Ilves said.", label(n))).collect();
        paragraphs.join("\n\n")
    };
    assert_eq!(common::grows_at_most(3., finder(&text(3000)), finder(&text(6000))), Ok(()));
}

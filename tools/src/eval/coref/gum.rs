//! Reader of GUM: text, syntax and coreference (the bracket annotation `Entity=` in the last column).

use onrecord::document::{Document, Span};
use onrecord::mentions::{Form, Kind, Mention};
use onrecord::tags::{Form as Inflection, Pos, Relation, Syntax, Word};

/// One document of the corpus.
pub struct Article {
    /// "GUM_news_iodine".
    pub id: String,
    /// Its text, paragraphs separated by an empty line.
    pub text: String,
    words: Vec<Node>,
    /// Persons, organizations and places, in text order, an outer one first.
    pub mentions: Vec<Gold>,
}

/// One word of the treebank.
struct Node {
    span: Span,
    pos: Pos,
    inflection: Inflection,
    head: usize,
    relation: Relation,
    is_title: bool,
}

/// One marked mention.
#[derive(Clone, Debug)]
pub struct Gold {
    /// Its bytes.
    pub span: Span,
    /// The bytes of its syntactic head.
    pub head: Span,
    /// The bytes of its shortest form ("minimal span").
    pub core: Span,
    /// The name of its cluster.
    pub cluster: String,
    /// Name, nominal or pronoun.
    pub form: Form,
    /// Person, organization or place.
    pub kind: Kind,
}

impl Article {
    /// "news" of "GUM_news_iodine".
    pub fn genre(&self) -> &str {
        self.id.split('_').nth(1).unwrap_or("")
    }

    /// The treebank's syntax for the tokens of `document`.
    pub fn syntax(&self, document: &Document) -> Syntax {
        let node_of: Vec<Option<usize>> = document.tokens.iter().map(|t| self.node_at(t.span)).collect();
        let token_of = |node: usize| document.tokens.partition_point(|t| t.span.end <= self.words[node].span.start);
        let words = (0..document.tokens.len()).map(|i| {
            let tokens = &document.sentences[document.sentence_of(i)].tokens;
            let Some(node) = node_of[i] else { return unknown(i, tokens.start) };
            let here = &self.words[node];
            let first = token_of(node);
            if first != i {
                // The treebank has one word where we have two: the second hangs on the first.
                return Word { pos: here.pos, form: here.inflection, head: first, relation: Relation::Flat };
            }
            let head = token_of(here.head);
            let head = if tokens.contains(&head) { head } else { tokens.start };
            let (head, relation) =
                if here.head == node || head == i { (i, Relation::Root) } else { (head, here.relation) };
            Word { pos: here.pos, form: here.inflection, head, relation }
        });
        let mut words: Vec<Word> = words.collect();
        for sentence in &document.sentences {
            make_tree(&mut words, sentence.tokens.clone());
        }
        Syntax::new(words, document)
    }

    fn node_at(&self, span: Span) -> Option<usize> {
        let at = self.words.partition_point(|w| w.span.end <= span.start);
        self.words.get(at).filter(|w| w.span.overlaps(span)).map(|_| at)
    }

    /// The marked mentions as the analyser's own, names without title and article; `None` where no token fits.
    pub fn as_found(&self, document: &Document) -> Vec<Option<Mention>> {
        self.mentions.iter().map(|gold| self.one_as_found(document, gold)).collect()
    }

    fn one_as_found(&self, document: &Document, gold: &Gold) -> Option<Mention> {
        let span = if gold.form == Form::Name { self.bare_name(gold) } else { gold.span };
        let mut tokens = document.tokens_in(span);
        while tokens.len() > 1 && matches!(document.lower(tokens.start), "the" | "a" | "an") {
            tokens.start += 1;
        }
        while tokens.len() > 1 && matches!(document.lower(tokens.end - 1), "'s" | "'" | "," | ".") {
            tokens.end -= 1;
        }
        if tokens.is_empty() {
            return None;
        }
        let head = match gold.form {
            Form::Name => tokens.end - 1,
            _ => document.tokens.partition_point(|t| t.span.end <= gold.head.start).clamp(tokens.start, tokens.end - 1),
        };
        let span = document.span(tokens.start, tokens.end - 1);
        Some(Mention { span, tokens, head, form: gold.form, kind: gold.kind, acts: false, rule: "gold" })
    }

    /// The shortest form of a name without the titles in front of it.
    fn bare_name(&self, gold: &Gold) -> Span {
        let mut first = self.words.partition_point(|w| w.span.end <= gold.core.start);
        while self.words[first].is_title && self.words[first].span.end < gold.core.end {
            first += 1;
        }
        Span { start: self.words[first].span.start.max(gold.core.start), end: gold.core.end }
    }
}

fn unknown(i: usize, head: usize) -> Word {
    let relation = if head == i { Relation::Root } else { Relation::Dep };
    Word { pos: Pos::X, form: Inflection::Other, head, relation }
}

/// Cuts cycles and second roots that arise where our sentences or tokens are not the treebank's.
fn make_tree(words: &mut [Word], tokens: std::ops::Range<usize>) {
    for i in tokens.clone() {
        let mut up = i;
        let mut steps = 0;
        while words[up].head != up && steps <= tokens.len() {
            up = words[up].head;
            steps += 1;
        }
        if steps > tokens.len() {
            words[i].head = i;
            words[i].relation = Relation::Root;
        }
    }
    let Some(root) = tokens.clone().find(|&i| words[i].head == i) else { return };
    for i in tokens {
        if i != root && words[i].head == i {
            words[i].head = root;
            words[i].relation = Relation::Parataxis;
        }
    }
}

/// All documents of a file.
pub fn read(conllu: &str) -> Vec<Article> {
    let mut articles: Vec<Builder> = Vec::new();
    for line in conllu.lines() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            articles.push(Builder { id: id.to_owned(), ..Builder::default() });
        }
        if let Some(article) = articles.last_mut() {
            article.line(line);
        }
    }
    articles.into_iter().map(Builder::finish).collect()
}

#[derive(Default)]
struct Builder {
    id: String,
    text: String,
    words: Vec<Node>,
    /// Index of the first word of the sentence.
    first: usize,
    heads: Vec<usize>,
    new_paragraph: bool,
    space_before: bool,
    /// Last id and space of a multi-word token.
    surface: Option<(usize, bool)>,
    open: Vec<(String, Kind, bool, usize, Vec<usize>)>,
    mentions: Vec<(Gold, usize)>,
}

impl Builder {
    fn line(&mut self, line: &str) {
        if line.starts_with("# newpar") {
            self.new_paragraph = true;
        } else if line.is_empty() {
            self.end_sentence();
        } else if line.starts_with(|c: char| c.is_ascii_digit()) {
            let columns: Vec<&str> = line.split('\t').collect();
            self.word(&columns);
        }
    }

    fn word(&mut self, columns: &[&str]) {
        let spaced = !columns[9].split('|').any(|f| f == "SpaceAfter=No");
        if let Some((first, last)) = columns[0].split_once('-') {
            // A word such as "don't" stands once in the text; its parts are cut from it by their own letters.
            let _ = first;
            self.surface = Some((last.parse().unwrap_or(0), spaced));
            return;
        }
        if columns[0].contains('.') {
            return;
        }
        if self.new_paragraph {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.new_paragraph = false;
        } else if self.space_before {
            self.text.push(' ');
        }
        let id: usize = columns[0].parse().expect("a word has a number");
        let start = self.text.len();
        self.text.push_str(columns[1]);
        self.space_before = match self.surface {
            Some((last, spaced)) if id == last => {
                self.surface = None;
                spaced
            }
            Some(_) => false,
            None => spaced,
        };
        let relation = columns[7];
        self.heads.push(columns[6].parse().unwrap_or(0));
        self.words.push(Node {
            span: Span::new(start, self.text.len()),
            pos: find(Pos::ALL, columns[3], Pos::name).unwrap_or(Pos::X),
            inflection: find(Inflection::ALL, columns[4], Inflection::name).unwrap_or(Inflection::Other),
            head: 0,
            relation: find(Relation::ALL, relation, Relation::name)
                .or_else(|| find(Relation::ALL, relation.split(':').next().unwrap_or(""), Relation::name))
                .unwrap_or(Relation::Dep),
            is_title: relation == "nmod:desc",
        });
        if let Some(entity) = columns[9].split('|').find_map(|f| f.strip_prefix("Entity=")) {
            self.brackets(entity);
        }
    }

    /// "(1-person-new-…(2-place-…)1)": opens and closes mentions at the word just read.
    fn brackets(&mut self, entity: &str) {
        let at = self.words.len() - 1;
        let mut rest = entity;
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('(') {
                let end = inner.find(['(', ')']).unwrap_or(inner.len());
                self.opens(&inner[..end], at);
                rest = &inner[end..];
                if rest.starts_with(')') {
                    let last = self.open.len() - 1;
                    self.closes(last, at);
                    rest = &rest[1..];
                }
            } else {
                let end = rest.find(')').unwrap_or(rest.len());
                if let Some(i) = self.open.iter().rposition(|o| o.0 == rest[..end]) {
                    self.closes(i, at);
                }
                rest = rest.get(end + 1..).unwrap_or("");
            }
        }
    }

    fn opens(&mut self, fields: &str, at: usize) {
        let fields: Vec<&str> = fields.splitn(7, '-').collect();
        let kind = match fields[1] {
            "person" => Some(Kind::Person),
            "organization" => Some(Kind::Organization),
            "place" => Some(Kind::Place),
            _ => None,
        };
        let core = fields.get(5).map_or(Vec::new(), |m| m.split(',').filter_map(|n| n.parse().ok()).collect());
        self.open.push((fields[0].to_owned(), kind.unwrap_or(Kind::Other), kind.is_some(), at, core));
    }

    fn closes(&mut self, i: usize, at: usize) {
        let (cluster, kind, wanted, first, core) = self.open.remove(i);
        if !wanted {
            return;
        }
        let span = self.words[first].span.cover(self.words[at].span);
        let words = core.iter().filter(|&&n| n >= 1 && first + n - 1 <= at).map(|n| self.words[first + n - 1].span);
        let core = words.reduce(Span::cover).unwrap_or(span);
        self.mentions.push((Gold { span, head: span, core, cluster, form: Form::Nominal, kind }, first));
    }

    fn end_sentence(&mut self) {
        for (i, &head) in self.heads.iter().enumerate() {
            self.words[self.first + i].head = if head == 0 { self.first + i } else { self.first + head - 1 };
        }
        self.first = self.words.len();
        self.heads.clear();
        self.open.clear();
    }

    fn finish(mut self) -> Article {
        self.end_sentence();
        let words = &self.words;
        let mut mentions: Vec<Gold> = self
            .mentions
            .into_iter()
            .map(|(mut gold, first)| {
                let last = words.partition_point(|w| w.span.end <= gold.span.end);
                let inside = first..last;
                let head =
                    inside.clone().find(|&i| words[i].head == i || !inside.contains(&words[i].head)).unwrap_or(first);
                gold.head = words[head].span;
                gold.form = match words[head].pos {
                    Pos::Pron if last - first == 1 => Form::Pronoun,
                    Pos::Propn => Form::Name,
                    _ => Form::Nominal,
                };
                gold
            })
            .collect();
        mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        Article { id: self.id, text: self.text, words: self.words, mentions }
    }
}

fn find<T: Copy>(all: &[T], name: &str, name_of: fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|&x| name_of(x) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# newdoc id = GUM_news_sample\n# newpar\n\
1\tPresident\tPresident\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-sssss-cf1-1,2,3-coref-X\n\
2\tMara\tMara\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n\
3\tIlves\tIlves\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)\n\
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n\
5\ther\ther\tPRON\tPRP$\t_\t6\tnmod:poss\t_\tEntity=(2-place-new-nnnnn-cf3-2-coref(1-person-giv:act-sssss-cf1-1-ana)\n\
6\thouse\thouse\tNOUN\tNN\t_\t4\tobj\t_\tEntity=2)|SpaceAfter=No\n\
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n";

    #[test]
    fn reads_brackets() {
        let articles = read(SAMPLE);
        let article = &articles[0];
        assert_eq!(article.text, "President Mara Ilves left her house.");
        let document = Document::read(&article.text);
        let found = article.as_found(&document);
        let words: Vec<_> = found.iter().flatten().map(|m| (document.slice(m.span), m.form)).collect();
        assert_eq!(words, [("Mara Ilves", Form::Name), ("her house", Form::Nominal), ("her", Form::Pronoun)]);
        assert_eq!(article.mentions[0].cluster, article.mentions[2].cluster);
        let syntax = article.syntax(&document);
        assert_eq!(syntax.words[1].relation, Relation::Nsubj);
        assert_eq!(syntax.words[1].head, 3);
    }
}

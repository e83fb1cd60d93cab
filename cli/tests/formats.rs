//! `onrecord FILE… --format …`: each format, one article or several. `tests/wasm/formats.test.mjs` compares every byte with
//! what the page saves.

// Made for the tests of archives too; here a part of it serves.
#[allow(dead_code)]
mod bench;

use bench::Bench;

const ARTICLE: &str = "A pier | <stays>\n\n“No,” Mayor Ann Lee said on Tuesday. It cost $5, `officials` said.";

fn bench(name: &str) -> Bench {
    let bench = Bench::new(name);
    bench.write("a.txt", ARTICLE.as_bytes());
    bench.write("b.txt", "“Yes,” Bo Oke said.".as_bytes());
    bench
}

#[test]
fn every_format() {
    let bench = bench("formats");
    let asked = |format: &str| bench.ask(&["a.txt", "--published", "2023-09-13", "--format", format], b"");
    let page = asked("html");
    assert!(page.starts_with("<!doctype html>") && page.contains("<h1>A pier | &lt;stays&gt;</h1>"), "{page}");
    assert!(page.contains("name=\"onrecord-report\" content=\"{&quot;schema&quot;:1,"), "{page}");
    assert!(page.contains("<p class=\"how\">Wednesday, September 13, 2023</p>"), "{page}");
    let notes = asked("markdown");
    assert!(notes.starts_with("# A pier \\| \\<stays\\>\n\nPublished: Wednesday, September 13, 2023\n"), "{notes}");
    assert!(notes.contains("\n- 1\\. **Ann Lee, Mayor** (quoted, named): “No,” _Said Tuesday._\n"), "{notes}");
    assert!(notes.contains("- $5: $5\n") && notes.contains("- Tuesday: Tuesday, September 12, 2023\n"), "{notes}");
    let annotations = asked("w3c");
    assert!(annotations.starts_with("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","), "{annotations}");
    assert_eq!(annotations.lines().count(), 1);
    assert!(asked("text").contains("Who says what ("));
    assert_eq!(asked("text"), asked("summary"), "its name before there were others");
    assert_eq!(asked("text"), bench.ask(&["a.txt", "--published", "2023-09-13"], b""));
}

#[test]
fn a_table_of_sources() {
    let table = bench("sources").ask(&["a.txt", "b.txt", "--format", "csv", "--table", "sources"], b"");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows[0], "\u{feff}article,published,source,role,how,claims,quoted,paraphrased,paragraph");
    assert_eq!(rows[1], "a.txt,,Ann Lee,Mayor,named,1,1,0,2");
    assert_eq!(rows.last(), Some(&"b.txt,,Bo Oke,,named,1,1,0,1"));
}

#[test]
fn several_articles() {
    let bench = bench("several");
    let asked = |format: &str| bench.ask(&["a.txt", "b.txt", "--format", format], b"");
    assert_eq!(asked("w3c").lines().count(), 2, "a line an article");
    assert_eq!(asked("markdown").matches("## Who says what\n").count(), 2);
    let refused = bench.refused(&["a.txt", "b.txt", "--format", "html"]);
    assert!(refused.contains("one article"), "{refused}");
}

#[test]
fn texts_without_anything() {
    let bench = Bench::new("nothing");
    bench.write("empty.txt", b"");
    bench.write(
        "german.txt",
        "Der Pier bleibt stehen, sagte die Bürgermeisterin am Dienstag vor dem Stadtrat.".as_bytes(),
    );
    for file in ["empty.txt", "german.txt"] {
        let page = bench.ask(&[file, "--format", "html"], b"");
        assert!(page.contains("No statement in this text is tied to a speaker."), "{page}");
        assert!(bench.ask(&[file, "--format", "markdown"], b"").ends_with("err._\n"));
        assert!(bench.ask(&[file, "--format", "w3c"], b"").contains("\"total\":0"));
    }
}

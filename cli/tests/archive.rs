//! `onrecord archive`: every kind of input and output, stops, and what goes wrong in old archives.

mod bench;

use bench::{Bench, article, ids, jsonl, packed};
use parquet::file::reader::{FileReader, SerializedFileReader};
use std::fs;
use std::time::{Duration, Instant};

#[test]
fn folders_globs_and_packed_files_in_order() {
    let bench = Bench::new("inputs");
    bench.write("in/2023/b.txt", article(0).as_bytes());
    bench.write("in/2023/a.txt.gz", &packed(article(1).as_bytes()));
    bench.write("in/lines.jsonl", jsonl(0..2).as_bytes());
    bench.write("in/more.ndjson.gz", &packed(jsonl(2..4).as_bytes()));
    bench.write("in/one.json", jsonl(4..5).as_bytes());
    bench.write("in/picture.jpg", b"\xff\xd8");
    bench.write("in/.hidden.txt", b"He said no.");
    let out = bench.archive("out", &["in"]);
    let expected = ["in/2023/a.txt.gz", "in/2023/b.txt", "a0", "a1", "a2", "a3", "a4"];
    assert_eq!(ids(&out.text("reports.jsonl")), expected);
    assert_eq!(out.text("errors.jsonl"), "");
    let globbed = bench.archive("globbed", &["in/20*/*", "in/2023/b.txt", "in/one.json"]);
    assert_eq!(ids(&globbed.text("reports.jsonl")), ["in/2023/a.txt.gz", "in/2023/b.txt", "a4"], "each file once");
}

#[test]
fn standard_input_as_the_old_way_answers_it() {
    let bench = Bench::new("stdin");
    let lines = jsonl(0..5);
    let old = bench.ask(&["--jsonl"], lines.as_bytes());
    for (name, input) in [("plain", lines.clone().into_bytes()), ("packed", packed(lines.as_bytes()))] {
        bench.ask(&["archive", "-", "--out", name], &input);
        assert_eq!(bench.folder(name).text("reports.jsonl"), old, "{name}");
    }
}

#[test]
fn named_fields_and_defaults() {
    let bench = Bench::new("fields");
    let line = "{\"uid\":7,\"title\":\"A headline\",\"body\":\"“No,” he said on Tuesday.\",\"date\":\"2023-09-13\"}\n";
    bench.write("in.jsonl", line.as_bytes());
    let fields = ["--id-field", "uid", "--text-field", "title,body", "--published-field", "date"];
    let out = bench.archive("out", &[&["in.jsonl"], fields.as_slice()].concat());
    let report = out.text("reports.jsonl");
    assert!(report.starts_with("{\"id\":\"7\",\"report\":{"), "{report}");
    assert!(report.contains("\"published\":\"2023-09-13\""), "{report}");
    assert!(report.contains("\"from\":\"2023-09-12\""), "Tuesday before the Wednesday: {report}");
    bench.write("plain.txt", "“No,” he said on Tuesday.".as_bytes());
    let dated = bench.archive("dated", &["plain.txt", "--published", "2023-09-13"]);
    assert!(dated.text("reports.jsonl").contains("\"from\":\"2023-09-12\""));
}

#[test]
fn tables_for_spreadsheets_and_notebooks() {
    let bench = Bench::new("tables");
    bench.write("in.jsonl", jsonl(0..6).as_bytes());
    let out = bench.archive("out", &["in.jsonl", "--format", "csv,parquet"]);
    let names = ["claims", "entities", "quantities", "times"];
    let mut expected: Vec<String> = names.iter().flat_map(|n| [format!("{n}.csv"), format!("{n}.parquet")]).collect();
    expected.extend(["errors.jsonl".to_owned(), "journal.json".to_owned()]);
    expected.sort();
    assert_eq!(out.names(), expected);
    for name in names {
        let csv = out.text(&format!("{name}.csv"));
        let head: Vec<&str> =
            csv.trim_start_matches('\u{feff}').split("\r\n").next().expect("a head").split(',').collect();
        let path = out.path.join(format!("{name}.parquet"));
        let parquet = SerializedFileReader::try_from(path.as_path()).expect("a Parquet file");
        let meta = parquet.metadata().file_metadata().clone();
        let columns: Vec<&str> = meta.schema_descr().columns().iter().map(|column| column.name()).collect();
        assert_eq!(columns, head, "{name}");
        assert_eq!(usize::try_from(meta.num_rows()), Ok(csv.matches("\r\n").count() - 1), "{name}");
        assert!(meta.num_rows() > 5, "{name}");
    }
    let claims = SerializedFileReader::try_from(out.path.join("claims.parquet").as_path()).expect("a Parquet file");
    let first = claims.get_row_iter(None).expect("rows").next().expect("a row").expect("a row").to_string();
    assert!(first.starts_with("{article: \"a") && first.contains(", id: \"c1\", speakers: \""), "{first}");
    assert!(first.contains("negated: false"), "{first}");
}

#[test]
fn what_goes_wrong_goes_to_a_file_of_its_own() {
    let bench = Bench::new("errors");
    let long = format!("{{\"id\":\"long\",\"text\":\"{}\"}}\n", "a ".repeat(5_000_001));
    let mut lines = jsonl(0..1).into_bytes();
    lines.extend_from_slice(
        b"nonsense\n\n{\"id\":\"number\",\"text\":5}\n{\"id\":\"bytes\",\"text\":\"caf\xe9\"}\n[1]\n",
    );
    lines.extend_from_slice(long.as_bytes());
    lines.extend_from_slice(b"{\"text\":\"\"}\n");
    lines.extend_from_slice(jsonl(0..1).trim_end().as_bytes());
    bench.write("in/a.jsonl", &lines);
    bench.write("in/b.jsonl.gz", &packed(jsonl(1..40).as_bytes())[..700]);
    bench.write("in/c.txt", b"The caf\xe9 is closed, he said.");
    bench.write("in/d.txt", b"");
    let out = bench.archive("out", &["in"]);
    let reported = ids(&out.text("reports.jsonl"));
    assert_eq!(reported[..3], ["a0", "in/a.jsonl:8", "a0"], "an empty text and a duplicate are answered");
    assert_eq!(reported[reported.len() - 2..], ["in/c.txt", "in/d.txt"]);
    let errors = out.text("errors.jsonl");
    let errors: Vec<&str> = errors.lines().collect();
    assert_eq!(errors.len(), 6, "{errors:#?}");
    let again = bench.status(&["archive", "in", "--out", "out"]);
    assert_eq!(again.0, Some(3), "some articles have an error, also when nothing is left to do: {}", again.1);
    for (line, begin, has) in [
        (0, "{\"id\":\"in/a.jsonl:2\",\"place\":\"in/a.jsonl:2\",\"error\":\"", "expected"),
        (1, "{\"id\":\"number\",\"place\":\"in/a.jsonl:4\",\"error\":\"", "no text in"),
        (2, "{\"id\":\"in/a.jsonl:5\",", "unicode"),
        (3, "{\"id\":\"in/a.jsonl:6\",", "expected a map"),
        (4, "{\"id\":\"long\",", "10000002 characters"),
        (5, "{\"id\":\"in/b.jsonl.gz:", "the rest of the file cannot be read"),
    ] {
        assert!(errors[line].starts_with(begin) && errors[line].contains(has), "{}", errors[line]);
    }
}

#[test]
fn killed_ten_times_and_the_same_in_the_end() {
    let bench = Bench::new("kills");
    // What is not optimized is slow enough without many articles.
    let count = if cfg!(debug_assertions) { 200 } else { 800 };
    bench.write("in/1.jsonl", jsonl(0..count / 2).as_bytes());
    bench.write("in/2.jsonl.gz", &packed(format!("nonsense\n{}", jsonl(count / 2..count)).as_bytes()));
    let arguments = ["in", "--format", "jsonl,csv,parquet", "--checkpoint", "10"];
    let whole = bench.archive("whole", &arguments);
    let command = [&["archive", "--out", "killed"], arguments.as_slice()].concat();
    let mut reached = 0;
    for kill in 0..10 {
        let finished = bench.kill_beyond(reached, Duration::from_millis(kill * 7919 % 37), &command, "killed");
        assert!(!finished, "after {kill} kills all was done: the archive is too small for this test");
        let done = bench.folder("killed").done().expect("a journal");
        assert!(done > reached, "no run loses what another has done");
        reached = done;
    }
    let killed = bench.archive("killed", &arguments);
    assert_eq!(killed.names(), whole.names());
    for name in whole.names().iter().filter(|name| *name != "journal.json") {
        assert!(killed.bytes(name) == whole.bytes(name), "{name} differs");
    }
    assert_eq!(ids(&whole.text("reports.jsonl")).len(), count);
}

#[test]
fn as_many_workers_as_you_like_the_same_bytes() {
    let bench = Bench::new("workers");
    bench.write("in.jsonl", jsonl(0..20).as_bytes());
    let [one, five] =
        ["1", "5"].map(|n| bench.archive(n, &["in.jsonl", "--format", "jsonl,csv,parquet", "--workers", n]));
    for name in one.names().iter().filter(|name| *name != "journal.json") {
        assert!(one.bytes(name) == five.bytes(name), "{name} differs");
    }
}

/// How much is gained depends on the machine (`docs/archives.md`); that nothing is lost does not, where nothing else runs.
#[test]
#[ignore = "by the clock: npm run limits"]
fn all_cores_are_no_slower_than_one() {
    let bench = Bench::new("speed");
    let lines = jsonl(0..100);
    let begun = Instant::now();
    bench.ask(&["--jsonl"], lines.as_bytes());
    let one = begun.elapsed();
    bench.ask(&["archive", "-", "--out", "out"], lines.as_bytes());
    let all = begun.elapsed() - one;
    assert!(all < one * 3 / 2, "{all:?}, and {one:?} on one core");
}

#[test]
fn a_run_goes_on_only_with_its_own_input() {
    let bench = Bench::new("other");
    bench.write("in.jsonl", jsonl(0..200).as_bytes());
    let begun = ["archive", "in.jsonl", "--out", "out", "--checkpoint", "10"];
    assert!(!bench.kill_beyond(0, Duration::ZERO, &begun, "out"));
    let refused = bench.refused(&["archive", "in.jsonl", "--out", "out", "--format", "csv"]);
    assert!(refused.contains("is of another run") && refused.contains("--restart"), "{refused}");
    bench.write("in.jsonl", jsonl(0..200).replace("\"a", "\"b").as_bytes());
    let refused = bench.refused(&begun);
    assert!(refused.contains("not the articles of the earlier run"), "{refused}");
    bench.write("in.jsonl", jsonl(0..3).as_bytes());
    let out = bench.archive("out", &["in.jsonl", "--restart"]);
    assert_eq!(ids(&out.text("reports.jsonl")), ["a0", "a1", "a2"]);
    let again = bench.archive("out", &["in.jsonl"]);
    assert_eq!(ids(&again.text("reports.jsonl")).len(), 3, "a finished run is left alone");
    bench.write("in.jsonl", jsonl(0..3).replace("\"a", "\"b").as_bytes());
    let refused = bench.refused(&["archive", "in.jsonl", "--out", "out"]);
    assert!(refused.contains("has changed since"), "edited at the same size: {refused}");
}

#[test]
fn a_broken_journal_is_thrown_away_by_restart() {
    let bench = Bench::new("journal");
    bench.write("in.jsonl", jsonl(0..3).as_bytes());
    let whole = bench.archive("out", &["in.jsonl", "--format", "jsonl,csv,parquet"]);
    let journal = whole.bytes("journal.json");
    for broken in [&b""[..], &journal[..journal.len() / 2], &[0; 40]] {
        bench.write("out/journal.json", broken);
        let refused = bench.refused(&["archive", "in.jsonl", "--out", "out"]);
        assert!(refused.contains("journal.json") && refused.contains("--restart"), "{refused}");
        let out = bench.archive("out", &["in.jsonl", "--restart"]);
        assert_eq!(out.names(), ["errors.jsonl", "journal.json", "reports.jsonl"]);
    }
    bench.write("out/journal.json", b"{\"diary\": true}");
    let refused = bench.refused(&["archive", "in.jsonl", "--out", "out", "--restart"]);
    assert!(refused.contains("no journal of such a run"), "{refused}");
}

#[cfg(unix)]
#[test]
fn two_runs_in_one_folder() {
    let bench = Bench::new("two");
    bench.write("in.jsonl", jsonl(0..3).as_bytes());
    let out = bench.archive("out", &["in.jsonl"]);
    let other = fs::File::open(&out.path).expect("a folder");
    other.try_lock().expect("nobody writes into it");
    for flags in [&[][..], &["--restart"]] {
        let refused = bench.refused(&[&["archive", "in.jsonl", "--out", "out"], flags].concat());
        assert!(refused.contains("another run is writing into out"), "{refused}");
    }
    drop(other);
    bench.archive("out", &["in.jsonl", "--restart"]);
}

#[cfg(unix)]
#[test]
fn stopped_by_ctrl_c_and_the_same_in_the_end() {
    let bench = Bench::new("interrupted");
    bench.write("in.jsonl", jsonl(0..if cfg!(debug_assertions) { 200 } else { 800 }).as_bytes());
    let whole = bench.archive("whole", &["in.jsonl"]);
    let (status, said) = bench.interrupted(&["archive", "in.jsonl", "--out", "out", "--checkpoint", "10"], "out");
    assert_eq!(status, Some(130), "{said}");
    assert!(said.contains("run the same command again to go on"), "{said}");
    let out = bench.archive("out", &["in.jsonl", "--checkpoint", "10"]);
    assert!(out.bytes("reports.jsonl") == whole.bytes("reports.jsonl"));
}

#[cfg(unix)]
#[test]
fn a_full_disk_and_the_same_in_the_end() {
    let bench = Bench::new("full");
    bench.write("in.jsonl", jsonl(0..30).as_bytes());
    let arguments = ["in.jsonl", "--format", "jsonl,csv", "--checkpoint", "1"];
    let whole = bench.archive("whole", &arguments);
    let command = [&["archive", "--out", "out"], arguments.as_slice()].concat();
    for kilobytes in [16, 32, 64] {
        let (status, said) = bench.status_on_full_disk(kilobytes << 10, &command);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("out/reports.jsonl: ") && said.contains("run the same command again"), "{said}");
    }
    let out = bench.archive("out", &arguments);
    for name in whole.names().iter().filter(|name| *name != "journal.json") {
        assert!(out.bytes(name) == whole.bytes(name), "{name} differs");
    }
}

#[test]
fn folders_of_others_are_left_alone() {
    let bench = Bench::new("foreign");
    bench.write("in.jsonl", jsonl(0..1).as_bytes());
    bench.write("mine/reports.jsonl", b"precious");
    for flags in [&[][..], &["--restart"]] {
        let refused = bench.refused(&[&["archive", "in.jsonl", "--out", "mine"], flags].concat());
        assert!(refused.contains("name a new folder"), "{refused}");
    }
    assert_eq!(fs::read(bench.folder("mine").path.join("reports.jsonl")).expect("it is there"), b"precious");
    assert!(bench.refused(&["archive", "nowhere", "--out", "x"]).contains("no such file or folder"));
    fs::create_dir(bench.folder("empty").path).expect("a new folder");
    assert!(bench.refused(&["archive", "empty", "--out", "x"]).contains("no article there"));
}

#[test]
fn whom_do_we_quote() {
    let bench = Bench::new("quoted");
    bench.write("in.jsonl", jsonl(0..24).as_bytes());
    bench.archive("out", &["in.jsonl"]);
    let months = bench.ask(&["quoted", "out", "--format", "months"], b"");
    assert_eq!(months.lines().count(), 13, "{months}");
    let speakers = bench.ask(&["quoted", "out", "--format", "speakers"], b"");
    assert!(speakers.lines().count() > 5, "{speakers}");
    let page = bench.ask(&["quoted", "out"], b"");
    assert!(page.contains("<svg ") && page.contains("By month") && !page.contains("<script"), "{page}");
    let markdown = bench.ask(&["quoted", "out", "--format", "markdown", "--top", "3"], b"");
    assert!(markdown.contains("| 2023-01 | 2 |"), "{markdown}");
    assert!(bench.ask(&["quoted", "out", "--format", "svg"], b"").starts_with("<svg "));
    assert!(bench.refused(&["quoted", "nowhere"]).contains("nowhere"));
}

#[test]
fn the_command_for_single_articles() {
    let bench = Bench::new("single");
    bench.write("a.txt", "“No,” Ann Lee said.".as_bytes());
    let csv = bench.ask(&["a.txt", "--format", "csv"], b"");
    let rows: Vec<&str> = csv.lines().collect();
    assert!(rows[0].starts_with("\u{feff}article,published,id,speakers,content"), "{csv}");
    assert_eq!(rows[1], "a.txt,,c1,Ann Lee,\"“No,”\",direct,named,Ann Lee,said,,,,,asserts,false,false,0,5");
    assert!(bench.ask(&["a.txt"], b"").contains("Who says what (1)"));
    let (status, said) = bench.status(&["missing.txt", "a.txt"]);
    assert!(status == Some(3) && said.contains("missing.txt: "), "the other is printed: {said}");
    assert!(bench.ask(&["a.txt", "--format", "json"], b"").starts_with("{\"schema\":1,"));
}

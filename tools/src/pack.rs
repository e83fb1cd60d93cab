//! `tools pack`: the word lists of `data/*.tsv` into `src/model/lists.bin`, and the hash that names the model.

use onrecord::model::{self, Lexicon};
use onrecord::tokenize::tokenize;
use std::fs;
use std::path::{Path, PathBuf};

/// A table for the page among the lists: what was measured is no part of the model.
const MEASURED: &str = "rule_precision";

/// The sentences of the rules, for the page: what stands between these two lines is written here.
const SENTENCES: (&str, &str) = ("  // Claims: written by `tools pack` from the table of rules.\n", "};\n");

/// Packs all lists and stamps the model. `--check`: fails if what is committed is not what would be packed.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let root = root();
    let lists = pack_lists(&root.join("data"))?;
    let gazetteer = crate::gazetteer::pack(&root.join("data/gazetteer"))?;
    let target = root.join("src/model/lists.bin");
    if arguments.first().is_some_and(|a| a == "--check") {
        let same = fs::read(root.join("src/model/gazetteer.bin")).is_ok_and(|committed| committed == gazetteer)
            && fs::read(&target).is_ok_and(|committed| committed == lists)
            && fs::read_to_string(root.join("src/model/HASH")).is_ok_and(|h| h == stamp(&root))
            && fs::read_to_string(sentences_of(&root))
                .is_ok_and(|page| with_sentences(&page).is_ok_and(|new| new == page));
        return if same {
            Ok(())
        } else {
            Err("src/model or www/strings is not what data/ and the rules give: run `cargo run -p onrecord-tools -- pack`".into())
        };
    }
    fs::write(&target, &lists).map_err(|e| format!("{}: {e}", target.display()))?;
    fs::write(root.join("src/model/gazetteer.bin"), &gazetteer).map_err(|e| format!("src/model/gazetteer.bin: {e}"))?;
    fs::write(root.join("src/model/HASH"), stamp(&root)).map_err(|e| format!("src/model/HASH: {e}"))?;
    write_sentences(&root)?;
    println!("src/model/lists.bin: {} bytes, gazetteer.bin: {} bytes", lists.len(), gazetteer.len());
    Ok(())
}

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tools lies in the checkout").to_owned()
}

fn sentences_of(root: &Path) -> PathBuf {
    root.join("www/strings/en.rules.js")
}

fn write_sentences(root: &Path) -> Result<(), String> {
    let path = sentences_of(root);
    let page = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    fs::write(&path, with_sentences(&page)?).map_err(|e| format!("{}: {e}", path.display()))
}

/// The page's strings with the sentences of all rules for claims in their place.
fn with_sentences(page: &str) -> Result<String, String> {
    let (begin, end) = SENTENCES;
    let (head, rest) = page.split_once(begin).ok_or_else(|| format!("no line {begin:?}"))?;
    let (_, tail) = rest.split_once(end).ok_or_else(|| format!("no line {end:?}"))?;
    let is_plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphabetic());
    let key = |name: &str| if is_plain(name) { name.to_owned() } else { format!("{name:?}") };
    let lines: String =
        onrecord::claims::rules().map(|(name, sentence)| format!("  {}: {sentence:?},\n", key(name))).collect();
    Ok(format!("{head}{begin}{lines}{end}{tail}"))
}

/// Eight hex digits over all files of the model, in name order.
fn stamp(root: &Path) -> String {
    let mut files: Vec<PathBuf> = fs::read_dir(root.join("src/model"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "bin"))
        .collect();
    files.sort();
    let bytes = files.iter().flat_map(|f| fs::read(f).unwrap_or_default());
    format!("{:08x}", bytes.fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)))
}

fn pack_lists(folder: &Path) -> Result<Vec<u8>, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "tsv") && p.file_stem().is_some_and(|s| s != MEASURED))
        .collect();
    files.sort();
    let mut sections = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        if name == "units" {
            sections.push(("unit_codes".to_owned(), Lexicon::pack(&codes(&text), first_and_count)));
        }
        sections.push((name, Lexicon::pack(&rows(&text), first_and_count)));
    }
    Ok(model::pack(&sections))
}

/// Rows of a list: the key in lower case, and the rest of the row. A later row of the same key is left out.
fn rows(text: &str) -> Vec<(String, String)> {
    let mut seen = std::collections::BTreeSet::new();
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
        .map(|(key, value)| (key.to_lowercase(), value.to_owned()))
        .filter(|(key, _)| seen.insert(key.clone()))
        .collect()
}

/// Units by their code, with what it measures and how much: from the first row of each code.
fn codes(text: &str) -> Vec<(String, String)> {
    let mut seen = std::collections::BTreeSet::new();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t')?.1.split_once('\t'))
        .filter(|(code, _)| seen.insert((*code).to_owned()))
        .map(|(code, measure)| (code.to_owned(), measure.to_owned()))
        .collect()
}

/// The first token of a key and how many it has.
fn first_and_count(key: &str) -> (String, usize) {
    let mut words = Vec::new();
    tokenize(key, |span, _| words.push(key[span.range()].to_owned()));
    (words.first().cloned().unwrap_or_default(), words.len())
}

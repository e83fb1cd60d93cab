//! `tools site`: the static site in `dist/site/`, from the crate and `www/`.

use crate::pack::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the site. `--no-opt` leaves out wasm-opt, for a quick look while developing.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let root = root();
    let work = root.join("target/site");
    let site = root.join("dist/site");
    make_empty(&work)?;
    make_empty(&site)?;
    let compiled = compile(&root)?;
    bind(&compiled, &work)?;
    let optimize = !arguments.iter().any(|a| a == "--no-opt");
    optimize_wasm(&root, &work.join("onrecord_bg.wasm"), &site.join("onrecord.wasm"), optimize)?;
    bundle(&root, &work, &site)?;
    copy(&root.join("www/index.html"), &site.join("index.html"))?;
    write(&site.join("samples.json"), samples(&root.join("tests/articles"))?.as_bytes())
}

fn compile(root: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let arguments =
        ["build", "--lib", "--profile", "wasm", "--target", "wasm32-unknown-unknown", "--package", "onrecord"];
    command(root, Path::new(&cargo), &arguments)?;
    let target = std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root.join("target"), |t| root.join(t));
    Ok(target.join("wasm32-unknown-unknown/wasm/onrecord.wasm"))
}

/// The JavaScript side of the door, for a classic script: the one kind of worker that starts everywhere.
fn bind(compiled: &Path, work: &Path) -> Result<(), String> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(compiled).typescript(true).omit_default_module_path(true);
    bindgen.no_modules(true).map_err(|e| e.to_string())?;
    bindgen.generate(work).map_err(|e| format!("wasm-bindgen: {e:#}"))
}

fn optimize_wasm(root: &Path, from: &Path, to: &Path, optimize: bool) -> Result<(), String> {
    if !optimize {
        return copy(from, to);
    }
    let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
    let features = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-simd"];
    let more = ["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"];
    let arguments: Vec<&str> = ["-O3", &from, "-o", &to].into_iter().chain(features).chain(more).collect();
    node_tool(root, "wasm-opt", &arguments)
}

/// One script for the page; inside it, as text, the worker and the style sheet.
fn bundle(root: &Path, work: &Path, site: &Path) -> Result<(), String> {
    let glue = read(&work.join("onrecord.js"))?;
    let worker = read(&root.join("www/worker.js"))?;
    write(&work.join("worker-source.js"), format!("{glue}\n{worker}").as_bytes())?;
    let out = |name: &str| format!("--outfile={}", work.join(name).display());
    let input = |name: &str| work.join(name).display().to_string();
    let quiet = "--log-level=warning";
    node_tool(root, "esbuild", &[&input("worker-source.js"), "--minify", quiet, &out("worker.min.js")])?;
    copy(&work.join("worker.min.js"), &work.join("worker.txt"))?;
    node_tool(root, "esbuild", &["www/style.css", "--minify", quiet, &out("style.css")])?;
    let script = format!("--outfile={}", site.join("onrecord.js").display());
    let page_style = format!("--outfile={}", site.join("page.css").display());
    node_tool(root, "esbuild", &["www/page.css", "--minify", quiet, &page_style])?;
    let options =
        ["--bundle", "--format=iife", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none"];
    let loaders = ["--loader:.txt=text", "--loader:.css=text", "--loader:.tsv=text", quiet, &script];
    let arguments: Vec<&str> = ["www/main.js"].into_iter().chain(options).chain(loaders).collect();
    node_tool(root, "esbuild", &arguments)
}

/// The sample articles as JSON, in name order: `[{"name", "text", "published"?, "outlet"?}]`.
fn samples(folder: &Path) -> Result<String, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let mut samples = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let mut sample = serde_json::json!({ "name": name, "text": read(&file)? });
        let marked: serde_json::Value =
            serde_json::from_str(&read(&file.with_extension("marks.json"))?).map_err(|e| format!("{name}: {e}"))?;
        for key in ["published", "outlet"] {
            if let Some(value) = marked.get(key) {
                sample[key] = value.clone();
            }
        }
        samples.push(sample);
    }
    Ok(serde_json::Value::Array(samples).to_string())
}

/// A tool that npm installed.
fn node_tool(root: &Path, name: &str, arguments: &[&str]) -> Result<(), String> {
    let windows = if cfg!(windows) { ".cmd" } else { "" };
    let tool = root.join("node_modules/.bin").join(format!("{name}{windows}"));
    if !tool.exists() {
        return Err(format!("{name} is missing: run `npm ci` first"));
    }
    command(root, &tool, arguments)
}

fn command(root: &Path, program: &Path, arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(program).args(arguments).current_dir(root).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} {}: {status}", program.display(), arguments.join(" "))),
        Err(e) => Err(format!("{}: {e}", program.display())),
    }
}

fn make_empty(folder: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(file, bytes).map_err(|e| format!("{}: {e}", file.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(|_| ()).map_err(|e| format!("{} -> {}: {e}", from.display(), to.display()))
}

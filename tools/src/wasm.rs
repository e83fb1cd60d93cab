//! `tools wasm`: the crate as WebAssembly with its JavaScript side, in `target/site/`. What is made of them is in
//! `scripts/`.

use crate::pack::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles for the web. `--no-opt` leaves out wasm-opt, for a quick look while developing; `--root FOLDER` compiles
/// another checkout than the one that this command was made in.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let (root, target) = match arguments.iter().position(|a| a == "--root") {
        Some(at) => another(arguments.get(at + 1).ok_or("--root needs a folder")?),
        None => own(),
    };
    let work = root.join("target/site");
    make_empty(&work)?;
    let compiled = compile(&root, &target)?;
    bind(&compiled, &work)?;
    let optimize = !arguments.iter().any(|a| a == "--no-opt");
    optimize_wasm(&root, &work.join("onrecord_bg.wasm"), &work.join("onrecord.wasm"), optimize)
}

/// This checkout, and where cargo puts what it makes of it.
fn own() -> (PathBuf, PathBuf) {
    let target = std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), |t| root().join(t));
    (root(), target)
}

/// Nothing that was made of this checkout is taken for another.
fn another(root: &str) -> (PathBuf, PathBuf) {
    (root.into(), Path::new(root).join("target"))
}

fn compile(root: &Path, target: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let arguments = ["build", "--lib", "--profile", "wasm", "--target", "wasm32-unknown-unknown"];
    let mut command = Command::new(cargo);
    command.args(arguments).args(["--package", "onrecord", "--locked", "--target-dir"]).arg(target);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(root).join("\u{1f}"));
    run_in(root, command)?;
    Ok(target.join("wasm32-unknown-unknown/wasm/onrecord.wasm"))
}

/// Panic messages name source files: by names that are the same on every machine, so that builds are the same. What is
/// said here replaces what `.cargo/config.toml` says, so its instructions for the net are said once more.
fn flags(root: &Path) -> Vec<String> {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags: Vec<String> = registries().iter().map(|folder| remap(folder, "/crates")).collect();
    flags.push(remap(root, "/onrecord"));
    flags.push("-Ctarget-feature=+simd128".into());
    flags
}

/// Where cargo unpacks dependencies: the folder's name depends on how the registry is reached.
fn registries() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let folders = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut found: Vec<PathBuf> = folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
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
    let windows = if cfg!(windows) { ".cmd" } else { "" };
    let tool = root.join(format!("node_modules/.bin/wasm-opt{windows}"));
    if !tool.exists() {
        return Err("wasm-opt is missing: run `npm ci` first".into());
    }
    let features = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-simd"];
    let more = ["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"];
    let mut command = Command::new(tool);
    command.args(["-O3", "-ocimfs", LARGEST_INLINED]).arg(from).arg("-o").arg(to).args(features).args(more);
    run_in(root, command)
}

/// Bytes of the largest function that `wasm-opt` puts into its only caller. Without a limit one function of 317 KB comes
/// of it, and a browser's compiler holds 110 MB more while it works on that one (`tests/wasm/functions.test.mjs`).
const LARGEST_INLINED: &str = "400";

fn run_in(root: &Path, mut command: Command) -> Result<(), String> {
    match command.current_dir(root).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}")),
        Err(e) => Err(format!("{command:?}: {e}")),
    }
}

fn make_empty(folder: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(|_| ()).map_err(|e| format!("{} -> {}: {e}", from.display(), to.display()))
}

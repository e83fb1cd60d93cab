//! Modules of a crate, and the paths in them that lead upwards.

use super::{root, shown};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A module: `["claims", "scene"]`; the crate itself: `[]`.
type Name = Vec<String>;

struct Module {
    file: PathBuf,
    text: String,
    /// Its modules in the order of their `mod` lines.
    children: Vec<String>,
}

/// Each use of a module, or of a parent's function, that stands above the user: "src/a.rs uses b".
pub fn upward(crate_root: &str) -> Vec<String> {
    let mut modules = BTreeMap::new();
    read(&root().join(crate_root), Vec::new(), &mut modules);
    let mut found = Vec::new();
    for (name, module) in &modules {
        for path in paths(&module.text) {
            let Some((target, item)) = resolve(&modules, name, &path) else { continue };
            if is_upward(&modules, name, &target, item.as_deref()) {
                let item = item.filter(|_| name.starts_with(&target)).map(|item| format!("::{item}"));
                found.push(format!("{} uses {}{}", shown(&module.file), target.join("::"), item.unwrap_or_default()));
            }
        }
    }
    found
}

fn read(file: &Path, name: Name, modules: &mut BTreeMap<Name, Module>) {
    let text = without_tests(&fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display())));
    let is_folder = name.is_empty() || file.ends_with("mod.rs");
    let parent = file.parent().expect("a file lies in a folder");
    let folder = if is_folder { parent.to_owned() } else { file.with_extension("") };
    let mut children = Vec::new();
    for line in text.lines() {
        let declared = line.trim_start_matches("pub ").strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
        let Some(child) = declared else { continue };
        let beside = folder.join(format!("{child}.rs"));
        let file = if beside.exists() { beside } else { folder.join(child).join("mod.rs") };
        let mut name = name.clone();
        name.push(child.to_owned());
        read(&file, name, modules);
        children.push(child.to_owned());
    }
    modules.insert(name, Module { file: file.to_owned(), text, children });
}

/// Without comments, and without what only tests are made of: that may use all.
fn without_tests(text: &str) -> String {
    let mut is_test = false;
    let mut code = String::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        is_test |= line == "#[cfg(test)]";
        if !is_test {
            code += line;
            code.push('\n');
        }
        // An item ends with a brace or a semicolon at the edge; attributes and heads do not.
        let is_at_edge = !line.starts_with([' ', '#']);
        is_test &= !(is_at_edge && (line.starts_with('}') || line.ends_with([';', '}'])));
    }
    code
}

/// All paths that begin with `crate`, `super` or `self`, each as its parts, with braces written out.
fn paths(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(start) {
            let before = text[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                expand(&text[at..], &mut Vec::new(), &mut found);
            }
        }
    }
    found
}

/// Reads one path or tree of paths; gives what is left after it.
fn expand<'t>(text: &'t str, before: &mut Name, found: &mut Vec<Vec<String>>) -> &'t str {
    let depth = before.len();
    let mut rest = text.trim_start();
    loop {
        if let Some(inside) = rest.strip_prefix('{') {
            rest = inside;
            while !rest.trim_start().starts_with('}') && !rest.is_empty() {
                rest = expand(rest, before, found).trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest);
            }
            rest = rest.trim_start().strip_prefix('}').unwrap_or("");
            break;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        if end == 0 {
            // A star, or a turbofish: the path ends here.
            rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or("");
            found.push(before.clone());
            break;
        }
        before.push(rest[..end].to_owned());
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(more) => rest = more,
            None => {
                found.push(before.clone());
                break;
            }
        }
    }
    before.truncate(depth);
    // `as name` in a list.
    let renamed = rest.trim_start().strip_prefix("as ");
    renamed.map_or(rest, |name| name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'))
}

/// The module that a path leads to, and the item that it names there.
fn resolve(modules: &BTreeMap<Name, Module>, from: &Name, path: &[String]) -> Option<(Name, Option<String>)> {
    let mut at: Name = from.clone();
    let mut parts = path.iter().peekable();
    while let Some(part) = parts.next_if(|part| matches!(part.as_str(), "crate" | "super" | "self")) {
        match part.as_str() {
            "crate" => at.clear(),
            "super" => at.pop().map(|_| ())?,
            _ => {}
        }
    }
    for part in parts {
        match modules[&at].children.contains(part) {
            true => at.push(part.clone()),
            false => return Some(follow(modules, at, part)),
        }
    }
    Some((at, None))
}

/// An item that a module hands on (`pub use child::Item`) belongs to the module that it comes from.
fn follow(modules: &BTreeMap<Name, Module>, at: Name, item: &str) -> (Name, Option<String>) {
    for line in modules[&at].text.split(';') {
        let Some(used) = line.trim().rsplit("use ").next().filter(|_| line.contains("use ")) else { continue };
        let mut handed = Vec::new();
        expand(used, &mut Vec::new(), &mut handed);
        for path in handed.iter().filter(|path| path.last().is_some_and(|last| last == item)) {
            let is_child = path.len() > 1 && modules[&at].children.contains(&path[0]);
            let whole: Name = if is_child { [vec!["self".to_owned()], path.clone()].concat() } else { path.clone() };
            // A module inside the file may take from the file what that hands on: no path to follow.
            let is_handed_on = line.contains("pub use ") || line.contains("pub(");
            let is_own = matches!(whole[0].as_str(), "self" | "crate") || whole[0] == "super" && is_handed_on;
            if is_own && let Some(found) = resolve(modules, &at, &whole) {
                return found;
            }
        }
    }
    (at, Some(item.to_owned()))
}

fn is_upward(modules: &BTreeMap<Name, Module>, from: &Name, target: &Name, item: Option<&str>) -> bool {
    let shared = from.iter().zip(target).take_while(|(a, b)| a == b).count();
    if shared == from.len() {
        return false;
    }
    let parent = &modules[&from[..shared]];
    let place = |name: &String| parent.children.iter().position(|child| child == name);
    match target.get(shared) {
        Some(other) => place(other) > place(&from[shared]),
        None => item.is_some_and(|item| defines_function(&parent.text, item)),
    }
}

fn defines_function(text: &str, item: &str) -> bool {
    [format!("fn {item}("), format!("fn {item}<")].iter().any(|head| text.contains(head.as_str()))
}

//! Files of JavaScript that import each other in a circle.

use super::{files, root, shown};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each set of files that import each other in a circle, as one line.
pub fn circles(folder: &str) -> Vec<String> {
    let folder = root().join(folder);
    let sources = [files(&folder, "js"), files(&folder, "mjs")].concat();
    let imports: BTreeMap<PathBuf, Vec<PathBuf>> =
        sources.into_iter().map(|file| (file.clone(), imported(&file))).collect();
    let reached: BTreeMap<&PathBuf, BTreeSet<&PathBuf>> =
        imports.keys().map(|file| (file, reach(file, &imports))).collect();
    let circles: BTreeSet<Vec<&PathBuf>> = imports
        .keys()
        .filter(|file| reached[file].contains(file))
        .map(|file| reached[file].iter().filter(|other| reached[**other].contains(file)).copied().collect())
        .collect();
    circles.into_iter().map(|circle| circle.into_iter().map(|p| shown(p)).collect::<Vec<_>>().join(" <-> ")).collect()
}

/// All files to which a file's imports lead.
fn reach<'i>(file: &PathBuf, imports: &'i BTreeMap<PathBuf, Vec<PathBuf>>) -> BTreeSet<&'i PathBuf> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&PathBuf> = imports[file].iter().collect();
    while let Some(next) = open.pop() {
        if let Some((known, further)) = imports.get_key_value(next)
            && found.insert(known)
        {
            open.extend(further);
        }
    }
    found
}

/// The files that a file imports by a relative path, also late.
fn imported(file: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/'])).collect();
    let code = code.replace("import(\"", "from \"").replace("import \"", "from \"");
    let folder = file.parent().expect("a file lies in a folder");
    code.split("from \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|path| path.starts_with('.'))
        .map(|path| normal(&folder.join(path)))
        .collect()
}

/// Without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

// The crates whose code is inside the WebAssembly, as cargo itself resolves them.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../root.mjs";

/** @type {ReturnType<typeof read> | undefined} */
let known;

/** Of each: name, version, licence (SPDX), repository, authors, and the texts of its licences. In name order. */
export function crates() {
  known ??= read();
  return known;
}

function read() {
  const platform = ["--filter-platform", "wasm32-unknown-unknown", "--features", "bindings"];
  const options = ["--format-version", "1", ...platform, "--locked"];
  const metadata = JSON.parse(
    execFileSync("cargo", ["metadata", ...options], { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 28 }),
  );
  return linked(metadata)
    .filter(({ source }) => source)
    .map(({ name, version, license, repository, authors, manifest_path }) => {
      return { name, version, license, repository, authors, texts: licenceTexts(dirname(manifest_path)) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is reached from the library over normal dependencies, less macros, which run only in the compiler. */
function linked({ packages, resolve }) {
  const byId = new Map(packages.map((item) => [item.id, item]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const found = new Set();
  const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));
  const visit = (id) => {
    if (found.has(id) || isMacro(byId.get(id))) return;
    found.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(packages.find(({ name }) => name === "onrecord").id);
  return [...found].map((id) => byId.get(id));
}

/** The shortest set that a reader needs: MIT where it is offered, else whatever lies there. */
function licenceTexts(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|unlicense)/i.test(file));
  const mit = files.filter((file) => /mit/i.test(file));
  return (mit.length > 0 ? mit : files).sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
}

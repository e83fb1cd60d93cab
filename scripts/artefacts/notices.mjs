// NOTICE and LICENSES/: what each artefact is made of, whose it was, and on which terms. They travel in every artefact.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.mjs";
import { crates } from "./crates.mjs";
import { release, write } from "./parts.mjs";

const RUST = "The Rust standard library: MIT OR Apache-2.0, The Rust Project Contributors, https://www.rust-lang.org";

/** Writes both into a folder. */
export function addNotices(folder) {
  write(join(folder, "NOTICE.txt"), notice());
  for (const [name, text] of licences()) write(join(folder, "LICENSES", name), `${text.trim()}\n`);
}

/** Both in one text. */
export function noticeText() {
  const texts = licences().map(([name, text]) => `==== ${name} ====\n\n${text.trim()}`);
  return [notice(), ...texts].join("\n\n");
}

function notice() {
  const { version } = release();
  const list = crates().map(({ name, version, license, repository }) => {
    return `${name} ${version}: ${license}${repository ? `, ${repository}` : ""}`;
  });
  return [
    `OnRecord ${version}: MIT OR Apache-2.0, at your choice.`,
    "Code of others inside the WebAssembly:",
    [RUST, ...list].map((line) => `  ${line}`).join("\n"),
    "Lists and weights inside it, with their origins and licences:",
    readFileSync(join(ROOT, "data/README.md"), "utf8")
      .replace(/^# .*\n+/, "")
      .trim(),
    "",
  ].join("\n\n");
}

/** By file name. @returns {[string, string][]} */
function licences() {
  const ours = ["LICENSE-APACHE", "LICENSE-MIT"].map((name) => [`onrecord-${name}.txt`, text(name)]);
  const data = readdirSync(join(ROOT, "data/licenses")).map((name) => [`data-${name}`, text(`data/licenses/${name}`)]);
  const code = crates().map(({ name, texts }) => [`crate-${name}.txt`, texts.join("\n\n")]);
  return [...ours, ...data, ...code].filter(([, text]) => text).sort(([a], [b]) => (a < b ? -1 : 1));
}

const text = (name) => readFileSync(join(ROOT, name), "utf8");

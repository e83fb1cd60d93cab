// `npm test`: everything. The Rust first, then the site, then the site in Node and in browsers; each step says what it does.
// `npm run test:quick`: the Rust, and the WASM in Node. `npm run limits`: what is measured by the clock. `npm run soak`: 2,000
// analyses in each browser.

import { readdirSync } from "node:fs";
import { checkCrates } from "./crates.mjs";
import { artefacts, wasm } from "./make.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./root.mjs";
import { run, tried } from "./run.mjs";

const DENY = ["--", "-D", "warnings"];
const cargo = (...args) => run("cargo", args);
const clippy = (...what) => cargo("clippy", "--quiet", ...what, ...DENY);
const tools = (...args) => cargo("run", "--quiet", "--package", "onrecord-tools", "--features", "site", "--", ...args);

const PREPARE = ["what the build needs", prepare];
const FORMAT = ["Rust: format", () => cargo("fmt", "--all", "--check")];
const RUST = ["Rust: tests", () => cargo("test", "--quiet", "--features", "onrecord-tools/site")];
const PACK = ["the packed data is that of data/", () => tools("pack", "--check")];
const DIST = ["dist/", artefacts];

/** The steps of each way to test: what each is, and what it does. */
const WAYS = {
  all: [
    PREPARE,
    FORMAT,
    ["Rust: lints", () => clippy("--all-targets", "--features", "onrecord-tools/site")],
    ["Rust: lints for wasm32", () => clippy("--lib", "--target", "wasm32-unknown-unknown")],
    ["the bindings too", () => clippy("--lib", "--target", "wasm32-unknown-unknown", "--features", "bindings")],
    ["Rust: documentation", documentation],
    RUST,
    ["fuzzing", fuzz],
    PACK,
    ["the command", () => cargo("build", "--quiet", "--package", "onrecord-cli")],
    ["scores of the development sets", checkScores],
    ["licences and sources of crates", checkCrates],
    ["the packed crate in somebody else's project", () => nodeTests("tests/crate")],
    ["WebAssembly", () => wasm()],
    DIST,
    ["a second build has the same bytes", () => run(process.execPath, ["scripts/reproduce.mjs", "--quick"])],
    ["JavaScript: format", () => npx("prettier", "--check", "--log-level=warn", ".")],
    ["JavaScript: types", () => npx("tsc")],
    ["tests in Node", () => nodeTests("tests/wasm")],
    ["tests of the page", () => nodeTests("tests/page")],
    ["tests without a network", () => nodeTests("tests/offline")],
    ["tests in other people's pages", () => nodeTests("tests/embed")],
    ["tests of the extension", () => nodeTests("tests/extension")],
    ["a short soak", () => nodeTests("tests/soak")],
    ["tests in WordPress", () => nodeTests("tests/wordpress")],
    ["tests in other systems", () => nodeTests("tests/integrations")],
  ],
  quick: [
    PREPARE,
    FORMAT,
    RUST,
    PACK,
    ["the command", () => cargo("build", "--quiet", "--package", "onrecord-cli")],
    ["WebAssembly, not optimized", () => wasm("--no-opt")],
    DIST,
    ["JavaScript: types", () => npx("tsc")],
    ["tests in Node", () => nodeTests("tests/wasm")],
  ],
  limits: [
    ["the page and the element by the clock", () => nodeTests("tests/limits")],
    ["the command by the clock", () => cargo("test", "--quiet", "--package", "onrecord-cli", "--", "--ignored")],
  ],
  soak: [["2,000 analyses in each browser", () => nodeTests("tests/soak", { ONRECORD_SOAK: "2000" })]],
};

const [way = "all"] = process.argv.slice(2);
const began = Date.now();
/** Tests that failed: those that come after them are run all the same. */
const failed = [];
const steps = WAYS[way];
for (const [i, [name, work]] of steps.entries()) {
  console.log(`\n== ${i + 1} of ${steps.length}: ${name} (${minutes()})`);
  await work();
}
console.log(`\n== ${failed.length === 0 ? "all is well" : `failed: ${failed.join(", ")}`} (${minutes()})`);
process.exitCode = failed.length === 0 ? 0 : 1;

function minutes() {
  const seconds = Math.round((Date.now() - began) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What docs.rs will show, without warnings. */
function documentation() {
  run("cargo", ["doc", "--quiet", "--no-deps", "--package", "onrecord"], { env: { RUSTDOCFLAGS: "-D warnings" } });
}

/** The same texts each time, as many as there is time for. */
function fuzz() {
  const seconds = process.env.ONRECORD_FUZZ_SECONDS;
  if (!seconds) return console.log("skipped: fuzzing (ONRECORD_FUZZ_SECONDS does not say how long)");
  const texts = ["--articles", "2000", "--texts", "1000000", "--seconds", seconds];
  cargo("run", "--quiet", "--profile", "fuzz", "--package", "onrecord-fuzz", "--bin", "fuzz", "--", "run", ...texts);
}

/** The development sets again, where they are: a score that dropped fails. */
function checkScores() {
  if (!process.env.ONRECORD_DATA) return console.log("skipped: scores (ONRECORD_DATA does not say where the data is)");
  cargo("build", "--quiet", "--release", "--package", "onrecord-cli", "--package", "onrecord-tools");
  const built = `${process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`}/release`;
  run(`${built}/tools`, ["eval", "--check"]);
  // The quick one, for the tests that ask the command about many articles.
  process.env.ONRECORD_COMMAND = `${built}/onrecord`;
}

function npx(tool, ...args) {
  run(`${ROOT}/node_modules/.bin/${tool}`, args, { shell: process.platform === "win32" });
}

/** The tests of a folder, one file after another. */
function nodeTests(folder, env = {}) {
  const files = readdirSync(`${ROOT}/${folder}`).filter((file) => file.endsWith(".test.mjs"));
  const options = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
  const status = tried(process.execPath, [...options, ...files.sort().map((file) => `${folder}/${file}`)], { env });
  if (status !== 0) failed.push(folder);
}

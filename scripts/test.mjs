// `npm test`: everything. The Rust first, then the site, then the site in Node and in a browser.

import { readdirSync } from "node:fs";
import { checkCrates } from "./crates.mjs";
import { artefacts, prepare, ROOT, run, wasm } from "./prepare.mjs";

prepare();
const deny = ["--", "-D", "warnings"];
run("cargo", ["fmt", "--all", "--check"]);
run("cargo", ["clippy", "--quiet", "--all-targets", "--features", "onrecord-tools/site", ...deny]);
run("cargo", ["clippy", "--quiet", "--lib", "--package", "onrecord", "--target", "wasm32-unknown-unknown", ...deny]);
run("cargo", ["clippy", "--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--features", "bindings", ...deny]);
run("cargo", ["test", "--quiet", "--features", "onrecord-tools/site"]);
run("cargo", ["run", "--quiet", "--package", "onrecord-tools", "--features", "site", "--", "pack", "--check"]);
run("cargo", ["build", "--quiet", "--package", "onrecord-cli"]);
checkScores();
checkCrates();
wasm();
await artefacts();
run(process.execPath, ["scripts/reproduce.mjs", "--quick"]);
npx("prettier", "--check", "--log-level=warn", ".");
npx("tsc");
run(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...testFiles()]);

/** The development sets again, where they are: a score that dropped fails. */
function checkScores() {
  if (!process.env.ONRECORD_DATA) return console.log("skipped: scores (ONRECORD_DATA does not say where the data is)");
  run("cargo", ["build", "--quiet", "--release", "--package", "onrecord-cli", "--package", "onrecord-tools"]);
  const built = `${process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`}/release`;
  run(`${built}/tools`, ["eval", "--check"]);
  // The quick one, for the tests that ask the command about many articles.
  process.env.ONRECORD_COMMAND = `${built}/onrecord`;
}

function npx(tool, ...args) {
  run(`${ROOT}/node_modules/.bin/${tool}`, args, { shell: process.platform === "win32" });
}

function testFiles() {
  return ["tests/wasm", "tests/page", "tests/offline", "tests/embed", "tests/wordpress", "tests/integrations"].flatMap(
    (folder) =>
      readdirSync(`${ROOT}/${folder}`)
        .filter((file) => file.endsWith(".test.mjs"))
        .sort()
        .map((file) => `${folder}/${file}`),
  );
}

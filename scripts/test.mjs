// `npm test`: everything. The Rust first, then the site, then the site in Node and in a browser.

import { readdirSync } from "node:fs";
import { makeAll } from "./artefacts/index.mjs";
import { prepare, ROOT, run, wasm } from "./prepare.mjs";

prepare();
const deny = ["--", "-D", "warnings"];
run("cargo", ["fmt", "--all", "--check"]);
run("cargo", ["clippy", "--quiet", "--all-targets", "--features", "onrecord-tools/site", ...deny]);
run("cargo", ["clippy", "--quiet", "--lib", "--package", "onrecord", "--target", "wasm32-unknown-unknown", ...deny]);
run("cargo", ["test", "--quiet", "--features", "onrecord-tools/site"]);
run("cargo", ["run", "--quiet", "--package", "onrecord-tools", "--features", "site", "--", "pack", "--check"]);
run("cargo", ["build", "--quiet", "--package", "onrecord-cli"]);
wasm();
await makeAll();
npx("prettier", "--check", "--log-level=warn", ".");
npx("tsc");
run(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...testFiles()]);

function npx(tool, ...args) {
  run(`${ROOT}/node_modules/.bin/${tool}`, args, { shell: process.platform === "win32" });
}

function testFiles() {
  return ["tests/wasm", "tests/page", "tests/offline", "tests/embed"].flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`)
      .filter((file) => file.endsWith(".test.mjs"))
      .sort()
      .map((file) => `${folder}/${file}`),
  );
}

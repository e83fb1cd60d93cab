// `npm run reproduce`: builds a second time, in another folder, and compares every file with dist/. Takes some minutes.
// `--quick`, as `npm test` runs it: the second build compiles and bundles all that the first did, but takes over the
// first's optimized WebAssembly once what it was made from has turned out to be the same.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wasm } from "./make.mjs";
import { ROOT } from "./root.mjs";

const COMPILED = ["target/site/onrecord_bg.wasm", "target/site/onrecord.js"];
const quick = process.argv.includes("--quick");
const folder = copySources();
const different = build();
rmSync(folder, { recursive: true });
for (const line of different) console.log(`different: ${line}`);
console.log(`two builds in two folders: ${different.length === 0 ? "every file is the same" : "not the same"}`);
process.exitCode = different.length === 0 ? 0 : 1;

function copySources() {
  const folder = mkdtempSync(join(tmpdir(), "onrecord again "));
  const options = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", options, { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of files) cpSync(join(ROOT, file), join(folder, file));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Answers what is not the same. */
function build() {
  wasm("--root", folder, ...(quick ? ["--no-opt"] : []));
  if (quick) {
    const others = COMPILED.filter((file) => !read(ROOT, file).equals(read(folder, file)));
    if (others.length > 0) return others;
    cpSync(join(ROOT, "target/site/onrecord.wasm"), join(folder, "target/site/onrecord.wasm"));
  }
  const code = `import { makeAll } from "./scripts/artefacts/index.mjs"; await makeAll();`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) return ["the second build failed"];
  const there = sums(folder);
  return [...sums(ROOT)].filter((line) => !there.delete(line)).concat(...there);
}

function read(root, file) {
  return readFileSync(join(root, file));
}

function sums(root) {
  return new Set(String(read(root, "dist/SHA256SUMS")).trim().split("\n"));
}

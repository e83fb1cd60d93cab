// What the documentation of the package shows, with the package installed beside it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { ROOT } from "../wasm/bindings.mjs";

const folder = mkdtempSync(join(tmpdir(), "onrecord-example-"));
const node = (...args) => execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });

before(() => {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(ROOT, "dist/npm"), join(folder, "node_modules/onrecord"), "junction");
});

test("examples/who-says-what.mjs prints speakers and their words", () => {
  copyFileSync(join(ROOT, "examples/who-says-what.mjs"), join(folder, "who-says-what.mjs"));
  writeFileSync(
    join(folder, "article.txt"),
    "“The bridge is safe,” Mayor Ada Quill said on Tuesday. It was painted.\n",
  );
  const printed = node("who-says-what.mjs", "article.txt", "2024-05-08");
  assert.equal(printed, "Ada Quill asserts (direct): “The bridge is safe,”\n");
});

test("the package's README prints what it says", () => {
  const readme = readFileSync(join(ROOT, "www/package/README.md"), "utf8");
  const fenced = [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)];
  const blocks = (language) => fenced.filter(([, name]) => name === language).map(([, , block]) => block);
  writeFileSync(join(folder, "readme.mjs"), blocks("js").join("\n"));
  assert.equal(node("readme.mjs"), blocks("").join(""));
});

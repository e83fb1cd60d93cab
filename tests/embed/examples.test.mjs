// The example in JavaScript, with the package installed beside it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../wasm/door.mjs";

test("who-says-what.mjs prints speakers and their words", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-example-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(ROOT, "dist/npm"), join(folder, "node_modules/onrecord"), "junction");
  copyFileSync(join(ROOT, "examples/who-says-what.mjs"), join(folder, "who-says-what.mjs"));
  writeFileSync(join(folder, "article.txt"), "“The bridge is safe,” Mayor Ada Quill said on Tuesday. It was painted.\n");
  const printed = execFileSync(process.execPath, ["who-says-what.mjs", "article.txt", "2024-05-08"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(printed, "Ada Quill asserts (direct): “The bridge is safe,”\n");
});

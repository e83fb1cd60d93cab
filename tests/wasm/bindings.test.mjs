// The bindings: the same report as the command, offsets of the string that was given, errors with codes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ARTICLES, askCommand, BAD, COMPILED, openBindings, ROOT } from "./bindings.mjs";

const LIMIT = 10_000_000;

test("the articles: the same JSON as the command, byte for byte", () => {
  const native = askCommand(ARTICLES);
  const bindings = openBindings();
  assert.equal(native.size, ARTICLES.length);
  for (const { id, text } of ARTICLES) assert.equal(JSON.stringify(bindings.analyze(text)), native.get(id), id);
});

test("generated sentences and changed articles: the same JSON as the command", () => {
  const target = process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`;
  const print = ["print", "--seed", "5", "--texts", "300", "--articles", "20"];
  const lines = execFileSync(`${target}/debug/fuzz`, print, { encoding: "utf8", maxBuffer: 2 ** 26 });
  const questions = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const native = askCommand(questions);
  const bindings = openBindings();
  for (const { id, text, published } of questions) {
    assert.equal(JSON.stringify(bindings.analyze(text, { published })), native.get(id), id);
  }
});

test("the net has its vector instructions, without which it takes seven times as long", () => {
  const [features] = WebAssembly.Module.customSections(COMPILED, "target_features");
  assert.match(Buffer.from(features).toString(), /simd128/);
});

test("options: the same JSON as the command", () => {
  const questions = ARTICLES.map((article) => ({ ...article, published: "2024-02-29", outlet: "The Vessey Echo" }));
  const native = askCommand(questions);
  const bindings = openBindings();
  for (const { id, text, published, outlet } of questions) {
    assert.equal(JSON.stringify(bindings.analyze(text, { published, outlet })), native.get(id), id);
  }
});

test("the report has the types of report.d.ts, and no others", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  const bindings = openBindings();
  const reports = ARTICLES.map(({ text }) => JSON.stringify(bindings.analyze(text, { published: "2024-02-29" })));
  const types = JSON.stringify(join(ROOT, "www/report.js"));
  const source = `import type { Report } from ${types};\nexport const reports: Report[] = [\n${reports.join(",\n")}\n];\n`;
  const file = join(folder, "reports.ts");
  writeFileSync(file, source);
  const options = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2023"];
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...options, "--ignoreConfig", file], {
    stdio: "inherit",
  });
});

test("progress names each stage before it begins, and may throw", () => {
  const bindings = openBindings();
  const seen = [];
  bindings.analyze(ARTICLES[0].text, {}, (stage, index, count) => {
    seen.push(`${index + 1}/${count} ${stage}`);
    throw new Error("of no concern to the analysis");
  });
  assert.deepEqual(seen, ["1/4 reading", "2/4 syntax", "3/4 names and numbers", "4/4 claims"]);
});

test("a lone surrogate is one unit: offsets are those of the string that was given", () => {
  const bindings = openBindings();
  const text = "\ud83d\ude42 \ud800\ud800 first. \n\nThe mayor said \udc00 on Tuesday that the second pier would stay.";
  const report = bindings.analyze(text);
  const paragraphs = report.paragraphs.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(paragraphs, text.split(" \n\n"));
  assert.equal(report.length, text.length);
});

test("a text over the limit is refused with the numbers, before it is copied", () => {
  const bindings = openBindings();
  assert.throws(() => bindings.analyze("a".repeat(LIMIT + 1)), {
    name: "RangeError",
    code: "TOO_LARGE",
    message: /10000001.*10000000/,
  });
});

test("an option that is no string is refused by name", () => {
  assert.throws(() => openBindings().analyze("x", { published: 5 }), {
    name: "TypeError",
    message: /options\.published/,
  });
});

test("a panic and a trap are errors, not silence", () => {
  assert.throws(() => openBindings().crash("panic"), { code: "PANIC", message: /broken on purpose/ });
  assert.throws(() => openBindings().crash("trap"), { name: "RuntimeError" });
});

for (const [name, text] of Object.entries(BAD)) {
  test(`bad input: ${name}`, () => {
    const report = openBindings().analyze(text);
    assert.equal(report.length, text.length);
    for (const { start, end } of [...report.paragraphs, ...report.sentences]) {
      assert.ok(start < end && end <= text.length, `${start}..${end}`);
    }
  });
}

test("an empty text has an empty report", () => {
  const { length, paragraphs, claims } = openBindings().analyze("");
  assert.deepEqual({ length, paragraphs, claims }, { length: 0, paragraphs: [], claims: [] });
});

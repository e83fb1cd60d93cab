// Two texts compared: the same JSON as the command, the types of comparison.d.ts, the schema.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { comparisonSchema } from "../../scripts/artefacts/schema.mjs";
import { openBindings, ROOT } from "./bindings.mjs";
import { command } from "./command.mjs";

const FILES = { source: ["article.txt", "source.txt"], versions: ["a.txt", "b.txt"], outlets: ["a.txt", "b.txt"] };
const FOLDERS = { source: "quotations", versions: "versions", outlets: "outlets" };

/** Some marked pairs of each mode, with their files. */
const PAIRS = Object.entries(FILES).flatMap(([mode, names]) => {
  const folder = join(ROOT, "eval/compare", FOLDERS[mode]);
  const pairs = readdirSync(folder).sort().slice(0, 6);
  return pairs.map((pair) => ({ mode, files: names.map((name) => join(folder, pair, name)) }));
});

const text = (file) => readFileSync(file, "utf8");
const bindings = openBindings();
const comparisons = PAIRS.map(({ mode, files: [a, b] }) => bindings.compare(text(a), text(b), { mode }));

test("marked pairs: the same JSON as the command, byte for byte", () => {
  for (const [i, { mode, files }] of PAIRS.entries()) {
    const arguments_ = ["compare", ...files, "--mode", mode, "--format", "json"];
    const native = execFileSync(command(), arguments_, { encoding: "utf8", maxBuffer: 2 ** 28 });
    assert.equal(`${JSON.stringify(comparisons[i])}\n`, native, files[0]);
  }
});

test("options of both texts reach their analysis", () => {
  const { a, b } = bindings.compare("He left on Tuesday.", "He left on Tuesday.", {
    mode: "versions",
    a: { published: "2024-05-08" },
    b: { published: "2024-05-15" },
  });
  assert.deepEqual([a.times[0].value, b.times[0].value], ["2024-05-07", "2024-05-14"]);
});

test("the comparison has the types of comparison.d.ts, and no others", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  const types = JSON.stringify(join(ROOT, "www/comparison.js"));
  const values = comparisons.map((comparison) => JSON.stringify(comparison)).join(",\n");
  const source = `import type { Comparison } from ${types};\nexport const found: Comparison[] = [\n${values}\n];\n`;
  const file = join(folder, "comparisons.ts");
  writeFileSync(file, source);
  const options = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2023"];
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...options, "--ignoreConfig", file], {
    stdio: "inherit",
  });
});

test("the schema accepts each, and nothing that is none", () => {
  const types = (name) => readFileSync(join(ROOT, "www", name), "utf8");
  const schema = comparisonSchema(types("report.d.ts"), types("comparison.d.ts"));
  const check = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  for (const comparison of comparisons) assert.ok(check(comparison), JSON.stringify(check.errors));
  const [found] = comparisons;
  const spoilt = [
    { ...found, mode: "rivals" },
    { ...found, quotations: [{ ...found.quotations[0], verdict: "fine" }] },
    { ...found, extra: 1 },
  ];
  for (const wrong of spoilt) assert.equal(check(JSON.parse(JSON.stringify(wrong))), false);
});

test("a mode that is none is refused by name", () => {
  for (const options of [undefined, {}, { mode: "rivals" }]) {
    assert.throws(() => openBindings().compare("a", "b", options), { name: "TypeError", message: /options\.mode/ });
  }
});

test("either text over the limit is refused", () => {
  const long = "a".repeat(10_000_001);
  for (const [a, b] of [
    [long, ""],
    ["", long],
  ]) {
    assert.throws(() => openBindings().compare(a, b, { mode: "source" }), { name: "RangeError", code: "TOO_LARGE" });
  }
});

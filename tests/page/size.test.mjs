// What the interface costs over the wire.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliSize } from "../../scripts/sizes.mjs";
import { ROOT } from "../wasm/bindings.mjs";

const size = (path) => brotliSize(readFileSync(join(ROOT, path)));

test("code and style of the interface, with all its words in English, are under 55 KB", () => {
  const [script, style, page] = ["onrecord.js", "page.css", "index.html"].map((name) => size(`dist/site/${name}`));
  // The worker's source is the engine's side of the bindings: the script holds it as a text.
  const engine = size("target/site/worker.txt");
  console.log(
    `  script ${script} (of it the worker ${engine}), style ${style}, page ${page}, German ${size("dist/site/german.js")}`,
  );
  assert.ok(script - engine + style < 55_000, `${script - engine + style}`);
});

test("the comparison of two texts, with its style and its words in English, is under 12 KB", () => {
  const compare = size("dist/site/compare.js");
  console.log(`  comparison ${compare}`);
  assert.ok(compare < 12_000, `${compare}`);
});

test("the page's foot, with its style and its words in English, is under 4.2 KB", () => {
  const privacy = size("dist/site/privacy.js");
  console.log(`  privacy ${privacy}`);
  assert.ok(privacy < 4_200, `${privacy}`);
});

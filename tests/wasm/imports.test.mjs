// Modules stand in layers: none is imported, whatever the way round, by what it imports itself.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/root.mjs";

const IMPORT = /^(?:import|export)\b[^"';]*?["'](\.[^"']+)["'];/gm;
const DYNAMIC = /\bimport\("(\.[^"]+)"\)/g;
/** A type is no import. */
const COMMENT = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;

/** What a file imports from beside it, at once or late. */
function importsOf(file) {
  const code = readFileSync(join(ROOT, file), "utf8").replace(COMMENT, "");
  return [...code.matchAll(IMPORT), ...code.matchAll(DYNAMIC)].map(([, path]) => join(dirname(file), path));
}

/** The modules of a folder that import one another in a ring, the first ring that is met. */
function ringIn(folder) {
  const files = readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.m?js$/.test(file) && !file.split(sep).includes("node_modules"));
  const done = new Set();
  const visit = (file, path) => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file) || !files.includes(file)) return undefined;
    for (const next of importsOf(file)) {
      const ring = visit(next, [...path, file]);
      if (ring) return ring;
    }
    done.add(file);
    return undefined;
  };
  assert.ok(files.length > 5, folder);
  return files.map((file) => visit(file, [])).find(Boolean);
}

for (const folder of ["scripts", "www", "tests"]) {
  test(`no module of ${folder}/ imports itself by way of others`, () => assert.equal(ringIn(folder), undefined));
}

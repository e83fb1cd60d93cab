// What goes over the wire: the bytes of each artefact, as they are and packed as servers do.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { DIST, filesIn } from "./artefacts/parts.mjs";

/** @param {Uint8Array} bytes */
export function brotliSize(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

/** What must not grow unnoticed: the bytes over the wire of the WASM, which holds the model, and of the whole site. */
export function download() {
  const site = join(DIST, "site");
  const packed = new Map(filesIn(site).map((name) => [name, brotliSize(readFileSync(join(site, name)))]));
  const whole = [...packed.values()].reduce((sum, size) => sum + size, 0);
  return { "onrecord.wasm": /** @type {number} */ (packed.get("onrecord.wasm")), "dist/site/": whole };
}

/** The site's files (its licences as one row), their sum, and the single file. */
export function printSizes() {
  print("bytes", ["raw", "gzip", "brotli"]);
  const site = join(DIST, "site");
  /** @type {Map<string, number[]>} */
  const rows = new Map();
  for (const name of filesIn(site)) {
    const row = /^(LICENSES|icons)\//.exec(name)?.[0] ?? name;
    rows.set(row, plus(rows.get(row), sizes(join(site, name))));
  }
  for (const [name, row] of rows) print(name, row);
  print("dist/site/", [...rows.values()].reduce(plus, undefined));
  print("dist/onrecord.html", sizes(join(DIST, "onrecord.html")));
}

/** @param {string} file */
function sizes(file) {
  const bytes = readFileSync(file);
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliSize(bytes)];
}

/** @param {number[] | undefined} sum @param {number[]} sizes */
function plus(sum, sizes) {
  return sizes.map((size, i) => size + (sum?.[i] ?? 0));
}

/** @param {string} name @param {(string | number)[]} cells */
function print(name, cells) {
  console.log(name.padEnd(20) + cells.map((cell) => cell.toLocaleString("en").padStart(14)).join(""));
}

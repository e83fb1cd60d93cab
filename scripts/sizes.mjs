// What goes over the wire: the bytes of each file, as they are and packed as servers do.

import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

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

/** @param {string} folder */
export function printSizes(folder) {
  const rows = readdirSync(folder)
    .sort()
    .map((name) => {
      const bytes = readFileSync(`${folder}/${name}`);
      return { name, sizes: [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliSize(bytes)] };
    });
  const all = rows.reduce((sum, { sizes }) => sum.map((size, i) => size + sizes[i]), [0, 0, 0]);
  print("bytes", ["raw", "gzip", "brotli"]);
  for (const { name, sizes } of rows) print(name, sizes);
  print("all", all);
}

/** @param {string} name @param {(string | number)[]} cells */
function print(name, cells) {
  console.log(name.padEnd(18) + cells.map((cell) => cell.toLocaleString("en").padStart(14)).join(""));
}

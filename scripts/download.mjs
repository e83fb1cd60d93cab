// `npm run download`: the size of what is downloaded beside the committed table, eval/sizes.tsv.
// `npm run download -- "why"` writes the table anew; rows that grew by more than the test allows get the reason as their note.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ROOT } from "./root.mjs";
import { download } from "./sizes.mjs";

const TABLE = "eval/sizes.tsv";
const HEAD = "# what\tbrotli bytes\twhy it is as large as it is";
/** A download may grow by this factor without a word. */
export const MOST = 1.02;

/** @typedef {{ size: number, note: string }} Row */

/** @param {string} text @returns {Map<string, Row>} */
export function parse(text) {
  const rows = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(
    rows.map((line) => {
      const [what, size, note = ""] = line.split("\t");
      return [what, { size: Number(size), note }];
    }),
  );
}

export function committed() {
  return parse(readFileSync(`${ROOT}/${TABLE}`, "utf8"));
}

/** The table as it was a commit ago; nothing where the history is not there. */
export function before() {
  try {
    const options = /** @type {const} */ ({ cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return parse(execFileSync("git", ["show", `HEAD~1:${TABLE}`], options));
  } catch {
    return new Map();
  }
}

/**
 * What grew without a word: what is larger than the table says, and rows of the table that grew while their note stayed.
 *
 * @param {Record<string, number>} found @param {Map<string, Row>} table @param {Map<string, Row>} earlier
 */
export function complaints(found, table, earlier) {
  const all = [];
  for (const [what, size] of Object.entries(found)) {
    const row = table.get(what);
    if (!row?.note) all.push(`${what}: no row with a note in ${TABLE}`);
    else if (size > row.size * MOST) all.push(`${what}: ${size} bytes, ${row.size} in ${TABLE}`);
  }
  for (const [what, row] of table) {
    const old = earlier.get(what);
    if (old && row.size > old.size * MOST && row.note === old.note)
      all.push(`${what}: ${old.size} bytes became ${row.size} in ${TABLE}, and the note does not say why`);
  }
  return all;
}

/** @param {string | undefined} why */
function write(why) {
  const table = committed();
  const lines = Object.entries(download()).map(([what, size]) => {
    const old = table.get(what);
    const grew = !old || size > old.size * MOST;
    console.log(
      `${what.padEnd(16)}${(old?.size ?? 0).toLocaleString("en").padStart(12)} -> ${size.toLocaleString("en")}`,
    );
    if (grew && why === "") throw new Error(`${what} grew: say why`);
    return [what, size, grew ? why : old.note].join("\t");
  });
  if (why !== undefined) writeFileSync(`${ROOT}/${TABLE}`, `${[HEAD, ...lines].join("\n")}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) write(process.argv[2]);

// A ZIP archive whose bytes depend on its files alone: no times, no owners, names in order.

import { zipSync } from "fflate";

/** The first day that ZIP can write, here: it writes the time on the wall. */
const FIRST_DAY = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/** @param {[name: string, bytes: Uint8Array][]} files @returns {Buffer} */
export function zip(files) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const options = { level: 9, mtime: FIRST_DAY, os: UNIX, attrs: PLAIN_FILE };
  return Buffer.from(zipSync(Object.fromEntries(sorted), options));
}

// Texts that a slow stage would show itself on: each piece over and over, to any length.

import { readFileSync } from "node:fs";

/** @type {Record<string, string>} */
export const FORMS = JSON.parse(readFileSync(new URL("forms.json", import.meta.url), "utf8"));

/**
 * `{n}` in a piece is another word each time, `{N}` the same with a capital: as `fuzz/src/growth.rs` has them.
 * @param {string} piece @param {number} units
 */
export function repeated(piece, units) {
  if (!piece.includes("{")) return piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
  let text = "";
  for (let n = 0; text.length < units; n++) {
    const word = wordOf(n);
    text += piece.replaceAll("{n}", word).replaceAll("{N}", word[0].toUpperCase() + word.slice(1));
  }
  return text.slice(0, units);
}

/** "babab", "babac": five letters and more that no two numbers share. @param {number} n */
function wordOf(n) {
  let word = "";
  for (let rest = n; word.length < 5 || rest > 0;) {
    const letters = word.length % 2 === 0 ? "bdfgklmnprst" : "aeiou";
    word = letters[rest % letters.length] + word;
    rest = Math.floor(rest / letters.length);
  }
  return word;
}

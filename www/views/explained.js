// What a word of the interface means, in one line, where a reader first meets it.

import { h } from "../dom.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** By reading, what was explained already: views are drawn in order. @type {WeakMap<Reading, Set<string>>} */
const met = new WeakMap();

/** Forgets, for a view that is drawn anew. @param {Reading} reading */
export function explainAgain(reading) {
  met.delete(reading);
}

/** @param {Reading} reading @param {string[]} terms keys of `strings.explained` @returns {HTMLElement[]} */
export function explained(reading, terms) {
  const known = met.get(reading) ?? new Set();
  met.set(reading, known);
  const fresh = terms.filter((term) => reading.strings.explained[term] && !known.has(term));
  for (const term of fresh) known.add(term);
  return fresh.map((term) => h("span", { class: "explained" }, reading.strings.explained[term]));
}

// What a word of the interface means, in one line, where a reader first meets it.

import { h } from "../dom.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** By reading, the lines that stand already: views are drawn in order. @type {WeakMap<Reading, Set<string>>} */
const met = new WeakMap();

/** Forgets, for a view that is drawn anew. @param {Reading} reading */
export function explainAgain(reading) {
  met.delete(reading);
}

/** @param {Reading} reading @param {import("../report.js").Claim} claim @returns {HTMLElement[]} */
export function explained(reading, claim) {
  const known = met.get(reading) ?? new Set();
  met.set(reading, known);
  const { explained, attributionHint } = reading.strings;
  const form = reading.isTurn(claim) ? "" : explained[claim.form];
  const hint = /^(described|unnamed)$/.test(claim.attribution) ? attributionHint[claim.attribution] : "";
  const fresh = [form, hint].filter((line) => line && !known.has(line));
  for (const line of fresh) known.add(line);
  return fresh.map((line) => h("span", { class: "explained" }, line));
}

// Corrections that belong to words which are gone: which they are, and the way back to those words.

import { h } from "../dom.js";
import { Reading } from "../reading.js";

/** @typedef {import("../report.js").Correction} Correction */

/** @param {import("../strings/en.js").Strings} strings @param {import("../state.js").State} state @returns {Node[]} */
export function lostView(strings, { lost, corrected }) {
  if (lost.length === 0 || !corrected) return [];
  const before = new Reading(corrected.text, corrected.found, strings, [...corrected.corrections]);
  return [
    h("h2", {}, strings.lostTitle),
    h("p", { class: "quiet" }, strings.lostHint),
    h(
      "ul",
      { class: "rows" },
      lost.map((correction) => h("li", { class: "row" }, h("span", {}, describe(before, correction)))),
    ),
    h("button", { class: "tool", "data-text-before": "" }, strings.textBefore),
  ];
}

/** "Claim changed: “the pier would stay”" @param {Reading} reading @param {Correction} correction */
function describe(reading, { op, target, value = "" }) {
  const { strings } = reading;
  const [, start, end] = /^(\d+)-(\d+) /.exec(op === "add" ? value : "") ?? [];
  const found = reading.claim(target) ?? reading.entity(target) ?? reading.quantity(target);
  const item = /** @type {any} */ (found ?? new Reading(reading.text, reading.found, strings).claim(target));
  const words = start
    ? reading.words({ start: Number(start), end: Number(end) })
    : item?.content
      ? reading.content(item) || strings.declined
      : (item?.name ?? (item?.start !== undefined ? reading.words(item) : target));
  return `${strings.opNames[op]}: ${strings.written(words)}`;
}

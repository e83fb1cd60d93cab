// What stands on nobody's word but the writer's.

import { h } from "../dom.js";
import { countWords } from "../reading.js";
import { fill } from "../slices.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** @typedef {{ id: string, words: string, length: number, remainder: boolean }} Statement */

/** Part of a sentence that is shorter says nothing alone: it was left between claims. */
const FEWEST_WORDS = 7;

/** @param {Reading} reading */
export function unattributedView(reading) {
  const { report, strings, format } = reading;
  if (report.unattributed.length === 0) return [h("p", { class: "none" }, strings.unattributedNone)];
  const all = statements(reading);
  const words = all.reduce((sum, { length }) => sum + length, 0);
  const share = format.value(Math.round((100 * words) / Math.max(reading.wordCount, 1)), "%");
  const whole = all.filter(({ remainder }) => !remainder);
  const short = all.filter(({ remainder }) => remainder);
  return [
    h("p", { class: "summary" }, strings.unattributedShare(share), " ", strings.unattributedIntro),
    list(whole),
    ...(short.length > 0
      ? [h("details", { class: "rest" }, h("summary", {}, strings.remainders(short.length)), list(short))]
      : []),
  ];
}

/** @param {Statement[]} statements */
function list(statements) {
  return fill(h("ol", { class: "rows" }), statements, ({ id, words }) => row(id, words));
}

/** @param {Reading} reading @returns {Statement[]} */
function statements(reading) {
  const { unattributed, sentences } = reading.report;
  const ends = new Map(sentences.map(({ start, end }) => [start, end]));
  return unattributed.map((span, i) => {
    const words = reading.words(span);
    const length = countWords(words);
    // Its full stop may be left out.
    const whole = span.end + 1 >= (ends.get(span.start) ?? Infinity);
    return { id: `u${i + 1}`, words, length, remainder: length < FEWEST_WORDS && !whole };
  });
}

/** @param {string} id @param {string} words */
function row(id, words) {
  const button = h("button", { class: "head words", tabindex: "-1", "data-go": id }, words);
  return h("li", { class: "item row", "data-id": id }, button);
}

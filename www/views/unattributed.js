// What stands on nobody's word but the writer's.

import { h } from "../dom.js";
import { countWords } from "../reading.js";
import { fill } from "../slices.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** @param {Reading} reading */
export function unattributedView(reading) {
  const { report, strings, format } = reading;
  if (report.unattributed.length === 0) return [h("p", { class: "none" }, strings.unattributedNone)];
  const words = report.unattributed.reduce((sum, span) => sum + countWords(reading.words(span)), 0);
  const share = format.value(Math.round((100 * words) / Math.max(reading.wordCount, 1)), "%");
  return [
    h("p", { class: "summary" }, strings.unattributedShare(share), " ", strings.unattributedIntro),
    fill(h("ol", { class: "rows plain" }), report.unattributed, (span, i) => row(`u${i + 1}`, reading.words(span))),
  ];
}

/** @param {string} id @param {string} words */
function row(id, words) {
  const button = h("button", { class: "head words", type: "button", tabindex: "-1", "data-go": id }, words);
  return h("li", { class: "item row", "data-id": id }, button);
}

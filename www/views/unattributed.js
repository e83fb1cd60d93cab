// What stands on nobody's word but the writer's.

import { h } from "../dom.js";
import { fill } from "../slices.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** @param {Reading} reading */
export function unattributedView(reading) {
  const { report, strings } = reading;
  if (report.unattributed.length === 0) return [h("p", { class: "none" }, strings.unattributedNone)];
  return [
    h("p", { class: "summary" }, strings.unattributedIntro),
    fill(h("ol", { class: "rows plain" }), report.unattributed, (span, i) => row(`u${i + 1}`, reading.words(span))),
  ];
}

/** @param {string} id @param {string} words */
function row(id, words) {
  const button = h("button", { class: "head words", type: "button", tabindex: "-1", "data-go": id }, words);
  return h("li", { class: "item row", "data-id": id }, button);
}

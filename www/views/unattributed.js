// What stands on nobody's word but the writer's.

import { h } from "../dom.js";

/** @typedef {import("../reading.js").Reading} Reading */

/** @param {Reading} reading */
export function unattributedView(reading) {
  const { report, strings } = reading;
  if (report.unattributed.length === 0) return [h("p", { class: "none" }, strings.unattributedNone)];
  return [
    h("p", { class: "summary" }, strings.unattributedIntro),
    h(
      "ol",
      { class: "rows plain" },
      report.unattributed.map((span, i) =>
        h(
          "li",
          { class: "item row", "data-id": `u${i + 1}` },
          h("button", { class: "head words", type: "button", "data-go": `u${i + 1}` }, reading.words(span)),
        ),
      ),
    ),
  ];
}

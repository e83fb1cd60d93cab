// The legend: what the marks mean, how many there are, and which are shown.

import { h } from "./dom.js";
import { legendKind } from "./marks.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./strings/en.js").Strings} Strings */

/**
 * @param {HTMLElement} legend
 * @param {Reading | undefined} reading
 * @param {Strings} strings
 * @param {Set<string>} hiddenKinds
 * @param {(kind: string) => void} toggle
 */
export function drawLegend(legend, reading, strings, hiddenKinds, toggle) {
  const counts = reading ? countsOf(reading) : {};
  const buttons = Object.entries(strings.kinds)
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, name]) => {
      const shown = !hiddenKinds.has(kind);
      const button = h(
        "button",
        { "data-kind": kind, "aria-pressed": String(shown), title: strings.filterHint(name, shown) },
        h("span", { class: `swatch ${kind}` }),
        name,
        h("span", { class: "tally" }, counts[kind]),
      );
      button.addEventListener("click", () => toggle(kind));
      return button;
    });
  legend.replaceChildren(...buttons);
}

/** @param {Reading} reading @returns {Record<string, number>} */
function countsOf({ report }) {
  /** @type {Record<string, number>} */
  const counts = {
    claim: report.claims.length,
    source: report.claims.filter(({ source }) => source).length,
    number: report.quantities.length,
    time: report.times.length,
  };
  for (const { kind, mentions } of report.entities) {
    counts[legendKind(kind)] = (counts[legendKind(kind)] ?? 0) + mentions.length;
  }
  return counts;
}

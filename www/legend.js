// The legend: what the marks of this view mean, how many things there are of each kind, and which are marked.

import { h } from "./dom.js";
import { listedEntities, listedQuantities } from "./listed.js";
import { KINDS_OF_VIEW, legendKind } from "./marks.js";
import { sourcesOf } from "./views/share.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./strings/en.js").Strings} Strings */

/** The kinds that may be marked now. @param {State} state @returns {string[]} */
function kindsOf({ marks, marked }) {
  if (marks === "none") return [];
  return marks === "all"
    ? Object.values(KINDS_OF_VIEW)
        .flat()
        .filter((kind) => kind !== "unattributed")
    : KINDS_OF_VIEW[marked];
}

/** The kinds that are not marked now. @param {State} state @returns {string[]} */
export function hiddenKinds(state) {
  const shown = new Set(kindsOf(state).filter((kind) => !state.hiddenKinds.has(kind)));
  return [...new Set(Object.values(KINDS_OF_VIEW).flat())].filter((kind) => !shown.has(kind));
}

/**
 * @param {HTMLElement} legend
 * @param {State} state
 * @param {Strings} strings
 * @param {{ toggle: (kind: string) => void, choose: (marks: State["marks"]) => void }} doing
 */
export function drawLegend(legend, state, strings, { toggle, choose }) {
  const { reading, marks } = state;
  const counts = reading ? countsOf(reading) : {};
  const kinds = [...new Set(kindsOf(state))].filter((kind) => counts[kind] > 0);
  const each = kinds.map((kind) => {
    const shown = !state.hiddenKinds.has(kind);
    const name = strings.kinds[kind];
    const label = {
      class: "chip",
      "data-kind": kind,
      "aria-pressed": String(shown),
      title: strings.filterHint(name, shown),
    };
    const chip = h(
      "button",
      label,
      h("span", { class: `swatch ${kind}` }),
      name,
      h("span", { class: "tally" }, counts[kind]),
    );
    chip.addEventListener("click", () => toggle(kind));
    return chip;
  });
  const choices = /** @type {const} */ (["all", "none"]).map((choice) => {
    const on = marks === choice;
    const button = h(
      "button",
      {
        class: "chip",
        "data-marks": choice,
        "aria-pressed": String(on),
        title: strings.marksLabel[choice],
      },
      strings.marks[choice],
    );
    button.addEventListener("click", () => choose(on ? "view" : choice));
    return button;
  });
  legend.replaceChildren(...each, h("span", { class: "choices" }, h("span", {}, strings.marksTitle), choices));
}

/** Things, not their mentions: as many as the views list. @param {Reading} reading @returns {Record<string, number>} */
export function countsOf(reading) {
  const { report } = reading;
  /** @type {Record<string, number>} */
  const counts = {
    claim: report.claims.length,
    source: sourcesOf(reading).length,
    number: listedQuantities(report).length,
    time: report.times.length,
    unattributed: report.unattributed.length,
  };
  for (const { kind } of listedEntities(report)) counts[legendKind(kind)] = (counts[legendKind(kind)] ?? 0) + 1;
  return counts;
}

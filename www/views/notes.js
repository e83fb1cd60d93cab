// Annotations from a file: which words they hold on to, and which they have lost.

import { h } from "../dom.js";
import { fill } from "../slices.js";

/** @typedef {import("../anchoring.js").Note} Note */
/** @typedef {import("../strings/en.js").Strings} Strings */

/** @param {Strings} strings @param {Note[]} notes */
export function notesView(strings, notes) {
  const count = (/** @type {Note["state"]} */ wanted) => notes.filter(({ state }) => state === wanted).length;
  const [anchored, ambiguous, orphaned] = [count("anchored"), count("ambiguous"), count("orphaned")];
  return [
    h("h2", {}, strings.notesTitle),
    h("p", { class: "quiet" }, strings.notesSummary(anchored, ambiguous, orphaned)),
    fill(h("ul", { class: "rows" }), notes, (note, i) => row(strings, note, `n${i + 1}`)),
  ];
}

/** @param {Strings} strings @param {Note} note @param {string} id */
function row(strings, { words, label, state }, id) {
  const lost = state === "orphaned";
  const head = lost ? h("span", {}, words) : h("button", { class: "head words", tabindex: "-1", "data-go": id }, words);
  const tag = h("span", { class: `tag ${state}` }, strings.noteState[state]);
  return h(
    "li",
    { class: "item row", "data-id": lost ? undefined : id },
    head,
    h("p", { class: "counts" }, tag, " ", label),
  );
}

// The list of what was found: a card for each, under a heading for each kind.

import { h } from "../dom.js";
import { drawParts } from "./diff.js";

/** @typedef {import("./items.js").Item} Item */
/** @typedef {import("./items.js").Both} Both */
/** @typedef {import("./strings/en.js").Words} Words */

/** So few characters around a passage tell nothing of it. */
const FEW = 12;

/** @param {Item[]} items in order @param {Both} both @param {Words} words */
export function drawList(items, both, words) {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    const cards = own.map((item) => card(item, both, words));
    return h(
      "section",
      { class: "group", "data-kind": kind },
      h(
        "h3",
        {},
        h("span", { class: `swatch kind-${kind}` }),
        words.kinds[kind],
        h("span", { class: "tally" }, own.length),
      ),
      h("ol", {}, cards),
    );
  });
  return [...groups, ...people(both, words)];
}

/** @param {Item} item @param {Both} both @param {Words} words */
function card(item, { comparison, b }, words) {
  const { id, kind, who, here, there, notes, alerts } = item;
  const names = {
    source: ["", words.there],
    versions: [words.earlier, words.later],
    outlets: [words.inFirst, words.inSecond],
  };
  const [first, second] = names[comparison.mode];
  // The source's words stand there only where they are not those of the article.
  const alike = kind === "verbatim" || (kind === "both" && there.length === 0);
  const side = (
    /** @type {string} */ name,
    /** @type {Item["here"]} */ parts,
    /** @type {"b" | "del" | "ins"} */ mark,
  ) => parts.length > 0 && h("blockquote", {}, name && h("span", { class: "side" }, name), drawParts(parts, mark));
  const [old, young] =
    comparison.mode === "versions" ? /** @type {const} */ (["del", "ins"]) : /** @type {const} */ (["b", "b"]);
  return h(
    "li",
    { class: `item kind-${kind}`, "data-id": id },
    h(
      "button",
      { class: "head", tabindex: "-1" },
      h("span", { class: "ordinal" }, id.slice(1)),
      " ",
      h("span", { class: `word kind-${kind}` }, words.kinds[kind]),
      who && ` ${who}`,
    ),
    side(first, here, old),
    alerts.map((alert) => h("p", { class: "alert" }, alert)),
    !alike && side(second, there, young),
    notes.map((note) => h("p", { class: "quiet" }, note)),
    item.around && kind !== "verbatim" && context(b, item, words),
    h(
      "p",
      { class: "go" },
      ["a", "b"]
        .filter((side) => item[/** @type {"a" | "b"} */ (side)].length > 0)
        .map((side) =>
          h(
            "button",
            { class: "plain", "data-go": side },
            words.showIn(words.texts[comparison.mode][side === "a" ? 0 : 1]),
          ),
        ),
    ),
  );
}

/** The source's words around, once the card is unfolded. @param {string} b @param {Item} item @param {Words} words */
function context(b, { around, b: places }, words) {
  if (!around || places.length === 0) return undefined;
  const [start, end] = [places[0].start, /** @type {import("../report.js").Span} */ (places.at(-1)).end];
  if (start - around.start + around.end - end < FEW) return undefined;
  const before = b.slice(Math.min(around.start, start), start);
  const after = b.slice(end, Math.max(around.end, end));
  return h("p", { class: "around", "aria-label": words.there }, before, h("em", {}, b.slice(start, end)), after);
}

/** Who speaks in both articles and who in one. @param {Both} both @param {Words} words */
function people({ comparison, first, second = first }, words) {
  if (comparison.mode !== "outlets") return [];
  const name = (/** @type {import("../comparison.js").Pair} */ { a, b }) =>
    (a ? first.entity(a) : second.entity(b ?? ""))?.name ?? "";
  const lists = {
    both: comparison.speakers.filter(({ a, b }) => a && b),
    first: comparison.speakers.filter(({ b }) => !b),
    second: comparison.speakers.filter(({ a }) => !a),
  };
  return Object.entries(lists)
    .filter(([, pairs]) => pairs.length > 0)
    .map(([key, pairs]) =>
      h("section", { class: "people" }, h("h3", {}, words.people[key]), h("p", {}, pairs.map(name).join(", "))),
    );
}

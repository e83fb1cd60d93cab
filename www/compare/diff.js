// Words cut where they differ.

import { h } from "../dom.js";

/** @typedef {import("../report.js").Span} Span */
/** @typedef {{ words: string, differs: boolean }} Part */

const BETWEEN = { words: " … ", differs: false };

/** @param {string} text @param {Span[]} places @param {Span[]} differs @returns {Part[]} */
export function diff(text, places, differs) {
  const inOrder = differs.filter(({ start, end }) => start < end).sort((x, y) => x.start - y.start);
  return places.flatMap((place, i) => [...(i > 0 ? [BETWEEN] : []), ...cut(text, place, inOrder)]);
}

/** @param {string} text @param {Span} place @param {Span[]} differs @returns {Part[]} */
function cut(text, { start, end }, differs) {
  /** @type {Part[]} */
  const parts = [];
  let at = start;
  const take = (/** @type {number} */ until, /** @type {boolean} */ other) => {
    if (until > at) parts.push({ words: text.slice(at, until), differs: other });
    at = Math.max(at, until);
  };
  for (const span of differs) {
    if (span.end <= at || span.start >= end) continue;
    take(Math.min(span.start, end), false);
    take(Math.min(span.end, end), true);
  }
  take(end, false);
  return parts;
}

/** @param {Part[]} parts @param {"b" | "del" | "ins"} name of the element around what differs */
export function drawParts(parts, name) {
  return parts.map(({ words, differs }) => (differs ? h(name, {}, words) : words));
}

// A mention among the words around it.

import { h } from "../dom.js";

/** How much is seen on either side. */
const AROUND = 32;

/** @param {import("../reading.js").Reading} reading @param {import("../report.js").Span} mention @returns {HTMLElement} */
export function around(reading, { start, end }) {
  const { text } = reading;
  // Half words are left out.
  const before = text.slice(Math.max(0, start - AROUND), start).replace(start > AROUND ? /^\S*\s/ : /^/, "");
  const after = text.slice(end, end + AROUND).replace(end + AROUND < text.length ? /\s\S*$/ : /$/, "");
  const strong = h("strong", {}, reading.words({ start, end }));
  return h("span", {}, start > AROUND && "… ", before, strong, after, end + AROUND < text.length && " …");
}

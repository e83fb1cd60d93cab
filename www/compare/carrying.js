// Where words of one version stand in the other: all that lies between two edits is the same in both, but for white space.

import { firstFrom } from "../spans.js";

/** @typedef {import("../comparison.js").Edit} Edit */
/** @typedef {import("../report.js").Span} Span */

/**
 * @param {Edit[]} edits in the order of the text that is left @param {string} a that text @param {string} b the other
 * @returns {(span: Span) => Span | undefined} from the first text to the second; nothing for words that were edited
 */
export function moverOver(edits, a, b) {
  const [here, there] = [lettersOf(a), lettersOf(b)];
  const before = (/** @type {number[]} */ letters, /** @type {number} */ place) => firstFrom(letters, place);
  return ({ start, end }) => {
    const edit = edits.findLast((edit) => edit.a.start < end);
    if (edit && edit.a.end > start) return undefined;
    const by = edit ? before(there, edit.b.end) - before(here, edit.a.end) : 0;
    const [first, last] = [before(here, start) + by, before(here, end) - 1 + by];
    return last in there && first <= last ? { start: there[first], end: there[last] + 1 } : undefined;
  };
}

/** @param {Edit[]} edits @returns {Edit[]} from the second text to the first */
export function turned(edits) {
  return edits.map(({ a, b }) => ({ a: b, b: a }));
}

/** The places of all that is no white space. @param {string} text */
function lettersOf(text) {
  return [...text.matchAll(/\S/g)].map(({ index }) => index);
}

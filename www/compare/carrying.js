// Where words of one version stand in the other: all that lies between two edits is the same in both.

/** @typedef {import("../comparison.js").Edit} Edit */
/** @typedef {import("../report.js").Span} Span */

/**
 * @param {Edit[]} edits in the order of the text that is left
 * @returns {(span: Span) => Span | undefined} from the first text to the second; nothing for words that were edited
 */
export function moverOver(edits) {
  const starts = edits.map(({ a }) => a.start);
  return ({ start, end }) => {
    const next = starts.findLastIndex((at) => at < end) + 1;
    const before = edits[next - 1];
    if (!before) return { start, end };
    if (before.a.end > start) return undefined;
    const by = before.b.end - before.a.end;
    return { start: start + by, end: end + by };
  };
}

/** @param {Edit[]} edits @returns {Edit[]} from the second text to the first */
export function turned(edits) {
  return edits.map(({ a, b }) => ({ a: b, b: a }));
}

// A text with the marks of a comparison. Marks may overlap: the text is cut at every border, and each piece has all that lies
// over it.

import { h } from "../dom.js";

/** @typedef {import("./items.js").Item} Item */
/** @typedef {{ start: number, end: number, id: string, kind: string, note?: string, differs?: boolean }} Layer */

/** @param {string} text @param {Layer[]} layers @returns {HTMLElement[]} a paragraph for each line */
export function drawText(text, layers) {
  const waiting = [...layers].sort((x, y) => x.start - y.start || y.end - x.end);
  /** @type {Layer[]} */
  let over = [];
  let next = 0;
  return [...text.matchAll(/[^\n]+/g)].map((line, i) => {
    const paragraph = h("p", i === 0 ? { class: "head-line" } : {});
    const end = line.index + line[0].length;
    for (let at = line.index; at < end;) {
      for (; next < waiting.length && waiting[next].start <= at; next++) {
        if (waiting[next].start === waiting[next].end) paragraph.append(gap(waiting[next]));
        else over.push(waiting[next]);
      }
      over = over.filter((layer) => layer.end > at);
      const stop = Math.min(end, waiting[next]?.start ?? end, ...over.map((layer) => layer.end));
      paragraph.append(...piece(text.slice(at, stop), over, stop));
      at = stop;
    }
    return paragraph;
  });
}

/** @param {string} words @param {Layer[]} over @param {number} stop @returns {(Node | string)[]} */
function piece(words, over, stop) {
  const marks = over.filter(({ differs }) => !differs);
  const inner = over.some(({ differs }) => differs) ? h("b", { class: "differs" }, words) : words;
  if (marks.length === 0) return [inner];
  const [{ id, kind }] = marks;
  const ids = marks.map((mark) => mark.id).join(" ");
  const notes = marks.filter(({ note, end }) => note && end === stop);
  return [
    h("mark", { class: `kind-${kind}`, "data-id": id, "data-ids": ids }, inner),
    ...notes.map(({ id, kind, note }) => h("span", { class: `verdict kind-${kind}`, "data-id": id }, ` ${note}`)),
  ];
}

/** Where words were left out. @param {Layer} layer */
function gap({ id }) {
  return h("b", { class: "differs gap", "data-id": id }, "‸");
}

/**
 * What lies over either text.
 * @param {Item[]} items in the order of the list @param {(item: Item) => string} word
 * @returns {{ a: Layer[], b: Layer[] }}
 */
export function layersOf(items, word) {
  /** @type {{ a: Layer[], b: Layer[] }} */
  const layers = { a: [], b: [] };
  for (const item of items) {
    const { id, kind, differs = [] } = item;
    for (const side of /** @type {const} */ (["a", "b"])) {
      const spans = item[side];
      const note = `${id.slice(1)} ${word(item)}`;
      layers[side].push(
        ...spans.map((span, k) => ({ ...only(span), id, kind, ...(k === spans.length - 1 && { note }) })),
      );
      layers[side].push(...differs.map((place) => ({ ...only(place[side]), id, kind, differs: true })));
    }
  }
  return layers;
}

/** @param {import("../report.js").Span} span */
function only({ start, end }) {
  return { start, end };
}

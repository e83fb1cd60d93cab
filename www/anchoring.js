// W3C Web Annotations, read back: where in the text each belongs. What cannot be known for sure is said, never guessed:
// a look-alike elsewhere is no anchor.

import { firstFrom } from "./spans.js";

/** @typedef {{ words: string, label: string, state: "anchored" | "ambiguous" | "orphaned", start: number, end: number }} Note */

const MOST_NOTES = 20_000;

/** The notes of a file; nothing if it holds no annotations. @param {string} json @param {string} text @returns {Note[] | undefined} */
export function readAnnotations(json, text) {
  try {
    const items = annotationsIn(JSON.parse(json));
    if (items.length === 0) return undefined;
    const units = codeUnits(text);
    return items.slice(0, MOST_NOTES).map((item) => note(item, text, units));
  } catch {
    return undefined;
  }
}

/** A single one, a list, a page or a collection. @param {any} data @returns {any[]} */
function annotationsIn(data) {
  const lists = [data, data?.items, data?.first?.items, data?.rows].filter(Array.isArray).flat();
  return [data, ...lists].filter((item) => item?.type === "Annotation" && selectorsOf(item).length > 0);
}

/** @param {any} item @returns {any[]} */
function selectorsOf(item) {
  return [item.target]
    .flat()
    .flatMap((target) => [target?.selector].flat())
    .filter(Boolean);
}

/** @param {any} item @param {string} text @param {(point: number) => number} units @returns {Note} */
function note(item, text, units) {
  const selectors = selectorsOf(item);
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  const position = selectors.find(({ type }) => type === "TextPositionSelector");
  const exact = plain(quote?.exact);
  const at = Number.isInteger(position?.start) && Number.isInteger(position?.end) ? position : undefined;
  const place = at && { start: units(at.start), end: units(at.end) };
  const found = exact
    ? anchor(text, { exact, prefix: plain(quote.prefix), suffix: plain(quote.suffix) }, place)
    : { state: /** @type {const} */ ("orphaned"), start: 0, end: 0 };
  return { words: exact, label: labelOf(item), ...found };
}

/**
 * @param {string} text
 * @param {{ exact: string, prefix: string, suffix: string }} quote
 * @param {{ start: number, end: number }} [place] where it stood
 * @returns {{ state: Note["state"], start: number, end: number }}
 */
export function anchor(text, { exact, prefix, suffix }, place) {
  const fits = (/** @type {number} */ start) =>
    text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, start + exact.length);
  const within = (/** @type {number} */ start) => ({ start, end: start + exact.length });
  if (place && text.slice(place.start, place.end) === exact && fits(place.start))
    return { state: "anchored", ...place };
  const starts = occurrences(text, exact);
  if (starts.length === 0) return { state: "orphaned", start: 0, end: 0 };
  const sure = starts.filter(fits);
  if (sure.length === 1) return { state: "anchored", ...within(sure[0]) };
  return { state: "ambiguous", ...within((sure.length > 0 ? sure : starts)[0]) };
}

const MOST_OCCURRENCES = 1_000;

/** @param {string} text @param {string} words */
function occurrences(text, words) {
  /** @type {number[]} */
  const starts = [];
  for (let at = text.indexOf(words); at >= 0 && starts.length < MOST_OCCURRENCES; at = text.indexOf(words, at + 1)) {
    starts.push(at);
  }
  return starts;
}

/** What the annotation says. @param {any} item */
function labelOf(item) {
  const bodies = [item.body].flat().map((body) => plain(typeof body === "string" ? body : body?.value));
  return bodies.filter(Boolean).join(" · ").slice(0, 300);
}

/** @param {unknown} value */
function plain(value) {
  return typeof value === "string" ? value : "";
}

/** From code points, which the standard counts, to code units. @param {string} text @returns {(point: number) => number} */
function codeUnits(text) {
  /** The code point after each pair. @type {number[]} */
  const pairs = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index - pairs.length + 1);
  return (point) => point + firstFrom(pairs, point + 1);
}

// A report that was saved earlier, as a file or frozen with an article: read back only if it is one, since a file may hold
// anything. Its shape is that of report.d.ts; then come what shapes cannot say, and how much can be drawn.

import { copyOf, inside, Misfit } from "./shape.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Correction} Correction */
/** @typedef {import("./report.js").Span} Span */
/** @typedef {{ text: string, report: Report, corrections: Correction[] }} Saved */
/**
 * Why something is not shown: it is no report, one of a later format, one with a fault, or one that is too much to draw.
 * @typedef {{ why: "none" | "later" | "fault" | "much", where: string }} Refusal
 */

/** In characters of JSON. */
const LONGEST_JSON = 40_000_000;
const MOST_SPEAKERS = 50;
const MOST_CORRECTIONS = 1_000;
/** Spans over any one place. A sentence has at most 200 tokens, each of which may report what comes after it. */
const DEEPEST = 250;
/** Where spans overlap, each border cuts all of them: pieces that may be drawn, and for each border so many more. */
const MOST_PIECES = 1_000_000;
const PIECES_FOR_EACH = 16;

/** A day or an instant. */
const DAY = /^\d{4}-\d\d-\d\d(T[\d:.+Z-]{1,30})?$/;
/** The lists whose items have an id, and its first letter. */
const LETTERS = /** @type {const} */ ({ entities: "e", quantities: "q", times: "t", claims: "c", checks: "k" });

/**
 * @param {string} json @param {string} [own] the text, where the report leaves it out
 * @returns {Saved | { refused: Refusal }}
 */
export function readSaved(json, own) {
  try {
    return saved(json, own);
  } catch (error) {
    const [why, where] = error instanceof Misfit ? [error.why, error.message] : ["none", ""];
    return { refused: { why: /** @type {Refusal["why"]} */ (why), where } };
  }
}

/** @param {string} json @param {string | undefined} own @returns {Saved} */
function saved(json, own) {
  if (json.length > LONGEST_JSON) throw new Misfit("", "much");
  const { text = own, ...found } = JSON.parse(json);
  if (typeof text !== "string" || typeof found.schema !== "number") throw new Misfit("", "none");
  if (found.schema !== 1) throw new Misfit("schema", "later");
  const { corrections = [], ...report } = copyOf(found);
  checkIds(report);
  checkDays(report);
  checkSpans(report, text);
  if (corrections.length > MOST_CORRECTIONS) throw new Misfit("corrections", "much");
  return { text, report, corrections };
}

/** Every id has its list's letter and is there once; references may lead nowhere, but are ids. @param {Report} report */
function checkIds(report) {
  for (const [list, letter] of Object.entries(LETTERS)) {
    const known = new Set();
    for (const [i, { id }] of report[/** @type {keyof typeof LETTERS} */ (list)].entries()) {
      if (!isId(id, letter) || known.has(id)) throw new Misfit(`${list}.${i}.id`);
      known.add(id);
    }
  }
  for (const [i, { speakers, via, said }] of report.claims.entries()) {
    const good = speakers.every((id) => isId(id, "e")) && isId(via ?? "c1", "c") && isId(said ?? "t1", "t");
    if (!good) throw new Misfit(`claims.${i}`);
    if (speakers.length > MOST_SPEAKERS) throw new Misfit(`claims.${i}.speakers`, "much");
  }
}

/** @param {string} id @param {string} letter */
function isId(id, letter) {
  return id[0] === letter && /^[1-9]\d{0,6}$/.test(id.slice(1));
}

/** @param {Report} report */
function checkDays({ times }) {
  for (const [i, { from, until }] of times.entries()) {
    if (![from, until].every((day) => day === undefined || isDay(day))) throw new Misfit(`times.${i}`);
  }
}

/** @param {string} day */
function isDay(day) {
  return DAY.test(day) && !Number.isNaN(Date.parse(day.slice(0, 10)));
}

/** Spans are inside the text, and where they follow one another they do not overlap. @param {Report} report @param {string} text */
function checkSpans(report, text) {
  if (report.length !== text.length) throw new Misfit("length");
  for (const name of /** @type {const} */ (["paragraphs", "sentences", "unattributed"])) checkOrder(report[name], name);
  for (const [i, { content }] of report.claims.entries()) checkOrder(content, `claims.${i}.content`);
  /** @type {Span[]} */
  const spans = [];
  collect(report, text.length, "", spans);
  checkPieces(spans);
}

/** @param {Span[]} spans @param {string} where */
function checkOrder(spans, where) {
  for (let i = 1; i < spans.length; i++) {
    if (spans[i].start < spans[i - 1].end) throw new Misfit(`${where}.${i}`);
  }
}

/** @param {any} part of a report @param {number} length of the text @param {string} where @param {Span[]} into */
function collect(part, length, where, into) {
  if ("start" in part || "end" in part) {
    const { start, end } = part;
    const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
    if (!inside) throw new Misfit(where);
    into.push(part);
  }
  for (const [name, value] of Object.entries(part)) {
    if (typeof value === "object") collect(value, length, inside(where, name), into);
  }
}

/** How many pieces the overlapping spans make, before anything is drawn. @param {Span[]} spans */
function checkPieces(spans) {
  const filled = spans.filter(({ start, end }) => start < end);
  const starts = Float64Array.from(filled, ({ start }) => start).sort();
  const ends = Float64Array.from(filled, ({ end }) => end).sort();
  let pieces = 0;
  for (let opened = 0, closed = 0; closed < ends.length;) {
    if (opened < starts.length && starts[opened] < ends[closed]) opened++;
    else closed++;
    pieces += opened - closed;
    if (opened - closed > DEEPEST || pieces > MOST_PIECES + PIECES_FOR_EACH * (opened + closed))
      throw new Misfit("", "much");
  }
}

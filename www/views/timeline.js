// The resolved times as a picture: a line of days, a dot or bar for each, its words beside it.

import { h } from "../dom.js";
import { dayNumber } from "../format.js";
import { shorten } from "./picture.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Time} Time */
/** @typedef {{ first: number, last: number, iso: string, written: string[], ids: string[], published?: boolean }} Row */

const ROW = 30;
const TOP = 12;
const WIDTH = 360;
const LINE = 14;
const MOST_ROWS = 24;

/** @param {Reading} reading @returns {SVGElement | undefined} nothing for fewer than two days */
export function timeline(reading) {
  const rows = rowsOf(reading).slice(0, MOST_ROWS);
  if (rows.length < 2) return undefined;
  const { strings, format } = reading;
  const height = TOP * 2 + ROW * rows.length;
  return h(
    "svg:svg",
    {
      class: "picture timeline",
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      "aria-label": strings.timelineLabel(rows.length),
    },
    h("svg:line", { class: "axis", x1: LINE, x2: LINE, y1: TOP, y2: height - TOP }),
    rows.map((row, i) => draw(row, TOP + ROW * i + ROW / 2, format.date(row.iso, true), strings.publishedMark)),
  );
}

/** @param {Row} row @param {number} y @param {string} date @param {string} published */
function draw({ first, last, written, ids, published: isPublished }, y, date, published) {
  const words = [isPublished ? published : "", ...written].filter(Boolean).join(", ");
  const shape =
    last > first
      ? h("svg:rect", { class: "days", x: LINE - 4, y: y - 9, width: 8, height: 18, rx: 4 })
      : h("svg:circle", { class: "day", cx: LINE, cy: y, r: 5 });
  return h(
    "svg:g",
    { class: isPublished ? "moment published" : "moment", "data-go": ids[0], "data-id": ids[0] },
    shape,
    h("svg:text", { class: "date", x: LINE + 16, y: y + 4 }, date),
    h("svg:text", { class: "words", x: LINE + 120, y: y + 4 }, shorten(words, 36)),
  );
}

/** One row for each stretch of days, in order. @param {Reading} reading @returns {Row[]} */
function rowsOf(reading) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const put = (/** @type {string} */ from, /** @type {string | undefined} */ until, /** @type {string} */ iso) => {
    const first = dayNumber(from);
    const last = until ? dayNumber(until) - 1 : first;
    const key = `${first} ${last}`;
    const row = rows.get(key) ?? { first, last: Math.max(first, last), iso, written: [], ids: [] };
    rows.set(key, row);
    return row;
  };
  for (const time of reading.report.times) {
    if (!time.from || time.kind === "duration" || time.kind === "set") continue;
    // "the 1980s" and "the 15th century" begin with a year.
    const long = /^\d\d\d?$/.test(time.value) ? time.from.slice(0, 4) : time.from;
    const row = put(time.from, time.until, /^\d{4}(-\d\d)?$/.test(time.value) ? time.value : long);
    const words = reading.words(time);
    if (!row.written.includes(words)) row.written.push(words);
    row.ids.push(time.id);
  }
  const { published } = reading.report;
  if (published && rows.size > 0) put(published, undefined, published.slice(0, 10)).published = true;
  return [...rows.values()].sort((a, b) => a.first - b.first || a.last - b.last);
}

// W3C Web Annotations: a quotation to find the words again, and a position, which that standard counts in code points.

import { marksOf } from "../marks.js";
import { firstFrom } from "../spans.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../marks.js").Mark} Mark */

const CONTEXT_UNITS = 32;

/** @param {Reading} reading */
export function annotations(reading) {
  const points = codePoints(reading.text);
  const marks = marksOf(reading.report).filter(({ kind }) => kind !== "check" && kind !== "unattributed");
  return JSON.stringify({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "urn:onrecord:annotations",
    type: "AnnotationCollection",
    label: reading.strings.madeBy(reading.report.engine),
    total: marks.length,
    first: {
      type: "AnnotationPage",
      startIndex: 0,
      items: marks.map((mark, i) => annotation(reading, mark, i, points)),
    },
  });
}

/** @param {Reading} reading @param {Mark} mark @param {number} i @param {(unit: number) => number} points */
function annotation(reading, { start, end, kind, id, form }, i, points) {
  const { text } = reading;
  const claim = kind === "claim" || kind === "source" || kind === "cue" ? reading.claim(id) : undefined;
  const label = claim ? reading.speaker(claim) : reading.entity(id)?.name;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:onrecord:${id}:${i + 1}`,
    type: "Annotation",
    motivation: claim ? "identifying" : "tagging",
    body: [
      { type: "TextualBody", purpose: "tagging", value: [kind, form].filter(Boolean).join(" ") },
      ...(label ? [{ type: "TextualBody", purpose: "identifying", value: label }] : []),
    ],
    target: {
      source: "urn:onrecord:article",
      selector: [
        {
          type: "TextQuoteSelector",
          exact: text.slice(start, end),
          prefix: text.slice(whole(text, start - CONTEXT_UNITS), start),
          suffix: text.slice(end, whole(text, end + CONTEXT_UNITS)),
        },
        { type: "TextPositionSelector", start: points(start), end: points(end) },
      ],
    },
  };
}

/** A place at or just before `unit` that cuts no character in two. @param {string} text @param {number} unit */
function whole(text, unit) {
  const at = Math.min(Math.max(unit, 0), text.length);
  return /[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1] ?? "") ? at - 1 : at;
}

/** From code units to code points. @param {string} text @returns {(unit: number) => number} */
export function codePoints(text) {
  /** Where the second half of a pair stands. @type {number[]} */
  const pairs = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index + 1);
  return (unit) => unit - firstFrom(pairs, unit);
}

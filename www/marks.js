// From a report to marks that nest: claims outermost, then sources and cues, then mentions, numbers and times.
// Where two cross, the inner one is cut, so that every piece lies wholly inside another or beside it.

import { lookup } from "./lookup.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Span} Span */
/**
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {string} id of the claim, entity, quantity or time
 * @property {Kind} kind what the legend filters by
 * @property {string} [form] of a claim or mention
 * @property {boolean} [last] the last words of a claim's content
 * @property {boolean} [first] the first mention of an entity
 */
/** @typedef {"claim" | "source" | "cue" | "person" | "organization" | "place" | "group" | "other" | "number" | "time" | "unattributed" | "check" | "annotation"} Kind */
/** @typedef {{ text: [number, number] } | { open: Mark } | { close: Mark }} Step */

/** Outermost first. @type {Record<Kind, number>} */
const LAYER = lookup({
  claim: 0,
  unattributed: 0,
  source: 1,
  cue: 1,
  person: 2,
  organization: 2,
  place: 2,
  group: 2,
  other: 2,
  check: 3,
  annotation: 3,
  number: 4,
  time: 4,
});

/** The report's kinds of entity, as the legend gathers them. @type {Record<string, Kind>} */
const KIND = lookup({
  person: "person",
  organization: "organization",
  place: "place",
  facility: "place",
  group: "group",
});

/** @param {string} kind of an entity @returns {Kind} */
export function legendKind(kind) {
  return KIND[kind] ?? "other";
}

/** All marks of a report, ordered by start, then outermost first. @param {Report} report @param {import("./anchoring.js").Note[]} [notes] @returns {Mark[]} */
export function marksOf(report, notes = []) {
  /** @type {Mark[]} */
  const marks = [];
  for (const { id, form, content, source, cue, negated } of report.claims) {
    content.forEach(({ start, end }, i) => {
      marks.push({ start, end, id, kind: "claim", form: negated ? "negated" : form, last: i === content.length - 1 });
    });
    if (source) marks.push({ ...source, id, kind: "source" });
    if (cue) marks.push({ ...cue, id, kind: "cue" });
  }
  for (const { id, kind, mentions } of report.entities) {
    mentions.forEach(({ start, end, form }, i) => {
      marks.push({ start, end, id, kind: legendKind(kind), form, first: i === 0 });
    });
  }
  for (const { start, end, id } of report.quantities) marks.push({ start, end, id, kind: "number" });
  for (const { start, end, id } of report.times) marks.push({ start, end, id, kind: "time" });
  for (const [i, { start, end }] of report.unattributed.entries()) {
    marks.push({ start, end, id: `u${i + 1}`, kind: "unattributed" });
  }
  for (const { id, spans } of report.checks) {
    for (const { start, end } of spans) marks.push({ start, end, id, kind: "check" });
  }
  for (const [i, { start, end }] of notes.entries()) marks.push({ start, end, id: `n${i + 1}`, kind: "annotation" });
  return marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start || outermost(a, b));
}

/** @param {Mark} a @param {Mark} b */
function outermost(a, b) {
  return LAYER[a.kind] - LAYER[b.kind] || a.start - b.start || b.end - a.end;
}

/**
 * The steps that draw a stretch of text: open, close and text, properly nested.
 * @param {Mark[]} marks those that overlap the stretch, in the order of `marksOf`
 * @param {Span} stretch
 * @returns {Step[]}
 */
export function nest(marks, stretch) {
  const cuts = new Set([stretch.start, stretch.end]);
  for (const { start, end } of marks) {
    if (start > stretch.start) cuts.add(start);
    if (end < stretch.end) cuts.add(end);
  }
  const bounds = [...cuts].sort((a, b) => a - b);
  /** @type {Step[]} */
  const steps = [];
  /** @type {Mark[]} */
  let open = [];
  /** @type {Mark[]} */
  let active = [];
  let next = 0;
  const closeTo = (/** @type {number} */ depth) => {
    while (open.length > depth) steps.push({ close: /** @type {Mark} */ (open.pop()) });
  };
  for (let i = 0; i + 1 < bounds.length; i++) {
    const [start, end] = [bounds[i], bounds[i + 1]];
    active = active.filter((mark) => mark.end > start);
    for (; next < marks.length && marks[next].start <= start; next++) {
      if (marks[next].end > start) active.push(marks[next]);
    }
    active.sort(outermost);
    let same = 0;
    while (same < open.length && open[same] === active[same]) same++;
    closeTo(same);
    for (const mark of active.slice(same)) steps.push({ open: mark });
    open = [...active];
    steps.push({ text: [start, end] });
  }
  closeTo(0);
  return steps;
}

/**
 * The marks of each stretch, for stretches in text order.
 * @param {Mark[]} marks in the order of `marksOf`
 * @param {Span[]} stretches
 * @returns {Mark[][]}
 */
export function share(marks, stretches) {
  let next = 0;
  /** @type {Mark[]} */
  let open = [];
  return stretches.map(({ start, end }) => {
    open = open.filter((mark) => mark.end > start);
    for (; next < marks.length && marks[next].start < end; next++) {
      if (marks[next].end > start) open.push(marks[next]);
    }
    return open.filter((mark) => mark.start < end);
  });
}

// What a reader adds: words of the article that are a claim, a name, a number or a time after all.

/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Span} Span */

/**
 * @param {Report} report
 * @param {string} target what it is: "c", "e", "q" or "t"
 * @param {string} value where it stands, what kind it is, and the rest: "10-34 indirect", "10-19 person Ada Quill" or
 *   "10-19 person @e3" for one more mention, "10-12 count 12 km", "10-17 date 2025-03-04"
 * @returns {Report | undefined}
 */
export function add(report, target, value) {
  const [, start, end, kind, rest = ""] = /^(\d+)-(\d+) ([a-z]+)(?: (.*))?$/.exec(value) ?? [];
  const span = { start: Number(start), end: Number(end) };
  if (!kind || span.start >= span.end || span.end > report.length) return undefined;
  return Object.hasOwn(ADD, target) ? ADD[target](report, span, kind, rest.trim()) : undefined;
}

/** @type {Record<string, (report: Report, span: Span, kind: any, rest: string) => Report | undefined>} */
const ADD = {
  c: (report, span, form) => {
    if (!/^(direct|indirect|mixed)$/.test(form)) return undefined;
    const rest = { content: [span], speakers: [], attribution: "none", stance: "asserts", added: true, evidence: [] };
    const claim = /** @type {import("../report.js").Claim} */ ({ id: nextId(report.claims, "c"), form, ...rest, rule });
    const claims = [...report.claims, claim].sort((a, b) => startOf(a) - startOf(b));
    return { ...report, claims, unattributed: report.unattributed.flatMap((other) => without(other, span)) };
  },
  e: (report, span, kind, rest) => {
    if (!KINDS.e.test(kind)) return undefined;
    const mention = { ...span, form: /** @type {const} */ ("name"), rule };
    if (rest[0] !== "@") {
      const entity = { id: nextId(report.entities, "e"), kind, name: rest, roles: [], mentions: [mention] };
      return rest ? { ...report, entities: [...report.entities, entity] } : undefined;
    }
    const known = report.entities.find(({ id }) => id === rest.slice(1));
    if (!known) return undefined;
    const mentions = [...known.mentions, mention].sort((a, b) => a.start - b.start);
    return { ...report, entities: report.entities.map((e) => (e === known ? { ...known, mentions } : e)) };
  },
  q: (report, span, kind, rest) => {
    const parts = /^(-?\d{1,15}(?:\.\d{1,15})?)?(?: ?([\x21-\x7e]{1,24}))?$/.exec(rest);
    if (!parts || !KINDS.q.test(kind)) return undefined;
    const [, number, unit] = parts;
    const value = number === undefined ? undefined : Number(number);
    const quantity = { id: nextId(report.quantities, "q"), ...span, kind, value, unit, rule };
    return { ...report, quantities: inOrder([...report.quantities, quantity]) };
  },
  t: (report, span, kind, from) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(from);
    if (!KINDS.t.test(kind) || (from && !day)) return undefined;
    const until = day ? new Date(Date.parse(from) + DAY_MS).toISOString().slice(0, 10) : undefined;
    /** @type {"stated" | "none"} */
    const basis = day ? "stated" : "none";
    const known = day ? { value: from, from, until } : { value: "" };
    return {
      ...report,
      times: inOrder([...report.times, { id: nextId(report.times, "t"), ...span, kind, ...known, basis, rule }]),
    };
  },
};

const rule = "added";
const DAY_MS = 86_400_000;

/** What kinds an entity, a quantity or a time may be. @type {Record<string, RegExp>} */
export const KINDS = {
  e: /^(person|organization|place|facility|group|event|work|product|law|other)$/,
  q: /^(count|ordinal|percent|money|measure|ratio|age|score)$/,
  t: /^(date|time|duration|set)$/,
};

/** @param {{ id: string }[]} items @param {string} letter */
export function nextId(items, letter) {
  return `${letter}${items.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0) + 1}`;
}

/** @param {import("../report.js").Claim} claim */
function startOf({ content, cue }) {
  return content[0]?.start ?? cue?.start ?? 0;
}

/** @template {Span} T @param {T[]} items */
function inOrder(items) {
  return items.sort((a, b) => a.start - b.start);
}

/** @param {Span} span @param {Span} other @returns {Span[]} */
function without(span, other) {
  if (other.end <= span.start || other.start >= span.end) return [span];
  const left = [
    { start: span.start, end: other.start },
    { start: other.end, end: span.end },
  ];
  return left.filter(({ start, end }) => end - start >= SHORTEST);
}

/** A word or two beside a claim is no statement. */
const SHORTEST = 12;

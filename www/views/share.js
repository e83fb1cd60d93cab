// Who speaks, and how much of the article each has: words quoted, and words paraphrased. One row for each person or body.

import { capital, countWords } from "../reading.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {"named" | "described" | "unnamed" | "none"} How how the article tells who it is; "none": it does not say that anybody is */
/**
 * @typedef {object} Voice
 * @property {string} key
 * @property {string} name
 * @property {string | undefined} entity
 * @property {How} how
 * @property {Claim[]} claims
 * @property {number} quoted words in quotation marks
 * @property {number} paraphrased words without
 * @property {number} first where the article first has it speak
 */

/**
 * @typedef {object} Source a row
 * @property {Voice} voice
 * @property {string} name
 * @property {string} role as the text gives it
 * @property {string} how
 * @property {number} claims
 * @property {number} quoted
 * @property {number} paraphrased
 * @property {number} first paragraph in which it speaks first, from 1
 * @property {import("../report.js").Notes} notes
 */

/** The best that the article says of somebody is what counts. @type {How[]} */
const BEST_FIRST = ["named", "described", "unnamed", "none"];

/** Those with most words first; a claim of two speakers is each one's. @param {Reading} reading @returns {Voice[]} */
export function voices(reading) {
  /** @type {Map<string, Voice>} */
  const found = new Map();
  const children = reportedBy(reading.report.claims);
  for (const claim of reading.report.claims) {
    const { quoted, paraphrased } = wordsOf(reading, claim, children.get(claim.id) ?? []);
    const first = (claim.source ?? claim.cue ?? claim.content[0])?.start ?? 0;
    for (const { key, name, entity } of speakersOf(reading, claim)) {
      const voice = found.get(key) ?? {
        key,
        name,
        entity,
        how: /** @type {How} */ ("none"),
        claims: [],
        quoted: 0,
        paraphrased: 0,
        first,
      };
      found.set(key, voice);
      voice.claims.push(claim);
      voice.how = better(voice.how, howOf(reading, claim, entity));
      voice.quoted += quoted;
      voice.paraphrased += paraphrased;
      voice.first = Math.min(voice.first, first);
    }
  }
  return [...found.values()].sort((a, b) => b.quoted + b.paraphrased - a.quoted - a.paraphrased || a.first - b.first);
}

/** The voices that are somebody's. @param {Reading} reading */
export function sourcesOf(reading) {
  return voices(reading).filter(({ how }) => how !== "none");
}

/** What people may fill in. */
export const NOTES = /** @type {const} */ (["role", "community", "gender"]);

/** @param {Reading} reading @param {string} [order] a column, with "-" before it from the end @returns {Source[]} */
export function sources(reading, order = "first") {
  const rows = sourcesOf(reading).map((voice) => sourceOf(reading, voice));
  const key = /** @type {"name" | "how" | "claims" | "quoted" | "paraphrased" | "first"} */ (order.replace("-", ""));
  const sign = order.startsWith("-") ? -1 : 1;
  const compare = (/** @type {string | number} */ a, /** @type {string | number} */ b) =>
    typeof a === "string" ? a.localeCompare(String(b)) : a - Number(b);
  return rows.sort((a, b) => sign * compare(a[key], b[key]) || a.voice.first - b.voice.first);
}

/** @param {Reading} reading @param {Voice} voice @returns {Source} */
function sourceOf(reading, voice) {
  const { report, strings } = reading;
  const { name, how, claims, quoted, paraphrased, first } = voice;
  const entity = voice.entity ? reading.entity(voice.entity) : undefined;
  const paragraph = report.paragraphs.findIndex(({ end }) => first < end) + 1;
  const role = entity ? reading.roles(entity).join("; ") : "";
  const notes = entity?.notes ?? {};
  return {
    voice,
    name,
    role,
    how: strings.how[how],
    claims: claims.length,
    quoted,
    paraphrased,
    first: paragraph,
    notes,
  };
}

/** @param {Reading} reading @param {Claim} claim @returns {{ key: string, name: string, entity?: string }[]} */
function speakersOf(reading, claim) {
  const known = claim.speakers.flatMap((id) => reading.entity(id) ?? []);
  const name = reading.speaker(claim);
  if (known.length === 0) return [{ key: `? ${name.toLowerCase()}`, name: capital(name) }];
  return known.map(({ id, name }) => ({ key: id, name: capital(name), entity: id }));
}

/** @param {Reading} reading @param {Claim} claim @param {string | undefined} id @returns {How} */
function howOf(reading, { attribution }, id) {
  if (attribution !== "implied") return attribution;
  const entity = id ? reading.entity(id) : undefined;
  return entity?.mentions.some(({ form }) => form === "name") ? "named" : "described";
}

/** @param {How} a @param {How} b */
function better(a, b) {
  return BEST_FIRST.indexOf(a) <= BEST_FIRST.indexOf(b) ? a : b;
}

/** Claims by the id of the claim that reports them. @param {Claim[]} claims */
function reportedBy(claims) {
  /** @type {Map<string, Claim[]>} */
  const children = new Map();
  for (const claim of claims) if (claim.via) children.set(claim.via, [...(children.get(claim.via) ?? []), claim]);
  return children;
}

/** Words that somebody else is reported to have said are that one's, not the reporter's. @param {Reading} reading @param {Claim} claim @param {Claim[]} children */
function wordsOf(reading, claim, children) {
  const theirs = children
    .flatMap(({ content, source, cue }) => [...content, source, cue])
    .filter((span) => span !== undefined);
  const content = claim.content
    .flatMap((span) => less(span, theirs))
    .map((span) => reading.words(span))
    .join(" ");
  const all = countWords(content);
  if (claim.negated) return { quoted: 0, paraphrased: 0 };
  const { form } = claim;
  if (form === "direct") return { quoted: all, paraphrased: 0 };
  if (form === "indirect") return { quoted: 0, paraphrased: all };
  const quotations = content.matchAll(/["“«„]([^"”“»]*)(?:["”“»]|$)/g);
  const quoted = [...quotations].reduce((n, [, words]) => n + countWords(words), 0);
  return { quoted: Math.min(quoted, all), paraphrased: Math.max(all - quoted, 0) };
}

/** What is left of a span. @param {Span} span @param {Span[]} others @returns {Span[]} */
function less(span, others) {
  return others.reduce(
    (/** @type {Span[]} */ left, other) =>
      left.flatMap(({ start, end }) =>
        other.end <= start || other.start >= end
          ? [{ start, end }]
          : [
              { start, end: other.start },
              { start: other.end, end },
            ].filter((part) => part.start < part.end),
      ),
    [span],
  );
}

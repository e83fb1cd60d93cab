// How much of the article each speaker has: words quoted, and words told in the writer's own.

import { capital, countWords } from "../reading.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */
/**
 * @typedef {object} Voice
 * @property {string} key
 * @property {string} name
 * @property {string | undefined} entity
 * @property {boolean} named
 * @property {Claim[]} claims
 * @property {number} quoted words in quotation marks
 * @property {number} told words without
 */

/** The speakers, those with most words first; a claim of two speakers is each one's. @param {Reading} reading @returns {Voice[]} */
export function voices(reading) {
  /** @type {Map<string, Voice>} */
  const found = new Map();
  for (const claim of reading.report.claims) {
    const known = claim.speakers.map((id) => reading.entity(id)).filter((entity) => entity !== undefined);
    const name = reading.speaker(claim);
    const speakers = known.length > 0 ? known.map((e) => ({ key: e.id, name: e.name, entity: e.id })) : [unknown(name)];
    const { quoted, told } = wordsOf(reading, claim);
    for (const { key, name, entity } of speakers) {
      const voice = found.get(key) ?? {
        key,
        name: capital(name),
        entity,
        named: false,
        claims: [],
        quoted: 0,
        told: 0,
      };
      found.set(key, voice);
      voice.claims.push(claim);
      voice.named ||= claim.attribution === "named" || claim.attribution === "implied";
      voice.quoted += quoted;
      voice.told += told;
    }
  }
  return [...found.values()].sort((a, b) => b.quoted + b.told - a.quoted - a.told);
}

/** @param {string} name @returns {{ key: string, name: string, entity: string | undefined }} */
function unknown(name) {
  return { key: `? ${name.toLowerCase()}`, name, entity: undefined };
}

/** @param {Reading} reading @param {Claim} claim */
function wordsOf(reading, claim) {
  const content = reading.content(claim);
  const all = countWords(content);
  if (claim.negated) return { quoted: 0, told: 0 };
  if (claim.form === "direct") return { quoted: all, told: 0 };
  if (claim.form === "indirect") return { quoted: 0, told: all };
  const quoted = [...content.matchAll(/["“«„]([^"”“»]*)(?:["”“»]|$)/g)].reduce(
    (n, [, words]) => n + countWords(words),
    0,
  );
  return { quoted: Math.min(quoted, all), told: Math.max(all - quoted, 0) };
}

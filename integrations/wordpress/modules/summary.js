// From a report what an editor asks first: who speaks and under what name, which figures do not add up, which sentences
// stand on nobody's word. Plain data for the panel.

import { capital, Reading } from "../../../www/reading.js";
import { languageFor } from "../../../www/strings/index.js";

/** @typedef {import("../../../www/report.js").Report} Report */
/** @typedef {import("../../../www/report.js").Claim} Claim */
/** @typedef {"named" | "described" | "unnamed"} How */
/** @typedef {{ id: string, name: string, how: How, claims: number, words: string }} Speaker */
/** @typedef {{ id: string, words: string[], computed: string }} Figure */

/** The best that a text says of a speaker is what counts. @type {How[]} */
const BEST_FIRST = ["named", "described", "unnamed"];

/**
 * @param {string} text @param {Report} found @param {string} language of the interface
 * @returns {{ language: string, claims: number, speakers: Speaker[], figures: Figure[], nobody: string[] }}
 */
export function summary(text, found, language) {
  const reading = new Reading(text, found, languageFor([language]), found.corrections ?? []);
  const { report } = reading;
  const alone = report.claims.filter((claim) => claim.speakers.length === 0);
  return {
    language: report.language,
    claims: report.claims.length,
    speakers: [...known(reading), ...alone.filter(isSaidBySomebody).map((claim) => unknown(reading, claim))],
    figures: report.checks.filter(({ agrees }) => !agrees).map((check) => figure(reading, check)),
    nobody: [...alone.filter((claim) => !isSaidBySomebody(claim)).flatMap(contents), ...report.unattributed]
      .sort((a, b) => a.start - b.start)
      .map((span) => reading.words(span)),
  };
}

/** @param {Claim} claim */
const contents = ({ content }) => content.slice(0, 1);

/** @param {Claim} claim */
const isSaidBySomebody = ({ attribution, source }) => attribution !== "none" && source !== undefined;

/** Who says most comes first. @param {Reading} reading @returns {Speaker[]} */
function known(reading) {
  const speakers = reading.report.entities.flatMap(({ id, name }) => {
    const claims = reading.claimsOf(id);
    if (claims.length === 0) return [];
    return [{ id, name: capital(name), how: howOf(claims), claims: claims.length, words: wordsOf(reading, claims) }];
  });
  return speakers.sort((a, b) => b.claims - a.claims);
}

/** @param {Reading} reading @param {Claim} claim @returns {Speaker} */
function unknown(reading, claim) {
  const words = wordsOf(reading, [claim]);
  return { id: claim.id, name: reading.speaker(claim), how: howOf([claim]), claims: 1, words };
}

/** A place to go to in the draft. @param {Reading} reading @param {Claim[]} claims */
function wordsOf(reading, claims) {
  const span = claims.flatMap(({ source, content, cue }) => source ?? content[0] ?? cue ?? [])[0];
  return span ? reading.words(span) : "";
}

/** @param {Claim[]} claims @returns {How} */
function howOf(claims) {
  const ways = claims.map(({ attribution }) => (attribution === "implied" ? "named" : attribution));
  return BEST_FIRST.find((how) => ways.includes(how)) ?? "unnamed";
}

/** @param {Reading} reading @param {import("../../../www/report.js").Check} check @returns {Figure} */
function figure(reading, { id, spans, computed }) {
  const { format } = reading;
  const value =
    typeof computed === "string"
      ? format.date(computed)
      : format.value(Number(computed.value.toPrecision(4)), computed.unit);
  return { id, words: spans.map((span) => reading.words(span)), computed: value };
}

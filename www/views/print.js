// What a printed article has instead of cards: its claims as notes, numbered as in the text, its sources as a table, and the
// share of each voice with its key.

import { h } from "../dom.js";
import { sentences, through } from "./card.js";
import { voices } from "./share.js";
import { plainTable } from "./table.js";
import { voicePicture } from "./voice.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading @returns {HTMLElement} */
export function printedNotes(reading) {
  const { report, strings } = reading;
  const { claims, corrections = reading.corrections } = report;
  return h(
    "section",
    { class: "printed" },
    h("h2", {}, strings.views.claims),
    claims.length > 0
      ? [
          h(
            "ol",
            {},
            claims.map((claim) => line(reading, claim)),
          ),
          h("h2", {}, strings.views.sources),
          plainTable(reading),
          h("figure", {}, h("h2", {}, strings.voiceTitle), voicePicture(reading, voices(reading))),
        ]
      : h("p", {}, strings.claimsNone),
    corrections.length > 0 && h("p", { class: "quiet" }, strings.correctedBy(corrections.length)),
    h("p", { class: "quiet" }, strings.madeBy(report.engine)),
  );
}

/** @param {Reading} reading @param {Claim} claim */
function line(reading, claim) {
  const { strings } = reading;
  return h(
    "li",
    { value: reading.number(claim) },
    h("strong", {}, reading.speaker(claim)),
    ` (${howOf(reading, claim)}): `,
    claim.negated && h("strong", {}, strings.negated, " "),
    h("span", { lang: reading.textLang }, reading.content(claim) || strings.declined),
    " ",
    h("span", { class: "quiet" }, [through(reading, claim), ...sentences(reading, claim)].filter(Boolean).join(" ")),
  );
}

/** "paraphrased, unnamed source, warning" @param {Reading} reading @param {Claim} claim */
export function howOf(reading, claim) {
  const { strings } = reading;
  const how = [
    reading.formName(claim),
    strings.attribution[claim.attribution],
    !reading.isTurn(claim) && strings.stance[claim.stance],
    claim.added && strings.added,
  ];
  return reading.inSentence(how.filter(Boolean).join(", "));
}

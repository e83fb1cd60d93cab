// What a printed article has instead of cards: its claims as notes, numbered as in the text.

import { h } from "../dom.js";
import { sentences } from "./card.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading @returns {HTMLElement} */
export function printedNotes(reading) {
  const { report, strings } = reading;
  return h(
    "section",
    { class: "printed" },
    h("h2", {}, strings.views.claims),
    report.claims.length > 0
      ? h(
          "ol",
          {},
          report.claims.map((claim) => line(reading, claim)),
        )
      : h("p", {}, strings.claimsNone),
    h("p", { class: "quiet" }, strings.madeBy(report.engine)),
  );
}

/** @param {Reading} reading @param {Claim} claim */
function line(reading, claim) {
  const { strings } = reading;
  const how = [strings.form[claim.form], strings.attribution[claim.attribution], strings.stance[claim.stance]];
  return h(
    "li",
    { value: reading.number(claim) },
    h("strong", {}, reading.speaker(claim)),
    ` (${how.filter(Boolean).join(", ").toLowerCase()}): `,
    claim.negated && h("strong", {}, strings.negated, " "),
    h("span", { lang: reading.textLang }, reading.content(claim) || strings.declined),
    " ",
    h("span", { class: "quiet" }, sentences(reading, claim).join(" ")),
  );
}

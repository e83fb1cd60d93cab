// One claim as a sentence to put into a text of one's own: the words, who said them, through whom, where and when.

import { headlineOf } from "../shell.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading @param {Claim} claim @param {string} [outlet] that published the article */
export function citation(reading, claim, outlet) {
  const { strings, format, report, text } = reading;
  const content = reading.content(claim) || strings.declined;
  const words = claim.form === "direct" ? content.replace(/^["“«„](.*)["”»]$/s, "$1") : content;
  const says = reading.chain(claim).map((link) => reading.speaker(link));
  const through = says
    .slice(0, -1)
    .reverse()
    .map((who) => strings.via(who))
    .join(" ");
  const where = [`“${headlineOf(text)}”`, outlet, report.published && format.date(report.published, true)];
  const said = `${says.at(-1)}: “${words}” (${strings.form[claim.form].toLowerCase()}).`;
  return [said, claim.negated && strings.negated, through, `${where.filter(Boolean).join(", ")}.`]
    .filter(Boolean)
    .join(" ");
}

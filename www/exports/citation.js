// One claim as a citation. Quotation marks stand around words of the speaker only: a paraphrase is cited as one.

import { shortHeadline } from "../shell.js";
import { inSentence } from "../views/card.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading @param {Claim} claim @param {string} [outlet] that published the article */
export function citation(reading, claim, outlet) {
  const { strings, format, report, text } = reading;
  const content = reading.content(claim);
  const [who, ...reporters] = reading
    .chain(claim)
    .map((link) => inSentence(reading, link))
    .reverse();
  const through = reporters.length > 0 ? strings.citeThrough(strings.and(reporters)) : "";
  const direct = claim.form === "direct";
  const bare = content.replace(/[\s,;:]+$/, "");
  const said = !content
    ? strings.citeQuoted(who, through, strings.declined)
    : direct
      ? strings.citeQuoted(who, through, strings.written(unquoted(content)))
      : claim.attribution === "none"
        ? strings.citeNobody(bare)
        : strings.citeParaphrase(who, through, bare);
  const where = [strings.written(shortHeadline(text)), outlet, report.published && format.date(report.published, true)];
  return [ended(said), claim.negated && strings.negated, `${where.filter(Boolean).join(", ")}.`]
    .filter(Boolean)
    .join(" ");
}

/** @param {string} words */
function unquoted(words) {
  return words.replace(/^["“«„‘'](.*?)[,;]?["”»’']$/s, "$1").replace(/["”] … ["“]/g, " … ");
}

/** @param {string} sentence */
function ended(sentence) {
  return /[.!?…]["”“»’')]*$/.test(sentence) ? sentence : `${sentence}.`;
}

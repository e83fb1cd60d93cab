// Notes in Markdown: who says what and through whom, the sources as a table, then numbers and times.

import { headlineOf } from "../shell.js";
import { sentences } from "../views/card.js";
import { through } from "../views/card.js";
import { howOf } from "../views/print.js";
import { tableRows } from "./csv.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading */
export function markdown(reading) {
  const { report, strings, format, text, corrections } = reading;
  const numbers = reading.listed.quantities.map(
    (q) =>
      `- ${escape(reading.words(q))}: ${escape(format.quantity(q) || "?")}${q.of ? ` (${escape(reading.words(q.of))})` : ""}`,
  );
  const times = report.times.map(
    (t) => `- ${escape(reading.words(t))}: ${escape(format.time(t) || strings.basis.none)}`,
  );
  const forms = /** @type {const} */ (["direct", "mixed", "indirect"]).filter((form) =>
    report.claims.some((claim) => claim.form === form),
  );
  return [
    `# ${escape(headlineOf(text))}`,
    report.published && `${strings.publishedLabel}: ${format.date(report.published)}`,
    `## ${strings.views.claims}`,
    report.claims.map((claim) => line(reading, claim)).join("\n") || strings.claimsNone,
    forms.map((form) => `- ${strings.explained[form]}`).join("\n"),
    `## ${strings.views.sources}`,
    table(tableRows(reading, "sources")),
    `## ${strings.numbersTitle}`,
    numbers.join("\n") || strings.numbersNone,
    `## ${strings.timesTitle}`,
    times.join("\n") || strings.timesNone,
    corrections.length > 0 && `_${strings.correctedBy(corrections.length)}_`,
    `_${escape(strings.madeBy(report.engine))}_`,
    "",
  ]
    .filter((part) => part !== undefined && part !== false && (part !== "" || forms.length > 0))
    .join("\n\n");
}

/** @param {Reading} reading @param {Claim} claim */
function line(reading, claim) {
  const { strings } = reading;
  const words = reading.content(claim) || strings.declined;
  const negated = claim.negated ? ` **${strings.negated}**` : "";
  const more = [through(reading, claim), ...sentences(reading, claim)].filter(Boolean).join(" ");
  const who = `**${escape(reading.speakerInFull(claim))}** (${howOf(reading, claim)})`;
  return `- ${reading.number(claim)}\\. ${who}: ${escape(words)}${negated}${more && ` _${escape(more)}_`}`;
}

/** @param {string[][]} rows the head first */
function table([head, ...rows]) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => escape(cell)).join(" | ")} |`;
  return [row(head), `|${" --- |".repeat(head.length)}`, ...rows.map(row)].join("\n");
}

/** @param {string} words */
function escape(words) {
  return words.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}

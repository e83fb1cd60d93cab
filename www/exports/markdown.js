// Notes in Markdown: who says what, then numbers and times.

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading */
export function markdown(reading) {
  const { report, strings, format, text } = reading;
  const title = text.trim().split("\n", 1)[0];
  const numbers = report.quantities.map((q) => `- ${escape(reading.words(q))}: ${escape(format.quantity(q) || "?")}`);
  const times = report.times.map(
    (t) => `- ${escape(reading.words(t))}: ${escape(format.time(t) || strings.basis.none)}`,
  );
  return [
    `# ${escape(title)}`,
    `## ${strings.views.claims}`,
    report.claims.map((claim) => line(reading, claim)).join("\n") || strings.claimsNone,
    `## ${strings.numbersTitle}`,
    numbers.join("\n") || strings.numbersNone,
    `## ${strings.timesTitle}`,
    times.join("\n") || strings.timesNone,
    `_${escape(strings.madeBy(report.engine))}_`,
    "",
  ].join("\n\n");
}

/** @param {Reading} reading @param {Claim} claim */
function line(reading, claim) {
  const { strings } = reading;
  const how = [strings.form[claim.form], strings.attribution[claim.attribution]].join(", ").toLowerCase();
  const words = reading.content(claim) || strings.declined;
  const negated = claim.negated ? ` **${strings.negated}**` : "";
  return `${reading.number(claim)}. **${escape(reading.speaker(claim))}** (${how}): ${escape(words)}${negated}`;
}

/** @param {string} words */
function escape(words) {
  return words.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}

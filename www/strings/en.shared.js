// The words that a panel in other people's pages needs too, in English.

import { lookup } from "../lookup.js";
import { labels } from "./en.labels.js";

/** @param {number} n @param {string} one @param {string} [many] */
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const shared = lookup({
  ...labels,
  lang: "en",
  viewsLabel: "Views",
  interview: "Answer in an interview",
  interviewQuestion: "Question in an interview",
  nobody: "Nobody named",
  unknownSpeaker: "Speaker not found",
  declined: "Gave no comment.",
  negated: "The article says that this was not said.",
  via: (/** @type {string} */ who) => `As reported by ${who}.`,
  and: (/** @type {string[]} */ names) => new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  mentions: (/** @type {number} */ n) => count(n, "mention"),
  roleOf: (/** @type {string} */ role, /** @type {string} */ owner) => `${role} (of ${owner})`,
  written: (/** @type {string} */ words) => `“${words}”`,
  about: (/** @type {string} */ value) => `about ${value}`,
  atLeast: (/** @type {string} */ value) => `${value} or more`,
  atMost: (/** @type {string} */ value) => `up to ${value}`,
  units: /** @type {Record<string, string>} */ ({ t: "tonnes", bbl: "barrels" }),
  percentagePoints: (/** @type {string} */ value) => `${value} percentage points`,
  exports: /** @type {Record<string, string>} */ ({
    html: "Frozen page: marked article, notes and sources (HTML)",
    markdown: "Notes, as Markdown",
    sources: "Table of sources (CSV)",
    claims: "Table of claims (CSV)",
    entities: "Table of names (CSV)",
    quantities: "Table of numbers (CSV)",
    times: "Table of times (CSV)",
    json: "Everything, to go on with later (JSON)",
    w3c: "W3C web annotations (JSON-LD)",
  }),
  madeBy: (/** @type {string} */ engine) => `Marked by ${engine}. Marks are made by rules and small models that err.`,
});

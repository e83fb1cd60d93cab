// Tables for a spreadsheet, in words of people: numbers are numbers, and no cell of text is taken for a formula.

import { INTL_UNIT, sign } from "../units.js";
import { NOTES, sources } from "../views/share.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {string | number | boolean | undefined} Cell */

export const TABLES = ["sources", "claims", "entities", "quantities", "times"];

/** @type {Record<string, (reading: Reading) => Cell[][]>} */
const ROWS = {
  sources: (reading) =>
    sources(reading).map(({ name, role, how, claims, quoted, paraphrased, first, notes }) => [
      name,
      role,
      how,
      claims,
      quoted,
      paraphrased,
      first,
      ...NOTES.map((key) => notes[key]),
    ]),
  claims: (reading) => reading.report.claims.map((claim) => claimRow(reading, claim)),
  entities: (reading) =>
    reading.listed.entities.map((entity) => [
      entity.id,
      entity.name,
      reading.strings.entityKindOne[entity.kind],
      reading.roles(entity).join("; "),
      entity.mentions.length,
      reading.claimsOf(entity.id).length,
      entity.country,
      entity.official && reading.words(entity.official),
    ]),
  quantities: (reading) =>
    reading.listed.quantities.map((quantity) => {
      const { id, kind, value, low, high, parts, unit, approximate, of, change, restates, start, end } = quantity;
      const { strings } = reading;
      const numbers = [value, low, high, parts?.join("; ")];
      const rest = [
        unit && (INTL_UNIT[unit] ?? sign(unit)),
        approximate,
        of && reading.words(of),
        change && strings[change],
        restates,
      ];
      return [id, reading.words(quantity), strings.quantityKinds[kind], ...numbers, ...rest, start, end];
    }),
  times: (reading) =>
    reading.report.times.map((time) => {
      const { id, kind, value, from, until, basis, start, end } = time;
      const { strings } = reading;
      return [id, reading.words(time), strings.timeKinds[kind], value, from, until, strings.basis[basis], start, end];
    }),
};

/** @param {Reading} reading @param {Claim} claim @returns {Cell[]} */
function claimRow(reading, claim) {
  const { strings } = reading;
  const { id, attribution, via, stance, negated, hedged, content, added } = claim;
  const words = (/** @type {Span | undefined} */ span) => span && reading.words(span);
  const said = reading.saidOn(claim);
  const reporter = via ? reading.claim(via) : undefined;
  return [
    id,
    reading.speaker(claim),
    reading.content(claim),
    reading.inSentence(reading.formName(claim)),
    reading.inSentence(strings.attribution[attribution]),
    words(claim.source),
    words(claim.cue),
    words(claim.addressee),
    words(claim.medium),
    words(said),
    reporter && reading.speaker(reporter),
    reading.inSentence(strings.stance[stance] ?? ""),
    negated,
    hedged,
    added,
    content[0]?.start ?? claim.cue?.start,
    content.at(-1)?.end ?? claim.cue?.end,
  ];
}

/** @param {Reading} reading @param {string} table one of `TABLES` */
export function csv(reading, table) {
  const lines = tableRows(reading, table, true).map((row) => row.map((value) => quoted(value)).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** For pasting into a spreadsheet. @param {Reading} reading @param {string} table */
export function tsv(reading, table) {
  return tableRows(reading, table, true)
    .map((row) => row.map((value) => value.replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");
}

/** The head, then a line for each. @param {Reading} reading @param {string} table @param {boolean} [calculates] whether what reads them takes some texts for formulas @returns {string[][]} */
export function tableRows(reading, table, calculates) {
  const { yes, columns } = reading.strings;
  const cell = (/** @type {Cell} */ value) => {
    if (value === undefined || value === false) return "";
    if (value === true) return yes;
    return `${calculates && /^[=+\-@\t\r]/.test(String(value)) && typeof value === "string" ? "'" : ""}${value}`;
  };
  return [columns[table], ...ROWS[table](reading)].map((row) => row.map(cell));
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

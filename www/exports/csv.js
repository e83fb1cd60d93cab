// Tables for a spreadsheet: numbers are numbers, and no cell of text is taken for a formula.

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {string | number | boolean | undefined} Cell */

export const TABLES = ["claims", "entities", "quantities", "times"];

/** @type {Record<string, { columns: string[], rows: (reading: Reading) => Cell[][] }>} */
const MAKE = {
  claims: {
    columns:
      "id speakers content form attribution source cue addressee medium said via stance negated hedged start end".split(
        " ",
      ),
    rows: (reading) =>
      reading.report.claims.map((claim) => {
        const words = (/** @type {Span | undefined} */ span) => span && reading.words(span);
        const said = claim.said && reading.time(claim.said);
        const { id, form, attribution, via, stance, negated, hedged, content } = claim;
        const fixed = [words(claim.source), words(claim.cue), words(claim.addressee), words(claim.medium)];
        const where = [content[0]?.start ?? claim.cue?.start, content.at(-1)?.end ?? claim.cue?.end];
        const names = claim.speakers.map((speaker) => reading.entity(speaker)?.name ?? "").join("; ");
        const flags = [Boolean(negated), Boolean(hedged)];
        return [
          id,
          names,
          reading.content(claim),
          form,
          attribution,
          ...fixed,
          said ? words(said) : undefined,
          via,
          stance,
          ...flags,
          ...where,
        ];
      }),
  },
  entities: {
    columns: "id kind name roles mentions claims country official".split(" "),
    rows: (reading) =>
      reading.report.entities.map(({ id, kind, name, roles, mentions, country, official }) => [
        id,
        kind,
        name,
        [...new Set(roles.map(({ text }) => text))].join("; "),
        mentions.length,
        reading.claimsOf(id).length,
        country,
        official && reading.words(official),
      ]),
  },
  quantities: {
    columns: "id words kind value low high parts unit approximate of change restates start end".split(" "),
    rows: (reading) =>
      reading.report.quantities.map((quantity) => {
        const { id, kind, value, low, high, parts, unit, approximate, of, change, restates, start, end } = quantity;
        const numbers = [value, low, high, parts?.join("; ")];
        const rest = [unit, Boolean(approximate), of && reading.words(of), change, restates];
        return [id, reading.words(quantity), kind, ...numbers, ...rest, start, end];
      }),
  },
  times: {
    columns: "id words kind value from until basis start end".split(" "),
    rows: (reading) =>
      reading.report.times.map((time) => {
        const { id, kind, value, from, until, basis, start, end } = time;
        return [id, reading.words(time), kind, value, from, until, basis, start, end];
      }),
  },
};

/** @param {Reading} reading @param {string} table one of `TABLES` */
export function csv(reading, table) {
  const { columns, rows } = MAKE[table];
  const lines = [columns, ...rows(reading)].map((row) => row.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** @param {Cell} value */
function cell(value) {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// What a reader can take away of a comparison: the files that `onrecord compare` prints.

import { COLUMNS, rows } from "./rows.js";

/** @typedef {import("../comparison.js").Comparison} Comparison */
/** @typedef {{ comparison: Comparison, a: string, b: string }} Compared both texts, and what they are to one another */
/** @typedef {{ id: string, extension: string, type: string, make: (compared: Compared) => string }} Export */

/** @type {Export[]} */
export const EXPORTS = [
  { id: "html", extension: "html", type: "text/html", make: html },
  { id: "markdown", extension: "md", type: "text/markdown", make: markdown },
  { id: "csv", extension: "csv", type: "text/csv", make: csv },
  { id: "text", extension: "txt", type: "text/plain", make: plain },
  {
    id: "json",
    extension: "json",
    type: "application/json",
    make: ({ comparison }) => `${JSON.stringify(comparison)}\n`,
  },
];

/** The sentence, then each row in lines of its own. @param {Compared} compared */
function plain({ comparison, a, b }) {
  const lines = (/** @type {string} */ sign, /** @type {string} */ words) =>
    words ? `  ${sign} ${words.replaceAll("\n", " ")}\n` : "";
  const each = rows(comparison, a, b).map(([what, who, first, second, note]) => {
    const head = `${what}${who && ` (${who})`}${note && `: ${note}`}`;
    return `\n${head}\n${lines("<", first)}${lines(">", second)}`;
  });
  return `${comparison.summary}\n${each.join("")}`;
}

/** @param {Compared} compared */
function csv({ comparison, a, b }) {
  const lines = [COLUMNS, ...rows(comparison, a, b).map((row) => row.map(cell))];
  return `\ufeff${lines.map((cells) => `${cells.join(",")}\r\n`).join("")}`;
}

/** No text is taken for a formula. @param {string} text */
function cell(text) {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @param {Compared} compared */
function markdown({ comparison, a, b }) {
  const escape = (/** @type {string} */ text) => text.replace(/[\\`*_[\]<>|&]/g, "\\$&").replaceAll("\n", " ");
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  const body = rows(comparison, a, b).map((row) => line(row.map(escape)));
  const table = `${line(COLUMNS)}|${" --- |".repeat(COLUMNS.length)}\n${body.join("")}`;
  return `${escape(comparison.summary)}\n\n${table}\n`;
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}" +
  "table{border-collapse:collapse;width:100%}th,td{padding:.25rem .75rem;border-bottom:1px solid #ccc;text-align:left;" +
  "vertical-align:top}td:first-child{white-space:nowrap}";

const ESCAPE = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/** A page without scripts and without anything to fetch. @param {Compared} compared */
function html({ comparison, a, b }) {
  const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => ESCAPE[sign]);
  const line = (/** @type {string} */ tag, /** @type {readonly string[]} */ cells) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const body = rows(comparison, a, b).map((row) => `${line("td", row.map(escape))}\n`);
  const table = `<table>\n<thead>${line("th", COLUMNS)}</thead>\n<tbody>\n${body.join("")}</tbody>\n</table>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Two texts compared</title>
<style>${STYLE}</style>
<h1>Two texts compared</h1>
<p>${escape(comparison.summary)}

${table}
</html>
`;
}

// What a reader can take away: each is a name, a kind of file, and a function from a reading to text.

import { csv, TABLES } from "./csv.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { annotations } from "./w3c.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {{ id: string, extension: string, type: string, make: (reading: Reading) => string | Promise<string> }} Export */

/** @type {Export[]} */
export const EXPORTS = [
  { id: "html", extension: "html", type: "text/html", make: html },
  { id: "markdown", extension: "md", type: "text/markdown", make: markdown },
  ...TABLES.map((table) => ({
    id: table,
    extension: "csv",
    type: "text/csv",
    make: (/** @type {Reading} */ reading) => csv(reading, table),
  })),
  { id: "json", extension: "json", type: "application/json", make: json },
  { id: "w3c", extension: "jsonld", type: "application/ld+json", make: annotations },
];

/** A file name from the article's first words. @param {Reading} reading @param {Export} kind */
export function fileName(reading, { id, extension }) {
  const words = reading.text.trim().slice(0, 200).split("\n", 1)[0].toLowerCase();
  const plain = words.normalize("NFKD").replace(/[^a-z0-9]+/g, "-");
  const name = plain.split("-").filter(Boolean).slice(0, 6).join("-") || "article";
  return `${name}${TABLES.includes(id) ? `-${id}` : ""}.${extension}`;
}

// The sources as a table, one row for each person or body that speaks: what newsrooms count by hand. Nothing in it is
// guessed: what people know besides, they fill in themselves.

import { h } from "../dom.js";
import { tableRows } from "../exports/csv.js";
import { fill } from "../slices.js";
import { NOTES, sources } from "./share.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("./share.js").Source} Source */

const COLUMNS = /** @type {const} */ (["name", "how", "claims", "quoted", "paraphrased", "first"]);

/** @param {Reading} reading @param {import("../state.js").Sifting} sifting */
export function sourcesTable(reading, { sources: order }) {
  const { strings } = reading;
  const column = order.replace("-", "");
  const heads = COLUMNS.map((name) => {
    const sorted = name === column ? (order.startsWith("-") ? "descending" : "ascending") : undefined;
    const by = sorted === "ascending" || (!sorted && /^(claims|quoted|paraphrased)$/.test(name)) ? `-${name}` : name;
    return h(
      "th",
      { scope: "col", "aria-sort": sorted },
      h("button", { class: "plain", "data-sort": "sources", "data-by": by }, strings.sourceColumns[name]),
    );
  });
  const body = fill(h("tbody"), sources(reading, order), (source) => row(reading, source));
  return [
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": strings.sourcesTable },
      h("table", { class: "sources-table" }, h("thead", {}, h("tr", {}, heads)), body),
    ),
    h(
      "p",
      { class: "sorter" },
      h("button", { class: "tool", "data-copy-table": "sources" }, strings.copySources),
      h("button", { class: "tool", "data-save-table": "sources" }, strings.saveSources),
    ),
  ];
}

/** On paper: all columns, those that people filled in too, and nothing to press. @param {Reading} reading */
export function plainTable(reading) {
  const [heads, ...lines] = tableRows(reading, "sources");
  const cells = (/** @type {string[]} */ line, /** @type {string} */ name) => line.map((words) => h(name, {}, words));
  return h(
    "table",
    {},
    h("thead", {}, h("tr", {}, cells(heads, "th"))),
    h(
      "tbody",
      {},
      lines.map((line) => h("tr", {}, cells(line, "td"))),
    ),
  );
}

/** @param {Reading} reading @param {Source} source */
function row({ strings, format }, { voice, name, role, how, claims, quoted, paraphrased, first, notes }) {
  const own = NOTES.flatMap((key) => (notes[key] ? `${strings.noteLabels[key]}: ${notes[key]}` : []));
  const { entity } = voice;
  const columns = strings.sourceColumns;
  const number = (/** @type {string} */ key, /** @type {number} */ n) =>
    h("td", { "data-label": columns[key] }, n > 0 ? format.value(n) : "–");
  return h(
    "tr",
    { class: voice.how },
    h(
      "th",
      { scope: "row" },
      entity ? h("button", { class: "plain", "data-card": entity }, name) : h("span", { class: "plain" }, name),
      role && h("span", { class: "roles" }, role),
      own.length > 0 && h("span", { class: "own" }, own.join(" · ")),
      entity &&
        h("button", { class: "tool", "data-note-on": entity, "aria-label": strings.fillInLabel(name) }, strings.fillIn),
    ),
    h("td", {}, how),
    number("claims", claims),
    number("quoted", quoted),
    number("paraphrased", paraphrased),
    h(
      "td",
      { "data-label": columns.first },
      h(
        "a",
        {
          class: "ref",
          href: `#${voice.claims[0].id}`,
          "data-note": voice.claims[0].id,
          "aria-label": strings.paragraph(first),
        },
        first,
      ),
    ),
  );
}

// `compare="#transcript"`: the article beside another text of the page. Loaded only where that is asked for.

import { drawParts } from "../compare/diff.js";
import { itemsOf } from "../compare/items.js";
import { de } from "../compare/strings/de.js";
import { en } from "../compare/strings/en.js";
import { h } from "../dom.js";
import { Reading } from "../reading.js";
import { Article } from "./article.js";
import { engineOf } from "./ask.js";

/** @typedef {import("./host.js").OnRecordElement} OnRecordElement */
/** @typedef {import("./host.js").Services} Services */
/** @typedef {import("../comparison.js").Comparison} Comparison */
/** @typedef {import("../comparison.js").Mode} Mode */
/** @typedef {import("../compare/items.js").Item} Item */
/** @typedef {import("../compare/strings/en.js").Words} Words */
/** @typedef {{ comparison: Comparison, items: Item[], section: HTMLElement }} Compared */

const MODES = ["source", "versions", "outlets"];
/** What is the same, what is only said to be near, and what a reader should look at. */
const LOOKS = /** @type {Record<string, string>} */ ({
  verbatim: "verbatim",
  "but-for": "verbatim",
  both: "verbatim",
  copied: "verbatim",
  shortened: "shortened",
  joined: "shortened",
  near: "",
});

/**
 * @param {OnRecordElement} host @param {Services} services @param {Reading} reading @param {AbortSignal} [signal]
 * @returns {Promise<Compared | undefined>} nothing if the other text is not there
 */
export async function compared(host, services, reading, signal) {
  const other = otherText(host.getAttribute("compare") ?? "");
  if (!other) return undefined;
  const asked = host.getAttribute("compare-mode") ?? "source";
  const mode = /** @type {Mode} */ (MODES.includes(asked) ? asked : "source");
  const { published } = reading.report;
  const options = { mode, a: { ...(published && { published }) } };
  const { comparison } = await engineOf(host, services).compare(reading.text, other, options, { signal });
  const words = host.language === "de" ? de : en;
  const second = comparison.b && new Reading(other, comparison.b, reading.strings);
  const first = new Reading(reading.text, comparison.a, reading.strings);
  const items = itemsOf({ comparison, a: reading.text, b: other, first, second }, words);
  const sentence = words.summary(comparison, reading.text, other);
  return { comparison, items, section: section(sentence, items, words) };
}

/** The kind of mark in the page. @param {Item} item */
export const lookOf = ({ kind, other }) => (other ? "altered" : (LOOKS[kind] ?? "altered"));

/** The text of an element, as an article or, in a script or template, as it stands. @param {string} selector */
function otherText(selector) {
  const element = document.getElementById(selector.replace(/^#/, "")) ?? document.querySelector(selector);
  if (!element) return "";
  if (element instanceof HTMLTemplateElement) return element.content.textContent?.trim() ?? "";
  const plain = element instanceof HTMLScriptElement || /** @type {HTMLElement} */ (element).hidden;
  return plain ? (element.textContent?.trim() ?? "") : new Article(element, null).text;
}

/** @param {string} sentence @param {Item[]} items @param {Words} words */
function section(sentence, items, words) {
  return h(
    "section",
    { class: "compared", part: "comparison", "aria-label": words.list },
    h("p", { class: "warning" }, sentence),
    h(
      "details",
      {},
      h("summary", {}, words.list),
      h(
        "ol",
        { part: "list" },
        items.map((item) => row(item, words)),
      ),
    ),
  );
}

/** @param {Item} item @param {Words} words */
function row({ id, kind, who, here, there, alerts, notes }, words) {
  return h(
    "li",
    { class: "item", part: "quotation", "data-id": id },
    h("button", { type: "button", class: "who" }, `${id.slice(1)} ${words.kinds[kind]}${who && ` · ${who}`}`),
    here.length > 0 && h("blockquote", {}, drawParts(here, "b")),
    alerts.map((alert) => h("p", { class: "warning" }, alert)),
    kind !== "verbatim" && there.length > 0 && h("blockquote", { class: "how" }, drawParts(there, "b")),
    notes.map((note) => h("p", { class: "how" }, note)),
  );
}

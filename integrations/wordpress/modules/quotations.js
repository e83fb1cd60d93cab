// The quotations of a draft beside the text that they are from, as plain data for the panel.

import { itemsOf } from "../../../www/compare/items.js";
import { de } from "../../../www/compare/strings/de.js";
import { en } from "../../../www/compare/strings/en.js";
import { Reading } from "../../../www/reading.js";
import { languageFor } from "../../../www/strings/index.js";

/** @typedef {import("../../../www/comparison.js").Comparison} Comparison */
/** @typedef {{ id: string, kind: string, verdict: string, who: string, words: string, notes: string[] }} Row */

/** What an editor need not look at comes last, and folded. */
const WELL = ["verbatim", "but-for"];

/**
 * @param {string} text of the draft @param {string} source @param {Comparison} comparison @param {string} language
 * @returns {{ sentence: string, odd: Row[], well: Row[] }}
 */
export function quotations(text, source, comparison, language) {
  const strings = languageFor([language]);
  const words = strings.lang === "de" ? de : en;
  const first = new Reading(text, comparison.a, strings);
  const items = itemsOf({ comparison, a: text, b: source, first }, words).filter(({ kind }) => kind !== "near");
  const rows = items.map(({ id, kind, who, here, alerts, notes, other }) => ({
    id,
    kind,
    verdict: words.kinds[other ? "speaker" : kind],
    who,
    words: here.map((part) => part.words).join(""),
    notes: [...alerts, ...notes],
    well: WELL.includes(kind) && !other,
  }));
  const plain = (/** @type {boolean} */ wanted) =>
    rows.filter(({ well }) => well === wanted).map(({ well: _, ...row }) => row);
  return { sentence: words.summary(comparison, text, source), odd: plain(false), well: plain(true) };
}

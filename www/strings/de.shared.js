// Die Wörter, die auch eine Tafel auf fremden Seiten braucht, auf Deutsch.

import { lookup } from "../lookup.js";
import { labels } from "./de.labels.js";

/** @param {number} n @param {string} one @param {string} many */
export const count = (n, one, many) => `${n.toLocaleString("de")} ${n === 1 ? one : many}`;

/** @type {typeof import("./en.shared.js").shared} */
export const shared = lookup({
  ...labels,
  lang: "de",
  viewsLabel: "Ansichten",
  interview: "Antwort im Interview",
  interviewQuestion: "Frage im Interview",
  nobody: "Niemand genannt",
  unknownSpeaker: "Nicht gefunden, wer spricht",
  declined: "Keine Stellungnahme.",
  negated: "Der Artikel sagt, dass das nicht gesagt wurde.",
  via: (who) => `Berichtet von: ${who}.`,
  and: (names) => new Intl.ListFormat("de", { type: "conjunction" }).format(names),
  mentions: (n) => count(n, "Nennung", "Nennungen"),
  roleOf: (role, owner) => `${role} (zu ${owner})`,
  written: (words) => `„${words}“`,
  about: (value) => `etwa ${value}`,
  atLeast: (value) => `${value} oder mehr`,
  atMost: (value) => `bis zu ${value}`,
  units: { t: "Tonnen", bbl: "Barrel" },
  percentagePoints: (value) => `${value} Prozentpunkte`,
  exports: {
    html: "Fertige Seite: Artikel mit Marken, Notizen, Quellen (HTML)",
    markdown: "Notizen als Markdown",
    sources: "Tabelle der Quellen (CSV)",
    claims: "Tabelle der Aussagen (CSV)",
    entities: "Tabelle der Namen (CSV)",
    quantities: "Tabelle der Zahlen (CSV)",
    times: "Tabelle der Zeiten (CSV)",
    json: "Alles, um später weiterzumachen (JSON)",
    w3c: "W3C-Webannotationen (JSON-LD)",
  },
  madeBy: (engine) => `Markiert von ${engine}. Die Markierungen stammen von Regeln und kleinen Modellen, die irren.`,
});

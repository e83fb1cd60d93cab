// The words of the comparison in German.

import { lookup } from "../../lookup.js";
import { gravest } from "../gravest.js";

/** @typedef {import("./en.js").Words} Words */
/** @typedef {import("../../comparison.js").Comparison} Comparison */

/** @type {Words} */
export const de = lookup({
  compareWith: "Vergleichen mit …",
  compareTwo: "Zwei Texte vergleichen …",
  title: "Zwei Texte, Wort für Wort",
  lead: "Prüfen Sie die Zitate eines Artikels an Mitschrift oder Pressemitteilung, oder sehen Sie, was sich zwischen zwei Fassungen geändert hat. Beide Texte bleiben auf diesem Gerät.",
  first: "Der Artikel",
  second: "Vergleichen mit",
  firstHint: "Den Artikel oder seine frühere Fassung einfügen.",
  secondHint:
    "Mitschrift, Rede, Pressemitteilung, spätere Fassung oder den Artikel eines anderen Mediums einfügen; oder eine Datei oder einen gespeicherten Bericht öffnen.",
  modeTitle: "Der zweite Text ist",
  modes: {
    source: "das, was der Artikel zitiert",
    versions: "eine spätere Fassung",
    outlets: "ein anderer Artikel über dasselbe Ereignis",
  },
  modeHints: {
    source: "Mitschrift, Rede, Pressemitteilung, Gerichtsakte: Ist jedes Zitat wörtlich?",
    versions: "Was kam hinzu, fiel weg, wurde verschoben oder umformuliert, und wer sagt es jetzt?",
    outlets: "Was haben beide, welche Zahlen widersprechen sich, was ist übernommen?",
  },
  guessed: "Aus den beiden Texten geschlossen; wählen Sie anders, wenn es nicht stimmt.",
  compare: "Vergleichen",
  needTwo: "Es braucht zwei Texte.",
  back: "Zurück zum Artikel",
  backEmpty: "Zurück",
  change: "Texte ändern",
  save: "Speichern oder kopieren …",
  saveTitle: "Den Vergleich mitnehmen",
  saveNote: "In denselben englischen Worten wie der Befehl onrecord compare. Auf diesem Gerät erstellt.",
  exports: {
    html: "Seite (HTML)",
    markdown: "Markdown",
    csv: "Tabelle (CSV)",
    text: "Reiner Text",
    json: "Daten (JSON), mit beiden Berichten",
  },
  openSecond: "Den zweiten Text lesen",
  filterLabel: "Nur zeigen",
  all: "Alle",
  previous: "Zurück",
  next: "Weiter",
  place: (n, all) => `${n} von ${all}`,
  count: (all) => `${all} in der Liste`,
  help: [
    ["j k", "zwei Texte: nächster, voriger Fund"],
    ["1 … 9, 0", "zwei Texte: nur eine Art, alle"],
  ],
  list: "Was gefunden wurde",
  texts: {
    source: ["Der Artikel", "Seine Quelle"],
    versions: ["Frühere Fassung", "Spätere Fassung"],
    outlets: ["Erster Artikel", "Zweiter Artikel"],
  },
  nothing: "Nichts von dieser Art.",
  kinds: {
    altered: "verändert",
    "not-found": "nicht gefunden",
    joined: "zusammengesetzt",
    shortened: "gekürzt",
    "but-for": "wörtlich bis auf",
    verbatim: "wörtlich",
    speaker: "anderer Sprecher",
    near: "ähnlich, ungeprüft",
    headline: "Überschrift",
    number: "Zahl geändert",
    time: "Zeit geändert",
    name: "Name geändert",
    "speaker-changed": "anderer Sprecher",
    unhedged: "nicht mehr abgeschwächt",
    hedged: "abgeschwächt",
    "claim-added": "Aussage neu",
    "claim-dropped": "Aussage gestrichen",
    "claim-reworded": "Aussage umformuliert",
    "claim-moved": "Aussage verschoben",
    "sentence-added": "Satz neu",
    "sentence-dropped": "Satz gestrichen",
    "sentence-reworded": "Satz umformuliert",
    "sentence-moved": "Satz verschoben",
    figures: "Zahlen widersprechen sich",
    both: "Aussage in beiden",
    first: "nur im ersten",
    second: "nur im zweiten",
    copied: "Wort für Wort",
  },
  allowed: {
    "quotation-marks": "Anführungszeichen",
    case: "Großschreibung",
    dashes: "Striche",
    spelling: "Schreibweise",
    fillers: "Füllwörter",
    brackets: "Klammern der Redaktion",
  },
  differences: {
    negation: "Verneinung",
    number: "Zahl",
    contraction: "Kurzform",
    words: "Wortlaut",
    cut: "Ausgelassen",
    brackets: "In Klammern",
  },
  differs: (there, here) =>
    !there ? `„${here}“ wurde eingefügt` : !here ? `„${there}“ fehlt` : `aus „${there}“ wurde „${here}“`,
  there: "In der Quelle",
  earlier: "Früher",
  later: "Später",
  inFirst: "Im ersten",
  inSecond: "Im zweiten",
  saidThere: (name) => `In der Quelle sind das die Worte von ${name}.`,
  near: (words) => `Die ähnlichste Stelle, nicht geprüft: Sie hat ${words} % der tragenden Wörter.`,
  besides: (allowed) => `Nicht als Unterschied gezählt: ${allowed}.`,
  missing: "Keine Stelle der Quelle hat diese Worte.",
  people: {
    both: "Sprechen in beiden",
    first: "Sprechen nur im ersten",
    second: "Sprechen nur im zweiten",
  },
  carried: (kept, lost) =>
    `${kept} ${kept === 1 ? "Korrektur" : "Korrekturen"} in den anderen Text übernommen${lost > 0 ? `; ${lost} nicht, weil die Worte dort andere sind` : ""}.`,
  showIn: (text) => `Zeigen in: ${text}`,
  summary: (found, a, b) => SUMMARIES[found.mode](found, a, b),
});

/** @type {Record<string, (found: Comparison, a: string, b: string) => string>} */
const SUMMARIES = {
  source: ({ quotations }, a, b) => {
    const count = (/** @type {string[]} */ ...verdicts) =>
      quotations.filter(({ verdict }) => verdicts.includes(verdict)).length;
    const all = quotations.length;
    if (all === 0) return "Der Text hat keine Zitate.";
    const same = count("verbatim", "but-for");
    const rest = ["shortened", "joined", "not-found", "altered"]
      .map((verdict) => [count(verdict), de.kinds[verdict]])
      .filter(([n]) => n)
      .map(([n, word]) => `${n} ${word}`);
    const worst = gravest(quotations, a, b);
    const place = worst ? `: ${de.differs(worst.there, worst.here)}` : "";
    return `${same} von ${all} ${all === 1 ? "Zitat ist" : "Zitaten sind"} wörtlich${rest.length > 0 ? `; ${rest.join(", ")}` : ""}${place}.`;
  },
  versions: ({ changes }) => {
    if (changes.length === 0) return "Beide Fassungen sagen dasselbe.";
    const counts = /** @type {Map<string, number>} */ (new Map());
    for (const { what } of changes) counts.set(what, (counts.get(what) ?? 0) + 1);
    const parts = Object.keys(de.kinds).filter((kind) => counts.has(kind));
    const noun = changes.length === 1 ? "Änderung" : "Änderungen";
    return `${changes.length} ${noun}: ${parts.map((kind) => `${counts.get(kind)}-mal ${de.kinds[kind]}`).join(", ")}.`;
  },
  outlets: ({ claims, figures, shares }) => {
    const both = claims.filter(({ a, b }) => a && b).length;
    const [first, second] = [claims.filter(({ b }) => !b).length, claims.filter(({ a }) => !a).length];
    const disagree = figures.length === 1 ? "1 Zahl widerspricht sich" : `${figures.length} Zahlen widersprechen sich`;
    return `Aussagen: ${both} in beiden, ${first} nur im ersten, ${second} nur im zweiten Text; ${disagree}. ${shares?.a ?? 0} % des ersten Textes stehen Wort für Wort im zweiten.`;
  },
};

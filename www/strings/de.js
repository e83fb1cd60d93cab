// Jedes Wort der Oberfläche auf Deutsch, mit denselben Schlüsseln wie en.js.

import { lookup } from "../lookup.js";
import { rules } from "./de.rules.js";
import { shared } from "./de.shared.js";

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n.toLocaleString("de")} ${n === 1 ? one : many}`;
const claims = (/** @type {number} */ n) => count(n, "Aussage", "Aussagen");
const words = (/** @type {number} */ n) => count(n, "Wort", "Wörter");
const sentences = lookup({ ...rules });

/** @type {import("./en.js").Strings} */
export const de = lookup({
  dir: "ltr",
  name: "Deutsch",
  languageLabel: "Sprache",
  themeLabel: "Farben",
  themes: { "": "Farben: auto", light: "Farben: hell", dark: "Farben: dunkel" },
  more: "Mehr …",
  ...shared,

  welcome: "Nachrichtenartikel einfügen",
  welcomeMore:
    "OnRecord markiert in englischen Artikeln, wer was sagt, auf wessen Wort hin und mit welchen Zahlen und Daten. Alles geschieht auf diesem Gerät: Der Text wird nirgendwohin gesendet.",
  textLabel: "Artikeltext",
  textHint:
    "Text hier einfügen oder eintippen, oder eine Datei irgendwo auf der Seite ablegen: .docx, .odt, .txt, .html, .md oder einen gespeicherten Bericht.",
  analyse: "Zeigen, wer was sagt",
  open: "Datei öffnen …",
  samplesTitle: "Oder einen unserer Beispielartikel lesen",
  samplesNote: "Erfundene Nachrichten, für diese Seite geschrieben, und zwei echte Artikel.",
  newArticle: "Neuer Artikel",
  editText: "Text ändern",
  doneEditing: "Markierungen zeigen",
  keysTitle: "Tasten",
  keysButton: "Tastenkürzel",
  close: "Schließen",
  cancel: "Abbrechen",
  dropHere: "Artikel hier ablegen",
  keys: [
    ["j", "nächste Aussage"],
    ["k", "vorige Aussage"],
    ["Eingabe", "vom Artikel zur Karte und zurück"],
    ["n", "nächste Nennung des Gewählten"],
    ["p", "vorige Nennung"],
    ["↑ ↓", "in einer Liste auf und ab"],
    ["1 … 5", "eine Ansicht zeigen"],
    ["/", "in den Ansichten suchen"],
    ["c", "das Gewählte berichtigen"],
    ["x", "das Gewählte verwerfen"],
    ["Strg Z", "eine Berichtigung zurücknehmen"],
    ["Strg Umschalt Z", "sie wiederherstellen"],
    ["a", "die gewählten Worte ergänzen"],
    ["m", "Markierungen der Ansicht, alle, keine"],
    ["e", "den Text ändern"],
    ["Esc", "nichts auswählen"],
    ["?", "diese Liste"],
  ],

  views: {
    article: "Artikel",
    claims: "Wer sagt was",
    entities: "Namen",
    figures: "Zahlen & Zeiten",
    sources: "Quellen",
    unattributed: "Ohne Quelle",
  },
  search: "Suchen",
  searchLabel: "In dieser Ansicht suchen",
  nothingFound: (words) => `Hier kommt „${words}“ nicht vor.`,

  legendLabel: "Im Artikel markiert",
  marks: { all: "Alle", none: "Keine" },
  marksTitle: "Marken:",
  marksLabel: { all: "Alle Markierungen", none: "Keine Markierungen" },
  filterHint: (kind, on) => `${kind} ${on ? "verbergen" : "zeigen"}`,

  added: "Von Hand ergänzt",
  addedWhy: "Von Hand zu diesem Artikel ergänzt.",
  addBar: "Ergänzen:",
  addTitle: "Übersehenes ergänzen",
  addHint: "Es kommt in jede Tabelle und Datei, als von Hand ergänzt.",
  addWords: "Worte des Artikels",
  addWhat: "Sie sind",
  addKinds: { c: "eine Aussage", e: "ein Name", q: "eine Zahl", t: "eine Zeit" },
  addMissing: "Diese Worte stehen nicht im Artikel.",
  thoseWhoSpeak: "Wer hier spricht",
  othersNamed: "Andere Genannte",
  explained: {
    direct: "Wörtlich: in Anführungszeichen.",
    indirect: "Sinngemäß: in den Worten des Berichts.",
    mixed: "Teils wörtlich: Worte des Berichts, einige davon in Anführungszeichen.",
  },

  asWritten: (words) => `Im Artikel: „${words}“.`,
  hedged: (words) => `Lässt selbst etwas offen: ${words}.`,
  to: (who) => `Gegenüber: ${who}.`,
  medium: (what) => `Wo: ${what}.`,
  saidOn: (when) => `Gesagt: ${when}.`,
  anonymity: (why) => `Angegebener Grund, keinen Namen zu nennen: „${why}“.`,
  viaUnknown: "Von jemand anderem berichtet.",
  why: "Warum?",
  rule: (rule) => sentences[rule] ?? `Gefunden von der Regel „${rule}“.`,
  precision: (right, judged) => `Wo Menschen es beurteilt haben, traf diese Regel in ${right} von ${judged} Fällen zu.`,
  evidence: (words) => `Entscheidende Worte: ${words}.`,
  citeThrough: (who) => `, berichtet von ${who}`,
  citeQuoted: (who, through, words) => `${who[0].toUpperCase()}${who.slice(1)}${through}: ${words}`,
  citeParaphrase: (who, through, words) => `Nach Angaben von ${who}${through}: ${words}`,
  citeNobody: (words) => `Ohne genannte Quelle: ${words}`,
  cite: "Zitat kopieren",
  citeLabel: (n) => `Zitat kopieren: Aussage ${n}`,
  citation: "Zitat",
  chain: (links) =>
    `${links
      .map(({ who, many }, i) =>
        i < links.length - 1 ? `${who} ${many ? "berichten" : "berichtet"}` : `${who} ${many ? "sagen" : "sagt"}`,
      )
      .join(": ")} …`,
  claimNumber: (n) => `Aussage ${n}`,

  siftTitle: "Filtern und ordnen",
  siftLabel: { source: "Quelle", form: "Worte", stance: "Haltung", order: "Folge" },
  all: "alle",
  bySpeaker: "nach Person",
  asInText: "wie im Text",
  boldLabel: "Weniger Sicheres verbergen",
  boldHint: "Lässt weg, was Regeln fanden, die öfter als in einem von fünf Fällen irren.",
  voiceTitle: "Redeanteile",
  voiceLabel: (first) => `Wörter je Person: ${first.map(([name, share]) => `${name} ${share}`).join(", ")}`,
  voiceWords: (n, quoted, told) =>
    [claims(n), quoted && `${words(quoted)} wörtlich`, told && `${words(told)} sinngemäß`].filter(Boolean).join(" · "),
  sharedClaims: "Gemeinsam mit anderen und dort aufgeführt:",
  namedVoices: "Namentlich",
  unnamedVoices: "Ohne Namen",
  otherVoices: (n) => `${n} andere`,
  wordsQuoted: "Wörter im Zitat",
  wordsTold: "Wörter sinngemäß",
  savePicture: "Als SVG sichern",

  sourcesTitle: "Wer über wen spricht",
  sourcesIntro: "Wer spricht, wer davon berichtet hat und wer in den Worten genannt wird.",
  sourcesLabel: (speakers, outlets, others) =>
    `${count(speakers, "Person spricht", "sprechen")}, ${count(outlets, "berichtet", "berichten")}, ${count(others, "Name", "Namen")} in den Worten; die Liste darunter enthält dasselbe.`,
  sourcesTable: "Quellen",
  sourceColumns: {
    name: "Quelle",
    how: "Genannt?",
    claims: "Aussagen",
    quoted: "Wörter wörtlich",
    told: "Wörter sinngemäß",
    first: "Zuerst in Absatz",
  },
  how: { named: "namentlich", described: "beschrieben", unnamed: "ungenannt", none: "" },
  noteLabels: { role: "Rolle", community: "Gemeinschaft", gender: "Geschlecht" },
  fillIn: "Ausfüllen",
  fillInLabel: (name) => `Ausfüllen, was Sie wissen: ${name}`,
  fillInHint:
    "So, wie die Quelle es sagt. Nichts wird geraten; was Sie schreiben, steht im gesicherten Bericht und in der Tabelle.",
  paragraph: (n) => `Zuerst in Absatz ${n}`,
  copySources: "Tabelle kopieren",
  saveSources: "Als CSV sichern",
  whoSpeaks: "Wer spricht",
  throughWhom: "Berichtet von",
  aboutWhom: "Über",

  correct: "Berichtigen",
  correctLabel: {
    c: (n) => `Berichtigen: Aussage ${n}`,
    e: (name) => `Berichtigen: ${name}`,
    q: (value) => `Berichtigen: Zahl ${value}`,
    t: (value) => `Berichtigen: Zeit ${value}`,
    k: (verdict) => `Berichtigen: ${verdict}`,
  },
  correctTitle: {
    c: "Diese Aussage berichtigen",
    e: "Diesen Eintrag berichtigen",
    q: "Diese Zahl berichtigen",
    t: "Diese Zeit berichtigen",
    k: "Diese Prüfung berichtigen",
  },
  change: "Ändern",
  leave: "Abbrechen",
  dismiss: {
    c: "Entfernen: keine Aussage",
    e: "Entfernen: kein Name",
    q: "Entfernen: keine Zahl",
    t: "Entfernen: keine Zeit",
    k: "Diese Prüfung entfernen",
  },
  nameLabel: "Name",
  kindLabel: "Art",
  mergeLabel: "Dasselbe wie",
  mergeNone: "niemand sonst hier",
  splitLabel: "Nennungen ankreuzen, die nicht hierher gehören",
  splitOwnerLabel: "Sie gehören zu",
  splitNew: "jemand anderem",
  splitNone: "niemandem: keine Nennung",
  splitNameLabel: "Name des anderen",
  splitNameHint: "wie im Text",
  speakerLabel: "Wer spricht",
  somebodyElse: "Jemand anderes …",
  newSpeakerLabel: "Wer",
  formLabel: "Worte",
  attributionLabel: "Quelle",
  stanceLabel: "Haltung",
  asserts: "Behauptung",
  otherStance: "Andere",
  saidLabel: "Der Artikel sagt, dies",
  isSaid: "wurde gesagt",
  isNotSaid: "wurde nicht gesagt",
  valueLabel: "Wert",
  unitLabel: "Einheit",
  dayLabel: "Tag",
  verdictLabel: "Urteil",
  undo: "Rückgängig",
  undoHint: "Strg Z",
  redo: "Wiederholen",
  redoHint: "Strg Umschalt Z",
  corrected: "Berichtigt. Was davon abhängt, hat sich mit geändert.",
  undid: "Zurückgenommen.",
  redid: "Wiederhergestellt.",
  changes: (n) => (n > 0 ? count(n, "Berichtigung", "Berichtigungen") : ""),
  correctionsLost: (n) =>
    `${count(n, "Berichtigung", "Berichtigungen")} beiseitegelegt, unter dem Artikel: Die Worte dazu haben sich geändert.`,
  lostTitle: "Beiseitegelegte Berichtigungen",
  lostHint: "Die Worte, zu denen sie gehörten, sind fort. Mit den Worten kommen sie zurück.",
  textBefore: "Zurück zum Text vor der Änderung",
  opNames: {
    merge: "Zusammengelegt",
    split: "Getrennt",
    rename: "Umbenannt",
    retype: "Art geändert",
    relabel: "Geändert",
    speaker: "Andere Person",
    dismiss: "Entfernt",
    add: "Ergänzt",
    note: "Ausgefüllt",
  },
  leaveTitle: (n) => `${count(n, "Berichtigung ist", "Berichtigungen sind")} nicht gesichert`,
  leaveHint:
    "Mit dem gesicherten Bericht geht es später weiter. Ohne ihn führt „Zurück zu …“ dorthin, bis diese Seite geschlossen wird.",
  leaveSaving: "Bericht sichern",
  leaveWithout: "Ohne Sichern weiter",
  backTo: (headline) => `Zurück zu „${headline}“`,
  keepTitle: "Auf diesem Gerät",
  keepSettings: "Sprache und Farben merken",
  keepArticle: "Diesen Artikel mit Berichtigungen aufheben, bis Sie wiederkommen",
  keepHint:
    "Im eigenen Speicher dieses Browsers für diese Seite (IndexedDB). Nichts wird gesendet; wer diesen Browser benutzt, kann es öffnen.",
  keptHere: "Auf diesem Gerät aufgehoben:",
  goOn: (headline) => `Weiter mit „${headline}“`,
  forget: "Aufgehobenes löschen",
  forgotten: "Von diesem Gerät gelöscht.",

  claimNote: (n, who, form) => `Aussage ${n}: ${who}, ${form.toLowerCase()}`,
  negatedNote: "nicht gesagt",
  claimsNone: "Keine Aussage in diesem Text ist an jemanden gebunden.",
  claimsSummary: (n, sources, unnamed, nobody) =>
    [
      `${claims(n)}, ${count(sources, "Quelle", "Quellen")}`,
      unnamed && `${unnamed} davon ungenannt`,
      nobody && `bei ${claims(nobody)} ist niemand genannt`,
    ]
      .filter(Boolean)
      .join(", ") + ".",

  entitiesNone: "Keine Namen gefunden.",
  claimsOf: claims,
  says: (n) => `Aussagen (${n})`,
  saidAbout: "In Aussagen anderer genannt",
  nothingSaid: "In keiner Aussage anderer.",
  allMentions: (n) => `Alle Nennungen (${n})`,
  nextMention: "Nächste Nennung",
  nextMentionLabel: (name) => `Nächste Nennung: ${name}`,
  official: (word) => `Der Artikel selbst nennt es „${word}“.`,

  numbersTitle: "Zahlen",
  numbersNone: "Keine Zahlen gefunden.",
  timesTitle: "Zeiten",
  timesNone: "Keine Daten oder Zeiten gefunden.",
  timelineTitle: "Zeitleiste",
  timelineLabel: (n) => `Zeitleiste mit ${count(n, "Zeitpunkt", "Zeitpunkten")}`,
  publishedMark: "erschienen",
  of: (what) => `von ${what}`,
  up: "Anstieg",
  down: "Rückgang",
  restates: (other) => `dasselbe wie ${other}`,
  converted: (value) => `das sind ${value}`,
  sortBy: { size: "Größte zuerst", date: "Nach Datum" },
  copyTable: "Als CSV kopieren",

  checksTitle: "Gehen die Zahlen auf?",
  checksNone: "Nichts in diesem Text lässt sich nachrechnen.",
  agrees: "Geht auf",
  differs: "Geht nicht auf",
  computed: (value) => `nachgerechnet: ${value}`,
  magnitude: "Nur die Größenordnung wurde beurteilt.",

  remainders: (n) => `${count(n, "kurzer Rest", "kurze Reste")} zwischen den Aussagen`,
  unattributedNone: "Jeder Satz ist an eine Quelle gebunden.",
  unattributedShare: (share) => `${share} der Wörter.`,
  unattributedIntro:
    "Ohne Quelle: Der Artikel nennt für diese Sätze keine. Das ist kein Fehler: Hier kann man fragen, woher es bekannt ist.",

  publishedLabel: "Erschienen",
  published: {
    reader: "Datum von Ihnen.",
    page: "Datum von der Seite selbst.",
    sample: "Datum vom Beispiel.",
    saved: "Datum wie gespeichert.",
    dateline: "Datum aus den ersten Zeilen.",
    none: "Erscheinungstag unbekannt: Mit ihm werden Tage wie „Wednesday“ zum Datum.",
  },

  working: "Liest …",
  done: (n) => `${words(n)} auf diesem Gerät gelesen.`,

  otherLanguage: "Dieser Text scheint nicht englisch zu sein. OnRecord liest bisher nur Englisch; nichts ist markiert.",
  isUrl: "Das ist eine Adresse. Bitte den Text des Artikels einfügen: Es wird nichts abgerufen.",
  isBinary: (name) =>
    `${name} ist keine Textdatei. Bitte eine .docx-, .odt-, .txt- oder .html-Datei öffnen oder den Text einfügen.`,
  isDocument: (name) =>
    `${name} lässt sich hier nicht öffnen. Bitte im eigenen Programm öffnen, alles auswählen (Strg A), kopieren (Strg C) und hier einfügen (Strg V).`,
  leftOut: (deletions, comments, notes) => {
    const parts = [
      deletions && `${count(deletions, "Löschung", "Löschungen")} weggelassen, Einfügungen behalten`,
      comments && `${count(comments, "Kommentar", "Kommentare")} weggelassen`,
      notes && `${count(notes, "Anmerkung", "Anmerkungen")} unter dem Artikel beiseitegelegt`,
    ].filter(Boolean);
    return parts.length > 0 ? `Aus dem Dokument: ${parts.join("; ")}.` : "";
  },
  severalArticles: (n) => `Das sieht nach ${n} Artikeln aus. Welcher soll gelesen werden?`,
  asOne: "Alle als einer",
  asideTitle: "Beiseitegelegt",
  asideNote:
    "Diese Zeilen sehen nicht nach dem Artikel aus und wurden nicht gelesen. Nichts geht verloren: Was dazugehört, lässt sich zurücklegen.",
  asideReason: {
    advertisement: "Werbung",
    related: "Verweis",
    sharing: "Teilen und Zähler",
    newsletter: "Newsletter oder Abo",
    caption: "Bildzeile",
    site: "zur Website",
    beside: "stand neben dem Artikel",
    post: "eingebetteter Beitrag",
    note: "Anmerkung",
  },
  putBack: "Zurücklegen",
  putBackLabel: (words) => `Zurücklegen: ${words}`,
  notesTitle: "Annotationen aus einer Datei",
  notesSummary: (anchored, ambiguous, orphaned) =>
    `${anchored} verankert, ${ambiguous} mehrdeutig, ${orphaned} verwaist.`,
  noteState: {
    anchored: "verankert",
    ambiguous: "mehrdeutig: Diese Worte stehen hier mehrmals oder in anderer Umgebung",
    orphaned: "verwaist: Diese Worte stehen nicht im Text",
  },
  notesFirst: "Das sind Annotationen. Bitte zuerst den Artikel öffnen, dann die Annotationen dazu.",
  isEmpty: "Darin ist kein Text.",
  noArticle: (name) => `In ${name} wurde kein Text gefunden.`,
  errors: {
    CSP_WASM:
      "Die Sicherheitsregeln dieser Seite verbieten WebAssembly; die Analyse kann nicht starten. Wer die Seite betreibt, kann es mit script-src 'wasm-unsafe-eval' erlauben.",
    WASM_LOAD: "Die Analyse ließ sich nicht laden. Bitte die Seite neu laden oder einen neueren Browser nehmen.",
    TOO_LARGE: "Dieser Text ist zu lang.",
    TIMEOUT: "Die Analyse dauerte zu lange und wurde angehalten. Sie wurde neu gestartet.",
    PANIC:
      "Die Analyse ist an diesem Text gescheitert. Das ist unser Fehler. Sie wurde neu gestartet, andere Texte gehen; der Text ist noch da.",
  },

  saveButton: "Sichern oder kopieren …",
  saveTitle: "Sichern oder kopieren",
  saveNote: "Dateien entstehen auf diesem Gerät und gehen nur dorthin, wo Sie sie ablegen.",
  save: "Sichern",
  copy: "Kopieren",
  copied: (what) => `${what}: kopiert.`,
  copyFailed: "Der Browser hat das Kopieren nicht erlaubt. Bitte die Datei sichern.",
  correctedBy: (n) => `Mit ${count(n, "Berichtigung", "Berichtigungen")} von Hand.`,
  yes: "ja",
  columns: {
    sources:
      "Quelle,Rolle im Artikel,Wie genannt,Aussagen,Wörter wörtlich,Wörter sinngemäß,Zuerst in Absatz,Rolle,Gemeinschaft,Geschlecht".split(
        ",",
      ),
    claims:
      "Aussage,Wer spricht,Worte,Form,Quelle ist,Im Artikel genannt,Verb,Gegenüber,Wo,Gesagt,Berichtet von,Haltung,Nicht gesagt,Lässt offen,Von Hand ergänzt,Anfang,Ende".split(
        ",",
      ),
    entities: "Eintrag,Name,Art,Rollen,Nennungen,Aussagen,Land,Staatlich genannt".split(","),
    quantities: "Zahl,Worte,Art,Wert,Von,Bis,Teile,Einheit,Ungefähr,Wovon,Änderung,Dasselbe wie,Anfang,Ende".split(","),
    times: "Zeit,Worte,Art,Wert,Von,Bis,Woher bekannt,Anfang,Ende".split(","),
  },
  refused: {
    none: (name) => `${name} ist kein hier gespeicherter Bericht.`,
    later: (name, where) =>
      `${name} stammt von einer anderen Version, deren Berichte (${where}) diese nicht lesen kann.`,
    fault: (name, where) =>
      `${name} ist nicht mehr der Bericht, der gespeichert wurde: Bei ${where} stimmt etwas nicht.`,
    much: (name, where) =>
      `${name} wird nicht gezeigt: Darin ist mehr, als eine Seite zeichnen kann${where && ` (${where})`}.`,
  },
  staleReport: "Der gespeicherte Text ist nicht der analysierte: Der Bericht wurde neu erstellt.",
});

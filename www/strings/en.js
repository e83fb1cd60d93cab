// Every word of the interface, in English. Another language is a file beside this one with the same keys.

import { lookup } from "../lookup.js";
import { labels } from "./en.labels.js";
import { rules } from "./en.rules.js";

/** @param {number} n @param {string} one @param {string} [many] */
const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
const sentences = lookup({ ...rules });

export const en = lookup({
  lang: "en",
  dir: "ltr",
  name: "English",
  languageLabel: "Language",
  ...labels,

  welcome: "Paste a news article",
  welcomeMore:
    "OnRecord marks who says what in it, on whose word, and with which numbers and dates. It works on this device: the text is not sent anywhere.",
  textLabel: "Article text",
  textHint:
    "Paste or type the text here, or drop a file anywhere on the page: .txt, .html, .md, or a report saved earlier.",
  analyse: "Show who says what",
  open: "Open a file …",
  samplesTitle: "Or read one of our sample articles",
  samplesNote: "Invented news, written for this page.",
  newArticle: "New article",
  editText: "Edit text",
  doneEditing: "Show marks",
  keysTitle: "Keys",
  keysButton: "Keyboard keys",
  close: "Close",
  cancel: "Cancel",
  dropHere: "Drop the article here",
  keys: /** @type {[string, string][]} */ ([
    ["j", "next claim"],
    ["k", "previous claim"],
    ["Enter", "from the article to the card, and back"],
    ["n", "next mention of what is selected"],
    ["p", "previous mention"],
    ["↑ ↓", "up and down a list"],
    ["1 … 5", "show a view"],
    ["/", "search in the views"],
    ["c", "correct what is selected"],
    ["x", "dismiss what is selected"],
    ["Ctrl Z", "take a correction back"],
    ["Ctrl Shift Z", "make it again"],
    ["e", "edit the text"],
    ["Esc", "select nothing"],
    ["?", "this list"],
  ]),

  views: {
    article: "Article",
    claims: "Who says what",
    entities: "Entities",
    figures: "Numbers & times",
    sources: "Sources",
    unattributed: "Unattributed",
  },
  viewsLabel: "Views",
  search: "Search",
  searchLabel: "Search in this view",
  nothingFound: (/** @type {string} */ words) => `Nothing here has “${words}” in it.`,

  legendLabel: "Marked in the article",
  filterHint: (/** @type {string} */ kind, /** @type {boolean} */ on) =>
    `${on ? "Hide" : "Show"} ${kind.toLowerCase()}`,

  nobody: "Nobody named",
  unknownSpeaker: "Speaker not found",
  asWritten: (/** @type {string} */ words) => `In the article: “${words}”.`,
  declined: "Declined to comment.",
  negated: "The article says that this was not said.",
  hedged: "The words themselves leave room: could, may, reportedly.",
  to: (/** @type {string} */ who) => `To ${who}.`,
  medium: (/** @type {string} */ what) => `In ${what}.`,
  saidOn: (/** @type {string} */ when) => `Said ${when}.`,
  anonymity: (/** @type {string} */ why) => `Stated reason for no name: “${why}”.`,
  via: (/** @type {string} */ who) => `As reported by ${who}.`,
  viaUnknown: "As reported by somebody else.",
  why: "Why?",
  rule: (/** @type {string} */ rule) => sentences[rule] ?? `Found by the rule “${rule}”.`,
  precision: (/** @type {string} */ right, /** @type {string} */ judged) =>
    `Where people judged it, this rule was right ${right} times in ${judged}.`,
  evidence: (/** @type {string} */ words) => `The words that decided: ${words}.`,
  cite: "Copy citation",
  citeLabel: (/** @type {string} */ n) => `Copy citation of claim ${n}`,
  citation: "Citation",
  reportedBy: (/** @type {string} */ who) => `As told by ${who}`,
  chain: (/** @type {{ who: string, many: boolean }[]} */ links) =>
    `${links
      .map(
        ({ who, many }, i) => `${who} ${i < links.length - 1 ? (many ? "report" : "reports") : many ? "say" : "says"}`,
      )
      .join(" that ")} …`,
  claimNumber: (/** @type {string} */ n) => `claim ${n}`,

  siftTitle: "Which claims are shown",
  siftLabel: /** @type {Record<string, string>} */ ({
    source: "Source",
    form: "Words",
    stance: "Stance",
    order: "Order",
  }),
  all: "all",
  bySpeaker: "by speaker",
  asInText: "as in the text",
  boldLabel: "Hide bold guesses",
  boldHint: "Leaves out what was found by rules that err more often than one time in five.",
  voiceTitle: "Share of voice",
  voiceLabel: (/** @type {[string, string][]} */ first) =>
    `Words by speaker: ${first.map(([name, share]) => `${name} ${share}`).join(", ")}`,
  voiceWords: (/** @type {number} */ claims, /** @type {number} */ quoted, /** @type {number} */ told) =>
    [count(claims, "claim"), quoted && `${count(quoted, "word")} quoted`, told && `${count(told, "word")} paraphrased`]
      .filter(Boolean)
      .join(" · "),
  sharedClaims: (/** @type {number} */ n) => `${count(n, "claim")} more, together with others: see there.`,
  namedVoices: "Named",
  unnamedVoices: "Without a name",
  otherVoices: (/** @type {number} */ n) => `${n} others`,
  wordsQuoted: "words quoted",
  wordsTold: "words paraphrased",
  savePicture: "Save as SVG",

  sourcesTitle: "Who speaks about whom",
  sourcesIntro: "Who is said to have spoken, through whom the article has it, and who is named in those words.",
  sourcesLabel: (/** @type {number} */ speakers, /** @type {number} */ outlets, /** @type {number} */ others) =>
    `${count(speakers, "speaker")}, ${count(outlets, "go-between")}, ${count(others, "name")} spoken about; the table below has the same.`,
  sourcesTable: "Sources as a table",
  whoSpeaks: "Who speaks",
  throughWhom: "Through whom",
  aboutWhom: "About whom",

  correct: "Correct",
  correctLabel: /** @type {Record<string, (what: string) => string>} */ ({
    c: (n) => `Correct claim ${n}`,
    e: (name) => `Correct ${name}`,
    q: (value) => `Correct the number ${value}`,
    t: (value) => `Correct the time ${value}`,
    k: (verdict) => `Correct the verdict: ${verdict}`,
  }),
  correctTitle: /** @type {Record<string, string>} */ ({
    c: "Correct this claim",
    e: "Correct this entry",
    q: "Correct this number",
    t: "Correct this time",
    k: "Correct this check",
  }),
  change: "Change",
  leave: "Leave it",
  dismiss: /** @type {Record<string, string>} */ ({
    c: "This is no claim",
    e: "This is no name",
    q: "This is no number",
    t: "This is no time",
    k: "Dismiss this check",
  }),
  nameLabel: "Name",
  kindLabel: "Kind",
  mergeLabel: "The same as",
  mergeNone: "nobody else here",
  splitLabel: "Tick the mentions that do not belong here",
  splitOwnerLabel: "They belong to",
  splitNew: "somebody else",
  splitNone: "nobody: they are no mention",
  splitNameLabel: "Name of the other",
  splitNameHint: "as in the text",
  speakerLabel: "Speaker",
  somebodyElse: "Somebody else …",
  newSpeakerLabel: "Who",
  formLabel: "Words",
  attributionLabel: "Source",
  stanceLabel: "Stance",
  asserts: "Assertion",
  otherStance: "Other",
  saidLabel: "The article says that this",
  isSaid: "was said",
  isNotSaid: "was not said",
  valueLabel: "Value",
  unitLabel: "Unit",
  dayLabel: "Day",
  verdictLabel: "Verdict",
  undo: "Undo",
  undoHint: "Ctrl Z",
  redo: "Redo",
  redoHint: "Ctrl Shift Z",
  corrected: "Corrected. What depends on it has changed too.",
  undid: "Taken back.",
  redid: "Made again.",
  changes: (/** @type {number} */ n) => (n > 0 ? count(n, "correction") : ""),
  correctionsLost: (/** @type {number} */ n) =>
    `${count(n, "correction")} set aside: the words that they belonged to have changed.`,

  and: (/** @type {string[]} */ names) => new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  claimNote: (/** @type {number} */ n, /** @type {string} */ who, /** @type {string} */ form) =>
    `claim ${n}: ${who}, ${form.toLowerCase()}`,
  negatedNote: "not said",
  claimsNone: "No statement in this text is tied to a speaker.",
  claimsSummary: (/** @type {number} */ claims, /** @type {number} */ speakers, /** @type {number} */ unnamed) =>
    `${count(claims, "claim")} by ${count(speakers, "speaker")}${unnamed ? `, ${unnamed} without a name` : ""}.`,

  entitiesNone: "No names were found.",
  mentions: (/** @type {number} */ n) => count(n, "mention"),
  claimsOf: (/** @type {number} */ n) => count(n, "claim"),
  says: (/** @type {number} */ n) => `What it says (${n})`,
  saidAbout: "What is said about it",
  nothingSaid: "Nothing that anybody is said to have said.",
  allMentions: (/** @type {number} */ n) => `All mentions (${n})`,
  nextMention: "Next mention",
  nextMentionLabel: (/** @type {string} */ name) => `Next mention of ${name}`,
  roleOf: (/** @type {string} */ role, /** @type {string} */ owner) => `${role} (of ${owner})`,
  official: (/** @type {string} */ word) => `The article itself calls it “${word}”.`,

  numbersTitle: "Numbers",
  numbersNone: "No numbers were found.",
  timesTitle: "Times",
  timesNone: "No dates or times were found.",
  timelineTitle: "Timeline",
  timelineLabel: (/** @type {number} */ n) => `Timeline of ${count(n, "dated time")}`,
  publishedMark: "published",
  written: (/** @type {string} */ words) => `“${words}”`,
  of: (/** @type {string} */ what) => `of ${what}`,
  about: (/** @type {string} */ value) => `about ${value}`,
  atLeast: (/** @type {string} */ value) => `${value} or more`,
  atMost: (/** @type {string} */ value) => `up to ${value}`,
  up: "rise",
  down: "fall",
  restates: (/** @type {string} */ other) => `the same as ${other}`,
  converted: (/** @type {string} */ value) => `that is ${value}`,
  sortBy: /** @type {Record<string, string>} */ ({ size: "Largest first", date: "By date" }),
  copyTable: /** @type {Record<string, string>} */ ({ numbers: "Copy as CSV", times: "Copy as CSV" }),
  units: /** @type {Record<string, string>} */ ({ t: "tonnes", bbl: "barrels" }),
  percentagePoints: (/** @type {string} */ value) => `${value} percentage points`,

  checksTitle: "Do the figures add up?",
  checksNone: "Nothing in this text can be recomputed.",
  agrees: "Adds up",
  differs: "Does not add up",
  computed: (/** @type {string} */ value) => `recomputed: ${value}`,
  magnitude: "Only the order of magnitude was judged.",

  remainders: (/** @type {number} */ n) => `${count(n, "short remainder")} between the claims`,
  unattributedNone: "Every sentence is tied to a source.",
  unattributedShare: (/** @type {string} */ share) => `${share} of the words.`,
  unattributedIntro:
    "These words stand on nobody’s word but the writer’s. That is not a fault: it is where a reader may ask how the writer knows.",

  publishedLabel: "Published",
  published: /** @type {Record<string, string>} */ ({
    reader: "as you gave it",
    page: "read from the page itself",
    sample: "given with the sample",
    saved: "as it was saved",
    dateline: "read from the dateline",
    none: "Publication date not known: days such as “Wednesday” are left unresolved.",
  }),

  working: "Reading …",
  done: (/** @type {number} */ words, /** @type {string} */ ms) =>
    `${count(words, "word")} read in ${ms} milliseconds on this device.`,

  otherLanguage: "This text does not seem to be English. OnRecord reads English only so far, so nothing is marked.",
  isUrl: "That is an address. Paste the text of the article instead: nothing is fetched.",
  isBinary: (/** @type {string} */ name) => `${name} is not a text file. Open a .txt or .html file, or paste the text.`,
  isDocument: (/** @type {string} */ name) =>
    `${name} cannot be opened here. Open it where it was made, copy its text and paste it here.`,
  asideTitle: "Set aside",
  asideNote:
    "These lines do not look like part of the article, so they were not read. Nothing is lost: put back what belongs to it.",
  asideReason: /** @type {Record<string, string>} */ ({
    advertisement: "advertisement",
    related: "related link",
    sharing: "sharing and counts",
    newsletter: "newsletter or subscription",
    caption: "caption or credit",
    site: "about the site",
    beside: "stood beside the article",
  }),
  putBack: "Put back",
  putBackLabel: (/** @type {string} */ words) => `Put back: ${words}`,
  notesTitle: "Annotations from a file",
  notesSummary: (/** @type {number} */ anchored, /** @type {number} */ ambiguous, /** @type {number} */ orphaned) =>
    `${anchored} anchored, ${ambiguous} ambiguous, ${orphaned} orphaned.`,
  noteState: /** @type {Record<string, string>} */ ({
    anchored: "anchored",
    ambiguous: "ambiguous: these words stand here more than once, or in other surroundings",
    orphaned: "orphaned: these words are not in the text",
  }),
  notesFirst: "These are annotations. Open the article first, then the annotations to it.",
  isEmpty: "There is no text in it.",
  noArticle: (/** @type {string} */ name) => `No text was found in ${name}.`,
  errors: /** @type {Record<string, string>} */ ({
    CSP_WASM:
      "The security policy of this page forbids WebAssembly, so the analyser cannot start. Its owner can allow it with script-src 'wasm-unsafe-eval'.",
    WASM_LOAD: "The analyser could not be loaded. Load the page again, or try a newer browser.",
    TOO_LARGE: "This text is too long.",
    TIMEOUT: "The analysis took too long and was stopped. The analyser was started afresh.",
    PANIC:
      "The analyser broke on this text. That is our fault. It was started afresh, and other texts will work; the text is still here.",
  }),

  saveButton: "Save or copy …",
  saveTitle: "Take it away",
  saveNote: "Files are made on this device and go nowhere but where you put them.",
  save: "Save",
  copy: "Copy",
  copied: (/** @type {string} */ what) => `${what}: copied.`,
  copyFailed: "The browser did not allow copying. Save the file instead.",
  exports: /** @type {Record<string, string>} */ ({
    html: "Marked article, as a web page",
    markdown: "Notes, as Markdown",
    claims: "Table of claims (CSV)",
    entities: "Table of names (CSV)",
    quantities: "Table of numbers (CSV)",
    times: "Table of times (CSV)",
    json: "Everything, to go on with later (JSON)",
    w3c: "W3C web annotations (JSON-LD)",
  }),
  madeBy: (/** @type {string} */ engine) => `Marked by ${engine}. Marks are made by rules and small models that err.`,
  /** Why a file with a report is not shown. `where` is a place in it: "claims.3.form". */
  refused: {
    none: (/** @type {string} */ name) => `${name} is not a report that was saved here.`,
    later: (/** @type {string} */ name) => `${name} was saved by another version.`,
    fault: (/** @type {string} */ name, where = "") => `${name} is damaged: at ${where}.`,
    much: (/** @type {string} */ name) => `${name} holds more than a page can show.`,
  },
  staleReport: "The saved text is not the text that was analysed: the report was made afresh.",
});

/** @typedef {typeof en} Strings */

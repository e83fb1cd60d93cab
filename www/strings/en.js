// Every word of the interface, in English. Another language is a file beside this one with the same keys.

import { lookup } from "../lookup.js";
import { rules } from "./en.rules.js";
import { shared } from "./en.shared.js";

/** @param {number} n @param {string} one @param {string} [many] */
const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
const sentences = lookup({ ...rules });

export const en = lookup({
  dir: "ltr",
  name: "English",
  languageLabel: "Language",
  themeLabel: "Theme",
  themes: /** @type {Record<string, string>} */ ({ "": "Theme: auto", light: "Theme: light", dark: "Theme: dark" }),
  more: "More …",
  ...shared,

  welcome: "Paste a news article",
  welcomeMore:
    "OnRecord marks who says what in it, on whose word, and with which numbers and dates. The text stays on this device.",
  textLabel: "Article text",
  textHint: "Paste or type the text, or drop a file anywhere: .docx, .odt, .txt, .html, .md, or a saved report.",
  analyse: "Show who says what",
  open: "Open a file …",
  samplesTitle: "Or read one of our sample articles",
  samplesNote: "Invented news, written for this page, and two real articles.",
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
    ["Ctrl Z", "undo a correction"],
    ["Ctrl Shift Z", "redo it"],
    ["a", "add the selected words"],
    ["m", "marks of this view, all marks, none"],
    ["e", "edit the text"],
    ["Esc", "select nothing"],
    ["?", "this list"],
  ]),

  views: {
    article: "Article",
    claims: "Who says what",
    entities: "Names",
    figures: "Numbers & times",
    sources: "Sources",
    unattributed: "Unattributed",
  },
  search: "Search",
  searchLabel: "Search in this view",
  nothingFound: (/** @type {string} */ words) => `Nothing here has “${words}” in it.`,

  legendLabel: "Marked in the article",
  marks: /** @type {Record<string, string>} */ ({ all: "All", none: "None" }),
  marksTitle: "Marks:",
  marksLabel: /** @type {Record<string, string>} */ ({ all: "All marks", none: "No marks" }),
  filterHint: (/** @type {string} */ kind, /** @type {boolean} */ on) =>
    `${on ? "Hide" : "Show"} ${kind.toLowerCase()}`,

  added: "Added by hand",
  addedWhy: "A reader of this article added it.",
  addTo: "Add",
  addBar: "Add as",
  addTitle: "Add what was missed",
  addHint: "It goes into every table and file, as added by hand.",
  addWords: "Words of the article",
  addWhat: "They are",
  addKinds: /** @type {Record<string, string>} */ ({ c: "a claim", e: "a name", q: "a number", t: "a time" }),
  addMissing: "These words are not in the article.",
  thoseWhoSpeak: "Who speak in this article",
  othersNamed: "Others it names",
  explained: /** @type {Record<string, string>} */ ({
    direct: "Quoted: the speaker’s words, in quotation marks.",
    indirect: "Paraphrased: in the reporter’s words, not the speaker’s.",
    mixed: "Partly quoted: the reporter’s words, some of the speaker’s in marks.",
  }),

  asWritten: (/** @type {string} */ words) => `In the article: “${words}”.`,
  hedged: (/** @type {string} */ words) => `Hedged in its own words: ${words}.`,
  to: (/** @type {string} */ who) => `To ${who}.`,
  medium: (/** @type {string} */ what) => `In ${what}.`,
  saidOn: (/** @type {string} */ when) => `Said ${when}.`,
  anonymity: (/** @type {string} */ why) => `Stated reason for no name: “${why}”.`,
  viaUnknown: "As reported by somebody else.",
  why: "Why?",
  rule: (/** @type {string} */ rule) => sentences[rule] ?? `Found by the rule “${rule}”.`,
  precision: (/** @type {string} */ right, /** @type {string} */ judged) =>
    `Where people judged it, this rule was right ${right} times in ${judged}.`,
  evidence: (/** @type {string} */ words) => `The words that decided: ${words}.`,
  citeThrough: (/** @type {string} */ who) => `, as reported by ${who}`,
  citeQuoted: (/** @type {string} */ who, /** @type {string} */ through, /** @type {string} */ words) =>
    `${who[0].toUpperCase()}${who.slice(1)}${through}: ${words}`,
  citeParaphrase: (/** @type {string} */ who, /** @type {string} */ through, /** @type {string} */ words) =>
    `According to ${who}${through}: ${words}`,
  citeNobody: (/** @type {string} */ words) => `Without a named source: ${words}`,
  cite: "Copy citation",
  citeLabel: (/** @type {string} */ n) => `Copy citation of claim ${n}`,
  citation: "Citation",
  chain: (/** @type {{ who: string, many: boolean }[]} */ links) =>
    `${links
      .map(
        ({ who, many }, i) => `${who} ${i < links.length - 1 ? (many ? "report" : "reports") : many ? "say" : "says"}`,
      )
      .join(" that ")} …`,
  claimNumber: (/** @type {string} */ n) => `claim ${n}`,

  siftTitle: "Filter and sort",
  siftLabel: /** @type {Record<string, string>} */ ({
    source: "Source",
    form: "Words",
    stance: "Stance",
    order: "Order",
  }),
  all: "all",
  bySpeaker: "by speaker",
  asInText: "as in the text",
  boldLabel: "Hide less certain claims",
  boldHint: "Leaves out what rules found that err more than one time in five.",
  voiceTitle: "Share of voice",
  voiceLabel: (/** @type {[string, string][]} */ first) =>
    `Words by speaker: ${first.map(([name, share]) => `${name} ${share}`).join(", ")}`,
  voiceWords: (/** @type {number} */ claims, /** @type {number} */ quoted, /** @type {number} */ told) =>
    [count(claims, "claim"), quoted && `${count(quoted, "word")} quoted`, told && `${count(told, "word")} paraphrased`]
      .filter(Boolean)
      .join(" · "),
  sharedClaims: "Together with others, and listed there:",
  namedVoices: "Named",
  unnamedVoices: "Without a name",
  otherVoices: (/** @type {number} */ n) => `${n} others`,
  wordsQuoted: "words quoted",
  wordsTold: "words paraphrased",
  savePicture: "Save as SVG",

  sourcesTitle: "Who speaks about whom",
  sourcesIntro: "Who speaks, who reported it, and who is named in those words.",
  sourcesLabel: (/** @type {number} */ speakers, /** @type {number} */ outlets, /** @type {number} */ others) =>
    `${count(speakers, "speaker")}, ${count(outlets, "reporter")}, ${count(others, "name")} spoken about; the list below has the same.`,
  sourcesTable: "Sources",
  sourceColumns: /** @type {Record<string, string>} */ ({
    name: "Source",
    how: "Named?",
    claims: "Claims",
    quoted: "Words quoted",
    told: "Words paraphrased",
    first: "First in paragraph",
  }),
  how: /** @type {Record<string, string>} */ ({ named: "named", described: "described", unnamed: "unnamed", none: "" }),
  noteLabels: /** @type {Record<string, string>} */ ({ role: "Role", community: "Community", gender: "Gender" }),
  fillIn: "Fill in",
  fillInLabel: (/** @type {string} */ name) => `Fill in what you know of ${name}`,
  fillInHint: "As the source says it. Nothing is guessed; it travels in the saved report and the table.",
  paragraph: (/** @type {number} */ n) => `First in paragraph ${n}`,
  copySources: "Copy table",
  saveSources: "Save as CSV",
  whoSpeaks: "Who speaks",
  throughWhom: "Reported by",
  aboutWhom: "About",

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
  leave: "Cancel",
  dismiss: /** @type {Record<string, string>} */ ({
    c: "Remove: not a claim",
    e: "Remove: not a name",
    q: "Remove: not a number",
    t: "Remove: not a time",
    k: "Remove this check",
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
  undid: "Undone.",
  redid: "Restored.",
  changes: (/** @type {number} */ n) => (n > 0 ? count(n, "correction") : ""),
  correctionsLost: (/** @type {number} */ n) =>
    `${count(n, "correction")} set aside, below the article: the words it belonged to have changed.`,
  lostTitle: "Corrections set aside",
  lostHint: "Their words are gone; they come back with the words.",
  textBefore: "Go back to the text before the change",
  opNames: /** @type {Record<string, string>} */ ({
    merge: "Joined to another",
    split: "Taken apart",
    rename: "Renamed",
    retype: "Kind changed",
    relabel: "Changed",
    speaker: "Speaker changed",
    dismiss: "Removed",
    add: "Added",
    note: "Filled in",
  }),
  leaveTitle: (/** @type {number} */ n) => `${count(n, "correction")} not saved`,
  leaveHint: "A saved report opens again. Without it, “Back to …” works until this page is closed.",
  leaveSaving: "Save the report",
  leaveWithout: "Go without saving",
  backTo: (/** @type {string} */ headline) => `Back to “${headline}”`,
  keepTitle: "On this device",
  keepSettings: "Remember language and theme",
  keepArticle: "Keep this article and its corrections",
  keepHint: "In this browser’s storage (IndexedDB), sent nowhere; whoever uses this browser can open it.",
  keptHere: "Kept on this device:",
  goOn: (/** @type {string} */ headline) => `Go on with “${headline}”`,
  forget: "Delete what is kept",
  forgotten: "Deleted from this device.",

  claimNote: (/** @type {number} */ n, /** @type {string} */ who, /** @type {string} */ form) =>
    `claim ${n}: ${who}, ${form.toLowerCase()}`,
  negatedNote: "not said",
  claimsNone: "No statement in this text is tied to a speaker.",
  claimsSummary: (
    /** @type {number} */ claims,
    /** @type {number} */ sources,
    /** @type {number} */ unnamed,
    /** @type {number} */ nobody,
  ) =>
    [
      `${count(claims, "claim")}, ${count(sources, "source")}`,
      unnamed && `${unnamed} of them unnamed`,
      nobody && `${count(nobody, "claim")} with nobody named`,
    ]
      .filter(Boolean)
      .join(", ") + ".",

  entitiesNone: "No names were found.",
  claimsOf: (/** @type {number} */ n) => count(n, "claim"),
  says: (/** @type {number} */ n) => `Claims (${n})`,
  saidAbout: "Mentioned in claims of others",
  nothingSaid: "In no claim of anybody else.",
  allMentions: (/** @type {number} */ n) => `All mentions (${n})`,
  nextMention: "Next mention",
  nextMentionLabel: (/** @type {string} */ name) => `Next mention of ${name}`,
  official: (/** @type {string} */ word) => `The article itself calls it “${word}”.`,

  numbersTitle: "Numbers",
  numbersNone: "No numbers were found.",
  timesTitle: "Times",
  timesNone: "No dates or times were found.",
  timelineTitle: "Timeline",
  timelineLabel: (/** @type {number} */ n) => `Timeline of ${count(n, "dated time")}`,
  publishedMark: "published",
  of: (/** @type {string} */ what) => `of ${what}`,
  up: "rise",
  down: "fall",
  restates: (/** @type {string} */ other) => `the same as ${other}`,
  converted: (/** @type {string} */ value) => `that is ${value}`,
  sortBy: /** @type {Record<string, string>} */ ({ size: "Largest first", date: "By date" }),
  copyTable: "Copy as CSV",

  checksTitle: "Do the figures add up?",
  checksNone: "Nothing in this text can be recomputed.",
  agrees: "Adds up",
  differs: "Does not add up",
  computed: (/** @type {string} */ value) => `recomputed: ${value}`,
  magnitude: "Only the order of magnitude was judged.",

  remainders: (/** @type {number} */ n) => `${count(n, "short fragment")} between claims`,
  unattributedNone: "Every sentence is tied to a source.",
  unattributedShare: (/** @type {string} */ share) => `${share} of the words.`,
  unattributedIntro:
    "Unattributed: the article names no source for these sentences. That is no fault: here a reader may ask how the writer knows.",

  publishedLabel: "Published",
  published: /** @type {Record<string, string>} */ ({
    reader: "Date as you gave it.",
    page: "Date read from the page itself.",
    sample: "Date given with the sample.",
    saved: "Date as it was saved.",
    dateline: "Date found in the article’s first lines.",
    none: "Publication date not known: with it, days such as “Wednesday” become dates.",
  }),

  working: "Reading …",
  done: (/** @type {number} */ words) => `${count(words, "word")} read on this device.`,

  otherLanguage: "This text does not seem to be English. OnRecord reads only English so far.",
  isUrl: "That is an address. Paste the text of the article instead: nothing is fetched.",
  isBinary: (/** @type {string} */ name) =>
    `${name} is not a text file. Open a .docx, .odt, .txt or .html file, or paste the text.`,
  isDocument: (/** @type {string} */ name) =>
    `${name} cannot be opened here. Open it in its own program, select all of it (Ctrl A), copy it (Ctrl C) and paste it here (Ctrl V).`,
  leftOut: (/** @type {number} */ deletions, /** @type {number} */ comments, /** @type {number} */ notes) => {
    const parts = [
      deletions && `${count(deletions, "deletion")} left out, insertions kept`,
      comments && `${count(comments, "comment")} left out`,
      notes && `${count(notes, "note")} set aside below the article`,
    ].filter(Boolean);
    return parts.length > 0 ? `From the document: ${parts.join("; ")}.` : "";
  },
  severalArticles: (/** @type {number} */ n) => `This looks like ${n} articles. Which shall be read?`,
  asOne: "All as one",
  asideTitle: "Set aside",
  asideNote: "These lines do not look like the article’s and were not read. Put back what belongs to it.",
  asideReason: /** @type {Record<string, string>} */ ({
    advertisement: "advertisement",
    related: "related link",
    sharing: "sharing and counts",
    newsletter: "newsletter or subscription",
    caption: "caption or credit",
    site: "about the site",
    beside: "stood beside the article",
    post: "embedded post",
    note: "note",
  }),
  putBack: "Put back",
  putBackLabel: (/** @type {string} */ words) => `Put back: ${words}`,
  notesTitle: "Annotations from a file",
  notesSummary: (/** @type {number} */ anchored, /** @type {number} */ ambiguous, /** @type {number} */ orphaned) =>
    `${anchored} anchored, ${ambiguous} ambiguous, ${orphaned} orphaned.`,
  noteState: /** @type {Record<string, string>} */ ({
    anchored: "anchored",
    ambiguous: "ambiguous: these words stand here twice, or in other surroundings",
    orphaned: "orphaned: these words are not in the text",
  }),
  notesFirst: "These are annotations. Open the article first, then the annotations to it.",
  isEmpty: "There is no text in it.",
  noArticle: (/** @type {string} */ name) => `No text was found in ${name}.`,
  errors: /** @type {Record<string, string>} */ ({
    CSP_WASM:
      "The security policy of this page forbids WebAssembly. Its owner can allow it: script-src 'wasm-unsafe-eval'.",
    WASM_LOAD: "The analyser could not be loaded. Load the page again, or try a newer browser.",
    TOO_LARGE: "This text is too long.",
    TIMEOUT: "The analysis took too long and was stopped. The analyser was started afresh.",
    PANIC: "The analyser broke on this text. That is our fault. It was started afresh; the text is still here.",
  }),

  saveButton: "Save or copy …",
  saveTitle: "Save or copy",
  saveNote: "Files are made on this device and go only where you put them.",
  save: "Save",
  copy: "Copy",
  copied: (/** @type {string} */ what) => `${what}: copied.`,
  copyFailed: "The browser did not allow copying. Save the file instead.",
  correctedBy: (/** @type {number} */ n) => `With ${count(n, "correction")} by a reader or editor.`,
  yes: "yes",
  columns: /** @type {Record<string, string[]>} */ ({
    sources:
      "Source,Role in the article,How told,Claims,Words quoted,Words paraphrased,First in paragraph,Role,Community,Gender".split(
        ",",
      ),
    claims:
      "Claim,Speaker,Words,Form,Source is,Called in the article,Verb,To,In,Said,Reported by,Stance,Not said,Hedged,Added by hand,Start,End".split(
        ",",
      ),
    entities: "Entry,Name,Kind,Roles,Mentions,Claims,Country,Called state-run".split(","),
    quantities: "Number,Words,Kind,Value,Low,High,Parts,Unit,Approximate,Of,Change,Same as,Start,End".split(","),
    times: "Time,Words,Kind,Value,From,Until,Known from,Start,End".split(","),
  }),
  /** Why a file with a report is not shown. `where` is a place in it: "claims.3.form". */
  refused: {
    none: (/** @type {string} */ name) => `${name} is not a report that was saved here.`,
    later: (/** @type {string} */ name, where = "") =>
      `${name} was saved by another version, whose reports (${where}) this one cannot read.`,
    fault: (/** @type {string} */ name, where = "") =>
      `${name} is not a report as it was saved: something is wrong at ${where}.`,
    much: (/** @type {string} */ name, where = "") =>
      `${name} is not shown: it holds more than a page can draw${where && ` (${where})`}.`,
  },
  staleReport: "The saved text is not the text that was analysed: the report was made afresh.",
});

/** @typedef {typeof en} Strings */

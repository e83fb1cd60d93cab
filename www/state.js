// What is known while an article is read. Everything on the page is drawn from it.

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./shell.js").View} View */
/** @typedef {import("./report.js").Correction} Correction */
/** @typedef {{ published?: string, outlet?: string, credit?: string, by?: "reader" | "page" | "sample" | "saved" }} Given what is known besides the text, and from whom */
/** @typedef {"empty" | "writing" | "reading"} Phase */
/** @typedef {Pick<State, "text" | "given" | "aside" | "notes" | "corrections" | "undone" | "saved"> & { found: import("./report.js").Report }} Left an article that was left */
/**
 * @typedef {object} Sifting which claims are seen, and in which order things stand
 * @property {string} source an attribution, or "" for all
 * @property {string} form
 * @property {string} stance
 * @property {boolean} bold whether what bold rules found is hidden
 * @property {boolean} open whether the choices are unfolded
 * @property {"speaker" | "text"} order of the claims
 * @property {string} sources order of the table: a column, with "-" before it from the end
 * @property {"text" | "size"} numbers
 * @property {"text" | "date"} times
 */

export class State {
  /** The text as it was analysed or is being written. */
  text = "";
  /** @type {Given} */
  given = {};
  /** The text with its report, once there is one. @type {Reading | undefined} */
  reading;
  /** Lines that came with the text and are not read. @type {import("./boilerplate.js").Aside[]} */
  aside = [];
  /** Annotations to the text, from a file. @type {import("./anchoring.js").Note[]} */
  notes = [];
  /** What the reader put right, in order. @type {Correction[]} */
  corrections = [];
  /** The text to which they were made: with what is typed, each is looked for again. @type {import("./corrections/carry.js").Corrected | undefined} */
  corrected;
  /** Those that belong to words which are gone. @type {Correction[]} */
  lost = [];
  /** The corrections as they were last saved. @type {Correction[] | undefined} */
  saved;
  /** The last article, once another was begun. @type {Left | undefined} */
  left;
  /** The article beside another text, while that is shown. @type {import("./compare/index.js").Compared | undefined} */
  compared;
  /** What the reader lets this device keep. */
  kept = { settings: false, article: false };
  /** An article that was kept on this device. @type {{ article: string, saved: number } | undefined} */
  offered;
  /** What was taken back, the last first. @type {Correction[]} */
  undone = [];
  /** @type {Phase} */
  phase = "empty";
  /** Id of the claim, entity, quantity, time or check that is selected. @type {string | undefined} */
  selected;
  /** @type {View} */
  view = "claims";
  /** @type {Sifting} */
  sifting = {
    source: "",
    form: "",
    stance: "",
    bold: false,
    open: false,
    order: "speaker",
    sources: "first",
    numbers: "text",
    times: "text",
  };
  /** The view whose marks the article has: the one that the reader chose last. @type {View} */
  marked = "claims";
  /** Its marks only, all, or none. @type {"view" | "all" | "none"} */
  marks = "view";
  /** Of these, kinds that the reader hides. @type {Set<string>} */
  hiddenKinds = new Set();
}

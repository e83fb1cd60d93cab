// What is known while an article is read. Everything on the page is drawn from it.

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./shell.js").View} View */
/** @typedef {{ published?: string, outlet?: string, by?: "reader" | "page" | "sample" | "saved" }} Given what is known besides the text, and from whom */
/** @typedef {"empty" | "writing" | "reading"} Phase */

export class State {
  /** The text as it was analysed or is being written. */
  text = "";
  /** @type {Given} */
  given = {};
  /** The text with its report, once there is one. @type {Reading | undefined} */
  reading;
  /** @type {Phase} */
  phase = "empty";
  /** Id of the claim, entity, quantity, time or check that is selected. @type {string | undefined} */
  selected;
  /** @type {View} */
  view = "claims";
  /** Kinds of mark that the legend hides. @type {Set<string>} */
  hiddenKinds = new Set();
}

// The languages of the interface.

import { de } from "./de.js";
import { en } from "./en.js";

/** @type {Record<string, import("./en.js").Strings>} */
export const LANGUAGES = { en, de };

/** The first that the reader prefers, else English. @param {readonly string[]} preferred BCP 47 tags */
export function languageFor(preferred) {
  const tag = preferred.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => Object.hasOwn(LANGUAGES, tag));
  return LANGUAGES[tag ?? "en"];
}

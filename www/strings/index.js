// The languages of the interface. English is always there; others are added before the first element comes to life.

import { lookup } from "../lookup.js";
import { en } from "./en.js";

/** @typedef {import("./en.js").Strings} Strings */
/** @typedef {import("./en.page.js").PageWords} PageWords */
/** @typedef {{ strings: Strings, page: PageWords }} Language */

/** @type {Record<string, Strings>} */
export const LANGUAGES = lookup({ en });

/** The first that the reader prefers, else English. @param {readonly string[]} preferred BCP 47 tags */
export function languageFor(preferred) {
  const tag = preferred.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => Object.hasOwn(LANGUAGES, tag));
  return LANGUAGES[tag ?? "en"];
}

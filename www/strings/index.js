// The languages of the interface. English is always there; others are added before the first element comes to life.

import { lookup } from "../lookup.js";
import { en } from "./en.js";

/** @typedef {import("./en.js").Strings} Strings */
/** @typedef {import("./en.page.js").PageWords} PageWords */
/** @typedef {import("../compare/strings/en.js").Words} ComparedWords */
/** @typedef {import("../privacy/strings/en.js").Words} PrivacyWords */
/** @typedef {{ strings: Strings, page: PageWords, compared: ComparedWords, privacy: PrivacyWords }} Language */

/** @type {Record<string, Strings>} */
export const LANGUAGES = lookup({ en });

/** What the comparison says in them; English comes with it. @type {Record<string, ComparedWords>} */
export const COMPARED = lookup({});

/** What the privacy panel says in them. @type {Record<string, PrivacyWords>} */
export const PRIVACY = lookup({});

/** The first that the reader prefers, else English. @param {readonly string[]} preferred BCP 47 tags */
export function languageFor(preferred) {
  const tag = preferred.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => Object.hasOwn(LANGUAGES, tag));
  return LANGUAGES[tag ?? "en"];
}

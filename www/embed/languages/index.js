// Each language is loaded when it is spoken, and no other.

/** @typedef {{ strings: any, words: import("./en.js").Words, whole: () => Promise<import("../../strings/en.js").Strings> }} Language */

/** @type {Record<string, () => Promise<Language>>} */
const LANGUAGES = { en: () => import("./en.js"), de: () => import("./de.js") };

/** @param {string} lang as `wordsFor` answers */
export const languageOf = (lang) => LANGUAGES[lang]();

// Each language is loaded when it is spoken, and no other.

/** @typedef {{ strings: import("../../strings/en.js").Strings, words: import("./en.js").Words }} Language */

/** @type {Record<string, () => Promise<Language>>} */
const LANGUAGES = { en: () => import("./en.js"), de: () => import("./de.js") };

/** @param {string} lang as `wordsFor` answers */
export const languageOf = (lang) => LANGUAGES[lang]();

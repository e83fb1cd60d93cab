// What the page says around the element, in the element's language.

import { lookup } from "./lookup.js";
import { OnRecord } from "./element.js";
import { COMPARED, LANGUAGES, PRIVACY } from "./strings/index.js";
import { page } from "./strings/en.page.js";

/** @typedef {import("./strings/index.js").PageWords} PageWords */

/** @type {Record<string, PageWords>} */
const PAGES = lookup({ en: page });

/** Another language, for the elements and for the page. @param {import("./strings/index.js").Language} language */
export function addLanguage({ strings, page, compared, privacy }) {
  LANGUAGES[strings.lang] = strings;
  PAGES[strings.lang] = page;
  COMPARED[strings.lang] = compared;
  PRIVACY[strings.lang] = privacy;
}

/** In the language of the page's first element. */
export function pageWords() {
  const element = document.querySelector("on-record");
  return (element instanceof OnRecord && PAGES[element.language]) || page;
}

/** Follows the first element of the page. */
export function followLanguage() {
  const speak = () => {
    const words = pageWords();
    document.documentElement.lang = /** @type {string} */ (Object.keys(PAGES).find((tag) => PAGES[tag] === words));
    document.title = words.title;
    for (const element of document.querySelectorAll("[data-string]")) {
      const key = /** @type {"claim" | "stays" | "errs"} */ (element.getAttribute("data-string"));
      element.textContent = words[key];
    }
  };
  addEventListener("onrecord-language", speak);
  addEventListener("onrecord-phase", (event) => {
    document.body.classList.toggle("reading", /** @type {CustomEvent} */ (event).detail.phase !== "empty");
  });
  addEventListener("onrecord-theme", (event) => {
    document.documentElement.style.colorScheme = /** @type {CustomEvent} */ (event).detail.theme || "light dark";
  });
  speak();
}

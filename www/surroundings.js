// What the page says around the element, in the element's language.

import { OnRecord } from "./element.js";

/** Follows the first element of the page. */
export function followLanguage() {
  addEventListener("onrecord-language", ({ target }) => target instanceof OnRecord && speak(target.language));
  const element = document.querySelector("on-record");
  if (element instanceof OnRecord) speak(element.language);
}

/** @param {string} language */
function speak(language) {
  const { page } = OnRecord.languages[language];
  document.documentElement.lang = language;
  document.title = page.title;
  for (const element of document.querySelectorAll("[data-string]")) {
    element.textContent = page[/** @type {keyof typeof page} */ (element.getAttribute("data-string"))];
  }
}

// The bookmarklet at the page's foot: a button, and what it explains.

import { h } from "../dom.js";
import { en } from "../privacy/strings/en.js";

/** @typedef {import("../privacy/strings/en.js").Words} Words */

/** Speaks the language of the page. @param {string} code of carry.js, with places to fill in @param {Record<string, Words>} languages besides English */
export function addBookmarklet(code, languages) {
  const button = h("button", { class: "privacy-open" });
  const dialog = document.body.appendChild(h("dialog", { class: "privacy bookmarklet" }));
  const speak = () => {
    const { bookmarklet: words } = languages[document.documentElement.lang] ?? en;
    button.textContent = words.open;
    const close = h("button", {}, words.close);
    close.addEventListener("click", () => dialog.close());
    const link = h("a", { href: bookmark(code, words.silent), class: "bookmark" }, words.link);
    dialog.replaceChildren(h("h2", {}, words.title), h("p", {}, words.how, " ", link), h("p", {}, words.what), close);
  };
  speak();
  addEventListener("onrecord-language", speak);
  button.addEventListener("click", () => dialog.showModal());
  document.querySelector(".colophon")?.append(button);
}

/** @param {string} code @param {string} silent what it says where nothing answers */
function bookmark(code, silent) {
  const own = JSON.stringify(new URL("./", document.baseURI).href);
  const filled = code
    .replaceAll('"ONRECORD-ADDRESS"', () => own)
    .replaceAll('"ONRECORD-SENTENCE"', () => JSON.stringify(silent));
  return `javascript:${encodeURIComponent(filled)}`;
}

// The bookmarklet on the page's help, and what becomes of a text that it brings: the reader is asked first.

import { OnRecord } from "../element.js";
import { h } from "../dom.js";
import { pageWords } from "../surroundings.js";
import { setAside } from "../boilerplate.js";

/** What the bookmarklet opens this page with. */
const BROUGHT = "#brought";
/** A longer text is no article. */
const LONGEST = 10_000_000;

/** A button at the page's foot, which explains it. @param {string} code of carry.js, with places to fill in */
export function addBookmarklet(code) {
  const button = h("button", { class: "privacy-open" });
  const dialog = document.body.appendChild(h("dialog", { class: "privacy bookmarklet" }));
  const speak = () => {
    const { bookmarklet: words } = pageWords();
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

/** Tells who opened this page that it is ready, and asks before it reads what comes. */
export function awaitBrought() {
  if (location.hash !== BROUGHT) return;
  const { bookmarklet: words } = pageWords();
  const { opener } = window;
  if (!opener) return say(words.cut, []);
  const hear = (/** @type {MessageEvent} */ { source, origin, data }) => {
    const text = data?.onrecord;
    if (source !== opener || typeof text !== "string") return;
    removeEventListener("message", hear);
    ask(origin, text.slice(0, LONGEST));
  };
  addEventListener("message", hear);
  // There is nothing in it: anybody may hear it.
  opener.postMessage("onrecord: ready", "*");
}

/** @param {string} origin @param {string} text */
function ask(origin, text) {
  const { bookmarklet: words } = pageWords();
  if (!text.trim()) return say(words.empty(origin), []);
  const [take, leave] = [h("button", {}, words.take), h("button", {}, words.leave)];
  const note = say(words.asks(origin, text.length), [take, leave]);
  leave.addEventListener("click", () => note.remove());
  take.addEventListener("click", () => {
    note.remove();
    const element = document.querySelector("on-record");
    if (element instanceof OnRecord) element.take(setAside(text));
  });
  take.focus();
}

/** @param {string} words @param {HTMLElement[]} buttons */
function say(words, buttons) {
  const note = h(
    "div",
    { class: "update brought", role: "alertdialog", "aria-label": words },
    h("p", {}, words),
    h("p", {}, buttons),
  );
  document.body.append(note);
  return note;
}

// What becomes of a text that the bookmarklet brings: the reader is asked first.

import { OnRecord } from "../element.js";
import { h } from "../dom.js";
import { pageWords } from "../surroundings.js";
import { setAside } from "../boilerplate.js";

/** What the bookmarklet opens this page with. */
const BROUGHT = "#brought";
/** A longer text is no article. */
const LONGEST = 10_000_000;

/** Tells who opened this page that it is ready, and asks before it reads what comes. */
export function awaitBrought() {
  if (location.hash !== BROUGHT) return;
  const { brought: words } = pageWords();
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
  const { brought: words } = pageWords();
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

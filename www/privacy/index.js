// The page's foot, in a script of its own: the bookmarklet, and the privacy panel, which says what is promised, plants
// requests to show that the browser keeps the promise, and names what no policy can refuse.

import css from "#privacy-style";
import { h } from "../dom.js";
import { PLANTS, plantAll } from "./plants.js";
import { en } from "./strings/en.js";

export { addBookmarklet } from "../bookmarklet/help.js";

/** @typedef {import("./plants.js").Outcome} Outcome */
/** @typedef {import("./plants.js").Trust} Trust */
/** @typedef {import("./strings/en.js").Words} Words */
/** @typedef {"hosted" | "single" | ((language: string) => string)} Kind of page; another one says by itself how it keeps the promise */

/** Where requests are planted when the page came from no server: a name that cannot exist. */
const NOWHERE = "https://planted.invalid/";

/** Speaks the language of the page. @param {Kind} kind @param {Record<string, Words>} languages besides English @param {Trust} trust */
export function addPrivacy(kind, languages, trust) {
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  const button = h("button", { class: "privacy-open" });
  let dialog = document.body.appendChild(h("dialog"));
  const speak = () => {
    const words = languages[document.documentElement.lang] ?? en;
    button.textContent = words.open;
    const next = privacyDialog(kind, words, trust);
    dialog.replaceWith(next);
    dialog = next;
  };
  speak();
  addEventListener("onrecord-language", speak);
  button.addEventListener("click", () => dialog.showModal());
  document.querySelector(".colophon")?.prepend(button);
}

/** @param {Kind} kind @param {Words} words @param {Trust} trust */
function privacyDialog(kind, words, trust) {
  const rows = new Map(PLANTS.map((plant) => [plant.kind, row(words.kinds[plant.kind], plant.kind)]));
  const verdict = h("p", { class: "verdict", role: "status" });
  const button = h("button", { class: "plant" }, words.plant);
  const close = h("button", { class: "close" }, words.close);
  const how = typeof kind === "function" ? [kind(document.documentElement.lang)] : [words.how, words[kind]];
  const paragraphs = [words.promise, ...how, words.kept, words.try];
  const dialog = h(
    "dialog",
    { class: "privacy", "aria-labelledby": "privacy-title" },
    h("h2", { id: "privacy-title" }, words.title),
    paragraphs.map((sentences) => h("p", {}, sentences)),
    button,
    h("ul", { class: "plants" }, [...rows.values()]),
    verdict,
    h("h3", {}, words.limitsTitle),
    h(
      "ul",
      {},
      words.limits.map((limit) => h("li", {}, limit)),
    ),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  button.addEventListener("click", async () => {
    button.disabled = true;
    verdict.textContent = words.planting;
    judge(verdict, await dialog.plant(), words);
    button.disabled = false;
  });
  const tell = (/** @type {string} */ kind, /** @type {Outcome} */ outcome) =>
    show(rows.get(kind), outcome, words.outcome[outcome]);
  // For whoever wants to listen on a server of their own: `document.querySelector(".privacy").plant(url)`.
  dialog.plant = (/** @type {string} */ url = target()) => plantAll(url, trust, tell);
  return dialog;
}

/** @param {string} name @param {string} kind */
function row(name, kind) {
  return h("li", { "data-kind": kind }, h("span", {}, name), h("span", { class: "outcome" }));
}

/** @param {HTMLElement | undefined} row @param {Outcome} outcome @param {string} words */
function show(row, outcome, words) {
  if (!row?.lastElementChild) return;
  row.dataset.outcome = outcome;
  row.lastElementChild.textContent = words;
}

/** @param {HTMLElement} verdict @param {Record<string, Outcome>} outcomes @param {Words} words */
function judge(verdict, outcomes, words) {
  const found = Object.values(outcomes);
  const sent = found.filter((outcome) => outcome === "sent").length;
  verdict.dataset.sent = String(sent > 0);
  verdict.textContent = sent > 0 ? words.some(sent) : words.all(found.filter((outcome) => outcome !== "absent").length);
}

/** The server that the page came from is the one to which it could most easily send something. */
function target() {
  return /^https?:$/.test(location.protocol) ? new URL("planted", document.baseURI).href : NOWHERE;
}

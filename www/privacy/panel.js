// The privacy panel: says what is promised, plants requests to show that the browser keeps the promise, and names what
// no policy can refuse.

import { h } from "../dom.js";
import { PLANTS, plantAll } from "./plants.js";

/** @typedef {import("./plants.js").Outcome} Outcome */
/** @typedef {import("../strings/en.page.js").PageWords["privacy"]} Words */

/** Where requests are planted when the page came from no server: a name that cannot exist. */
const NOWHERE = "https://planted.invalid/";

/** In the place of what was there in another language. @param {"hosted" | "single"} kind of page @param {Words} words */
export function addPrivacy(kind, words) {
  for (const old of document.querySelectorAll(".privacy-open, dialog.privacy")) old.remove();
  const dialog = privacyDialog(kind, words);
  const button = h("button", { type: "button", class: "privacy-open" }, words.open);
  button.addEventListener("click", () => dialog.showModal());
  document.querySelector(".colophon")?.prepend(button);
  document.body.append(dialog);
}

/** @param {"hosted" | "single"} kind @param {Words} words */
function privacyDialog(kind, words) {
  const rows = new Map(PLANTS.map((plant) => [plant.kind, row(words.kinds[plant.kind], plant.kind)]));
  const verdict = h("p", { class: "verdict", role: "status" });
  const button = h("button", { type: "button", class: "plant" }, words.plant);
  const close = h("button", { type: "button", class: "close" }, words.close);
  const dialog = h(
    "dialog",
    { class: "privacy", "aria-labelledby": "privacy-title" },
    h("h2", { id: "privacy-title" }, words.title),
    [words.promise, words.how, words[kind], words.kept, words.try].map((line) => h("p", {}, line)),
    button,
    h("ul", { class: "plants" }, [...rows.values()]),
    verdict,
    h("h3", {}, words.limitsTitle),
    h(
      "ul",
      {},
      words.limits.map((line) => h("li", {}, line)),
    ),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  button.addEventListener("click", async () => {
    button.disabled = true;
    verdict.textContent = words.planting;
    judge(words, verdict, await dialog.plant());
    button.disabled = false;
  });
  // For whoever wants to listen on a server of their own: `document.querySelector(".privacy").plant(url)`.
  dialog.plant = (/** @type {string} */ url = target()) =>
    plantAll(url, (kind, outcome) => show(words, rows.get(kind), outcome));
  return dialog;
}

/** @param {string} name @param {string} kind */
function row(name, kind) {
  return h("li", { "data-kind": kind }, h("span", {}, name), h("span", { class: "outcome" }));
}

/** @param {Words} words @param {HTMLElement | undefined} row @param {Outcome} outcome */
function show(words, row, outcome) {
  if (!row?.lastElementChild) return;
  row.dataset.outcome = outcome;
  row.lastElementChild.textContent = words.outcome[outcome];
}

/** @param {Words} words @param {HTMLElement} verdict @param {Record<string, Outcome>} outcomes */
function judge(words, verdict, outcomes) {
  const found = Object.values(outcomes);
  const sent = found.filter((outcome) => outcome === "sent").length;
  verdict.dataset.sent = String(sent > 0);
  verdict.textContent = sent > 0 ? words.some(sent) : words.all(found.filter((outcome) => outcome !== "absent").length);
}

/** The server that the page came from is the one that it could most easily have told. */
function target() {
  return /^https?:$/.test(location.protocol) ? new URL("planted", document.baseURI).href : NOWHERE;
}

// The privacy panel: says what is promised, plants requests to show that the browser keeps the promise, and names what
// no policy can refuse.

import { h } from "../dom.js";
import { PLANTS, plantAll } from "./plants.js";
import { en } from "./words.js";

/** @typedef {import("./plants.js").Outcome} Outcome */

/** Where requests are planted when the page came from no server: a name that cannot exist. */
const NOWHERE = "https://planted.invalid/";

/** @param {"hosted" | "single"} kind of page */
export function addPrivacy(kind) {
  const dialog = privacyDialog(kind);
  const button = h("button", { type: "button", class: "privacy-open" }, en.open);
  button.addEventListener("click", () => dialog.showModal());
  document.querySelector(".colophon")?.prepend(button);
  document.body.append(dialog);
}

/** @param {"hosted" | "single"} kind */
function privacyDialog(kind) {
  const rows = new Map(PLANTS.map((plant) => [plant.kind, row(plant.kind)]));
  const verdict = h("p", { class: "verdict", role: "status" });
  const button = h("button", { type: "button", class: "plant" }, en.plant);
  const close = h("button", { type: "button", class: "close" }, en.close);
  const dialog = h(
    "dialog",
    { class: "privacy", "aria-labelledby": "privacy-title" },
    h("h2", { id: "privacy-title" }, en.title),
    [en.promise, en.how, en[kind], en.kept, en.try].map((words) => h("p", {}, words)),
    button,
    h("ul", { class: "plants" }, [...rows.values()]),
    verdict,
    h("h3", {}, en.limitsTitle),
    h(
      "ul",
      {},
      en.limits.map((words) => h("li", {}, words)),
    ),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  button.addEventListener("click", async () => {
    button.disabled = true;
    verdict.textContent = en.planting;
    judge(verdict, await dialog.plant());
    button.disabled = false;
  });
  // For whoever wants to listen on a server of their own: `document.querySelector(".privacy").plant(url)`.
  dialog.plant = (/** @type {string} */ url = target()) => plantAll(url, (kind, outcome) => show(rows, kind, outcome));
  return dialog;
}

/** @param {string} kind */
function row(kind) {
  return h("li", { "data-kind": kind }, h("span", {}, en.kinds[kind]), h("span", { class: "outcome" }));
}

/** @param {Map<string, HTMLElement>} rows @param {string} kind @param {Outcome} outcome */
function show(rows, kind, outcome) {
  const row = rows.get(kind);
  if (!row?.lastElementChild) return;
  row.dataset.outcome = outcome;
  row.lastElementChild.textContent = en.outcome[outcome];
}

/** @param {HTMLElement} verdict @param {Record<string, Outcome>} outcomes */
function judge(verdict, outcomes) {
  const found = Object.values(outcomes);
  const sent = found.filter((outcome) => outcome === "sent").length;
  verdict.dataset.sent = String(sent > 0);
  verdict.textContent = sent > 0 ? en.some(sent) : en.all(found.filter((outcome) => outcome !== "absent").length);
}

/** The server that the page came from is the one that it could most easily have told. */
function target() {
  return /^https?:$/.test(location.protocol) ? new URL("planted", document.baseURI).href : NOWHERE;
}

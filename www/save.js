// The dialog from which a reader takes things away, as files or on the clipboard.

import { h } from "./dom.js";
import { download } from "./download.js";
import { EXPORTS, fileName } from "./exports/index.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./strings/en.js").Strings} Strings */
/** @typedef {import("./exports/index.js").Export} Export */

/**
 * @param {Strings} strings
 * @param {() => Reading | undefined} current
 * @param {() => void} saved all that is needed to go on later
 * @returns {HTMLDialogElement}
 */
export function saveDialog(strings, current, saved) {
  const said = h("p", { class: "quiet", role: "status" });
  const close = h("button", { class: "close" }, strings.close);
  /** @type {HTMLDialogElement} */
  const dialog = h(
    "dialog",
    { class: "save", "aria-labelledby": "save-title" },
    h("h2", { id: "save-title" }, strings.saveTitle),
    h("p", { class: "quiet" }, strings.saveNote),
    h(
      "ul",
      { class: "rows" },
      EXPORTS.map((kind) => row(strings, kind, current, said, saved)),
    ),
    said,
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => said.replaceChildren());
  return dialog;
}

/** @param {Strings} strings @param {Export} kind @param {() => Reading | undefined} current @param {HTMLElement} said @param {() => void} saved */
function row(strings, kind, current, said, saved) {
  const name = strings.exports[kind.id];
  const save = h("button", { "data-save": kind.id, "aria-label": `${strings.save}: ${name}` }, strings.save);
  const copy = h("button", { "data-copy": kind.id, "aria-label": `${strings.copy}: ${name}` }, strings.copy);
  save.addEventListener("click", async () => {
    const reading = current();
    if (!reading) return;
    download(await kind.make(reading), kind.type, fileName(reading, kind));
    if (kind.id === "json") saved();
  });
  copy.addEventListener("click", async () => {
    const reading = current();
    if (reading) said.textContent = (await copied(kind, reading)) ? strings.copied(name) : strings.copyFailed;
  });
  return h("li", { class: "export" }, h("span", {}, name), save, copy);
}

/** @param {Export} kind @param {Reading} reading */
async function copied(kind, reading) {
  try {
    await navigator.clipboard.writeText(await kind.make(reading));
    return true;
  } catch {
    return false;
  }
}

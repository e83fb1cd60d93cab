// The dialog from which a comparison is taken away.

import { h } from "../dom.js";
import { download } from "../download.js";
import { EXPORTS } from "./exports.js";

/** @typedef {import("./strings/en.js").Words} Words */
/** @typedef {import("./exports.js").Compared} Compared */
/** @typedef {import("../strings/en.js").Strings} Strings */

/** @param {Words} words @param {Strings} strings @param {() => Compared | undefined} current @returns {HTMLDialogElement} */
export function savingDialog(words, strings, current) {
  const said = h("p", { class: "quiet", role: "status" });
  const close = h("button", { class: "close" }, strings.close);
  /** @type {HTMLDialogElement} */
  const dialog = h(
    "dialog",
    { class: "save", "aria-labelledby": "save-comparison" },
    h("h2", { id: "save-comparison" }, words.saveTitle),
    h("p", { class: "quiet" }, words.saveNote),
    h(
      "ul",
      { class: "rows" },
      EXPORTS.map((kind) => row(words, strings, kind, current, said)),
    ),
    said,
    close,
  );
  close.addEventListener("click", () => dialog.close());
  return dialog;
}

/** @param {Words} words @param {Strings} strings @param {import("./exports.js").Export} kind @param {() => Compared | undefined} current @param {HTMLElement} said */
function row(words, strings, kind, current, said) {
  const name = words.exports[kind.id];
  const save = h("button", { "data-save": kind.id, "aria-label": `${strings.save}: ${name}` }, strings.save);
  const copy = h("button", { "data-copy": kind.id, "aria-label": `${strings.copy}: ${name}` }, strings.copy);
  save.addEventListener("click", () => {
    const compared = current();
    if (compared) download(kind.make(compared), kind.type, `comparison.${kind.extension}`);
  });
  copy.addEventListener("click", async () => {
    const compared = current();
    if (!compared) return;
    const done = await navigator.clipboard.writeText(kind.make(compared)).then(
      () => true,
      () => false,
    );
    said.textContent = done ? strings.copied(name) : strings.copyFailed;
  });
  return h("li", { class: "export" }, h("span", {}, name), save, copy);
}

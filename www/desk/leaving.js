// Nothing is lost by a slip: who leaves with corrections unsaved is asked, and the last article can be had back.

import { json } from "../exports/json.js";
import { EXPORTS, fileName } from "../exports/index.js";
import { h } from "../dom.js";
import { download } from "../download.js";
import { headlineOf } from "../shell.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../state.js").Left} Left */

export class Leaving {
  /** @type {HTMLDialogElement} */
  #dialog;
  #stop = new AbortController();

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const { shell } = desk;
    this.#dialog = h("dialog", { class: "leaving", "aria-labelledby": "leaving-title" });
    shell.root.append(this.#dialog);
    shell.back.addEventListener("click", () => this.#comeBack());
    const warn = (/** @type {Event} */ event) => this.unsaved && event.preventDefault();
    addEventListener("beforeunload", warn, { signal: this.#stop.signal });
    this.show();
  }

  stop() {
    this.#stop.abort();
  }

  /** Corrections that are in no file and not kept on this device. */
  get unsaved() {
    const { corrections, saved, kept } = this.desk.state;
    return corrections.length > 0 && corrections !== saved && !kept.article;
  }

  /** Leaves the article, if need be after asking. @param {() => void} leave */
  leave(leave) {
    const go = () => {
      this.#dialog.close();
      this.#remember();
      leave();
    };
    if (!this.unsaved) return go();
    const { strings, state } = this.desk;
    const [save, without, stay] = [strings.leaveSaving, strings.leaveWithout, strings.leave].map((name) =>
      h("button", {}, name),
    );
    save.classList.add("primary");
    save.addEventListener("click", () => this.#save().then(go));
    without.addEventListener("click", go);
    stay.addEventListener("click", () => this.#dialog.close());
    this.#dialog.replaceChildren(
      h("h2", { id: "leaving-title" }, strings.leaveTitle(state.corrections.length)),
      h("p", { class: "quiet" }, strings.leaveHint),
      h("div", { class: "actions" }, save, without, stay),
    );
    this.#dialog.showModal();
  }

  async #save() {
    const { state } = this.desk;
    const kind = EXPORTS.find(({ id }) => id === "json");
    if (!state.reading || !kind) return;
    download(await json(state.reading), kind.type, fileName(state.reading, kind));
    state.saved = state.corrections;
  }

  #remember() {
    const { state } = this.desk;
    if (!state.reading) return;
    const { text, given, reading, aside, notes, corrections, undone, saved } = state;
    state.left = { text, given, found: reading.found, aside, notes, corrections, undone, saved };
    this.show();
  }

  /** The article that was left, as it was. */
  #comeBack() {
    const { state, showing } = this.desk;
    const { left } = state;
    if (!left) return;
    const { text, found, ...rest } = left;
    showing.open(text, found, rest.corrections);
    Object.assign(state, rest, { left: undefined });
    showing.show(/** @type {import("../reading.js").Reading} */ (state.reading));
    this.show();
  }

  show() {
    const { state, shell, strings } = this.desk;
    shell.back.hidden = !state.left;
    if (state.left) shell.back.textContent = strings.backTo(headlineOf(state.left.text));
  }
}

// On paper the whole article stands, and after it its claims as numbered notes.

import { finish } from "../slices.js";
import { printedNotes } from "../views/print.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Printing {
  /** @type {AbortController | undefined} */
  #stop;
  /** What was selected: paper shows all alike. @type {string | undefined} */
  #selected;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** While the element is in the page: the window would keep one that is not. */
  start() {
    this.stop();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener("beforeprint", () => this.#prepare(), { signal });
    addEventListener("afterprint", () => this.#clear(), { signal });
  }

  stop() {
    this.#stop?.abort();
  }

  #prepare() {
    const { state, shell, selection } = this.desk;
    this.#clear();
    if (!state.reading) return;
    this.#selected = state.selected;
    selection.select();
    finish(shell.root);
    shell.article.after(printedNotes(state.reading));
  }

  #clear() {
    this.desk.shell.root.querySelector(".printed")?.remove();
    if (this.#selected) this.desk.selection.select(this.#selected);
    this.#selected = undefined;
  }
}

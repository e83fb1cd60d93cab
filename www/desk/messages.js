// What the page has to say: a problem aloud, the rest politely.

import { h } from "../dom.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Messages {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** @param {string} words "" takes the last complaint away @param {string} [details] */
  complain(words, details) {
    this.desk.shell.problem.replaceChildren(
      ...(words ? [h("p", {}, words)] : []),
      ...(details ? [h("p", { class: "details" }, details)] : []),
    );
  }

  /** Something to choose. @param {string} words @param {HTMLElement[]} buttons */
  offer(words, buttons) {
    this.desk.shell.problem.replaceChildren(h("p", {}, words), h("div", { class: "actions" }, buttons));
  }

  /** @param {string} words @param {boolean} [aside] whether a phone need not show it */
  say(words, aside = false) {
    const { status } = this.desk.shell;
    status.textContent = words;
    status.classList.toggle("aside", aside);
  }

  /** What went wrong with the analysis; the text is kept. @param {any} error */
  fail(error) {
    const { shell, state, strings, services } = this.desk;
    const { code = "PANIC", message } = error;
    const words = strings.errors[code] ?? strings.errors.PANIC;
    this.complain(words, code === "TOO_LARGE" ? `${message[0].toUpperCase()}${message.slice(1)}.` : message);
    if (state.text && state.phase === "empty") shell.input.value = state.text.slice(0, 100_000);
    services.emit("error", { code, message });
  }
}

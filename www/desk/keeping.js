// Keeping on this device, where the reader asks for it: offered when saving, said at the start, deleted with one press.

import { json } from "../exports/json.js";
import { h } from "../dom.js";
import { readSaved } from "../saved.js";
import { headlineOf } from "../shell.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Keeping {
  /** @type {HTMLInputElement} */
  #settings = h("input", { type: "checkbox" });
  /** @type {HTMLInputElement} */
  #article = h("input", { type: "checkbox" });
  #delete;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const { strings, services, save, shell } = desk;
    this.#delete = h("button", { class: "dismiss", hidden: true }, strings.forget);
    if (!services.keeper) return;
    const box = (/** @type {Node} */ input, /** @type {string} */ words) =>
      h("label", { class: "check-field" }, input, words);
    const part = h(
      "fieldset",
      { class: "keeping" },
      h("legend", {}, strings.keepTitle),
      box(this.#settings, strings.keepSettings),
      services.keeper.articles && box(this.#article, strings.keepArticle),
      h("p", { class: "quiet" }, strings.keepHint),
      this.#delete,
    );
    save.querySelector(".close")?.before(part);
    this.#settings.addEventListener("change", () => this.#choose("settings"));
    this.#article.addEventListener("change", () => this.#choose("article"));
    this.#delete.addEventListener("click", () => this.forget());
    shell.root.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement && target.matches(".theme")) this.update();
    });
    this.#show();
  }

  get #kept() {
    return this.desk.state.kept;
  }

  /** At the page's start: language and theme as they were, and the article on offer. */
  async begin() {
    const { state, services, strings } = this.desk;
    if (!services.keeper) return;
    const { settings, article, saved } = await services.keeper
      .read()
      .catch(() => /** @type {import("../keeper.js").Kept} */ ({}));
    state.kept = { settings: Boolean(settings), article: Boolean(article) };
    state.offered = article && "text" in readSaved(article) ? { article, saved: saved ?? 0 } : undefined;
    this.#show();
    if (settings?.theme) this.desk.paint(settings.theme);
    if (settings?.language && settings.language !== strings.lang) services.speak(settings.language);
  }

  /** What is kept changes with what is read. */
  async update() {
    const { state, services, strings } = this.desk;
    const { reading } = state;
    const theme = services.host.getAttribute("theme") ?? "";
    if (this.#kept.settings) await services.keeper?.keep({ settings: { language: strings.lang, theme } });
    if (!this.#kept.article || !reading) return;
    const article = await json(reading);
    await services.keeper?.keep({ article, saved: Date.now() });
  }

  /** @param {"settings" | "article"} what */
  async #choose(what) {
    const on = { settings: this.#settings, article: this.#article }[what].checked;
    this.#kept[what] = on;
    if (on) await this.update();
    else
      await this.desk.services.keeper?.keep(
        what === "article" ? { article: undefined, saved: undefined } : { settings: undefined },
      );
    this.#show();
  }

  async forget() {
    const { state, services, strings, messages } = this.desk;
    await services.keeper?.forget();
    state.kept = { settings: false, article: false };
    state.offered = undefined;
    this.#show();
    messages.say(strings.forgotten);
  }

  /** Goes on with the article that was kept. */
  goOn() {
    const saved = readSaved(this.desk.state.offered?.article ?? "");
    if ("text" in saved) this.desk.intake.goOn(saved);
  }

  #show() {
    const { state, shell, strings } = this.desk;
    this.#settings.checked = this.#kept.settings;
    this.#article.checked = this.#kept.article;
    this.#delete.hidden = !this.#kept.settings && !this.#kept.article;
    const { offered } = state;
    shell.offer.hidden = !offered;
    if (!offered) return;
    const saved = readSaved(offered.article);
    const open = h("button", {}, strings.goOn("text" in saved ? headlineOf(saved.text) : ""));
    const forget = h("button", { class: "dismiss" }, strings.forget);
    open.addEventListener("click", () => this.goOn());
    forget.addEventListener("click", () => this.forget());
    shell.offer.replaceChildren(h("span", { class: "quiet" }, strings.keptHere), open, forget);
  }
}

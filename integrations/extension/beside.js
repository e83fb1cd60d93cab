// Joins the panel's element and the tab beside it: text there to report here, selection here to marks there, and back.

import { marksOf } from "../../www/marks.js";
import { spansOf } from "../../www/spans.js";
import { LOOKS } from "./looks.js";
import { Tab } from "./tab.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../../www/element.js").OnRecord} OnRecord */
/** @typedef {import("../../www/report.js").Span} Span */
/** @typedef {import("./tab.js").Wish} Wish */
/** @typedef {import("./tab.js").Found} Found */

export class Beside {
  #notice = /** @type {HTMLElement} */ (document.querySelector(".notice"));
  #again = /** @type {HTMLButtonElement} */ (document.querySelector(".again"));
  /** @type {Tab | undefined} */
  #tab;
  /** The text as the page has it. */
  #text = "";
  /** Kinds that are not marked now. @type {string[]} */
  #hidden = [];
  /** What is said of the page. @type {keyof import("./words.js").Words} */
  #said = "reading";
  /** What the reader asked for last. @type {Wish} */
  #wish = { what: "article" };
  /** @type {number | undefined} */
  #window;

  /** @param {any} browser @param {OnRecord} element */
  constructor(browser, element) {
    this.browser = browser;
    this.element = element;
    const on = (/** @type {string} */ name, /** @type {(detail: any) => void} */ hear) =>
      element.addEventListener(`onrecord-${name}`, (event) => hear(/** @type {CustomEvent} */ (event).detail));
    on("report", () => this.#paint());
    on("correct", () => this.#paint());
    on("select", ({ id }) => this.#select(id));
    on("language", () => this.#say(this.#said));
    on("marks", ({ hidden }) => {
      this.#hidden = hidden;
      this.#paint();
    });
    this.#again.addEventListener("click", () => this.#read("press"));
    browser.runtime.onMessage.addListener((/** @type {any} */ { clicked }) => {
      if (clicked) this.#clicked(clicked);
    });
  }

  /** Reads what the click that opened this panel meant. */
  async begin() {
    const named = Number(new URLSearchParams(location.search).get("tab"));
    const [active] = await this.browser.tabs.query({ active: true, currentWindow: true });
    this.#window = active?.windowId;
    const tab = named || active?.id;
    const wish = await this.browser.runtime.sendMessage({ asks: tab }).catch(() => undefined);
    if (!wish?.what) this.#show("press");
    else if (!this.#isKnown(wish)) this.#attend(tab, wish);
  }

  /** @param {number} start */
  go(start) {
    const at = this.#place;
    if (at !== undefined) this.#tab?.go(start + at);
  }

  /** @param {Wish} wish */
  #isKnown({ id }) {
    return id !== undefined && id === this.#wish.id;
  }

  /** A panel belongs to a tab, where the browser has that; else to a window. @param {{ tab: number, window: number, wish: Wish }} click */
  #clicked({ tab, window, wish }) {
    if (this.browser.sidePanel ? tab !== this.#tab?.id : window !== this.#window) return;
    if (this.#isKnown(wish)) return;
    const same = tab === this.#tab?.id && this.#said !== "left";
    if (same && wish.what === "article") this.element.leave(() => this.#close());
    else this.#attend(tab, wish);
  }

  async #close() {
    await this.#tab?.leave();
    close();
  }

  /** @param {number} id @param {Wish} wish */
  async #attend(id, wish) {
    this.#wish = wish;
    if (this.#tab?.id !== id) {
      await this.#tab?.leave();
      this.#tab = new Tab(this.browser, id, {
        found: (found) => this.#take(found),
        changed: (found) => this.#changed(found),
        restless: () => this.#show("restless"),
        place: (place) => this.#point(place),
        left: () => this.#show("left"),
      });
    }
    await this.#read();
  }

  /**
   * Right after a click on the extension's own button only such pages are closed as no extension may enter; later, the right
   * that the click gave may be gone.
   * @param {"forbidden" | "press"} closed
   */
  async #read(closed = "forbidden") {
    this.#say("reading");
    const became = (await this.#tab?.enter(this.#wish)) ?? "closed";
    if (became === "entered") return;
    if (this.#wish.words) this.#take({ text: this.#wish.words }, "plain");
    else this.#show(became === "closed" ? closed : became);
  }

  /** @param {Found} found @param {"marked" | "plain"} [said] */
  #take({ text, published, outlet }, said = "marked") {
    this.#text = said === "plain" ? "" : text;
    this.#show(said);
    this.element.take({ text, published, outlet });
  }

  /** @param {Partial<Found>} found */
  async #changed({ text, another, ...about }) {
    if (text === undefined) return this.#show("changed");
    if (another && this.element.unsaved) return this.#show("another");
    if (another) return this.#take({ text, ...about });
    this.#text = text;
    await this.element.analyze(text);
    this.#show("followed");
  }

  /** Where the element's text begins in that of the page: one of several articles may have been chosen. */
  get #place() {
    const at = this.element.text ? this.#text.indexOf(this.element.text) : -1;
    return at < 0 ? undefined : at;
  }

  #paint() {
    const at = this.#place;
    const { report } = this.element;
    if (!report || !this.#tab?.isThere || !this.#text) return;
    const shown =
      at === undefined ? [] : marksOf(report).filter(({ kind }) => kind in LOOKS && !this.#hidden.includes(kind));
    this.#tab.paint(shown.map(({ kind, start, end }) => ({ kind, start: start + (at ?? 0), end: end + (at ?? 0) })));
    if (at === undefined) this.#say("edited");
    else if (this.#said === "edited") this.#say("marked");
  }

  /** @param {string} [id] */
  #select(id) {
    const at = this.#place;
    const { report } = this.element;
    const spans = id && report && at !== undefined ? spansOf(report, id) : [];
    this.#tab?.select(spans.map(({ start, end }) => ({ start: start + (at ?? 0), end: end + (at ?? 0) })));
  }

  /** The reader clicked on words of the page. @param {number} place */
  #point(place) {
    const at = place - (this.#place ?? Infinity);
    const { report } = this.element;
    const under = (report ? marksOf(report) : []).filter(({ start, end }) => start <= at && at < end);
    const shown = under.filter(({ kind }) => kind in LOOKS && !this.#hidden.includes(kind));
    const mark = shown.findLast(({ kind }) => kind === "claim") ?? shown.at(-1);
    if (mark) this.element.reveal(mark.id);
  }

  /** With the element, which waits until there is something for it. @param {keyof import("./words.js").Words} said */
  #show(said) {
    this.element.hidden = false;
    this.#say(said);
  }

  /** @param {keyof import("./words.js").Words} said */
  #say(said) {
    const words = wordsIn(this.element.language);
    this.#said = said;
    this.#notice.textContent = words[said];
    this.#notice.dataset.said = said;
    this.#again.textContent = words.again;
    this.#again.hidden = !this.#tab || ["reading", "press", "marked"].includes(said);
  }
}

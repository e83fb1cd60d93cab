// `<on-record>` in other people's pages: the small part that is there before anyone asks. What it needs to read and to
// show comes later, by `services.parts`.

import css from "#loader-style";
import { sheet } from "./sheet.js";
import { wordsFor } from "./words.js";

/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("./parts.js").Presence} Presence */
/**
 * @typedef {object} Services
 * @property {() => Promise<typeof import("./parts.js")>} parts
 * @property {(base: string | null) => Promise<ArrayBuffer>} wasm
 * @property {(base: string | null) => string} wasmUrl for a worker that fetches it itself
 */
/** @typedef {"idle" | "loading" | "ready" | "error"} State */

const MODES = ["button", "panel", "inline", "paste"];
const OBSERVED =
  "for mode kinds views theme lang published outlet exclude loading export max-chars base worker nonce report compare compare-mode".split(
    " ",
  );
/** What makes the text or its reading another one. */
const AFRESH = [
  "for",
  "mode",
  "published",
  "outlet",
  "exclude",
  "report",
  "lang",
  "max-chars",
  "compare",
  "compare-mode",
];

/** @type {Services} */
let services;

export class OnRecordElement extends HTMLElement {
  static observedAttributes = OBSERVED;

  #internals = this.attachInternals?.();
  /** @type {State} */
  #state = "idle";
  /** @type {Presence | undefined} */
  #presence;
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {IntersectionObserver | undefined} */
  #seen;
  /** In the page, and begun: attributes that were there before are no change. */
  #live = false;
  /** @type {() => void} */
  #settle = () => {};
  #ready = this.#promise();
  #button = make("button", "button", { type: "button", part: "button", "aria-expanded": "false" });
  #message = make("p", "message", { part: "message", role: "status" });
  #panel = make("div", "panel", { part: "panel", role: "group" });
  #title = slot("title", "");
  /** Where a panel will stand, until it is scrolled to. */
  #skeleton = make("div", "skeleton", { "aria-hidden": "true" });
  /** What the marks in the page mean, and a way to be rid of them. */
  #key = make("p", "key", { part: "key" });
  #shell = make("div", "shell", {});
  #words = wordsFor(this);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet(css)];
    const own = document.createElement("slot");
    own.className = "own";
    this.#button.append(this.#title);
    this.#key.append(
      make("span", "swatch", {}),
      make("span", "words", {}),
      make("button", "switch", { type: "button" }),
    );
    this.#key.hidden = true;
    this.#key.lastElementChild?.addEventListener("click", () => this.#switch());
    this.#shell.append(this.#button, this.#key, this.#message, this.#skeleton, this.#panel);
    root.append(own, this.#shell);
    this.#panel.hidden = true;
    this.#button.addEventListener("click", () => this.#toggle());
  }

  connectedCallback() {
    this.#live = true;
    this.#speak();
    this.#begin();
  }

  disconnectedCallback() {
    this.#live = false;
    this.#seen?.disconnect();
    this.#clear();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#live || before === now) return;
    if (name === "lang") this.#speak();
    if (name === "loading" || name === "mode") return this.#begin();
    const open = this.#presence !== undefined || this.#state === "error";
    if (AFRESH.includes(name)) {
      this.#clear();
      if (open) this.#open();
    } else this.#presence?.update(name);
  }

  get mode() {
    const mode = this.getAttribute("mode") ?? "button";
    return MODES.includes(mode) ? mode : "button";
  }

  /** The language of the interface: "en", "de". */
  get language() {
    return this.#words.lang;
  }

  get state() {
    return this.#state;
  }

  /** Resolved when the first report is shown, or an error is. @returns {Promise<this>} */
  get ready() {
    return this.#ready.then(() => this);
  }

  /** The text as it was read. */
  get text() {
    return this.#presence?.text ?? "";
  }

  /** The report that is shown. @returns {Report | undefined} */
  get report() {
    return this.#presence?.report;
  }

  /**
   * Reads a text, or the article anew.
   * @param {string} [text] @param {{ signal?: AbortSignal }} [how]
   * @returns {Promise<Report | undefined>}
   */
  async analyze(text, { signal } = {}) {
    await this.#open(text, signal);
    return this.report;
  }

  /** What the article is to the text that the attribute `compare` names. */
  get comparison() {
    return this.#presence?.comparison;
  }

  /** @param {string} [id] of a claim, entity, quantity or time; nothing unselects */
  select(id) {
    this.#presence?.select(id);
  }

  /** @param {string[]} kinds */
  setFilter(kinds) {
    this.setAttribute("kinds", kinds.join(" "));
  }

  /** @param {string} format @returns {Promise<string>} */
  async export(format) {
    if (!this.#presence) throw new RangeError("there is no report yet");
    return this.#presence.export(format);
  }

  /** W3C annotations, marked where their words are found. @param {string | object} json */
  async importAnnotations(json) {
    await this.#open();
    return this.#presence?.importAnnotations(json);
  }

  #speak() {
    this.#words = wordsFor(this);
    this.#shell.lang = this.#words.lang;
    this.#title.textContent = this.#words.button;
    this.#panel.ariaLabel = this.#words.title;
  }

  #promise() {
    return new Promise((resolve) => (this.#settle = () => resolve(undefined)));
  }

  /** Now, when it comes into view, or when asked. */
  #begin() {
    this.#seen?.disconnect();
    this.#clear();
    const loading = this.getAttribute("loading") ?? (this.mode === "button" ? "interaction" : "lazy");
    this.#button.hidden = this.mode !== "button" && loading !== "interaction";
    if (loading === "eager") this.#open();
    if (loading !== "lazy") return;
    // An element whose marks are all that is seen of it has no height: at the very edge, rounding may put it just outside.
    const look = { rootMargin: "2px" };
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#seen?.disconnect();
      this.#open();
    }, look);
    this.#seen.observe(this);
  }

  #toggle() {
    if (!this.#presence && this.#state !== "loading") return void this.#open();
    this.#panel.hidden = !this.#panel.hidden;
    this.#button.setAttribute("aria-expanded", String(!this.#panel.hidden));
    this.#presence?.paint(!this.#panel.hidden);
  }

  #painting = true;

  /** The marks of mode="inline", off and on. */
  #switch() {
    this.#painting = !this.#painting;
    this.#presence?.paint(this.#painting);
    this.#showKey();
  }

  #showKey() {
    const { key, hide, show } = this.#words;
    const [, words, button] = this.#key.children;
    words.textContent = key;
    button.textContent = this.#painting ? hide : show;
    this.#key.hidden = this.mode !== "inline" || !this.#presence?.painted;
  }

  /** @param {string} [text] @param {AbortSignal} [signal] */
  async #open(text, signal) {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const abort = () => asking.abort();
    signal?.addEventListener("abort", abort, { once: true });
    this.#become("loading", this.#words.reading);
    this.emit("start", {});
    try {
      const { present } = await services.parts();
      if (asking.signal.aborted) return;
      this.#presence ??= present(this, this.#panel, services);
      const problem = await this.#presence.read(text, asking.signal);
      if (asking.signal.aborted) return;
      this.#panel.hidden = this.mode === "inline" && this.#presence.painted;
      this.#painting = true;
      this.#showKey();
      this.#button.setAttribute("aria-expanded", String(!this.#panel.hidden));
      this.#become("ready", problem ?? "");
      this.emit("ready", {});
    } catch (error) {
      if (!asking.signal.aborted) this.#fail(/** @type {any} */ (error));
    } finally {
      signal?.removeEventListener("abort", abort);
    }
    if (!asking.signal.aborted) this.#settle();
  }

  /** @param {{ code?: string, message?: string }} error */
  #fail({ code = "WASM_LOAD", message = "" }) {
    this.#presence?.clear();
    this.#presence = undefined;
    this.#panel.hidden = true;
    const { errors } = this.#words;
    this.#become("error", errors[code] ?? errors.PANIC);
    this.emit("error", { code, message: `${errors[code] ?? ""} ${message}`.trim() });
  }

  #clear() {
    this.#asking?.abort();
    this.#presence?.clear();
    this.#presence = undefined;
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    this.#become("idle", "");
  }

  /** @param {State} state @param {string} message */
  #become(state, message) {
    this.#state = state;
    this.#skeleton.hidden = this.mode !== "panel" || state === "ready" || state === "error";
    if (state !== "ready") this.#key.hidden = true;
    const name = state === "loading" ? "loading" : state === "error" ? "error" : "note";
    this.#message.replaceChildren(...(message ? [slot(name, message)] : []));
    const states = /** @type {any} */ (this.#internals)?.states;
    states?.clear();
    // Browsers before 2023 want two hyphens here, and throw: they go without.
    try {
      states?.add(state);
    } catch {
      return;
    }
  }

  /** @param {string} name @param {object} detail */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`onrecord-${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** A page may load the script twice; the first wins. @param {Services} given */
export function define(given) {
  if (customElements.get("on-record")) return;
  services = given;
  customElements.define("on-record", OnRecordElement);
}

/** @param {string} name @param {string} fallback */
function slot(name, fallback) {
  const slot = document.createElement("slot");
  slot.name = name;
  slot.append(fallback);
  return slot;
}

/** @param {string} name @param {string} className @param {Record<string, string>} attributes */
function make(name, className, attributes) {
  const element = document.createElement(name);
  element.className = className;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

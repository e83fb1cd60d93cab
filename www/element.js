// `<on-record mode="paste">`: a text comes in, is read by the engine, and is shown with its marks and views.
// The state is the text and its report; everything is drawn from them, and nothing is read back from the DOM.

import style from "#style";
import { Desk } from "./desk/desk.js";
import { Engine, EngineError } from "./engine.js";
import { EXPORTS } from "./exports/index.js";
import { State } from "./state.js";
import { en } from "./strings/en.js";

/** @typedef {import("./report.js").Report} Report */

export class OnRecord extends HTMLElement {
  /** @type {ArrayBuffer | undefined} */
  static wasm;
  /** @type {unknown} */
  static loadError;
  /** @type {import("./desk/desk.js").Sample[]} */
  static samples = [];
  /** All elements of a page share one worker. */
  static engine = new Engine(async () => {
    if (!OnRecord.wasm) throw new EngineError("WASM_LOAD", String(OnRecord.loadError ?? "no WebAssembly given"));
    return OnRecord.wasm;
  });

  #state = new State();
  /** @type {Desk} */
  #desk;
  #onKey = (/** @type {KeyboardEvent} */ event) => this.#desk.keys.press(event);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const { engine, samples } = OnRecord;
    this.#desk = new Desk(this.#state, en, { host: this, engine, samples, emit: (...event) => this.#emit(...event) });
    root.append(this.#desk.shell.root);
  }

  connectedCallback() {
    document.addEventListener("keydown", this.#onKey);
    OnRecord.engine.warm().then(
      () => this.#emit("ready", {}),
      (error) => this.#desk.messages.fail(error),
    );
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#onKey);
    this.#desk.asking.cancel();
  }

  /** The text as it was analysed or is being written. */
  get text() {
    return this.#state.text;
  }

  /** The last report. */
  get report() {
    return this.#state.reading?.report;
  }

  /** "empty", "writing" or "reading". */
  get state() {
    return this.#state.phase;
  }

  /**
   * Reads a text; of several that overlap only the latest is shown.
   * @param {string} [text]
   * @param {{ signal?: AbortSignal }} [how]
   * @returns {Promise<Report | undefined>} nothing if it could not be read or a later text came first
   */
  analyze(text = this.#state.text, { signal } = {}) {
    return this.#desk.asking.analyze(text, signal);
  }

  /** Shows a text with a report that was made earlier. @param {string} text @param {Report} report */
  show(text, report) {
    this.#desk.showing.open(text, report);
  }

  /** Selects a claim, entity, quantity, time or check by its id; nothing unselects. @param {string} [id] */
  select(id) {
    this.#desk.joining.select(id);
  }

  /**
   * The reading as one of the `EXPORTS`: "json", "html", "markdown", "w3c", or a CSV table, "claims" and so on.
   * @param {string} format
   * @returns {Promise<string>}
   */
  async export(format) {
    const { reading } = this.#state;
    const kind = EXPORTS.find(({ id }) => id === format);
    if (!kind || !reading) throw new RangeError(kind ? "there is no report yet" : `no such format: ${format}`);
    const text = await kind.make(reading);
    this.#emit("export", { format });
    return text;
  }

  /** Shows only these kinds of mark. @param {string[]} kinds */
  setFilter(kinds) {
    this.#state.hiddenKinds = new Set(Object.keys(en.kinds).filter((kind) => !kinds.includes(kind)));
    this.#desk.showing.showLegend();
  }

  /** @param {string} name @param {object} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`onrecord-${name}`, { bubbles: true, composed: true, detail }));
  }
}

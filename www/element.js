// `<on-record mode="paste">`: a text comes in, is read by the engine, and is shown with its marks and views.
// The state is the text and its report; everything is drawn from them, and nothing is read back from the DOM.

import style from "#style";
import { Desk } from "./desk/desk.js";
import { Engine, EngineError } from "./engine.js";
import { EXPORTS } from "./exports/index.js";
import { State } from "./state.js";
import { COMPARED, LANGUAGES, languageFor } from "./strings/index.js";

/** @typedef {import("./report.js").Report} Report */

export class OnRecord extends HTMLElement {
  /** @type {ArrayBuffer | undefined} */
  static wasm;
  /** @type {unknown} */
  static loadError;
  /** @type {import("./desk/desk.js").Sample[]} */
  static samples = [];
  /** Where the page may keep what its reader lets it keep. @type {import("./keeper.js").Keeper | undefined} */
  static keeper;
  /** Shows the words that begin somewhere, where the article stands in a page of its own. @type {((start: number) => void) | undefined} */
  static elsewhere;
  /** The comparison of two texts, where the page has it. @type {import("./compare/index.js").Make | undefined} */
  static compare;
  /** All elements of a page share one worker. */
  static engine = new Engine(async () => {
    if (!OnRecord.wasm) throw new EngineError("WASM_LOAD", String(OnRecord.loadError ?? "no WebAssembly given"));
    return OnRecord.wasm;
  });

  /** The languages of the interface, by their tag. */
  static languages = LANGUAGES;
  /** What the comparison says in them, besides English. */
  static compared = COMPARED;

  #state = new State();
  /** @type {Desk} */
  #desk;
  #onKey = (/** @type {KeyboardEvent} */ event) => this.press(event);

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.#desk = this.#setUp(languageFor(navigator.languages));
  }

  /** @param {import("./strings/en.js").Strings} strings */
  #setUp(strings) {
    const { engine, samples, keeper, elsewhere, compare } = OnRecord;
    const emit = (/** @type {string} */ name, /** @type {object} */ detail) => this.#emit(name, detail);
    const speak = (/** @type {string} */ language) => (this.language = language);
    const desk = new Desk(this.#state, strings, {
      host: this,
      engine,
      samples,
      languages: LANGUAGES,
      keeper,
      elsewhere,
      compare,
      speak,
      emit,
    });
    this.shadowRoot?.append(desk.shell.root);
    if (this.isConnected) desk.printing.start();
    return desk;
  }

  /** The language of the interface: "en", "de". What is being read stays as it is. */
  get language() {
    return this.#desk.strings.lang;
  }

  set language(language) {
    const strings = LANGUAGES[language];
    if (!strings) throw new RangeError(`no such language: ${language}`);
    this.#desk.clear();
    this.#desk = this.#setUp(strings);
    this.#desk.resume();
    this.#emit("language", { language });
  }

  /** A key, wherever in the page; also one that somebody around the element keeps from the page. @param {KeyboardEvent} event */
  press(event) {
    this.#desk.keys.press(event);
  }

  connectedCallback() {
    document.addEventListener("keydown", this.#onKey);
    this.#desk.keeping.begin();
    this.#desk.printing.start();
    OnRecord.engine.warm().then(
      () => this.#emit("ready", {}),
      (error) => this.#desk.messages.fail(error),
    );
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#onKey);
    this.#desk.printing.stop();
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

  /** Does what ends the reading of this article; who would lose corrections by that is asked. @param {() => void} go */
  leave(go) {
    this.#desk.leaving.leave(go);
  }

  /** Takes what somebody brings, as if it had been pasted. @param {import("./input.js").Article} article */
  take(article) {
    this.leave(() => this.#desk.intake.take(article));
  }

  /** Opens a file as if it had been dropped. @param {File} file */
  open(file) {
    return this.#desk.intake.takeFile(file);
  }

  /** Whether corrections were made that are in no file. */
  get unsaved() {
    return this.#desk.leaving.unsaved;
  }

  /** Selects something and shows its card. @param {string} id */
  reveal(id) {
    this.#desk.selection.goToItem(id, false);
  }

  /** Selects a claim, entity, quantity, time or check by its id; nothing unselects. @param {string} [id] */
  select(id) {
    this.#desk.selection.select(id);
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
    this.#state.marks = "all";
    this.#state.hiddenKinds = new Set(Object.keys(this.#desk.strings.kinds).filter((kind) => !kinds.includes(kind)));
    this.#desk.showing.showLegend();
  }

  /** @param {string} name @param {object} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`onrecord-${name}`, { bubbles: true, composed: true, detail }));
  }
}

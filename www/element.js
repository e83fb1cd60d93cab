// `<on-record mode="paste">`: a text comes in, is read by the engine, and is shown with its marks and views.
// The state is the text and its report; everything is drawn from them, and nothing is read back from the DOM.

import style from "#style";
import { drawArticle } from "./article.js";
import { h } from "./dom.js";
import { Engine, EngineError } from "./engine.js";
import { isAddress, readFile } from "./input.js";
import { drawLegend } from "./legend.js";
import { Reading } from "./reading.js";
import { EXPORTS } from "./exports/index.js";
import { sha256 } from "./exports/json.js";
import { saveDialog } from "./save.js";
import { buildShell, VIEWS } from "./shell.js";
import { finish } from "./slices.js";
import { en } from "./strings/en.js";
import { claimsView } from "./views/claims.js";
import { entitiesView } from "./views/entities.js";
import { figuresView } from "./views/figures.js";
import { unattributedView } from "./views/unattributed.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./shell.js").View} View */
/** @typedef {import("./shell.js").Shell} Shell */
/** @typedef {import("./input.js").Article} Article */

/** @type {Record<View, (reading: Reading) => Node[]>} */
const DRAW = { claims: claimsView, entities: entitiesView, figures: figuresView, unattributed: unattributedView };

/** The view in which something is shown, by the first letter of its id. @type {Record<string, View>} */
const VIEW_OF = { c: "claims", e: "entities", q: "figures", t: "figures", k: "figures", u: "unattributed" };

/** While typing, the text is read this long after the last key. */
const TYPING_MS = 150;
/** What is ready sooner needs no progress bar. */
const BUSY_MS = 250;

export class OnRecord extends HTMLElement {
  /** @type {ArrayBuffer | undefined} */
  static wasm;
  /** @type {unknown} */
  static loadError;
  /** @type {({ name: string } & Article)[]} */
  static samples = [];
  /** All elements of a page share one worker. */
  static engine = new Engine(async () => {
    if (!OnRecord.wasm) throw new EngineError("WASM_LOAD", String(OnRecord.loadError ?? "no WebAssembly given"));
    return OnRecord.wasm;
  });

  #strings = en;
  #text = "";
  /** @type {{ published?: string, outlet?: string, by?: "reader" | "page" | "sample" | "saved" }} */
  #given = {};
  /** @type {Reading | undefined} */
  #reading;
  /** @type {string | undefined} */
  #selected;
  /** @type {View} */
  #view = "claims";
  /** @type {Set<string>} */
  #hiddenKinds = new Set();
  /** @type {Map<string, HTMLElement[]>} */
  #pieces = new Map();
  /** @type {Set<View>} */
  #drawn = new Set();
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  /** @type {Shell} */
  #shell;
  /** @type {HTMLDialogElement} */
  #save;
  #onKey = (/** @type {KeyboardEvent} */ event) => this.#key(event);

  constructor() {
    super();
    this.#shell = buildShell(this.#strings, OnRecord.samples);
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#shell.root);
    this.#save = saveDialog(this.#strings, () => this.#reading);
    this.#shell.root.append(this.#save);
    this.#listen();
  }

  connectedCallback() {
    document.addEventListener("keydown", this.#onKey);
    OnRecord.engine.warm().then(
      () => this.#emit("ready", {}),
      (error) => this.#fail(error),
    );
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#onKey);
    this.#asking?.abort();
  }

  /** The text as it was analysed or is being written. */
  get text() {
    return this.#text;
  }

  /** The last report. */
  get report() {
    return this.#reading?.report;
  }

  /** "empty", "writing" or "reading". */
  get state() {
    return this.#shell.root.dataset.state;
  }

  /**
   * Reads a text; of several that overlap only the latest is shown.
   * @param {string} [text]
   * @param {{ signal?: AbortSignal }} [how]
   * @returns {Promise<Report | undefined>} nothing if it could not be read or a later text came first
   */
  async analyze(text = this.#text, { signal } = {}) {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    signal?.addEventListener("abort", () => asking.abort(), { once: true });
    this.#text = text;
    this.#emit("start", { length: text.length });
    const busy = setTimeout(() => this.#showBusy(true), BUSY_MS);
    const began = performance.now();
    try {
      const { published, outlet } = this.#given;
      const options = { ...(published && { published }), ...(outlet && { outlet }) };
      const { report, timings } = await OnRecord.engine.analyze(text, options, {
        signal: asking.signal,
        progress: (step) => this.#progress(step),
      });
      if (this.#asking !== asking) return undefined;
      const milliseconds = performance.now() - began;
      const reading = new Reading(text, report, this.#strings);
      this.#draw(reading);
      this.#shell.status.textContent = this.#strings.done(reading.wordCount, milliseconds.toFixed(0));
      this.#emit("report", { report, timings });
      return report;
    } catch (error) {
      if (this.#asking === asking && !asking.signal.aborted) this.#fail(error);
      return undefined;
    } finally {
      clearTimeout(busy);
      if (this.#asking === asking) {
        this.#asking = undefined;
        this.#showBusy(false);
      }
    }
  }

  /** Shows a text with a report that was made earlier. @param {string} text @param {Report} report */
  show(text, report) {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#text = text;
    this.#draw(new Reading(text, report, this.#strings));
  }

  /** Selects a claim, entity, quantity, time or check by its id; nothing unselects. @param {string} [id] */
  select(id) {
    for (const element of this.#of(this.#selected)) element.classList.remove("selected");
    this.#selected = id;
    if (id) this.#need(id);
    for (const element of this.#of(id)) element.classList.add("selected");
    this.#shell.root.toggleAttribute("data-selecting", Boolean(id));
    this.#rove();
    this.#emit("select", { id });
  }

  /**
   * The reading as one of the `EXPORTS`: "json", "html", "markdown", "w3c", or a CSV table, "claims" and so on.
   * @param {string} format
   * @returns {Promise<string>}
   */
  async export(format) {
    const kind = EXPORTS.find(({ id }) => id === format);
    if (!kind || !this.#reading) throw new RangeError(kind ? "there is no report yet" : `no such format: ${format}`);
    const text = await kind.make(this.#reading);
    this.#emit("export", { format });
    return text;
  }

  /** Shows only these kinds of mark. @param {string[]} kinds */
  setFilter(kinds) {
    this.#hiddenKinds = new Set(Object.keys(this.#strings.kinds).filter((kind) => !kinds.includes(kind)));
    this.#showLegend();
  }

  // Coming in.

  #listen() {
    const {
      root,
      input,
      analyse,
      openers,
      file,
      fresh,
      edit,
      published,
      saveButton,
      keysButton,
      cancel,
      editor,
      search,
    } = this.#shell;
    analyse.addEventListener("click", () => this.#take({ text: input.value }));
    input.addEventListener("paste", (/** @type {ClipboardEvent} */ event) => this.#paste(event));
    input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#take({ text: input.value });
    });
    for (const opener of openers) opener.addEventListener("click", () => file.click());
    file.addEventListener("change", () => this.#takeFile(file.files[0]).then(() => (file.value = "")));
    fresh.addEventListener("click", () => this.#startOver());
    edit.addEventListener("click", () => (this.state === "writing" ? this.#finishWriting() : this.#write()));
    editor.addEventListener("input", () => this.#type());
    published.addEventListener("change", () => this.#setPublished(published.value));
    keysButton.addEventListener("click", () => this.#shell.keys.showModal());
    saveButton.addEventListener("click", () => this.#save.showModal());
    cancel.addEventListener("click", () => this.#cancel());
    search.addEventListener("input", () => this.#search());
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("pointerover", (event) => this.#hover(event.target));
    root.addEventListener("pointerleave", () => this.#hover(null));
    root.addEventListener("focusin", (event) => this.#hover(event.target));
    new ResizeObserver(() => this.#fit()).observe(this.#shell.toolbar);
    this.#listenToDrops();
  }

  #listenToDrops() {
    const { root } = this.#shell;
    const over = (/** @type {boolean} */ is) => root.toggleAttribute("data-dropping", is);
    this.addEventListener("dragover", (event) => {
      event.preventDefault();
      over(true);
    });
    this.addEventListener("dragleave", (event) => event.relatedTarget === null && over(false));
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      const file = event.dataTransfer?.files[0];
      if (file) this.#takeFile(file);
      else this.#take({ text: event.dataTransfer?.getData("text/plain") ?? "" });
    });
  }

  /** A pasted article is read at once, unless the reader is pasting into words already there. @param {ClipboardEvent} event */
  #paste(event) {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (this.#shell.input.value.trim() || !pasted.trim()) return;
    event.preventDefault();
    this.#shell.input.value = pasted;
    this.#take({ text: pasted });
  }

  /** @param {File | undefined} file */
  async #takeFile(file) {
    if (!file) return;
    const brought = await readFile(file, this.#strings);
    if ("problem" in brought) this.#complain(brought.problem);
    else if ("saved" in brought) await this.#goOn(brought.saved);
    else await this.#take(brought.article);
  }

  /** With a report that was saved, unless its text was changed since. @param {{ text: string, report: Report }} saved */
  async #goOn({ text, report }) {
    const fresh = !report.digest || [report.digest, undefined].includes(await sha256(text));
    this.#given = { ...(report.published && { published: report.published, by: /** @type {const} */ ("saved") }) };
    if (fresh) return this.show(text, report);
    await this.#take({ text });
    this.#complain(this.#strings.staleReport);
  }

  /** @param {Article} article @param {"page" | "sample"} by who knows its publication date, if anybody does */
  async #take({ text, published, outlet }, by = "page") {
    if (!text.trim()) return this.#complain(this.#strings.isEmpty);
    if (isAddress(text)) return this.#complain(this.#strings.isUrl);
    this.#given = { published, outlet, ...(published && { by }) };
    this.#complain("");
    this.select();
    if (this.#isNarrow()) this.#showView("article");
    const report = await this.analyze(text);
    if (report) this.#focusArticle();
  }

  #setPublished(/** @type {string} */ value) {
    this.#given = { ...this.#given, published: value || undefined, by: value ? "reader" : undefined };
    this.analyze();
  }

  #startOver() {
    this.#asking?.abort();
    this.#reading = undefined;
    this.#text = "";
    this.#given = {};
    this.#complain("");
    this.select();
    this.#setState("empty");
    this.#shell.input.value = "";
    this.#shell.input.focus();
  }

  #write() {
    this.#shell.editor.value = this.#text;
    this.#setState("writing");
    this.#shell.editor.focus();
  }

  #type() {
    clearTimeout(this.#typing);
    this.#text = this.#shell.editor.value;
    this.#typing = setTimeout(() => this.analyze(), TYPING_MS);
  }

  #finishWriting() {
    clearTimeout(this.#typing);
    if (!this.#text.trim()) return this.#startOver();
    this.#setState("reading");
    this.analyze();
    this.#focusArticle();
  }

  #cancel() {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#showBusy(false);
    if (this.state === "empty") this.#shell.input.focus();
  }

  /** The views stay below the toolbar, however high it is; a wide window has *Who says what* pinned. */
  #fit() {
    const { root, toolbar } = this.#shell;
    const height = this.#isNarrow() ? 0 : toolbar.offsetHeight;
    root.style.setProperty("--toolbar", `${height}px`);
    if (this.#isWide() && root.dataset.view === "claims") this.#showView("entities");
    if (!this.#isNarrow() && root.dataset.view === "article") this.#showView(this.#view);
  }

  // Showing.

  /** @param {Reading} reading */
  #draw(reading) {
    const { report } = reading;
    const selected = this.#selected;
    this.#reading = reading;
    this.#complain(report.language === "other" ? this.#strings.otherLanguage : "");
    const { body, pieces } = drawArticle(reading);
    this.#pieces = pieces;
    this.#shell.article.replaceChildren(body);
    this.#drawn.clear();
    for (const view of VIEWS) this.#shell.panels[view].replaceChildren();
    if (this.state !== "writing") this.#setState("reading");
    this.#drawVisibleViews();
    this.#showLegend();
    this.#showTallies();
    this.#showPublished();
    this.#shell.status.textContent = "";
    this.select(selected && reading.has(selected) ? selected : undefined);
    this.#search();
  }

  /** @param {View} view */
  #drawView(view) {
    if (!this.#reading || !view || this.#drawn.has(view)) return;
    this.#drawn.add(view);
    const panel = this.#shell.panels[view];
    panel.replaceChildren(...DRAW[view](this.#reading));
  }

  /** Wide windows show *Who says what* beside the chosen view. */
  #drawVisibleViews() {
    this.#drawView("claims");
    this.#drawView(this.#view);
  }

  #showLegend() {
    const { legend, root } = this.#shell;
    drawLegend(legend, this.#reading, this.#strings, this.#hiddenKinds, (kind) => {
      if (!this.#hiddenKinds.delete(kind)) this.#hiddenKinds.add(kind);
      this.#showLegend();
      legend.querySelector(`[data-kind="${kind}"]`)?.focus();
    });
    root.dataset.hide = [...this.#hiddenKinds].join(" ");
  }

  #showTallies() {
    const report = /** @type {Reading} */ (this.#reading).report;
    const tallies = {
      claims: report.claims.length,
      entities: report.entities.length,
      figures: report.quantities.length + report.times.length,
      unattributed: report.unattributed.length,
    };
    const { pinned, tabs } = this.#shell;
    for (const tab of [pinned, ...tabs]) {
      const tally = tab.querySelector(".tally");
      if (tally) tally.textContent = String(tallies[/** @type {View} */ (tab.dataset.view ?? "claims")] ?? "");
    }
  }

  #showPublished() {
    const { published, publishedNote } = this.#shell;
    const used = this.#reading?.report.published ?? this.#given.published;
    const by = this.#given.by ?? (used ? "dateline" : "none");
    published.value = used?.slice(0, 10) ?? "";
    publishedNote.textContent = this.#strings.published[by];
  }

  /** @param {"empty" | "writing" | "reading"} state */
  #setState(state) {
    const { root, edit } = this.#shell;
    root.dataset.state = state;
    edit.setAttribute("aria-pressed", String(state === "writing"));
    edit.textContent = state === "writing" ? this.#strings.doneEditing : this.#strings.editText;
  }

  /** @param {string} view @param {{ focus?: boolean }} [how] */
  #showView(view, { focus = false } = {}) {
    if (view === "claims" && this.#isWide()) view = "entities";
    const { root, tabs, search } = this.#shell;
    root.dataset.view = view;
    if (view !== "article") this.#view = /** @type {View} */ (view);
    this.#drawVisibleViews();
    this.#rove();
    for (const tab of tabs) {
      const chosen = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen && focus) tab.focus();
    }
    this.#hidePeek();
    search.value = "";
    this.#search();
  }

  /** @param {boolean} is */
  #showBusy(is) {
    this.#shell.busy.hidden = !is;
  }

  /** @param {{ stage: string, index: number, count: number }} step */
  #progress(step) {
    this.#shell.progress.value = (step.index + 0.5) / step.count;
    this.#emit("progress", step);
  }

  /** @param {any} error */
  #fail(error) {
    const { code = "PANIC", message } = error;
    const words = this.#strings.errors[code] ?? this.#strings.errors.PANIC;
    this.#complain(words, code === "TOO_LARGE" ? `${message[0].toUpperCase()}${message.slice(1)}.` : message);
    if (this.#text && this.state === "empty") this.#shell.input.value = this.#text.slice(0, 100_000);
    this.#emit("error", { code, message });
  }

  /** @param {string} words @param {string} [details] */
  #complain(words, details) {
    const { problem } = this.#shell;
    problem.replaceChildren(
      ...(words ? [h("p", {}, words)] : []),
      ...(details ? [h("p", { class: "details" }, details)] : []),
    );
  }

  #search() {
    const { search, nothing } = this.#shell;
    const words = search.value.trim().toLowerCase();
    const panels = [this.#shell.panels[this.#view], this.#shell.panels.claims];
    let found = 0;
    for (const panel of new Set(this.#isWide() ? panels : panels.slice(0, 1))) {
      if (words) finish(panel);
      for (const item of all(panel, ".item")) {
        item.hidden = words !== "" && !item.textContent?.toLowerCase().includes(words);
        if (!item.hidden) found++;
      }
      for (const section of all(panel, ".section")) {
        section.hidden = words !== "" && !section.querySelector(".item:not([hidden])");
      }
    }
    nothing.hidden = !words || found > 0;
    nothing.textContent = words ? this.#strings.nothingFound(search.value.trim()) : "";
  }

  // Joining the article and the views.

  /** The card or row of `id`, if its view was drawn. @param {string} id @returns {HTMLElement | undefined} */
  #item(id) {
    const panel = this.#shell.panels[VIEW_OF[id[0]]];
    return panel.querySelector(`.item[data-id="${CSS.escape(id)}"]`) ?? undefined;
  }

  /** Draws what is still missing of `id`, here and there. @param {string} id */
  #need(id) {
    this.#drawView(VIEW_OF[id[0]]);
    if (!this.#item(id)) finish(this.#shell.panels[VIEW_OF[id[0]]]);
    if (!this.#pieces.has(id)) finish(this.#shell.article);
  }

  /** Everything that shows `id`. @param {string | undefined} id @returns {HTMLElement[]} */
  #of(id) {
    if (!id) return [];
    const item = this.#item(id);
    const moments = this.#shell.panels.figures.querySelectorAll(`.moment[data-id="${id}"]`);
    return [...(this.#pieces.get(id) ?? []), ...(item ? [item] : []), .../** @type {any} */ (moments)];
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const tab = target.closest(".tab");
    if (tab instanceof HTMLElement) return this.#showView(String(tab.dataset.view));
    const sample = target.closest("[data-sample]");
    if (sample instanceof HTMLElement) return this.#openSample(String(sample.dataset.sample));
    const note = target.closest(".note");
    if (note instanceof HTMLElement) {
      event.preventDefault();
      return this.#goToItem(String(note.dataset.note), event.detail === 0);
    }
    const go = target.closest("[data-go]");
    if (go instanceof Element) return this.#goToText(String(go.getAttribute("data-go")));
    const mark = visibleMark(target);
    if (mark && getSelection()?.isCollapsed !== false) return this.#goToItem(String(mark.dataset.id), false);
    const item = target.closest(".item");
    if (item instanceof HTMLElement && !target.closest("details")) this.#goToText(String(item.dataset.id));
  }

  /** @param {string} name */
  #openSample(name) {
    const sample = OnRecord.samples.find((sample) => sample.name === name);
    if (sample) this.#take(sample, "sample");
  }

  /** From the article to the card. @param {string} id @param {boolean} focus */
  #goToItem(id, focus) {
    const view = VIEW_OF[id[0]];
    const pinned = view === "claims" && this.#isWide();
    if (this.#isNarrow()) {
      this.select(id);
      return this.#showPeek(id);
    }
    if (this.#view !== view && !pinned) this.#showView(view);
    this.select(id);
    const item = this.#item(id);
    if (!item) return;
    item.hidden = false;
    reveal(item);
    if (focus) item.querySelector("button")?.focus({ preventScroll: true });
  }

  /** From the card to the article; again: to the next mention. @param {string} id */
  #goToText(id) {
    const pieces = this.#pieces.get(id) ?? [];
    const again = this.#selected === id ? 1 : 0;
    const at = (pieces.findIndex((piece) => piece.classList.contains("here")) + again) % Math.max(pieces.length, 1);
    this.select(id);
    const piece = pieces[Math.max(at, 0)];
    if (!piece) return;
    for (const other of this.#shell.article.querySelectorAll(".here")) other.classList.remove("here");
    piece.classList.add("here");
    if (this.#isNarrow()) this.#showView("article");
    reveal(piece);
  }

  /** On a phone the card comes to the reader. @param {string} id */
  #showPeek(id) {
    const { peek } = this.#shell;
    const item = this.#item(id)?.cloneNode(true);
    if (!(item instanceof HTMLElement)) return;
    item.hidden = false;
    item.querySelector("[data-go]")?.removeAttribute("data-go");
    const close = h("button", { type: "button", class: "close" }, this.#strings.close);
    close.addEventListener("click", () => this.select());
    peek.replaceChildren(h("ul", { class: "rows" }, item), close);
    peek.hidden = false;
  }

  #hidePeek() {
    this.#shell.peek.hidden = true;
    this.#shell.peek.replaceChildren();
  }

  /** What the pointer or the focus is on, there and on the other side. @param {EventTarget | null} target */
  #hover(target) {
    const element = target instanceof Element ? target : undefined;
    const id =
      element?.closest("[data-note]")?.getAttribute("data-note") ??
      (element && visibleMark(element)?.dataset.id) ??
      element?.closest(".item, .moment")?.getAttribute("data-id");
    const hot = this.shadowRoot?.querySelectorAll(".hot") ?? [];
    for (const element of hot) element.classList.remove("hot");
    for (const element of this.#of(id ?? undefined)) element.classList.add("hot");
  }

  /** One tab stop in the article and one in each list: the selected claim, else the first. */
  #rove() {
    const { article, panels } = this.#shell;
    rove(article, ".note", this.#selected && this.#noteOf(this.#selected));
    for (const view of VIEWS) rove(panels[view], "button.head", panels[view].querySelector(".item.selected > .head"));
  }

  // Keys.

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const active = this.shadowRoot?.activeElement;
    if (this.#keyInTabs(event, active) || this.#keyInList(event, active)) return event.preventDefault();
    const typing = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
    if (event.key === "Escape" && active !== this.#shell.input && !this.#dialogIsOpen()) {
      if (typing && this.state === "writing") this.#finishWriting();
      else this.#unselect();
    }
    if (typing || this.state !== "reading" || this.#dialogIsOpen()) return;
    if (this.#command(event.key)) event.preventDefault();
  }

  #dialogIsOpen() {
    return this.#shell.keys.open || this.#save.open;
  }

  /** @param {string} key @returns {boolean} whether it is one of ours */
  #command(key) {
    const { keys, search } = this.#shell;
    if (key === "j") this.#step(1);
    else if (key === "k") this.#step(-1);
    else if (key === "e") this.#write();
    else if (key === "/") search.focus();
    else if (key === "?") keys.showModal();
    else if (/^[1-4]$/.test(key)) this.#showView(VIEWS[Number(key) - 1], { focus: true });
    else return false;
    return true;
  }

  /** @param {KeyboardEvent} event @param {Element | null | undefined} active */
  #keyInTabs({ key }, active) {
    const tabs = this.#shell.tabs.filter((tab) => tab.offsetParent !== null);
    const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (active));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[key];
    if (at < 0 || to === undefined) return false;
    this.#showView(String(tabs[(to + tabs.length) % tabs.length].dataset.view), { focus: true });
    return true;
  }

  /** @param {KeyboardEvent} event @param {Element | null | undefined} active */
  #keyInList({ key }, active) {
    if (!(active instanceof HTMLElement) || !active.matches("button.head")) return false;
    const heads = all(/** @type {Element} */ (active.closest(".panel")), ".item:not([hidden]) > button.head");
    if (key === "Enter") {
      const id = String(active.dataset.go);
      this.#goToText(id);
      if (id[0] === "c") this.#noteOf(id)?.focus({ preventScroll: true });
      return true;
    }
    const to = { ArrowDown: 1, ArrowUp: -1 }[key];
    const next = to && heads[heads.indexOf(active) + to];
    if (!next) return false;
    rove(/** @type {HTMLElement} */ (active.closest(".panel")), "button.head", next);
    next.focus();
    return true;
  }

  /** @param {1 | -1} by */
  #step(by) {
    const claims = this.#reading?.report.claims ?? [];
    if (claims.length === 0) return;
    const at = claims.findIndex(({ id }) => id === this.#selected);
    const to = at < 0 ? (by > 0 ? 0 : claims.length - 1) : Math.min(Math.max(at + by, 0), claims.length - 1);
    const { id } = claims[to];
    const inViews = this.shadowRoot?.activeElement?.closest(".views");
    this.#goToItem(id, Boolean(inViews));
    const piece = this.#pieces.get(id)?.[0];
    if (piece) reveal(piece);
    if (!inViews) this.#noteOf(id)?.focus({ preventScroll: true });
  }

  /** @param {string} id @returns {HTMLElement | null} */
  #noteOf(id) {
    return this.#shell.article.querySelector(`[data-note="${id}"]`);
  }

  #unselect() {
    this.#hidePeek();
    this.select();
  }

  #focusArticle() {
    const { article } = this.#shell;
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
  }

  #isNarrow() {
    return getComputedStyle(this.#shell.root).getPropertyValue("--layout").trim() === "narrow";
  }

  #isWide() {
    return getComputedStyle(this.#shell.root).getPropertyValue("--layout").trim() === "wide";
  }

  /** @param {string} name @param {object} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`onrecord-${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** The innermost mark that the legend does not hide. @param {Element} target @returns {HTMLElement | undefined} */
function visibleMark(target) {
  for (let mark = target.closest("mark"); mark; mark = mark.parentElement?.closest("mark") ?? null) {
    if (getComputedStyle(mark).getPropertyValue("--shown").trim() === "1") return mark;
  }
}

/**
 * Moves the one tab stop among the elements of a kind to one of them, else to the first.
 * @param {HTMLElement} within @param {string} selector @param {Element | null | undefined | ""} [to]
 */
function rove(within, selector, to) {
  const stop = to || within.querySelector(selector);
  for (const old of all(within, `${selector}[tabindex="0"]`)) old.tabIndex = -1;
  if (stop instanceof HTMLElement) stop.tabIndex = 0;
}

/** @param {Element} within @param {string} selector @returns {HTMLElement[]} */
function all(within, selector) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
}

/** @param {Element} element */
function reveal(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

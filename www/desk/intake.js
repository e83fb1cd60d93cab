// Coming in: pasted, typed, dropped, opened, edited.

import { sha256 } from "../exports/json.js";
import { readAnnotations } from "../anchoring.js";
import { putBack, setAside } from "../boilerplate.js";
import { h } from "../dom.js";
import { isAddress, readFile, readPasted } from "../input.js";
import { articlesIn } from "../several.js";
import { shortHeadline } from "../shell.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../input.js").Article} Article */

/** While typing, the text is read this long after the last key. */
const TYPING_MS = 150;

export class Intake {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  /** Ends what listens to the element itself. */
  #drops = new AbortController();

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.#listen();
    this.#listenToDrops();
  }

  stop() {
    clearTimeout(this.#typing);
    this.#drops.abort();
  }

  #listen() {
    const { state, shell } = this.desk;
    const { input, analyse, openers, file, fresh, edit, published, editor } = shell;
    analyse.addEventListener("click", () => this.take(this.typed(input.value)));
    input.addEventListener("paste", (/** @type {ClipboardEvent} */ event) => this.#paste(event));
    input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.take(this.typed(input.value));
    });
    for (const opener of openers) opener.addEventListener("click", () => file.click());
    file.addEventListener("change", () => this.takeFile(file.files[0]).then(() => (file.value = "")));
    fresh.addEventListener("click", () => this.desk.leaving.leave(() => this.startOver()));
    edit.addEventListener("click", () => (state.phase === "writing" ? this.finishWriting() : this.write()));
    editor.addEventListener("input", () => this.#type());
    published.addEventListener("change", () => this.#setPublished(published.value));
  }

  #listenToDrops() {
    const { host } = this.desk.services;
    const { signal } = this.#drops;
    const over = (/** @type {boolean} */ is) => this.desk.shell.root.toggleAttribute("data-dropping", is);
    host.addEventListener("dragover", (event) => (event.preventDefault(), over(true)), { signal });
    host.addEventListener("dragleave", (event) => event.relatedTarget === null && over(false), { signal });
    const drop = (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      over(false);
      const file = event.dataTransfer?.files[0];
      if (file) this.takeFile(file);
      else {
        const article = readPasted(event.dataTransfer);
        this.desk.leaving.leave(() => this.take(article));
      }
    };
    host.addEventListener("drop", drop, { signal });
  }

  /** A pasted article is read at once, unless the reader is pasting into words already there. @param {ClipboardEvent} event */
  #paste(event) {
    const { input } = this.desk.shell;
    if (input.value.trim()) return;
    const article = readPasted(event.clipboardData);
    if (!article.text.trim()) return;
    event.preventDefault();
    input.value = article.text;
    this.take(article);
  }

  /** @param {File} file */
  read(file) {
    return readFile(file, this.desk.strings);
  }

  /** Without the lines that are not the article's. @param {string} text */
  typed(text) {
    return setAside(text);
  }

  /** @param {DataTransfer | null} pasted */
  pasted(pasted) {
    return readPasted(pasted);
  }

  /** @param {File | undefined} file */
  async takeFile(file) {
    if (!file) return;
    const brought = await this.read(file);
    if ("problem" in brought) return this.desk.messages.complain(brought.problem);
    if ("annotations" in brought) return this.#annotate(brought.annotations, file.name);
    this.desk.leaving.leave(() => ("saved" in brought ? this.goOn(brought.saved) : this.take(brought.article)));
  }

  /** @param {string} json @param {string} name */
  #annotate(json, name) {
    const { state, strings, messages, showing } = this.desk;
    if (!state.reading) return messages.complain(strings.notesFirst);
    const notes = readAnnotations(json, state.reading.text);
    if (!notes) return messages.complain(strings.refused.none(name));
    state.notes = notes;
    showing.show(state.reading);
    const { length } = notes;
    const count = (/** @type {string} */ wanted) => notes.filter(({ state }) => state === wanted).length;
    messages.say(
      strings.notesSummary(count("anchored"), count("ambiguous"), length - count("anchored") - count("ambiguous")),
    );
  }

  /** With a report that was saved, unless its text was changed since. @param {import("../input.js").Saved} saved */
  async goOn({ text, report: { digest, ...report }, corrections }) {
    const { state, strings, messages, showing } = this.desk;
    const fresh = !digest || [digest, undefined].includes(await sha256(text));
    state.given = { ...(report.published && { published: report.published, by: /** @type {const} */ ("saved") }) };
    state.aside = [];
    if (fresh) return showing.open(text, report, corrections);
    await this.take({ text });
    messages.complain(strings.staleReport);
  }

  /** @param {Article} article @param {"page" | "sample"} by who knows its publication date, if anybody does */
  async take({ text, published, outlet, credit, aside = [], left }, by = "page") {
    const { state, strings, messages, asking, selection, showing } = this.desk;
    if (!text.trim()) return messages.complain(strings.isEmpty);
    if (isAddress(text)) return messages.complain(strings.isUrl);
    state.given = { published, outlet, credit, ...(published && { by }) };
    Object.assign(state, { aside, notes: [], corrections: [], corrected: undefined, undone: [], lost: [] });
    messages.complain("");
    selection.select();
    showing.showView("claims");
    const parts = articlesIn(text);
    const report = await asking.analyze(text);
    if (!report) return;
    showing.focusArticle();
    if (left) messages.say(strings.leftOut(left.deletions, left.comments, left.notes));
    if (parts.length > 1) this.#offer(text, parts, 0);
  }

  /** Several articles in one paste: all of them, or one at a time. @param {string} whole @param {string[]} parts @param {number} chosen 0 for the whole */
  #offer(whole, parts, chosen) {
    const { strings, messages, asking } = this.desk;
    const texts = [whole, ...parts];
    const names = [strings.asOne, ...parts.map((part) => `“${shortHeadline(part)}”`)];
    const choose = async (/** @type {number} */ i) => {
      await asking.analyze(texts[i]);
      this.#offer(whole, parts, i);
    };
    const buttons = names.map((name, i) => {
      const button = h("button", { "aria-pressed": String(i === chosen) }, name);
      button.addEventListener("click", () => choose(i));
      return button;
    });
    messages.offer(strings.severalArticles(parts.length), buttons);
  }

  /** @param {string} name of one of our own articles */
  openSample(name) {
    const sample = this.desk.services.samples.find((sample) => sample.name === name);
    if (sample) this.take({ ...sample, ...setAside(sample.text) }, "sample");
  }

  /** A line that was set aside is the article's after all. @param {number} which */
  async putBack(which) {
    const { state, shell, asking, showing } = this.desk;
    const { text, aside } = putBack(state.text, state.aside, which);
    state.aside = aside;
    await asking.analyze(text);
    const next = shell.aside.querySelectorAll("button")[Math.min(which, aside.length - 1)];
    if (next) next.focus();
    else showing.focusArticle();
  }

  /** The text as it was when the corrections were made. */
  async bringBack() {
    const { state, shell, asking } = this.desk;
    const { corrected } = state;
    if (!corrected) return;
    shell.editor.value = corrected.text;
    await asking.analyze(corrected.text);
  }

  #setPublished(/** @type {string} */ value) {
    const { state, asking } = this.desk;
    state.given = { ...state.given, published: value || undefined, by: value ? "reader" : undefined };
    asking.analyze(state.text);
  }

  startOver() {
    const { state, shell, messages, asking, selection, showing } = this.desk;
    asking.cancel();
    Object.assign(state, {
      reading: undefined,
      text: "",
      given: {},
      aside: [],
      notes: [],
      corrections: [],
      corrected: undefined,
      undone: [],
      lost: [],
    });
    messages.complain("");
    selection.select();
    showing.setPhase("empty");
    shell.input.value = "";
    shell.input.focus();
  }

  write() {
    const { state, shell, showing } = this.desk;
    shell.editor.value = state.text;
    showing.setPhase("writing");
    shell.editor.focus();
    shell.editor.setSelectionRange(0, 0);
  }

  #type() {
    const { state, shell, asking } = this.desk;
    clearTimeout(this.#typing);
    state.text = shell.editor.value;
    this.#typing = setTimeout(() => asking.analyze(state.text), TYPING_MS);
  }

  finishWriting() {
    const { state, asking, showing } = this.desk;
    clearTimeout(this.#typing);
    if (!state.text.trim()) return this.startOver();
    showing.setPhase("reading");
    asking.analyze(state.text);
    showing.focusArticle();
  }
}

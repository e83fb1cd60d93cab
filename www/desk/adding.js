// Adding what was missed: words are selected in the article, and a small bar asks what they are.

import { adder } from "../corrections/adding.js";
import { h } from "../dom.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {import("../corrections/adding.js").What} What */

export class Adding {
  #bar;
  #stop = new AbortController();
  /** @type {Span | undefined} */
  #span;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const { strings, shell } = desk;
    const buttons = Object.entries(strings.addKinds).map(([what, name]) => {
      const button = h("button", { "data-add": what }, name);
      button.addEventListener("click", () => this.open(/** @type {What} */ (what)));
      return button;
    });
    this.#bar = h(
      "div",
      { class: "adder", role: "group", "aria-label": strings.addTitle, hidden: true },
      h("span", {}, strings.addBar),
      buttons,
    );
    // The selection stays while one of its buttons is pressed.
    this.#bar.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault());
    shell.root.append(this.#bar);
    document.addEventListener("selectionchange", () => this.#follow(), { signal: this.#stop.signal });
  }

  stop() {
    this.#stop.abort();
  }

  /** Asks what the selected words are; without any, also which words. @param {What} what */
  open(what) {
    const span = this.#span;
    const { state, correcting } = this.desk;
    const reading = /** @type {Reading} */ (state.reading);
    this.#bar.hidden = true;
    correcting.ask((done, cancel) => {
      const added = (/** @type {import("../report.js").Correction[]} */ corrections) => {
        done(corrections);
        this.#showNew(reading);
      };
      return adder(reading, { span, what }, added, cancel);
    });
  }

  /** What there is now and was not before. @param {Reading} before */
  #showNew(before) {
    const { report } = /** @type {Reading} */ (this.desk.state.reading);
    const all = [report.claims, report.quantities, report.times, report.entities].flat();
    const fresh = all.find(({ id }) => !before.has(id));
    if (fresh) this.desk.selection.goToItem(fresh.id, false);
  }

  /** The bar stands below the words. */
  #follow() {
    const { state, shell, layout } = this.desk;
    const range = state.phase === "reading" ? this.#selected() : undefined;
    this.#span = range && spanOf(range, state.text);
    this.#bar.hidden = !this.#span || Boolean(shell.root.querySelector("dialog[open]"));
    if (!range || this.#bar.hidden || layout === "narrow") return;
    const [words, root] = [range.getBoundingClientRect(), shell.root.getBoundingClientRect()];
    const most = root.width - this.#bar.offsetWidth - 8;
    this.#bar.style.top = `${words.bottom - root.top + 6}px`;
    this.#bar.style.left = `${Math.max(8, Math.min(words.left - root.left, most))}px`;
  }

  /** What is selected in the article. @returns {Range | undefined} */
  #selected() {
    const { article } = this.desk.shell;
    const root = /** @type {any} */ (article.getRootNode());
    const selection = root.getSelection?.() ?? document.getSelection();
    if (!selection?.rangeCount) return undefined;
    const [composed] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
    const range = document.createRange();
    const { startContainer, startOffset, endContainer, endOffset } = composed ?? selection.getRangeAt(0);
    if (!article.contains(startContainer) || !article.contains(endContainer)) return undefined;
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.collapsed ? undefined : range;
  }
}

/** The span of the text, without white space around it. @param {Range} range @param {string} text @returns {Span | undefined} */
function spanOf({ startContainer, startOffset, endContainer, endOffset }, text) {
  let [start, end] = [placeOf(startContainer, startOffset), placeOf(endContainer, endOffset)];
  while (start < end && /\s/.test(text[start])) start++;
  while (start < end && /\s/.test(text[end - 1])) end--;
  return start < end ? { start, end } : undefined;
}

/** A place of the article as a place of its text: what is only read aloud, and numbers of claims, are no text. @param {Node} node @param {number} offset */
function placeOf(node, offset) {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = /** @type {HTMLElement | undefined} */ (element?.closest("[data-start]") ?? undefined);
  if (!paragraph) {
    const next = /** @type {HTMLElement | undefined} */ (element?.querySelectorAll("[data-start]")[offset]);
    return Number(next?.dataset.start ?? Number.NaN);
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  const words = before.cloneContents();
  for (const extra of words.querySelectorAll(".hidden, .note")) extra.remove();
  return Number(paragraph.dataset.start) + (words.textContent ?? "").length;
}

// The two boxes: the article, and what it is compared with.

import { h } from "../dom.js";
import { guessMode } from "./guess.js";

/** @typedef {import("../comparison.js").Mode} Mode */
/** @typedef {import("../input.js").Brought} Brought */
/** @typedef {import("../report.js").Options} Options */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {import("./strings/en.js").Words} Words */
/** @typedef {{ text: string, options: Options, saved?: { report: Report, corrections: Correction[] } }} Side a text and what came with it */
/**
 * @typedef {object} Doing
 * @property {string} open what the button for a file says
 * @property {(file: File) => Promise<Brought>} read
 * @property {(pasted: DataTransfer | null) => { text: string, published?: string, outlet?: string }} paste
 * @property {(text: string) => { text: string }} typed what is read of words that were typed
 * @property {(problem: string) => void} complain
 * @property {(a: Side, b: Side, mode: Mode) => void} compare
 * @property {() => void} back
 */

const MODES = /** @type {const} */ (["source", "versions", "outlets"]);

export class Form {
  /** Whether the reader chose what the second text is. */
  #chosen = false;

  /** @param {Words} words @param {Doing} doing */
  constructor(words, doing) {
    this.words = words;
    this.doing = doing;
    this.boxes = [
      new Box(words.first, words.firstHint, doing, () => this.#guess()),
      new Box(words.second, words.secondHint, doing, () => this.#guess()),
    ];
    this.modes = modeChoice(words, "compare-mode");
    // Always there: a button that is being pressed must not move when this is said.
    this.guessed = h("p", { class: "quiet guessed", "aria-live": "polite" });
    this.back = h("button", {}, words.back);
    const compare = h("button", { class: "primary" }, words.compare);
    this.root = h(
      "div",
      { class: "compare-form" },
      h("h2", {}, words.title),
      h("p", { class: "lead" }, words.lead),
      h(
        "div",
        { class: "text-boxes" },
        this.boxes.map(({ root }) => root),
      ),
      this.modes,
      this.guessed,
      h("div", { class: "actions" }, compare, this.back),
    );
    compare.addEventListener("click", () => this.#submit());
    this.back.addEventListener("click", () => doing.back());
    this.root.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#submit();
    });
    this.modes.addEventListener("change", () => {
      this.#chosen = true;
      this.guessed.textContent = "";
    });
  }

  /** @param {Side} a @param {Side} [b] @param {Mode} [mode] as the reader chose it */
  show(a, b, mode) {
    this.boxes[0].show(a);
    if (b) this.boxes[1].show(b);
    if (mode) chooseMode(this.modes, mode);
    this.#chosen = Boolean(mode);
    this.back.textContent = a.text ? this.words.back : this.words.backEmpty;
  }

  focus() {
    this.boxes[this.boxes[0].side.text.trim() ? 1 : 0].input.focus();
  }

  #guess() {
    const [a, b] = this.boxes.map(({ side }) => side.text);
    if (this.#chosen || !a.trim() || !b.trim()) return;
    chooseMode(this.modes, guessMode(a, b));
    this.guessed.textContent = this.words.guessed;
  }

  #submit() {
    const [a, b] = this.boxes.map(({ side }) => side);
    if (!a.text.trim() || !b.text.trim()) return this.doing.complain(this.words.needTwo);
    this.#guess();
    this.doing.compare(a, b, chosenMode(this.modes));
  }
}

/** A text that is pasted, typed, or comes from a file. */
class Box {
  /** What came with the words, for as long as they are the same. @type {Side | undefined} */
  #came;

  /** @param {string} name @param {string} hint @param {Doing} doing @param {() => void} changed */
  constructor(name, hint, doing, changed) {
    this.doing = doing;
    this.input = h("textarea", { class: "input", placeholder: hint, spellcheck: "false", rows: 12 });
    const file = h("input", { type: "file", class: "hidden", tabindex: "-1", "aria-hidden": "true" });
    const open = h("button", { "aria-label": `${name}: ${doing.open}` }, doing.open);
    this.root = h(
      "div",
      { class: "text-box" },
      h("label", {}, h("span", { class: "box-name" }, name), this.input),
      open,
      file,
    );
    this.input.addEventListener("change", changed);
    this.input.addEventListener("paste", (/** @type {ClipboardEvent} */ event) => {
      if (this.input.value.trim()) return;
      event.preventDefault();
      const { text, published, outlet } = doing.paste(event.clipboardData);
      this.show({ text, options: known({ published, outlet }) });
      changed();
    });
    const take = async (/** @type {File | null | undefined} */ chosen) => {
      const brought = chosen && (await doing.read(chosen));
      if (!brought) return;
      if ("problem" in brought) return doing.complain(brought.problem);
      if ("annotations" in brought) return;
      doing.complain("");
      this.show(sideOf(brought));
      changed();
    };
    open.addEventListener("click", () => file.click());
    file.addEventListener("change", () => take(file.files[0]).then(() => (file.value = "")));
    this.root.addEventListener("drop", (/** @type {DragEvent} */ event) => {
      const dropped = event.dataTransfer?.files[0];
      if (dropped) take(dropped);
    });
  }

  /** @param {Side} side */
  show(side) {
    this.#came = side;
    this.input.value = side.text;
  }

  /** @returns {Side} */
  get side() {
    const text = this.input.value;
    return this.#came && sameWords(this.#came.text, text)
      ? this.#came
      : { text: this.doing.typed(text).text, options: {} };
  }
}

/** A field makes every line's end the same. @param {string} text @param {string} shown */
function sameWords(text, shown) {
  return text.replace(/\r\n?/g, "\n") === shown;
}

/** @param {Extract<Brought, { article: any } | { saved: any }>} brought @returns {Side} */
function sideOf(brought) {
  if ("article" in brought) {
    const { text, published, outlet } = brought.article;
    return { text, options: known({ published, outlet }) };
  }
  const { text, report, corrections } = brought.saved;
  return { text, options: known({ published: report.published }), saved: { report, corrections } };
}

/** @param {Options} options @returns {Options} */
export function known({ published, outlet }) {
  return { ...(published && { published }), ...(outlet && { outlet }) };
}

/** @param {Words} words @param {string} name */
export function modeChoice(words, name) {
  const choice = (/** @type {Mode} */ mode) =>
    h(
      "label",
      { class: "mode" },
      h("input", { type: "radio", name, value: mode, checked: mode === "source" }),
      h("span", {}, h("span", {}, words.modes[mode]), h("span", { class: "quiet" }, words.modeHints[mode])),
    );
  return h("fieldset", { class: "modes" }, h("legend", {}, words.modeTitle), MODES.map(choice));
}

/** @param {Element} modes @param {Mode} mode */
function chooseMode(modes, mode) {
  for (const input of modes.querySelectorAll("input")) input.checked = input.value === mode;
}

/** @param {Element} modes @returns {Mode} */
function chosenMode(modes) {
  const chosen = [...modes.querySelectorAll("input")].find(({ checked }) => checked);
  return /** @type {Mode} */ (chosen?.value ?? "source");
}

// Two texts beside one another, in a script of its own: the page is whole without it. It adds itself to a desk.

import css from "#compare-style";
import { h } from "../dom.js";
import { moverOver, turned } from "./carrying.js";
import { Form, known } from "./form.js";
import { savingDialog } from "./saving.js";
import { en } from "./strings/en.js";
import { View } from "./view.js";

export { en };

/** @typedef {import("../desk/desk.js").Desk} Desk */
/** @typedef {import("../comparison.js").Comparison} Comparison */
/** @typedef {import("../comparison.js").Mode} Mode */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {import("./form.js").Side} Side */
/** @typedef {{ a: Side, b: Side, mode: Mode, comparison: Comparison }} Compared */

/** @typedef {import("./strings/en.js").Words} Words */
/** @typedef {(desk: Desk, words?: Words) => Comparing} Make */

/** @type {Make} */
export const compare = (desk, words = en) => new Comparing(desk, words);

/** What is ready sooner needs no progress bar. */
const BUSY_MS = 250;

export class Comparing {
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {View | undefined} */
  #view;
  /** @type {Form | undefined} */
  #form;

  /** @param {Desk} desk @param {Words} words */
  constructor(desk, words) {
    this.desk = desk;
    this.words = words;
    this.root = h("section", { class: "comparing", hidden: true, "aria-label": this.words.title });
    const { shell, services } = desk;
    shell.root.append(this.root);
    adopt(services.host);
    const keys = this.words.help.flatMap(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)]);
    shell.keys.querySelector("dl")?.append(...keys);
    // What is pressed, chosen or pointed at here is none of the article’s.
    for (const type of ["click", "change", "pointerover", "focusin"])
      this.root.addEventListener(type, (/** @type {Event} */ event) => event.stopPropagation());
    // What is dropped here is for a box, or for nobody.
    this.root.addEventListener("drop", (/** @type {Event} */ event) => {
      event.preventDefault();
      event.stopPropagation();
      shell.root.removeAttribute("data-dropping");
    });
    const begin = h("button", { class: "compare-begin" }, this.words.compareTwo);
    const open = h("button", { class: "compare-open" }, this.words.compareWith);
    for (const button of [begin, open]) button.addEventListener("click", () => this.ask());
    shell.openers[0].after(begin);
    shell.edit.before(open);
    shell.cancel.addEventListener("click", () => this.#asking?.abort());
  }

  /** In another language, what was on the screen. */
  resume() {
    const { compared } = this.desk.state;
    if (compared) this.#show(compared);
  }

  stop() {
    this.#asking?.abort();
  }

  get open() {
    return !this.root.hidden;
  }

  get #texts() {
    const { compared } = this.desk.state;
    return compared && { comparison: compared.comparison, a: compared.a.text, b: compared.b.text };
  }

  /** The two boxes, the first with the article that is being read. @param {Compared} [before] */
  ask(before) {
    const { state, shell, intake, messages } = this.desk;
    const own = state.reading ? state.text : shell.input.value;
    this.#form = new Form(this.words, {
      open: this.desk.strings.open,
      read: (file) => intake.read(file),
      paste: (pasted) => intake.pasted(pasted),
      typed: intake.typed,
      complain: (problem) => messages.complain(problem),
      compare: (a, b, mode) => this.compare(a, b, mode),
      back: () => this.leave(),
    });
    this.#form.show(before?.a ?? { text: own, options: known(state.given) }, before?.b, before?.mode);
    this.#view = undefined;
    messages.complain("");
    this.#put(this.#form.root);
    this.#form.focus();
  }

  /** @param {Side} a @param {Side} b @param {Mode} mode @returns {Promise<Comparison | undefined>} */
  async compare(a, b, mode) {
    const { services, messages, shell } = this.desk;
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const busy = setTimeout(() => (shell.busy.hidden = false), BUSY_MS);
    const progress = (/** @type {{ index: number, count: number }} */ { index, count }) =>
      (shell.progress.value = (index + 0.5) / count);
    messages.complain("");
    try {
      const options = { mode, a: known(a.options), b: known(b.options) };
      const { comparison } = await services.engine.compare(a.text, b.text, options, { signal, progress });
      if (signal.aborted) return undefined;
      this.#take({ a, b, mode, comparison });
      return comparison;
    } catch (error) {
      if (!signal.aborted) messages.fail(error);
      return undefined;
    } finally {
      clearTimeout(busy);
      shell.busy.hidden = true;
    }
  }

  /** The first text is the page's article from now on. @param {Compared} compared */
  #take(compared) {
    const { state, showing, leaving } = this.desk;
    const { a, comparison } = compared;
    const show = () => {
      state.compared = compared;
      this.#show(compared);
      this.#view?.summary.focus();
    };
    if (state.reading && state.text === a.text) return show();
    leaving.leave(() => {
      state.given = { ...a.options, ...(a.options.published && { by: /** @type {const} */ ("page") }) };
      state.aside = [];
      showing.open(a.text, a.saved?.report ?? comparison.a, a.saved?.corrections ?? []);
      show();
    });
  }

  /** @param {Compared} compared */
  #show(compared) {
    const { a, b, comparison } = compared;
    const { first, second, carriedNote } = this.#corrected(compared);
    const report = comparison.b;
    const button = (/** @type {string} */ name, /** @type {() => void} */ does) => {
      const made = h("button", {}, name);
      made.addEventListener("click", does);
      return made;
    };
    const tools = [
      this.#modes(compared),
      button(this.words.save, () => this.#save()),
      button(this.words.change, () => this.ask(compared)),
      report && button(this.words.openSecond, () => this.#readSecond(b, report, second)),
      button(this.words.back, () => this.leave()),
    ].filter((tool) => tool !== undefined);
    const readings = {
      first: this.desk.reading(a.text, comparison.a, first),
      second: report && this.desk.reading(b.text, report, second),
    };
    this.#view = new View({ comparison, a: a.text, b: b.text, ...readings }, this.words, { tools, carriedNote });
    this.#form = undefined;
    this.#put(this.#view.root);
  }

  /** The dialog is there while it is open. */
  #save() {
    const dialog = savingDialog(this.words, this.desk.strings, () => this.#texts);
    this.root.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  }

  /** Another answer to what the second text is. @param {Compared} compared */
  #modes({ a, b, mode }) {
    const options = Object.entries(this.words.modes).map(([value, name]) =>
      h("option", { value, selected: value === mode }, name),
    );
    const choice = h("select", {}, options);
    choice.addEventListener("change", () => this.compare(a, b, choice.value));
    return h("label", { class: "mode-choice" }, h("span", {}, this.words.modeTitle), choice);
  }

  /**
   * What the reader put right in one version holds in the other, where the words are the same.
   * @param {Compared} compared @returns {{ first: Correction[], second: Correction[], carriedNote: string }}
   */
  #corrected({ a, b, comparison }) {
    const { state, asking } = this.desk;
    const { reading } = state;
    const stay = (/** @type {import("../report.js").Span} */ span) => span;
    const own =
      reading?.text === a.text ? { text: a.text, found: reading.found, corrections: state.corrections } : undefined;
    const first = own ? asking.carried(own, a.text, comparison.a, stay).kept : [];
    const report = comparison.b;
    if (!report) return { first, second: [], carriedNote: "" };
    const saved = b.saved && { text: b.text, found: b.saved.report, corrections: b.saved.corrections };
    const second = saved ? asking.carried(saved, b.text, report, stay).kept : [];
    if (comparison.mode !== "versions") return { first, second, carriedNote: "" };
    const over = asking.carried(
      { text: a.text, found: comparison.a, corrections: first },
      b.text,
      report,
      moverOver(comparison.edits, a.text, b.text),
    );
    const back =
      first.length > 0
        ? { kept: [], lost: [] }
        : asking.carried(
            { text: b.text, found: report, corrections: second },
            a.text,
            comparison.a,
            moverOver(turned(comparison.edits), b.text, a.text),
          );
    const [kept, lost] = [over.kept.length + back.kept.length, over.lost.length + back.lost.length];
    const carriedNote = kept + lost > 0 ? this.words.carried(kept, lost) : "";
    return { first: [...first, ...back.kept], second: [...second, ...over.kept], carriedNote };
  }

  /** @param {Side} b @param {Report} report @param {Correction[]} corrections */
  #readSecond(b, report, corrections) {
    const { state, showing, leaving } = this.desk;
    leaving.leave(() => {
      state.given = { ...b.options, ...(b.options.published && { by: /** @type {const} */ ("page") }) };
      state.aside = [];
      showing.open(b.text, report, corrections);
      this.leave();
    });
  }

  /** @param {Node} shown */
  #put(shown) {
    this.root.replaceChildren(shown);
    this.root.hidden = false;
    this.desk.shell.root.toggleAttribute("data-comparing", true);
    this.desk.selection.hidePeek();
  }

  /** Back to the article, or to the empty page. */
  leave() {
    const { shell, state, showing, messages } = this.desk;
    this.#asking?.abort();
    this.#view = this.#form = undefined;
    state.compared = undefined;
    this.root.hidden = true;
    this.root.replaceChildren();
    shell.root.removeAttribute("data-comparing");
    messages.complain("");
    if (state.phase === "empty") shell.input.focus();
    else showing.focusArticle();
  }

  /** @param {KeyboardEvent} event @param {boolean} typing @returns {boolean} whether it is the comparison's */
  press(event, typing) {
    if (!this.open) return false;
    if (event.key === "?" && !typing && !this.desk.dialogIsOpen) this.desk.shell.keys.showModal();
    const plain = !typing && !event.ctrlKey && !event.metaKey && !this.desk.dialogIsOpen;
    if (plain && this.#view?.press(event.key)) event.preventDefault();
    return true;
  }
}

/** @type {CSSStyleSheet | undefined} */
let style;

/** @param {HTMLElement} host */
function adopt({ shadowRoot }) {
  if (!style) {
    style = new CSSStyleSheet();
    style.replaceSync(css);
  }
  if (!shadowRoot || shadowRoot.adoptedStyleSheets.includes(style)) return;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, style];
}

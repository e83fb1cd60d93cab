// Putting it right: a dialog for the one thing that is to be corrected, and undo and redo over all corrections.

import { h } from "../dom.js";
import { Reading } from "../reading.js";
import { editor, noteEditor } from "../corrections/editor.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../report.js").Correction} Correction */

/** In which step each correction was made: what one answer puts right is undone together. @type {WeakMap<Correction, number>} */
const STEP = new WeakMap();

/** Where a step ends, or a list. @param {Correction[]} list @returns {number[]} */
const ends = (list) =>
  list.flatMap((made, i) => (STEP.has(made) && STEP.get(made) === STEP.get(list[i + 1]) ? [] : [i + 1]));

export class Correcting {
  #steps = 0;
  /** @type {HTMLDialogElement} */
  #dialog;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.#dialog = h("dialog", { class: "correcting", "aria-labelledby": "correcting-title" });
    desk.shell.root.append(this.#dialog);
    desk.shell.undo.addEventListener("click", () => this.undo());
    desk.shell.redo.addEventListener("click", () => this.redo());
  }

  /** Opens the dialog for something. @param {string} id */
  open(id) {
    const { reading } = this.desk.state;
    if (!reading?.has(id) || "un".includes(id[0])) return;
    this.desk.selection.select(id);
    this.ask((done, cancel) => editor(reading, id, done, cancel));
  }

  /** Asks what is known of a source besides the article. @param {string} id */
  note(id) {
    const { reading } = this.desk.state;
    if (reading?.has(id)) this.ask((done, cancel) => noteEditor(reading, id, done, cancel));
  }

  /** @param {(done: (corrections: Correction[]) => void, cancel: () => void) => Node[]} fill */
  ask(fill) {
    const done = (/** @type {Correction[]} */ corrections) => {
      this.#dialog.close();
      this.make(corrections);
    };
    this.#dialog.replaceChildren(...fill(done, () => this.#dialog.close()));
    this.#dialog.showModal();
  }

  /** @param {Correction[]} corrections */
  make(corrections) {
    if (corrections.length === 0) return;
    const { state, strings, messages } = this.desk;
    this.#steps++;
    for (const correction of corrections) STEP.set(correction, this.#steps);
    state.corrections = [...state.corrections, ...corrections];
    state.undone = [];
    this.#redraw();
    messages.say(strings.corrected);
  }

  /** What is selected is no such thing. */
  dismissSelected() {
    const { selected } = this.desk.state;
    if (selected && !"un".includes(selected[0])) this.make([{ op: "dismiss", target: selected }]);
  }

  undo() {
    const { state, strings, messages } = this.desk;
    if (state.corrections.length === 0) return;
    const kept = ends(state.corrections).at(-2) ?? 0;
    state.undone = [...state.corrections.slice(kept), ...state.undone];
    state.corrections = state.corrections.slice(0, kept);
    this.#redraw();
    messages.say(strings.undid);
  }

  redo() {
    const { state, strings, messages } = this.desk;
    const [next] = ends(state.undone);
    if (!next) return;
    state.corrections = [...state.corrections, ...state.undone.slice(0, next)];
    state.undone = state.undone.slice(next);
    this.#redraw();
    messages.say(strings.redid);
  }

  #redraw() {
    const { state, strings, showing, services, keeping, selection } = this.desk;
    const { reading } = state;
    if (!reading) return;
    // A phone's card would say what was, and lie over the way back.
    selection.hidePeek();
    const focused = this.#focused();
    const again = new Reading(reading.text, reading.found, strings, state.corrections);
    state.corrected = again;
    showing.show(again);
    focused();
    services.emit("correct", { corrections: state.corrections, report: again.report });
    keeping.update();
  }

  /** Remembers where the focus is; the answer puts it there again, or to what took its place. */
  #focused() {
    const { active, shell } = this.desk;
    const panel = active?.closest(".panel");
    const inText = active?.closest(".text");
    const id = active?.closest(".item")?.getAttribute("data-id");
    const items = [...(panel?.querySelectorAll(".item") ?? [])];
    const at = items.findIndex((item) => item.getAttribute("data-id") === id);
    const top = shell.views.scrollTop;
    return () => {
      shell.views.scrollTop = top;
      const next = [...(panel?.querySelectorAll(".item") ?? [])];
      const item = next.find((item) => item.getAttribute("data-id") === id) ?? next[Math.min(at, next.length - 1)];
      const head = item?.querySelector("button.head");
      if (head instanceof HTMLElement) {
        head.focus({ preventScroll: true });
        item?.scrollIntoView({ block: "nearest" });
      } else if (inText) shell.article.focus({ preventScroll: true });
    };
  }

  /** Undo and redo are there once there is something to take back. */
  showHistory() {
    const { state, shell, strings } = this.desk;
    const { corrections, undone } = state;
    shell.history.hidden = corrections.length + undone.length === 0;
    shell.undo.disabled = corrections.length === 0;
    shell.redo.disabled = undone.length === 0;
    shell.changes.textContent = strings.changes(ends(corrections).length);
  }
}

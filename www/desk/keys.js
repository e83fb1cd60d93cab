// Everything by keyboard.

import { VIEWS } from "../shell.js";
import { all, rove } from "./elements.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Keys {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    desk.shell.keysButton.addEventListener("click", () => desk.shell.keys.showModal());
    desk.shell.saveButton.addEventListener("click", () => desk.save.showModal());
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { active, dialogIsOpen, state } = this.desk;
    if (event.defaultPrevented || event.altKey) return;
    if (this.desk.comparing?.press(event, isField(active))) return;
    if (event.ctrlKey || event.metaKey) return this.#undo(event);
    if (this.#inTabs(event, active) || this.#inList(event, active)) return event.preventDefault();
    const typing = isField(active);
    if (event.key === "Escape" && active !== this.desk.shell.input && !dialogIsOpen) this.#escape(typing);
    if (typing || state.phase !== "reading" || dialogIsOpen) return;
    if (this.#command(event.key)) event.preventDefault();
  }

  /** In a field, the field's own undo. @param {KeyboardEvent} event */
  #undo(event) {
    const { active, dialogIsOpen, state, correcting } = this.desk;
    if (event.key.toLowerCase() !== "z" || dialogIsOpen || state.phase !== "reading" || isField(active)) return;
    event.preventDefault();
    if (event.shiftKey) correcting.redo();
    else correcting.undo();
  }

  /** @param {boolean} typing */
  #escape(typing) {
    const { state, intake, selection } = this.desk;
    if (typing && state.phase === "writing") intake.finishWriting();
    else selection.unselect();
  }

  /** @param {string} key @returns {boolean} whether it is one of ours */
  #command(key) {
    const { state, shell, selection, intake, showing, correcting, adding } = this.desk;
    const { selected } = state;
    if (key === "j") selection.step(1);
    else if (key === "k") selection.step(-1);
    else if (key === "n" && selected) selection.goToText(selected, 1);
    else if (key === "p" && selected) selection.goToText(selected, -1);
    else if (key === "c" && selected) correcting.open(selected);
    else if (key === "x" && selected) correcting.dismissSelected();
    else if (key === "a") adding.open("c");
    else if (key === "e") intake.write();
    else if (key === "m") showing.cycleMarks();
    else if (key === "/") shell.search.focus();
    else if (key === "?") shell.keys.showModal();
    else if (/^[1-5]$/.test(key)) showing.showView(VIEWS[Number(key) - 1], { focus: true });
    else return false;
    return true;
  }

  /** @param {KeyboardEvent} event @param {Element | undefined} active */
  #inTabs({ key }, active) {
    const tabs = this.desk.shell.tabs.filter((tab) => tab.offsetParent !== null);
    const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (active));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[key];
    if (at < 0 || to === undefined) return false;
    this.desk.showing.showView(String(tabs[(to + tabs.length) % tabs.length].dataset.view), { focus: true });
    return true;
  }

  /** @param {KeyboardEvent} event @param {Element | undefined} active */
  #inList({ key }, active) {
    if (!(active instanceof HTMLElement) || !active.matches("button.head")) return false;
    const panel = /** @type {HTMLElement} */ (active.closest(".panel"));
    if (key === "Enter") return this.#enter(String(active.dataset.go));
    const heads = all(panel, ".item:not([hidden]) button.head");
    const to = { ArrowDown: 1, ArrowUp: -1 }[key];
    const next = to && heads[heads.indexOf(active) + to];
    if (!next) return false;
    rove(panel, "button.head", next);
    next.focus();
    return true;
  }

  /** @param {string} id */
  #enter(id) {
    const { selection } = this.desk;
    selection.goToText(id);
    if (id[0] === "c") selection.noteOf(id)?.focus({ preventScroll: true });
    return true;
  }
}

/** Where keys are letters. @param {Element | undefined} element */
function isField(element) {
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && element.type !== "checkbox")
  );
}

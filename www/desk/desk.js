// The desk: the element's own DOM in one language, and the rooms that work on it. A desk can be cleared away and another
// set up over the same state.

import { Reading } from "../reading.js";
import { COMPARED } from "../strings/index.js";
import { buildShell } from "../shell.js";
import { saveDialog } from "../save.js";
import { Adding } from "./adding.js";
import { Asking } from "./asking.js";
import { Correcting } from "./correcting.js";
import { Intake } from "./intake.js";
import { Selection } from "./selection.js";
import { Keeping } from "./keeping.js";
import { Keys } from "./keys.js";
import { Leaving } from "./leaving.js";
import { Messages } from "./messages.js";
import { Printing } from "./printing.js";
import { Showing } from "./showing.js";
import { Copying } from "./copying.js";

/** @typedef {import("../state.js").State} State */
/** @typedef {import("../strings/en.js").Strings} Strings */
/** @typedef {import("../input.js").Article} Article */
/** @typedef {import("../engine.js").Engine} Engine */
/** @typedef {{ name: string, credit?: string } & Article} Sample */
/**
 * @typedef {object} Services what a desk works with
 * @property {HTMLElement} host the element, for what is dropped on it
 * @property {Engine} engine
 * @property {Sample[]} samples
 * @property {Record<string, Strings>} languages of the interface
 * @property {import("../keeper.js").Keeper} [keeper] where the page may keep things on this device
 * @property {(start: number) => void} [elsewhere] shows words where the article stands in a page of its own
 * @property {import("../compare/index.js").Make} [compare] where the page can compare two texts
 * @property {(language: string) => void} speak another of them
 * @property {(name: string, detail: object) => void} emit
 */

export class Desk {
  /** @param {State} state @param {Strings} strings @param {Services} services */
  constructor(state, strings, services) {
    this.state = state;
    this.strings = strings;
    this.services = services;
    this.shell = buildShell(strings, services.samples, services.languages);
    this.shell.root.toggleAttribute("data-beside", Boolean(services.elsewhere));
    this.save = saveDialog(
      strings,
      () => state.reading,
      () => (state.saved = state.corrections),
    );
    this.shell.root.append(this.save);
    this.messages = new Messages(this);
    this.showing = new Showing(this);
    this.selection = new Selection(this);
    this.correcting = new Correcting(this);
    this.adding = new Adding(this);
    this.copying = new Copying(this);
    this.asking = new Asking(this);
    this.intake = new Intake(this);
    this.keys = new Keys(this);
    this.printing = new Printing(this);
    this.leaving = new Leaving(this);
    this.keeping = new Keeping(this);
    this.comparing = services.compare?.(this, COMPARED[strings.lang]);
    for (const choice of this.shell.languages) choice.addEventListener("change", () => services.speak(choice.value));
    for (const choice of this.shell.themes) choice.addEventListener("change", () => this.paint(choice.value));
    for (const choice of this.shell.themes) choice.value = services.host.getAttribute("theme") ?? "";
  }

  /** In the light, in the dark, or as the device has it. @param {string} theme */
  paint(theme) {
    const { host, emit } = this.services;
    if (theme) host.setAttribute("theme", theme);
    else host.removeAttribute("theme");
    for (const choice of this.shell.themes) choice.value = theme;
    emit("theme", { theme });
  }

  /** Shows what another desk left, in this one's language. */
  resume() {
    const { reading, phase, text, view } = this.state;
    this.showing.setPhase(phase);
    if (phase === "writing") this.shell.editor.value = text;
    if (reading) this.showing.show(reading.in(this.strings));
    if (reading) this.showing.showView(view);
    this.comparing?.resume();
    this.shell.languages[phase === "empty" ? 0 : 1].focus();
  }

  /**
   * A text with its report, in this desk's language.
   * @param {string} text @param {import("../report.js").Report} found @param {import("../report.js").Correction[]} corrections
   */
  reading(text, found, corrections) {
    return new Reading(text, found, this.strings, corrections);
  }

  /** The element that has the focus, if it is one of ours. */
  get active() {
    return /** @type {ShadowRoot} */ (this.shell.root.getRootNode()).activeElement ?? undefined;
  }

  get dialogIsOpen() {
    return Boolean(this.shell.root.querySelector("dialog[open]"));
  }

  /** "narrow" has one thing at a time, "desk" the text and a view, "wide" the text and two views. */
  get layout() {
    return getComputedStyle(this.shell.root).getPropertyValue("--layout").trim();
  }

  clear() {
    this.asking.cancel();
    this.comparing?.stop();
    this.intake.stop();
    this.showing.stop();
    this.printing.stop();
    this.adding.stop();
    this.leaving.stop();
    this.shell.root.remove();
  }
}

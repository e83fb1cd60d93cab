// Asks the engine; of several questions that overlap only the latest is answered on the page.

import { carry, mover } from "../corrections/carry.js";
import { Reading } from "../reading.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../report.js").Report} Report */

/** What is ready sooner needs no progress bar. */
const BUSY_MS = 250;

export class Asking {
  /** @type {AbortController | undefined} */
  #asking;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    desk.shell.cancel.addEventListener("click", () => {
      this.cancel();
      if (desk.state.phase === "empty") desk.shell.input.focus();
    });
  }

  /**
   * @param {string} text @param {AbortSignal} [signal]
   * @returns {Promise<Report | undefined>} nothing if it could not be read or a later text came first
   */
  async analyze(text, signal) {
    const { state, services, messages } = this.desk;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const abort = () => asking.abort();
    signal?.addEventListener("abort", abort, { once: true });
    state.text = text;
    services.emit("start", { length: text.length });
    const busy = setTimeout(() => this.#showBusy(true), BUSY_MS);
    try {
      return await this.#answer(text, asking);
    } catch (error) {
      if (this.#asking === asking && !asking.signal.aborted) messages.fail(error);
      return undefined;
    } finally {
      signal?.removeEventListener("abort", abort);
      clearTimeout(busy);
      if (this.#asking === asking) this.#done();
    }
  }

  /** @param {string} text @param {AbortController} asking */
  async #answer(text, asking) {
    const { state, strings, services, messages, showing, keeping } = this.desk;
    const { published, outlet } = state.given;
    const options = { ...(published && { published }), ...(outlet && { outlet }) };
    const progress = (/** @type {{ stage: string, index: number, count: number }} */ step) => this.#progress(step);
    const { report, timings } = await services.engine.analyze(text, options, { signal: asking.signal, progress });
    if (this.#asking !== asking) return undefined;
    const lost = this.#carry(text, report);
    const reading = new Reading(text, report, strings, state.corrections);
    showing.show(reading);
    messages.say(lost > 0 ? strings.correctionsLost(lost) : strings.done(reading.wordCount), lost === 0);
    keeping.update();
    services.emit("report", { report, timings });
    return report;
  }

  /**
   * Corrections and notes belong to words: they go along with those that are still there.
   * @param {string} text @param {Report} report @returns {number} how many corrections do not
   */
  #carry(text, report) {
    const { state } = this.desk;
    const { reading, corrected } = state;
    if (reading && reading.text !== text) {
      const move = mover(reading.text, text);
      const orphaned = { state: /** @type {const} */ ("orphaned"), start: 0, end: 0 };
      state.notes = state.notes.map((note) => ({ ...note, ...(move(note) ?? orphaned) }));
      state.undone = [];
    }
    if (!corrected) return 0;
    state.lost = [];
    state.corrections = carry(corrected, text, report, state.lost);
    return state.lost.length;
  }

  /**
   * Corrections to one text, for another in which most words are the same.
   * @param {import("../corrections/carry.js").Corrected} from @param {string} text @param {Report} found in it
   * @param {ReturnType<typeof mover>} move
   */
  carried(from, text, found, move) {
    /** @type {import("../report.js").Correction[]} */
    const lost = [];
    return { kept: carry(from, text, found, lost, move), lost };
  }

  /** No answer is wanted any more. */
  cancel() {
    this.#asking?.abort();
    this.#done();
  }

  #done() {
    this.#asking = undefined;
    this.#showBusy(false);
  }

  /** @param {boolean} is */
  #showBusy(is) {
    this.desk.shell.busy.hidden = !is;
  }

  /** @param {{ stage: string, index: number, count: number }} step */
  #progress(step) {
    this.desk.shell.progress.value = (step.index + 0.5) / step.count;
    this.desk.services.emit("progress", step);
  }
}

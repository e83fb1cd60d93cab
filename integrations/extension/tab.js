// The tab beside the panel: entered where the browser lets us since the reader clicked, read, painted, listened to.

import { looksCss } from "./looks.js";

/** @typedef {import("../../www/embed/paint.js").Mark} Mark */
/** @typedef {import("../../www/report.js").Span} Span */
/** @typedef {{ dark?: boolean, vast?: boolean }} Page whether its text is light, and whether it has very many elements */
/** @typedef {{ what: "article" | "selection", words?: string, id?: string }} Wish */
/** @typedef {{ text: string, published?: string, outlet?: string, another?: boolean }} Found */
/**
 * @typedef {object} Hear what the tab tells the panel
 * @property {(found: Found) => void} found
 * @property {(found: Partial<Found>) => void} changed
 * @property {() => void} restless
 * @property {(place: number) => void} place
 * @property {() => void} left
 */

export class Tab {
  /** No style or script of the page can know names that were made up just now. */
  #prefix = `m${crypto.randomUUID().slice(0, 8)}-`;
  /** @type {any} */
  #port;
  /** @type {object | undefined} */
  #styled;

  /** @param {any} browser @param {number} id @param {Hear} hear */
  constructor(browser, id, hear) {
    this.browser = browser;
    this.id = id;
    this.hear = hear;
  }

  /**
   * Reads the page, or what is selected there.
   * @param {Wish} wish
   * @returns {Promise<"entered" | "none" | "elsewhere" | "closed">} what became of it
   */
  async enter({ what }) {
    await this.leave();
    const frames = await this.#weigh(what).catch(() => undefined);
    if (!frames) return "closed";
    const best = frames.reduce((best, frame) => (frame.weight > best.weight ? frame : best));
    if (best.weight === 0) return best.pdf ? "closed" : best.others ? "elsewhere" : "none";
    this.#connect(best.frameId);
    this.#port.postMessage({ do: "read", what });
    return "entered";
  }

  /** How much there is to be read in each frame. @param {string} what @returns {Promise<{ frameId: number, weight: number, others: boolean, pdf: boolean }[]>} */
  async #weigh(what) {
    const { scripting } = this.browser;
    const target = { tabId: this.id, allFrames: true };
    await scripting.executeScript({ target, files: ["page.js"] });
    const results = await scripting.executeScript({ target, func: weighHere, args: [what] });
    return results.map((/** @type {any} */ { frameId, result }) => ({
      frameId,
      weight: 0,
      others: false,
      pdf: false,
      ...result,
    }));
  }

  /** @param {number} frameId */
  #connect(frameId) {
    const port = this.browser.tabs.connect(this.id, { frameId, name: this.#prefix });
    this.#port = port;
    this.frameId = frameId;
    port.onMessage.addListener((/** @type {any} */ message) => this.#heard(message));
    port.onDisconnect.addListener(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      this.hear.left();
    });
  }

  /** @param {any} message */
  #heard({ found, changed, restless, place, none }) {
    if (found) {
      this.#style(found);
      this.hear.found(found);
    } else if (changed) this.hear.changed(changed);
    else if (restless) this.hear.restless();
    else if (place !== undefined) this.hear.place(place);
    else if (none) this.hear.left();
  }

  /** The looks of the marks are the browser's to bring: the page's own policy has no say in them, and its scripts do not see them. @param {Page} page */
  async #style(page) {
    // Chromium knows no highlights in a user's style sheet, and inherits them; elsewhere those win over the page's.
    const chromium = Boolean(this.browser.sidePanel);
    const origin = chromium ? "AUTHOR" : "USER";
    const css = looksCss(this.#prefix, { dark: page.dark, inherited: chromium && page.vast });
    this.#styled = { target: { tabId: this.id, frameIds: [this.frameId] }, origin, css };
    await this.browser.scripting.insertCSS(this.#styled).catch(() => {});
  }

  /** @param {Mark[]} marks */
  paint(marks) {
    this.#port?.postMessage({ do: "paint", marks });
  }

  /** @param {Span[]} spans */
  select(spans) {
    this.#port?.postMessage({ do: "select", spans });
  }

  /** @param {number} start of words, to which the page is scrolled */
  go(start) {
    this.#port?.postMessage({ do: "go", start });
  }

  /** Whether there is a page to paint. */
  get isThere() {
    return this.#port !== undefined;
  }

  /** Takes everything away again. */
  async leave() {
    const [port, styled] = [this.#port, this.#styled];
    this.#port = this.#styled = undefined;
    port?.disconnect();
    if (styled) await this.browser.scripting.removeCSS(styled).catch(() => {});
  }
}

/** Runs in the page beside page.js. @param {string} what */
function weighHere(what) {
  const weigh = /** @type {any} */ (globalThis)[Symbol.for("onrecord")];
  const pdf = document.contentType === "application/pdf";
  return { weight: weigh(what), others: globalThis.length > 0, pdf };
}

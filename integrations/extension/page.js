// In the page, in a world that its scripts cannot enter: finds the article, hands its words to the panel, paints marks and
// listens for clicks. It changes nothing in the page's document, and when the panel goes, all of it goes.

import { Article } from "../../www/embed/article.js";
import { Painter } from "../../www/embed/paint.js";
import { metadata } from "../../www/metadata.js";
import { isVast, page, selection, textOfPage } from "./finding.js";
import { Watch } from "./watch.js";

const browser = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/** @typedef {"article" | "selection"} What */

/** One panel's visit to this page. */
class Visit {
  /** @type {Article | undefined} */
  #article;
  /** @type {Painter | undefined} */
  #painter;
  /** @type {import("../../www/embed/paint.js").Mark[]} */
  #marks = [];
  #stop = new AbortController();
  #watch = new Watch(
    () => this.#changed(),
    () => this.#painter?.restore(),
  );
  /** @type {What} */
  #what = "article";
  #left = new AbortController();

  /** @param {any} port to the panel */
  constructor(port) {
    this.port = port;
    const doing = /** @type {Record<string, (message: any) => void>} */ ({
      read: ({ what }) => this.#read(what),
      paint: ({ marks }) => this.#paint(marks),
      select: ({ spans }) => this.#painter?.paintOnly("selected", spans),
      go: ({ start }) => this.#article?.elementAt(start)?.scrollIntoView({ block: "center" }),
    });
    port.onMessage.addListener((/** @type {any} */ message) => doing[message.do]?.(message));
    port.onDisconnect.addListener(() => this.#leave());
    // A page that a browser keeps to come back to would keep its port, too.
    addEventListener("pagehide", (event) => event.isTrusted && this.#leave(), { signal: this.#left.signal });
  }

  /** @param {What} what */
  #read(what) {
    this.#what = what;
    this.#watch.patience();
    this.#take(what === "selection" ? selection() : textOfPage());
    if (!this.#article) return this.port.postMessage({ none: true });
    const { text, root } = this.#article;
    const dark = isLight(getComputedStyle(root).color);
    this.port.postMessage({ found: { text, dark, vast: isVast(), ...about() } });
  }

  /** @param {Article | undefined} article */
  #take(article) {
    this.#end();
    this.#stop = new AbortController();
    this.#article = article;
    if (!article) return;
    this.#painter = new Painter(article, { prefix: this.port.name, use() {}, leave() {} });
    this.#watch.observe(article.root, (node) => this.#painter?.forget(node));
    article.root.addEventListener("click", (event) => this.#clicked(event), { signal: this.#stop.signal });
  }

  /** @param {import("../../www/embed/paint.js").Mark[]} marks */
  #paint(marks) {
    this.#marks = marks;
    this.#painter?.paint(marks);
  }

  /** Something changed, and is still now. */
  #changed() {
    const old = this.#article;
    if (!old) return;
    const here = !this.#watch.isLost;
    const now = here ? old.again() : textOfPage();
    if (now?.text === old.text) return this.#repaint(now);
    if (this.#what === "selection" || !now || this.#watch.isRestless) return this.#giveUp();
    this.#take(now);
    const { text } = now;
    this.port.postMessage({ changed: { text, another: !here, ...about() } });
  }

  /** Says that what was read is no longer what stands there. */
  #giveUp() {
    this.#end();
    this.port.postMessage(this.#watch.isRestless ? { restless: true } : { changed: {} });
  }

  /** The same words, in other elements. @param {Article} article */
  #repaint(article) {
    this.#take(article);
    this.#painter?.paint(this.#marks);
  }

  /** Only what a reader's own hand does: the page's scripts can make clicks, too. @param {Event} event */
  #clicked(event) {
    if (!(event instanceof MouseEvent) || !event.isTrusted || !getSelection()?.isCollapsed) return;
    if (event.target instanceof Element && event.target.closest("a, button, input, label")) return;
    const place = this.#article?.placeUnder(event);
    if (place !== undefined) this.port.postMessage({ place });
  }

  #leave() {
    this.#left.abort();
    this.#end();
    this.port.disconnect();
  }

  #end() {
    this.#watch.stop();
    this.#stop.abort();
    this.#painter?.clear();
    this.#article = this.#painter = undefined;
  }
}

/** What the page says of its article, for programs. */
function about() {
  return metadata(page());
}

/** @param {string} color as the browser computes it */
function isLight(color) {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}

/** Asked by the panel in every frame: how many letters there are to be read. */
const KEY = Symbol.for("onrecord");
const world = /** @type {any} */ (globalThis);
if (!world[KEY]) {
  browser.runtime.onConnect.addListener((/** @type {any} */ port) => new Visit(port));
  world[KEY] = (/** @type {What} */ what) => (what === "selection" ? selection() : textOfPage())?.text.length ?? 0;
}

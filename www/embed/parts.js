// What `<on-record>` loads when it is asked for: finds the article, has it read or takes the report that editors froze,
// marks the page and fills the panel.

import { sha256 } from "../exports/json.js";
import { marksOf } from "../marks.js";
import { metadata } from "../metadata.js";
import { Reading } from "../reading.js";
import { readSaved } from "../saved.js";
import { spansOf } from "../spans.js";
import { anchor } from "./annotations.js";
import { Article } from "./article.js";
import { findArticle } from "./find.js";
import { languageOf } from "./languages/index.js";
import { canPaint, Painter } from "./paint.js";
import { Panel } from "./panel.js";

/** @typedef {import("./host.js").OnRecordElement} OnRecordElement */
/** @typedef {import("./host.js").Services} Services */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {import("./languages/en.js").Words} Words */
/**
 * What is known of a text, whether the text is the page's, and what the reader should know of it.
 * @typedef {object} Answer
 * @property {{ text: string, report: Report, corrections?: Correction[] }} saved
 * @property {boolean} fits
 * @property {"frozen" | "changed" | "otherLanguage"} [note]
 */

/** What a host may ask to be shown, and what is shown if it does not. */
const KINDS = "claim source person organization place group other number time".split(" ");
const USUAL = ["claim", "source"];
/** What a comparison marks. */
const COMPARED = ["verbatim", "shortened", "altered"];
/** A page that changes often is read again when it has been still for this long. */
const STILL_MS = 500;

/** An error with a code for programs. @param {string} code @param {string} [message] */
export function problem(code, message = "") {
  return Object.assign(new Error(message || code), { code });
}

/** @param {OnRecordElement} host @param {HTMLElement} panel @param {Services} services */
export function present(host, panel, services) {
  return new Presence(host, panel, services);
}

export class Presence {
  /** @type {Article | undefined} */
  #article;
  /** @type {Painter | undefined} */
  #painter;
  /** @type {Reading | undefined} */
  #reading;
  /** @type {import("./compared.js").Compared | undefined} */
  #compared;
  /** @type {((item: import("../compare/items.js").Item) => string) | undefined} */
  #lookOf;
  /** The text that the report is about is the page's. */
  #fits = false;
  #panel;
  #watch = new MutationObserver(() => this.#changed());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #still;
  #stop = new AbortController();

  /** @param {OnRecordElement} host @param {HTMLElement} panel @param {Services} services */
  constructor(host, panel, services) {
    this.host = host;
    this.services = services;
    this.#panel = new Panel(host, panel, { go: (id) => this.select(id, true), save: (format) => this.#save(format) });
  }

  get text() {
    return this.#reading?.text ?? this.#article?.text ?? "";
  }

  get report() {
    return this.#reading?.report;
  }

  get comparison() {
    return this.#compared?.comparison;
  }

  get painted() {
    return this.#fits && canPaint();
  }

  /** @param {string} [text] @param {AbortSignal} [signal] @returns {Promise<string | undefined>} what the reader should know */
  async read(text, signal) {
    if (this.host.mode === "paste") return this.#paste(text);
    if (text === undefined) this.#find();
    else this.#forget();
    const own = text ?? this.#article?.text ?? "";
    const longest = Number(this.host.getAttribute("max-chars") ?? Infinity);
    if (own.length > longest) throw problem("TOO_LARGE", `${own.length} characters of ${longest}`);
    const frozen = text === undefined ? this.host.getAttribute("report") : null;
    const [{ strings, words }, { saved, fits, note }] = await Promise.all([
      languageOf(this.host.language),
      frozen ? this.#thaw(frozen, own) : this.#ask(own, signal),
    ]);
    if (signal?.aborted) return undefined;
    if (note === "otherLanguage") this.host.emit("error", { code: "LANGUAGE", message: words[note] });
    const shown = frozen ? { ...words, privacy: words.notRead } : words;
    const reading = new Reading(saved.text, saved.report, strings, saved.corrections);
    await this.#compare(reading, signal);
    if (signal?.aborted) return undefined;
    this.#show(reading, shown, fits && text === undefined);
    return note && words[note];
  }

  #find() {
    const target = findArticle(this.host, this.host.getAttribute("for"));
    if (!target) throw problem("NO_TARGET", this.host.getAttribute("for") ?? "");
    this.#forget();
    this.#article = new Article(target, this.host.getAttribute("exclude"));
    if (!this.#article.text) throw problem("NO_TARGET", "there is no text in it");
    this.#painter = new Painter(this.#article);
    this.#watch.observe(target, { childList: true, characterData: true, subtree: true });
    target.addEventListener("click", (event) => this.#clicked(event), { signal: this.#stop.signal });
  }

  /** @param {string} text @param {AbortSignal} [signal] @returns {Promise<Answer>} */
  async #ask(text, signal) {
    const { ask } = await import("./ask.js");
    const about = { ...metadata(document), ...this.#given() };
    const progress = (/** @type {object} */ step) => this.host.emit("progress", step);
    const { report } = await ask(this.host, this.services, text, about, { signal, progress });
    const note = report.language === "other" ? "otherLanguage" : undefined;
    return { saved: { text, report }, fits: true, note };
  }

  #given() {
    const given = ["published", "outlet"].map((name) => [name, this.host.getAttribute(name)]);
    return Object.fromEntries(given.filter(([, value]) => value));
  }

  /** @param {Reading} reading @param {AbortSignal} [signal] */
  async #compare(reading, signal) {
    this.#compared = undefined;
    if (!this.host.getAttribute("compare")) return;
    const { compared, lookOf } = await import("./compared.js");
    this.#lookOf = lookOf;
    this.#compared = await compared(this.host, this.services, reading, signal);
    if (!this.#compared) throw problem("NO_TARGET", this.host.getAttribute("compare") ?? "");
  }

  /** A report that was reviewed and saved. @param {string} where @param {string} own @returns {Promise<Answer>} */
  async #thaw(where, own) {
    const saved = readSaved(await this.#fetchReport(where), own);
    if ("refused" in saved) throw problem("REPORT", `${where}: ${saved.refused.where || saved.refused.why}`);
    const digest = saved.report.digest;
    const fits = saved.text === own && (!digest || [digest, undefined].includes(await sha256(own)));
    return { saved, fits, note: fits ? "frozen" : "changed" };
  }

  /** @param {string} where a URL, or the id of a JSON script */
  async #fetchReport(where) {
    const script = document.getElementById(where.replace(/^#/, ""));
    if (script) return script.textContent ?? "";
    try {
      const response = await fetch(new URL(where, document.baseURI));
      if (response.ok) return await response.text();
    } catch (error) {
      throw problem("REPORT", String(error));
    }
    throw problem("REPORT", where);
  }

  /** @param {Reading} reading @param {Words} words @param {boolean} fits */
  #show(reading, words, fits) {
    this.#reading = reading;
    this.#fits = fits;
    this.#panel.show(reading, words, this.#compared?.section);
    this.paint(true);
    this.host.emit("report", { report: reading.report });
  }

  /** @param {boolean} on */
  paint(on) {
    if (!this.painted || !this.#reading) return;
    if (!on) return this.#painter?.clear();
    const kinds = this.#kinds();
    this.#painter?.paint(marksOf(this.#reading.report).filter(({ kind }) => kinds.has(kind)));
    for (const look of COMPARED) {
      const items = this.#compared?.items.filter((item) => this.#lookOf?.(item) === look) ?? [];
      this.#painter?.paintOnly(
        look,
        items.flatMap(({ a }) => a),
      );
    }
  }

  #kinds() {
    const asked =
      this.host
        .getAttribute("kinds")
        ?.split(/[\s,]+/)
        .filter(Boolean) ?? USUAL;
    return new Set(asked.includes("all") ? KINDS : asked);
  }

  /** An attribute that needs no new reading. @param {string} name */
  update(name) {
    if (name === "kinds") this.paint(true);
    if (name === "views" || name === "export") this.#panel.draw();
  }

  /** @param {string} [id] @param {boolean} [go] whether the page should scroll there */
  select(id, go = true) {
    const compared = this.#compared?.items.find((item) => item.id === id);
    const spans = compared ? compared.a : id && this.#reading ? spansOf(this.#reading.report, id) : [];
    this.#panel.select(id);
    if (this.painted) this.#painter?.paintOnly("selected", spans);
    if (go && this.#fits && spans.length > 0)
      this.#article?.elementAt(spans[0].start)?.scrollIntoView({ block: "center" });
    this.host.emit("select", { id });
  }

  /** A click on words that somebody is said to have said shows the card; links and selections stay the page's. @param {Event} event */
  #clicked(event) {
    if (!(event instanceof MouseEvent) || !this.painted || !getSelection()?.isCollapsed) return;
    if (event.target instanceof Element && event.target.closest("a, button, input, label")) return;
    const place = this.#article?.placeUnder(event);
    if (place === undefined) return;
    const claims = this.#reading?.report.claims ?? [];
    const claim = claims.findLast(({ content }) => content.some(({ start, end }) => start <= place && place < end));
    if (claim) this.select(claim.id, false);
  }

  /** @param {string} format @returns {Promise<string>} */
  async export(format) {
    const { EXPORTS } = await import("../exports/index.js");
    const kind = EXPORTS.find(({ id }) => id === format);
    if (!kind || !this.#reading) throw new RangeError(kind ? "there is no report yet" : `no such format: ${format}`);
    const { whole } = await languageOf(this.host.language);
    const text = await kind.make(this.#reading.in(await whole()));
    this.host.emit("export", { format });
    return text;
  }

  /** @param {string} format */
  async #save(format) {
    const { download, EXPORTS, fileName } = await import("./save.js");
    const kind = EXPORTS.find(({ id }) => id === format);
    if (kind && this.#reading) download(await this.export(format), kind.type, fileName(this.#reading, kind));
  }

  /** @param {string | object} json @returns {{ anchored: number, ambiguous: number, orphaned: number }} */
  importAnnotations(json) {
    const { spans, ...counts } = anchor(json, this.text);
    if (this.painted) this.#painter?.paintOnly("imported", spans);
    return counts;
  }

  #changed() {
    clearTimeout(this.#still);
    this.#still = setTimeout(() => {
      const { root, text } = this.#article ?? {};
      if (!root?.isConnected) return this.host.analyze();
      const now = new Article(root, this.host.getAttribute("exclude"));
      if (now.text !== text) this.host.analyze();
    }, STILL_MS);
  }

  #forget() {
    this.#painter?.clear();
    this.#watch.disconnect();
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#article = this.#painter = undefined;
  }

  clear() {
    clearTimeout(this.#still);
    this.#forget();
    this.#panel.clear();
    this.#reading = undefined;
  }

  /** The whole application, in this element. @param {string} [text] @returns {Promise<undefined>} */
  async #paste(text) {
    const { desk } = await import("./desk.js");
    await this.#panel.hold(desk(this.host, this.services), text);
    return undefined;
  }
}

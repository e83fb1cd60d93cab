// The panel: what was found in the article, as lists. Drawn from the reading alone.

import css from "#panel-style";
import { h } from "../dom.js";
import { sheet } from "./sheet.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("./languages/en.js").Words} Words */
/** @typedef {import("./host.js").OnRecordElement} OnRecordElement */
/** @typedef {{ go: (id: string) => void, save: (format: string) => void }} Doing */

const VIEWS = /** @type {Record<string, (reading: Reading, words: Words) => HTMLElement[]>} */ ({
  claims: (reading, words) => reading.report.claims.map((claim) => claimCard(reading, words, claim)),
  entities: (reading, words) => reading.listed.entities.map((entity) => entityRow(reading, words, entity)),
  figures: (reading, words) => figureRows(reading, words),
  unattributed: (reading) =>
    reading.report.unattributed.map((span) => h("li", { class: "item" }, h("q", {}, reading.words(span)))),
});

/** @type {CSSStyleSheet | undefined} */
let style;

export class Panel {
  #view = "";
  /** What is shown, in which words. @type {[Reading, Words] | undefined} */
  #shown;
  /** @type {HTMLElement | undefined} */
  #compared;
  /** By view. @type {Map<string, HTMLElement>} */
  #lists = new Map();
  /** @type {import("../element.js").OnRecord | undefined} */
  #desk;

  /** @param {OnRecordElement} host @param {HTMLElement} root @param {Doing} doing */
  constructor(host, root, doing) {
    this.host = host;
    this.root = root;
    this.doing = doing;
    style ??= sheet(css);
    const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
    if (!shadow.adoptedStyleSheets.includes(style)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, style];
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {Reading} reading @param {Words} words @param {HTMLElement} [compared] what stands above the lists */
  show(reading, words, compared) {
    this.#shown = [reading, words];
    this.#compared = compared;
    this.draw();
  }

  /** What is shown, as the element's attributes ask for it. */
  draw() {
    if (!this.#shown) return;
    const [reading, words] = this.#shown;
    const asked =
      this.host
        .getAttribute("views")
        ?.split(/[\s,]+/)
        .filter((view) => view in VIEWS) ?? [];
    const views = asked.length > 0 ? asked : Object.keys(VIEWS);
    if (!views.includes(this.#view)) this.#view = views[0];
    this.#lists = new Map(views.map((view) => [view, list(words, view)]));
    this.root.replaceChildren(
      ...(this.#compared ? [this.#compared] : []),
      ...(views.length > 1
        ? [
            h(
              "div",
              { class: "tabs", part: "tabs", role: "tablist", "aria-label": reading.strings.viewsLabel },
              views.map((view) => tab(words, view)),
            ),
          ]
        : []),
      ...this.#lists.values(),
      this.#foot(reading, words),
    );
    this.#showView(this.#view);
  }

  /** @param {Reading} reading @param {Words} words */
  #foot(reading, words) {
    const formats =
      this.host
        .getAttribute("export")
        ?.split(/[\s,]+/)
        .filter((format) => format in reading.strings.exports) ?? [];
    return h(
      "footer",
      { part: "footer" },
      formats.map((format) =>
        h("button", { type: "button", "data-save": format, part: "export" }, reading.strings.exports[format]),
      ),
      h("p", {}, slot("privacy", words.privacy)),
      h("p", {}, slot("footer", reading.strings.madeBy(reading.report.engine))),
    );
  }

  /** A list is drawn when it is first looked at: an article has hundreds of items. @param {string} view */
  #fill(view) {
    const list = this.#lists.get(view);
    if (!list || !this.#shown || list.childElementCount > 0) return;
    const [reading, words] = this.#shown;
    const items = VIEWS[view](reading, words);
    list.append(items.length > 0 ? h("ol", { part: "list" }, items) : h("p", {}, slot("empty", words.none)));
  }

  /** @param {string} view */
  #showView(view) {
    this.#view = view;
    this.#fill(view);
    for (const list of this.root.querySelectorAll("[data-list]")) {
      if (list instanceof HTMLElement) list.hidden = list.dataset.list !== view;
    }
    for (const tab of this.root.querySelectorAll("[data-view]")) {
      const chosen = tab instanceof HTMLElement && tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.setAttribute("tabindex", chosen ? "0" : "-1");
    }
  }

  /** @param {string} [id] */
  select(id) {
    for (const old of this.root.querySelectorAll(".selected")) old.classList.remove("selected");
    const item = id && this.#itemOf(id);
    if (!item) return;
    const view = item.closest("[data-list]")?.getAttribute("data-list");
    if (view) this.#showView(view);
    item.closest("details")?.setAttribute("open", "");
    item.classList.add("selected");
    item.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} id */
  #itemOf(id) {
    const find = () => this.root.querySelector(`[data-id="${CSS.escape(id)}"]`);
    for (const view of find() ? [] : this.#lists.keys()) this.#fill(view);
    return find();
  }

  /** @param {Event} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const view = target.closest("[data-view]")?.getAttribute("data-view");
    const format = target.closest("[data-save]")?.getAttribute("data-save");
    const id = target.closest("[data-id]")?.getAttribute("data-id");
    if (view) this.#showView(view);
    else if (format) this.doing.save(format);
    else if (id) this.doing.go(id);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const tabs = [...this.root.querySelectorAll("[data-view]")];
    const at = tabs.indexOf(/** @type {Element} */ (event.target));
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !by) return;
    const next = tabs[(at + by + tabs.length) % tabs.length];
    this.#showView(String(next.getAttribute("data-view")));
    if (next instanceof HTMLElement) next.focus();
  }

  /** Holds the whole application. @param {import("../element.js").OnRecord} desk @param {string} [text] */
  async hold(desk, text) {
    this.#desk ??= desk;
    if (!this.#desk.isConnected) this.root.replaceChildren(this.#desk);
    if (text !== undefined) await this.#desk.analyze(text);
  }

  clear() {
    this.#desk = this.#shown = this.#compared = undefined;
    this.root.replaceChildren();
  }
}

/** @param {Words} words @param {string} view */
function tab(words, view) {
  return h(
    "button",
    { type: "button", role: "tab", part: "tab", id: `tab-${view}`, "data-view": view, "aria-controls": `list-${view}` },
    words[/** @type {"claims"} */ (view)],
  );
}

/** @param {Words} words @param {string} view */
function list(words, view) {
  return h("div", {
    role: "tabpanel",
    id: `list-${view}`,
    "data-list": view,
    "aria-label": words[/** @type {"claims"} */ (view)],
    tabindex: "0",
  });
}

/** @param {string} name @param {string} text */
const slot = (name, text) => h("slot", { name }, text);

/** @param {Reading} reading @param {Words} words @param {import("../report.js").Claim} claim */
function claimCard(reading, words, claim) {
  const { strings } = reading;
  const via = claim.via && reading.claim(claim.via);
  const how = [strings.form[claim.form], strings.attribution[claim.attribution], strings.stance[claim.stance]];
  return h(
    "li",
    { class: `item claim ${claim.form}`, part: "claim", "data-id": claim.id },
    h(
      "button",
      { type: "button", class: "who", title: words.showInText },
      `${reading.number(claim)} ${reading.speaker(claim)}`,
    ),
    claim.content.length > 0 ? h("blockquote", {}, reading.content(claim)) : h("p", {}, strings.declined),
    claim.negated && h("p", { class: "warning" }, strings.negated),
    h("p", { class: "how" }, how.filter(Boolean).join(" · ")),
    via && h("p", { class: "how" }, strings.via(reading.speaker(via))),
  );
}

/** @param {Reading} reading @param {Words} words @param {import("../report.js").Entity} entity */
function entityRow({ strings }, words, { id, kind, name, roles, mentions }) {
  const known = [...new Set(roles.map(({ text }) => text))].slice(0, 3).join("; ");
  return h(
    "li",
    { class: "item", part: "entity", "data-id": id },
    h("button", { type: "button", class: "who", title: words.showInText }, name),
    h(
      "p",
      { class: "how" },
      [strings.entityKinds[kind], strings.mentions(mentions.length), known].filter(Boolean).join(" · "),
    ),
  );
}

/** @param {Reading} reading @param {Words} words @returns {HTMLElement[]} */
function figureRows(reading, words) {
  const { report, format, strings } = reading;
  const row = (/** @type {{ id: string, start: number, end: number }} */ item, /** @type {string} */ value) =>
    h(
      "li",
      { class: "item", part: "figure", "data-id": item.id },
      h("button", { type: "button", class: "who", title: words.showInText }, value),
      h("p", { class: "how" }, strings.written(reading.words(item))),
    );
  return [
    ...reading.listed.quantities.map((quantity) => row(quantity, format.quantity(quantity) || reading.words(quantity))),
    ...report.times.map((time) => row(time, format.time(time) || strings.basis.none)),
  ];
}

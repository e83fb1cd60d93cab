// The view of a comparison: the sentence first, then the filters, the list and both texts.

import { h } from "../dom.js";
import { itemsOf } from "./items.js";
import { drawList } from "./list.js";
import { drawText, layersOf } from "./text.js";

/** @typedef {import("./items.js").Item} Item */
/** @typedef {import("./items.js").Both} Both */
/** @typedef {import("./strings/en.js").Words} Words */
/** @typedef {{ tools: Node[], carriedNote: string }} Around what stands beside the filters, and what is said of corrections */

/** Another speaker is no kind of its own: a quotation may be verbatim and somebody else's. */
const OTHER = "speaker";

export class View {
  /** The kind that is shown; nothing for all. */
  #kind = "";
  /** @type {string | undefined} */
  #selected;

  /** @param {Both} both @param {Words} words @param {Around} around */
  constructor(both, words, { tools, carriedNote }) {
    this.both = both;
    this.words = words;
    this.items = itemsOf(both, words);
    this.place = h("span", { class: "place", role: "status" });
    this.filters = h("div", { class: "kinds", role: "group", "aria-label": words.filterLabel });
    this.list = h("div", { class: "found", tabindex: "-1", role: "region", "aria-label": words.list });
    this.nothing = h("p", { class: "none", hidden: true }, words.nothing);
    this.sides = this.#sides();
    const { comparison, a, b } = both;
    this.summary = h("h2", { class: "sentence", tabindex: "-1" }, words.summary(comparison, a, b));
    this.root = h(
      "div",
      { class: "compared", "data-mode": comparison.mode },
      h(
        "div",
        { class: "opening" },
        this.summary,
        carriedNote && h("p", { class: "carried" }, carriedNote),
        h("div", { class: "tools" }, tools),
      ),
      h("div", { class: "steps" }, this.filters, this.#stepper()),
      h("div", { class: "three" }, this.list, ...this.sides),
    );
    this.list.append(...drawList(this.items, both, words), this.nothing);
    this.root.addEventListener("click", (/** @type {Event} */ event) => this.#click(event));
    this.#filter("");
  }

  #sides() {
    const { comparison, a, b } = this.both;
    const layers = layersOf(this.items, ({ kind }) => this.words.kinds[kind]);
    const names = this.words.texts[comparison.mode];
    return [
      { name: names[0], text: a, own: layers.a, side: "a" },
      { name: names[1], text: b, own: layers.b, side: "b" },
    ].map(({ name, text, own, side }) =>
      h(
        "article",
        { class: `side-text of-${side}`, tabindex: "0", "aria-label": name },
        h("h3", {}, name),
        drawText(text, own),
      ),
    );
  }

  #stepper() {
    const button = (/** @type {string} */ words, /** @type {number} */ by, /** @type {string} */ key) =>
      h("button", { "data-by": by, title: `${words} (${key})` }, by < 0 ? `← ${words}` : `${words} →`);
    return h(
      "div",
      { class: "stepper" },
      button(this.words.previous, -1, "k"),
      this.place,
      button(this.words.next, 1, "j"),
    );
  }

  /** The kinds that there are, in the order of the list. */
  get kinds() {
    const kinds = [...new Set(this.items.map(({ kind }) => kind))];
    const other = this.items.some((item) => item.other) ? [OTHER] : [];
    return [...kinds.slice(0, 1), ...other, ...kinds.slice(1)];
  }

  #drawFilters() {
    const chip = (
      /** @type {string} */ kind,
      /** @type {string} */ name,
      /** @type {number} */ count,
      /** @type {number} */ key,
    ) =>
      h(
        "button",
        { "data-kind": kind, "aria-pressed": String(this.#kind === kind), title: key < 10 ? String(key) : undefined },
        kind && h("span", { class: `swatch kind-${kind}` }),
        name,
        h("span", { class: "tally" }, count),
      );
    const chips = this.kinds.map((kind, i) => chip(kind, this.words.kinds[kind], this.#of(kind).length, i + 1));
    this.filters.replaceChildren(chip("", this.words.all, this.items.length, 0), ...chips);
  }

  /** @param {string} kind */
  #of(kind) {
    if (kind === OTHER) return this.items.filter((item) => item.other);
    return kind ? this.items.filter((item) => item.kind === kind) : this.items;
  }

  /** @param {string} kind @param {{ focus?: boolean }} [how] */
  #filter(kind, { focus = false } = {}) {
    this.#kind = kind;
    const shown = new Set(this.#of(kind).map(({ id }) => id));
    for (const item of all(this.list, ".item")) item.hidden = !shown.has(String(item.dataset.id));
    for (const group of all(this.list, ".group")) group.hidden = !group.querySelector(".item:not([hidden])");
    for (const side of this.sides) {
      for (const mark of all(side, "mark, .verdict, .gap")) {
        const ids = (mark.dataset.ids ?? mark.dataset.id ?? "").split(" ");
        mark.classList.toggle("faded", !ids.some((id) => shown.has(id)));
      }
    }
    this.nothing.hidden = shown.size > 0;
    this.#drawFilters();
    if (focus) this.filters.querySelector(`[data-kind="${kind}"]`)?.focus();
    this.select(this.#selected && shown.has(this.#selected) ? this.#selected : undefined);
  }

  /** @param {string} [id] @param {{ focus?: boolean }} [how] */
  select(id, { focus = false } = {}) {
    this.#selected = id;
    const items = this.#of(this.#kind);
    const at = items.findIndex((item) => item.id === id);
    const count = items.length;
    this.place.textContent = at < 0 ? this.words.count(count) : this.words.place(at + 1, count);
    for (const old of all(this.root, ".selected")) old.classList.remove("selected");
    for (const head of all(this.list, ".head")) {
      head.tabIndex = -1;
      head.removeAttribute("aria-current");
    }
    const card = id ? this.list.querySelector(`.item[data-id="${id}"]`) : undefined;
    const stop = card ?? this.list.querySelector(".item:not([hidden])");
    const head = stop?.querySelector(".head");
    if (head) head.tabIndex = 0;
    if (!card || !id) return;
    card.classList.add("selected");
    head.setAttribute("aria-current", "true");
    if (focus) head.focus({ preventScroll: true });
    scroll(this.list, card, this.#apart);
    for (const side of this.sides) {
      const marks = all(side, `[data-ids~="${id}"], .gap[data-id="${id}"], .verdict[data-id="${id}"]`);
      for (const mark of marks) mark.classList.add("selected");
      if (this.#apart && marks.length > 0) scroll(side, marks[0], true);
    }
    if (!this.#apart) card.scrollIntoView({ block: "nearest" });
  }

  /** Whether each part scrolls for itself; on a phone they stand one after the other. */
  get #apart() {
    return getComputedStyle(this.sides[0]).overflowY === "auto";
  }

  /** @param {number} by */
  step(by) {
    const items = this.#of(this.#kind);
    if (items.length === 0) return;
    const at = items.findIndex(({ id }) => id === this.#selected);
    const to = at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length;
    this.select(items[to].id, { focus: true });
  }

  /** @param {string} key @returns {boolean} whether it is one of ours */
  press(key) {
    if (key === "j" || key === "n") this.step(1);
    else if (key === "k" || key === "p") this.step(-1);
    else if (key === "Escape") this.select();
    else if (key === "0") this.#filter("", { focus: true });
    else if (/^[1-9]$/.test(key) && this.kinds[Number(key) - 1])
      this.#filter(this.kinds[Number(key) - 1], { focus: true });
    else return false;
    return true;
  }

  /** @param {Event} event */
  #click({ target }) {
    if (!(target instanceof Element)) return;
    const step = target.closest("[data-by]")?.getAttribute("data-by");
    if (step) return this.step(Number(step));
    const chip = target.closest(".kinds [data-kind]");
    if (chip) return this.#filter(chip.getAttribute("data-kind") ?? "", { focus: true });
    const side = target.closest("[data-go]")?.getAttribute("data-go");
    const id = target.closest("[data-id]")?.getAttribute("data-id");
    if (!id) return;
    this.select(id, { focus: !side && Boolean(target.closest(".head")) });
    if (side) this.#go(id, this.sides[side === "a" ? 0 : 1]);
    else if (!this.#apart && target.closest(".side-text"))
      this.list.querySelector(`.item[data-id="${id}"] .head`)?.focus();
  }

  /** @param {string} id @param {HTMLElement} side */
  #go(id, side) {
    const [mark] = all(side, `[data-ids~="${id}"]`);
    side.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: "center" });
  }
}

/** @param {Element} within @param {string} selector @returns {HTMLElement[]} */
function all(within, selector) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
}

/** Within a part that scrolls for itself, without moving the page. @param {HTMLElement} part @param {HTMLElement} to @param {boolean} apart */
function scroll(part, to, apart) {
  if (!apart) return;
  const [outer, inner] = [part.getBoundingClientRect(), to.getBoundingClientRect()];
  if (inner.top >= outer.top + 48 && inner.bottom <= outer.bottom - 16) return;
  part.scrollTop += inner.top - outer.top - outer.height / 3;
}

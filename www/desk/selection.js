// Joins the article and the views: what is selected or pointed at here is lit there.

import { h } from "../dom.js";
import { VIEWS } from "../shell.js";
import { finish } from "../slices.js";
import { all, reveal, rove, visibleMark } from "./elements.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../shell.js").View} View */

/** The view in which something is shown, by the first letter of its id. @type {Record<string, View>} */
const VIEW_OF = { c: "claims", e: "entities", q: "figures", t: "figures", k: "figures", u: "unattributed" };

export class Selection {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const { root } = desk.shell;
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("pointerover", (event) => this.#hover(event.target));
    root.addEventListener("pointerleave", () => this.#hover(null));
    root.addEventListener("focusin", (event) => this.#hover(event.target));
  }

  /** Selects something by its id; nothing unselects. @param {string} [id] */
  select(id) {
    const { state, shell, services } = this.desk;
    for (const element of this.#of(state.selected)) element.classList.remove("selected");
    state.selected = id;
    shell.root.dataset.selected = id?.[0] ?? "";
    if (id) this.#need(id);
    for (const element of this.#of(id)) element.classList.add("selected");
    shell.root.toggleAttribute("data-selecting", Boolean(id));
    this.rove();
    services.emit("select", { id });
  }

  unselect() {
    this.hidePeek();
    this.select();
  }

  /** The card or row of `id`, if its view was drawn. @param {string} id @returns {HTMLElement | undefined} */
  #item(id) {
    return this.#panel(id).querySelector(`.item[data-id="${CSS.escape(id)}"]`) ?? undefined;
  }

  /** @param {string} id */
  #panel(id) {
    const { panels, notes } = this.desk.shell;
    return id[0] === "n" ? notes : panels[VIEW_OF[id[0]]];
  }

  /** Draws what is still missing of `id`, here and there. @param {string} id */
  #need(id) {
    const { showing, shell } = this.desk;
    showing.drawView(VIEW_OF[id[0]]);
    if (!this.#item(id)) finish(this.#panel(id));
    if (!showing.pieces.has(id)) finish(shell.article);
  }

  /** Everything that shows `id`. @param {string | undefined} id @returns {HTMLElement[]} */
  #of(id) {
    if (!id) return [];
    const { showing, shell } = this.desk;
    const item = this.#item(id);
    const moments = shell.panels.figures.querySelectorAll(`.moment[data-id="${id}"]`);
    return [...(showing.pieces.get(id) ?? []), ...(item ? [item] : []), .../** @type {any} */ (moments)];
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const { showing, intake } = this.desk;
    const target = /** @type {HTMLElement} */ (event.target);
    const tab = target.closest(".tab");
    if (tab instanceof HTMLElement) return showing.showView(String(tab.dataset.view));
    const sample = target.closest("[data-sample]");
    if (sample instanceof HTMLElement) return intake.openSample(String(sample.dataset.sample));
    if (this.#tool(target)) return;
    const note = target.closest("[data-note]");
    if (note instanceof HTMLElement) {
      event.preventDefault();
      return this.goToItem(String(note.dataset.note), event.detail === 0);
    }
    const go = target.closest("[data-go]");
    if (go instanceof Element) return this.goToText(String(go.getAttribute("data-go")));
    const mark = this.#markAt(target);
    if (mark && getSelection()?.isCollapsed !== false) return this.goToItem(String(mark.dataset.id), false);
    const item = target.closest(".item");
    if (item instanceof HTMLElement && !target.closest("details, .tool")) this.goToText(String(item.dataset.id));
  }

  /** @param {Element} target */
  #markAt(target) {
    return visibleMark(target, (id) => VIEW_OF[id[0]] === this.desk.state.marked);
  }

  /** The small buttons of items and pictures. @param {HTMLElement} target @returns {boolean} whether it was one */
  #tool(target) {
    const { correcting, showing, copying, intake } = this.desk;
    const data = (/** @type {string} */ name) => target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`);
    const back = data("put-back");
    const [card, correct, cite, next, sort, table] = ["card", "correct", "cite", "next", "sort", "copy-table"].map(
      data,
    );
    const [saved, noted] = ["save-table", "note-on"].map(data);
    if (data("text-before") !== undefined && data("text-before") !== null) intake.bringBack();
    else if (saved) copying.saveTable(saved);
    else if (noted) correcting.note(noted);
    else if (card) this.goToItem(card, true);
    else if (correct) correcting.open(correct);
    else if (cite) copying.cite(cite);
    else if (next) this.goToText(next, 1, target.closest("[data-at]")?.getAttribute("data-at"));
    else if (sort) showing.arrange({ [sort]: data("by") });
    else if (table) copying.copyTable(table);
    else if (back) intake.putBack(Number(back));
    else return false;
    if (sort) this.#focusSorter(sort, String(data("by")));
    return true;
  }

  /** @param {string} sort @param {string} by a column, with "-" before it from the end */
  #focusSorter(sort, by) {
    const again = all(this.desk.shell.views, `[data-sort="${sort}"]`);
    const same = again.find(({ dataset }) => dataset.by?.replace("-", "") === by.replace("-", ""));
    (same ?? again[0])?.focus();
  }

  /** From the article to the card. @param {string} id @param {boolean} focus */
  goToItem(id, focus) {
    const { state, shell, showing, layout, services } = this.desk;
    const view = VIEW_OF[id[0]];
    if (layout === "narrow" && !services.elsewhere) {
      this.select(id);
      return this.#showPeek(id);
    }
    const pinned = view === "claims" && layout === "wide";
    if (view && (pinned ? state.marked !== view : state.view !== view)) showing.showView(view);
    this.select(id);
    const item = this.#item(id);
    if (!item) return;
    item.hidden = false;
    for (const folded of all(shell.root, "details")) if (folded.contains(item)) folded.setAttribute("open", "");
    reveal(item);
    if (focus) all(item, "button.head")[0]?.focus({ preventScroll: true });
  }

  /** The piece of `id` that begins somewhere, else the next or previous after the one where the reader is. @param {string} id @param {1 | -1} by @param {string | null} [start] */
  #mention(id, by, start) {
    if (!this.desk.showing.pieces.has(id)) finish(this.desk.shell.article);
    const pieces = (this.desk.showing.pieces.get(id) ?? []).filter((piece) => piece.tagName === "MARK");
    const wanted = start && pieces.find((piece) => piece.dataset.at === start);
    if (wanted) return wanted;
    const at = pieces.findIndex((piece) => piece.classList.contains("here"));
    if (at < 0) return pieces[by > 0 ? 0 : pieces.length - 1];
    return pieces[(at + by + pieces.length) % pieces.length];
  }

  /** From the card to the article; again: to the next mention, or to the one that begins somewhere. @param {string} id @param {1 | -1} [by] @param {string | null} [start] */
  goToText(id, by = 1, start) {
    const { shell, showing, layout, services } = this.desk;
    const piece = this.#mention(id, by, start);
    this.select(id);
    if (!piece) return;
    for (const other of shell.article.querySelectorAll(".here")) other.classList.remove("here");
    piece.classList.add("here");
    if (services.elsewhere) return services.elsewhere(Number(piece.dataset.at));
    if (layout === "narrow") showing.showView("article");
    reveal(piece);
  }

  /** To the next or the previous claim. @param {1 | -1} by */
  step(by) {
    const { state, active, showing, services } = this.desk;
    const claims = state.reading?.report.claims ?? [];
    if (claims.length === 0) return;
    const at = claims.findIndex(({ id }) => id === state.selected);
    const to = at < 0 ? (by > 0 ? 0 : claims.length - 1) : Math.min(Math.max(at + by, 0), claims.length - 1);
    const { id } = claims[to];
    const inViews = active?.closest(".views");
    this.goToItem(id, Boolean(inViews));
    const piece = showing.pieces.get(id)?.[0];
    if (piece && services.elsewhere) services.elsewhere(Number(piece.dataset.at));
    else if (piece) reveal(piece);
    if (!inViews) this.noteOf(id)?.focus({ preventScroll: true });
  }

  /** @param {string} id @returns {HTMLElement | null} */
  noteOf(id) {
    return this.desk.shell.article.querySelector(`[data-note="${id}"]`);
  }

  /** On a phone the card comes to the reader. @param {string} id */
  #showPeek(id) {
    const { shell, strings } = this.desk;
    const item = this.#item(id)?.cloneNode(true);
    if (!(item instanceof HTMLElement)) return;
    item.hidden = false;
    item.querySelector("[data-go]")?.removeAttribute("data-go");
    // Its speaker stands above a list of cards.
    item.querySelector(".head .hidden")?.classList.replace("hidden", "who");
    const close = h("button", { class: "close" }, strings.close);
    close.addEventListener("click", () => this.unselect());
    shell.peek.replaceChildren(h("ul", { class: "rows" }, item), close);
    shell.peek.hidden = false;
  }

  hidePeek() {
    this.desk.shell.peek.hidden = true;
    this.desk.shell.peek.replaceChildren();
  }

  /** What the pointer or the focus is on, there and on the other side. @param {EventTarget | null} target */
  #hover(target) {
    const element = target instanceof Element ? target : undefined;
    const id =
      element?.closest("[data-note]")?.getAttribute("data-note") ??
      (element && this.#markAt(element)?.dataset.id) ??
      element?.closest(".item, .moment")?.getAttribute("data-id");
    for (const hot of this.desk.shell.root.querySelectorAll(".hot")) hot.classList.remove("hot");
    for (const element of this.#of(id ?? undefined)) element.classList.add("hot");
  }

  /** One tab stop in the article and one in each list: the selected claim, else the first. */
  rove() {
    const { state, shell } = this.desk;
    rove(shell.article, ".note", state.selected && this.noteOf(state.selected));
    for (const view of VIEWS) {
      const panel = shell.panels[view];
      const head = rove(panel, "button.head", panel.querySelector(".item.selected .head"));
      for (const old of all(panel, ".item [tabindex='0']:not(.head)")) old.tabIndex = -1;
      for (const tool of all(head?.closest(".item") ?? document.createElement("p"), ".tool, summary"))
        tool.tabIndex = 0;
    }
  }
}

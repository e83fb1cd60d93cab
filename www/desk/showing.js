// Draws the article, the views and what stands above them from the state.

import { drawArticle } from "../article.js";
import { countsOf, drawLegend, hiddenKinds } from "../legend.js";
import { Reading } from "../reading.js";
import { VIEWS } from "../shell.js";
import { finish } from "../slices.js";
import { asideView } from "../views/aside.js";
import { claimsView, passes } from "../views/claims.js";
import { entitiesView } from "../views/entities.js";
import { figuresView } from "../views/figures.js";
import { lostView } from "../views/lost.js";
import { notesView } from "../views/notes.js";
import { sourcesView } from "../views/sources.js";
import { unattributedView } from "../views/unattributed.js";
import { all } from "./elements.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../shell.js").View} View */

/** @type {Record<View, (reading: Reading, state: import("../state.js").State) => Node[]>} */
const DRAW = {
  claims: claimsView,
  entities: entitiesView,
  figures: figuresView,
  sources: sourcesView,
  unattributed: unattributedView,
};

export class Showing {
  /** The marks and notes of the article by the id of what they mark. @type {Map<string, HTMLElement[]>} */
  pieces = new Map();
  /** @type {Set<View>} */
  #drawn = new Set();
  /** How far down the article was left, in a narrow window. */
  #place = 0;
  #resized = new ResizeObserver(() => this.#fit());

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.#resized.observe(desk.shell.toolbar);
    desk.shell.search.addEventListener("input", () => this.#search());
    desk.shell.root.addEventListener("change", (event) => this.#sift(event.target));
    const unfolded = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLDetailsElement && target.matches(".sieve")) desk.state.sifting.open = target.open;
    };
    desk.shell.views.addEventListener("toggle", unfolded, true);
  }

  stop() {
    this.#resized.disconnect();
  }

  /**
   * Shows a text with a report that was made earlier.
   * @param {string} text @param {Report} report @param {import("../report.js").Correction[]} corrections
   */
  open(text, report, corrections = report.corrections ?? []) {
    const { state, strings, asking } = this.desk;
    asking.cancel();
    const corrected = { text, found: report, corrections };
    Object.assign(state, { text, corrections, corrected, undone: [], notes: [], lost: [], saved: corrections });
    this.show(new Reading(text, report, strings, corrections));
  }

  /** @param {Reading} reading */
  show(reading) {
    const { state, strings, messages, selection } = this.desk;
    state.reading = reading;
    reading.credit = state.given.credit;
    messages.complain(reading.report.language === "other" ? strings.otherLanguage : "");
    this.#drawArticle(reading);
    if (state.phase !== "writing") this.setPhase("reading");
    this.#drawAside();
    this.#drawVisibleViews();
    this.#fade();
    this.showLegend();
    this.#showTallies(reading);
    this.#showPublished(reading);
    this.desk.correcting.showHistory();
    messages.say("");
    selection.select(state.selected && reading.has(state.selected) ? state.selected : undefined);
    this.#search();
  }

  /** @param {Reading} reading */
  #drawArticle(reading) {
    const { article, panels } = this.desk.shell;
    const { body, pieces } = drawArticle(reading, this.desk.state.notes);
    this.pieces = pieces;
    article.replaceChildren(body);
    this.#drawn.clear();
    for (const view of VIEWS) panels[view].replaceChildren();
  }

  /** Below the article, what came with it and was not read. */
  #drawAside() {
    const { state, strings, shell } = this.desk;
    shell.credit.textContent = state.given.credit ?? "";
    shell.lost.hidden = state.lost.length === 0;
    shell.lost.replaceChildren(...lostView(strings, state));
    shell.notes.hidden = state.notes.length === 0;
    shell.notes.replaceChildren(...(state.notes.length > 0 ? notesView(strings, state.notes) : []));
    shell.aside.hidden = state.aside.length === 0;
    shell.aside.replaceChildren(...(state.aside.length > 0 ? asideView(strings, state.aside) : []));
  }

  /** @param {View} view */
  drawView(view) {
    const { reading } = this.desk.state;
    if (!reading || !view || this.#drawn.has(view)) return;
    this.#drawn.add(view);
    this.desk.shell.panels[view].replaceChildren(...DRAW[view](reading, this.desk.state));
  }

  /** Wide windows show *Who says what* beside the chosen view. */
  #drawVisibleViews() {
    this.drawView("claims");
    this.drawView(this.desk.state.view);
  }

  showLegend() {
    const { state, strings, shell, services } = this.desk;
    const toggle = (/** @type {string} */ kind) => {
      if (!state.hiddenKinds.delete(kind)) state.hiddenKinds.add(kind);
      this.showLegend();
      shell.legend.querySelector(`[data-kind="${kind}"]`)?.focus();
    };
    const choose = (/** @type {"view" | "all" | "none"} */ marks) => {
      const at = shell.legend.querySelector(":focus")?.getAttribute("data-marks");
      state.marks = marks;
      this.showLegend();
      if (at) shell.legend.querySelector(`[data-marks="${at}"]`)?.focus();
    };
    drawLegend(shell.legend, state, strings, { toggle, choose });
    const hidden = hiddenKinds(state);
    shell.root.dataset.hide = hidden.join(" ");
    services.emit("marks", { hidden });
  }

  /** From the marks of the view to all, to none. */
  cycleMarks() {
    const { state } = this.desk;
    state.marks = /** @type {const} */ ({ view: "all", all: "none", none: "view" })[state.marks];
    this.showLegend();
  }

  /** A reader chose which claims to see, or in which order. @param {EventTarget | null} target */
  #sift(target) {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
    const { sift: key } = target.dataset;
    if (!key) return;
    const value = target instanceof HTMLInputElement ? target.checked : target.value;
    this.arrange({ [key]: value });
    this.desk.shell.views.querySelector(`[data-sift="${key}"]`)?.focus();
  }

  /** @param {Partial<import("../state.js").Sifting>} change */
  arrange(change) {
    const { state, shell, selection } = this.desk;
    Object.assign(state.sifting, change);
    for (const view of /** @type {const} */ (["claims", "figures", "sources"])) {
      if (!this.#drawn.delete(view)) continue;
      shell.panels[view].replaceChildren();
    }
    this.#drawVisibleViews();
    this.#fade();
    selection.select(state.selected);
    this.#search();
  }

  /** In the article, too, what is sifted out is not marked. */
  #fade() {
    const { state } = this.desk;
    for (const claim of state.reading?.report.claims ?? []) {
      const faded = !passes(claim, state.sifting);
      for (const piece of this.pieces.get(claim.id) ?? []) piece.classList.toggle("sifted", faded);
    }
  }

  /** @param {Reading} reading */
  #showTallies(reading) {
    const counts = countsOf(reading);
    const tallies = {
      claims: counts.claim,
      entities: reading.listed.entities.length,
      figures: counts.number + counts.time,
      sources: counts.source,
      unattributed: counts.unattributed,
    };
    const { pinned, tabs } = this.desk.shell;
    for (const tab of [pinned.querySelector(".tab"), ...tabs]) {
      const tally = tab.querySelector(".tally");
      if (tally) tally.textContent = String(tallies[/** @type {View} */ (tab.dataset.view ?? "claims")] ?? "");
    }
  }

  /** @param {Reading} reading */
  #showPublished({ report }) {
    const { state, shell } = this.desk;
    const used = report.published ?? state.given.published;
    shell.published.value = used?.slice(0, 10) ?? "";
  }

  /** @param {import("../state.js").Phase} phase */
  setPhase(phase) {
    const { state, strings, shell } = this.desk;
    state.phase = phase;
    shell.root.dataset.state = phase;
    this.desk.services.emit("phase", { phase });
    shell.edit.setAttribute("aria-pressed", String(phase === "writing"));
    shell.edit.textContent = phase === "writing" ? strings.doneEditing : strings.editText;
  }

  /** @param {string} view a view or "article" @param {{ focus?: boolean }} [how] */
  showView(view, { focus = false } = {}) {
    const { state, shell, selection, layout } = this.desk;
    if (view !== "article") this.#mark(/** @type {View} */ (view));
    // A wide window shows the claims beside any other view.
    if (view === "claims" && layout === "wide") view = state.view === "claims" ? "entities" : state.view;
    const { root, views } = shell;
    const was = root.dataset.view;
    if (was === "article") this.#place = scrollY;
    root.dataset.view = view;
    if (view !== "article") state.view = /** @type {View} */ (view);
    this.#drawVisibleViews();
    selection.rove();
    for (const tab of shell.tabs) {
      const chosen = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen && focus) tab.focus();
    }
    selection.hidePeek();
    shell.search.value = "";
    this.#search();
    if (was === view) return;
    views.scrollTop = 0;
    if (layout !== "narrow") return;
    if (view === "article") scrollTo(0, this.#place);
    else if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
  }

  /** The article's marks follow the view. @param {View} view */
  #mark(view) {
    const { state } = this.desk;
    if (state.marked === view) return;
    state.marked = view;
    this.showLegend();
  }

  /** The views stay below the toolbar, however high it is; a wide window has *Who says what* pinned. */
  #fit() {
    const { state, shell, layout } = this.desk;
    const { root, toolbar } = shell;
    root.style.setProperty("--toolbar", `${layout === "narrow" ? 0 : toolbar.offsetHeight}px`);
    if (layout === "wide" && root.dataset.view === "claims") this.showView("claims");
    if (layout !== "narrow" && root.dataset.view === "article") this.showView(state.view);
  }

  #search() {
    const { state, strings, shell, layout } = this.desk;
    const { search, nothing, panels } = shell;
    const words = search.value.trim().toLowerCase();
    const searched = new Set(layout === "wide" ? [panels[state.view], panels.claims] : [panels[state.view]]);
    const passing = (/** @type {string | undefined} */ id) => {
      const claim = id?.[0] === "c" ? state.reading?.claim(id) : undefined;
      return !claim || passes(claim, state.sifting);
    };
    const found = [...searched].reduce((sum, panel) => sum + sift(panel, words, passing), 0);
    const sifted = [...searched].some((panel) => panel.querySelector(".item[hidden]"));
    nothing.hidden = !sifted && (found > 0 || !words);
    nothing.textContent = found > 0 || !words ? strings.shown(found) : strings.nothingFound(search.value.trim());
  }

  focusArticle() {
    const { article, tabs } = this.desk.shell;
    const { host } = this.desk.services;
    const chosen = article.checkVisibility() ? article : tabs.find((tab) => tab.tabIndex === 0);
    chosen?.focus({ preventScroll: true });
    if (host.getBoundingClientRect().top < 0) host.scrollIntoView({ block: "start" });
  }
}

/**
 * Leaves only the items with these words that pass.
 * @param {HTMLElement} panel @param {string} words @param {(id: string | undefined) => boolean} passing
 * @returns {number} how many
 */
function sift(panel, words, passing) {
  if (words) finish(panel);
  if (words) for (const folded of all(panel, ".rest")) folded.setAttribute("open", "");
  let found = 0;
  for (const item of all(panel, ".item")) {
    item.hidden = !passing(item.dataset.id) || (words !== "" && !item.textContent?.toLowerCase().includes(words));
    if (!item.hidden) found++;
  }
  for (const section of all(panel, ".section")) {
    // Claims made together with somebody stand with that one: here only their numbers do.
    const left = all(section, ".item:not([hidden]), .none, :scope > .quiet > .ref");
    const leads = left.some(
      ({ dataset }) => !dataset.note || panel.querySelector(`.item[data-id="${dataset.note}"]:not([hidden])`),
    );
    section.hidden = !leads && Boolean(section.querySelector(".item, .ref"));
  }
  return found;
}

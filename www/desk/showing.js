// Draws the article, the views and what stands above them from the state.

import { drawArticle } from "../article.js";
import { drawLegend } from "../legend.js";
import { Reading } from "../reading.js";
import { VIEWS } from "../shell.js";
import { finish } from "../slices.js";
import { claimsView } from "../views/claims.js";
import { entitiesView } from "../views/entities.js";
import { figuresView } from "../views/figures.js";
import { unattributedView } from "../views/unattributed.js";
import { all } from "./elements.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../shell.js").View} View */

/** @type {Record<View, (reading: Reading) => Node[]>} */
const DRAW = { claims: claimsView, entities: entitiesView, figures: figuresView, unattributed: unattributedView };

export class Showing {
  /** The marks and notes of the article by the id of what they mark. @type {Map<string, HTMLElement[]>} */
  pieces = new Map();
  /** @type {Set<View>} */
  #drawn = new Set();
  #resized = new ResizeObserver(() => this.#fit());

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.#resized.observe(desk.shell.toolbar);
    desk.shell.search.addEventListener("input", () => this.#search());
  }

  stop() {
    this.#resized.disconnect();
  }

  /** Shows a text with a report that was made earlier. @param {string} text @param {Report} report */
  open(text, report) {
    const { state, strings, asking } = this.desk;
    asking.cancel();
    state.text = text;
    this.show(new Reading(text, report, strings));
  }

  /** @param {Reading} reading */
  show(reading) {
    const { state, strings, messages, joining } = this.desk;
    state.reading = reading;
    messages.complain(reading.report.language === "other" ? strings.otherLanguage : "");
    this.#drawArticle(reading);
    if (state.phase !== "writing") this.setPhase("reading");
    this.#drawVisibleViews();
    this.showLegend();
    this.#showTallies(reading);
    this.#showPublished(reading);
    messages.say("");
    joining.select(state.selected && reading.has(state.selected) ? state.selected : undefined);
    this.#search();
  }

  /** @param {Reading} reading */
  #drawArticle(reading) {
    const { article, panels } = this.desk.shell;
    const { body, pieces } = drawArticle(reading);
    this.pieces = pieces;
    article.replaceChildren(body);
    this.#drawn.clear();
    for (const view of VIEWS) panels[view].replaceChildren();
  }

  /** @param {View} view */
  drawView(view) {
    const { reading } = this.desk.state;
    if (!reading || !view || this.#drawn.has(view)) return;
    this.#drawn.add(view);
    this.desk.shell.panels[view].replaceChildren(...DRAW[view](reading));
  }

  /** Wide windows show *Who says what* beside the chosen view. */
  #drawVisibleViews() {
    this.drawView("claims");
    this.drawView(this.desk.state.view);
  }

  showLegend() {
    const { state, strings, shell } = this.desk;
    const { hiddenKinds, reading } = state;
    drawLegend(shell.legend, reading, strings, hiddenKinds, (kind) => {
      if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
      this.showLegend();
      shell.legend.querySelector(`[data-kind="${kind}"]`)?.focus();
    });
    shell.root.dataset.hide = [...hiddenKinds].join(" ");
  }

  /** @param {Reading} reading */
  #showTallies({ report }) {
    const tallies = {
      claims: report.claims.length,
      entities: report.entities.length,
      figures: report.quantities.length + report.times.length,
      unattributed: report.unattributed.length,
    };
    const { pinned, tabs } = this.desk.shell;
    for (const tab of [pinned, ...tabs]) {
      const tally = tab.querySelector(".tally");
      if (tally) tally.textContent = String(tallies[/** @type {View} */ (tab.dataset.view ?? "claims")] ?? "");
    }
  }

  /** @param {Reading} reading */
  #showPublished({ report }) {
    const { state, strings, shell } = this.desk;
    const used = report.published ?? state.given.published;
    const by = state.given.by ?? (used ? "dateline" : "none");
    shell.published.value = used?.slice(0, 10) ?? "";
    shell.publishedNote.textContent = strings.published[by];
  }

  /** @param {import("../state.js").Phase} phase */
  setPhase(phase) {
    const { state, strings, shell } = this.desk;
    state.phase = phase;
    shell.root.dataset.state = phase;
    shell.edit.setAttribute("aria-pressed", String(phase === "writing"));
    shell.edit.textContent = phase === "writing" ? strings.doneEditing : strings.editText;
  }

  /** @param {string} view a view or "article" @param {{ focus?: boolean }} [how] */
  showView(view, { focus = false } = {}) {
    const { state, shell, joining, layout } = this.desk;
    if (view === "claims" && layout === "wide") view = "entities";
    shell.root.dataset.view = view;
    if (view !== "article") state.view = /** @type {View} */ (view);
    this.#drawVisibleViews();
    joining.rove();
    for (const tab of shell.tabs) {
      const chosen = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen && focus) tab.focus();
    }
    joining.hidePeek();
    shell.search.value = "";
    this.#search();
  }

  /** The views stay below the toolbar, however high it is; a wide window has *Who says what* pinned. */
  #fit() {
    const { state, shell, layout } = this.desk;
    const { root, toolbar } = shell;
    root.style.setProperty("--toolbar", `${layout === "narrow" ? 0 : toolbar.offsetHeight}px`);
    if (layout === "wide" && root.dataset.view === "claims") this.showView("entities");
    if (layout !== "narrow" && root.dataset.view === "article") this.showView(state.view);
  }

  #search() {
    const { state, strings, shell, layout } = this.desk;
    const { search, nothing, panels } = shell;
    const words = search.value.trim().toLowerCase();
    const searched = new Set(layout === "wide" ? [panels[state.view], panels.claims] : [panels[state.view]]);
    const found = [...searched].reduce((sum, panel) => sum + sift(panel, words), 0);
    nothing.hidden = !words || found > 0;
    nothing.textContent = words ? strings.nothingFound(search.value.trim()) : "";
  }

  focusArticle() {
    const { article } = this.desk.shell;
    const { host } = this.desk.means;
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
    if (host.getBoundingClientRect().top < 0) host.scrollIntoView({ block: "start" });
  }
}

/** Leaves only the items with these words. @param {HTMLElement} panel @param {string} words @returns {number} how many */
function sift(panel, words) {
  if (words) finish(panel);
  let found = 0;
  for (const item of all(panel, ".item")) {
    item.hidden = words !== "" && !item.textContent?.toLowerCase().includes(words);
    if (!item.hidden) found++;
  }
  for (const section of all(panel, ".section")) {
    section.hidden = words !== "" && !section.querySelector(".item:not([hidden])");
  }
  return found;
}

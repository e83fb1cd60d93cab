// The element's own DOM, built once: welcome, toolbar, legend, tabs, article, views, and what floats above them.

import { h } from "./dom.js";

/** @typedef {import("./strings/en.js").Strings} Strings */
/** @typedef {{ name: string, text: string, credit?: string }} Sample */

export const VIEWS = /** @type {const} */ (["claims", "entities", "figures", "sources", "unattributed"]);
/** @typedef {(typeof VIEWS)[number]} View */

/**
 * @param {Strings} strings @param {Sample[]} samples
 * @param {Record<string, Strings>} languages
 */
export function buildShell(strings, samples, languages) {
  const parts = {
    ...entryParts(strings, samples),
    ...toolbarParts(strings),
    ...readingParts(strings),
    ...floatingParts(strings),
    ...frameParts(strings, languages),
  };
  fillToolbar(strings, parts);
  parts.history.append(parts.undo, parts.redo, parts.changes);
  parts.busy.append(h("span", {}, strings.working), parts.progress, parts.cancel);
  parts.root.append(
    h("div", { class: "messages" }, parts.problem),
    welcome(strings, parts),
    h("div", { class: "desk" }, parts.toolbar, panes(strings, parts)),
    parts.peek,
    parts.busy,
    h("div", { class: "drop", "aria-hidden": "true" }, strings.dropHere),
    parts.file,
    parts.keys,
  );
  return parts;
}

/** @typedef {ReturnType<typeof buildShell>} Shell */

/** Where an article is given. @param {Strings} strings @param {Sample[]} samples */
function entryParts(strings, samples) {
  return {
    input: h("textarea", {
      class: "input",
      "aria-label": strings.textLabel,
      placeholder: strings.textHint,
      spellcheck: "false",
      rows: 9,
    }),
    analyse: h("button", { class: "primary" }, strings.analyse),
    file: h("input", {
      type: "file",
      class: "hidden",
      accept: ".docx,.odt,.txt,.html,.htm,.md,.json,.jsonld,text/plain,text/html",
      tabindex: "-1",
      "aria-hidden": "true",
    }),
    openers: [openButton(strings), openButton(strings)],
    back: h("button", { class: "back", hidden: true }),
    offer: h("p", { class: "offer", hidden: true }),
    samples: samples.map(({ name, text, credit }) => [
      h("button", { class: "sample", "data-sample": name }, headlineOf(text)),
      credit && h("p", { class: "quiet" }, credit),
    ]),
  };
}

/** What is done with an article. @param {Strings} strings */
function toolbarParts(strings) {
  return {
    fresh: h("button", {}, strings.newArticle),
    edit: h("button", { "aria-pressed": "false" }, strings.editText),
    published: h("input", { type: "date", max: "9999-12-31" }),
    saveButton: h("button", {}, strings.saveButton),
    more: h("button", { class: "more", "aria-expanded": "false" }, strings.more),
    undo: h("button", { title: strings.undoHint }, strings.undo),
    redo: h("button", { title: strings.redoHint }, strings.redo),
    changes: h("span", { class: "quiet" }),
    history: h("div", { class: "history", hidden: true }),
    views: h("div", { class: "views" }),
    keysButton: h("button", { class: "round", "aria-label": strings.keysButton, title: strings.keysButton }, "?"),
    toolbar: h("div", { class: "toolbar" }),
    search: h("input", { type: "search", placeholder: strings.search, "aria-label": strings.searchLabel }),
  };
}

/** The article, its views, and what is said about them. @param {Strings} strings */
function readingParts(strings) {
  return {
    status: h("p", { class: "status", role: "status" }),
    legend: h("div", { class: "legend", role: "group", "aria-label": strings.legendLabel }),
    article: h("article", { class: "text", tabindex: "-1", "aria-label": strings.views.article }),
    aside: h("aside", { class: "set-aside", "aria-label": strings.asideTitle, hidden: true }),
    lost: h("aside", { class: "set-aside lost", "aria-label": strings.lostTitle, hidden: true }),
    credit: h("p", { class: "credit quiet" }),
    notes: h("aside", { class: "set-aside notes", "aria-label": strings.notesTitle, hidden: true }),
    editor: h("textarea", { class: "editor", "aria-label": strings.textLabel, spellcheck: "false" }),
    nothing: h("p", { class: "none nothing", hidden: true }),
    pinned: h(
      "h2",
      { class: "pinned" },
      h("button", { class: "plain tab", "data-view": "claims" }, strings.views.claims, h("span", { class: "tally" })),
    ),
    tabs: /** @type {HTMLButtonElement[]} */ (["article", ...VIEWS].map((view) => tab(strings, view))),
    panels: /** @type {Record<View, HTMLElement>} */ (Object.fromEntries(VIEWS.map((view) => [view, panel(view)]))),
  };
}

/** What floats above the rest. @param {Strings} strings */
function floatingParts(strings) {
  return {
    problem: h("div", { class: "problem", role: "alert" }),
    peek: h("aside", { class: "peek", hidden: true }),
    busy: h("div", { class: "busy", hidden: true }),
    progress: h("progress", { max: 1, value: 0, "aria-label": strings.working }),
    cancel: h("button", {}, strings.cancel),
    keys: keysDialog(strings),
  };
}

/** Language, theme, and the element that holds all. @param {Strings} strings @param {Record<string, Strings>} languages */
function frameParts(strings, languages) {
  return {
    languages: /** @type {HTMLSelectElement[]} */ ([
      languageChoice(strings, languages),
      languageChoice(strings, languages),
    ]),
    themes: /** @type {HTMLSelectElement[]} */ ([themeChoice(strings), themeChoice(strings)]),
    root: /** @type {HTMLElement} */ (
      h("div", { class: "root", lang: strings.lang, dir: strings.dir, "data-state": "empty", "data-view": "claims" })
    ),
  };
}

/** The first line, which is a headline in most articles. @param {string} text */
export function headlineOf(text) {
  const line = text.trim().split("\n", 1)[0];
  return line.length > 120 ? line.slice(0, 120).replace(/\s+\S*$/, " …") : line;
}

/** @param {string} text */
export function shortHeadline(text) {
  return headlineOf(text).replace(/[.:]$/, "");
}

/** @param {Strings} strings */
function openButton(strings) {
  return h("button", { class: "open" }, strings.open);
}

/** Each language by its own name. @param {Strings} strings @param {Record<string, Strings>} languages */
function languageChoice({ lang, languageLabel }, languages) {
  const options = Object.values(languages).map((other) =>
    h("option", { value: other.lang, lang: other.lang, selected: other.lang === lang }, other.name),
  );
  return h("select", { class: "language", "aria-label": languageLabel }, options);
}

/** @param {Strings} strings */
function themeChoice({ themeLabel, themes }) {
  const options = Object.entries(themes).map(([value, name]) => h("option", { value }, name));
  return h("select", { class: "theme", "aria-label": themeLabel }, options);
}

/** @param {Strings} strings @param {any} parts */
function welcome(strings, { input, analyse, openers, samples, languages, themes, back, offer }) {
  return h(
    "section",
    { class: "welcome" },
    h("h2", {}, strings.welcome),
    h("p", { class: "lead" }, strings.welcomeMore),
    back,
    offer,
    input,
    h("div", { class: "actions" }, analyse, openers[0], h("span", { class: "end" }, languages[0], themes[0])),
    samples.length > 0 && [
      h("h3", {}, strings.samplesTitle),
      h("p", { class: "quiet" }, strings.samplesNote),
      h(
        "ul",
        { class: "samples" },
        samples.map((/** @type {Node[]} */ sample) => h("li", {}, sample)),
      ),
    ],
  );
}

/** @param {Strings} strings @param {any} parts */
function fillToolbar(
  strings,
  {
    toolbar,
    fresh,
    edit,
    openers,
    saveButton,
    history,
    published,
    keysButton,
    legend,
    status,
    languages,
    themes,
    more,
  },
) {
  const unfold = (/** @type {boolean} */ open) => {
    toolbar.toggleAttribute("data-more", open);
    more.setAttribute("aria-expanded", String(open));
  };
  more.addEventListener("click", () => unfold(!toolbar.hasAttribute("data-more")));
  fresh.addEventListener("click", () => unfold(false));
  toolbar.append(
    h(
      "div",
      { class: "bar" },
      h("div", { class: "buttons" }, fresh, saveButton, more),
      h(
        "div",
        { class: "further" },
        edit,
        openers[1],
        h("label", { class: "published" }, h("span", {}, strings.publishedLabel), published),
        h("div", { class: "end" }, languages[1], themes[1], keysButton),
      ),
    ),
    h("div", { class: "second" }, legend, history, status),
  );
}

/** @param {Strings} strings @param {any} parts */
function panes(strings, { article, editor, credit, lost, notes, aside, search, nothing, tabs, pinned, panels, views }) {
  views.append(h("div", { class: "find" }, search), nothing, ...VIEWS.map((view) => panels[view]));
  return h(
    "div",
    { class: "panes" },
    h(
      "div",
      { class: "tabs" },
      pinned,
      h("div", { class: "tablist", role: "tablist", "aria-label": strings.viewsLabel }, tabs),
    ),
    h("div", { class: "reading" }, article, editor, credit, lost, notes, aside),
    views,
  );
}

/** @param {Strings} strings @param {string} view */
function tab(strings, view) {
  const name = strings.views[/** @type {View} */ (view)];
  const selected = view === "claims";
  return h(
    "button",
    {
      role: "tab",
      id: `tab-${view}`,
      class: `tab for-${view}`,
      "data-view": view,
      "aria-selected": String(selected),
      "aria-controls": view === "article" ? undefined : `panel-${view}`,
      tabindex: selected ? "0" : "-1",
    },
    name,
    h("span", { class: "tally" }),
  );
}

/** @param {View} view */
function panel(view) {
  return h("div", { class: `panel ${view}`, id: `panel-${view}`, role: "tabpanel", "aria-labelledby": `tab-${view}` });
}

/** @param {Strings} strings */
function keysDialog(strings) {
  const close = h("button", { class: "close" }, strings.close);
  const dialog = h(
    "dialog",
    { class: "keys", "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, strings.keysTitle),
    h(
      "dl",
      {},
      strings.keys.flatMap(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)]),
    ),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  return dialog;
}

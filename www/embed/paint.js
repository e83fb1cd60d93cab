// Marks in the host's own article: CSS highlights over static ranges. The page's elements stay as they are.

import { sheet } from "./sheet.js";

/** @typedef {import("./article.js").Article} Article */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {Span & { kind: string }} Mark */
/** @typedef {{ prefix: string, use: () => void, leave: () => void }} Looks what the highlights' names begin with, and whoever brings their styles */

/** Each kind has a colour and a line of its own; hosts may set `--onrecord-claim` and so on, on the article or above it. */
export const LOOK = /** @type {Record<string, string>} */ ({
  claim: "background-color: var(--onrecord-claim, light-dark(#fdf3cf, #4a3f17)); color: inherit",
  source:
    "background-color: var(--onrecord-source, light-dark(#fbe2cd, #5a3a1e)); color: inherit; text-decoration: underline solid 0.06em",
  person: "text-decoration: underline solid 0.09em var(--onrecord-person, light-dark(#1a5fb0, #7db4f5))",
  organization: "text-decoration: underline double 0.07em var(--onrecord-organization, light-dark(#7a3aa6, #c79bf0))",
  place: "text-decoration: underline dotted 0.13em var(--onrecord-place, light-dark(#1f7a3d, #74cb8e))",
  group: "text-decoration: underline dashed 0.09em var(--onrecord-group, light-dark(#8a5314, #dba863))",
  other: "text-decoration: underline solid 0.05em var(--onrecord-other, light-dark(#5f6368, #b4b8bd))",
  number: "text-decoration: underline wavy 0.06em var(--onrecord-number, light-dark(#b0264f, #f58fac))",
  time: "text-decoration: underline dashed 0.06em var(--onrecord-time, light-dark(#0b7377, #5fc9cc))",
  verbatim: "text-decoration: underline solid 0.09em var(--onrecord-verbatim, light-dark(#1c6b36, #7fd39a))",
  shortened: "text-decoration: underline dashed 0.09em var(--onrecord-shortened, light-dark(#8a4a00, #f0b064))",
  altered:
    "background-color: var(--onrecord-altered, light-dark(#fbe0dd, #5a2220)); color: inherit; text-decoration: underline double 0.09em",
  imported: "background-color: var(--onrecord-imported, light-dark(#d9ecff, #1f3f5f)); color: inherit",
  selected: "background-color: var(--onrecord-selected, light-dark(#f7d774, #7a6420)); color: inherit",
});

/** Painted over one another in this order. */
const ORDER = Object.keys(LOOK);

export const canPaint = () => Boolean(globalThis.CSS?.highlights && globalThis.Highlight && globalThis.StaticRange);

/** How many painters of this page use the sheet. */
let users = 0;
/** @type {CSSStyleSheet | undefined} */
let looks;

function useLooks() {
  looks ??= sheet(ORDER.map((kind) => `::highlight(onrecord-${kind}) { ${LOOK[kind]} }`).join("\n"));
  if (users++ === 0) document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];
}

function leaveLooks() {
  if (--users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== looks);
}

/** One sheet for all painters of a page. @type {Looks} */
const SHARED = { prefix: "onrecord-", use: useLooks, leave: leaveLooks };

export class Painter {
  /** @type {Map<string, StaticRange[]>} */
  #painted = new Map();
  #using = false;

  /** @param {Article} article @param {Looks} [looks] */
  constructor(article, looks = SHARED) {
    this.article = article;
    this.looks = looks;
  }

  /** In place of all that was painted. @param {Mark[]} marks */
  paint(marks) {
    this.clear();
    for (const mark of marks) this.#add(mark.kind, this.article.ranges(mark));
  }

  /** In place of what was painted of that kind. @param {string} kind @param {Span[]} spans */
  paintOnly(kind, spans) {
    this.#remove(kind);
    for (const span of spans) this.#add(kind, this.article.ranges(span));
  }

  clear() {
    for (const kind of [...this.#painted.keys()]) this.#remove(kind);
    if (this.#using) this.looks.leave();
    this.#using = false;
  }

  /** A text node has other words now. @param {Node} node */
  forget(node) {
    for (const [kind, ranges] of this.#painted) {
      const gone = ranges.filter(({ startContainer }) => startContainer === node);
      for (const range of gone) CSS.highlights.get(this.looks.prefix + kind)?.delete(/** @type {any} */ (range));
      if (gone.length > 0)
        this.#painted.set(
          kind,
          ranges.filter((range) => !gone.includes(range)),
        );
    }
  }

  /** Puts back what somebody else took out of the page's highlights. */
  restore() {
    for (const [kind, ranges] of this.#painted) {
      const highlight = CSS.highlights.get(this.looks.prefix + kind);
      if (ranges.length > 0 && !(highlight && highlight.size >= ranges.length)) this.#paint(kind, ranges);
    }
  }

  /** @param {string} kind @param {StaticRange[]} ranges */
  #add(kind, ranges) {
    if (!this.#using) this.looks.use();
    this.#using = true;
    this.#paint(kind, ranges);
    const known = this.#painted.get(kind);
    if (known) known.push(...ranges);
    else this.#painted.set(kind, [...ranges]);
  }

  /** @param {string} kind @param {StaticRange[]} ranges */
  #paint(kind, ranges) {
    const name = this.looks.prefix + kind;
    const { highlights } = CSS;
    const highlight = highlights.get(name) ?? new Highlight();
    highlight.priority = ORDER.indexOf(kind);
    for (const range of ranges) highlight.add(/** @type {any} */ (range));
    highlights.set(name, highlight);
  }

  /** Other elements of the page may have marks of that kind: theirs stay. @param {string} kind */
  #remove(kind) {
    const name = this.looks.prefix + kind;
    const highlight = CSS.highlights?.get(name);
    for (const range of this.#painted.get(kind) ?? []) highlight?.delete(/** @type {any} */ (range));
    if (highlight?.size === 0) CSS.highlights.delete(name);
    this.#painted.delete(kind);
  }
}

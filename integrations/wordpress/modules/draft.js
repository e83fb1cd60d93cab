// What the editor's scripts import from the analyser: the words of a draft, its report, what an editor should see of it,
// and the reading view. Bundled by scripts/artefacts/wordpress.mjs; the scripts themselves are shipped as they are.

import { engineOf } from "../../../www/embed/ask.js";
import { Article } from "../../../www/embed/article.js";
import { desk } from "../../../www/embed/desk.js";
import { bytesOf } from "../../../www/embed/fetching.js";
import { de } from "../../../www/strings/de.js";
import { LANGUAGES, languageFor } from "../../../www/strings/index.js";
import { parseInert } from "../../../www/trusted.js";

export { quotations } from "./quotations.js";
export { summary } from "./summary.js";

// Beside an editor both languages are loaded.
LANGUAGES.de = de;

const base = new URL("./", import.meta.url).href;
const host = /** @type {any} */ ({ getAttribute: (/** @type {string} */ name) => (name === "base" ? base : null) });
/** @type {import("../../../www/embed/host.js").Services} */
const services = {
  parts: () => import("../../../www/embed/parts.js"),
  wasm: () => bytesOf(`${base}onrecord.wasm`),
  wasmUrl: () => `${base}onrecord.wasm`,
};

/** The words as the element finds them in the page. @param {string} html of a post's content */
export function textOf(html) {
  return new Article(parseInert(html).body, null).text;
}

/**
 * In the worker that all elements of the page share.
 * @param {string} text @param {import("../../../www/report.js").Options} options @param {AbortSignal} [signal]
 */
export async function analyze(text, options, signal) {
  return (await engineOf(host, services).analyze(text, options, { signal })).report;
}

/**
 * A draft beside the text that it quotes.
 * @param {string} text @param {string} source @param {import("../../../www/report.js").Options} options
 */
export async function compare(text, source, options) {
  return (await engineOf(host, services).compare(text, source, { mode: "source", a: options })).comparison;
}

/** A review must not change the text, which belongs to the post; and a post begins with its first paragraph. */
const FIXED = `
  .bar > .buttons, .compare-open { display: none !important; }
  .text .headline { margin: 0 0 1em; font: inherit; letter-spacing: normal; }
`;

/** The reading view with its corrections, for a text that is edited elsewhere. @param {string} language */
export function readingView(language) {
  const view = desk(/** @type {any} */ ({ ...host, language: languageFor([language]).lang }), services);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FIXED);
  view.shadowRoot?.adoptedStyleSheets.push(sheet);
  return view;
}

// The article of an HTML page, read from an inert document: its paragraphs, its publication date, its outlet.

import { reasonFor, setAside } from "./boilerplate.js";
import { metadata } from "./metadata.js";
import { parseInert } from "./trusted.js";

/** @typedef {import("./input.js").Article} Article */

const LEFT_OUT =
  "script, style, noscript, template, nav, footer, form, button, select, svg, iframe, [hidden], [aria-hidden=true]";
/** What a page itself puts beside the article. */
const BESIDE = "aside, figure";
const BLOCK =
  /^(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)$/i;

/** @param {string} html @returns {Article} */
export function articleOf(html) {
  const page = parseInert(html);
  const about = { ...metadata(page) };
  for (const element of page.querySelectorAll(LEFT_OUT)) element.remove();
  const root = longest([...page.querySelectorAll("article")]) ?? page.querySelector("main") ?? page.body;
  const lines = paragraphs(root);
  const { text, aside } = setAside(lines.map(({ words }) => words).join("\n\n"), whyBeside(lines));
  return { text: text.trim(), aside, ...about };
}

/**
 * Lines that stood beside the article, besides those that look so.
 * @param {{ words: string, beside: boolean }[]} lines
 * @returns {(line: string) => string | undefined}
 */
function whyBeside(lines) {
  const beside = new Set(lines.filter((line) => line.beside).flatMap(({ words }) => words.split("\n")));
  return (line) => reasonFor(line) ?? (beside.has(line.trim()) ? "beside" : undefined);
}

/** @param {Element[]} elements */
function longest(elements) {
  const length = (/** @type {Element} */ element) => element.textContent?.length ?? 0;
  return elements.sort((a, b) => length(b) - length(a))[0];
}

/** Text between block elements, white space made plain. @param {Element} root */
function paragraphs(root) {
  const found = [{ words: "", beside: false }];
  const add = (/** @type {string} */ words) => (found[found.length - 1].words += words);
  const visit = (/** @type {Node} */ node, /** @type {boolean} */ within) => {
    if (node.nodeType === Node.TEXT_NODE) add((node.nodeValue ?? "").replace(/\s+/g, " "));
    if (!(node instanceof Element)) return;
    const beside = within || node.matches(BESIDE);
    const block = BLOCK.test(node.nodeName);
    if (block) found.push({ words: "", beside });
    if (node.nodeName === "BR") add("\n");
    for (const child of node.childNodes) visit(child, beside);
    if (block) found.push({ words: "", beside: within });
  };
  visit(root, false);
  return found
    .map(({ words, beside }) => ({ words: words.replace(/ *\n */g, "\n").trim(), beside }))
    .filter(({ words }) => words);
}

// The article of an HTML page, read from an inert document: its paragraphs, its publication date, its outlet.

import { reasonFor, setAside } from "./boilerplate.js";
import { metadata } from "./metadata.js";
import { parseInert } from "./trusted.js";

/** @typedef {import("./input.js").Article} Article */

const LEFT_OUT =
  "script, style, noscript, template, nav, footer, form, button, select, svg, iframe, [hidden], [aria-hidden=true], [data-style*='mso-element:comment']";
/** What was deleted in an editor that tracks changes. */
const DELETED = "del, .msoDel";
/** Posts of other sites, shown in the article. */
const POST =
  "blockquote[class*=twitter], blockquote[class*=instagram], blockquote[class*=tiktok], blockquote[class*=bluesky], .fb-post";
/** What a page itself puts beside the article. */
const BESIDE = "aside, figure";
const BLOCK =
  /^(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)$/i;

/** @param {string} html @returns {Article} */
export function articleOf(html) {
  const page = parseInert(tame(html));
  const about = { ...metadata(page) };
  for (const element of page.querySelectorAll(LEFT_OUT)) element.remove();
  const deleted = [...page.querySelectorAll(DELETED)].filter(({ textContent }) => textContent?.trim());
  for (const element of deleted) element.remove();
  const left = deleted.length > 0 ? { deletions: deleted.length, comments: 0, notes: 0 } : undefined;
  const root = longest([...page.querySelectorAll("article")]) ?? page.querySelector("main") ?? page.body;
  const lines = paragraphs(root);
  const { text, aside } = setAside(lines.map(({ words }) => words).join("\n\n"), whyBeside(lines));
  return { text: text.trim(), aside, ...(left && { left }), ...about };
}

/** Styles and handlers would not run in an inert document, but a strict policy would still complain of them aloud. @param {string} html */
function tame(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on\w+)(?=\s*=)/gi, "$1data-$2"));
}

/**
 * Lines that stood beside the article, besides those that look so.
 * @param {Line[]} lines
 * @returns {(line: string) => string | undefined}
 */
function whyBeside(lines) {
  const beside = new Map(
    lines.flatMap(({ words, beside }) => (beside ? words.split("\n").map((line) => [line, beside]) : [])),
  );
  return (line) => reasonFor(line) ?? beside.get(line.trim());
}

/** @param {Element[]} elements */
function longest(elements) {
  const length = (/** @type {Element} */ element) => element.textContent?.length ?? 0;
  return elements.sort((a, b) => length(b) - length(a))[0];
}

/** @typedef {{ words: string, beside: string | undefined }} Line with the reason why it is no part of the article */

/** Text between block elements, white space made plain. @param {Element} root @returns {Line[]} */
function paragraphs(root) {
  /** @type {Line[]} */
  const found = [{ words: "", beside: undefined }];
  const add = (/** @type {string} */ words) => (found[found.length - 1].words += words);
  const visit = (/** @type {Node} */ node, /** @type {string | undefined} */ within) => {
    if (node.nodeType === Node.TEXT_NODE) add((node.nodeValue ?? "").replace(/\s+/g, " "));
    if (!(node instanceof Element)) return;
    const beside = node.matches(POST) ? "post" : (within ?? (node.matches(BESIDE) ? "beside" : undefined));
    const block = BLOCK.test(node.nodeName);
    if (block) found.push({ words: "", beside });
    if (node.nodeName === "BR") add("\n");
    for (const child of node.childNodes) visit(child, beside);
    if (block) found.push({ words: "", beside: within });
  };
  visit(root, undefined);
  return found
    .map(({ words, beside }) => ({ words: words.replace(/ *\n */g, "\n").trim(), beside }))
    .filter(({ words }) => words);
}

// The article of an HTML page, read from an inert document: its paragraphs, its publication date, its outlet.

import { parseInert } from "./trusted.js";

/** @typedef {import("./input.js").Article} Article */

const LEFT_OUT =
  "script, style, noscript, template, nav, aside, footer, form, button, select, svg, iframe, figure, figcaption, [hidden], [aria-hidden=true]";
const BLOCK =
  /^(?:address|article|blockquote|dd|details|div|dl|dt|fieldset|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)$/i;

/** @param {string} html @returns {Article} */
export function articleOf(html) {
  const page = parseInert(html);
  const about = { ...metadata(page) };
  for (const element of page.querySelectorAll(LEFT_OUT)) element.remove();
  const root = longest([...page.querySelectorAll("article")]) ?? page.querySelector("main") ?? page.body;
  return { text: paragraphs(root).join("\n\n"), ...about };
}

/** @param {Element[]} elements */
function longest(elements) {
  const length = (/** @type {Element} */ element) => element.textContent?.length ?? 0;
  return elements.sort((a, b) => length(b) - length(a))[0];
}

/** Text between block elements, white space made plain. @param {Element} root */
function paragraphs(root) {
  /** @type {string[]} */
  const found = [""];
  const visit = (/** @type {Node} */ node) => {
    if (node.nodeType === Node.TEXT_NODE) found[found.length - 1] += (node.nodeValue ?? "").replace(/\s+/g, " ");
    if (!(node instanceof Element) && node !== root) return;
    const block = BLOCK.test(node.nodeName);
    if (block) found.push("");
    if (node.nodeName === "BR") found[found.length - 1] += "\n";
    for (const child of node.childNodes) visit(child);
    if (block) found.push("");
  };
  visit(root);
  return found.map((paragraph) => paragraph.replace(/ *\n */g, "\n").trim()).filter(Boolean);
}

/** @param {Document} page */
function metadata(page) {
  const linked = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((s) => items(s.textContent));
  const published =
    text(linked.find((item) => text(item.datePublished))?.datePublished) ??
    meta(page, "article:published_time", "datePublished", "date", "dc.date", "parsely-pub-date") ??
    page.querySelector("time[datetime]")?.getAttribute("datetime") ??
    undefined;
  const outlet = text(linked.find((item) => text(item.publisher?.name))?.publisher.name) ?? meta(page, "og:site_name");
  const day = published && /^\d{4}-\d\d-\d\d/.test(published.trim()) ? published.trim() : undefined;
  return { ...(day && { published: day }), ...(outlet && { outlet }) };
}

/** @param {Document} page @param {...string} names */
function meta(page, ...names) {
  for (const name of names) {
    const found = page.querySelector(`meta[property="${name}"], meta[name="${name}" i], meta[itemprop="${name}"]`);
    const content = found?.getAttribute("content")?.trim();
    if (content) return content;
  }
}

/** The objects of a JSON-LD script, however wrapped. @param {string | null} json @returns {any[]} */
function items(json) {
  try {
    const data = JSON.parse(json ?? "");
    return [data, data?.["@graph"]].flat(2).filter((item) => item && typeof item === "object");
  } catch {
    return [];
  }
}

/** @param {unknown} value @returns {string | undefined} */
function text(value) {
  return typeof value === "string" && value.trim() ? value.trim() : undefined;
}

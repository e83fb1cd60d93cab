// What is to be read of a page: the likeliest article, also in shadow trees, or what the reader selected.

import { Article } from "../../www/embed/article.js";
import { likeliest } from "../../www/embed/find.js";

/** Fewer letters in no paragraph are a notice or a menu, and no article. */
const LEAST = 200;
/** Elements that are looked at for shadow trees. */
const MOST_ELEMENTS = 50_000;

/** What the page names its own things cannot hide these. */
const getRoot = getterOf(Document.prototype, "documentElement");
const getBody = getterOf(Document.prototype, "body");

/** The page's root. @returns {Element} */
export function page() {
  return getRoot.call(document);
}

/** Whether the page has more elements than are looked at for shadow trees. */
export function isVast() {
  return page().getElementsByTagName("*").length > MOST_ELEMENTS;
}

/** @returns {Article | undefined} */
export function textOfPage() {
  const found = treesOf(page()).flatMap((tree) => likeliest(tree) ?? []);
  const best = found.sort((a, b) => b.letters - a.letters)[0]?.element;
  const article = best && new Article(best, null, { shadowOf });
  if (article?.text) return article;
  const body = getBody.call(document);
  const whole = body && new Article(body, null, { shadowOf });
  return whole && whole.text.length >= LEAST ? whole : undefined;
}

/** @returns {Article | undefined} */
export function selection() {
  const selected = getSelection();
  if (!selected?.rangeCount || selected.isCollapsed) return undefined;
  const range = selected.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const root = around instanceof Element ? around : around.parentElement;
  const article = root && new Article(root, null, { within: new StaticRange(range) });
  return article?.text ? article : undefined;
}

/** The page's tree and those in its shadows. @param {Element} root @returns {ParentNode[]} */
function treesOf(root) {
  /** @type {ParentNode[]} */
  const trees = [root];
  let left = MOST_ELEMENTS;
  for (const tree of trees) {
    for (const element of tree.querySelectorAll("*")) {
      if (left-- <= 0) return trees;
      const shadow = shadowOf(element);
      if (shadow) trees.push(shadow);
    }
  }
  return trees;
}

/** Also one that is closed to the page's own scripts. @param {Element} element @returns {ShadowRoot | null | undefined} */
function shadowOf(element) {
  const { chrome } = /** @type {any} */ (globalThis);
  if (!(element instanceof HTMLElement)) return null;
  if (chrome?.dom) return chrome.dom.openOrClosedShadowRoot(element);
  return /** @type {any} */ (element).openOrClosedShadowRoot;
}

/** @param {object} prototype @param {string} name */
function getterOf(prototype, name) {
  return /** @type {() => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
}

// Which part of a page is its article.

import { Article, DEEPEST, LEFT_OUT } from "./article.js";

/** Of the letters of the page's paragraphs. */
const NEARLY_ALL = 0.8;
/** An article beside others has at least this share of their letters. */
const SEVERAL = 0.25;

/** An article has fewer; a page may have a million. */
const MOST_PARAGRAPHS = 20_000;

const CANDIDATES =
  "[itemprop=articleBody], article, main, [role=main], .post, .entry-content, .post-content, .article-body";

/** `for="closest .entry-content"`: a page that lists several articles has an element in each. */
const CLOSEST = /^closest\s+/;

/**
 * @param {HTMLElement} host @param {string | null} selector
 * @returns {Element | undefined}
 */
export function findArticle(host, selector) {
  const parent = host.parentElement ?? undefined;
  if (selector && CLOSEST.test(selector)) return parent?.closest(selector.replace(CLOSEST, "")) ?? parent;
  if (selector) return document.getElementById(selector) ?? bySelector(selector);
  if (new Article(host, null).text) return host;
  const around = host.closest("article");
  if (around) return around;
  return likeliest(document)?.element;
}

/**
 * By the page's own words for it, else by where its paragraphs are; and how many letters they have.
 * @param {ParentNode} tree
 * @returns {{ element: Element, letters: number } | undefined}
 */
export function likeliest(tree) {
  const letters = lettersIn(tree);
  const element =
    heaviest([...tree.querySelectorAll(CANDIDATES)], letters) ?? heaviest(parentsOfParagraphs(tree), letters);
  return element && { element, letters: letters.get(element) ?? 0 };
}

/** `for="story"` names an element as a label's does; anything else is a selector. @param {string} selector */
function bySelector(selector) {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * The innermost that holds nearly all, since a page's main part holds the article and much besides; an <article> before
 * what is in it, since that has the headline too. Of several articles the first.
 * @param {Element[]} candidates @param {Map<Element, number>} letters
 */
function heaviest(candidates, letters) {
  const weigh = (/** @type {Element} */ element) => letters.get(element) ?? 0;
  const weighed = candidates.filter((element) => weigh(element) > 0 && !element.closest(LEFT_OUT));
  const most = weighed.reduce((most, element) => Math.max(most, weigh(element)), 0);
  const near = weighed.filter((element) => weigh(element) >= NEARLY_ALL * most);
  const chosen = near.findLast((element) => element.nodeName === "ARTICLE") ?? near.at(-1);
  const within = weighed.find((element) => {
    return (
      element !== chosen &&
      chosen?.contains(element) &&
      element.nodeName === "ARTICLE" &&
      weigh(element) > SEVERAL * most
    );
  });
  return within ?? chosen;
}

/** @param {ParentNode} tree */
function paragraphs(tree) {
  return [...tree.querySelectorAll("p")].slice(0, MOST_PARAGRAPHS);
}

/** Pages without any mark of what is the article. @param {ParentNode} tree @returns {Element[]} */
function parentsOfParagraphs(tree) {
  const parents = paragraphs(tree).flatMap((p) => p.parentElement ?? []);
  return [...new Set(parents)].filter((parent) => parent !== document.body);
}

/** Of each element, the letters in its paragraphs. @param {ParentNode} tree */
function lettersIn(tree) {
  /** @type {Map<Element, number>} */
  const letters = new Map();
  for (const p of paragraphs(tree)) {
    const own = p.closest(LEFT_OUT) ? 0 : (p.textContent?.trim().length ?? 0);
    let above = own > 0 ? p.parentElement : null;
    for (let depth = 0; above && depth < DEEPEST; depth++, above = above.parentElement) {
      letters.set(above, (letters.get(above) ?? 0) + own);
    }
  }
  return letters;
}

// The article of a page as it stands there: found, its words taken out with the place of each in the page, so that they
// can be marked without a change to the page.

/** @typedef {{ at: number, node: Text, from: number, length: number }} Run a stretch of the text that lies in one node */

const BLOCK =
  /^(?:address|article|blockquote|dd|details|div|dl|dt|fieldset|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul|amp-\w+)$/i;

/** Never words of an article. */
const LEFT_OUT = `script, style, noscript, template, nav, aside, footer, form, button, select, textarea, svg, iframe, figure, figcaption,
  audio, video, amp-ad, amp-sidebar, amp-social-share, on-record, on-record > [slot], [hidden], [aria-hidden=true], [role=navigation], [role=complementary],
  [role=search], [role=dialog], [data-nosnippet]`;

/** What the names of things around an article have in them. */
const AROUND =
  /(?:^|[-_\s])(?:ads?|advert\w*|sponsor\w*|promo\w*|share|sharing|sharedaddy|social\w*|related\w*|recommend\w*|read-?more|more-?(?:stories|news)|newsletter|subscri\w*|paywall\w*|comments?|respond|disqus\w*|breadcrumbs?|byline|author-?(?:bio|box|info)?|post-?(?:meta|tags?|nav\w*)|entry-?(?:meta|footer)|tags?|tagcloud|categories|toolbar|caption|wp-caption\w*|credits?|pagination|cookie\w*|consent|screen-reader-text|sr-only|visually-hidden|skip-link|print-only|jp-\w+|outbrain|taboola|live-?indicator|poll)(?:$|[-_\s])/i;

/** Of the letters of the page's paragraphs. */
const NEARLY_ALL = 0.8;
/** An article beside others has at least this share of their letters. */
const SEVERAL = 0.25;

/** A block named like that is left out only if it is no large part of the article. */
const MOST_OF_ARTICLE = 0.4;

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
  return heaviest([...document.querySelectorAll(CANDIDATES)]) ?? heaviest(parentsOfParagraphs());
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
 * @param {Element[]} candidates
 */
function heaviest(candidates) {
  const weighed = candidates
    .filter((element) => !element.closest(LEFT_OUT))
    .map((element) => ({ element, weight: weight(element) }))
    .filter(({ weight }) => weight > 0);
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const near = weighed.filter(({ weight }) => weight >= NEARLY_ALL * most).map(({ element }) => element);
  const chosen = near.findLast((element) => element.nodeName === "ARTICLE") ?? near.at(-1);
  const within = weighed.find(({ element, weight }) => {
    return element !== chosen && chosen?.contains(element) && element.nodeName === "ARTICLE" && weight > SEVERAL * most;
  });
  return within?.element ?? chosen;
}

/** Pages without any mark of what is the article. */
function parentsOfParagraphs() {
  const parents = [...document.querySelectorAll("p")].map((p) => p.parentElement).filter((parent) => parent !== null);
  return [...new Set(parents)].filter((parent) => parent !== document.body);
}

/** Letters in paragraphs. @param {Element} element */
function weight(element) {
  let letters = 0;
  for (const p of element.querySelectorAll("p")) if (!p.closest(LEFT_OUT)) letters += p.textContent?.trim().length ?? 0;
  return letters;
}

/** A block with a time and nothing else stands above an entry, and is no sentence of it. @param {Element} element */
function isTimestamp(element) {
  const time = element.nodeName === "TIME" ? element : element.querySelector(":scope > time");
  const block = element.nodeName === "TIME" ? element.parentElement : element;
  if (!time || !block) return false;
  return time === element
    ? block.nodeName !== "P" && !isInSentence(time)
    : time.textContent?.trim() === block.textContent?.trim();
}

/** @param {Element} time */
function isInSentence(time) {
  const beside = [time.previousSibling, time.nextSibling];
  return beside.some((node) => node instanceof Text && node.data.trim() !== "");
}

export class Article {
  text = "";
  /** In text order. @type {Run[]} */
  #runs = [];

  /** @param {Element} root @param {string | null} exclude selector of what is no part of it */
  constructor(root, exclude) {
    this.root = root;
    this.#exclude = exclude;
    this.#whole = root.textContent?.length ?? 0;
    this.#visit(root);
    this.text = this.text.trimEnd();
  }

  #exclude;
  #whole;
  /** What parts the words before from those to come. */
  #gap = "";

  /** @param {Node} node */
  #visit(node) {
    if (node instanceof Text) return this.#take(node);
    if (!(node instanceof Element) || (node !== this.root && this.#isLeftOut(node))) return;
    if (node.nodeName === "BR") return this.#part("\n");
    const block = BLOCK.test(node.nodeName);
    if (block) this.#part("\n\n");
    for (const child of node.childNodes) this.#visit(child);
    if (block) this.#part("\n\n");
  }

  /** @param {string} gap */
  #part(gap) {
    if (this.text && gap.length >= this.#gap.length) this.#gap = gap;
  }

  /** @param {Text} node */
  #take(node) {
    for (const { 0: word, index } of node.data.matchAll(/\S+|\s+/g)) {
      if (/^\s/.test(word)) {
        if (this.text && !this.#gap) this.#gap = " ";
        continue;
      }
      this.text += this.#gap;
      this.#gap = "";
      const last = this.#runs.at(-1);
      const goesOn = last?.node === node && this.text.length - last.at === index - last.from;
      if (goesOn) last.length = index + word.length - last.from;
      else this.#runs.push({ at: this.text.length, node, from: index, length: word.length });
      this.text += word;
    }
  }

  /** @param {Element} element */
  #isLeftOut(element) {
    if (element.matches(LEFT_OUT) || (this.#exclude && element.matches(this.#exclude))) return true;
    const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
    if (AROUND.test(names) && (element.textContent?.length ?? 0) < MOST_OF_ARTICLE * this.#whole) return true;
    if (this.#isListOfLinks(element) || isTimestamp(element)) return true;
    const { display, visibility } = getComputedStyle(element);
    return display === "none" || visibility === "hidden";
  }

  /** "Read also": a list in which every item is nothing but a link. @param {Element} element */
  #isListOfLinks(element) {
    if (!/^[uo]l$/i.test(element.nodeName) || element.children.length === 0) return false;
    return [...element.children].every((item) => {
      const link = item.querySelector("a");
      return link && link.textContent?.trim() === item.textContent?.trim();
    });
  }

  /**
   * Where a span of the text is in the page: one range for each stretch.
   * @param {import("../report.js").Span} span
   * @returns {StaticRange[]}
   */
  ranges({ start, end }) {
    const found = [];
    for (let i = this.#runAt(start); i < this.#runs.length && this.#runs[i].at < end; i++) {
      const { at, node, from, length } = this.#runs[i];
      const [first, last] = [Math.max(start, at), Math.min(end, at + length)];
      if (first >= last || last - at + from > node.length) continue;
      const [startOffset, endOffset] = [first - at + from, last - at + from];
      found.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
    }
    return found;
  }

  /** The first run that ends after a place. @param {number} place */
  #runAt(place) {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle].at + this.#runs[middle].length <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The place in the text of a place in the page. @param {Node} node @param {number} offset */
  placeOf(node, offset) {
    const run = this.#runs.find((run) => run.node === node && run.from <= offset && offset <= run.from + run.length);
    return run && run.at + offset - run.from;
  }

  /** @param {number} place */
  elementAt(place) {
    return this.#runs[this.#runAt(place)]?.node.parentElement ?? undefined;
  }
}

// The article of a page as it stands there: its words taken out with the place of each in the page, so that they can be
// marked without a change to the page.

/** @typedef {{ at: number, node: Text, from: number, length: number }} Run a stretch of the text that lies in one node */
/** @typedef {(element: Element) => ShadowRoot | null | undefined} ShadowOf */
/**
 * @typedef {object} How
 * @property {ShadowOf} [shadowOf] tells an element's shadow tree, which is read in place of its children
 * @property {StaticRange} [within] only the words in it
 */

const BLOCK =
  /^(?:address|article|blockquote|dd|details|div|dl|dt|fieldset|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul|amp-\w+)$/i;

/** Never words of an article. */
export const LEFT_OUT = `script, style, noscript, template, nav, aside, footer, form, button, select, textarea, svg, iframe, figure, figcaption,
  audio, video, amp-ad, amp-sidebar, amp-social-share, on-record, on-record > [slot], [hidden], [aria-hidden=true], [role=navigation], [role=complementary],
  [role=search], [role=dialog], [data-nosnippet]`;

/** What the names of things around an article have in them. */
const AROUND =
  /(?:^|[-_\s])(?:ads?|advert\w*|sponsor\w*|promo\w*|share|sharing|sharedaddy|social\w*|related\w*|recommend\w*|read-?more|more-?(?:stories|news)|newsletter|subscri\w*|paywall\w*|comments?|respond|disqus\w*|breadcrumbs?|byline|author-?(?:bio|box|info)?|post-?(?:meta|tags?|nav\w*)|entry-?(?:meta|footer)|tags?|tagcloud|categories|toolbar|caption|wp-caption\w*|credits?|pagination|cookie\w*|consent|screen-reader-text|sr-only|visually-hidden|skip-link|print-only|jp-\w+|outbrain|taboola|live-?indicator|poll)(?:$|[-_\s])/i;

/** A block named like that is left out only if it is no large part of the article. */
const MOST_OF_ARTICLE = 0.4;

/** No article is nested deeper; a script can nest elements until a walk down runs out of stack. */
export const DEEPEST = 1_000;

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

const childNodes = /** @type {() => NodeListOf<ChildNode>} */ (
  Object.getOwnPropertyDescriptor(Node.prototype, "childNodes")?.get
);

export class Article {
  text = "";
  /** In text order. @type {Run[]} */
  #runs = [];

  /** @param {Element} root @param {string | null} exclude selector of what is no part of it @param {How} [how] */
  constructor(root, exclude, how = {}) {
    this.root = root;
    this.#exclude = exclude;
    this.#how = how;
    this.#whole = root.textContent?.length ?? 0;
    this.#visit(root, 0);
    this.text = this.text.trimEnd();
  }

  #exclude;
  #how;
  #whole;
  /** What parts the words before from those to come. */
  #gap = "";

  /** @param {Node} node @param {number} depth */
  #visit(node, depth) {
    if (node instanceof Text) return this.#take(node);
    if (!(node instanceof Element) || depth > DEEPEST) return;
    if (node.nodeName === "BR") return this.#part("\n");
    const children = this.#childrenOf(node);
    if (children.length === 0 || (node !== this.root && this.#isLeftOut(node))) return;
    const block = BLOCK.test(node.nodeName);
    if (block) this.#part("\n\n");
    for (const child of children) this.#visit(child, depth + 1);
    if (block) this.#part("\n\n");
  }

  /** What is shown in an element. A form is no article, and its fields' names hide its own properties. @param {Element} element */
  #childrenOf(element) {
    if (element instanceof HTMLFormElement) return element === this.root ? childNodes.call(element) : [];
    if (!this.#how.shadowOf) return element.childNodes;
    if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0) return element.assignedNodes();
    return (this.#how.shadowOf(element) ?? element).childNodes;
  }

  /** @param {string} gap */
  #part(gap) {
    if (this.text && gap.length >= this.#gap.length) this.#gap = gap;
  }

  /** @param {Text} node */
  #take(node) {
    const [first, last] = this.#within(node);
    for (const { 0: word, index: i } of node.data.slice(first, last).matchAll(/\S+|\s+/g)) {
      const index = first + i;
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

  /** The stretch of a node that is to be read. @param {Text} node @returns {[number, number]} */
  #within(node) {
    const { within } = this.#how;
    if (!within) return [0, node.length];
    const range = new Range();
    range.setStart(within.startContainer, within.startOffset);
    range.setEnd(within.endContainer, within.endOffset);
    if (!range.intersectsNode(node)) return [0, 0];
    const first = node === within.startContainer ? within.startOffset : 0;
    return [first, node === within.endContainer ? within.endOffset : node.length];
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

  /** The same part of the page as it is now. */
  again() {
    return new Article(this.root, this.#exclude, this.#how);
  }

  /**
   * Where a span of the text is in the page: one range for each stretch whose words are still there.
   * @param {import("../report.js").Span} span
   * @returns {StaticRange[]}
   */
  ranges({ start, end }) {
    const found = [];
    for (let i = this.#runAt(start); i < this.#runs.length && this.#runs[i].at < end; i++) {
      const { at, node, from, length } = this.#runs[i];
      const [first, last] = [Math.max(start, at), Math.min(end, at + length)];
      const [startOffset, endOffset] = [first - at + from, last - at + from];
      if (first >= last || !isSame(node.data.slice(startOffset, endOffset), this.text.slice(first, last))) continue;
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

  /** The place in the text that a pointer is on. @param {MouseEvent} event */
  placeUnder({ clientX, clientY }) {
    const page = /** @type {any} */ (document);
    const tree = this.root.getRootNode();
    const shadowRoots = tree instanceof ShadowRoot ? [tree] : [];
    const caret = page.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
    const range = caret ? undefined : page.caretRangeFromPoint?.(clientX, clientY);
    const [node, offset] = caret ? [caret.offsetNode, caret.offset] : [range?.startContainer, range?.startOffset];
    return node && this.placeOf(node, offset);
  }

  /** @param {number} place */
  elementAt(place) {
    return this.#runs[this.#runAt(place)]?.node.parentElement ?? undefined;
  }
}

/** But for the kind of white space. @param {string} there @param {string} here */
function isSame(there, here) {
  return there === here || there.replace(/\s/g, " ") === here.replace(/\s/g, " ");
}

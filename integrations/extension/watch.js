// Watches an article that may change: scripts replace its words, add to it, or show another one.

/** A page that changes often is read again when it has been still for this long, */
const STILL_MS = 500;
/** or when it has not been still for this long. */
const PATIENCE_MS = 3_000;
/** An article that changed this often since the reader asked for it is no longer followed. */
const MOST_CHANGES = 20;
/** How often it is looked at whether the article, its address and its marks are still there: no event tells. */
const LOOK_MS = 1_000;

export class Watch {
  #observer = new MutationObserver((records) => this.#hear(records));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #still;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #looking;
  #since = 0;
  #changes = 0;
  #address = location.href;
  /** @type {Element | undefined} */
  #root;
  /** @type {(node: Node) => void} */
  #mutated = () => {};

  /** @param {() => void} changed @param {() => void} look */
  constructor(changed, look) {
    this.changed = changed;
    this.look = look;
  }

  /** @param {Element} root @param {(node: Node) => void} mutated told at once of a text node with other words */
  observe(root, mutated) {
    this.#root = root;
    this.#mutated = mutated;
    this.#address = location.href;
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    this.#looking = setInterval(() => this.#look(), LOOK_MS);
  }

  stop() {
    this.#observer.disconnect();
    clearTimeout(this.#still);
    clearInterval(this.#looking);
    this.#still = undefined;
  }

  /** The reader asks: the count of changes begins anew. */
  patience() {
    this.#changes = 0;
  }

  get isRestless() {
    return this.#changes > MOST_CHANGES;
  }

  /** Whether the article is gone, or the page has another address than when it was found. */
  get isLost() {
    const root = this.#root;
    return !root?.isConnected || !root.checkVisibility() || pageOf(location.href) !== pageOf(this.#address);
  }

  /** @param {MutationRecord[]} records */
  #hear(records) {
    for (const { type, target } of records) if (type === "characterData") this.#mutated(target);
    this.#wait();
  }

  #wait() {
    const now = performance.now();
    if (this.#still === undefined) this.#since = now;
    else if (now - this.#since > PATIENCE_MS) return;
    clearTimeout(this.#still);
    this.#still = setTimeout(() => this.#settled(), STILL_MS);
  }

  #settled() {
    this.#still = undefined;
    this.#changes++;
    this.changed();
  }

  #look() {
    if (this.isLost) this.#wait();
    else this.look();
  }
}

/** Without the place in the page. @param {string} address */
function pageOf(address) {
  return address.replace(/#(?!!|\/).*/, "");
}

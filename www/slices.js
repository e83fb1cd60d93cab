// Long lists are drawn in slices: what fits the window at once, the rest between the reader's own actions.

const SLICE_MS = 8;

/** What is still to be drawn. @type {WeakMap<Element, () => void>} */
const unfinished = new WeakMap();

/**
 * @param {HTMLElement} container
 * @param {number} count of children
 * @param {(i: number) => Node} draw
 * @param {number} atOnce how many are drawn before this returns
 * @returns {HTMLElement} the container
 */
export function inSlices(container, count, draw, atOnce) {
  let next = 0;
  const drawWhile = (/** @type {() => boolean} */ more) => {
    const drawn = document.createDocumentFragment();
    while (next < count && more()) drawn.append(draw(next++));
    container.append(drawn);
    if (next < count) return true;
    unfinished.delete(container);
    delete container.dataset.unfinished;
    return false;
  };
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    if (container.isConnected && drawWhile(() => performance.now() < end)) setTimeout(slice);
  };
  if (drawWhile(() => next < atOnce)) {
    container.classList.add("long");
    container.dataset.unfinished = "";
    unfinished.set(container, () => drawWhile(() => true));
    setTimeout(slice);
  }
  return container;
}

/** Draws at once whatever is still to be drawn in some element. @param {Element} within */
export function finish(within) {
  // What is drawn may hold lists of its own that are not.
  for (let next; (next = within.querySelector("[data-unfinished]"));) unfinished.get(next)?.();
}

/** @type {number} What a tall window shows, and some more. */
const AT_ONCE = 120;

/**
 * A list with one child for each of `items`.
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {(item: T, i: number) => Node} draw
 */
export function fill(list, items, draw) {
  return inSlices(list, items.length, (i) => draw(items[i], i), AT_ONCE);
}

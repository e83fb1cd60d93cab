// Small things that several rooms do to elements.

/**
 * Of the marks that are shown at a place: the innermost that belongs to the view; else the claim, else the innermost.
 * @param {Element} target @param {(id: string) => boolean} belongs
 * @returns {HTMLElement | undefined}
 */
export function visibleMark(target, belongs) {
  /** @type {HTMLElement[]} */
  const shown = [];
  for (let mark = target.closest("mark"); mark; mark = mark.parentElement?.closest("mark") ?? null) {
    if (getComputedStyle(mark).getPropertyValue("--shown").trim() === "1") shown.push(mark);
  }
  const first = (/** @type {(id: string) => boolean} */ wanted) =>
    shown.find(({ dataset }) => wanted(String(dataset.id)));
  return first(belongs) ?? first((id) => id[0] === "c") ?? shown[0];
}

/**
 * Moves the one tab stop among the elements of a kind to one of them, else to the first.
 * @param {HTMLElement} within @param {string} selector @param {Element | null | undefined | ""} [to]
 * @returns {HTMLElement | undefined} where it is now
 */
export function rove(within, selector, to) {
  const stop = to || within.querySelector(selector);
  for (const old of all(within, `${selector}[tabindex="0"]`)) old.tabIndex = -1;
  if (!(stop instanceof HTMLElement)) return undefined;
  stop.tabIndex = 0;
  return stop;
}

/** @param {Element} within @param {string} selector @returns {HTMLElement[]} */
export function all(within, selector) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
}

/** @param {Element} element */
export function reveal(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

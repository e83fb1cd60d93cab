// Elements without markup: text stays text.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * @param {string} name element name, or "svg:name"
 * @param {Record<string, any>} [properties] `on…` are listeners, the rest are attributes; `false` and `undefined` are left out
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(name, properties = {}, ...children) {
  const element = name.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4))
    : document.createElement(name);
  // Where it is to submit a form, it says so.
  if (element instanceof HTMLButtonElement) element.type = "button";
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false || value === null) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
export function present(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "")
    .map((child) => (typeof child === "number" ? String(child) : /** @type {Node | string} */ (child)));
}

/** Text that is read aloud but not seen, and not copied. @param {string} text */
export function hidden(text) {
  return h("span", { class: "hidden" }, text);
}

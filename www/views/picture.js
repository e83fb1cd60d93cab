// Pictures: a title, a button that saves them as SVG, and the same colours in the file as on the page.

import { h } from "../dom.js";
import { download } from "../download.js";

/** @typedef {import("../strings/en.js").Strings} Strings */

/** What a picture needs in a file of its own. */
const KEPT = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
];

/** @param {Strings} strings @param {string} title @param {string} name of the file @param {SVGElement} picture @param {"h2" | "h3"} [level] */
export function saveable(strings, title, name, picture, level = "h2") {
  const label = `${strings.savePicture}: ${title}`;
  const save = h("button", { class: "tool", "aria-label": label, "data-picture": name }, strings.savePicture);
  save.addEventListener("click", () => download(standalone(picture), "image/svg+xml", `${name}.svg`));
  return h("figure", { class: "framed" }, h("figcaption", {}, h(level, {}, title), save), picture);
}

/** The picture as a file: styles written out, since the page's do not travel. @param {SVGElement} picture */
function standalone(picture) {
  const copy = /** @type {SVGElement} */ (picture.cloneNode(true));
  const originals = [picture, ...picture.querySelectorAll("*")];
  for (const [i, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[i]);
    for (const property of KEPT) element.setAttribute(property, style.getPropertyValue(property));
    for (const { name } of [...element.attributes])
      if (/^(data-|class$|tabindex$)/.test(name)) element.removeAttribute(name);
  }
  const [, , width, height] = (picture.getAttribute("viewBox") ?? "").split(" ");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.prepend(h("svg:rect", { width: "100%", height: "100%", fill: getComputedStyle(picture).backgroundColor }));
  return new XMLSerializer().serializeToString(copy);
}

/** @param {string} words @param {number} most */
export function shorten(words, most) {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

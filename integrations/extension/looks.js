// How the marks look in a page that does not know of them: the element's own looks, with every colour said, and said louder
// than the page's styles.

import { LOOK } from "../../www/embed/paint.js";

const INK = { light: "#1c1b18", dark: "#e9e6df" };
/** A pair of colours as the element has it, which its host may set. */
const PAIR = /var\(--[\w-]+, light-dark\((#\w+), (#\w+)\)\)/g;
/** As specific as few rules of a page are. */
const LOUD = ":not(#_#_#_)";

/** @param {string} prefix of the highlights' names @param {boolean} dark whether the article's text is light */
export function looksCss(prefix, dark) {
  const ink = dark ? INK.dark : INK.light;
  const rule = (/** @type {[string, string]} */ [kind, look]) => {
    const plain = look
      .replace(PAIR, dark ? "$2" : "$1")
      .replace("color: inherit", `color: ${ink}; -webkit-text-fill-color: ${ink}`);
    return `${LOUD}::highlight(${prefix}${kind}) { ${plain.replaceAll(/;|$/g, " !important$&")} }`;
  };
  return Object.entries(LOOK).map(rule).join("\n");
}

// How the marks look in a page that does not know of them: the element's own looks, with every colour said, and said louder
// than the page's styles.

import { LOOK } from "../../www/embed/paint.js";
import { lookup } from "../../www/lookup.js";

/** The panel has a view that the element has no marks for. */
export const LOOKS = lookup({
  ...LOOK,
  unattributed: "text-decoration: underline dotted 0.06em var(--unattributed, light-dark(#5f6368, #b4b8bd))",
});

const INK = { light: "#1c1b18", dark: "#e9e6df" };
/** A pair of colours as the element has it, which its host may set. */
const PAIR = /var\(--[\w-]+, light-dark\((#\w+), (#\w+)\)\)/g;
/** Every element, more specifically than a page's rules are. */
const LOUD = ":not(#_#_#_)";
/** From the root they are inherited: in a page of a million elements a rule for each takes a minute. */
const INHERITED = ":root";

/** @param {string} prefix of the highlights' names @param {{ dark?: boolean, inherited?: boolean }} how */
export function looksCss(prefix, { dark, inherited }) {
  const selector = inherited ? INHERITED : LOUD;
  const ink = dark ? INK.dark : INK.light;
  const rule = (/** @type {[string, string]} */ [kind, look]) => {
    const plain = look
      .replace(PAIR, dark ? "$2" : "$1")
      .replace("color: inherit", `color: ${ink}; -webkit-text-fill-color: ${ink}`);
    return `${selector}::highlight(${prefix}${kind}) { ${plain.replaceAll(/;|$/g, " !important$&")} }`;
  };
  return Object.entries(LOOKS).map(rule).join("\n");
}

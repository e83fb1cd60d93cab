// The snippets of docs/wordpress.md, which tests paste as a reader of that page would.

import { readFileSync } from "node:fs";
import { ROOT } from "../../wasm/bindings.mjs";

const NAMES = ["block", "shortcode", "marker", "tag"];
const found = readFileSync(`${ROOT}/docs/wordpress.md`, "utf8").matchAll(/```html\n([^]*?)\n```/g);
const html = (snippet) => `<!-- wp:html -->\n${snippet}\n<!-- /wp:html -->`;
const snippets = [...found].map(([, snippet]) => snippet);
if (snippets.length !== NAMES.length) throw new Error("docs/wordpress.md has other snippets than its test");

/** Each as it stands in a post. @type {Record<string, string>} */
export const FORMS = Object.fromEntries(
  NAMES.map((name, i) => [name, name === "block" || name === "shortcode" ? snippets[i] : html(snippets[i])]),
);

// The pages in docs/ are their own tests: what stands in a fenced block is taken out and run.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ROOT } from "../../scripts/root.mjs";

/**
 * The fenced block of this language that has these words in it; the only one, or the page is unclear.
 * @param {string} page name in docs/ @param {string} language as after the fence @param {string} words
 */
export function snippet(page, language, words) {
  const text = readFileSync(`${ROOT}/docs/${page}`, "utf8");
  const blocks = [...text.matchAll(/^( *)```(\S*)\n([\s\S]*?)^\1```$/gm)]
    .map(([, indent, fence, body]) => ({ fence, body: body.replaceAll(new RegExp(`^${indent}`, "gm"), "") }))
    .filter(({ fence, body }) => fence === language && body.includes(words));
  assert.equal(blocks.length, 1, `${page}: blocks of ${language} with ${words}`);
  return blocks[0].body;
}

// What the second text is to the first, as far as their words show it: the reader can choose otherwise.

/** @typedef {import("../comparison.js").Mode} Mode */

/** Of the runs of four words of either text that the other has too. */
const VERSIONS = 0.4;
/** Of the words of the first text's quotations, in runs of four, that stand in a source. */
const QUOTED = 0.3;
const RUN = 4;
/** Quoted passages, or words of reporting, by which a text is an article itself. */
const ARTICLE = 3;
/** What is looked at, in characters. */
const MOST = 600_000;

const REPORTING = /\b(?:said|says|told|added|insisted|according to)\b/g;
const QUOTATION = /[“"„«]([^“”"„«»\n]{20,600})[”"»]/g;

/** @param {string} a @param {string} b @returns {Mode} */
export function guessMode(a, b) {
  const [first, second] = [runsOf(a), runsOf(b)];
  if (share(first, second) >= VERSIONS && share(second, first) >= VERSIONS) return "versions";
  const quotations = (/** @type {string} */ text) => [...text.slice(0, MOST).matchAll(QUOTATION)];
  const quoted = runsOf(
    quotations(a)
      .map(([, words]) => words)
      .join("\n"),
  );
  const reported = b.slice(0, MOST).match(REPORTING)?.length ?? 0;
  const itself = quotations(b).length >= ARTICLE || reported >= ARTICLE;
  return itself && share(quoted, second) < QUOTED ? "outlets" : "source";
}

/** @param {string} text @returns {Set<string>} */
function runsOf(text) {
  const words =
    text
      .slice(0, MOST)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(" ")));
}

/** @param {Set<string>} some @param {Set<string>} others */
function share(some, others) {
  let both = 0;
  for (const run of some) if (others.has(run)) both++;
  return some.size > 0 ? both / some.size : 0;
}

// What is known about the engine's rules: how often they were right where people judged, and which of them are bold.

import measured from "#precision";

/** @typedef {{ right: number, judged: number }} Precision */

/** Fewer judged claims say nothing. */
const FEWEST_JUDGED = 5;
/** A rule that errs more often than this is bold. */
const SURE = 0.8;

/** @type {Map<string, Precision>} */
const PRECISION = new Map(
  measured
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter(([rule, right, judged]) => rule && Number(judged) >= FEWEST_JUDGED && Number(right) >= 0)
    .map(([rule, right, judged]) => [rule, { right: Number(right), judged: Number(judged) }]),
);

/** @param {string} rule @returns {Precision | undefined} */
export function precision(rule) {
  return PRECISION.get(rule);
}

/** A rule that was judged too seldom is not called bold. @param {{ rule: string }} claim */
export function isBold({ rule }) {
  const measure = PRECISION.get(rule);
  return measure !== undefined && measure.right < SURE * measure.judged;
}

// `import { analyze, compare } from "onrecord/inline"`: the WebAssembly is inside, for bundlers and pages that fetch nothing.

import packed from "#packed-wasm";
import { Engine } from "../engine.js";
import { unpack } from "../unpack.js";

const engine = new Engine(() => unpack(packed));

/**
 * @param {string} text @param {import("../report.js").Options} [options]
 * @param {{ signal?: AbortSignal, progress?: (step: { stage: string, index: number, count: number }) => void }} [how]
 */
export async function analyze(text, options = {}, how = {}) {
  return (await engine.analyze(text, options, how)).report;
}

/**
 * @param {string} a @param {string} b @param {import("../comparison.js").CompareOptions} options
 * @param {{ signal?: AbortSignal, progress?: (step: { stage: string, index: number, count: number }) => void }} [how]
 */
export async function compare(a, b, options, how = {}) {
  return (await engine.compare(a, b, options, how)).comparison;
}

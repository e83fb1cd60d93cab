// `import { analyze, compare } from "onrecord"`, in a browser: the WebAssembly lies beside this file and runs in a worker.

import { bytesOf } from "../embed/fetching.js";
import { Engine } from "../engine.js";

const engine = new Engine(() => bytesOf(new URL("./onrecord.wasm", import.meta.url).href));

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

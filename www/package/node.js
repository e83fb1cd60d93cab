// `import { analyze, compare } from "onrecord"`, in Node: in this thread, without a worker. After a panic a fresh instance is made.

import { readFile } from "node:fs/promises";
import { freshBindings } from "#glue";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {ReturnType<typeof freshBindings> | undefined} */
let bindings;

/**
 * @param {string} text @param {import("../report.js").Options} [options]
 * @param {{ signal?: AbortSignal, progress?: (step: { stage: string, index: number, count: number }) => void }} [how]
 */
export function analyze(text, options = {}, { signal, progress } = {}) {
  return asked(signal, (bindings) => bindings.analyze(text, options, stepsOf(progress)));
}

/**
 * @param {string} a @param {string} b @param {import("../comparison.js").CompareOptions} options
 * @param {{ signal?: AbortSignal, progress?: (step: { stage: string, index: number, count: number }) => void }} [how]
 */
export function compare(a, b, options, { signal, progress } = {}) {
  return asked(signal, (bindings) => bindings.compare(a, b, options, stepsOf(progress)));
}

/** @param {((step: { stage: string, index: number, count: number }) => void) | undefined} progress */
function stepsOf(progress) {
  return (/** @type {string} */ stage, /** @type {number} */ index, /** @type {number} */ count) =>
    progress?.({ stage, index, count });
}

/** @template T @param {AbortSignal | undefined} signal @param {(bindings: ReturnType<typeof freshBindings>) => T} ask */
async function asked(signal, ask) {
  compiled ??= readFile(new URL("./onrecord.wasm", import.meta.url)).then((bytes) => WebAssembly.compile(bytes));
  const module = await compiled;
  signal?.throwIfAborted();
  bindings ??= openBindings(module);
  try {
    return ask(bindings);
  } catch (error) {
    // What is said about the arguments leaves the instance whole.
    if (!(error instanceof RangeError || error instanceof TypeError)) bindings = undefined;
    throw error;
  }
}

/** @param {WebAssembly.Module} module */
function openBindings(module) {
  const bindings = freshBindings();
  bindings.initSync({ module });
  return bindings;
}

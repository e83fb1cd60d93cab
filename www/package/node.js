// `import { analyze } from "onrecord"`, in Node: in this thread, without a worker. After a panic a fresh instance is made.

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
export async function analyze(text, options = {}, { signal, progress } = {}) {
  compiled ??= readFile(new URL("./onrecord.wasm", import.meta.url)).then((bytes) => WebAssembly.compile(bytes));
  const module = await compiled;
  signal?.throwIfAborted();
  bindings ??= openBindings(module);
  try {
    return bindings.analyze(text, options, (stage, index, count) => progress?.({ stage, index, count }));
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

// `import { analyze, compare } from "onrecord"`, in Node: in this thread, without a worker. After a panic a fresh instance is made.

import { readFile } from "node:fs/promises";
import { freshDoor } from "#glue";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {ReturnType<typeof freshDoor> | undefined} */
let door;

/**
 * @param {string} text @param {import("../report.js").Options} [options]
 * @param {{ signal?: AbortSignal, progress?: (step: { stage: string, index: number, count: number }) => void }} [how]
 */
export function analyze(text, options = {}, { signal, progress } = {}) {
  return asked(signal, (door) => door.analyze(text, options, stepsOf(progress)));
}

/**
 * @param {string} a @param {string} b @param {import("../comparison.js").CompareOptions} options
 * @param {{ signal?: AbortSignal, progress?: (step: { stage: string, index: number, count: number }) => void }} [how]
 */
export function compare(a, b, options, { signal, progress } = {}) {
  return asked(signal, (door) => door.compare(a, b, options, stepsOf(progress)));
}

/** @param {((step: { stage: string, index: number, count: number }) => void) | undefined} progress */
function stepsOf(progress) {
  return (/** @type {string} */ stage, /** @type {number} */ index, /** @type {number} */ count) =>
    progress?.({ stage, index, count });
}

/** @template T @param {AbortSignal | undefined} signal @param {(door: ReturnType<typeof freshDoor>) => T} ask */
async function asked(signal, ask) {
  compiled ??= readFile(new URL("./onrecord.wasm", import.meta.url)).then((bytes) => WebAssembly.compile(bytes));
  const module = await compiled;
  signal?.throwIfAborted();
  door ??= openDoor(module);
  try {
    return ask(door);
  } catch (error) {
    // What is said about the arguments leaves the instance whole.
    if (!(error instanceof RangeError || error instanceof TypeError)) door = undefined;
    throw error;
  }
}

/** @param {WebAssembly.Module} module */
function openDoor(module) {
  const door = freshDoor();
  door.initSync({ module });
  return door;
}

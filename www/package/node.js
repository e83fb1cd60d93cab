// `import { analyze } from "onrecord"`, in Node: in this thread, without a worker. After a panic a fresh instance is made.

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
export async function analyze(text, options = {}, { signal, progress } = {}) {
  compiled ??= readFile(new URL("./onrecord.wasm", import.meta.url)).then((bytes) => WebAssembly.compile(bytes));
  const module = await compiled;
  signal?.throwIfAborted();
  door ??= openDoor(module);
  try {
    return door.analyze(text, options, (stage, index, count) => progress?.({ stage, index, count }));
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

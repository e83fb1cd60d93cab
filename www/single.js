// The single file: the engine and the samples lie in the page itself, as data that no script runs.

import { start } from "./start.js";

start("single", async () => ({
  wasm: await unpack(dataOf("onrecord-wasm")),
  samples: JSON.parse(dataOf("onrecord-samples")),
}));

/** @param {string} id */
function dataOf(id) {
  const element = document.getElementById(id);
  if (!element?.textContent) throw new Error(`${id} is missing: this file is not whole`);
  return element.textContent;
}

/** From gzip in base64 to bytes. @param {string} base64 */
function unpack(base64) {
  const packed = new Blob([bytesOf(base64)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(base64) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  return quick ? quick.call(Uint8Array, base64) : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

// The single file: the engine and the samples lie in the page itself, as data that no script runs.

import { compare } from "./compare/index.js";
import { addPrivacy } from "./privacy/index.js";
import { start } from "./start.js";
import { german } from "./strings/german.js";
import { unpack } from "./unpack.js";

const load = async () => ({
  wasm: await unpack(dataOf("onrecord-wasm")),
  samples: JSON.parse(dataOf("onrecord-samples")),
});

start("single", [german], load, { compare, addPrivacy });

/** @param {string} id */
function dataOf(id) {
  const element = document.getElementById(id);
  if (!element?.textContent) throw new Error(`${id} is missing: this file is not whole`);
  return element.textContent;
}

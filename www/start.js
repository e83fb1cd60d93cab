// What the hosted page and the single file have in common: given the engine and the samples, the element begins.

import { OnRecord } from "./element.js";
import { PRIVACY } from "./strings/index.js";
import { addLanguage, followLanguage } from "./surroundings.js";
import { scriptUrl } from "./trusted.js";

/**
 * What a page may have besides the element.
 * @typedef {object} Parts
 * @property {import("./compare/index.js").Make} [compare]
 * @property {typeof import("./privacy/index.js").addPrivacy} [addPrivacy]
 * @property {import("./keeper.js").Keeper} [keeper]
 */

/**
 * @param {import("./privacy/index.js").Kind} kind
 * @param {import("./strings/index.js").Language[]} languages besides English
 * @param {() => Promise<{ wasm: ArrayBuffer, samples: typeof OnRecord.samples }>} load after it nothing may be fetched
 * @param {Parts} parts
 */
export async function start(kind, languages, load, { compare, addPrivacy, keeper }) {
  OnRecord.compare = compare;
  OnRecord.keeper = keeper;
  for (const language of languages) addLanguage(language);
  try {
    const { wasm, samples } = await load();
    OnRecord.wasm = wasm;
    OnRecord.samples = samples;
  } catch (error) {
    OnRecord.loadError = error;
  }
  customElements.define("on-record", OnRecord);
  followLanguage();
  addPrivacy?.(kind, PRIVACY, scriptUrl);
}

// What the hosted page and the single file have in common: given the engine and the samples, the element begins.

import { OnRecord } from "./element.js";
import { addPrivacy } from "./privacy/panel.js";
import { addLanguage, followLanguage } from "./surroundings.js";

/**
 * @param {import("./privacy/panel.js").Kind} kind
 * @param {import("./strings/index.js").Language[]} languages besides English
 * @param {() => Promise<{ wasm: ArrayBuffer, samples: typeof OnRecord.samples }>} load after it nothing may be fetched
 * @param {import("./compare/index.js").Make} [compare]
 * @param {import("./keeper.js").Keeper} [keeper]
 */
export async function start(kind, languages, load, compare, keeper) {
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
  addPrivacy(kind);
}

// The extension's panel: the page's own element, which reads what stands in the tab beside it.

import packed from "#packed-wasm";
import { OnRecord } from "../../www/element.js";
import { Engine } from "../../www/engine.js";
import { Keeper } from "../../www/keeper.js";
import { addPrivacy } from "../../www/privacy/index.js";
import { start } from "../../www/start.js";
import { german } from "../../www/strings/german.js";
import { unpack } from "../../www/unpack.js";
import { urlWorker } from "../../www/workers.js";
import { Beside } from "./beside.js";
import { wordsIn } from "./words.js";

const browser = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
const wasm = unpack(packed);

// A policy of an extension allows no blob: worker; one from a file of the extension has the extension's policy.
OnRecord.engine = new Engine(
  () => wasm,
  () => urlWorker("worker.js"),
);
// Nobody waits for the engine's bytes but the engine: the page can be entered meanwhile.
const load = async () => ({ wasm: new ArrayBuffer(0), samples: [] });
/** @type {Beside | undefined} */
let beside;
OnRecord.elsewhere = (start) => beside?.go(start);
const parts = { addPrivacy, keeper: new Keeper({ article: false }) };
start((language) => wordsIn(language).privacy, [german], load, parts).then(() => {
  beside = new Beside(browser, /** @type {OnRecord} */ (document.querySelector("on-record")));
  beside.begin();
});

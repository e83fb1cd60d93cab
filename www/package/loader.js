// The classic script for pages of content management systems: defines <on-record>; the rest is beside it, and is loaded
// when it is asked for.

import { define } from "../embed/host.js";
import { bytesOf } from "../embed/fetching.js";

const script = document.currentScript;
const own = script instanceof HTMLScriptElement ? script.src : document.baseURI;
const at = (/** @type {string | null} */ base, /** @type {string} */ name) =>
  new URL(name, base ? new URL(base, document.baseURI) : own).href;

define({
  parts: () => import(at(null, "parts.js")),
  wasm: (base) => bytesOf(at(base, "onrecord.wasm")),
  wasmUrl: (base) => at(base, "onrecord.wasm"),
});

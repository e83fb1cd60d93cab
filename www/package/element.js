// `import "onrecord/element"`: defines <on-record>; the rest is loaded when it is asked for.

import { define } from "../embed/host.js";
import { bytesOf } from "../embed/fetching.js";

const wasm = new URL("./onrecord.wasm", import.meta.url).href;
const place = (/** @type {string | null} */ base) =>
  base ? new URL("onrecord.wasm", new URL(base, document.baseURI)).href : wasm;

define({ parts: () => import("../embed/parts.js"), wasm: (base) => bytesOf(place(base)), wasmUrl: place });

// The classic script with everything inside, for `file://` and for pages that want one file.

import packed from "#packed-wasm";
import { define } from "../embed/host.js";
import { unpack } from "../unpack.js";

define({ parts: () => import("../embed/parts.js"), wasm: () => unpack(packed), wasmUrl: () => "" });

// dist/extension/: the browser extension for Chromium and for Firefox, each as a folder, to be loaded unpacked, and as a ZIP.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../root.mjs";
import { addNotices } from "./notices.mjs";
import { bundle, DIST, emptied, filesIn, release, smallBundle, styles, WORK, write } from "./parts.mjs";
import { zip } from "./zip.mjs";

const SOURCE = join(ROOT, "integrations/extension");
/** Shipped as they were written. */
const AS_WRITTEN = ["_locales", "icons", "panel.html"];

export async function makeExtension() {
  emptied(join(DIST, "extension"));
  const files = await builtFiles();
  for (const browser of ["chromium", "firefox"]) {
    const folder = join(DIST, "extension", browser);
    for (const name of AS_WRITTEN) cpSync(join(SOURCE, name), join(folder, name), { recursive: true });
    for (const [name, content] of Object.entries(files)) write(join(folder, name), content);
    write(join(folder, "manifest.json"), manifest(browser));
    addNotices(folder);
    const packed = filesIn(folder).map((name) => [name, readFileSync(join(folder, name))]);
    write(join(DIST, `extension/onrecord-${browser}.zip`), zip(packed));
  }
}

/** What is the same in both. */
async function builtFiles() {
  const wasm = gzipSync(readFileSync(join(WORK, "onrecord.wasm")), { level: 9 }).toString("base64");
  return {
    "background.js": await bundle("integrations/extension/background.js"),
    "page.js": await bundle("integrations/extension/page.js"),
    "panel.js": await smallBundle("integrations/extension/panel.js", { modules: { "#packed-wasm": wasm } }),
    "worker.js": readFileSync(join(WORK, "worker.txt")),
    "page.css": await styles("www/page.css"),
    "panel.css": await styles("integrations/extension/panel.css"),
  };
}

/** What both have, with what each browser names in its own way. */
function manifest(browser) {
  const read = (name) => JSON.parse(readFileSync(join(SOURCE, name), "utf8"));
  const own = { ...read("manifest.json"), version: release().version, ...read(`manifest.${browser}.json`) };
  return `${JSON.stringify(own, null, 2)}\n`;
}

// The hosted page: fetches what it needs, seals itself, and only then lets a text be read.

import build from "#build";
import { awaitBrought } from "./bookmarklet/brought.js";
import { Keeper } from "./keeper.js";
import { keepOffline } from "./offline.js";
import { linkManifest } from "./manifest.js";
import { receive } from "./receive.js";
import { start } from "./start.js";
import { PRIVACY } from "./strings/index.js";

/** After this nothing can be fetched, sent or embedded by this page: the browser refuses it. */
const SEALED = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "worker-src blob:",
  "connect-src 'none'",
  "manifest-src data:",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** From a script of its own beside this one; the page is whole in English if that is missing. */
const { german } = /** @type {{ german?: import("./strings/index.js").Language }} */ (
  /** @type {any} */ (globalThis).onrecordLanguages ?? {}
);

/** So are the comparison of two texts and the privacy panel. @type {import("./start.js").Parts & Partial<Pick<typeof import("./privacy/index.js"), "addBookmarklet">>} */
const parts = {
  .../** @type {any} */ (globalThis).onrecordCompare,
  .../** @type {any} */ (globalThis).onrecordPrivacy,
  keeper: new Keeper(),
};

/** The bookmarklet's code, once it is there. */
let bookmarklet = "";

const load = async () => {
  try {
    const [wasm, samples, manifest, code] = await Promise.all([
      answer(build.wasm).then((response) => response.arrayBuffer()),
      answer(build.samples).then((response) => response.json()),
      answer(build.manifest).then((response) => response.json()),
      answer(build.bookmarklet).then((response) => response.text()),
      keepOffline(),
    ]);
    linkManifest(manifest);
    bookmarklet = code;
    return { wasm, samples };
  } finally {
    seal();
  }
};

start("hosted", german ? [german] : [], load, parts).then(() => {
  if (bookmarklet) parts.addBookmarklet?.(bookmarklet, PRIVACY);
  awaitBrought();
  receive();
});

function seal() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  document.head.append(policy);
}

/** @param {string} url */
async function answer(url) {
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

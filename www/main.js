// The page: fetches what it needs, shuts the door behind itself, and only then lets a text be read.

import { OnRecord } from "./element.js";

/** After this nothing can be fetched, sent or embedded by this page: the browser refuses it. */
const SEALED = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "worker-src blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

async function begin() {
  try {
    const [wasm, samples] = await Promise.all([bytes("onrecord.wasm"), json("samples.json")]);
    OnRecord.wasm = wasm;
    OnRecord.samples = samples;
  } catch (error) {
    OnRecord.loadError = error;
  }
  seal();
  addEventListener("onrecord-language", ({ target }) => target instanceof OnRecord && speak(target.language));
  customElements.define("on-record", OnRecord);
  speak(/** @type {OnRecord} */ (document.querySelector("on-record")).language);
}

/** What the page says around the element, in the element's language. @param {string} language */
function speak(language) {
  const { page } = OnRecord.languages[language];
  document.documentElement.lang = language;
  document.title = page.title;
  for (const element of document.querySelectorAll("[data-string]")) {
    element.textContent = page[/** @type {keyof typeof page} */ (element.getAttribute("data-string"))];
  }
}

function seal() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  document.head.append(policy);
}

/** @param {string} url */
async function bytes(url) {
  return (await answer(url)).arrayBuffer();
}

/** @param {string} url */
async function json(url) {
  return (await answer(url)).json();
}

/** @param {string} url */
async function answer(url) {
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

begin();

// The policies of other people's sites: the element works under each, or says with a code and a sentence what is missing.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { BROWSERS } from "../offline/browsers.mjs";
import { hostPages, pageOf } from "./pages.mjs";

const host = await hostPages();
after(async () => {
  for (const browser of BROWSERS) await browser.close();
  await host.close();
});

const TYPES = "require-trusted-types-for 'script'";
const WASM = "script-src 'self' 'wasm-unsafe-eval'";
const INLINE = '<script src="/lib/onrecord.inline.js" defer></script>';
const URL_WORKER = 'worker="/lib/worker.js"';

/** Name, policy, what becomes of it, and what else the page has. */
const MATRIX = [
  ["none", "", "ready"],
  ["blob worker", `${WASM}; worker-src blob:; connect-src 'self'`, "ready"],
  [
    "blob worker, Trusted Types",
    `${WASM}; worker-src blob:; connect-src 'self'; ${TYPES}; trusted-types onrecord`,
    "ready",
  ],
  [
    "strict: own worker, Trusted Types",
    `${WASM}; worker-src 'self'; connect-src 'self'; ${TYPES}; trusted-types onrecord`,
    "ready",
    { attributes: URL_WORKER },
  ],
  [
    "no Trusted Type at all",
    `${WASM}; worker-src blob:; connect-src 'self'; ${TYPES}; trusted-types 'none'`,
    "CSP_WORKER",
  ],
  ["no WebAssembly", "script-src 'self'; worker-src blob:; connect-src 'self'", "CSP_WASM"],
  [
    "no WebAssembly in the page, but in the worker",
    "script-src 'self'; worker-src 'self'; connect-src 'self'",
    "ready",
    { attributes: URL_WORKER },
  ],
  ["own workers only", `${WASM}; worker-src 'self'; connect-src 'self'`, "CSP_WORKER"],
  ["own workers only, named", `${WASM}; worker-src 'self'; connect-src 'self'`, "ready", { attributes: URL_WORKER }],
  ["nothing may be fetched", `${WASM}; worker-src blob:; connect-src 'none'`, "WASM_LOAD"],
  ["nothing may be fetched, all inside", `${WASM}; worker-src blob:; connect-src 'none'`, "ready", { script: INLINE }],
  [
    "nothing may be fetched but by the worker",
    `${WASM}; worker-src 'self'; connect-src 'none'`,
    "ready",
    { attributes: URL_WORKER },
  ],
  [
    "a nonce",
    "script-src 'nonce-abc' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'",
    "ready",
    { script: '<script nonce="abc" src="/lib/onrecord.js" defer></script>' },
  ],
];

for (const browser of BROWSERS.filter(({ name }) => name !== "WebKit")) {
  for (const [name, policy, expected, { attributes = "", script } = {}] of MATRIX) {
    test(`${browser.name}: ${name}: ${expected}`, { skip: browser.skip, timeout: 600_000 }, async () => {
      const body = `<article><p>The mayor said that the pier would stay.</p></article><on-record mode="panel" loading="eager" ${attributes}></on-record>`;
      const whole = policy && `default-src 'none'; ${policy}`;
      const page = await browser.open(host.put(pageOf(body, { script }), whole));
      const seen = await page.evaluate(async () => {
        const element = document.querySelector("on-record");
        const codes = [];
        element.addEventListener("onrecord-error", ({ detail }) => codes.push(detail.code));
        await customElements.whenDefined("on-record");
        await element.ready;
        // An error before anybody could listen is said once more.
        if (element.state === "error" && codes.length === 0) await element.analyze();
        const shown = element.shadowRoot.querySelector(".message").textContent;
        return { result: codes[0] ?? element.state, shown, claims: element.report?.claims.length };
      });
      assert.equal(seen.result, expected, JSON.stringify(seen));
      if (expected === "ready") assert.equal(seen.claims, 1);
      else assert.match(seen.shown, /Its owner can allow it|Is onrecord.wasm beside the script/);
      await page.close();
    });
  }
}

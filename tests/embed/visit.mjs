// A visit to a page of somebody else's that has `<on-record>` in it, in Chromium.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, SKIP } from "../page/browser.mjs";
import { ARTICLES } from "../wasm/bindings.mjs";
import { asHtml, hostPages } from "./pages.mjs";

export const host = await hostPages();
export const browser = SKIP
  ? undefined
  : await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--js-flags=--expose-gc"] });
after(async () => {
  await browser?.close();
  await host.close();
});

export const ARTICLE = asHtml(ARTICLES[0].text);

/** Runs `body` on a page of its own, after `init` in it, and fails on anything that the page complained of. */
export function onPage(name, html, body, init) {
  test(name, { skip: SKIP, timeout: 600_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    if (init) await page.addInitScript(init);
    host.requests.length = 0;
    await page.goto(host.put(html));
    await page.waitForFunction(() => customElements.get("on-record"));
    await body(page);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

export const ready = (page, n = 0) =>
  page.evaluate(async (n) => {
    const element = document.querySelectorAll("on-record")[n];
    await element.ready;
    return element.state;
  }, n);
export const highlights = (page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, marks]) => [name, marks.size])));
export const wordsOf = (page, kind) =>
  page.evaluate(
    (kind) => [...(CSS.highlights.get(kind) ?? [])].map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset)),
    kind,
  );

// The gallery: every mode and theme on one page, light, dark and narrow. Each shows what it should, nothing runs over, and
// axe finds nothing. The pictures are left in target/gallery/ for people to look at.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { CHROMIUM, SKIP } from "../page/browser.mjs";
import { ROOT } from "../wasm/bindings.mjs";
import { NPM } from "./pages.mjs";

const PICTURES = join(ROOT, "target/gallery");
mkdirSync(PICTURES, { recursive: true });
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const site = await serve(NPM);
const browser = SKIP ? undefined : await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
after(async () => {
  await browser?.close();
  await site.close();
});

const LOOKS = [
  { name: "light", colorScheme: "light", viewport: { width: 1000, height: 900 } },
  { name: "dark", colorScheme: "dark", viewport: { width: 1000, height: 900 } },
  { name: "narrow", colorScheme: "light", viewport: { width: 320, height: 800 } },
];

for (const { name, ...look } of LOOKS) {
  test(`the gallery, ${name}`, { skip: SKIP, timeout: 600_000 }, async () => {
    const page = await (await browser.newContext(look)).newPage();
    await page.goto(`${site.address}gallery.html`);
    await page.waitForFunction(() => customElements.get("on-record"));
    for (const button of await page.locator("on-record .button").all()) {
      if (await button.isVisible()) await button.click();
    }
    const states = await page.evaluate(async () => {
      const elements = [...document.querySelectorAll("on-record")];
      const states = [];
      // One after the other: what is scrolled past before the browser has drawn it was never seen, and never gets ready.
      for (const element of elements) {
        element.scrollIntoView();
        // What grows above it may push it out of sight again.
        const again = setInterval(() => element.scrollIntoView(), 500);
        states.push([element.getAttribute("for"), (await element.ready).state]);
        clearInterval(again);
      }
      return states;
    });
    for (const [article, state] of states) assert.equal(state, article === "#nowhere" ? "error" : "ready", article);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= look.viewport.width, `${width} wide`);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => [target, failureSummary])]),
      [],
    );
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    await page.context().close();
  });
}

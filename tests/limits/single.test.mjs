// The single file by the clock, on a machine that does nothing else (`npm run limits`).

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { launchChromium, SKIP } from "../page/browser.mjs";
import { ARTICLES, ROOT } from "../wasm/bindings.mjs";

const browser = SKIP ? undefined : await launchChromium();
after(() => browser?.close());
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

async function open(address, context) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => customElements.get("on-record"));
  return page;
}

it("the single file is there in at most twice the time of the hosted page", async () => {
  const site = await serve(join(ROOT, "dist/site"));
  const single = pathToFileURL(join(ROOT, "dist/onrecord.html")).href;
  const best = async (address) => {
    const times = [];
    for (let i = 0; i < 3; i++) {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const began = performance.now();
      const page = await open(address, context);
      await page.evaluate((text) => document.querySelector("on-record").analyze(text), ARTICLES[0].text);
      times.push(performance.now() - began);
      await context.close();
    }
    return Math.min(...times);
  };
  const [hosted, alone] = [await best(site.address), await best(single)];
  console.log(`    from opening to marks: hosted ${hosted.toFixed(0)} ms, single file ${alone.toFixed(0)} ms`);
  await site.close();
  assert.ok(alone <= 2 * hosted, `${alone} against ${hosted}`);
});

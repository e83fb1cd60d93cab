// What assistive technology gets: axe finds nothing, marks and cards are read, contrast is enough.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { ROOT } from "../wasm/door.mjs";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

const axe = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, "utf8");
after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 90_000 }, body);

async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    it(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
      const page = await openPage({ colorScheme, viewport: { width, height: 900 } });
      assert.deepEqual(await findings(page), [], "the empty page");
      await show(page, TEXT, REPORT);
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        assert.deepEqual(await findings(page), [], await tab.innerText());
      }
      await page.context().close();
    });
  }
}

it("a screen reader gets the claims with their numbers, speakers and form", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const article = await page.locator(".text").ariaSnapshot();
  assert.match(article, /link "claim 1: Ada Quill, partly quoted"/);
  assert.match(article, /link "claim 6: Bram Oke, not said"/);
  assert.match(article, /Tuesday \(Tuesday,? 4 March 2025\)/);
  assert.match(article, /Bram Oke \(person\)/);
  const cards = await page.locator(".panel.claims").ariaSnapshot();
  assert.match(cards, /button "4 Bram Oke"/);
});

it("at 400 % nothing is cut off sideways", async () => {
  const page = await openPage({ viewport: { width: 320, height: 256 } });
  await show(page, TEXT, REPORT);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} pixels too wide`);
});

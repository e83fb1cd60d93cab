// The privacy panel as a reader uses it: plants, watches, reads what no policy can refuse, in the language of the page.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeAll, openPage, SKIP } from "../page/browser.mjs";

after(closeAll);

const PANELS = [
  {
    locale: "en-GB",
    open: /^Privacy/,
    plant: "Plant the requests",
    refused: "refused by the browser",
    verdict: /^None of 1\d got out/,
    limits: /WebRTC/,
    close: "Close",
  },
  {
    locale: "de-AT",
    open: /^Datenschutz/,
    plant: "Die Anfragen stellen",
    refused: "vom Browser verweigert",
    verdict: /^Keine von 1\d kam hinaus/,
    limits: /Adresse/,
    close: "Schließen",
  },
];

for (const { locale, open, plant, refused, verdict, limits, close } of PANELS) {
  test(`the privacy panel shows each refusal (${locale})`, { skip: SKIP, timeout: 600_000 }, async () => {
    const page = await openPage({ locale });
    await page.getByRole("button", { name: open }).click();
    const panel = page.getByRole("dialog");
    await panel.getByRole("button", { name: plant }).click();
    await panel.locator(".verdict", { hasText: verdict }).waitFor({ timeout: 600_000 });
    const outcomes = await panel.locator(".outcome").allInnerTexts();
    assert.equal(outcomes.length, 16);
    assert.deepEqual([...new Set(outcomes)], [refused]);
    assert.match(await panel.locator("ul").last().innerText(), limits);
    await panel.getByRole("button", { name: close }).click();
    assert.equal(await panel.isVisible(), false);
    await page.context().close();
  });
}

test("the panel changes its language with the page", { skip: SKIP, timeout: 600_000 }, async () => {
  const page = await openPage();
  await page.evaluate(() => (document.querySelector("on-record").language = "de"));
  await page.getByRole("button", { name: /^Datenschutz/ }).click();
  assert.equal(await page.getByRole("dialog").getByRole("heading", { level: 2 }).innerText(), "Datenschutz");
  await page.context().close();
});

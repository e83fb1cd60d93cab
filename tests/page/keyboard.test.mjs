// A walk through every function with the keyboard alone, and the focus is never lost.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

/** What has the focus, in words. */
function focus(page) {
  return page.evaluate(() => {
    const active = document.querySelector("on-record").shadowRoot.activeElement;
    if (!active) return document.activeElement === document.body ? "nothing" : "outside";
    const { note, go, view, sift } = active.dataset;
    const name =
      active.getAttribute("aria-label") ??
      (/^(BUTTON|SUMMARY)$/.test(active.tagName) ? active.textContent : active.type) ??
      active.className;
    return note ? `note ${note}` : go ? `item ${go}` : view ? `tab ${view}` : sift ? `sift ${sift}` : name.trim();
  });
}

/** A list that is drawn again gives the focus back to what had it. */
async function returnsTo(page, wanted) {
  const until = Date.now() + 10_000;
  while ((await focus(page)) !== wanted && Date.now() < until) await page.waitForTimeout(20);
  assert.equal(await focus(page), wanted);
}

/** Presses Tab until something has the focus. */
async function tabTo(page, wanted, key = "Tab") {
  for (let i = 0; i < 60; i++) {
    if ((await focus(page)) === wanted) return;
    await page.keyboard.press(key);
  }
  assert.fail(`Tab does not reach ${wanted}`);
}

it("from the empty page to marks: write, read, open the list of keys", async () => {
  const page = await openPage();
  await tabTo(page, "Article text");
  await page.keyboard.type("The mayor said that the pier would stay.");
  await page.keyboard.press("Control+Enter");
  await page.locator(".text p").first().waitFor();
  assert.equal(await focus(page), "Article");
  await page.keyboard.press("?");
  assert.equal(await page.getByRole("dialog", { name: "Keys" }).count(), 1);
  await page.keyboard.press("Escape");
  assert.equal(await focus(page), "Article");
});

it("claims, mentions, views, search, corrections, editing, saving", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    return focus(page);
  };
  assert.equal(await press("j"), "note c1");
  assert.equal(await press("j", "j", "k"), "note c2");
  assert.equal(await press("Enter"), "item c2");
  await tabTo(page, "Why?");
  await press("Enter");
  assert.equal(await page.locator(".card[data-id=c2] details[open]").count(), 1);
  await tabTo(page, "Copy citation of claim 2");
  await tabTo(page, "Correct claim 2");
  await press("Enter");
  assert.equal(await page.getByRole("dialog", { name: "Correct this claim" }).count(), 1);
  await press("Escape");
  assert.equal(await focus(page), "Correct claim 2");

  assert.equal(await press("2"), "tab entities");
  await tabTo(page, "Search in this view");
  await tabTo(page, "item e5");
  assert.equal(await press("ArrowDown"), "item e1");
  assert.equal(await press("ArrowUp"), "item e5");
  await press("Enter", "n");
  assert.equal(await page.locator("mark.here").getAttribute("data-id"), "e5");
  await press("c");
  assert.equal(await page.getByRole("dialog", { name: "Correct this entry" }).count(), 1);
  await page.keyboard.press("Escape");
  await press("x");
  assert.equal(await page.locator(".item[data-id=e5]").count(), 0);
  assert.notEqual(await focus(page), "nothing");
  await press("Control+z");
  assert.equal(await page.locator(".item[data-id=e5]").count(), 1);
  await press("Control+Shift+z");
  assert.equal(await page.locator(".item[data-id=e5]").count(), 0);
  await press("Control+z");

  assert.equal(await press("3"), "tab figures");
  assert.equal(await press("ArrowRight"), "tab sources");
  await tabTo(page, "Save as SVG: Who speaks about whom");
  await tabTo(page, "Sources");
  assert.equal(await press("5"), "tab unattributed");
  assert.equal(await press("1"), "tab claims");
  await tabTo(page, "Filter and sort");
  await press("Enter");
  await tabTo(page, "sift source");
  await press("ArrowDown");
  await returnsTo(page, "sift source");
  await press("ArrowUp");

  await press("Escape");
  await page.locator(".text").focus();
  assert.equal(await press("/"), "Search in this view");
  await page.keyboard.type("table");
  assert.equal(await page.locator(".card:visible").count(), 1);
  await press("Control+a", "Delete");

  await page.locator(".text").focus();
  assert.equal(await press("e"), "Article text");
  assert.equal(await press("Escape"), "Article");

  await tabTo(page, "Save or copy …", "Shift+Tab");
  await press("Enter");
  await tabTo(page, "Save: Notes, as Markdown");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /\.md$/);
  assert.equal(await press("Escape"), "Save or copy …");
});

it("the legend is switched by the space bar and keeps the focus", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  await page.keyboard.press("2");
  await page.getByRole("button", { name: /^People/ }).focus();
  await page.keyboard.press("Space");
  assert.equal(await page.getByRole("button", { name: /^People/ }).getAttribute("aria-pressed"), "false");
  assert.match(await focus(page), /^People/);
});

it("there is one tab stop in the text, and one in each list besides the tools of the chosen item", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const stops = (within) =>
    page
      .locator(`${within} :is(a, button, summary)`)
      .evaluateAll((all) => all.filter((e) => e.tabIndex === 0 && e.checkVisibility()).length);
  assert.equal(await stops(".text"), 1);
  assert.equal(await stops(".panel.claims .groups"), 4, "head, why, cite, correct");
});

// Nothing is lost by a slip, and nothing is kept without being asked for.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeAll, openPage, paste, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 60_000 }, body);

async function corrected() {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  return page;
}

const databases = (page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === "onrecord"),
  );

it("a new article asks when corrections are in no file, and the last article can be had back with them", async () => {
  const page = await corrected();
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("dialog", { name: "1 correction not saved" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await page.locator(".card[data-id=c2]").isVisible(), true);
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("button", { name: "Go without saving" }).click();
  await page.getByRole("button", { name: "Back to “Harbour talks collapse over pier deal”" }).click();
  assert.equal(await page.locator(".card[data-id=c1]").count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await page.locator(".card[data-id=c1]").count(), 1);
  assert.deepEqual(page.errors, []);
});

it("once the report is saved, nothing is asked", async () => {
  const page = await corrected();
  await page.getByRole("button", { name: "New article" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the report" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await page.locator(".welcome").waitFor();
});

it("leaving the page with unsaved corrections asks, without them it does not", async () => {
  const page = await corrected();
  const asked = [];
  page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
  await page.locator(".text").click();
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await page.waitForFunction(() => customElements.get("on-record"));
  await show(page, TEXT, REPORT);
  await page.locator(".text").click();
  await page.reload();
  assert.equal(asked.length, 1);
});

it("nothing is stored until it is asked for; then the article, language and theme come back, and one press deletes all", async () => {
  const page = await corrected();
  assert.deepEqual(await databases(page), []);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  await page.getByRole("button", { name: "Save or copy" }).click();
  await page.getByLabel("Keep this article").check();
  await page.getByLabel("Remember language and theme").check();
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === "onrecord"));
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForFunction(() => customElements.get("on-record"));
  await page.getByRole("button", { name: "Go on with “Harbour talks" }).click();
  await page.locator(".card[data-id=c2]").waitFor();
  assert.equal(await page.locator(".card[data-id=c1]").count(), 0, "with its correction");
  assert.equal(await page.locator("on-record").getAttribute("theme"), "dark");
  await page.getByRole("button", { name: "Save or copy" }).click();
  await page.getByRole("button", { name: "Delete what is kept" }).click();
  await page.locator(".status", { hasText: "Deleted" }).waitFor({ state: "attached" });
  assert.deepEqual(await databases(page), []);
});

it("a correction whose words are gone is named, and the way back to them is offered", async () => {
  const page = await openPage();
  const whole = "The mayor, Ada Quill, said that the pier would stay. The mayor said that 12 ships had left.";
  await paste(page, whole);
  await page.locator(".card").first().waitFor();
  await page.getByRole("button", { name: "Correct claim 2" }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: "Stance" }).selectOption("denies");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator(".editor").fill("The mayor, Ada Quill, said that the pier would stay.");
  await page.locator(".status", { hasText: "1 correction set aside" }).waitFor();
  await page.getByRole("button", { name: "Show marks" }).click();
  assert.match(await page.locator(".lost").innerText(), /Changed: “12 ships had left”/);
  await page.getByRole("button", { name: "Go back to the text before the change" }).click();
  await page.locator(".card", { hasText: "Denial" }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("on-record").text), whole);
});

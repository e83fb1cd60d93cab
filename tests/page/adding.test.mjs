// What was missed is added: words are selected, and said to be a claim, a name, a number or a time.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { apply } from "../../www/corrections/apply.js";
import { carry } from "../../www/corrections/carry.js";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";
import { selectWords } from "./selecting.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 60_000 }, body);

const exported = (page, format) => page.evaluate((f) => document.querySelector("on-record").export(f), format);

it("selected words become a claim of somebody's, in the list, the article, every table and the saved report, and go with undo", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  await selectWords(page, "The pier stands 2 kilometres (1.2 miles) from the town hall");
  await page.getByRole("group", { name: "Add what was missed" }).getByRole("button", { name: "a claim" }).click();
  const dialog = page.getByRole("dialog", { name: "Add what was missed" });
  await dialog.getByRole("combobox", { name: "Speaker" }).selectOption({ label: "Ada Quill" });
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const card = page.locator(".card[data-id=c7]");
  assert.match(await card.innerText(), /Paraphrased[^]*Added by hand[^]*The pier stands 2 kilometres/);
  assert.match(await card.getAttribute("class"), /selected/, "the reader sees what was added");
  assert.equal(await page.locator("#tab-unattributed .tally").innerText(), "1");
  assert.match(await exported(page, "claims"), /c7,Ada Quill,The pier stands[^\n]*,yes,/);
  assert.match(await exported(page, "sources"), /Ada Quill,Mayor,named,2,/);
  assert.match(await exported(page, "html"), /id="claim-c7"[^]*added by hand/);
  const saved = await exported(page, "json");
  assert.match(await page.locator(".history").innerText(), /1 correction(?!s)/, "one answer is one correction");
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await card.count(), 0);
  await page.getByRole("button", { name: "Redo" }).click();
  assert.match(await exported(page, "claims"), /c7,Ada Quill,The pier stands/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "s.json", mimeType: "", buffer: Buffer.from(saved) });
  await card.waitFor();
  assert.deepEqual(page.errors, []);
});

it("words that go over a claim take its place, with its speaker, and go with undo", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const claims = await exported(page, "claims");
  await selectWords(page, "on Tuesday that the city would not sell the old pier");
  await page.getByRole("group", { name: "Add what was missed" }).getByRole("button", { name: "a claim" }).click();
  const dialog = page.getByRole("dialog", { name: "Add what was missed" });
  assert.equal(await dialog.getByRole("combobox", { name: "In place of claim" }).inputValue(), "c1");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const now = await exported(page, "claims");
  assert.match(now, /c7,Ada Quill,on Tuesday that the city/);
  assert.doesNotMatch(now, /^c1,/m);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await exported(page, "claims"), claims);
  assert.deepEqual(page.errors, []);
});

it("a name, a number and a time; words can also be written, and must stand in the article", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const add = async (words, what, fields) => {
    await page.locator(".text").focus();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "Add what was missed" });
    await dialog.getByRole("textbox", { name: "Words of the article" }).fill(words);
    await dialog.getByRole("combobox", { name: "They are" }).selectOption({ label: what });
    await fields?.(dialog);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    return dialog;
  };
  const dialog = await add("zebra", "a name");
  assert.match(await dialog.innerText(), /These words are not in the article/);
  await page.keyboard.press("Escape");
  await add("town hall", "a name", (d) => d.getByRole("combobox", { name: "Kind" }).selectOption("facility"));
  await add("two people", "a number", (d) => d.getByRole("spinbutton", { name: "Value" }).fill("2"));
  await add("at the table", "a time", (d) => d.locator("input[type=date]").fill("2025-03-04"));
  assert.match(await exported(page, "entities"), /e8,town hall,building or site,/);
  assert.match(await exported(page, "quantities"), /q8,two people,count,2,/);
  assert.match(await exported(page, "times"), /t4,at the table,date,2025-03-04,/);
  assert.match(await page.locator(".history").innerText(), /3 corrections/);
});

test("what cannot be is not added", () => {
  const bad = [
    ["c", "5-2 direct"],
    ["c", "0-99999 direct"],
    ["c", "0-9 shouted"],
    ["e", "0-9 person"],
    ["e", "0-9 person @e99"],
    ["q", "0-9 count twelve thousand and more units"],
    ["t", "0-9 date tomorrow"],
    ["x", "0-9 date"],
    ["constructor", "0-9 date"],
  ];
  for (const [target, value] of bad) assert.equal(apply(REPORT, [{ op: "add", target, value }]), REPORT, value);
});

test("what was added goes along when the text is edited", () => {
  const start = TEXT.indexOf("It was built in 1884");
  const corrections = [
    { op: "add", target: "c", value: `${start}-${start + 20} indirect` },
    { op: "speaker", target: "c7", value: "e1" },
    { op: "note", target: "e1", value: "gender woman" },
  ];
  const shift = (value) =>
    JSON.parse(JSON.stringify(value), (_, v) => (v?.start >= 0 ? { ...v, start: v.start + 5, end: v.end + 5 } : v));
  const found = { ...shift(REPORT), length: REPORT.length + 5 };
  const kept = carry({ text: TEXT, found: REPORT, corrections }, `News ${TEXT}`, found);
  assert.deepEqual(kept, [
    { ...corrections[0], value: `${start + 5}-${start + 25} indirect` },
    corrections[1],
    corrections[2],
  ]);
});

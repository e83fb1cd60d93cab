// Putting it right on the page: what depends on it changes, undo and redo, and the saved report carries it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeAll, openPage, paste, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

async function reading(options) {
  const page = await openPage(options);
  await show(page, TEXT, REPORT);
  return page;
}

const exported = (page, format) => page.evaluate((f) => document.querySelector("on-record").export(f), format);
const speakers = (page) =>
  page.locator(".voice-name").evaluateAll((names) => names.map((name) => name.firstChild.textContent));
const correct = (page, name) => page.getByRole("button", { name, exact: true }).click();
const field = (page, role, name) => page.getByRole("dialog").getByRole(role, { name, exact: true });
const change = (page) => page.getByRole("button", { name: "Change", exact: true }).click();

it("another speaker: the card, the groups and the exports change at once, and come back with undo", async () => {
  const page = await reading();
  assert.ok(!(await speakers(page)).includes("Somebody New"));
  await correct(page, "Correct claim 1");
  await field(page, "combobox", "Speaker").selectOption("=");
  await field(page, "textbox", "Who").fill("Somebody New");
  await change(page);
  assert.ok((await speakers(page)).includes("Somebody New"));
  assert.match(await exported(page, "claims"), /c1,Somebody New,/);
  assert.match(await page.locator(".status").innerText(), /Corrected/);
  await correct(page, "Correct claim 1");
  await field(page, "combobox", "Speaker").selectOption("=");
  await field(page, "textbox", "Who").fill("Somebody Else");
  await change(page);
  assert.doesNotMatch(await exported(page, "entities"), /Somebody New/, "nobody stays who says nothing any more");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  assert.ok(!(await speakers(page)).includes("Somebody New"));
  await page.getByRole("button", { name: "Redo" }).click();
  assert.ok((await speakers(page)).includes("Somebody New"));
  await page.keyboard.press("Control+z");
  assert.ok(!(await speakers(page)).includes("Somebody New"));
  await page.keyboard.press("Control+Shift+z");
  assert.ok((await speakers(page)).includes("Somebody New"));
  assert.deepEqual(page.errors, []);
});

it("on a phone a corrected card closes and undo is in sight; a view opens at its top, the article where it was left", async () => {
  const page = await reading({ viewport: { width: 390, height: 500 }, hasTouch: true, isMobile: true });
  await page.getByRole("tab", { name: "Article" }).click();
  await page.locator("[data-note=c6]").click();
  const left = await page.evaluate(() => scrollY);
  assert.ok(left > 0, "the article is longer than the window");
  const placeOfEnd = async () => (await page.locator(".text [data-start]").last().boundingBox()).y;
  await page.locator(".peek").getByRole("button", { name: "Correct claim 6" }).click();
  await field(page, "combobox", "Speaker").selectOption({ label: "Ada Quill" });
  await change(page);
  assert.equal(await page.locator(".peek").isVisible(), false);
  assert.ok(await page.getByRole("button", { name: "Undo" }).isVisible());
  await page.evaluate((top) => scrollTo(0, top), left);
  const place = await placeOfEnd();
  await page.getByRole("tab", { name: /Names/ }).click();
  assert.ok(await page.locator(".panel.entities h2").first().isVisible());
  assert.ok((await page.locator(".panel.entities h2").first().boundingBox()).y >= 0, "its first heading is in sight");
  await page.getByRole("tab", { name: "Article" }).click();
  assert.ok(Math.abs((await placeOfEnd()) - place) < 60, `${await placeOfEnd()} after ${place}`);
});

it("split, merge, rename and retype an entity", async () => {
  const page = await reading();
  await page.getByRole("tab", { name: /Names/ }).click();
  await correct(page, "Correct Bram Oke");
  await page.getByRole("checkbox").nth(2).check();
  await field(page, "textbox", "Name of the other").fill("The Treasurer");
  await change(page);
  assert.match(await exported(page, "claims"), /c6,The Treasurer,/);
  await correct(page, "Correct The Treasurer");
  await field(page, "combobox", "The same as").selectOption({ label: "Ada Quill (person)" });
  await change(page);
  assert.match(await exported(page, "claims"), /c6,Ada Quill,/);
  await correct(page, "Correct Ada Quill");
  await field(page, "textbox", "Name").fill("Mayor Quill");
  await field(page, "combobox", "Kind").selectOption("group");
  await change(page);
  assert.match(await exported(page, "entities"), /e1,Mayor Quill,group,/);
  assert.match(await page.locator(".history").innerText(), /3 corrections/);
  assert.equal(
    await page.evaluate(() => document.querySelector("on-record").shadowRoot.activeElement?.dataset.go),
    "e1",
  );
});

it("single mentions are dismissed, or given to another entry", async () => {
  const page = await reading();
  await page.getByRole("tab", { name: /Names/ }).click();
  await correct(page, "Correct Bram Oke");
  await page.getByRole("checkbox").nth(2).check();
  await field(page, "combobox", "They belong to").selectOption({ label: "nobody: they are no mention" });
  assert.equal(await page.getByLabel("Name of the other").isVisible(), false);
  await change(page);
  assert.equal(await page.locator("mark.person", { hasText: /^He/ }).count(), 0);
  assert.match(await page.locator(".item[data-id=e5] .counts").innerText(), /2 mentions/);
  await correct(page, "Correct Harbour Trust");
  await page.getByRole("checkbox").nth(1).check();
  await field(page, "combobox", "They belong to").selectOption({ label: "Vessey Echo (organization)" });
  await change(page);
  assert.match(await page.locator(".item[data-id=e3] .counts").innerText(), /3 mentions/);
  assert.match(await page.locator(".history").innerText(), /2 corrections/);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.match(await page.locator(".item[data-id=e2] .counts").innerText(), /4 mentions/);
});

it("while the text is edited, corrections stay with their words, and come back with them", async () => {
  const page = await openPage();
  await paste(page, "The mayor, Ada Quill, said that the pier would stay. The mayor said that 12 ships had left.");
  await page.locator(".card").first().waitFor();
  await correct(page, "Correct claim 2");
  await field(page, "combobox", "Stance").selectOption("denies");
  await change(page);
  const write = async (text) => {
    const reported = page.evaluate(
      () => new Promise((done) => document.addEventListener("onrecord-report", done, { once: true })),
    );
    await page.locator(".editor").fill(text);
    await reported;
  };
  await page.getByRole("button", { name: "Edit text" }).click();
  await write("In March the mayor, Ada Quill, said that the pier would stay. The mayor said that 12 ships had left.");
  assert.match(await page.locator(".card", { hasText: "12 ships" }).innerText(), /Denial/);
  assert.match(await page.locator(".history").innerText(), /1 correction/);
  await write("In March the mayor, Ada Quill, said that the pier would stay.");
  assert.match(await page.locator(".status").innerText(), /1 correction set aside/);
  await write("In March the mayor, Ada Quill, said that the pier would stay. The mayor said that 12 ships had left.");
  assert.match(await page.locator(".card", { hasText: "12 ships" }).innerText(), /Denial/);
});

it("a dismissed claim leaves its words to the writer; x dismisses, c corrects", async () => {
  const page = await reading();
  const tally = () =>
    page
      .getByRole("tab", { name: /Unattributed/ })
      .locator(".tally")
      .innerText();
  assert.equal(await tally(), "2");
  for (let i = 0; i < 6; i++) await page.keyboard.press("j");
  await page.keyboard.press("x");
  assert.equal(await tally(), "3");
  assert.equal(await page.locator("mark.claim[data-id=c6]").count(), 0);
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await page.getByRole("dialog", { name: "Correct this claim" }).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

it("numbers, times and checks are corrected too", async () => {
  const page = await reading();
  await page.getByRole("tab", { name: /Numbers/ }).click();
  await page.locator(".item[data-id=q2] .tool").click();
  await field(page, "spinbutton", "Value").fill("4600000");
  await change(page);
  assert.match(await exported(page, "quantities"), /q2,\$4\.5 million,money,4600000,/);
  await page.locator(".item[data-id=t3] .tool").click();
  await page.getByRole("dialog").locator("input[type=date]").fill("1885-02-03");
  await change(page);
  assert.match(await exported(page, "times"), /t3,1884,date,1885-02-03,1885-02-03,1885-02-04,as stated/);
  await page.locator(".item[data-id=k2] .tool").click();
  await field(page, "combobox", "Verdict").selectOption("no");
  await change(page);
  assert.equal(await page.locator(".item[data-id=k2].differs").count(), 1);
});

it("the saved report holds what was found and what was corrected, and opens again with both", async () => {
  const page = await reading();
  await correct(page, "Correct claim 1");
  await field(page, "combobox", "Stance").selectOption("denies");
  await change(page);
  const saved = await exported(page, "json");
  const { corrections, claims } = JSON.parse(saved);
  assert.deepEqual(corrections, [{ op: "relabel", target: "c1", value: "stance denies" }]);
  assert.equal(claims[0].stance, "promises");
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("button", { name: "Go without saving" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "s.json", mimeType: "", buffer: Buffer.from(saved) });
  await page.locator(".card[data-id=c1]", { hasText: "Denial" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".card[data-id=c1]", { hasText: "Promise" }).waitFor();
  assert.equal(JSON.parse(await exported(page, "json")).corrections, undefined);
});

it("another text is another text: corrections that belonged to the earlier one are set aside, and the page says so", async () => {
  const page = await reading();
  await correct(page, "Correct claim 1");
  await field(page, "combobox", "Stance").selectOption("denies");
  await change(page);
  await page.evaluate(() => document.querySelector("on-record").analyze("The mayor said that the pier would stay."));
  assert.match(await page.locator(".status").innerText(), /set aside/);
  assert.equal(await page.locator(".history").isVisible(), false);
});

it("the buttons of a card with long words stay where they are while they are pressed", async () => {
  const page = await openPage();
  const words = "and the ferry would sail, the crane would turn and the lamps would burn ".repeat(8);
  await paste(page, `Mayor Ada Quill said that the pier would stay ${words.trim()}.`);
  await page.locator(".card").first().waitFor();
  await correct(page, "Correct claim 1");
  assert.match(await page.getByRole("dialog").innerText(), /Correct this claim/);
});

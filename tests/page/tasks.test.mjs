// Ten tasks of a reader, an editor and a teacher, with nothing but what is on the screen: each within six actions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);

const MOST_ACTIONS = 6;

/** What somebody does, counted. */
class Hand {
  actions = 0;

  constructor(page) {
    this.page = page;
  }

  #count() {
    this.actions++;
    assert.ok(this.actions <= MOST_ACTIONS, "more than six actions");
  }

  async press(role, name) {
    this.#count();
    await this.page.getByRole(role, { name }).click();
  }

  async choose(name, label) {
    this.#count();
    const dialog = this.page.getByRole("dialog");
    const within = (await dialog.count()) > 0 ? dialog : this.page;
    await within.getByRole("combobox", { name, exact: true }).selectOption({ label });
  }

  async write(role, name, words) {
    this.#count();
    await this.page.getByRole(role, { name }).fill(words);
  }

  async tick(name) {
    this.#count();
    await this.page.getByRole("checkbox", { name }).check();
  }

  /** The text of a file that is saved by pressing something. */
  async save(name) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press("button", name)]);
    return readFileSync(await download.path(), "utf8");
  }
}

/** @param {string} name @param {(hand: Hand, page: any) => Promise<void>} body */
function task(name, body) {
  test(name, { skip: SKIP, timeout: 600_000 }, async () => {
    const page = await openPage();
    await show(page, TEXT, REPORT);
    const hand = new Hand(page);
    await body(hand, page);
    console.log(`  ${hand.actions} ${hand.actions === 1 ? "action" : "actions"}: ${name}`);
    assert.deepEqual(page.errors, []);
  });
}

const card = (page) => page.locator(".card:visible");

task(
  "reader: who said that the Trust walked away angry, and through whom does the article have it?",
  async (hand, page) => {
    await hand.write("searchbox", "Search", "two people");
    assert.match(
      await card(page).innerText(),
      /Vessey Echo reports that two people close to the talks say[\s\S]*walked away angry/,
    );
  },
);

task("reader: to whom did the Trust's director say that they are still at the table?", async (hand, page) => {
  await hand.write("searchbox", "Search", "at the table");
  assert.match(await card(page).innerText(), /To the Echo\./);
});

task("reader: which day was that Tuesday?", async (hand, page) => {
  await hand.press("tab", /Numbers & times/);
  assert.match(await page.locator(".panel.figures").innerText(), /Tuesday,? 4 March 2025\s+“Tuesday”/);
});

task("reader: what does the article say on nobody's word but its own?", async (hand, page) => {
  await hand.press("tab", /Unattributed/);
  assert.match(await page.locator(".panel.unattributed").innerText(), /The pier stands 2 kilometres/);
});

task("editor: two people were taken for one: take them apart and save", async (hand, page) => {
  await hand.press("tab", /Entities/);
  await hand.press("button", "Correct Bram Oke");
  await hand.tick(/He did not say/);
  await hand.press("button", "Change");
  await hand.press("button", "Save or copy");
  const { corrections } = JSON.parse(await hand.save("Save: Everything, to go on with later (JSON)"));
  assert.equal(corrections[0].op, "split");
  assert.equal(await page.locator(".panel.entities .item", { hasText: /^He/ }).count(), 1);
});

task("editor: give me a table of all figures", async (hand) => {
  await hand.press("button", "Save or copy");
  assert.match(await hand.save("Save: Table of numbers (CSV)"), /q2,\$4\.5 million,money,4500000/);
});

task(
  "editor: the second half of that quotation was the mayor's: put it right, then think better of it",
  async (hand, page) => {
    await hand.press("button", "Correct claim 4");
    await hand.choose("Speaker", "Ada Quill (person)");
    await hand.press("button", "Change");
    assert.match(await page.locator(".voice-group", { hasText: "Ada Quill" }).innerText(), /2 claims/);
    await hand.press("button", "Undo");
    assert.match(await page.locator(".voice-group", { hasText: "Ada Quill" }).innerText(), /1 claim\b/);
  },
);

task("editor: what rests on sources without a name? Quote it with where it comes from", async (hand, page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await hand.choose("Source", "Unnamed source");
  assert.equal(await card(page).count(), 1);
  await hand.press("button", /^Copy citation/);
  await page.getByText("Citation: copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /As reported by Vessey Echo/);
});

task("teacher: a sheet for the class with the marks, that needs no script", async (hand) => {
  await hand.press("button", "Save or copy");
  const html = await hand.save("Save: Marked article, as a web page");
  assert.match(html, /<mark class="claim mixed"/);
  assert.doesNotMatch(html, /<script/);
});

task("teacher: show only words in quotation marks, and who has how much of the article", async (hand, page) => {
  await hand.choose("Words", "Quoted");
  assert.deepEqual(await card(page).evaluateAll((cards) => cards.map(({ dataset }) => dataset.id)), ["c4"]);
  assert.match(await page.locator(".voices").getAttribute("aria-label"), /Words by speaker: .* \d+%/);
});

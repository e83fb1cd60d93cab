// Ten tasks of a reader, an editor and a teacher, with nothing but what is on the screen: each within six actions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeAll, openPage, paste, show, SKIP } from "./browser.mjs";
import { DOCX, STORY } from "./documents.mjs";
import { REPORT, TEXT } from "./fixture.mjs";
import { selectWords } from "./selecting.mjs";

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

  async unfold(name) {
    this.#count();
    await this.page.getByText(name, { exact: true }).filter({ visible: true }).click();
  }

  async write(role, name, words) {
    this.#count();
    await this.page.getByRole(role, { name }).fill(words);
  }

  async select(words) {
    this.#count();
    await selectWords(this.page, words);
  }

  /** Puts a file into the dialog that a button opens. */
  async open(name, file) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.press("button", name)]);
    await chooser.setFiles(file);
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

/** @param {string} name @param {(hand: Hand, page: any) => Promise<void>} body @param {object} [options] of the browser's context */
function task(name, body, options = {}) {
  test(name, { skip: SKIP, timeout: 600_000 }, async () => {
    const page = await openPage(options);
    await show(page, TEXT, REPORT);
    const hand = new Hand(page);
    await body(hand, page);
    console.log(`  ${hand.actions} ${hand.actions === 1 ? "action" : "actions"}: ${name}`);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

/** On a desk and on a phone. @param {string} name @param {(hand: Hand, page: any, phone: boolean) => Promise<void>} body */
function everywhere(name, body) {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  task(`${name}, at 1280 pixels`, (hand, page) => body(hand, page, false), { viewport: { width: 1280, height: 800 } });
  task(`${name}, at 390 pixels`, (hand, page) => body(hand, page, true), phone);
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
  await hand.press("tab", /Names/);
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
    await hand.choose("Speaker", "Ada Quill");
    await hand.press("button", "Change");
    assert.match(await page.locator(".voice-group", { hasText: "Ada Quill" }).innerText(), /2 claims/);
    await hand.press("button", "Undo");
    assert.match(await page.locator(".voice-group", { hasText: "Ada Quill" }).innerText(), /1 claim\b/);
  },
);

task("editor: what rests on sources without a name? Quote it with where it comes from", async (hand, page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await hand.unfold("Filter and sort");
  await hand.choose("Source", "Unnamed source");
  assert.equal(await card(page).count(), 1);
  await hand.press("button", /^Copy citation/);
  await page.getByText("Citation: copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /as reported by Vessey Echo/);
});

task("teacher: a sheet for the class with the marks, that needs no script", async (hand) => {
  await hand.press("button", "Save or copy");
  const html = await hand.save(/^Save: Frozen page/);
  assert.match(html, /<mark class="claim mixed"/);
  assert.doesNotMatch(html, /<script/);
});

task("teacher: show only words in quotation marks, and who has how much of the article", async (hand, page) => {
  await hand.unfold("Filter and sort");
  await hand.choose("Words", "Quoted");
  assert.deepEqual(await card(page).evaluateAll((cards) => cards.map(({ dataset }) => dataset.id)), ["c4"]);
  assert.match(await page.locator(".voices").getAttribute("aria-label"), /Words by speaker: .* \d+%/);
});

everywhere("editor: a statement was missed: add it, and whose it is", async (hand, page, phone) => {
  if (phone) await hand.press("tab", "Article");
  await hand.select("It was built in 1884");
  await hand.press("button", "a claim");
  await hand.choose("Speaker", "Bram Oke");
  await hand.press("button", /^Add$/);
  const shown = page.locator(phone ? ".peek" : ".card[data-id=c7]");
  assert.match(await shown.innerText(), /Added by hand[^]*It was built in 1884/);
});

everywhere("editor: send the table of sources", async (hand) => {
  await hand.press("tab", /Sources/);
  const table = await hand.save("Save as CSV");
  assert.match(table, /Bram Oke,Trust director,named,3,14,0,4/);
});

everywhere("reader: cite a paraphrase, and not as a quotation", async (hand, page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await hand.press("button", "Copy citation of claim 3");
  await page.locator(".status", { hasText: "copied" }).waitFor();
  assert.match(
    await page.evaluate(() => navigator.clipboard.readText()),
    /^According to two people close to the talks, as reported by Vessey Echo: Harbour Trust/,
  );
});

everywhere("editor: close the page, come back another day", async (hand, page) => {
  await hand.press("button", "Save or copy");
  await hand.tick(/Keep this article/);
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === "onrecord"));
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForFunction(() => customElements.get("on-record"));
  await hand.press("button", /^Go on with/);
  await page.locator(".card[data-id=c6]").waitFor({ state: "attached" });
});

everywhere("teacher: two articles came in one paste: read the second alone", async (hand, page) => {
  await hand.press("button", "New article");
  await paste(page, `${STORY("Vessey")}\n\n${STORY("Ardvale")}`);
  await hand.press("button", /^“Ardvale council/);
  await page.waitForFunction(() => document.querySelector("on-record").text.startsWith("Ardvale"));
});

everywhere("editor: open a Word file with tracked changes", async (hand, page, phone) => {
  if (phone) await hand.press("button", "More");
  await hand.open("Open a file", { name: "pier.docx", mimeType: "", buffer: Buffer.from(DOCX) });
  await page.locator(".status", { hasText: "1 deletion left out" }).waitFor({ state: "attached" });
  assert.match(await page.evaluate(() => document.querySelector("on-record").text), /would be sold at auction in May/);
});

everywhere("reader: why is this a claim?", async (hand, page) => {
  await hand.write("searchbox", "Search", "at the table");
  await hand.unfold("Why?");
  assert.match(await card(page).locator("details[open]").innerText(), /In the article: “Trust director Bram Oke told”/);
});

everywhere("editor: this was somebody else's: put it right", async (hand, page) => {
  await hand.press("button", "Correct claim 4");
  await hand.choose("Speaker", "Ada Quill");
  await hand.press("button", "Change");
  assert.match(await page.locator(".voice-group", { hasText: "Ada Quill" }).innerText(), /2 claims/);
});

everywhere("reader: away with all marks, then all of them", async (hand, page, phone) => {
  if (phone) await hand.press("tab", "Article");
  const shown = () =>
    page
      .locator(".text mark")
      .evaluateAll((marks) => marks.filter((m) => getComputedStyle(m).getPropertyValue("--shown") === "1").length);
  await hand.press("button", "None");
  assert.equal(await shown(), 0);
  await hand.press("button", /^All$/);
  assert.ok((await shown()) > 20);
});

everywhere("teacher: print it, with the sources", async (hand, page) => {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".text").isVisible(), true);
  assert.match(await page.locator(".printed").innerText(), /Who says what[^]*Sources[^]*Share of voice/);
  assert.ok((await page.pdf()).length > 10_000);
});

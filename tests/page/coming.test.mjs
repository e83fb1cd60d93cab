// What comes in: Word and OpenDocument files with tracked changes, pastes from editors, teasers, two articles, threads.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { articlesIn, threadOf } from "../../www/several.js";
import { setAside } from "../../www/boilerplate.js";
import { closeAll, openPage, paste, SKIP } from "./browser.mjs";
import { DOCX, ODT, STORY } from "./documents.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 60_000 }, body);

const textOf = (page) => page.evaluate(() => document.querySelector("on-record").text);
const open = (page, name, bytes) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });

it("DOCX: deletions gone, insertions kept, bullets and notes apart, and the page says what was left out", async () => {
  const page = await openPage();
  await open(page, "pier.docx", DOCX);
  await page.locator(".text p", { hasText: "auction" }).waitFor();
  assert.equal(
    await textOf(page),
    "Pier stays\n\nThe mayor said the pier would be sold at auction in May.\n\nFirst, the berths.\n\nSecond, the crane.",
  );
  await page
    .locator(".status", { hasText: "1 deletion left out, insertions kept; 1 comment left out; 1 note set aside" })
    .waitFor();
  assert.match(await page.locator(".set-aside:not(.notes, .lost)").innerText(), /Council minutes, 4 March\. \(note\)/);
  assert.deepEqual(page.errors, []);
});

it("ODT the same; what is no document gets a sentence", async () => {
  const page = await openPage();
  await open(page, "pier.odt", ODT);
  await page.locator(".text p", { hasText: "auction" }).waitFor();
  assert.equal(
    await textOf(page),
    "Pier stays\n\nThe mayor said the pier would be sold at auction in May.\n\nFirst, the berths.",
  );
  await page.locator(".status", { hasText: "1 deletion left out" }).waitFor();
  await open(page, "noise.docx", Buffer.from("PK no zip"));
  await page.locator(".problem", { hasText: "No text was found in noise.docx" }).waitFor();
  const bomb = zipSync({ "content.xml": strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') });
  await open(page, "bomb.odt", bomb);
  await page.locator(".problem", { hasText: "No text was found in bomb.odt" }).waitFor();
});

it("a paste from Word or Google Docs keeps what was inserted and drops what was deleted", async () => {
  const page = await openPage();
  await page.locator(".input").evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "The mayor said the pier would be sold for scrapat auction.\nShe left.");
    clipboardData.setData(
      "text/html",
      '<p class="MsoNormal">The mayor said the pier would be sold <del>for scrap</del><ins>at auction</ins>.</p><p class="MsoNormal">She left.</p>',
    );
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  });
  await page.locator(".text p", { hasText: "She left" }).waitFor();
  assert.equal(await textOf(page), "The mayor said the pier would be sold at auction.\n\nShe left.");
});

it("posts of other sites in a page are set aside, and seen", async () => {
  const page = await openPage();
  const html = `<article><h1>Pier stays</h1><p>The mayor said no.</p><blockquote class="twitter-tweet"><p>Save our pier!</p>— Bram (@bram)</blockquote><p>She left.</p></article>`;
  await open(page, "page.html", Buffer.from(html));
  await page.locator(".text p", { hasText: "She left" }).waitFor();
  assert.equal(await textOf(page), "Pier stays\n\nThe mayor said no.\n\nShe left.");
  assert.match(await page.locator(".set-aside:not(.notes, .lost)").innerText(), /Save our pier! \(embedded post\)/);
});

it("two articles in one paste are noticed, and each can be read alone", async () => {
  const page = await openPage();
  await paste(page, `${STORY("Vessey")}\n\n${STORY("Ardvale")}`);
  await page.locator(".problem", { hasText: "2 articles" }).waitFor();
  await page.getByRole("button", { name: "“Ardvale council votes to keep the pier”" }).click();
  await page.waitForFunction(() => document.querySelector("on-record").text.startsWith("Ardvale"));
  await page.getByRole("button", { name: "All as one" }).click();
  await page.waitForFunction(() => document.querySelector("on-record").text.startsWith("Vessey"));
});

test("one article with subheadings, a quotation or a byline at its end is one article", () => {
  const paragraph = "The council voted on Tuesday to keep the old pier, which was built in 1884. ".repeat(6).trim();
  for (const text of [
    `Pier stays\n\n${paragraph}\n\nWhat happens next\n\n${paragraph}`,
    `Pier stays\n\n${paragraph}\n\n“We stay”\n\n${paragraph}`,
    `Pier stays\n\n${paragraph}\n\nBy Bram Oke`,
    `Pier stays\n\n${paragraph}\n\nReporting by Bram Oke in Vessey\n\nEditing by Ada Quill`,
  ]) {
    assert.equal(articlesIn(text).length, 1, text.slice(-60));
  }
  assert.equal(articlesIn(`${STORY("Vessey")}\n\n---\n\n${STORY("Ardvale")}`).length, 2);
  assert.equal(
    articlesIn(`${STORY("Vessey")}\n\nShips return to the harbour\n\nPORT VESSEY, March 4 (Wire) - ${paragraph}`)
      .length,
    2,
  );
});

test("a thread of posts has the name of its author before each; an article stays as it is", () => {
  const thread = "Ada Quill\n@quill\n·\nMar 4\nThe pier stays.\nAll of it.\n\nBram Oke @oke · 2h\nWe shall see.\n";
  assert.equal(threadOf(thread), "Ada Quill: The pier stays. All of it.\n\nBram Oke: We shall see.");
  const article = "Pier stays\n\nThe mayor said no.\n\nWrite to us: @vessey";
  assert.equal(threadOf(article), article);
});

test("teasers under “Read more” are set aside, the article after them is not", () => {
  const { text, aside } = setAside(
    "The mayor said no.\n\nRead more:\n\nShips return to the harbour\nTen years of the pier\n\nShe left on Tuesday.\n\nMore to come",
  );
  assert.equal(text, "The mayor said no.\n\nShe left on Tuesday.\n\nMore to come");
  assert.deepEqual(
    aside.map(({ words }) => words),
    ["Read more:", "Ships return to the harbour", "Ten years of the pier"],
  );
});

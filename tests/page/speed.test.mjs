// Work, counted: what no other program of the machine can change. How long it takes stands in tests/limits/.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ARTICLES } from "../wasm/bindings.mjs";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";
import { manyMarks } from "./many.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

test("there are 25,000 marks in 0.9 MB", () => {
  const { text, report } = manyMarks(REPORT.claims[0]);
  const lists = [report.claims, report.claims, report.quantities, report.times];
  const marks = [...lists, ...report.entities.map(({ mentions }) => mentions)].flat().length;
  assert.ok(marks >= 25_000 && text.length > 900_000, `${marks} marks, ${text.length} units`);
});

/** Runs in the page: the elements that a report needs, whenever they are made. */
async function elementsMade([text, report]) {
  let made = 0;
  const create = document.createElement;
  document.createElement = function (...how) {
    made++;
    return create.apply(this, how);
  };
  const element = document.querySelector("on-record");
  element.show(text, report);
  const article = element.shadowRoot.querySelector(".text");
  const whole = () => article.textContent.length >= text.length;
  while (!whole()) await new Promise(requestAnimationFrame);
  document.createElement = create;
  return made;
}

it("ten times the marks make ten times the elements", async () => {
  const page = await openPage();
  const made = (paragraphs) => page.evaluate(elementsMade, Object.values(manyMarks(REPORT.claims[0], paragraphs)));
  const [few, many] = [await made(500), await made(5_000)];
  console.log(`  ${few} elements for 500 paragraphs, ${many} for 5,000`);
  assert.ok(few > 2_500 && many < 10.5 * few, `${few}, then ${many}`);
});

it("a key at 1,000 words asks the engine once, and draws no more than showing does", async () => {
  const words = ARTICLES.map(({ text }) => text)
    .join("\n\n")
    .split(/(?<=\s)/);
  const page = await openPage();
  await page.evaluate((text) => document.querySelector("on-record").analyze(text), words.slice(0, 1_000).join(""));
  await page.getByRole("button", { name: "Edit text" }).click();
  const { asked, typed, shown } = await page.evaluate(type);
  console.log(`  ${typed} elements after a key, ${shown} for the same report shown afresh`);
  assert.equal(asked, 1);
  assert.ok(typed > 100 && typed <= 1.1 * shown, `${typed} elements after a key, ${shown} when shown`);
});

/** Runs in the page: a key until the marks are there, then the same report again. */
async function type() {
  const element = document.querySelector("on-record");
  const editor = element.shadowRoot.querySelector(".editor");
  const count = { made: 0, asked: 0 };
  const [create, post] = [document.createElement, Worker.prototype.postMessage];
  document.createElement = function (...how) {
    count.made++;
    return create.apply(this, how);
  };
  Worker.prototype.postMessage = function (...what) {
    count.asked++;
    return post.apply(this, what);
  };
  const reported = new Promise((done) => element.addEventListener("onrecord-report", done, { once: true }));
  editor.value += " ";
  editor.dispatchEvent(new Event("input"));
  await reported;
  const [typed, asked] = [count.made, count.asked];
  element.show(element.text, element.report);
  const shown = count.made - typed;
  document.createElement = create;
  Worker.prototype.postMessage = post;
  return { asked, typed, shown };
}

it("nothing moves after the first paint: while loading, while showing, while pointing", async () => {
  const page = await openPage();
  await page.evaluate(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
      type: "layout-shift",
      buffered: true,
    });
  });
  await page.waitForTimeout(200);
  await show(page, TEXT, REPORT);
  for (const id of ["c1", "c2", "c4"]) await page.locator(`.card[data-id=${id}]`).hover();
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
});

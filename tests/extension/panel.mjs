// The panel beside a page: what is selected here is marked there, and the other way round; corrections, files, what becomes
// of a page that changes or is left, and of pages that may not be entered.

import assert from "node:assert/strict";
import { asHtml, pageOf } from "../embed/pages.mjs";
import { ARTICLES } from "../wasm/bindings.mjs";
import { claimed, end, eventually, highlights, inAll, inEach, marked, panel, plain, read, says } from "./visit.mjs";

const page = (text) =>
  pageOf(`<main><article>${asHtml(text)}</article></main>`, {
    script: "",
    head: '<link rel="icon" href="data:,"><style>p { margin-bottom: 300px }</style>',
  });
const PAGE = page(ARTICLES[0].text);

/** Runs `body` on the panel's element. */
const element = (visit, body) => visit.inPanel(`() => (${body})(document.querySelector("on-record"))`);

inEach("a card leads to the words on the page, and words on the page to their card", PAGE, async (visit) => {
  const seen = await read(visit);
  const last = seen.report.claims.at(-1);
  await element(visit, (element) => {
    const { id } = element.report.claims.at(-1);
    element.shadowRoot.querySelector(`.item[data-id="${id}"] .head`).click();
  });
  const words = last.content.map(({ start, end }) => seen.text.slice(start, end));
  await eventually("selected", async () => plain(await marked(visit, "selected")) === plain(words));
  const top = await eventually("scrolled", () => visit.evaluate(() => scrollY));
  assert.ok(top > 500);
  await visit.evaluate(() => scrollTo(0, 0));
  const box = await visit.evaluate(() => {
    const marks = [...CSS.highlights].find(([name]) => name.endsWith("-claim"))[1];
    const range = new Range();
    const [first] = [...marks].sort((a, b) => a.startContainer.compareDocumentPosition(b.startContainer) & 2 || -1);
    range.setStart(first.startContainer, first.startOffset);
    range.setEnd(first.endContainer, first.endOffset);
    const { x, y } = range.getClientRects()[0];
    return { x, y };
  });
  await visit.page.mouse.click(box.x + 6, box.y + 6);
  await eventually("its card", () =>
    element(visit, (element) => element.shadowRoot.querySelector(".item.selected")?.dataset.id === "c1"),
  );
  await visit.evaluate(() => document.querySelector("p:last-of-type").click());
  assert.equal(await element(visit, (element) => element.shadowRoot.querySelector(".item.selected").dataset.id), "c1");
});

inEach(
  "the page's marks follow the view, its filters, corrections and undo; every file can be saved",
  PAGE,
  async (visit) => {
    const { report } = await read(visit);
    await element(visit, (element) => element.shadowRoot.querySelector("#tab-figures").click());
    await eventually("numbers", async () => (await marked(visit, "number")).length > 0);
    assert.deepEqual(await marked(visit), []);
    await element(visit, (element) => element.shadowRoot.querySelector("#tab-unattributed").click());
    await eventually("what nobody says", async () => (await marked(visit, "unattributed")).length > 0);
    await element(visit, (element) => element.shadowRoot.querySelector("#tab-claims").click());
    await eventually("claims", async () => (await marked(visit)).length > 0);
    const before = plain(await marked(visit));
    const press = (visit, key, how = {}) =>
      visit.inPanel(
        (key, how) => document.querySelector("on-record").press(new KeyboardEvent("keydown", { key, ...how })),
        key,
        how,
      );
    await element(visit, (element) => element.select("c1"));
    await press(visit, "x");
    await eventually("one less", async () => plain(await marked(visit)).length < before.length);
    assert.equal((await panel(visit)).report.claims.length, report.claims.length - 1);
    await press(visit, "z", { ctrlKey: true });
    await eventually("as before", async () => plain(await marked(visit)) === before);
    const files = await element(visit, async (element) => {
      const sizes = {};
      for (const { dataset } of element.shadowRoot.querySelectorAll("[data-save]")) {
        sizes[dataset.save] = (await element.export(dataset.save)).length;
      }
      return sizes;
    });
    assert.ok(Object.keys(files).length >= 9, JSON.stringify(files));
    for (const [name, size] of Object.entries(files)) assert.ok(size > 100, name);
  },
);

inEach("an article that changes is read again, with its corrections", PAGE, async (visit) => {
  await read(visit);
  await element(visit, (element) => element.select("c1"));
  await visit.inPanel(() => document.querySelector("on-record").press(new KeyboardEvent("keydown", { key: "x" })));
  await visit.evaluate(() => {
    const more = document.createElement("p");
    more.textContent = "The harbour master, Ida Brandt, said on Friday that the last crane had fallen.";
    document.querySelector("article").append(more);
  });
  const seen = await says(visit, "followed");
  assert.match(seen.text, /the last crane had fallen\.$/);
  const { corrections } = JSON.parse(await element(visit, (element) => element.export("json")));
  assert.equal(corrections.length, 1);
  await eventually("marks", async () => plain(await marked(visit)) === plain(claimed(seen)));
  await visit.evaluate(() => {
    const other = document.createElement("article");
    for (let i = 0; i < 9; i++) {
      const p = document.createElement("p");
      p.textContent = `The mayor said on Monday that pier number ${i} would be closed for the winter, and others too.`;
      other.append(p);
    }
    document.querySelector("article").replaceWith(other);
  });
  await says(visit, "another");
  assert.equal((await panel(visit)).text, seen.text, "who corrected is asked");
  await visit.inPanel(() => document.querySelector(".again").click());
  await eventually("asked", () =>
    element(visit, (element) => element.shadowRoot.querySelector(".leaving[open]") !== null),
  );
  await element(visit, (element) => element.shadowRoot.querySelectorAll(".leaving button")[1].click());
  await eventually("the other", async () => (await panel(visit)).report?.claims.length === 9);
});

inEach("an article that never rests is said to change; the marks stand on no other words", PAGE, async (visit) => {
  await read(visit);
  await visit.evaluate(() => {
    let n = 0;
    globalThis.ticking = setInterval(() => {
      const text = document.querySelector("article p:nth-of-type(3)").firstChild;
      text.data = `${n++} minutes ago, ${text.data.replace(/^\d+ minutes ago, /, "")}`;
    }, 60);
  });
  await says(visit, "followed");
  for (let i = 0; i < 10; i++) {
    const { text } = await panel(visit);
    for (const words of await marked(visit))
      assert.ok(text.replace(/\d+ min/, "").includes(words.replace(/^\d+ min/, "")), words);
  }
  await visit.evaluate(() => clearInterval(globalThis.ticking));
});

inEach(
  "a page that is left is said to be; pressed again, the new one is read; then nothing is left",
  PAGE,
  async (visit, running) => {
    const seen = await read(visit);
    await visit.page.goto(running.world.put(page(ARTICLES[1].text), { host: "other.example" }));
    const left = await says(visit, "left");
    assert.equal(left.text, seen.text);
    await visit.press();
    const next = await eventually("the new page", async () => {
      const next = await panel(visit);
      return next.said === "marked" && next.text !== seen.text && next.report && next;
    });
    await eventually("marks", async () => plain(await marked(visit)) === plain(claimed(next)));
    assert.equal(await running.workers(), 1);
    await end(visit);
    await eventually("no worker is left", async () => (await running.workers()) === 0);
  },
);

inEach("what is selected is read, and marked where it stands", PAGE, async (visit, running) => {
  await read(visit);
  const words = await visit.evaluate(() => {
    const paragraphs = document.querySelectorAll("article p");
    const range = document.createRange();
    range.setStart(paragraphs[1].firstChild, 0);
    range.setEnd(paragraphs[2].firstChild, paragraphs[2].firstChild.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    paragraphs[1].scrollIntoView();
    return [paragraphs[1].textContent, paragraphs[2].textContent].join("\n\n");
  });
  await running.readSelection(visit, words);
  const seen = await eventually("the selection", async () => {
    const seen = await panel(visit);
    return seen.text === words && seen.report?.length === words.length && seen;
  });
  await eventually("marks", async () => plain(await marked(visit)) === plain(claimed(seen)));
});

inEach(
  "a page without an article gets a sentence, and the panel takes words all the same",
  pageOf("<p>Hello.</p>", { script: "" }),
  async (visit) => {
    await visit.press();
    await says(visit, "none");
    await element(visit, (element) => element.analyze("The mayor said that the pier would stay."));
    assert.equal((await panel(visit)).report.claims.length, 1);
    assert.equal(await highlights(visit), 0);
  },
);

/** Pages that browsers keep to themselves. */
const FORBIDDEN = { Chromium: "chrome://version/", Firefox: "about:license" };

inAll("a page of the browser's own may not be entered, which is said", async (browser) => {
  const visit = await (await browser.started()).open(FORBIDDEN[browser.name]);
  await visit.press();
  await says(visit, "forbidden");
  await visit.close();
});

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

inAll("a PDF file is none, which is said; the second click closes the panel all the same", async (browser) => {
  const running = await browser.started();
  const visit = await running.open(running.world.put(PDF, { headers: { "Content-Type": "application/pdf" } }));
  await visit.press();
  await says(visit, "forbidden");
  await visit.press();
  await eventually("closed", async () => !(await visit.panelIsOpen()));
  await visit.close();
});

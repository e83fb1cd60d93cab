// Hostile words by every way in: nothing runs, nothing is asked for, nothing of theirs becomes an element.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeAll, openPage, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";
import { HOSTILE } from "./hostile.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

test("there are at least 300 hostile strings, no two the same", () => {
  assert.ok(new Set(HOSTILE).size >= 300, String(new Set(HOSTILE).size));
});

/** A page that counts what hostile words do. */
async function guarded() {
  const page = await openPage();
  const seen = { dialogs: [], requests: [] };
  page.on("dialog", (dialog) => seen.dialogs.push(dialog.message()) && dialog.dismiss());
  watch(page, seen);
  await page.evaluate(() => {
    globalThis.hits = 0;
    globalThis.hit = () => globalThis.hits++;
  });
  return { page, seen };
}

/**
 * Notes what is asked for. A worker that takes the place of a busy one is read from memory.
 * @param {any} page @param {{ requests: string[] }} seen
 */
function watch(page, seen) {
  page.on("request", (request) => request.url().startsWith("blob:") || seen.requests.push(request.url()));
}

/** @param {{ page: any, seen: { dialogs: string[], requests: string[] } }} guarded */
async function nothingHappened({ page, seen }) {
  assert.equal(await page.evaluate(() => globalThis.hits), 0, "something ran");
  assert.deepEqual(seen, { dialogs: [], requests: [] });
}

/** Elements and attributes that the page itself never makes. */
const FOREIGN = `script, style, iframe, object, embed, img, link, meta, base, audio, video, source, math, foreignObject,
  use, animate, noscript, template, xmp, custom-thing, mglyph, [style*=url], [srcdoc], [formaction], [autofocus]`;

/** Gives the page each string by one way in, and answers the foreign elements and attributes found after each. */
function feed(page, way) {
  return page.evaluate(
    async ([way, strings, foreign, text, report]) => {
      const element = document.querySelector("on-record");
      const root = element.shadowRoot;
      const drop = (name, content, type = "") => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], name, { type }));
        element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        return new Promise((resolve) => setTimeout(resolve, 8));
      };
      const saved = (x) => {
        const [first, ...others] = report.entities;
        const entities = [
          { ...first, name: x, country: x, roles: [{ start: 0, end: 1, text: x, of: "e2" }] },
          ...others,
        ];
        const claims = report.claims.map((claim) => ({ ...claim, rule: x, lemma: x }));
        const quantities = report.quantities.map((quantity) => ({ ...quantity, unit: x, rule: x }));
        const times = report.times.map((time) => ({ ...time, value: x, rule: x }));
        const corrections = [
          { op: "rename", target: "e3", value: x },
          { op: "speaker", target: "c4", value: `=${x}` },
          { op: x, target: "e1", value: x },
        ];
        return JSON.stringify({ ...report, engine: x, entities, claims, quantities, times, corrections, text });
      };
      const ways = {
        text: (x) => element.analyze(x),
        html: (x) => drop("x.html", `<article><p>The mayor said no.</p><p>${x}</p></article>`, "text/html"),
        name: (x) => drop(`${x}.pdf`, "x"),
        json: (x) => drop("x.json", saved(x)),
      };
      const found = [];
      for (const string of strings) {
        await ways[way](string);
        const tabs = way === "json" ? root.querySelectorAll(".tab") : [];
        for (const tab of tabs) tab.click();
        const bad = [...root.querySelectorAll(foreign)].map(({ outerHTML }) => outerHTML);
        for (const { attributes } of root.querySelectorAll("*")) {
          for (const { name, value } of attributes) {
            const runs = /^(href|src|action|xlink:href)$/.test(name) && /^\s*(javascript|data):/i.test(value);
            if (/^on/.test(name) || runs) bad.push(`${name}=${value}`);
          }
        }
        if (bad.length > 0) found.push([string, bad.slice(0, 2)]);
      }
      return found;
    },
    [way, HOSTILE, FOREIGN, TEXT, REPORT],
  );
}

for (const [way, name] of Object.entries({
  text: "as text",
  html: "as HTML",
  name: "as a file's name",
  json: "as names, roles, units, rules and corrections of a saved report",
})) {
  it(`hostile words ${name}: nothing runs, nothing leaves, nothing is built`, async () => {
    const context = await guarded();
    assert.deepEqual(await feed(context.page, way), []);
    await nothingHappened(context);
    const refused = /inline event handler|inline script|Content Security Policy/;
    assert.deepEqual(
      context.page.errors.filter((error) => !refused.test(error)),
      [],
    );
  });
}

it("saved HTML, Markdown and tables of hostile words, opened without any policy: nothing runs", async () => {
  const { page, seen } = await guarded();
  const saved = await page.evaluate(
    async ([strings, report]) => {
      const element = document.querySelector("on-record");
      const pages = [];
      for (const text of strings) {
        const all = { start: 0, end: text.length };
        const claims = [
          { ...report.claims[0], id: "c1", content: [all], source: all, speakers: ["e1"], evidence: [all] },
        ];
        const entities = [{ ...report.entities[0], name: text, mentions: [], roles: [] }];
        const empty = { quantities: [], times: [], checks: [], unattributed: [all] };
        const lists = { entities, claims, paragraphs: [all], sentences: [all] };
        element.show(text, { ...report, ...empty, ...lists, engine: text, length: text.length });
        pages.push(await element.export("html"));
      }
      return pages;
    },
    [HOSTILE, REPORT],
  );
  assert.equal(saved.length, HOSTILE.length);
  const context = await page.context().browser().newContext({ bypassCSP: true });
  const bare = await context.newPage();
  bare.on("dialog", (dialog) => seen.dialogs.push(dialog.message()) && dialog.dismiss());
  watch(bare, seen);
  await bare.addInitScript(() => {
    globalThis.hits = 0;
    globalThis.hit = () => globalThis.hits++;
  });
  await bare.goto("about:blank");
  for (const html of saved) {
    const { hits, foreign } = await bare.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
      const bad = document.querySelectorAll(
        "script, img, svg, iframe, math, form, object, embed, link, base, body style",
      );
      return { hits: globalThis.hits ?? 0, foreign: [...bad].map(({ outerHTML }) => outerHTML) };
    }, html);
    assert.deepEqual({ hits, foreign }, { hits: 0, foreign: [] });
  }
  assert.deepEqual(seen, { dialogs: [], requests: [] });
  await context.close();
});

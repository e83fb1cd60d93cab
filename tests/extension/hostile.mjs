// A hostile page learns nothing of the panel and stops nothing: attempts, and no effect.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asHtml } from "../embed/pages.mjs";
import { ARTICLES } from "../wasm/bindings.mjs";
import { GROUPS } from "./attempts.mjs";
import { claimed, end, eventually, inEach, marked, panel, plain, read, requests } from "./visit.mjs";

const PAGE = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
const [{ text }] = ARTICLES;

test("at least forty attempts", () => {
  const attempts = GROUPS.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(attempts >= 40, `${attempts}`);
});

for (const [name, size, around] of GROUPS) {
  inEach(`${size} attempts: ${name}`, PAGE(around(`<article>${asHtml(text)}</article>`)), async (visit, running) => {
    await read(visit);
    const seen = await eventually("the article", async () => {
      const seen = await panel(visit);
      return squeezed(seen.text) === squeezed(text) && seen.report && seen;
    });
    await eventually("the right marks", async () => plain(await marked(visit)) === plain(claimed(seen)));
    await eventually("their colour", async () => (await colourOf(visit)) === PAPER);
    const selected = await visit.inPanel(() =>
      document.querySelector("on-record").shadowRoot.querySelector(".item.selected"),
    );
    assert.equal(selected, null, "no click of theirs selected anything");
    assert.deepEqual(await learntIn(visit), [], "nothing was learnt");
    await end(visit);
    assert.deepEqual(await learntIn(visit), []);
    assert.deepEqual(
      requests(running).filter((url) => !url.startsWith("http://onrecord")),
      [],
    );
  });
}

/** What a claim is marked with in a page whose text is dark. */
const PAPER = "rgb(253, 243, 207)";

/** As the browser computes it, whatever the page's styles say. */
function colourOf(visit) {
  return visit.page
    .mainFrame()
    .isolatedRealm()
    .evaluate(() => {
      let name;
      CSS.highlights.forEach((_, key) => key.endsWith("-claim") && (name = key));
      const p = document.getElementsByTagName("article")[0].getElementsByTagName("p")[3];
      return getComputedStyle(p, `::highlight(${name})`).backgroundColor;
    });
}

const squeezed = (words) => words.replace(/\s+/g, " ").trim();

/** What the page's own scripts found out: asked in their world, without their built-ins. */
function learntIn(visit) {
  return visit.evaluate(() => {
    const found = [];
    globalThis.learnt.forEach((what) => (found[found.length] = what));
    return found;
  });
}

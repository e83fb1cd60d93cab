// The article of a page is found, its words are those of the article, and the marks stand on the words that the report means.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, SKIP } from "../page/browser.mjs";
import { ARTICLES } from "../wasm/bindings.mjs";
import { agreement } from "./agreement.mjs";
import { LAYOUTS } from "./layouts.mjs";
import { hostPages, pageOf } from "./pages.mjs";

const LEAST = 0.98;
const host = await hostPages();
const browser = SKIP ? undefined : await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
after(async () => {
  await browser?.close();
  await host.close();
});

const escape = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const articles = ARTICLES.map(({ text }) => {
  const [headline, ...paragraphs] = text.trim().split(/\s*\n\s*/);
  return { headline, paragraphs };
});

LAYOUTS.forEach(({ name, page: layout, selector, head, published, headline: inside = true }, i) => {
  test(name, { skip: SKIP, timeout: 600_000 }, async () => {
    const page = await browser.newPage();
    for (const article of [articles[i % articles.length], articles[(i + 1) % articles.length]]) {
      const safe = { headline: escape(article.headline), paragraphs: article.paragraphs.map(escape) };
      const element = `<on-record loading="eager" mode="inline" ${selector ? `for="${selector}"` : ""}></on-record>`;
      await page.goto(host.put(pageOf(layout(safe) + element, { head })));
      const { text, report, marked, state } = await page.evaluate(async () => {
        const element = document.querySelector("on-record");
        await customElements.whenDefined("on-record");
        await element.ready;
        const words = (r) => r.startContainer.data.slice(r.startOffset, r.endOffset);
        const marked = [...(CSS.highlights.get("onrecord-claim") ?? [])].map(words);
        return { text: element.text, report: element.report, marked, state: element.state };
      });
      assert.equal(state, "ready");
      if (published) assert.equal(report.published?.slice(0, 10), published, "the day that the page says");
      const expected = [...(inside ? [article.headline] : []), ...article.paragraphs].join("\n");
      const share = agreement(text, expected);
      assert.ok(share >= LEAST, `${(100 * share).toFixed(1)} % of words: ${text.slice(0, 300)} … ${text.slice(-300)}`);
      const meant = report.claims.flatMap(({ content }) => content.map(({ start, end }) => text.slice(start, end)));
      assert.deepEqual(plain(marked.join("")), plain(meant.join("")), "the marks are on the words that are meant");
      assert.ok(marked.length > 5);
    }
    await page.close();
  });
});

/** Stretches come in any order of nodes: what counts is which characters are marked. */
const plain = (text) => [...text.replace(/\s+/g, "")].sort().join("");

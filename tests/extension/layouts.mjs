// On other people's pages the extension finds the article, marks the right words, and takes all away with the second click;
// it asks nothing of any server, and changes nothing in the page.

import assert from "node:assert/strict";
import { LAYOUTS } from "../embed/layouts.mjs";
import { pageOf } from "../embed/pages.mjs";
import { ARTICLES } from "../wasm/bindings.mjs";
import { agreement } from "../embed/agreement.mjs";
import { ADVERSE } from "./adverse.mjs";
import { claimed, end, inEach, marked, plain, read, requests } from "./visit.mjs";

const LEAST = 0.98;
const escape = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const articles = ARTICLES.map(({ text }) => {
  const [headline, ...paragraphs] = text.trim().split(/\s*\n\s*/);
  return { headline, paragraphs };
});

[...LAYOUTS, ...ADVERSE].forEach(
  ({ name, page: layout, head = "", headers, published, headline: inside = true }, i) => {
    const article = articles[i % articles.length];
    const safe = { headline: escape(article.headline), paragraphs: article.paragraphs.map(escape) };
    const html = pageOf(layout(safe), { head: `<link rel="icon" href="data:,">${head}`, script: "" });
    const body = async (visit, running) => {
      const before = await visit.evaluate(look);
      const seen = await read(visit);
      if (published) assert.equal(seen.report.published?.slice(0, 10), published, "the day that the page says");
      const expected = [...(inside ? [article.headline] : []), ...article.paragraphs].join("\n");
      const share = agreement(seen.text, expected);
      assert.ok(share >= LEAST, `${(100 * share).toFixed(1)} % of words: ${seen.text.slice(0, 300)}`);
      assert.ok(seen.report.claims.length > 5);
      assert.equal(plain(await marked(visit)), plain(claimed(seen)), "the marks are on the words that are meant");
      assert.deepEqual(await visit.evaluate(look), before, "the page is as it was");
      await end(visit);
      assert.deepEqual(await visit.evaluate(look), before, "the page is as it was");
      assert.deepEqual(requests(running), [], "nothing was asked for");
    };
    inEach(name, html, body, { headers });
  },
);

/** All that a script of the page can see of its own document. */
function look() {
  return [document.documentElement.outerHTML, document.styleSheets.length, document.adoptedStyleSheets.length];
}

// Ghost: the HTML card through Ghost's own renderer, the code injection, in a page as its themes make it.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, describe, test } from "node:test";
import { ROOT } from "../../scripts/root.mjs";
import { snippet } from "./snippets.mjs";
import { claimsOf, closeBrowser, HTML, NO_BROWSER, noPackages, visit, workplace } from "./site.mjs";

/** As Ghost itself loads them: their other form asks more of Node. */
const require = createRequire(import.meta.url);
const SKIP = NO_BROWSER || noPackages();

describe("Ghost", { skip: SKIP }, () => {
  after(closeBrowser);
  const place = workplace("ghost", "my-theme", { "assets/.keep": "" });
  place.sh(snippet("ghost.md", "sh", "my-theme"));
  const header = snippet("ghost.md", "html", "<script");

  test("a card in the post", async () => {
    const card = snippet("ghost.md", "html", "<on-record");
    const post = await render([card]);
    assert.ok(post.includes(card.trim()), `the renderer takes nothing away: ${post}`);
    writeFileSync(`${place.site}/card.html`, themed(header, post, ""));
    await visit(place.site, "card.html", claimsOf);
  });

  test("under every post, by code injection", async () => {
    const footer = readFileSync(`${ROOT}/integrations/ghost/every-post.html`, "utf8");
    writeFileSync(`${place.site}/every.html`, themed(header, await render([]), footer));
    await visit(place.site, "every.html", async (page) => {
      await claimsOf(page);
      const before = await page.evaluate(() => document.querySelector("on-record")?.previousElementSibling?.className);
      assert.match(String(before), /gh-content/);
    });
  });
});

/** A post as Ghost's editor stores it, as Ghost shows it. */
function render(cards) {
  const { LexicalHTMLRenderer } = require("@tryghost/kg-lexical-html-renderer");
  const { DEFAULT_NODES } = require("@tryghost/kg-default-nodes");
  const children = [HTML, ...cards].map((html) => ({ type: "html", version: 1, html }));
  const lexical = { root: { children, type: "root", version: 1, direction: null, format: "", indent: 0 } };
  const renderer = new LexicalHTMLRenderer({ nodes: DEFAULT_NODES });
  return renderer.render(JSON.stringify(lexical));
}

function themed(header, post, footer) {
  return `<!doctype html><html><head><meta charset="utf-8">${header}</head>
<body class="post-template"><nav>The menu said: “Nothing.”</nav><main><article>
<section class="gh-content">${post}</section></article></main><footer>“No,” the footer said.</footer>${footer}</body></html>`;
}

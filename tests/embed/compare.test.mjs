// `compare="#transcript"`: the article's quotations beside a text of the page.

import assert from "node:assert/strict";
import { asHtml, pageOf } from "./pages.mjs";
import { highlights, onPage, ready, wordsOf } from "./visit.mjs";

const ARTICLE = `Harbour talks collapse

“We will sell the old pier before the winter comes,” Mayor Ada Quill said.

“It has cost this city 16 million crowns in nine long years,” Quill added.`;

const SOURCE = `MAYOR QUILL: We will not sell the old pier before the winter comes. It has cost this city 16 million crowns in nine long years.`;

const STORY = `<article id="story">${asHtml(ARTICLE)}</article>`;
const element = (rest) => `<on-record for="#story" mode="panel" loading="eager" ${rest}></on-record>`;

onPage(
  "the panel has the sentence and the list, the article has the marks, and the page stays as it was",
  pageOf(`${STORY}<script type="text/plain" id="transcript">${SOURCE}</script>${element('compare="#transcript"')}`),
  async (page) => {
    assert.equal(await ready(page), "ready");
    const sentence = page.locator(".compared > .warning");
    assert.equal(
      await sentence.innerText(),
      "1 of 2 quotations is word for word; 1 differs: “will not” became “will”.",
    );
    assert.match((await wordsOf(page, "onrecord-altered")).join(""), /We will sell the old pier/);
    assert.match((await wordsOf(page, "onrecord-verbatim")).join(""), /16 million crowns/);
    await page.locator(".compared summary").click();
    assert.match(
      await page.locator('.compared [data-id="x1"]').innerText(),
      /altered[\s\S]*Negation: “not” was left out/,
    );
    await page.locator('.compared [data-id="x1"] button').click();
    assert.match((await wordsOf(page, "onrecord-selected")).join(""), /We will sell/);
    const { mode, quotations } = await page.evaluate(() => document.querySelector("on-record").comparison);
    assert.deepEqual([mode, quotations.map(({ verdict }) => verdict)], ["source", ["altered", "verbatim"]]);
    assert.ok((await page.locator(".claim").count()) > 0, "the lists are there as well");
    await page.evaluate(() => document.querySelector("on-record").removeAttribute("compare"));
    await page.waitForFunction(() => document.querySelector("on-record").state === "ready");
    await page.locator(".compared").waitFor({ state: "detached" });
    assert.equal((await highlights(page))["onrecord-altered"], undefined);
  },
);

onPage(
  "in German, against an element of the page; one that is not there is an error",
  pageOf(
    `${STORY}<section id="speech"><p>${SOURCE}</p></section>${element('lang="de" compare="#speech"')}${element('compare="#nowhere"')}`,
  ),
  async (page) => {
    assert.equal(await ready(page), "ready");
    const sentence = page.locator("on-record").first().locator(".compared > .warning");
    assert.match(
      await sentence.innerText(),
      /^1 von 2 Zitaten sind wörtlich; 1 verändert: aus „will not“ wurde „will“\.$/,
    );
    assert.equal(await ready(page, 1), "error");
  },
);

onPage(
  "two versions",
  pageOf(
    `${STORY}<template id="later">${asHtml(ARTICLE.replace("16 million", "17 million"))}</template>${element('compare="#later" compare-mode="versions"')}`,
  ),
  async (page) => {
    assert.equal(await ready(page), "ready");
    assert.match(await page.locator(".compared > .warning").innerText(), /“16 million.*” became “17 million/);
  },
);

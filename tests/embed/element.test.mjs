// `<on-record>` in a page of somebody else: what it shows, and what it leaves alone.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { SKIP } from "../page/browser.mjs";
import { REPORT, TEXT } from "../page/fixture.mjs";
import { REPORTS } from "../page/hostile-reports.mjs";
import { asHtml, NPM, pageOf } from "./pages.mjs";
import { ARTICLE, browser, highlights, host, onPage, ready, wordsOf } from "./visit.mjs";

onPage(
  "before a click: one request, no worker, nothing marked; after it: the panel, the marks, and the page as it was",
  pageOf(`<article id="story">${ARTICLE}</article><on-record for="#story"></on-record>`),
  async (page) => {
    assert.deepEqual(
      host.requests.filter((path) => path.startsWith("/lib/")),
      ["/lib/onrecord.js"],
    );
    assert.equal(page.workers().length, 0);
    const before = await page.locator("#story").evaluate((story) => story.outerHTML);
    await page.getByRole("button", { name: "Who says what?" }).click();
    assert.equal(await ready(page), "ready");
    assert.equal(page.workers().length, 1);
    assert.ok((await page.locator(".claim").count()) > 10);
    const marks = await highlights(page);
    assert.ok(marks["onrecord-claim"] > 10 && marks["onrecord-source"] > 10, JSON.stringify(marks));
    assert.equal(await page.locator("#story").evaluate((story) => story.outerHTML), before);
    const report = await page.evaluate(() => document.querySelector("on-record").report);
    const text = await page.evaluate(() => document.querySelector("on-record").text);
    const [claim] = report.claims;
    assert.ok(
      (await wordsOf(page, "onrecord-claim"))
        .join(" ")
        .includes(text.slice(claim.content[0].start, claim.content[0].end)),
    );
    await page.getByRole("button", { name: "Who says what?" }).click();
    assert.deepEqual(await highlights(page), {});
  },
);

const FROZEN = JSON.stringify({ ...REPORT, text: TEXT }).replaceAll("<", "\\u003c");
onPage(
  "a frozen report is shown and marked without WebAssembly or worker",
  pageOf(`<article id="story">${asHtml(TEXT)}</article><on-record for="#story" mode="panel" loading="eager" report="#frozen" kinds="claim person"></on-record>
    <script type="application/json" id="frozen">${FROZEN}</script>`),
  async (page) => {
    assert.equal(await ready(page), "ready");
    assert.equal(page.workers().length, 0);
    assert.ok(!host.requests.some((path) => path.endsWith(".wasm")));
    assert.deepEqual(await page.locator(".claim .who").allInnerTexts(), [
      "1 Ada Quill",
      "2 Vessey Echo",
      "3 Two people close to the talks",
      "4 Bram Oke",
      "5 Bram Oke",
      "6 Bram Oke",
    ]);
    assert.match(await page.locator(".message").innerText(), /Reviewed by the editors/);
    assert.match(await page.locator("footer").innerText(), /Nothing was analysed/);
    assert.ok((await wordsOf(page, "onrecord-person")).includes("Ada Quill"));
  },
);

onPage(
  "speaks the language of the page, or the one that it is told to, at any time; a frozen report too",
  pageOf(
    `<div lang="de-AT"><article id="story">${asHtml(TEXT)}</article><on-record for="#story"></on-record></div>
     <on-record for="#story" lang="de" mode="panel" loading="eager" report="#frozen"></on-record>
     <on-record for="#nowhere" lang="de" mode="panel" loading="eager"></on-record>
     <on-record lang="de" mode="paste" loading="eager"></on-record>
     <on-record for="#story" lang="fr"></on-record>
    <script type="application/json" id="frozen">${FROZEN}</script>`,
  ),
  async (page) => {
    const [own, frozen, failed, paste, other] = await page.locator("on-record").all();
    assert.equal(await ready(page, 1), "ready");
    assert.match(await frozen.locator(".message").innerText(), /Von der Redaktion geprüft/);
    assert.match(await frozen.locator(".how").first().innerText(), /Sinngemäß|wörtlich|Namentlich/i);
    assert.deepEqual(await frozen.getByRole("tab").allInnerTexts(), [
      "Aussagen",
      "Namen",
      "Zahlen & Zeiten",
      "Ohne Quelle",
    ]);
    assert.ok(!host.requests.some((path) => /\/en-\w+\.js$/.test(path)), "no words that are not spoken");
    assert.match(await failed.locator(".message").innerText(), /kein Artikel gefunden/);
    await paste.getByRole("button", { name: "Zeigen, wer was sagt" }).waitFor();
    await own.getByRole("button", { name: "Wer sagt was?" }).click();
    await own.locator(".claim").first().waitFor();
    assert.match(await own.locator("footer").innerText(), /OnRecord sendet den Text nirgendwohin/);
    await own.evaluate((element) => element.setAttribute("lang", "en"));
    await own.locator("footer", { hasText: "not sent anywhere" }).waitFor();
    assert.equal(await own.locator(".shell").getAttribute("lang"), "en");
    assert.equal(await other.getByRole("button").innerText(), "Who says what?");
  },
);

onPage(
  "an article that changed since its report was frozen is not marked, and says so",
  pageOf(`<article id="story">${asHtml(TEXT.replace("Tuesday", "Monday"))}</article><on-record for="#story" mode="panel" loading="eager" report="#frozen"></on-record>
    <script type="application/json" id="frozen">${FROZEN}</script>`),
  async (page) => {
    await ready(page);
    assert.match(await page.locator(".message").innerText(), /has changed/);
    assert.deepEqual(await highlights(page), {});
    assert.equal(await page.locator(".claim").count(), 6);
  },
);

onPage(
  "date and outlet come from the page; attributes win; events say what happens",
  pageOf(
    `<article id="story"><p>The mayor said on Tuesday that the pier would stay.</p></article><on-record for="#story"></on-record>`,
    {
      head: '<meta property="article:published_time" content="2025-03-06T10:00:00Z"><meta property="og:site_name" content="The Vessey Echo">',
    },
  ),
  async (page) => {
    const seen = await page.evaluate(async () => {
      const element = document.querySelector("on-record");
      const seen = [];
      for (const name of ["ready", "start", "progress", "report", "select", "export", "error"])
        document.addEventListener(`onrecord-${name}`, (event) =>
          seen.push(event.type + (event.composed && event.bubbles ? "" : "!")),
        );
      const report = await element.analyze();
      element.select("c1");
      const csv = await element.export("claims");
      element.setAttribute("published", "2025-03-13");
      await new Promise((done) => element.addEventListener("onrecord-report", done, { once: true }));
      return { seen: [...new Set(seen)], first: report.times[0].value, then: element.report.times[0].value, csv };
    });
    assert.deepEqual([seen.first, seen.then], ["2025-03-04", "2025-03-11"]);
    assert.deepEqual(seen.seen.sort(), [
      "onrecord-export",
      "onrecord-progress",
      "onrecord-ready",
      "onrecord-report",
      "onrecord-select",
      "onrecord-start",
    ]);
    assert.match(seen.csv, /the pier would stay/);
  },
);

onPage(
  "an article that changes is read again; one that is removed takes its marks along; no article is said",
  pageOf(
    `<article id="story"><p>The mayor said that the pier would stay.</p></article><on-record for="#story" mode="inline" loading="eager"></on-record>`,
  ),
  async (page) => {
    await ready(page);
    assert.equal(await page.locator(".panel").isVisible(), false);
    assert.deepEqual(await wordsOf(page, "onrecord-claim"), ["the pier would stay"]);
    await page.evaluate(() =>
      document.querySelector("#story").insertAdjacentHTML("beforeend", "<p>The Trust said that it would sue.</p>"),
    );
    await page.waitForFunction(() => CSS.highlights.get("onrecord-claim")?.size === 2);
    await page.evaluate(() => document.querySelector("on-record").setAttribute("for", "#nowhere"));
    await page.locator(".message", { hasText: 'for="#article"' }).waitFor();
    assert.deepEqual(await highlights(page), {});
    await page.evaluate(() => document.querySelector("on-record").setAttribute("for", "#story"));
    await page.waitForFunction(() => CSS.highlights.get("onrecord-claim")?.size === 2);
    await page.evaluate(() => document.querySelector("on-record").remove());
    assert.deepEqual(await highlights(page), {});
  },
);

onPage(
  "many elements share one worker, a script loaded twice does no harm, own text will do, and max-chars is kept",
  pageOf(
    `<on-record loading="eager" mode="panel">The mayor said that the pier would stay.</on-record>
     <on-record loading="eager" mode="panel">The Trust said that it would sue.</on-record>
     <on-record loading="eager" mode="panel" max-chars="5">Too long.</on-record>
     <script src="/lib/onrecord.js" defer></script><script type="module" src="/lib/element.js"></script>`,
  ),
  async (page) => {
    assert.deepEqual([await ready(page, 0), await ready(page, 1), await ready(page, 2)], ["ready", "ready", "error"]);
    assert.equal(page.workers().length, 1);
    assert.deepEqual((await wordsOf(page, "onrecord-claim")).sort(), ["it would sue", "the pier would stay"]);
    await page.evaluate(() => document.querySelector("on-record").remove());
    assert.deepEqual(await wordsOf(page, "onrecord-claim"), ["it would sue"]);
  },
);

onPage(
  "parts of the page's own: slots, states and parts; what stands there without scripts is no article",
  pageOf(
    `<style>on-record:state(ready)::part(panel) { outline: 3px solid rgb(1, 2, 3) }</style>
     <article><p>The mayor said that the pier would stay.</p></article>
     <on-record views="claims figures"><span slot="title">Who said it?</span><em slot="empty">Nobody counted.</em>
       <p slot="footer">Ours.</p><noscript>This needs scripts.</noscript></on-record>`,
  ),
  async (page) => {
    await page.getByRole("button", { name: "Who said it?" }).click();
    assert.equal(await ready(page), "ready");
    assert.equal(await page.evaluate(() => document.querySelector("on-record").text.slice(0, 9)), "The mayor");
    await page.getByRole("tab", { name: "Numbers" }).click();
    assert.ok(await page.getByText("Nobody counted.").isVisible());
    assert.ok(await page.getByText("Ours.").isVisible());
    const outline = await page.locator(".panel").evaluate((panel) => getComputedStyle(panel).outlineColor);
    assert.equal(outline, "rgb(1, 2, 3)");
  },
);

const LATE =
  'const script = document.createElement("script"); script.src = "/lib/onrecord.js"; document.body.append(script);';
test("a script that comes late, and one with its hash of sri.json", { skip: SKIP, timeout: 600_000 }, async () => {
  const page = await browser.newPage();
  const body = `<on-record loading="eager" mode="panel">The mayor said that the pier would stay.</on-record>`;
  await page.goto(host.put(pageOf(body, { script: "" })));
  await page.evaluate(LATE);
  await page.waitForFunction(() => document.querySelector("on-record").report?.claims.length === 1);
  const hash = JSON.parse(readFileSync(join(NPM, "sri.json"), "utf8"))["onrecord.js"];
  const script = (integrity) => `<script src="/lib/onrecord.js" integrity="${integrity}" crossorigin defer></script>`;
  await page.goto(host.put(pageOf(body, { script: script(hash) })));
  assert.ok(await page.evaluate(() => Boolean(customElements.get("on-record"))));
  await page.goto(host.put(pageOf(body, { script: script(hash.replace(/.{4}=/, "AAAA=")) })));
  assert.ok(await page.evaluate(() => !customElements.get("on-record")));
  await page.close();
});

onPage(
  "each error has its code and its sentence, and the next text is read",
  pageOf(
    `<article id="story"><p>The mayor said that the pier would stay.</p></article><on-record for="#story"></on-record>`,
  ),
  async (page) => {
    const codes = await page.evaluate(async () => {
      const element = document.querySelector("on-record");
      const codes = [];
      element.addEventListener("onrecord-error", ({ detail: { code, message } }) => codes.push(`${code} ${message}`));
      await element.analyze(
        "Der Bürgermeister sagte am Dienstag, dass der Pier bleibt und dass die Stadt ihn nicht verkauft.",
      );
      for (const [name, value] of [
        ["max-chars", "5"],
        ["report", "/nowhere.json"],
        ["for", "#nowhere"],
      ]) {
        element.setAttribute(name, value);
        await element.analyze();
        element.removeAttribute(name);
      }
      element.setAttribute("for", "#story");
      codes.push((await element.analyze()).claims.length);
      return codes;
    });
    assert.deepEqual(
      codes.map((code) => String(code).split(" ")[0]),
      ["LANGUAGE", "TOO_LARGE", "REPORT", "NO_TARGET", "1"],
    );
    for (const code of codes.slice(0, -1)) assert.ok(code.length > 40, code);
  },
);

onPage(
  "annotations from elsewhere: found, found more than once, not found",
  pageOf(
    `<article id="story"><p>No pier. The mayor said no. No pier.</p></article><on-record for="#story"></on-record>`,
  ),
  async (page) => {
    const quote = (exact, prefix, suffix) => ({
      type: "Annotation",
      target: { selector: [{ type: "TextQuoteSelector", exact, prefix, suffix }] },
    });
    const items = [
      quote("mayor"),
      quote("No pier"),
      quote("No pier", "", ". The"),
      quote("harbour"),
      quote("mayor", "old ", ""),
    ];
    const counts = await page.evaluate(
      (items) => document.querySelector("on-record").importAnnotations({ first: { items } }),
      items,
    );
    assert.deepEqual(counts, { anchored: 2, ambiguous: 1, orphaned: 2 });
    assert.deepEqual(await wordsOf(page, "onrecord-imported"), ["mayor", "No pier"]);
  },
);

onPage(
  'mode="paste" is the whole application, in the element',
  pageOf(`<on-record mode="paste" loading="eager"></on-record>`),
  async (page) => {
    await ready(page);
    await page.locator(".input").fill("The mayor said that the pier would stay.");
    await page.keyboard.press("Control+Enter");
    await page.locator(".text mark.claim").waitFor();
  },
);

onPage(
  "a browser without highlights gets the numbered list, in the mode that has no panel otherwise",
  pageOf(`<article id="story">${ARTICLE}</article><on-record for="#story" mode="inline" loading="eager"></on-record>`),
  async (page) => {
    assert.equal(await ready(page), "ready");
    const numbers = await page.locator(".claim .who").evaluateAll((cards) => cards.map((c) => parseInt(c.innerText)));
    assert.ok(numbers.length > 10 && numbers.every((number, i) => number === i + 1), String(numbers));
    assert.ok(await page.locator(".panel").isVisible());
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator(".claim .who").first().click();
    const shown = await page.evaluate(() => document.querySelector("#story p").getBoundingClientRect());
    assert.ok(shown.bottom > 0 && shown.top < 900, "the card leads to its place in the article");
  },
  () => {
    delete globalThis.Highlight;
    Object.defineProperty(CSS, "highlights", { value: undefined });
  },
);

onPage(
  "a host's style sheet does not reach inside, however it shouts",
  pageOf(
    `<article id="story">${asHtml(TEXT)}</article><on-record for="#story" loading="eager" mode="panel"></on-record>`,
    {
      head: "<style>* { all: unset !important; color: red !important; font-size: 3px !important } on-record * { display: none !important } p, button, li { color: red }</style>",
    },
  ),
  async (page) => {
    await ready(page);
    const looks = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("on-record");
      const style = getComputedStyle(shadowRoot.querySelector(".claim .who"));
      return { size: style.fontSize, color: style.color, host: getComputedStyle(shadowRoot.host).display };
    });
    assert.deepEqual([looks.size, looks.host], ["16px", "block"]);
    assert.notEqual(looks.color, "rgb(255, 0, 0)");
    assert.ok((await page.locator(".claim").first().boundingBox()).height > 20);
  },
);

test("the classic script with everything inside works from disk", { skip: SKIP, timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  writeFileSync(join(folder, "onrecord.inline.js"), readFileSync(join(NPM, "onrecord.inline.js")));
  const body = `<article id="a">${asHtml(TEXT)}</article><on-record for="#a" loading="eager" mode="panel"></on-record>`;
  writeFileSync(
    join(folder, "page.html"),
    pageOf(body, { script: '<script src="onrecord.inline.js" defer></script>' }),
  );
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, "page.html")).href);
  await page.waitForFunction(() => customElements.get("on-record"));
  assert.equal(await ready(page), "ready");
  await page.close();
});

onPage(
  "a hostile report in place of the reviewed one is shown or refused, and the next is read",
  pageOf(`<article id="story">${ARTICLE}</article><on-record for="#story"></on-record>`),
  async (page) => {
    const wrong = await page.evaluate(async (reports) => {
      const element = document.querySelector("on-record");
      const script = document.createElement("script");
      Object.assign(script, { type: "application/json", id: "frozen" });
      document.body.append(script);
      element.setAttribute("report", "#frozen");
      const wrong = [];
      for (const [name, json, outcome] of reports) {
        script.textContent = json;
        await element.analyze();
        const shown = element.state === "ready" && element.report !== undefined;
        const refused = element.state === "error" && element.report === undefined;
        if (outcome === "shown" ? !shown : !refused) wrong.push([name, element.state]);
      }
      element.removeAttribute("report");
      await element.analyze();
      return element.state === "ready" ? wrong : [...wrong, ["the article", element.state]];
    }, REPORTS);
    assert.deepEqual(wrong, []);
  },
);

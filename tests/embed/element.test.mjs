// `<on-record>` in a page of somebody else: what it shows, what it leaves alone, what it costs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { chromium } from "playwright-core";
import { brotliSize } from "../../scripts/sizes.mjs";
import { CHROMIUM, SKIP } from "../page/browser.mjs";
import { REPORT, TEXT } from "../page/fixture.mjs";
import { ARTICLES } from "../wasm/door.mjs";
import { asHtml, hostPages, NPM, pageOf } from "./pages.mjs";

const host = await hostPages();
const browser = SKIP
  ? undefined
  : await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--js-flags=--expose-gc"] });
after(async () => {
  await browser?.close();
  await host.close();
});

const ARTICLE = asHtml(ARTICLES[0].text);

/** Runs `body` on a page of its own, and fails on anything that the page complained of. */
function onPage(name, html, body) {
  test(name, { skip: SKIP, timeout: 120_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    host.requests.length = 0;
    await page.goto(host.put(html));
    await page.waitForFunction(() => customElements.get("on-record"));
    await body(page);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

const ready = (page, n = 0) =>
  page.evaluate(async (n) => {
    const element = document.querySelectorAll("on-record")[n];
    await element.ready;
    return element.state;
  }, n);
const highlights = (page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, marks]) => [name, marks.size])));
const wordsOf = (page, kind) =>
  page.evaluate(
    (kind) => [...(CSS.highlights.get(kind) ?? [])].map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset)),
    kind,
  );

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

test("sizes: before the click under 8 KB, with a frozen report under 25 KB", () => {
  const loader = brotliSize(readFileSync(join(NPM, "onrecord.js")));
  assert.ok(loader < 8_000, `${loader}`);
  const seen = new Set();
  const total = (name) => {
    if (seen.has(name)) return 0;
    seen.add(name);
    const code = readFileSync(join(NPM, name), "utf8");
    const imports = [...code.matchAll(/(?:from|import)"(\.[^"]+)"/g)].map(([, path]) => join(name, "..", path));
    return brotliSize(Buffer.from(code)) + imports.reduce((sum, path) => sum + total(path), 0);
  };
  const parts = readFileSync(join(NPM, "parts.js"), "utf8");
  for (const lang of ["en", "de"]) {
    seen.clear();
    const [, words] = new RegExp(`${lang}:\\(\\)=>import\\("\\./([^"]+)"\\)`).exec(parts);
    const frozen = loader + total("parts.js") + total(words);
    console.log(`    loader ${loader}, with a frozen report ${frozen} bytes of brotli (${lang})`);
    assert.ok(frozen < 25_000, `${lang}: ${frozen}`);
  }
});

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

test("the classic script with everything inside works from disk", { skip: SKIP, timeout: 60_000 }, async () => {
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
  "1,000 analyses keep the memory as it was after ten; 100 times in and out leave no worker behind and no mark",
  pageOf(`<article id="story">${ARTICLE}</article>`),
  async (page) => {
    const use = (times) =>
      page.evaluate(async (times) => {
        const element =
          document.querySelector("on-record") ?? document.body.appendChild(document.createElement("on-record"));
        for (let i = 0; i < times; i++) await element.analyze(`The mayor said on Tuesday that ${i} piers would stay.`);
        globalThis.gc();
        return performance.memory.usedJSHeapSize;
      }, times);
    await page.evaluate(() => {
      globalThis.Worker = class extends Worker {
        constructor(...how) {
          super(...how);
          this.addEventListener("message", ({ data }) => (globalThis.wasmBytes = data.memory ?? globalThis.wasmBytes));
        }
      };
    });
    const wasmBytes = () => page.evaluate(() => globalThis.wasmBytes);
    const early = await use(10);
    const wasmEarly = await wasmBytes();
    assert.ok(wasmEarly > 1_000_000);
    const late = await use(990);
    assert.ok((await wasmBytes()) <= 1.1 * wasmEarly, "WebAssembly's memory");
    assert.ok(late - early < 2_000_000, `${late - early} bytes more`);
    const workers = page.workers().length;
    await page.evaluate(async () => {
      for (let i = 0; i < 100; i++) {
        const element = document.createElement("on-record");
        element.setAttribute("for", "#story");
        document.body.append(element);
        if (i % 10 === 0) await element.analyze();
        element.remove();
      }
    });
    assert.equal(page.workers().length, workers);
    assert.deepEqual(await highlights(page), {});
  },
);

onPage(
  "after each of 100 traps the next analysis is right",
  pageOf(`<on-record mode="paste" loading="eager"></on-record>`),
  async (page) => {
    await ready(page);
    const lengths = await page.evaluate(async () => {
      const { engine } = customElements.get("on-record-desk");
      const lengths = [];
      for (let i = 0; i < 100; i++) {
        const { code } = await engine.crash("trap").catch((error) => error);
        const { report } = await engine.analyze("The pier stays.", {});
        lengths.push(code + report.length);
      }
      return lengths;
    });
    assert.deepEqual([...new Set(lengths)], ["PANIC15"]);
    assert.equal(page.workers().length, 1);
  },
);

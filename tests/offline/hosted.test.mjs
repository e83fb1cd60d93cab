// The hosted page: silent after it has loaded, at home on any host, there without a network, never replaced under a reader.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { filesIn } from "../../scripts/artefacts/parts.mjs";
import { serve } from "../../scripts/serve.mjs";
import { CHROMIUM, SKIP } from "../page/browser.mjs";
import { ARTICLES, ROOT } from "../wasm/bindings.mjs";

const SITE = join(ROOT, "dist/site");
const browser = SKIP ? undefined : await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
/** @type {Awaited<ReturnType<typeof serve>>[]} */
const servers = [];
after(async () => {
  await browser?.close();
  await Promise.all(servers.map((server) => server.close()));
});
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

/** A copy of the site in a folder below the server's root, on a server that knows no type but one. */
async function host(port = 0) {
  const root = mkdtempSync(join(tmpdir(), "onrecord-"));
  const folder = join(root, "news/tools");
  cpSync(SITE, folder, { recursive: true });
  const requests = [];
  const server = await serve(root, port, (path) => requests.push(path));
  servers.push(server);
  return { ...server, folder, requests, page: `${server.address}news/tools/` };
}

async function open(address, context) {
  const page = await (context ?? (await browser.newContext())).newPage();
  await page.goto(address);
  await page.waitForFunction(() => customElements.get("on-record"));
  return page;
}

/** The service worker has kept the files and answers for this page's next visit. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state));
/** How many files the page has on this device, in all its caches and data bases. */
const cached = (page) =>
  page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().length + (await indexedDB.databases()).length;
  });
const heard = (page) => page.evaluate(() => document.querySelector("on-record").report?.length);

it("asks for nothing after it has loaded: 200 analyses, every view, every export", async () => {
  const site = await host();
  const page = await open(site.page);
  await kept(page);
  await page.locator(".input").fill(ARTICLES[0].text);
  await page.keyboard.press("Control+Enter");
  await page.locator(".text p").first().waitFor();
  site.requests.length = 0;
  const sent = [];
  const logged = [];
  page.on("console", (message) => logged.push(message.text()));
  page.on("request", (request) => request.url().startsWith("blob:") || sent.push(request.url()));
  await page.evaluate(
    async (texts) => {
      const element = document.querySelector("on-record");
      for (let i = 0; i < 200; i++) await element.analyze(texts[i % texts.length].slice(0, 600 + i));
    },
    ARTICLES.map(({ text }) => text),
  );
  for (const tab of await page.getByRole("tab").all()) if (await tab.isVisible()) await tab.click();
  await page.getByRole("button", { name: "Save or copy" }).click();
  for (const button of await page.locator("[data-save]").all()) {
    await Promise.all([page.waitForEvent("download"), button.click()]);
  }
  assert.deepEqual(sent, []);
  assert.deepEqual(site.requests, []);
  const { length } = await page
    .context()
    .storageState()
    .then(({ cookies, origins }) => [...cookies, ...origins]);
  assert.equal(length, 0, "nothing is kept");
  assert.deepEqual(logged, [], "nothing is logged");
  assert.equal(await cached(page), filesIn(SITE).length, "nothing is put among the page's files");
  assert.equal(page.url(), site.page);
  await page.context().close();
});

it("the service worker keeps every file of the folder, each under the name by which it is asked for", async () => {
  const site = await host();
  const page = await open(site.page);
  await kept(page);
  const names = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  });
  const paths = names.map((name) => name.replace(site.page, "").replace(/\?.*/, ""));
  assert.deepEqual(
    paths.filter(Boolean).sort(),
    filesIn(SITE).filter((name) => name !== "sw.js"),
  );
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  for (const url of asked.filter((name) => name.startsWith(site.page))) assert.ok(names.includes(url), url);
  await page.context().close();
});

it("can be installed: a manifest with icons, at any address", async () => {
  const site = await host();
  const page = await open(site.page);
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { start_url, icons } = JSON.parse(data);
  assert.equal(start_url, site.page);
  for (const { src } of icons) assert.match(src, /^data:image\/(png|svg)/);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
    [],
  );
  await page.context().close();
});

it("server gone: loads again, analyses, edits, corrects, exports", async () => {
  const site = await host();
  const page = await open(site.page);
  await kept(page);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await site.close();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.reload();
  await page.locator(".input").fill(ARTICLES[1].text);
  await page.keyboard.press("Control+Enter");
  await page.locator(".text p").first().waitFor();
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator(".editor").fill("The mayor said that the pier would stay.");
  await page.waitForFunction(() => document.querySelector("on-record").report.length === 40);
  await page.getByRole("button", { name: "Show marks" }).click();
  await page.getByRole("button", { name: "Correct claim 1", exact: true }).click();
  await page.getByRole("combobox", { name: "Speaker", exact: true }).selectOption("=");
  await page.getByRole("textbox", { name: "Who", exact: true }).fill("Ada Quill");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: "Save or copy" }).click();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("[data-save=json]").click()]);
  const { claims, corrections } = JSON.parse(readFileSync(await saved.path(), "utf8"));
  assert.equal(claims.length, 1);
  assert.deepEqual(corrections, [{ op: "speaker", target: "c1", value: "=Ada Quill" }]);
  await page.context().close();
});

it("a newer page is offered beside the one being read, and the next visit gets it", async () => {
  const site = await host();
  const page = await open(site.page);
  await kept(page);
  await page.reload();
  await page.waitForFunction(() => customElements.get("on-record"));
  await page.evaluate((text) => document.querySelector("on-record").analyze(text), ARTICLES[0].text);
  const html = readFileSync(join(site.folder, "index.html"), "utf8");
  writeFileSync(
    join(site.folder, "index.html"),
    html.replace('<h1 class="name">OnRecord', '<h1 class="name">OnRecord 2'),
  );
  const worker = join(site.folder, "sw.js");
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/version:"\w+"/, 'version:"newer"'));
  const other = await open(site.page, page.context());
  await page.getByText("A newer OnRecord is on this device now.").waitFor();
  assert.equal(await heard(page), ARTICLES[0].text.length, "what is being read stays");
  const [newer] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Open it in a new tab" }).click(),
  ]);
  assert.equal(await newer.locator(".name").innerText(), "OnRecord 2");
  assert.equal(await heard(page), ARTICLES[0].text.length);
  await other.close();
  await page.context().close();
});

it("a host that sends a wrong type for WebAssembly will do, and so will one that is missing it: with a sentence", async () => {
  const site = await host();
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.route("**/*.wasm*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/html" } });
  });
  const page = await open(site.page, context);
  await page.evaluate((text) => document.querySelector("on-record").analyze(text), ARTICLES[0].text);
  assert.equal(await heard(page), ARTICLES[0].text.length);
  await context.unroute("**/*.wasm*");
  await context.route("**/*.wasm*", (route) => route.fulfill({ status: 404 }));
  const broken = await open(site.page, context);
  await broken.locator(".problem", { hasText: "could not be loaded" }).waitFor();
  await context.close();
});

const FORBIDDEN = [
  [
    "a change of address",
    /\blocation\s*(\.href)?\s*=[^=]|location\.(assign|replace|reload)|\bnavigation\.|history\.\w+State/,
  ],
  ["a new window", /(?<![\w.$#])open\((?![^(){}]*\)\s*\{)|window\.open|globalThis\.open|self\.open/],
  ["a connection without a request", /RTCPeerConnection|new WebTransport|["'`](?:preconnect|dns-prefetch)/],
  ["storage", /localStorage|sessionStorage|document\.cookie|\.name\s*=\s*JSON/],
  ["code from text", /\beval\(|new Function\b|innerHTML|outerHTML|document\.write|insertAdjacentHTML/],
  ["database", /indexedDB/],
];

test("the code has no way out that no policy could refuse", () => {
  const single = readFileSync(join(ROOT, "dist/onrecord.html"), "utf8");
  const code = {
    "onrecord.js": readFileSync(join(SITE, "onrecord.js"), "utf8"),
    "german.js": readFileSync(join(SITE, "german.js"), "utf8"),
    "compare.js": readFileSync(join(SITE, "compare.js"), "utf8"),
    "privacy.js": readFileSync(join(SITE, "privacy.js"), "utf8"),
    "onrecord.html": /<script>([^]*?)<\/script>/.exec(single)[1],
    "sw.js": readFileSync(join(SITE, "sw.js"), "utf8"),
  };
  for (const [name, text] of Object.entries(code)) {
    for (const [what, pattern] of FORBIDDEN) {
      // Only the hosted page may keep something, where its reader asks for it, and only by one module.
      if (name === "onrecord.js" && what === "database") continue;
      assert.doesNotMatch(text, pattern, `${name}: ${what}`);
    }
  }
  const using = filesIn(join(ROOT, "www"))
    .filter((name) => name.endsWith(".js"))
    .filter((name) => readFileSync(join(ROOT, "www", name), "utf8").includes("indexedDB"));
  assert.deepEqual(using, ["keeper.js"]);
  assert.doesNotMatch(code["sw.js"], /"message"|onmessage|postMessage/, "the helper hears nothing from the page");
});

test("the patterns would find what they look for", () => {
  const samples = [
    "location.href='/?'+t",
    "window.open(u)",
    "new RTCPeerConnection",
    "localStorage.x=1",
    "e.innerHTML=t",
  ];
  samples.forEach((sample, i) => assert.match(sample, FORBIDDEN[i][1]));
});

test("no address of another host is asked for, and none begins at the root", () => {
  for (const name of filesIn(SITE).filter((name) => /\.(html|css|js|webmanifest)$/.test(name))) {
    const text = readFileSync(join(SITE, name), "utf8");
    assert.doesNotMatch(text, /(?:src|href|url)\s*[=(:]\s*["']?(?:https?:)?\/\//, name);
    assert.doesNotMatch(text, /(?:src|href|start_url|scope)"?\s*[=:]\s*["']\//, name);
  }
});

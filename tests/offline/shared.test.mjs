// What other programs share with the installed page, or open with it: answered by the service worker, with the server gone.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { launchChromium, SKIP } from "../page/browser.mjs";
import { DOCX } from "../page/documents.mjs";
import { ROOT } from "../wasm/bindings.mjs";

const SENTENCE = "The mayor said that the pier would stay.";
const browser = SKIP ? undefined : await launchChromium();
after(() => browser?.close());

/** As the system posts what a program shares. */
const FORM = `<!doctype html><form action="/news/tools/share" method="post" enctype="multipart/form-data">
  <input name="title"><textarea name="text"></textarea><input name="url"><input name="file" type="file"></form>`;

/** The page after something was shared with it, on a server that is gone. */
async function share({ title = "", text = "", url = "", file }) {
  const root = mkdtempSync(join(tmpdir(), "onrecord-"));
  cpSync(join(ROOT, "dist/site"), join(root, "news/tools"), { recursive: true });
  writeFileSync(join(root, "form.html"), FORM);
  const server = await serve(root);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.address}news/tools/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const sender = await context.newPage();
  await sender.goto(`${server.address}form.html`);
  await page.close();
  await server.close();
  await sender.fill("[name=title]", title);
  await sender.fill("[name=text]", text);
  await sender.fill("[name=url]", url);
  if (file) await sender.setInputFiles("[name=file]", file);
  else await sender.evaluate(() => document.querySelector("[name=file]").remove());
  await sender.evaluate(() => document.forms[0].submit());
  await sender.waitForFunction(() => customElements.get("on-record"));
  return sender;
}

const textOf = async (page) => {
  await page.waitForFunction(() => document.querySelector("on-record").report);
  return page.evaluate(() => document.querySelector("on-record").text);
};
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

it("shared words are read, without the address behind them, and kept nowhere", async () => {
  const page = await share({
    title: "Pier",
    text: `${SENTENCE} It </script><b>stays</b>.\nhttps://news.example/pier?id=3`,
  });
  assert.equal(await textOf(page), `${SENTENCE} It </script><b>stays</b>.`);
  const kept = await page.evaluate(async () => {
    const urls = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
    }
    return { shares: urls.filter((url) => url.endsWith("/share")), bases: (await indexedDB.databases()).length };
  });
  assert.deepEqual(kept, { shares: [], bases: 0 });
  assert.equal(await page.evaluate(() => document.getElementById("onrecord-shared")), null);
  await page.context().close();
});

it("a bare link gets the sentence that nothing is fetched", async () => {
  for (const shared of [{ url: "https://news.example/pier" }, { title: "Pier", text: "https://news.example/pier" }]) {
    const page = await share(shared);
    await page.locator(".problem", { hasText: "nothing is fetched" }).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("on-record").report), undefined);
    await page.context().close();
  }
});

const FILES = [
  [{ name: "pier.txt", mimeType: "text/plain", buffer: Buffer.from(SENTENCE) }, SENTENCE],
  [
    {
      name: "pier.html",
      mimeType: "text/html",
      buffer: Buffer.from(`<article><h1>Pier</h1><p>${SENTENCE}</p></article>`),
    },
    `Pier\n\n${SENTENCE}`,
  ],
  [
    {
      name: "pier.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: Buffer.from(DOCX),
    },
    /^Pier stays\n\nThe mayor said the pier would be sold at auction in May\./,
  ],
];
for (const [file, expected] of FILES) {
  it(`a shared file is opened: ${file.name}`, async () => {
    const page = await share({ file });
    const text = await textOf(page);
    if (typeof expected === "string") assert.equal(text.trim(), expected);
    else assert.match(text, expected);
    await page.context().close();
  });
}

it("a file that is opened with the installed page is read", async () => {
  const server = await serve(join(ROOT, "dist/site"));
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addInitScript((words) => {
    const getFile = async () => new File([words], "pier.txt", { type: "text/plain" });
    const launchQueue = { setConsumer: (take) => take({ files: [{ getFile }] }) };
    Object.defineProperty(globalThis, "launchQueue", { value: launchQueue });
  }, SENTENCE);
  const page = await context.newPage();
  await page.goto(server.address);
  assert.equal(await textOf(page), SENTENCE);
  await context.close();
  await server.close();
});

test("the manifest names both, and every kind of file that is shared can be opened", () => {
  const { share_target, file_handlers } = JSON.parse(
    readFileSync(join(ROOT, "dist/site/manifest.webmanifest"), "utf8"),
  );
  assert.equal(share_target.method, "POST");
  const [{ accept }] = share_target.params.files;
  for (const [type, endings] of Object.entries(file_handlers[0].accept)) {
    for (const kind of [type, ...endings]) assert.ok(accept.includes(kind), kind);
  }
});

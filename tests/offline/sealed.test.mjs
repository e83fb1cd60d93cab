// "Nothing leaves the device", as three browsers enforce it: from disk and from a server, sealed and, to show that the
// test can see what leaves, unsealed.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { ARTICLES, askCommand, ROOT } from "../wasm/bindings.mjs";
import { BROWSERS } from "./browsers.mjs";
import { kindsHeard, listen } from "./listener.mjs";

/** As a reader may name a folder. */
const folder = join(mkdtempSync(join(tmpdir(), "onrecord-")), "Ein Stück für später, 100% + #1");
mkdirSync(folder);
const unsealed = join(folder, "site");
cpSync(join(ROOT, "dist/site"), unsealed, { recursive: true });
openUp(join(unsealed, "index.html"), /<meta http-equiv="Content-Security-Policy"[^>]*>/);
openUp(join(unsealed, "onrecord.js"), /(?<=\.content=[\w$]+,)document\.head\.append\([\w$]+\)/, "0");
cpSync(join(ROOT, "dist/onrecord.html"), join(folder, "OnRecord – Überblick.html"));
const single = pathToFileURL(join(folder, "OnRecord – Überblick.html")).href;

const servers = { sealed: await serve(join(ROOT, "dist/site")), unsealed: await serve(unsealed) };
const listener = await listen();
after(async () => {
  for (const browser of BROWSERS) await browser.close();
  await servers.sealed.close();
  await servers.unsealed.close();
  await listener.close();
});

/** Takes the policy out of a file. */
function openUp(file, policy, by = "") {
  const sealed = readFileSync(file, "utf8");
  const open = sealed.replace(policy, by);
  assert.notEqual(open, sealed, `${file} has no policy to take out`);
  writeFileSync(file, open);
}

/** WebKit's workers do not say why a request failed: there the listener alone is the proof. */
const SILENT = { WebKit: [["worker-fetch", "failed"]] };

const ready = () => customElements.whenDefined("on-record").then(() => true);
const analyze = async (text) => JSON.stringify(await document.querySelector("on-record").analyze(text));
const plant = (url) => document.querySelector("dialog.privacy").plant(url);

for (const browser of BROWSERS) {
  const it = (name, body) => test(`${browser.name}: ${name}`, { skip: browser.skip, timeout: 600_000 }, body);

  for (const [name, url] of [
    ["the single file from disk", single],
    ["the hosted page", servers.sealed.address],
  ]) {
    it(`${name} reads an article as the command does; no planted request gets out`, async () => {
      const page = await browser.open(url);
      await page.evaluate(ready);
      const [{ id, text }] = ARTICLES;
      assert.ok((await page.evaluate(analyze, text)) === askCommand(ARTICLES).get(id), "another report");
      assert.ok(
        await page.evaluate(() => document.querySelector("on-record").shadowRoot.querySelector("mark") !== null),
      );
      listener.heard.length = 0;
      const outcomes = await page.evaluate(plant, listener.address);
      assert.deepEqual(listener.heard, []);
      const rest = Object.entries(outcomes).filter(([, outcome]) => outcome !== "refused" && outcome !== "absent");
      assert.deepEqual(rest, SILENT[browser.name] ?? [], "refused by the browser");
      await page.close();
    });
  }

  it("without its policies the hosted page would be heard: the test can see every kind", async () => {
    const page = await browser.open(servers.unsealed.address);
    await page.evaluate(ready);
    listener.heard.length = 0;
    const outcomes = await page.evaluate(plant, listener.address);
    const possible = Object.keys(outcomes).filter((kind) => outcomes[kind] !== "absent");
    assert.deepEqual(kindsHeard(listener.heard), possible.sort());
    await page.close();
  });
}

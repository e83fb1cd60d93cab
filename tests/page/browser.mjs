// The site in headless Chromium, and what every page test needs.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { install } from "../programs.mjs";
import { ROOT } from "../wasm/bindings.mjs";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where Chromium is; installs Debian's if that is possible. */
function findChromium() {
  const found = () => PLACES.find((place) => place && existsSync(place));
  if (!found()) install(["chromium", "fonts-liberation"]);
  return found();
}

export const CHROMIUM = findChromium();
/** A reason to skip, said out loud; false where the tests can run. */
export const SKIP = CHROMIUM ? false : "no Chromium here: set CHROMIUM to its path, or install it";

/** Without its own talk with the network. */
export function launchChromium() {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** @type {import("playwright-core").Browser | undefined} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>> | undefined} */
let site;
/** Paths that were asked of the server. @type {string[]} */
export const requests = [];

/**
 * A fresh page with the element ready, and without the service worker, which loads its files when it likes. What the page logs as an error, or throws, fails the test that called.
 * @param {object} [options] of the browser's context
 */
export async function openPage(options = {}) {
  browser ??= await launchChromium();
  site ??= await serve(`${ROOT}/dist/site`, 0, (path) => requests.push(path));
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(site.address);
  await page.waitForFunction(() => customElements.get("on-record"));
  return Object.assign(page, { errors, element: page.locator("on-record") });
}

/**
 * The tasks of the page's main thread while something goes on, in milliseconds of its own time: what other programs of the
 * machine take away meanwhile does not count.
 * @param {import("playwright-core").Page} page @param {() => unknown} body
 * @returns {Promise<{ tasks: number[], answer: any }>}
 */
export async function tasksDuring(page, body) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "blink.user_timing"] });
  await page.evaluate(() => performance.mark("measured from here"));
  const answer = await page.evaluate(body);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const { pid, tid } = traceEvents.find(({ name }) => name === "measured from here");
  const tasks = traceEvents
    .filter((event) => event.pid === pid && event.tid === tid && event.name === "ThreadControllerImpl::RunTask")
    .map(({ tdur }) => (tdur ?? 0) / 1000);
  return { tasks, answer };
}

/** Ends the browser and the server. */
export async function closeAll() {
  await browser?.close();
  await site?.close();
}

/** Pastes as a reader does: one event with the words on the clipboard. */
export async function paste(page, text) {
  await page.locator(".input").evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);
}

/** Shows a text with a report made by hand. */
export function show(page, text, report) {
  return page.evaluate(([text, report]) => document.querySelector("on-record").show(text, report), [text, report]);
}

/** Analyses a text and answers the JSON, and what was complained of. */
export function analyze(page, text, published) {
  return page.evaluate(
    async ([text, published]) => {
      const element = document.querySelector("on-record");
      const { engine } = customElements.get("on-record");
      try {
        const { report } = await engine.analyze(text, published ? { published } : {});
        return { json: JSON.stringify(report), state: element.state };
      } catch ({ code, message }) {
        return { code, message };
      }
    },
    [text, published],
  );
}

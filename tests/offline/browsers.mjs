// Chromium, Firefox and WebKit after one small interface: open a page, evaluate a function in it, close.
// What is missing is installed where that is possible (Debian, as root); else its tests are skipped, and say so.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { CHROMIUM, launchChromium } from "../page/browser.mjs";
import { freePort, install, until } from "../programs.mjs";

/** @typedef {{ evaluate: (body: Function, ...values: unknown[]) => Promise<any>, close: () => Promise<void> }} Page */
/** @typedef {{ name: string, skip: string | false, open: (url: string) => Promise<Page>, close: () => Promise<void> }} Browser */

export const FIREFOX = installed("firefox-esr", ["/usr/bin/firefox-esr", process.env.FIREFOX]);
const WEBKIT_DRIVER = installed("webkit2gtk-driver", ["/usr/bin/WebKitWebDriver"]);
const XVFB = WEBKIT_DRIVER && installed("xvfb", ["/usr/bin/Xvfb"]);

/** @type {Browser[]} */
export const BROWSERS = [
  browser("Chromium", CHROMIUM, startChromium),
  browser("Firefox", FIREFOX, startFirefox),
  browser("WebKit", XVFB && WEBKIT_DRIVER, startWebKit),
];

/** Started when first needed, and once. */
function browser(name, path, start) {
  let started;
  return {
    name,
    skip: path ? false : `${name} is not here, and could not be installed`,
    open: async (url) => (await (started ??= start())).open(url),
    close: async () => (await started)?.close(),
  };
}

/** Where a program is; installs Debian's package if it can. */
function installed(name, places) {
  const found = () => places.find((place) => place && existsSync(place));
  if (!found()) install([name]);
  return found();
}

async function startChromium() {
  const running = await launchChromium();
  return {
    async open(url) {
      const page = await (await running.newContext()).newPage();
      await page.goto(url);
      const evaluate = (body, ...values) => page.evaluate(`(${body})(...${JSON.stringify(values)})`);
      return { evaluate, close: () => page.context().close() };
    },
    close: () => running.close(),
  };
}

async function startFirefox() {
  const running = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  return {
    async open(url) {
      const page = await running.newPage();
      await page.goto(url);
      const evaluate = (body, ...values) => page.evaluate(`(${body})(...${JSON.stringify(values)})`);
      return { evaluate, close: () => page.close() };
    },
    close: () => running.close(),
  };
}

/** WebKitGTK's MiniBrowser, spoken to over WebDriver on this machine. */
async function startWebKit() {
  const display = `:${90 + (process.pid % 900)}`;
  const screen = spawn(String(XVFB), [display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1", GDK_BACKEND: "x11" };
  const driver = spawn(String(WEBKIT_DRIVER), [`--port=${port}`], { stdio: "ignore", env });
  const ask = (method, path, body) => webdriver(`http://127.0.0.1:${port}${path}`, method, body);
  await until("WebKit", () => ask("GET", "/status"), 5_000);
  const options = { binary: miniBrowser(), args: ["--automation"] };
  const capabilities = { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options } };
  const { sessionId } = await ask("POST", "/session", { capabilities });
  const session = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
  await session("POST", "/timeouts", { script: 600_000, pageLoad: 600_000 });
  return {
    async open(url) {
      await session("POST", "/url", { url });
      const evaluate = async (body, ...values) => {
        const { value, error } = await session("POST", "/execute/async", { script: ASYNC(body), args: values });
        if (error) throw new Error(error);
        return value ?? undefined;
      };
      return { evaluate, close: async () => {} };
    },
    async close() {
      await session("DELETE", "").catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}

/** WebDriver hands a callback as the last argument. */
const ASYNC = (body) => `
  const values = [...arguments];
  const done = values.pop();
  Promise.resolve((${body})(...values)).then(
    (value) => done({ value }),
    (error) => done({ error: String(error && error.stack || error) }),
  );`;

function miniBrowser() {
  const folders = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}`);
  const places = folders.flatMap((folder) => ["4.1", "4.0"].map((v) => `${folder}/webkit2gtk-${v}/MiniBrowser`));
  return places.find((place) => existsSync(place));
}

async function webdriver(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

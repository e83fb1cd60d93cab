// Chromium and Firefox with the extension, behind one small interface: open a page, press the extension's button, ask the
// page or the panel. The button is the browser's own: a click on it is what gives the extension its rights.

import { existsSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { FIREFOX } from "../offline/browsers.mjs";
import { CHROMIUM } from "../page/browser.mjs";
import { until } from "../programs.mjs";
import { ROOT } from "../wasm/bindings.mjs";

const PATIENCE_MS = 60_000;
const call = (body, values) => `(${body})(...${JSON.stringify(values)})`;

/**
 * @typedef {object} Visit
 * @property {import("puppeteer-core").Page} page
 * @property {(body: Function, ...values: unknown[]) => Promise<any>} evaluate in the page
 * @property {() => Promise<void>} press the extension's button
 * @property {(body: Function, ...values: unknown[]) => Promise<any>} inPanel evaluates there
 * @property {() => Promise<boolean>} panelIsOpen
 * @property {() => Promise<void>} close
 */
/** @typedef {{ name: string, skip: string | false, start: (proxy: number, from?: string) => Promise<{ open: (url: string) => Promise<Visit>, close: () => Promise<void> }> }} Browser */

/** @type {Browser[]} */
export const BROWSERS = [
  { name: "Chromium", skip: lacking("Chromium", CHROMIUM), start: startChromium },
  { name: "Firefox", skip: lacking("Firefox", FIREFOX), start: startFirefox },
];

function lacking(name, path) {
  if (!path) return `${name} is not here, and could not be installed`;
  return existsSync(folder(name)) ? false : `no ${folder(name)}: npm run build`;
}

export function folder(name) {
  return join(ROOT, "dist/extension", name.toLowerCase());
}

/** @param {number} proxy the port on which all that it may reach is @param {string} [from] the extension's folder */
async function startChromium(proxy, from = folder("Chromium")) {
  const running = await puppeteer.launch({
    executablePath: CHROMIUM,
    headless: true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    protocolTimeout: 600_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--window-size=1400,1000",
      `--proxy-server=http://127.0.0.1:${proxy}`,
      "--proxy-bypass-list=<-loopback>",
    ],
  });
  const id = await running.installExtension(from);
  const extension = (await running.extensions()).get(id);
  const background = await running.waitForTarget((target) =>
    target.url().startsWith(`chrome-extension://${id}/background`),
  );
  const worker = await background.worker();
  // A click before it listens would be nobody's.
  await until("the background", () => worker.evaluate(() => chrome.action.onClicked.hasListeners()), PATIENCE_MS);
  const panels = () => running.targets().filter((target) => target.url().startsWith(`chrome-extension://${id}/panel`));
  return {
    /** Reads the selection, as the context menu would have it; no program can open that menu here. */
    async readSelection(visit, words) {
      const target = await running.waitForTarget((target) => target.type() === "service_worker");
      const background = await target.worker();
      const tab = Number(new URL(panels()[0].url()).searchParams.get("tab"));
      const clicked = { tab, wish: { what: "selection", words } };
      await background.evaluate((message) => chrome.runtime.sendMessage(message).catch(() => {}), { clicked });
    },
    /** For pictures: light or dark. */
    async dress({ page }, scheme) {
      await page.setViewport({ width: 860, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    },
    /** The page and the panel, each as a picture. */
    async picture({ page }, scheme) {
      const panel = await panels()[0].asPage();
      await panel.setViewport({ width: 400, height: 800 });
      await panel.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const shots = [await page.screenshot({ encoding: "base64" }), await panel.screenshot({ encoding: "base64" })];
      return shots.map((shot) => `data:image/png;base64,${shot}`);
    },
    /** How many workers of the extension's panels run. */
    workers: async () => running.targets().filter((target) => target.url().endsWith("/worker.js")).length,
    async open(url) {
      const page = await running.newPage();
      await page.goto(url);
      return {
        page,
        evaluate: (body, ...values) => page.evaluate(call(body, values)),
        press: () => extension.triggerAction(page),
        async inPanel(body, ...values) {
          const target = panels()[0] ?? (await running.waitForTarget((other) => panels().includes(other)));
          return evaluateIn(target, call(body, values));
        },
        panel: async () => (await panels()[0]?.asPage()) ?? undefined,
        panelIsOpen: async () => panels().length > 0,
        close: () => page.close(),
      };
    },
    close: () => running.close(),
  };
}

/**
 * Evaluates in whatever a target shows now: what the library holds of a panel is now and then a frame that was swapped for another while it opened.
 * @param {import("puppeteer-core").Target} target @param {string} expression
 */
async function evaluateIn(target, expression) {
  const session = await target.createCDPSession();
  try {
    const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", asked);
    if (exceptionDetails) throw new Error(result.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach().catch(() => {});
  }
}

/** @param {number} proxy @param {string} [from] */
async function startFirefox(proxy, from = folder("Firefox")) {
  const running = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    args: ["--remote-allow-system-access", "--width=1400", "--height=1000"],
    protocolTimeout: 600_000,
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxy,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxy,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
    },
  });
  const id = await running.installExtension(from);
  const chrome = await asTheBrowser(running.connection);
  return {
    /** Reads the selection by the context menu. */
    async readSelection(visit) {
      const box = await visit.page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON());
      await visit.page.mouse.click(box.x + 5, box.y + 5, { button: "right" });
      await chrome(chooseMenu, id);
    },
    workers: () => chrome(countWorkers),
    async dress({ page }, scheme) {
      await page.setViewport(null);
      await chrome(dress, scheme);
    },
    /** The browser's window. */
    picture: async () => [await chrome(takePicture)],
    async open(url) {
      const page = await running.newPage();
      await page.bringToFront();
      if (url.startsWith("about:")) await chrome((url) => openTrustedLinkIn(url, "current"), url);
      else await page.goto(url);
      return {
        page,
        evaluate: (body, ...values) => page.evaluate(call(body, values)),
        press: () => chrome(pressButton, id),
        async inPanel(body, ...values) {
          const { value, error } = JSON.parse(await chrome(evaluateInSidebar, call(body, values), PATIENCE_MS));
          if (error) throw new Error(error);
          return value;
        },
        panelIsOpen: () => chrome(() => SidebarController.isOpen),
        /** One sidebar for all tabs: what is left in it would be asked about by the next test's page. */
        async close() {
          await chrome(() => SidebarController.hide());
          await page.close();
        },
      };
    },
    close: () => running.close(),
  };
}

/** Evaluates where the browser's own scripts run. @param {any} connection */
async function asTheBrowser(connection) {
  const send = (method, params) => connection.send(method, params);
  const { result } = await send("browsingContext.getTree", { "moz:scope": "chrome" });
  const target = { context: result.contexts[0].context };
  return async (body, ...values) => {
    const expression = call(body, values);
    const { result } = await send("script.evaluate", { expression, target, awaitPromise: true });
    if (result.type !== "success") throw new Error(JSON.stringify(result.exceptionDetails ?? result));
    return result.result.value;
  };
}

/* global Cc, ChromeUtils, Ci, openTrustedLinkIn, Services, SidebarController, WebExtensionPolicy */

/** Runs in the browser: chooses the extension's entry of the menu that was opened. @param {string} id */
async function chooseMenu(id) {
  const menu = document.getElementById("contentAreaContextMenu");
  const find = () => [...menu.querySelectorAll("menuitem")].find((item) => item.id.startsWith(id.replace(/\W/g, "_")));
  for (let i = 0; !find() || menu.state !== "open"; i++) {
    if (i > 300) throw new Error(`no entry in the menu, which is ${menu.state}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  menu.activateItem(find());
}

/** Runs in the browser. @param {string} scheme */
function dress(scheme) {
  const { prefs } = Services;
  prefs.setIntPref("layout.css.prefers-color-scheme.content-override", scheme === "dark" ? 0 : 1);
  prefs.setIntPref("ui.systemUsesDarkTheme", scheme === "dark" ? 1 : 0);
}

/** Runs in the browser. */
async function takePicture() {
  document.getElementById("sidebar-box").style.width = "400px";
  await new Promise((settled) => setTimeout(settled, 3_000));
  const { width, height } = document.documentElement.getBoundingClientRect();
  const window = document.defaultView.browsingContext.currentWindowGlobal;
  const bitmap = await window.drawSnapshot(new DOMRect(0, 0, width, height), 1, "white");
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas.toDataURL();
}

/** Runs in the browser: the workers of extensions' pages, as its reporter of memory knows them. */
async function countWorkers() {
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  const workers = new Set();
  const hear = (process, path) => {
    const worker = /worker\(worker\.js[^)]*\)/.exec(path)?.[0];
    if (worker && process.startsWith("extension")) workers.add(worker);
  };
  await new Promise((done) => manager.getReports(hear, null, done, null, false));
  return workers.size;
}

/** Runs in the browser. @param {string} id */
function pressButton(id) {
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const { extension } = WebExtensionPolicy.getByID(id);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

/** Runs in the browser: its sidebar is a page of another process. @param {string} code @param {number} patience */
async function evaluateInSidebar(code, patience) {
  const end = Date.now() + patience;
  const find = () => document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser");
  while (!find()?.messageManager) {
    if (Date.now() > end) return JSON.stringify({ error: "no sidebar" });
    await new Promise((done) => setTimeout(done, 20));
  }
  const { messageManager } = find();
  const name = `answer ${Math.random()}`;
  const script = `(async () => {
    const answer = {};
    try {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      answer.value = await Cu.evalInSandbox(${JSON.stringify(code)}, sandbox);
    } catch (error) {
      answer.error = String(error);
    }
    sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(answer));
  })()`;
  return new Promise((done) => {
    messageManager.addMessageListener(name, function hear({ data }) {
      messageManager.removeMessageListener(name, hear);
      done(data);
    });
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

// The bookmarklet hands an article's words, and nothing else, to the reader's own OnRecord, which asks first.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { asHtml, hostPages, pageOf } from "../embed/pages.mjs";
import { launchChromium, SKIP } from "../page/browser.mjs";
import { ARTICLES, ROOT } from "../wasm/bindings.mjs";

const browser = SKIP ? undefined : await launchChromium();
const host = await hostPages();
const site = await serve(join(ROOT, "dist/site"));
after(async () => {
  await browser?.close();
  await host.close();
  await site.close();
});
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);
const PAGE = pageOf(`<nav>Home</nav><article>${asHtml(ARTICLES[0].text)}</article>`, { script: "" });

/** What a reader drags to the bookmarks. */
async function bookmarklet(context) {
  const page = await context.newPage();
  await page.goto(site.address);
  await page.getByRole("button", { name: "Read the page you are on" }).click();
  const href = await page.getByRole("link", { name: "Who says what?" }).getAttribute("href");
  await page.close();
  return decodeURIComponent(href.replace(/^javascript:/, ""));
}

/** Presses it on a page with a policy. Answers the page and the one that was opened, if one was. */
async function press(policy, before = () => {}) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const code = await bookmarklet(context);
  const page = await context.newPage();
  await page.goto(`${host.put(PAGE, policy)}?reader=17`);
  await page.evaluate(before);
  // As a browser's own bookmarks do: no policy of the page is asked.
  const session = await page.context().newCDPSession(page);
  const opened = context.waitForEvent("page", { timeout: 4_000 }).catch(() => undefined);
  const alerted = new Promise((heard) =>
    page.once("dialog", (dialog) => dialog.accept().then(() => heard(dialog.message()))),
  );
  await session.send("Runtime.evaluate", { expression: code, userGesture: true });
  const own = await opened;
  await own?.waitForFunction(() => customElements.get("on-record"));
  return { own, alerted, context };
}

it("the words are handed over once the reader says so, who is told from where; the address is not", async () => {
  const { own, context } = await press();
  assert.equal(await own.evaluate(() => document.referrer), "");
  await own.getByText(`${new URL(host.address).origin} hands over a text of`).waitFor();
  assert.equal(await own.evaluate(() => document.querySelector("on-record").text), "", "asked first");
  await own.getByRole("button", { name: "Read it" }).click();
  await own.waitForFunction(() => document.querySelector("on-record").report);
  const text = await own.evaluate(() => document.querySelector("on-record").text);
  assert.match(text, /^At least 37 dead as Cyclone Odalys/);
  assert.doesNotMatch(text, /Home|reader=17/);
  assert.doesNotMatch(await own.evaluate(() => document.documentElement.outerHTML), /reader=17/);
  await context.close();
});

it("what is selected goes alone; who says no reads nothing", async () => {
  const { own, context } = await press("", () =>
    getSelection().selectAllChildren(document.querySelector("p:nth-of-type(3)")),
  );
  await own.getByText("hands over a text of").waitFor();
  await own.getByRole("button", { name: "No", exact: true }).click();
  assert.equal(await own.locator(".brought").count(), 0);
  assert.equal(await own.evaluate(() => document.querySelector("on-record").text), "");
  await context.close();
});

it("where a policy lets no window be opened, nothing is handed over, which is said", async () => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-scripts allow-modals";
  const { own, alerted, context } = await press(policy);
  assert.equal(own, undefined, "no window is opened");
  assert.match(await alerted, /OnRecord did not answer/);
  await context.close();
});

it("a page that opens OnRecord by itself is heard only where it hands over words", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(host.put(PAGE));
  const [own] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate((url) => {
      addEventListener("message", ({ source }) => {
        for (const message of ["words", { text: "words" }, { onrecord: 7 }, { onrecord: { length: 3 } }])
          source.postMessage(message, "*");
      });
      open(`${url}#brought`);
    }, site.address),
  ]);
  await own.waitForFunction(() => customElements.get("on-record"));
  await own.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.equal(await own.locator(".brought").count(), 0);
  await context.close();
});

it("opened without an opener it says what keeps the two apart", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${site.address}#brought`);
  await page.getByText("keeps its pages from handing anything over").waitFor();
  await context.close();
});

// Plain HTML: the element in a page, and a frame in a sandbox that only hears and is only heard by its own page.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { snippet } from "./snippets.mjs";
import { claimsOf, closeBrowser, HTML, NO_BROWSER, visit, workplace } from "./site.mjs";

describe("plain HTML", { skip: NO_BROWSER }, () => {
  after(closeBrowser);
  const around = (more) =>
    `<!doctype html><meta charset="utf-8"><nav>The menu said: “Nothing.”</nav><article id="article">${HTML}</article>${more}`;
  const place = workplace("html", "my-site", {
    "element.html": around(snippet("html.md", "html", "<on-record")),
    "framed.html": around(snippet("html.md", "html", "<iframe")),
    // It speaks to the page, and past it to the frame beside it.
    "stranger.html": `<script>
      parent.postMessage({ onrecord: { height: 7777, ready: true } }, "*");
      parent.frames[0].postMessage({ onrecord: { text: "“No,” he said." } }, "*");
    </script>`,
  });
  place.sh(snippet("html.md", "sh", "dist/npm"));
  place.sh(snippet("html.md", "sh", "frame.html"));

  test("the element", () => visit(place.site, "element.html", claimsOf));

  test("the frame shows the claims, without an origin, at its own height", () =>
    visit(place.site, "framed.html", async (page) => {
      const frame = await (await page.waitForSelector("iframe")).contentFrame();
      await frame.waitForSelector(".claim");
      assert.ok((await frame.locator(".claim").count()) > 8);
      assert.equal(await frame.evaluate(() => origin), "null");
      assert.match(
        await frame.evaluate(() => {
          try {
            return document.cookie;
          } catch (error) {
            return error.name;
          }
        }),
        /SecurityError/,
      );
      const wanted = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
      const height = () => page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height);
      await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height > 400);
      assert.ok(Math.abs((await height()) - (await wanted())) <= 2, `${await height()} of ${await wanted()}`);
      await page.locator("iframe").scrollIntoViewIfNeeded();
      await frame.evaluate(() => document.querySelector("on-record").replaceWith("A line."));
      await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height < 400);
    }));

  test("a stranger's messages change nothing", () =>
    visit(place.site, "framed.html", async (page) => {
      const frame = await (await page.waitForSelector("iframe")).contentFrame();
      await frame.waitForSelector(".claim");
      const before = await frame.locator(".claim").count();
      await page.evaluate(async () => {
        const stranger = document.createElement("iframe");
        stranger.src = "/stranger.html";
        document.body.append(stranger);
        await new Promise((loaded) => (stranger.onload = loaded));
      });
      await page.waitForTimeout(500);
      assert.equal(await frame.locator(".claim").count(), before);
      assert.notEqual(await page.evaluate(() => document.querySelector("iframe").style.height), "7777px");
      assert.equal(await page.evaluate(() => document.querySelectorAll("iframe")[1].style.height), "");
    }));
});

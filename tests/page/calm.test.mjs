// The first view of real articles: claims in sight, few other marks, little of a phone taken by tools, nothing cut off.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { ROOT } from "../wasm/bindings.mjs";
import { closeAll, openPage, paste, SKIP } from "./browser.mjs";

after(closeAll);

const FILE = process.env.ONRECORD_DATA && `${process.env.ONRECORD_DATA}/wikinews/wikinews.jsonl`;
const FEWEST_CLAIMS = 4;
const ARTICLES = 5;

/** Those of our own that are real, and from all over the data where that is. */
function articles() {
  const ours = ["tunisia-face-veils", "exoplanet-water"].map((name) =>
    readFileSync(`${ROOT}/www/samples/${name}.txt`, "utf8"),
  );
  if (!FILE || !existsSync(FILE)) return ours;
  const all = readFileSync(FILE, "utf8").trim().split("\n");
  return Array.from({ length: ARTICLES }, (_, i) => JSON.parse(all[20 + i * 40]).text).concat(ours);
}

const SIZES = {
  "1280 × 800": { viewport: { width: 1280, height: 800 } },
  "390 × 844": { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

for (const [name, options] of Object.entries(SIZES)) {
  test(`the first view is calm: ${name}`, { skip: SKIP, timeout: 300_000 }, async () => {
    const page = await openPage(options);
    for (const text of articles()) {
      await paste(page, text);
      await page.locator(".text p").first().waitFor({ state: "attached" });
      // The report of the article before is gone when the text is another; its own comes a moment after.
      await page.waitForFunction((text) => {
        const element = document.querySelector("on-record");
        return element.text === text && element.report;
      }, text);
      const seen = await page.evaluate(look);
      if (seen.claims >= FEWEST_CLAIMS)
        assert.ok(seen.cards >= 3, `${text.slice(0, 40)}: ${seen.cards} claims in sight`);
      assert.ok(seen.marked <= 0.25, `${text.slice(0, 40)}: ${seen.marked} of the words under other marks`);
      if (options.isMobile) {
        assert.ok(seen.tools <= options.viewport.height / 6, `${seen.tools} pixels of tools`);
        await page.getByRole("tab", { name: "Article" }).click();
        const { tools } = await page.evaluate(look);
        assert.ok(tools <= options.viewport.height / 6, `${tools} pixels of tools over the article`);
      }
      assert.ok(seen.wide <= 0, `${seen.wide} pixels cut off`);
      assert.deepEqual(seen.small, [], "too small to be hit");
      await page.getByRole("button", { name: "New article" }).click();
    }
    await page.context().close();
  });
}

/** In the page. */
function look() {
  const root = document.querySelector("on-record").shadowRoot;
  const words = (text) => text.match(/\p{L}+/gu)?.length ?? 0;
  const inSight = (element) => {
    const { top, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && top + Math.min(height, 24) <= innerHeight;
  };
  const shown = [...root.querySelectorAll(".text mark:not(.claim)")].filter(
    (mark) => getComputedStyle(mark).getPropertyValue("--shown").trim() === "1",
  );
  const outer = shown.filter((mark) => !shown.some((other) => other !== mark && other.contains(mark)));
  const targets = [...root.querySelectorAll("button, select, summary, input")].filter(
    (e) => e.checkVisibility() && !e.matches(".hidden") && inSight(e),
  );
  const [bar, tabs] = [".bar", ".tablist"].map((name) => root.querySelector(name).getBoundingClientRect());
  return {
    claims: document.querySelector("on-record").report.claims.length,
    cards: [...root.querySelectorAll(".card :is(blockquote, .declined)")].filter(inSight).length,
    marked: outer.reduce((n, mark) => n + words(mark.textContent), 0) / words(root.querySelector(".text").textContent),
    tools: Math.round(tabs.bottom - Math.min(bar.top, 0)),
    wide: Math.max(
      document.documentElement.scrollWidth - innerWidth,
      root.querySelector(".tablist").scrollWidth - root.querySelector(".tablist").clientWidth,
    ),
    small: targets.filter((e) => Math.min(e.offsetHeight, e.offsetWidth) < 24).map((e) => e.outerHTML.slice(0, 80)),
  };
}

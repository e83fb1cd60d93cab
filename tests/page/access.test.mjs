// What assistive technology gets: axe finds nothing, marks and cards are read, contrast is enough.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { ROOT } from "../wasm/bindings.mjs";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

const axe = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, "utf8");
after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

const WAYS = {
  "light, 1280 px": {},
  "light, 390 px": { viewport: { width: 390, height: 900 } },
  "dark, 1280 px": { colorScheme: "dark" },
  "dark, 390 px": { colorScheme: "dark", viewport: { width: 390, height: 900 } },
  "forced colours": { forcedColors: "active" },
  "400 %": { viewport: { width: 320, height: 256 } },
};

for (const [name, options] of Object.entries(WAYS)) {
  it(`axe finds nothing: ${name}`, async () => {
    const page = await openPage(options);
    assert.deepEqual(await findings(page), [], "the empty page");
    await show(page, TEXT, REPORT);
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      assert.deepEqual(await findings(page), [], await tab.innerText());
    }
    await page.context().close();
  });
}

for (const colorScheme of ["light", "dark"]) {
  it(`axe finds nothing in the dialogs, nor in what is set aside: ${colorScheme}`, async () => {
    const page = await openPage({ colorScheme });
    await show(page, TEXT, REPORT);
    for (const id of ["c1", "e5", "q1", "t1", "k1"]) {
      await page.evaluate((id) => document.querySelector("on-record").select(id), id);
      await page.keyboard.press("c");
      assert.deepEqual(await findings(page), [], id);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("?");
    assert.deepEqual(await findings(page), [], "keys");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save or copy" }).click();
    assert.deepEqual(await findings(page), [], "save");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "New article" }).click();
    await page.locator(".input").fill("Pier stays\n\nAdvertisement\n\nThe mayor said no.");
    await page.getByRole("button", { name: "Show who says what" }).click();
    await page.locator(".set-aside:not(.notes, .lost)").waitFor({ state: "attached" });
    await page.locator(".text p").first().waitFor();
    assert.deepEqual(await findings(page), [], "set aside");
  });
}

it("a screen reader gets the claims with their numbers, speakers and form", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const article = await page.locator(".text").ariaSnapshot();
  assert.match(article, /link "claim 1: Ada Quill, partly quoted"/);
  assert.match(article, /link "claim 6: Bram Oke, not said"/);
  const read = async (view) => {
    await page.locator(`#tab-${view}`).click();
    return page.locator(".text").ariaSnapshot();
  };
  assert.match(await read("figures"), /Tuesday \(Tuesday,? 4 March 2025\)/);
  assert.match(await read("entities"), /Bram Oke \(person\)/);
  await read("claims");
  const cards = await page.locator(".panel.claims").ariaSnapshot();
  assert.match(cards, /button "4 Bram Oke"/);
});

it("the tree of the page is as it was read and approved: tests/page/tree.txt (UPDATE=1 writes it)", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  const file = `${ROOT}/tests/page/tree.txt`;
  const tree = `${await page.locator(".desk").ariaSnapshot()}\n`;
  if (process.env.UPDATE || !existsSync(file)) writeFileSync(file, tree);
  assert.equal(tree, readFileSync(file, "utf8"));
});

it("at 400 % nothing is cut off sideways", async () => {
  const page = await openPage({ viewport: { width: 320, height: 256 } });
  await show(page, TEXT, REPORT);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${await tab.innerText()}: ${wide} pixels too wide`);
  }
});

/** What must be read on what: 4.5 to 1. */
const WORDS = [
  ...["paper", "sheet", "claim-tint", "claim-strong", "source-tint"].map((ground) => ["ink", ground]),
  ...["paper", "sheet"].flatMap((ground) => ["quiet", "alert", "accent", "claim"].map((ink) => [ink, ground])),
  ["claim", "claim-tint"],
  ["paper", "claim"],
  ["on-accent", "accent"],
  ["place", "sheet"],
];
const KINDS = ["claim", "source", "person", "organization", "place", "group", "other", "number", "time"];
/** What must be seen as a line on what: 3 to 1. */
const LINES = [
  ...KINDS.flatMap((kind) => ["paper", "claim-tint"].map((ground) => [kind, ground])),
  ...["person", "organization", "place", "group"].map((kind) => [kind, "source-tint"]),
  ...["edge", "unattributed", "accent"].map((line) => [line, "paper"]),
  ["edge", "sheet"],
];

for (const colorScheme of ["light", "dark"]) {
  it(`contrast of every kind: ${colorScheme}`, async () => {
    const page = await openPage({ colorScheme });
    const names = [...new Set([...WORDS, ...LINES].flat())];
    const colours = await page.evaluate((names) => {
      const probe = document.createElement("span");
      document.querySelector("on-record").shadowRoot.append(probe);
      const colour = (name) => {
        probe.style.color = `var(--${name})`;
        return getComputedStyle(probe)
          .color.match(/[\d.]+/g)
          .slice(0, 3)
          .map(Number);
      };
      return Object.fromEntries(names.map((name) => [name, colour(name)]));
    }, names);
    for (const [least, pairs] of [
      [4.5, WORDS],
      [3, LINES],
    ]) {
      for (const [ink, ground] of pairs) {
        const ratio = contrast(colours[ink], colours[ground]);
        assert.ok(ratio >= least, `${ink} on ${ground}: ${ratio.toFixed(2)}, not ${least}`);
      }
    }
  });
}

/** By WCAG 2. */
function contrast(a, b) {
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

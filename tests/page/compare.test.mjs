// Two texts beside one another: the boxes, the verdicts with their marks, keys and filters, what is carried and what is taken
// away; and the same comparison, to the byte, from the command, in Node and in Chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { guessMode } from "../../www/compare/guess.js";
import { moverOver } from "../../www/compare/carrying.js";
import { openBindings, ROOT } from "../wasm/bindings.mjs";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);
const axe = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, "utf8");

const ARTICLE = `Harbour talks collapse

Mayor Ada Quill said on Tuesday that the talks were over. “We will sell the old pier before the winter comes,” she said.

“It has cost this city 61 million crowns in nine long years,” Quill added.

“Nobody in this chamber wanted it to end like this at all,” Councillor Bram Oke said. “The people of the old harbour … deserve a straight answer tonight,” he said.

“I never slept better in all of my life,” Oke told reporters.`;

const SOURCE = `COUNCIL OF PORT VESSEY: TRANSCRIPT

MAYOR QUILL: Good evening. We will not sell the old pier before the winter comes. It has cost this city 16 million crowns in nine long years, and I will say so anywhere.

COUNCILLOR OKE: Thank you. Nobody in this chamber wanted it to end like this at all. The people of the old harbour, and I have met hundreds of them, deserve a straight answer tonight.`;

const LATER = ARTICLE.replace("61 million", "63 million").replace(
  "“I never slept better in all of my life,” Oke told reporters.",
  "Oke left early.",
);

const VERDICTS = ["altered", "altered", "verbatim", "shortened", "not-found"];

/** Fills the boxes as a reader does, and compares. */
async function compare(page, a = ARTICLE, b = SOURCE, mode = undefined) {
  await page
    .getByRole("button", { name: /Compare (two texts|with) …/ })
    .first()
    .click();
  const boxes = page.locator(".compare-form textarea");
  await boxes.nth(0).fill(a);
  await boxes.nth(1).fill(b);
  await boxes.nth(1).dispatchEvent("change");
  if (mode) await page.locator(`.compare-form input[value=${mode}]`).check();
  await page.locator(".compare-form .primary").click();
  await page.locator(".compared .sentence").waitFor();
}

async function opened(options = {}, ...texts) {
  const page = await openPage(options);
  await compare(page, ...texts);
  return page;
}

const shown = (page) =>
  page.locator(".found .item:not([hidden])").evaluateAll((items) => items.map((i) => i.dataset.id));
const place = (page) => page.locator(".place").innerText();

test("what the second text is, is guessed from its words", () => {
  assert.equal(guessMode(ARTICLE, SOURCE), "source");
  assert.equal(guessMode(ARTICLE, LATER), "versions");
  assert.equal(
    guessMode(
      ARTICLE,
      "Pier stays\n\nThe mayor said no. The council said yes. According to Oke, all is lost, he added.",
    ),
    "outlets",
  );
});

test("words move over the edits between two versions, unless they were edited", () => {
  const [a, b] = ["One old mill stands here, near town.", "One new mill  stands\nhere, right near town."];
  const place = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const right = place(a, "near").start;
  const edits = [
    { a: place(a, "old"), b: place(b, "new") },
    { a: { start: right, end: right }, b: place(b, "right ") },
  ];
  const move = moverOver(edits, a, b);
  assert.deepEqual(move(place(a, "One")), place(b, "One"));
  assert.equal(move(place(a, "old mill")), undefined);
  assert.deepEqual(move(place(a, "mill stands")), place(b, "mill  stands"), "other spaces");
  assert.deepEqual(move(place(a, "town")), place(b, "town"));
  assert.equal(move(place(a, "here, near")), undefined, "a word was put into it");
});

it("the comparison's style reaches nothing of the article's page", async () => {
  const page = await openPage();
  await show(page, TEXT, REPORT);
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  const reached = await page.evaluate(() => {
    const root = document.querySelector("on-record").shadowRoot;
    const rules = (list) => [...list].flatMap((rule) => (rule.selectorText ? rule : rules(rule.cssRules ?? [])));
    const selectors = rules(root.adoptedStyleSheets[1].cssRules).map(({ selectorText }) => selectorText);
    const elements = [...root.querySelectorAll(":is(.desk, .welcome, .peek) *")];
    return selectors.filter((selector) => elements.some((element) => element.matches(selector)));
  });
  assert.deepEqual(reached, []);
});

it("the sentence comes first, then every verdict with a word and a line of its own, the gravest before the rest", async () => {
  const page = await opened();
  assert.match(
    await page.locator(".sentence").innerText(),
    /^1 of 5 quotations is word for word; 1 was shortened, 1 was not found, 2 differ: “will not” became “will”\.$/,
  );
  const cards = await page
    .locator(".found .item")
    .evaluateAll((items) => items.map((item) => [item.dataset.id, item.className]));
  const found = Object.fromEntries(cards);
  VERDICTS.forEach((verdict, i) => assert.match(found[`x${i + 1}`], new RegExp(`kind-${verdict}$`), `x${i + 1}`));
  assert.deepEqual(
    cards.slice(0, 5).map(([id]) => id),
    ["x1", "x2", "x5", "x4", "x3"],
  );
  assert.match(await page.locator('.item[data-id="x1"] .alert').innerText(), /Negation: “not” was left out/);
  assert.match(await page.locator('.item[data-id="x2"] .alert').innerText(), /Number: “16” became “61”/);
  const looks = await page.locator(".of-a mark").evaluateAll((marks) =>
    marks.map((mark) => {
      const { borderBottomStyle: style, borderBottomWidth: width } = getComputedStyle(mark);
      return `${mark.className} ${style} ${width}`;
    }),
  );
  const lines = new Map(looks.map((look) => look.split(/ (.*)/s).slice(0, 2)));
  const styles = ["kind-altered", "kind-not-found", "kind-shortened", "kind-verbatim"].map((kind) => lines.get(kind));
  assert.equal(new Set(styles).size, 4, String(styles));
  assert.match(
    await page.locator(".of-a").innerText(),
    /1 altered[\s\S]*2 altered[\s\S]*3 verbatim[\s\S]*4 shortened[\s\S]*5 not found/,
  );
  assert.match(await page.locator(".of-b").innerText(), /1 altered/);
  assert.deepEqual(page.errors, []);
});

it("next and previous by key and button, filters by key, and both texts follow", async () => {
  const page = await opened();
  await page.keyboard.press("j");
  assert.equal(await place(page), `1 of ${await page.locator(".found .item").count()}`);
  assert.equal(await page.locator(".of-a mark.selected").first().getAttribute("data-id"), "x1");
  assert.equal(await page.locator(".of-b mark.selected").first().getAttribute("data-id"), "x1");
  const focused = () => page.evaluate(() => document.querySelector("on-record").shadowRoot.activeElement.textContent);
  assert.match(await focused(), /1 altered Ada Quill/);
  await page.keyboard.press("n");
  await page.keyboard.press("k");
  await page.locator(".stepper [data-by='1']").click();
  assert.match(await place(page), /^2 of/);
  await page.keyboard.press("1");
  assert.deepEqual(await shown(page), ["x1", "x2"]);
  assert.equal(await place(page), "2 of 2");
  await page.keyboard.press("j");
  assert.equal(await place(page), "1 of 2");
  await page.locator(".kinds button", { hasText: "verbatim" }).click();
  assert.deepEqual(await shown(page), ["x3"]);
  assert.equal(await page.locator(".kinds [aria-pressed=true]").getAttribute("data-kind"), "verbatim");
  await page.keyboard.press("0");
  await page.keyboard.press("Escape");
  assert.match(await place(page), /in the list/);
  await page.locator('.of-a mark[data-id="x4"]').first().click();
  assert.equal(await page.locator(".item.selected").getAttribute("data-id"), "x4");
});

it("another answer to what the second text is, and the way back to the article", async () => {
  const page = await opened({}, ARTICLE, LATER);
  assert.match(await page.locator(".sentence").innerText(), /number changed/);
  assert.match(await page.locator(".item.kind-number ins").innerText(), /^63/);
  assert.match(await page.locator(".item.kind-number").innerText(), /It has cost this city[\s\S]*in nine long years/);
  await page.locator(".mode-choice select").selectOption("outlets");
  await page.locator('.compared[data-mode="outlets"]').waitFor();
  await page.getByRole("button", { name: "Change the texts" }).click();
  assert.equal(await page.locator(".compare-form textarea").nth(1).inputValue(), LATER);
  await page.getByRole("button", { name: "Back to the article" }).click();
  assert.match(await page.locator(".text").innerText(), /Harbour talks collapse/);
  assert.equal(await page.locator(".comparing").isVisible(), false);
});

it("a saved report is the second text, and corrections are carried to the other version", async () => {
  const page = await openPage();
  await page.evaluate((text) => document.querySelector("on-record").analyze(text), ARTICLE);
  const saved = JSON.parse(await page.evaluate(() => document.querySelector("on-record").export("json")));
  const quill = saved.entities.find(({ name }) => name === "Ada Quill");
  const corrections = [{ op: "rename", target: quill.id, value: "Adelaide Quill" }];
  const buffer = Buffer.from(JSON.stringify({ ...saved, corrections }));
  await page.getByRole("button", { name: "Compare with …" }).click();
  await page.locator(".compare-form textarea").nth(0).fill(LATER);
  await page.locator(".text-box input[type=file]").nth(1).setInputFiles({ name: "saved.json", mimeType: "", buffer });
  await page.waitForFunction(
    () => document.querySelector("on-record").shadowRoot.querySelectorAll(".compare-form textarea")[1].value,
  );
  await page.locator(".compare-form input[value=versions]").check();
  await page.locator(".compare-form .primary").click();
  await page.locator(".carried", { hasText: "1 correction carried" }).waitFor();
  await page.getByRole("button", { name: "Read the second text" }).click();
  await page.locator(".card", { hasText: "Adelaide Quill" }).first().waitFor({ state: "attached" });
});

it("a phone has one after the other, with the steps at hand and nothing cut off; a tablet and a desk have both side by side", async () => {
  const sides = (page) =>
    page.locator(".side-text").evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().toJSON()));
  const phone = await opened({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const [above, below] = await sides(phone);
  assert.ok(below.top >= above.bottom && above.width > 300);
  assert.ok(await phone.locator(".stepper").isVisible());
  assert.ok((await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  for (const width of [768, 1280]) {
    const page = await opened({ viewport: { width, height: 900 } });
    const [left, right] = await sides(page);
    assert.ok(left.right <= right.left && Math.abs(left.top - right.top) < 1, String(width));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  }
});

it("on paper: the sentence, the list and both texts whole, and no tools", async () => {
  const page = await opened();
  await page.emulateMedia({ media: "print" });
  for (const tool of [".tools", ".stepper", ".kinds"])
    assert.equal(await page.locator(`.compared ${tool}`).isVisible(), false);
  assert.ok(await page.locator(".sentence").isVisible());
  const cut = await page
    .locator(".found, .side-text")
    .evaluateAll((parts) => parts.map((p) => p.scrollHeight - p.clientHeight));
  assert.ok(
    cut.every((more) => more <= 1),
    String(cut),
  );
});

it("axe finds nothing in either theme", async () => {
  const findings = async (page) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  };
  const light = await openPage();
  await light.getByRole("button", { name: "Compare two texts …" }).click();
  assert.deepEqual(await findings(light), [], "the boxes");
  await light.getByRole("button", { name: "Back" }).click();
  await compare(light);
  await light.keyboard.press("j");
  await light.getByRole("button", { name: "Save or copy …" }).last().click();
  assert.deepEqual(await findings(light), [], "the dialog");
  await light.keyboard.press("Escape");
  assert.deepEqual(await findings(light), [], "the view");
  const dark = await opened({ colorScheme: "dark", viewport: { width: 390, height: 844 } }, ARTICLE, LATER);
  await dark.keyboard.press("j");
  assert.deepEqual(await findings(dark), [], "versions, in the dark, on a phone");
});

it("in German: the sentence, the kinds, the differences", async () => {
  const page = await openPage({ locale: "de-DE" });
  await page.getByRole("button", { name: "Zwei Texte vergleichen …" }).click();
  const boxes = page.locator(".compare-form textarea");
  await boxes.nth(0).fill(ARTICLE);
  await boxes.nth(1).fill(SOURCE);
  await page.locator(".compare-form .primary").click();
  await page.locator(".compared .sentence").waitFor();
  assert.equal(
    await page.locator(".sentence").innerText(),
    "1 von 5 Zitaten sind wörtlich; 1 gekürzt, 1 nicht gefunden, 2 verändert: aus „will not“ wurde „will“.",
  );
  assert.match(await page.locator('.item[data-id="x1"] .alert').innerText(), /Verneinung: „not“ fehlt/);
});

const FORMATS = ["html", "markdown", "csv", "text", "json"];
const PLACES = [process.env.ONRECORD_COMMAND, `${process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`}/debug/onrecord`];
const COMMAND = PLACES.find((file) => file && existsSync(file));

/** What the command prints of two texts. */
function fromCommand(a, b, mode, format) {
  const folder = mkdtempSync(join(tmpdir(), "compare-"));
  const files = Object.entries({ "a.txt": a, "b.txt": b }).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  return execFileSync(COMMAND, ["compare", ...files, "--mode", mode, "--format", format], { encoding: "utf8" });
}

const PAIRS = [
  [ARTICLE, SOURCE, "source"],
  [ARTICLE, LATER, "versions"],
  [ARTICLE, SOURCE, "outlets"],
];

test(
  "the same comparison from the command, in Node and in Chromium, and the same words in every export",
  { skip: SKIP || (!COMMAND && "the command is not built"), timeout: 600_000 },
  async () => {
    const bindings = openBindings();
    const page = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    for (const [a, b, mode] of PAIRS) {
      const node = `${JSON.stringify(bindings.compare(a, b, { mode }))}\n`;
      await compare(page, a, b, mode);
      await page.getByRole("button", { name: "Save or copy …" }).last().click();
      for (const format of FORMATS) {
        const downloading = page.waitForEvent("download");
        await page.locator(`dialog[open] [data-save=${format}]`).click();
        const taken = readFileSync(await (await downloading).path(), "utf8");
        assert.equal(taken, fromCommand(a, b, mode, format), `${mode} as ${format}`);
        if (format === "json") assert.equal(taken, node, `${mode} in Node`);
      }
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Back to the article" }).click();
    }
    assert.deepEqual(page.errors, []);
  },
);

test("another comparison is noticed", () => {
  const bindings = openBindings();
  const [one, other] = [SOURCE, SOURCE.replace("not sell", "sell")].map((b) =>
    JSON.stringify(bindings.compare(ARTICLE, b, { mode: "source" })),
  );
  assert.notEqual(one, other);
});

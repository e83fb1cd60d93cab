// The languages of the interface: each complete, every word from its file, every rule of the engine in a sentence.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import * as germanRules from "../../www/strings/de.rules.js";
import * as englishRules from "../../www/strings/en.rules.js";
import { page as pageWords } from "../../www/strings/en.page.js";
import { en as compared } from "../../www/compare/strings/en.js";
import { en as privacy } from "../../www/privacy/strings/en.js";
import { german as other } from "../../www/strings/german.js";
import { LANGUAGES, languageFor } from "../../www/strings/index.js";
import { ROOT } from "../wasm/bindings.mjs";
import { closeAll, openPage, paste, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

/** Every key, with what kind of thing it holds. */
function shape(value, path = "") {
  if (typeof value === "function") return [`${path}: sentence`];
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  return Object.keys(value).flatMap((key) => shape(value[key], `${path}.${key}`));
}

test("German has every string, of the element and of the page", () => {
  assert.deepEqual(shape(other.strings).sort(), shape(LANGUAGES.en).sort());
  assert.deepEqual(shape(other.page).sort(), shape(pageWords).sort());
  assert.deepEqual(shape(other.compared).sort(), shape(compared).sort());
  assert.deepEqual(shape(other.privacy).sort(), shape(privacy).sort());
  assert.equal(other.strings.lang, "de");
});

test("the reader's first language that there is, else English", () => {
  assert.equal(languageFor(["fr-FR", "de-AT", "en"]).lang, "en");
  LANGUAGES.de = other.strings;
  assert.equal(languageFor(["fr-FR", "de-AT", "en"]).lang, "de");
  assert.equal(languageFor(["fr", "constructor"]).lang, "en");
});

/** The names of rules in the Rust sources of a stage, without its tests. */
function namesIn(stage) {
  const files = readdirSync(`${ROOT}/src/${stage}`).filter((name) => name.endsWith(".rs") && name !== "tests.rs");
  const patterns = [
    /^\s*\("([^"]+)", \w+::\w+\),/gm,
    /\brule(?:: | = )"([^"]+)"/g,
    /found\(Kind::\w+, "([^"]+)"/g,
    /\.time\([^"\n]*"([^"]+)"\)/g,
  ];
  return files.flatMap((file) => {
    const source = readFileSync(`${ROOT}/src/${stage}/${file}`, "utf8")
      .split("#[cfg(test)]")[0]
      .replace(/^\s*\/\/.*$/gm, "");
    return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name));
  });
}

/** The names of rules in the reports of all our articles. */
function namesInReports() {
  const folders = ["tests/articles", "eval/develop"];
  const files = folders.flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => `${ROOT}/${folder}/${name}`),
  );
  const input = files.map((file) => `${JSON.stringify({ id: "x", text: readFileSync(file, "utf8") })}\n`).join("");
  const target = process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`;
  const command = ["debug", "quick", "release"].map((p) => `${target}/${p}/onrecord`).find((file) => existsSync(file));
  const lines = execFileSync(command, ["--jsonl"], { input, encoding: "utf8", maxBuffer: 2 ** 28 })
    .trim()
    .split("\n");
  return lines.flatMap((line) => {
    const { claims, quantities, times, checks } = JSON.parse(line).report;
    return [claims, quantities, times, checks].flat().map(({ rule }) => rule);
  });
}

test("every rule of the engine has a sentence in every language, and every sentence a rule", () => {
  // The English sentences of claims are written from the table of rules; a test of the Rust holds them to it.
  const claims = [...readFileSync(`${ROOT}/src/claims/rule.rs`, "utf8").matchAll(/^ +\w+ = "([^"]+)",$/gm)];
  const stages = ["quantities", "times", "checks"];
  const names = new Set([...claims.map(([, name]) => name), ...stages.flatMap(namesIn), ...namesInReports()]);
  assert.ok(names.size > 50, `only ${names.size} found`);
  const [english, german] = [englishRules, germanRules].map(({ rules, figureRules }) => ({ ...rules, ...figureRules }));
  for (const [tag, rules] of Object.entries({ english, german })) {
    assert.deepEqual(
      [...names].filter((name) => !Object.hasOwn(rules, name)),
      [],
      `${tag}: no sentence`,
    );
  }
  const sources = stages.flatMap((stage) =>
    readdirSync(`${ROOT}/src/${stage}`).map((file) => readFileSync(`${ROOT}/src/${stage}/${file}`, "utf8")),
  );
  sources.push(readFileSync(`${ROOT}/src/claims/rule.rs`, "utf8"));
  const gone = Object.keys(english).filter((name) => !sources.some((source) => source.includes(`"${name}"`)));
  assert.deepEqual(gone, [], "no such rule any more");
});

it("the interface speaks the browser's language, and another when it is asked; what is read stays", async () => {
  const page = await openPage({ locale: "de-DE" });
  assert.equal(await page.getByRole("heading", { name: "Nachrichtenartikel einfügen" }).count(), 1);
  await paste(page, TEXT);
  await page.locator(".text p").first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
  assert.match(await page.locator(".masthead").innerText(), /Wer in einem Artikel was sagt/);
  await page.locator(".card").first().locator("summary").click();
  assert.match(await page.locator(".card details[open]").innerText(), /Verb|Worte|Quelle/);
  assert.equal(await page.locator("blockquote").first().getAttribute("lang"), "en");
  const claims = await page.locator(".card").count();
  await page.getByRole("combobox", { name: "Sprache" }).selectOption("en");
  await page.getByRole("tab", { name: /Who says what/ }).waitFor();
  assert.equal(await page.locator(".card").count(), claims);
  assert.equal(
    await page.evaluate(() => document.querySelector("on-record").shadowRoot.activeElement?.className),
    "language",
  );
  assert.equal(await page.locator(".root").getAttribute("lang"), "en");
  assert.deepEqual(page.errors, []);
});

it("numbers and dates are written as the interface's language does", async () => {
  const page = await openPage({ locale: "de-DE" });
  await show(page, TEXT, REPORT);
  await page.getByRole("tab", { name: /Zahlen/ }).click();
  const figures = await page.locator(".panel.figures").innerText();
  assert.match(figures, /etwa 1\.000 Tonnen/);
  assert.match(figures, /4\.500\.000\s\$/);
  assert.match(figures, /Dienstag, 4\. März 2025/);
});

it("pseudo-locale: there is no word on the page that is not from its file or from the article", async () => {
  const page = await openPage();
  await page.evaluate(() => {
    const { languages, compared } = customElements.get("on-record");
    const wrap = (value) => {
      if (typeof value === "string") return /[a-z]/i.test(value) ? `⟦${value}⟧` : value;
      if (typeof value === "function") return (...words) => wrap(value(...words));
      if (Array.isArray(value)) return value.map(wrap);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrap(inner)]));
    };
    languages.xx = { ...wrap(languages.en), lang: "xx", dir: "rtl" };
    compared.xx = wrap(globalThis.onrecordCompare.en);
    document.querySelector("on-record").language = "xx";
  });
  assert.deepEqual(await foreign(page), []);
  await show(page, TEXT, REPORT);
  for (const view of ["claims", "entities", "figures", "sources", "unattributed"]) {
    await page.locator(`#tab-${view}`).click();
    assert.deepEqual(await foreign(page), [], view);
  }
  for (const id of ["c1", "e5", "q1", "t1", "k1"]) {
    await page.evaluate((id) => document.querySelector("on-record").select(id), id);
    await page.keyboard.press("c");
    assert.deepEqual(await foreign(page), [], `correcting ${id}`);
    await page.keyboard.press("Escape");
  }
  assert.equal(await page.locator(".root").evaluate((root) => getComputedStyle(root).direction), "rtl");
  await page.locator(".compare-open").click();
  assert.deepEqual(await foreign(page), [], "two boxes");
  await page.locator(".compare-form textarea").nth(1).fill(TEXT.replace("Tuesday", "Monday"));
  await page.locator(".compare-form .primary").click();
  await page.locator(".compared .sentence").waitFor();
  for (const mode of ["versions", "outlets", "source"]) {
    await page.locator(".mode-choice select").selectOption(mode);
    await page.locator(`.compared[data-mode="${mode}"]`).waitFor();
    const words = await page.locator(".compared :is(.tools, .steps)").allInnerTexts();
    assert.ok(
      words.every((line) => line.includes("⟦")),
      mode,
    );
  }
  delete (await page.evaluate(() => delete customElements.get("on-record").languages.xx));
});

/** Words on the page, seen or read aloud, that stand neither in brackets nor in the article. */
function foreign(page) {
  return page.evaluate((text) => {
    const root = document.querySelector("on-record").shadowRoot;
    const known = `${text} English Deutsch CSV Ctrl Two Harbour Port Vessey tonnes`.toLowerCase();
    const found = new Set();
    const judge = (words) => {
      let rest = words;
      for (let before; before !== rest;) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
      }
      for (const word of rest.match(/\p{L}{3,}/gu) ?? []) if (!known.includes(word.toLowerCase())) found.add(word);
    };
    for (const element of root.querySelectorAll(":not(style)")) {
      if (element.closest(".text, .samples, .language")) continue;
      for (const node of element.childNodes) if (node.nodeType === 3) judge(node.nodeValue);
      for (const name of ["aria-label", "title", "placeholder"]) judge(element.getAttribute(name) ?? "");
    }
    return [...found];
  }, TEXT);
}

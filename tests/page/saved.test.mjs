// Saved reports are input like any other: shown if they are what was saved, else refused with a sentence.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readSaved } from "../../www/saved.js";
import { ARTICLES, openBindings } from "../wasm/bindings.mjs";
import { closeAll, openPage, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";
import { HOSTILE } from "./hostile.mjs";
import { REPORTS } from "./hostile-reports.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

test("at least 60 hostile reports, each refused for its reason or taken", () => {
  assert.ok(REPORTS.length >= 60, String(REPORTS.length));
  for (const [name, json, outcome] of REPORTS) {
    const { refused } = readSaved(json);
    assert.equal(refused?.why ?? "shown", outcome, `${name}: ${refused?.where}`);
  }
  assert.equal({}.polluted, undefined);
});

test("a refusal says where the fault is", () => {
  const where = (change) => {
    const saved = JSON.parse(JSON.stringify({ ...REPORT, text: TEXT }));
    change(saved);
    return readSaved(JSON.stringify(saved)).refused.where;
  };
  assert.equal(
    where(({ claims }) => (claims[3].form = "constructor")),
    "claims.3.form",
  );
  assert.equal(
    where(({ entities }) => delete entities[1].mentions[0].rule),
    "entities.1.mentions.0.rule",
  );
  assert.equal(
    where(({ times }) => (times[2].end = 1e6)),
    "times.2",
  );
});

test("what the engine answers can be opened again, whatever the text is", () => {
  const { analyze } = openBindings();
  const chain = `${"he said ".repeat(60)}so. `;
  const texts = [...ARTICLES.map(({ text }) => text), ...HOSTILE, HOSTILE.join("\n\n"), chain, chain.repeat(20)];
  for (const text of texts) {
    const report = JSON.parse(JSON.stringify(analyze(text, {}, () => {})));
    const saved = readSaved(JSON.stringify({ ...report, text }));
    assert.deepEqual(saved.refused, undefined, text.slice(0, 200));
    assert.deepEqual(saved.report, report);
  }
});

it("in the page every hostile report is shown whole or refused with a sentence, and the next article is read", async () => {
  const page = await openPage();
  for (const [name, json, outcome] of REPORTS) {
    const { problem, state } = await page.evaluate(openSaved, json);
    const sentence = {
      none: /is not a report/,
      later: /another version/,
      fault: /is damaged: at/,
      much: /more than/,
    };
    if (outcome === "shown") assert.deepEqual({ problem, state }, { problem: "", state: "reading" }, name);
    else assert.match(problem, sentence[outcome], name);
    assert.deepEqual(page.errors, [], name);
  }
  const claims = await page.evaluate(async (text) => {
    const element = document.querySelector("on-record");
    return (await element.analyze(text)).claims.length;
  }, TEXT);
  assert.ok(claims > 3);
  assert.deepEqual(page.errors, []);
});

it("words that every object has are only words, wherever a report may have words", async () => {
  const page = await openPage();
  const words = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
  for (const word of words) {
    const free = /^(?:name|text|rule|engine|unit|lemma|value|country)$/;
    const json = JSON.stringify({ ...REPORT, text: TEXT }, (key, value) =>
      free.test(key) && typeof value === "string" && value !== TEXT ? word : value,
    );
    const { problem, shown } = await page.evaluate(openSaved, json);
    assert.equal(problem, "", word);
    const [strange] = /.{40}(?:function|\[object|native code|undefined).{40}/.exec(shown) ?? [];
    assert.equal(strange, undefined, word);
    assert.deepEqual(page.errors, [], word);
  }
});

/** Runs in the page: opens a file as a reader does, looks at all of it and makes every export. */
async function openSaved(json) {
  const element = document.querySelector("on-record");
  const root = element.shadowRoot;
  const complaint = () => root.querySelector(".problem")?.textContent ?? "";
  element.show("x", { ...element.report, ...BLANK() });
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([json], "saved.json"));
  element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  const began = performance.now();
  while (element.text === "x" && !complaint() && performance.now() - began < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  let shown = "";
  if (element.text !== "x") {
    for (const tab of root.querySelectorAll(".tab")) tab.click();
    const formats = ["json", "html", "markdown", "w3c", "claims", "entities", "quantities", "times"];
    for (const format of formats) shown += await element.export(format);
    shown += root.querySelector(".views").textContent;
  }
  return { problem: complaint(), state: element.state, shown };

  function BLANK() {
    const lists = ["sentences", "entities", "quantities", "times", "claims", "checks", "unattributed"];
    const empty = Object.fromEntries(lists.map((name) => [name, []]));
    return { schema: 1, engine: "", language: "en", length: 1, paragraphs: [{ start: 0, end: 1 }], ...empty };
  }
}

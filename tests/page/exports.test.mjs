// What a reader takes away, read back.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeAll, openPage, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

const exported = (page, format) => page.evaluate((f) => document.querySelector("on-record").export(f), format);

/** Opens a page on a text and report. */
async function reading(text = TEXT, report = REPORT) {
  const page = await openPage();
  await show(page, text, report);
  return page;
}

/** A report with one claim, whose words are the whole text. */
function single(text, rest = {}) {
  const all = { start: 0, end: text.length };
  const lists = { entities: [], quantities: [], times: [], claims: [], checks: [], unattributed: [] };
  const claim = { id: "c1", form: "direct", content: [all], source: all, speakers: [], attribution: "unnamed" };
  return {
    schema: 1,
    engine: "by hand",
    language: "en",
    length: text.length,
    paragraphs: [all],
    sentences: [all],
    ...lists,
    claims: [{ ...claim, stance: "asserts", evidence: [], rule: "by hand" }],
    ...rest,
  };
}

it("JSON opens again as it was, and a changed text is noticed", async () => {
  const page = await reading();
  const json = await exported(page, "json");
  const { text, digest, ...report } = JSON.parse(json);
  assert.equal(text, TEXT);
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.deepEqual(report, REPORT);
  const open = async (name, content) => {
    await page.getByRole("button", { name: "New article" }).click();
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });
  };
  await open("saved.json", json);
  await page.locator(".card[data-id=c6]").waitFor();
  await page.locator("#tab-figures").click();
  assert.match(await page.locator(".note-text").innerText(), /as it was saved/);
  await page.locator("#tab-claims").click();
  await open("changed.json", json.replace("Harbour talks", "Harbour walks"));
  await page.locator(".problem", { hasText: "made afresh" }).waitFor();
  await open("other.json", '{"schema":1}');
  await page.locator(".problem", { hasText: "other.json is not a report" }).waitFor();
});

it("a report with spans outside its text, or with words where names belong, is not opened", async () => {
  const page = await openPage();
  const claims = single("x").claims;
  const bad = [
    { ...single("x"), paragraphs: [{ start: 0, end: 9 }] },
    { ...single("x"), claims: [{ ...claims[0], id: 'c1"] x' }] },
    { ...single("x"), claims: [{ ...claims[0], form: "direct <b>" }] },
    { ...single("x"), claims: [{ ...claims[0], speakers: "e1" }] },
    { ...single("x"), entities: [{}] },
    { ...single("x"), schema: 2 },
  ];
  for (const report of bad) {
    const buffer = Buffer.from(JSON.stringify({ ...report, text: "x" }));
    await page.locator("input[type=file]").setInputFiles({ name: "bad.json", mimeType: "", buffer });
    await page.locator(".problem", { hasText: /bad\.json (?:is not a|is damaged|was saved)/ }).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("on-record").state), "empty");
  }
});

it("CSV keeps numbers as numbers and lets no text become a formula", async () => {
  const page = await reading();
  const claims = await exported(page, "claims");
  assert.match(claims, /^\ufeffClaim,Speaker,Words,Form,/);
  assert.match(
    claims,
    /\r\nc1,Ada Quill,"the city would not sell the old pier, ""whatever the price""",partly quoted,named,/,
  );
  const quantities = await exported(page, "quantities");
  assert.match(quantities, /\r\nq2,\$4\.5 million,money,4500000,,,,USD,,/);
  await show(page, "-5 degrees", single("-5 degrees"));
  assert.match(await exported(page, "claims"), /'-5 degrees/);
  const minus = { id: "q1", start: 0, end: 2, kind: "measure", value: -5, rule: "by hand" };
  await show(page, "-5 degrees", single("-5 degrees", { quantities: [minus] }));
  assert.match(await exported(page, "quantities"), /q1,'-5,measure,-5,/);
});

it("HTML holds the article word for word and no script, whatever the text is", async () => {
  const hostile = `<script>alert(1)</script><img src=x onerror="alert(2)"> "></mark><svg/onload=alert(3)> & {{x}} \`\${y}\``;
  const page = await reading(hostile, single(hostile));
  const html = await exported(page, "html");
  const bare = await page.context().newPage();
  const dialogs = [];
  bare.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await bare.setContent(html);
  assert.equal(await bare.locator("article h1").evaluate((p) => p.textContent.replace(/1$/, "")), hostile);
  assert.equal(await bare.locator("script, img, svg").count(), 0);
  assert.deepEqual(dialogs, []);
  const copy = await reading();
  await bare.setContent(await exported(copy, "html"));
  assert.equal(await bare.locator("article mark.claim").count(), await copy.locator("mark.claim").count());
  assert.equal(await bare.locator("ol > li").count(), REPORT.claims.length);
  assert.match(
    await bare.locator("#claim-c3").innerText(),
    /Vessey Echo reports that two people close to the talks say/,
  );
  assert.match(await bare.locator("#claim-c4").innerText(), /^Bram Oke, Trust director/);
  assert.match(await bare.locator(".key").innerText(), /Paraphrased: in the reporter/);
  assert.equal(await bare.locator("table tbody tr").count(), 4);
});

it("Markdown lists the claims by speaker, and keeps the text from being markup", async () => {
  const page = await reading();
  assert.match(
    await exported(page, "markdown"),
    /^# Harbour talks collapse over pier deal\n\n[^]*## Who says what\n\n- 1\\\. \*\*Ada Quill, Mayor\*\* \(partly quoted/,
  );
  await show(page, "*a* <b> [c](d)", single("*a* <b> [c](d)"));
  assert.ok((await exported(page, "markdown")).includes("\\*a\\* \\<b\\> \\[c\\](d)"));
});

it("the frozen page opens again as the report that it holds, with its corrections", async () => {
  const page = await reading();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const html = await exported(page, "html");
  assert.match(html, /With 1 correction by a reader or editor/);
  const fresh = await openPage();
  await fresh.locator("input[type=file]").setInputFiles({ name: "f.html", mimeType: "", buffer: Buffer.from(html) });
  await fresh.locator(".card[data-id=c6]").waitFor();
  assert.equal(await fresh.locator(".card[data-id=c1]").count(), 0);
  assert.equal(await fresh.evaluate(() => document.querySelector("on-record").text), TEXT);
});

it("the sources table: a row for each, numbers as numbers, and what people filled in", async () => {
  const page = await reading();
  await page.locator("#tab-sources").click();
  await page.getByRole("button", { name: "Add details on Ada Quill" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Gender" }).fill("woman");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  const rows = (await exported(page, "sources")).slice(1).trim().split("\r\n");
  assert.deepEqual(rows, [
    "Source,Role in the article,How told,Claims,Words quoted,Words paraphrased,First in paragraph,Role,Community,Gender",
    "Ada Quill,Mayor,named,1,3,8,2,,,woman",
    "Vessey Echo,,named,1,0,0,3,,,",
    "Two people close to the talks,,unnamed,1,3,12,3,,,",
    "Bram Oke,Trust director,named,3,14,0,4,,,",
  ]);
  const names = () => page.locator(".sources-table tbody th .plain").allInnerTexts();
  await page.getByRole("button", { name: "Words quoted" }).click();
  assert.equal((await names())[0], "Bram Oke");
  assert.equal(await page.locator("th[aria-sort=descending]").innerText(), "Words quoted");
  await page.getByRole("button", { name: "Source", exact: true }).click();
  assert.equal((await names())[0], "Ada Quill");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy table" }).click();
  await page.locator(".status", { hasText: "copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Source\tRole in the article\t/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /-sources\.csv$/);
});

it("W3C annotations point to the words, in code points", async () => {
  const text = "🙂🙂 “No”, said 👩‍⚖️ Ada. 🙂";
  const page = await reading(text, single(text, { times: [time(text, "Ada")] }));
  const { first } = JSON.parse(await exported(page, "w3c"));
  const points = [...text];
  for (const { target } of first.items) {
    const [quote, position] = target.selector;
    assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
    assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
  }
  assert.ok(first.items.some(({ target }) => target.selector[0].exact === "Ada"));
});

function time(text, words) {
  const start = text.indexOf(words);
  return { id: "t1", start, end: start + words.length, kind: "date", value: "X", basis: "none", rule: "by hand" };
}

/** Opens annotations on the page that shows an article, and answers each note's state and words. */
async function annotate(page, json) {
  await page.locator("input[type=file]").setInputFiles({ name: "n.jsonld", mimeType: "", buffer: Buffer.from(json) });
  await page.locator(".notes .row").first().waitFor();
  return page.locator(".notes").innerText();
}

it("W3C annotations come back to the very same words, every one", async () => {
  const page = await reading();
  const json = await exported(page, "w3c");
  const { total, first } = JSON.parse(json);
  assert.match(await annotate(page, json), new RegExp(`${total} anchored, 0 ambiguous, 0 orphaned`));
  const points = [...TEXT];
  for (const [i, { target }] of first.items.entries()) {
    const { start, end } = target.selector[1];
    const marks = page.locator(`mark.annotation[data-id=n${i + 1}]`);
    const words = await marks.evaluateAll((pieces) =>
      pieces
        .map((piece) => {
          const copy = piece.cloneNode(true);
          for (const extra of copy.querySelectorAll(".note, .hidden")) extra.remove();
          return copy.textContent;
        })
        .join(""),
    );
    assert.equal(words, points.slice(start, end).join(""));
  }
});

it("annotations to words that are gone are orphaned, to words that stand twice ambiguous, to moved words anchored", async () => {
  const note = (exact, prefix = "", suffix = "", position) => ({
    type: "Annotation",
    body: { type: "TextualBody", value: `about ${exact}` },
    target: {
      selector: [
        { type: "TextQuoteSelector", exact, prefix, suffix },
        ...(position ? [{ type: "TextPositionSelector", start: position[0], end: position[1] }] : []),
      ],
    },
  });
  const page = await reading();
  const items = [
    note("zebra crossing"),
    note("pier"),
    note("pier", "It is our ", " as much"),
    note("Ada Quill", "Mayor ", " said", [3, 12]),
    note("Tuesday", "on a wet ", " evening"),
  ];
  const seen = await annotate(page, JSON.stringify({ type: "AnnotationPage", items }));
  assert.match(seen, /2 anchored, 2 ambiguous, 1 orphaned/);
  assert.match(seen, /zebra crossing\s+orphaned: these words are not in the text about zebra crossing/);
  await page.locator(".notes button", { hasText: "Ada Quill" }).click();
  assert.equal(
    await page.locator("mark.annotation.here").evaluate((mark) => mark.textContent.slice(0, 9)),
    "Ada Quill",
  );
});

it("the dialog saves a file named after the article, and copies", async () => {
  const page = await reading();
  await page.getByRole("button", { name: "Save or copy" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save: Table of claims (CSV)" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "harbour-talks-collapse-over-pier-deal-claims.csv");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy: Notes, as Markdown" }).click();
  await page.getByText("Notes, as Markdown: copied.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# Harbour talks/);
});

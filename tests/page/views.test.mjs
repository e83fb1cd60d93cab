// The views: who says what by speaker, sieve and order, share of voice, sources, cards, pictures that save.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeAll, openPage, paste, show, SKIP } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

async function reading(options) {
  const page = await openPage(options);
  await show(page, TEXT, REPORT);
  return page;
}

/** Unfolds what filters and sorts the claims. */
const unfold = (page) => page.locator(".sieve summary").click();

const ids = (page) => page.locator(".card:visible").evaluateAll((cards) => cards.map((card) => card.dataset.id));

it("claims stand under their speakers, those with most words first, or as in the text", async () => {
  const page = await reading();
  const names = await page.locator(".voice-name").allInnerTexts();
  assert.match(names[0], /^(Vessey Echo|Two people close to the talks)/);
  assert.ok(
    names.some((name) => /Bram Oke\s*3 claims · 14 words quoted/.test(name)),
    names.join("\n"),
  );
  await unfold(page);
  await page.getByRole("combobox", { name: "Order" }).selectOption("text");
  assert.deepEqual(await ids(page), ["c1", "c2", "c3", "c4", "c5", "c6"]);
});

it("the sieve leaves only what is asked for, in the list and in the article", async () => {
  const page = await reading();
  await unfold(page);
  await page.getByRole("combobox", { name: "Source" }).selectOption("unnamed");
  assert.deepEqual(await ids(page), ["c3"]);
  const shown = (id) =>
    page
      .locator(`mark.claim[data-id=${id}]`)
      .first()
      .evaluate((m) => getComputedStyle(m).getPropertyValue("--shown").trim());
  assert.deepEqual([await shown("c3"), await shown("c1")], ["1", "0"]);
  await page.getByRole("combobox", { name: "Source" }).selectOption("");
  await page.getByRole("combobox", { name: "Words" }).selectOption("direct");
  assert.deepEqual(await ids(page), ["c4"]);
  await page.getByRole("combobox", { name: "Words" }).selectOption("");
  await page.getByRole("combobox", { name: "Stance" }).selectOption("declines");
  assert.deepEqual(await ids(page), ["c5"]);
});

it("what bold rules found can be hidden; what was measured is said", async () => {
  const page = await openPage();
  const table = readFileSync(new URL("../../data/rule_precision.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
  const [bold] = table.find(([, right, judged]) => judged >= 5 && right / judged < 0.8);
  const [sure, right, judged] = table.find(([, right, judged]) => judged >= 5 && right / judged >= 0.8);
  const claims = REPORT.claims.map((claim, i) => ({ ...claim, rule: i === 0 ? bold : sure }));
  await show(page, TEXT, { ...REPORT, claims });
  await page.locator(".card[data-id=c2] summary").click();
  assert.match(
    await page.locator(".card[data-id=c2] details").innerText(),
    new RegExp(`right ${right} times in ${judged}`),
  );
  assert.equal(await page.locator(".card[data-id=c1]").isVisible(), true);
  await unfold(page);
  await page.getByLabel("Hide less certain claims").check();
  assert.equal(await page.locator(".card[data-id=c1]").isVisible(), false);
  assert.equal(await page.locator(".card[data-id=c2]").isVisible(), true);
});

it("a chain is told once, in one plain sentence", async () => {
  const page = await reading();
  const card = page.locator(".card[data-id=c3]");
  assert.equal(
    await card.locator(".plainly").innerText(),
    "Vessey Echo reports that two people close to the talks say …",
  );
  assert.equal((await card.innerText()).match(/Vessey Echo/g).length, 1);
});

it("sources: the picture has who speaks, through whom, about whom, and a list has the same", async () => {
  const page = await reading();
  await page.getByRole("tab", { name: /Sources/ }).click();
  const nodes = await page
    .locator(".network .node title")
    .evaluateAll((titles) => titles.map((title) => title.textContent));
  for (const name of ["Vessey Echo", "Two people close to the talks", "Ada Quill", "Bram Oke", "Harbour Trust"]) {
    assert.ok(nodes.includes(name), name);
  }
  const row = page.locator(".network-list li", { hasText: "Two people close" });
  assert.match(
    await row.innerText(),
    /Two people close to the talks\s+Reported by Vessey Echo\s+About Harbour Trust\s+claim 3/,
  );
  const inWords = await page.locator(".network-list").innerText();
  for (const name of nodes) assert.ok(inWords.includes(name), name);
  await row.getByRole("link", { name: "claim 3" }).click();
  assert.equal(await page.locator(".item.selected").getAttribute("data-id"), "c3");
});

it("a picture of thousands of claims has at most 200 nodes", async () => {
  const page = await openPage();
  const entities = Array.from({ length: 900 }, (_, i) => ({
    ...REPORT.entities[0],
    id: `e${i + 1}`,
    name: `Name ${i + 1}`,
    mentions: [{ ...REPORT.entities[0].mentions[0], start: i, end: i + 1 }],
  }));
  const claims = Array.from({ length: 900 }, (_, i) => ({
    ...REPORT.claims[0],
    id: `c${i + 1}`,
    speakers: [`e${i + 1}`],
    content: [{ start: i % (TEXT.length - 8), end: (i % (TEXT.length - 8)) + 8 }],
    ...(i > 0 && { via: `c${i}` }),
  }));
  await show(page, TEXT, { ...REPORT, entities, claims });
  await page.getByRole("tab", { name: /Sources/ }).click();
  const count = await page.locator(".network .node").count();
  assert.ok(count > 100 && count <= 200, String(count));
});

it("pictures save as SVG that stands alone", async () => {
  const page = await reading();
  for (const [tab, name] of [
    [/Who says what/, "share-of-voice"],
    [/Sources/, "sources"],
    [/Numbers/, "timeline"],
  ]) {
    await page.getByRole("tab", { name: tab }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`[data-picture="${name}"]`).click(),
    ]);
    assert.equal(download.suggestedFilename(), `${name}.svg`);
    const svg = readFileSync(await download.path(), "utf8");
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /fill="rgb/);
    assert.doesNotMatch(svg, /class=|var\(|<script|data-/);
    const bare = await page.context().newPage();
    await bare.setContent(svg);
    assert.ok(await bare.locator("svg text").count());
    await bare.close();
  }
});

it("an entity's card: what it says, what is said about it, its next and previous mention by key", async () => {
  const page = await reading();
  await page.getByRole("tab", { name: /Names/ }).click();
  const row = page.locator(".item[data-id=e2]");
  await row.locator("summary", { hasText: "Mentioned in claims of others" }).click();
  assert.match(await row.locator(".said").innerText(), /claim 2 Vessey Echo: Harbour Trust, which offered/);
  const here = () =>
    page.locator("mark.here").evaluate((mark) => [mark.dataset.id, mark.textContent.trim().split(" (")[0]]);
  await row.locator(".head").click();
  assert.deepEqual(await here(), ["e2", "Harbour Trust"]);
  await page.keyboard.press("n");
  assert.deepEqual(await here(), ["e2", "Trust"]);
  await page.keyboard.press("p");
  assert.deepEqual(await here(), ["e2", "Harbour Trust"]);
  await page.keyboard.press("p");
  assert.deepEqual(await here(), ["e2", "Trust"]);
});

it("an entity's mentions are listed in their words, and each leads to its place", async () => {
  const page = await reading();
  await page.getByRole("tab", { name: /Names/ }).click();
  const row = page.locator(".item[data-id=e2]");
  await row.getByText("All mentions (4)").click();
  await row.locator(".place").first().waitFor();
  const lines = await row.locator(".place").allInnerTexts();
  assert.equal(lines.length, 4);
  assert.match(lines[3], /^… 1884\. He did not say that the Trust would sue\.$/);
  await row.locator(".place").nth(2).click();
  const here = page.locator("mark.here");
  assert.equal(Number(await here.getAttribute("data-at")), REPORT.entities[1].mentions[2].start);
});

it("on paper the claims stand after the article as notes, numbered as in the text", async () => {
  const page = await reading({ colorScheme: "dark" });
  const printed = page.locator(".printed li");
  assert.equal(await printed.count(), 0);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(await printed.evaluateAll((notes) => notes.map((note) => note.value)), [1, 2, 3, 4, 5, 6]);
  assert.match(
    await printed.nth(2).innerText(),
    /^Two people close to the talks \(partly quoted, unnamed source\): Harbour Trust.*As reported by Vessey Echo\.$/,
  );
  assert.match(await printed.nth(5).innerText(), /not said/);
  const inText = await page.locator(".text .note").allInnerTexts();
  assert.deepEqual(inText, ["1", "2", "3", "4", "6"], "5 has no words of its own");
  assert.equal(await page.locator(".printed thead th").first().innerText(), "Source");
  assert.match(await page.locator(".printed tbody").innerText(), /Bram Oke\s+Trust director/);
  assert.ok(
    (await page.locator(".printed .paraphrased:visible").count()) > 1,
    "bars of paraphrased words, and their key",
  );
  for (const gone of [".bar", ".tabs", ".find", ".sieve", ".cards", ".foot"]) {
    assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
  }
  const ink = await page
    .locator(".text p")
    .first()
    .evaluate((p) => getComputedStyle(p).color);
  assert.equal(ink, "rgb(28, 27, 24)", "dark words on white paper, whatever the theme");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await printed.count(), 0);
});

it("short remainders between claims are folded away; whole sentences, however short, are not", async () => {
  const page = await openPage();
  const span = (words) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const unattributed = [span("(1.2 miles)"), span("It was built in 1884")];
  await show(page, TEXT, { ...REPORT, sentences: [...REPORT.sentences, span("It was built in 1884.")], unattributed });
  await page.getByRole("tab", { name: /Unattributed/ }).click();
  const rest = page.locator(".item[data-id=u1]");
  assert.equal(await page.locator(".item[data-id=u2]").isVisible(), true);
  assert.equal(await rest.isVisible(), false);
  await page.getByText("1 short fragment between claims").click();
  assert.equal(await rest.isVisible(), true);
});

it("numbers sort by size, times by date, and both copy as CSV; a measure has its value in the other system", async () => {
  const page = await reading();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("tab", { name: /Numbers/ }).click();
  assert.match(await page.locator(".item[data-id=q6]").innerText(), /that is 1\.24 miles/);
  const first = (kind) => page.locator(`.section[data-kind=${kind}] .item`).first().getAttribute("data-id");
  assert.deepEqual([await first("number"), await first("time")], ["q1", "t1"]);
  await page.getByRole("button", { name: "Largest first" }).click();
  await page.getByRole("button", { name: "By date" }).click();
  assert.deepEqual([await first("number"), await first("time")], ["q2", "t3"]);
  await page.getByRole("button", { name: "Copy as CSV" }).first().click();
  await page.locator(".status", { hasText: "copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Number,Words,Kind,Value/);
});

it("figures that do not add up come first, say what comes out, and lead to their words", async () => {
  const page = await openPage();
  const checks = REPORT.checks.map((check) => (check.id === "k2" ? { ...check, agrees: false } : check));
  const quantities = REPORT.quantities.map((quantity) =>
    quantity.id === "q1" ? { ...quantity, unit: "[bbl_us]/d" } : quantity,
  );
  await show(page, TEXT, { ...REPORT, checks, quantities });
  await page.getByRole("tab", { name: /Numbers/ }).click();
  const rows = page.locator(".section[data-kind=check] .item");
  assert.deepEqual(await rows.evaluateAll((all) => all.map(({ dataset }) => dataset.id)), ["k2", "k1"]);
  assert.match(await rows.first().innerText(), /1\.2 miles[^]*1\.243 miles/);
  assert.match(await page.locator(".item[data-id=q1]").innerText(), /1,000 bbl\/d/);
  await rows.first().locator(".head").click();
  assert.match(await page.locator("mark.here").first().textContent(), /2 kilometres|1\.2 miles/);
});

it("one claim is copied as a citation: words, speaker, through whom, headline, day", async () => {
  const page = await reading();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy citation of claim 3" }).click();
  await page.locator(".status", { hasText: "Citation: copied" }).waitFor();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(
    cited,
    /^According to two people close to the talks, as reported by Vessey Echo: Harbour Trust, which .*angry"\. “Harbour talks collapse over pier deal”, .*2025\.$/,
  );
});

it("lines that are not the article's are set aside where one sees them, and put back with one press", async () => {
  const page = await openPage();
  await paste(
    page,
    "Pier stays\n\nAdvertisement\n\nThe mayor said that the pier would stay.\n\nRead more: the talks\n\nShe left.",
  );
  await page.locator(".text p").first().waitFor();
  assert.equal(
    await page.evaluate(() => document.querySelector("on-record").text),
    "Pier stays\n\nThe mayor said that the pier would stay.\n\nShe left.",
  );
  assert.match(
    await page.locator(".set-aside:not(.notes, .lost)").innerText(),
    /Advertisement \(advertisement\)[\s\S]*Read more: the talks \(related link\)/,
  );
  await page.getByRole("button", { name: "Put back: Read more: the talks" }).click();
  await page.locator(".text p", { hasText: "Read more" }).waitFor();
  assert.match(
    await page.evaluate(() => document.querySelector("on-record").text),
    /stay\.\n\nRead more: the talks\n\nShe left\.$/,
  );
});

it("words pasted from a page keep their paragraphs, as text only", async () => {
  const page = await openPage();
  await page.locator(".input").evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Pier stays The mayor said no.");
    clipboardData.setData(
      "text/html",
      "<h1>Pier stays</h1><p>The <b>mayor</b> said no.</p><script>document.title='ran'<\/script>",
    );
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  });
  await page.locator(".text p", { hasText: "said no." }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("on-record").text), "Pier stays\n\nThe mayor said no.");
  assert.match(await page.title(), /^OnRecord/);
});

it("a view without a part shows nothing in its place", async () => {
  const page = await openPage();
  const without = { ...REPORT, quantities: [], times: [], checks: [], unattributed: REPORT.unattributed.slice(1) };
  for (const report of [REPORT, without, { ...without, entities: [], claims: [] }]) {
    await show(page, TEXT, report);
    for (const view of ["claims", "entities", "figures", "sources", "unattributed"]) {
      await page.locator(`#tab-${view}`).click();
      const words = await page.locator(`#panel-${view}`).innerText();
      assert.doesNotMatch(words, /^(?:false|true|null|undefined|NaN)$/m, view);
      assert.notEqual(words.trim(), "", view);
    }
  }
});

it("an interview has questions and answers, and no explanation of quotation marks", async () => {
  const page = await openPage();
  const turns = ["((WN)) How old is the pier?", "((Ada Quill)) It is very old.", "((WN)) Will it stay?"];
  await paste(page, ["Mayor speaks", ...turns, "((Ada Quill)) The pier will stay."].join("\n\n"));
  await page.locator(".card").first().waitFor();
  const forms = await page.locator(".tag.form").allInnerTexts();
  assert.deepEqual([...new Set(forms)].sort(), ["Answer in an interview", "Question in an interview"]);
  assert.equal(await page.locator(".explained").count(), 0);
});

it("who repeats own words reports nobody, and a medium keeps its preposition", async () => {
  const page = await openPage();
  const claims = REPORT.claims.map((claim) => ({ ...claim }));
  const [outer, inner] = claims;
  const at = TEXT.indexOf("Harbour");
  Object.assign(inner, { via: outer.id, speakers: outer.speakers, medium: { start: at, end: at + 7 } });
  await show(page, TEXT, { ...REPORT, claims });
  const card = page.locator(`.card[data-id=${inner.id}]`);
  assert.equal(await card.locator(".plainly").count(), 0);
  assert.match(await card.innerText(), /In Harbour\./);
});

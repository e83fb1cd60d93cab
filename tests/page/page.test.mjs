// The page as a reader uses it: paste, see marks and cards, filter, keys, files, and what goes wrong.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ARTICLES, BAD } from "../wasm/bindings.mjs";
import { analyze, closeAll, openPage, paste, requests, SKIP, show } from "./browser.mjs";
import { REPORT, TEXT } from "./fixture.mjs";

after(closeAll);
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

/** Runs `body` on a fresh page, and fails on anything the page complained of in its console. */
function onPage(name, body, options) {
  it(name, async () => {
    const page = await openPage(options);
    await body(page);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

const problem = (page) => page.locator(".problem").innerText();
/** The words of marks, without what is only read aloud. */
const marked = (page, selector) =>
  page.locator(`.text ${selector}`).evaluateAll((marks) =>
    marks.map((mark) => {
      const copy = mark.cloneNode(true);
      for (const extra of copy.querySelectorAll(".note, .hidden")) extra.remove();
      return copy.textContent;
    }),
  );

onPage("a pasted article is shown with its words unchanged", async (page) => {
  const { text } = ARTICLES[1];
  await paste(page, text);
  await page.locator(".text p").first().waitFor();
  const shown = await page.locator(".text").evaluate((article) => {
    const copy = article.cloneNode(true);
    for (const extra of copy.querySelectorAll(".note, .hidden")) extra.remove();
    return [...copy.querySelectorAll("p, h2")].map((paragraph) => paragraph.textContent);
  });
  assert.deepEqual(shown, text.trim().split(/\s*\n\s*/));
  assert.match(await page.locator(".status").innerText(), /\d+ words read on this device/);
});

onPage("a typed article is analysed by its button, and by Ctrl+Enter", async (page) => {
  await page.locator(".input").fill("The mayor said that the pier would stay.");
  await page.getByRole("button", { name: "Show who says what" }).click();
  await page.locator(".text p").first().waitFor();
  await page.getByRole("button", { name: "New article" }).click();
  await page.locator(".input").fill("The mayor said that the pier would go.");
  await page.keyboard.press("Control+Enter");
  await page.locator(".text p", { hasText: "would go" }).waitFor();
});

onPage("every sample opens, with the date that was given with it", async (page) => {
  for (const { id } of ARTICLES) {
    await page.locator(`[data-sample="${id}"]`).click();
    await page.locator(".text p").first().waitFor();
    await page.locator("#tab-figures").click();
    assert.match(await page.locator(".note-text").innerText(), /sample|not known|first lines/);
    await page.getByRole("button", { name: "New article" }).click();
  }
});

onPage("marks nest, and those that cross are cut", async (page) => {
  await show(page, TEXT, REPORT);
  const claim = await marked(page, "mark.claim[data-id=c1]");
  assert.deepEqual(claim, ['the city would not sell the old pier, "whatever the price"']);
  assert.deepEqual(await marked(page, "mark.claim[data-id=c2] mark.organization"), ["Harbour Trust"]);
  assert.deepEqual(await marked(page, "mark.source mark.person[data-id=e5]"), ["Bram Oke", "Oke", "He"]);
  assert.deepEqual(await page.locator(".text .note").allInnerTexts(), ["1", "2", "3", "4", "6"]);
});

onPage("a card says who, the words, how, and via whom", async (page) => {
  await show(page, TEXT, REPORT);
  const card = page.locator(".card[data-id=c3]");
  assert.match(await card.innerText(), /Two people close to the talks/);
  assert.match(await card.locator("blockquote").innerText(), /^Harbour Trust, which offered/);
  assert.match(await card.innerText(), /Partly quoted\s+Unnamed source/);
  assert.match(await card.innerText(), /Vessey Echo reports that two people/);
  assert.match(await page.locator(".card[data-id=c4]").innerText(), /Quoted[\s\S]*To the Echo\./);
  assert.match(await page.locator(".card[data-id=c5]").innerText(), /Gave no comment/);
  assert.match(await page.locator(".card[data-id=c6]").innerText(), /The article says that this was not said\./);
});

onPage("entities, numbers, times and checks are listed", async (page) => {
  await show(page, TEXT, REPORT);
  await page.getByRole("tab", { name: /Names/ }).click();
  const lines = (words) => words.replace(/\n+/g, "\n");
  const entities = lines(await page.locator(".panel.entities").innerText());
  assert.match(entities, /People\s*2/);
  assert.match(entities, /Bram Oke\n3 mentions · 3 claims\nTrust director/);
  await page.getByRole("tab", { name: /Numbers & times/ }).click();
  const figures = lines(await page.locator(".panel.figures").innerText());
  assert.match(figures, /about 1,000 tonnes\n“1,000 tonnes” · of steel · measure/);
  assert.match(figures, /US\$4,500,000/);
  assert.match(figures, /12%\npercentage · rise/);
  assert.match(figures, /Tuesday,? 4 March 2025\n“Tuesday” · date · worked out from the publication date/);
  assert.match(figures, /Adds up/);
  assert.match(figures, /recomputed: 1\.243 miles/);
  assert.equal(await page.locator(".timeline .moment").count(), 2);
});

onPage("the legend filters by kind", async (page) => {
  await show(page, TEXT, REPORT);
  const decoration = () =>
    page
      .locator("mark.person")
      .first()
      .evaluate((mark) => getComputedStyle(mark).textDecorationColor);
  await page.getByRole("tab", { name: /Names/ }).click();
  const shown = await decoration();
  await page.getByRole("button", { name: /^People/ }).click();
  assert.equal(await page.getByRole("button", { name: /^People/ }).getAttribute("aria-pressed"), "false");
  assert.equal(await decoration(), "rgba(0, 0, 0, 0)");
  await page.getByRole("button", { name: /^People/ }).click();
  assert.equal(await decoration(), shown);
});

onPage(
  "pointing at a card lights its words and moves nothing",
  async (page) => {
    await show(page, TEXT, REPORT);
    const boxes = () =>
      page
        .locator("on-record")
        .evaluate((element) =>
          [...element.shadowRoot.querySelectorAll("p, li, mark")].map((e) => JSON.stringify(e.getBoundingClientRect())),
        );
    const before = await boxes();
    await page.locator(".card[data-id=c4]").hover();
    assert.equal(await page.locator("mark.claim.hot[data-id=c4]").count(), 2);
    assert.deepEqual(await boxes(), before);
    await page.locator("mark.claim[data-id=c1]").first().hover();
    assert.equal(await page.locator(".card.hot").getAttribute("data-id"), "c1");
    assert.deepEqual(await boxes(), before);
  },
  { viewport: { width: 1280, height: 2400 } },
);

onPage("a click joins the article and the views", async (page) => {
  await show(page, TEXT, REPORT);
  await page.getByRole("tab", { name: /Names/ }).click();
  await page.locator("mark.person[data-id=e1]").first().click();
  assert.equal(await page.locator(".item.selected").getAttribute("data-id"), "e1");
  assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "Names6");
  await page.getByRole("tab", { name: /Who says what/ }).click();
  await page.locator(".note", { hasText: "4" }).click();
  assert.equal(await page.locator(".item.selected").getAttribute("data-id"), "c4");
  assert.equal(await page.locator("mark.claim.selected").count(), 2);
});

onPage("marks follow the view; a click inside a claim opens the claim, in the names' view the name", async (page) => {
  await show(page, TEXT, REPORT);
  const shown = () =>
    page
      .locator(".text mark")
      .evaluateAll((marks) => [
        ...new Set(
          marks
            .filter((mark) => getComputedStyle(mark).getPropertyValue("--shown").trim() === "1")
            .map(({ className }) => className.split(" ")[0]),
        ),
      ]);
  assert.deepEqual((await shown()).sort(), ["claim", "cue", "source"]);
  await page.locator("mark.organization", { hasText: "Harbour Trust" }).first().click();
  assert.equal(await page.locator(".item.selected").getAttribute("data-id"), "c3");
  await page.getByRole("tab", { name: /Names/ }).click();
  assert.deepEqual((await shown()).sort(), ["group", "organization", "person", "place"]);
  await page.locator("mark.organization", { hasText: "Harbour Trust" }).first().click();
  assert.equal(await page.locator(".item.selected").getAttribute("data-id"), "e2");
  await page.getByRole("tab", { name: /Numbers/ }).click();
  assert.deepEqual((await shown()).sort(), ["number", "time"]);
  await page.getByRole("button", { name: "All", exact: true }).click();
  assert.equal((await shown()).length, 9);
  await page.getByRole("button", { name: "None", exact: true }).click();
  assert.deepEqual(await shown(), []);
  await page.keyboard.press("m");
  assert.deepEqual((await shown()).sort(), ["number", "time"]);
});

onPage("chip, tab, sentence and table count the same things", async (page) => {
  await show(page, TEXT, REPORT);
  const chip = (kind) => page.locator(`.legend [data-kind=${kind}] .tally`).innerText();
  const tab = (view) => page.locator(`#tab-${view} .tally`).innerText();
  assert.deepEqual([await chip("claim"), await tab("claims")], ["6", "6"]);
  assert.deepEqual([await chip("source"), await tab("sources")], ["4", "4"]);
  assert.match(await page.locator(".summary").innerText(), /^6 claims, 4 sources, 1 of them unnamed\.$/);
  await page.locator("#tab-sources").click();
  assert.equal(await page.locator(".sources-table tbody tr").count(), 4);
  assert.equal(await tab("entities"), "6", "the old pier has no name and says nothing");
  await page.locator("#tab-entities").click();
  assert.equal(await page.locator(".panel.entities .item").count(), 6);
});

onPage("keys: j and k walk the claims, Enter goes to the card and back, ? lists the keys", async (page) => {
  await show(page, TEXT, REPORT);
  const focused = () =>
    page.locator("on-record").evaluate((element) => {
      const { dataset } = element.shadowRoot.activeElement ?? {};
      return dataset?.note ? `note ${dataset.note}` : dataset?.go ? `card ${dataset.go}` : "";
    });
  for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  assert.equal(await focused(), "note c2");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "card c2");
  await page.keyboard.press("j");
  assert.equal(await focused(), "card c3");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "note c3");
  assert.equal(await page.locator(".note[tabindex='0']").count(), 1);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("3");
  assert.match(await page.getByRole("tab", { selected: true }).innerText(), /Numbers/);
  await page.keyboard.press("ArrowRight");
  assert.match(await page.getByRole("tab", { selected: true }).innerText(), /Sources/);
});

onPage("search finds cards", async (page) => {
  await show(page, TEXT, REPORT);
  await page.getByRole("searchbox").fill("table");
  assert.deepEqual(await page.locator(".card:visible").evaluateAll((cards) => cards.map((c) => c.dataset.id)), ["c4"]);
  await page.getByRole("searchbox").fill("zebra");
  assert.match(await page.locator(".nothing").innerText(), /zebra/);
});

onPage("search leaves no speaker without a card, but who leads to one that is left", async (page) => {
  const claims = REPORT.claims.map((claim) => (claim.id === "c2" ? { ...claim, speakers: ["e5", "e3"] } : claim));
  await show(page, TEXT, { ...REPORT, claims });
  const voices = () => page.locator(".voice-name:visible button").allInnerTexts();
  assert.equal((await voices()).length, 4);
  await page.getByRole("searchbox").fill("whatever");
  assert.deepEqual(await voices(), ["Ada Quill"]);
  assert.match(await page.locator(".nothing").innerText(), /^1 shown/);
  await page.getByRole("searchbox").fill("walked away");
  assert.deepEqual((await voices()).sort(), ["Bram Oke", "Two people close to the talks", "Vessey Echo"]);
});

onPage("editing reads the text again as it is typed", async (page) => {
  await paste(page, "The mayor said that the pier would stay.");
  await page.locator(".text p").first().waitFor();
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator(".editor").fill("Nothing was said by 12 people.");
  await page.waitForFunction(() => document.querySelector("on-record").report?.length === 30);
  await page.keyboard.press("Escape");
  await page.locator(".text p", { hasText: "12 people" }).waitFor();
});

onPage("the publication date is the reader's, else the page's, else none: never today", async (page) => {
  const text = "The mayor said on Tuesday that the pier would stay.";
  await paste(page, text);
  await page.locator(".text p").first().waitFor();
  await page.locator("#tab-figures").click();
  assert.match(await page.locator(".note-text").innerText(), /not known/);
  assert.equal(await page.evaluate(() => document.querySelector("on-record").report.published), undefined);
  await page.getByLabel("Published").fill("2025-03-06");
  await page.waitForFunction(() => document.querySelector("on-record").report.published === "2025-03-06");
  assert.match(await page.locator(".note-text").innerText(), /as you gave it/);
});

onPage("an HTML file gives its article, date and outlet, and nothing in it runs", async (page) => {
  const html = `<html><head><title>t</title><meta property="article:published_time" content="2025-03-04T10:00:00Z">
    <meta property="og:site_name" content="The Vessey Echo"><script>document.title = "ran"</script></head>
    <body><nav>Menu</nav><article><h1>Harbour talks</h1><p>The mayor <b>said</b> that the pier &amp; the mole would stay.</p>
    <img src=x onerror="document.title='ran'"><aside>Advertisement</aside><p>She left.</p></article></body></html>`;
  const file = { name: "page.html", mimeType: "text/html", buffer: Buffer.from(html) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator(".text p").first().waitFor();
  const text = await page.evaluate(() => document.querySelector("on-record").text);
  assert.equal(text, "Harbour talks\n\nThe mayor said that the pier & the mole would stay.\n\nShe left.");
  await page.locator("#tab-figures").click();
  assert.match(await page.locator(".note-text").innerText(), /read from the page itself/);
  assert.equal(await page.getByLabel("Published").inputValue(), "2025-03-04");
  assert.match(await page.title(), /^OnRecord/);
  for (const error of page.errors.splice(0, 2)) assert.match(error, /inline event handler violates/);
});

onPage("files that are no text get a sentence", async (page) => {
  const drop = (name, bytes) => page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: bytes });
  await drop("report.pdf", Buffer.from("%PDF-1.7"));
  await page.locator(".problem", { hasText: "report.pdf cannot be opened here" }).waitFor();
  await drop("noise.txt", Buffer.from([0, 1, 2, 3, 250]));
  await page.locator(".problem", { hasText: "noise.txt is not a text file" }).waitFor();
  await drop("empty.txt", Buffer.from(" \n"));
  await page.locator(".problem", { hasText: "No text was found in empty.txt" }).waitFor();
  await drop("latin.txt", Buffer.from("The caf\xe9 owner said that it would stay.", "latin1"));
  await page.locator(".text p", { hasText: "café" }).waitFor();
  assert.equal(await problem(page), "");
});

onPage("an address is not fetched, and an empty text is not read", async (page) => {
  await paste(page, "https://example.com/news/1");
  assert.match(await problem(page), /nothing is fetched/);
  await page.locator(".input").fill("  ");
  await page.getByRole("button", { name: "Show who says what" }).click();
  assert.match(await problem(page), /no text/);
});

onPage("a text that is not English is shown without marks, and the page says why", async (page) => {
  const german = "Der Bürgermeister sagte am Dienstag, die Stadt werde den alten Pier nicht verkaufen. ".repeat(8);
  await paste(page, german);
  await page.locator(".text p").first().waitFor();
  assert.match(await problem(page), /not seem to be English/);
  assert.equal(await page.locator(".text mark").count(), 0);
});

onPage("a text over the limit is refused with the number", async (page) => {
  await page.evaluate(() => document.querySelector("on-record").analyze("a".repeat(10_000_001)));
  assert.match(await problem(page), /10000000/);
  assert.equal((await analyze(page, "The pier stays.")).code, undefined);
});

it("a panic, a trap and a hang come home as errors, and the next analysis works", async () => {
  const page = await openPage();
  for (const [how, code] of [
    ["panic", "PANIC"],
    ["trap", "PANIC"],
    ["hang", "TIMEOUT"],
  ]) {
    const error = await page.evaluate(
      (how) =>
        customElements
          .get("on-record")
          .engine.crash(how)
          .catch(({ code, message }) => ({ code, message })),
      how,
    );
    assert.equal(error.code, code, `${how}: ${error.message}`);
    assert.equal(JSON.parse((await analyze(page, "The pier stays.")).json).length, 15);
  }
  assert.ok(
    page.errors.every((error) => /broken on purpose/.test(error)),
    page.errors.join("\n"),
  );
  await page.context().close();
});

onPage("of two questions the latest is shown", async (page) => {
  const [first, second] = await page.evaluate(async () => {
    const element = document.querySelector("on-record");
    const answers = [element.analyze("One said that it was long. ".repeat(20_000)), element.analyze("Short.")];
    return (await Promise.all(answers)).map((report) => report?.length);
  });
  assert.deepEqual([first, second], [undefined, 6]);
  assert.equal(await page.evaluate(() => document.querySelector("on-record").text), "Short.");
});

onPage("a long analysis can be cancelled", async (page) => {
  await page.evaluate(() => {
    document.querySelector("on-record").analyze("“No”, the mayor said on Tuesday to 12 people. ".repeat(100_000));
  });
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await page.locator(".busy").isVisible(), false);
  assert.equal(JSON.parse((await analyze(page, "The pier stays.")).json).length, 15);
});

for (const [name, text] of Object.entries(BAD)) {
  onPage(`bad input is shown: ${name}`, async (page) => {
    await page.evaluate((text) => document.querySelector("on-record").analyze(text), text);
    assert.equal(await page.evaluate(() => document.querySelector("on-record").report.length), text.length);
    assert.ok((await page.locator(".text p").count()) > 0);
  });
}

onPage("after it has loaded, the page can fetch nothing and asks for nothing", async (page) => {
  const before = requests.length;
  await paste(page, ARTICLES[0].text);
  await page.locator(".text p").first().waitFor();
  await page.getByRole("tab", { name: /Names/ }).click();
  assert.deepEqual(requests.slice(before), []);
  const refused = await page.evaluate(() =>
    fetch("samples.json").then(
      () => "fetched",
      (error) => error.name,
    ),
  );
  assert.equal(refused, "TypeError");
  assert.deepEqual(requests.slice(before), []);
  page.errors.length = 0;
});

// The files that the command prints are those that the page saves: the page's own modules make them here of the command's
// report, in American English and without corrections, and every byte is the same.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { virtual } from "../../scripts/artefacts/parts.mjs";
import { reportShapes } from "../../scripts/artefacts/schema.mjs";
import { ROOT } from "../../scripts/root.mjs";
import { command } from "./command.mjs";

const FOLDER = mkdtempSync(join(tmpdir(), "onrecord-formats-"));
/** Where numbers and dates take the reader's language from. */
Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-US"] }, configurable: true });
const { EXPORTS, Format, Reading, en, readSaved, sign, INTL_UNIT } = await pageModules();

/** The page's modules, as a bundle, since some of what they import is no script. */
async function pageModules() {
  const contents = `
    export { EXPORTS } from "./www/exports/index.js";
    export { Format } from "./www/format.js";
    export { Reading } from "./www/reading.js";
    export { readSaved } from "./www/saved.js";
    export { en } from "./www/strings/en.js";
    export { INTL_UNIT, sign } from "./www/units.js";`;
  const outfile = join(FOLDER, "page.mjs");
  const shapes = reportShapes(readFileSync(join(ROOT, "www/report.d.ts"), "utf8"));
  await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    format: "esm",
    loader: { ".tsv": "text" },
    plugins: [virtual({ "#shapes": { shapes } })],
    outfile,
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

/** Our own articles, by name. */
const ARTICLES = readdirSync(join(ROOT, "tests/articles"))
  .filter((file) => file.endsWith(".txt"))
  .map((file) => [file, readFileSync(join(ROOT, "tests/articles", file), "utf8")]);

/** What they do not have: each form and attribution, most stances, every kind of number and time, and texts that do harm. */
const TEXTS = {
  empty: "",
  "white space": " \u00a0\ufeff\n\n\t",
  "no claims": "The pier opened in 1998. It is 1,200 metres long.",
  "not English": "Der Pier bleibt stehen, sagte die Bürgermeisterin am Dienstag vor dem Stadtrat.",
  emoji:
    "🙂 Pier 🏴‍☠️ stays 🦊\n\nMayor Ada Quill 👩‍⚖️ said 🙂: “It 🙂 stays 🦊 until May 3.” 🅰 ⓑ “Two 🦊🦊🦊🦊,” she said.",
  markup:
    '<b>A & B\'s "pier"</b> `x` | *y* _z_ #1\n\n“No <script>alert(1)</script> | `no` & {no} [no](x) ~no~,” Ann <i>Lee</i> said. &lt; A\\B said it would go.',
  CRLF: 'The pier\r\n\r\nMayor Ada Quill said: "No."\r\nShe said it was\r\n12 metres long.\r\n\r\n"Yes," she added.\r\n',
  formulas: '=1+1\n\n"=HYPERLINK(1)," @ann said. -5 degrees, +3 said.',
  "a long headline": `${"x".repeat(119)}🙂${"y".repeat(50)}\n\n“No,” Ann Lee said.`,
  chains: `The pier will close, two officials said, the Vessey Echo reported on Tuesday.
    The deal is off, RIA Novosti and TASS reported, citing Russian sources. “Ann Lee told me she would go,” Bo Oke said.
    Japan's Kyodo News Agency, citing a diplomat in Tashkent, said that talks had begun.`,
  stances: `Ann Lee denied that the pier was closed. She warned it could fall. Bo Oke asked whether it might reopen.
    He promised to repair it. The union demanded that it be repaired. Analysts estimated that it would cost $5 million.
    Prosecutors alleged that Mr Oke took money. Ms Lee said she hoped it would reopen. A spokesman declined to comment.
    Cy Day did not say that the pier was safe. The pier is reportedly unsafe. “It may, may, perhaps fall,” an official who
    spoke on condition of anonymity because he was not authorised to speak told reporters in a statement on Monday.
    The ministry said in a letter to the council on 5 March that the "old pier" was "not safe" at all.`,
  interview: `Interview\n\nReporter: Will the pier stay?\n\nAnn Lee: It will stay, and it will be painted.\n\nReporter: When?\n\nAnn Lee: In May 2024.`,
  numbers: `The pier is 3 km (1.9 miles) long, 1 foot wide and weighs 4 tonnes; it cost $1.5 million, £300, ¥1,000, 45 rubles, 5,000 CFA
    francs, C$2.50 and 19 cents. Oil rose 4.35 % to $76 a barrel, by 2 percentage points to 1.2 million barrels a day.
    It was 20C, more than 60 people, up to 8 boats, 5 to 10 km, about 40 km/h, 30 miles per hour, 89-52, two thirds, first, one,
    a 45-year-old, 5 sq km, 3 acres, 12 hectares, 2 GB, 300 megawatts, 7 knots, minus 5 degrees, 0.5 per cent, dozens.`,
  times: `On Tuesday, on 13 September 2023, in September 2023, in 2019, in the 1990s, last week, from 28 September to 4 October 2023,
    at 10:30 am on Monday, for two days, for 90 minutes, every Friday, three years ago, this weekend, in the summer of 2022, for a
    year and a half, from December 2022 to January 2023, early Monday, an hour later, once, now, next month, in 44 BC.`,
};

const CASES = [
  ...ARTICLES.map(([name, text]) => ({ name, text })),
  ...ARTICLES.map(([name, text]) => ({
    name: `${name}, dated`,
    text,
    published: "2024-02-29",
    outlet: "The Vessey Echo",
  })),
  ...Object.entries(TEXTS).map(([name, text]) => ({ name, text, published: "2023-09-13" })),
  ...Object.entries(TEXTS).map(([name, text]) => ({ name: `${name}, undated`, text })),
];

/** What the command prints of a text. */
function printed({ text, published, outlet }, ...format) {
  const file = join(FOLDER, "a.txt");
  writeFileSync(file, text);
  const options = [...(published ? ["--published", published] : []), ...(outlet ? ["--outlet", outlet] : [])];
  const settings = /** @type {const} */ ({ encoding: "utf8", maxBuffer: 2 ** 28 });
  return execFileSync(command(), [file, ...options, "--format", ...format], settings);
}

/** The page's reading of what the command reports. */
function readingOf(asked) {
  return new Reading(asked.text, JSON.parse(printed(asked, "json")), en);
}

/** As a file: half a character is none. */
function bytes(text) {
  return Buffer.from(text).toString();
}

function made(reading, id) {
  return EXPORTS.find((kind) => kind.id === id).make(reading);
}

for (const asked of CASES) {
  test(`${asked.name}: the page's files`, async () => {
    const reading = readingOf(asked);
    assert.equal(printed(asked, "html"), bytes(await made(reading, "html")));
    const markdown = bytes(await made(reading, "markdown"));
    assert.equal(printed(asked, "markdown"), markdown.endsWith("\n") ? markdown : `${markdown}\n`);
    assert.equal(printed(asked, "w3c"), `${bytes(await made(reading, "w3c"))}\n`);
    assert.deepEqual(cells(printed(asked, "csv", "--table", "sources"), 2), cells(await made(reading, "sources"), 0));
  });
}

/** The rows of a table of sources but for its head, without `before` columns and without those that people fill in. */
function cells(csv, before) {
  const rows = csv.trim().split("\r\n").slice(1);
  return rows.map((row) =>
    row
      .match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)
      .map((cell) => cell.replace(/,$/, ""))
      .slice(before, before + 7),
  );
}

test("the texts have what is worth comparing", () => {
  const reports = CASES.map((asked) => readingOf(asked).report);
  const claims = reports.flatMap((report) => report.claims);
  const seen = (/** @type {string} */ field) => new Set(claims.map((claim) => claim[field]));
  assert.deepEqual([...seen("form")].sort(), ["direct", "indirect", "mixed"]);
  assert.deepEqual([...seen("attribution")].sort(), ["described", "implied", "named", "none", "unnamed"]);
  assert.ok(seen("stance").size > 6, [...seen("stance")].join(", "));
  for (const field of ["addressee", "medium", "said", "anonymity", "via", "negated", "hedged"]) {
    assert.ok(
      claims.some((claim) => claim[field]),
      `no text has ${field}`,
    );
  }
  assert.ok(claims.some(({ rule }) => rule === "interview label"));
  const kinds = new Set(reports.flatMap(({ quantities, times }) => [...quantities, ...times].map(({ kind }) => kind)));
  const missing = [...Object.keys(en.quantityKinds), ...Object.keys(en.timeKinds)].filter((kind) => !kinds.has(kind));
  assert.deepEqual(missing, [], "kinds that no text has");
});

test("the page opens the command's page again", () => {
  for (const asked of CASES.filter(({ text }) => text.trim())) {
    const [, content] = /<meta name="onrecord-report" content="([^"]*)">/.exec(printed(asked, "html"));
    const names = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
    const saved = readSaved(content.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => names[name]));
    assert.equal(saved.text, asked.text, `${asked.name}: ${JSON.stringify(saved.refused)}`);
  }
});

/** The rows of a table of the command. */
function table(name) {
  const lines = readFileSync(join(ROOT, "cli/src/exports", name), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return new Map(lines.map((line) => line.split("\t")).map(([code, ...cells]) => [code, cells]));
}

test("units are written as the page writes them", () => {
  const format = new Format(en);
  const units = table("units.tsv");
  assert.deepEqual(
    [...units].filter(([, cells]) => cells[1]).map(([code]) => code),
    Object.keys(INTL_UNIT),
  );
  for (const [code, [known, one, many]] of units) {
    if (known) assert.equal(known, sign(code));
    if (one) assert.deepEqual([format.value(1, code), format.value(2, code)], [`1 ${one}`, `2 ${many}`]);
  }
  const source = readFileSync(join(ROOT, "www/units.js"), "utf8");
  const [, signs] = /const SIGN = lookup\(\{([^]*?)\}\);/.exec(source);
  for (const [, quoted, plain] of signs.matchAll(/^ {2}(?:"(.+?)"|(\w+)):/gm)) {
    assert.equal(units.get(quoted ?? plain)?.[0], sign(quoted ?? plain), quoted ?? plain);
  }
});

test("currencies are written as the page writes them", () => {
  const format = new Format(en);
  const known = table("currencies.tsv");
  for (const code of Intl.supportedValuesOf("currency")) {
    const [sign = code] = known.get(code) ?? [];
    assert.equal(format.value(5, code).replace(/\u00a0?5$/, ""), sign, code);
  }
});

// The same report, to the byte, from the command, in WASM in Node and in WASM in Chromium: for our own articles, and for
// 200 of the development data, where that is.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { ARTICLES, askCommand, openBindings } from "../wasm/bindings.mjs";
import { analyze, closeAll, openPage, SKIP } from "./browser.mjs";

after(closeAll);

const FOLDER = process.env.ONRECORD_DATA && `${process.env.ONRECORD_DATA}/attribution/polnear-train`;
const MANY = 200;

/** Articles from all over the folder, and why there are none. */
function development() {
  if (!FOLDER) return { articles: [], skip: "ONRECORD_DATA does not say where the data is" };
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort();
  const chosen = Array.from({ length: MANY }, (_, i) => files[Math.floor((i * files.length) / MANY)]);
  const read = (file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8")).text;
  return { articles: chosen.map((id) => ({ id, text: read(id), published: "2016-07-01" })), skip: false };
}

/** Hashes of reports, by the article's id. @typedef {Map<string, string>} Hashes */

/** @param {[string, string][]} reports as JSON, by id @returns {Hashes} */
const hashes = (reports) => new Map(reports.map(([id, json]) => [id, createHash("sha256").update(json).digest("hex")]));

/** The articles whose reports are not the same, or not there. @param {Hashes} ours @param {Hashes} theirs */
const different = (ours, theirs) =>
  [...new Set([...ours.keys(), ...theirs.keys()])].filter((id) => ours.get(id) !== theirs.get(id));

const fromCommand = (articles) => hashes([...askCommand(articles)]);

function inNode(articles) {
  const bindings = openBindings();
  return hashes(articles.map(({ id, text, published }) => [id, JSON.stringify(bindings.analyze(text, { published }))]));
}

async function inChromium(articles) {
  const page = await openPage();
  const reports = [];
  for (const { id, text, published } of articles) reports.push([id, (await analyze(page, text, published)).json]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
  return hashes(reports);
}

const { articles, skip } = development();
const SETS = [
  { name: "our articles", articles: ARTICLES, count: ARTICLES.length, skip: false },
  { name: `${MANY} articles of the development data`, articles, count: MANY, skip },
];

for (const { name, articles, count, skip } of SETS) {
  /** @type {Hashes} */
  let native;
  test(`${name}: the same report in Node as from the command`, { skip }, () => {
    native = fromCommand(articles);
    assert.equal(native.size, count);
    assert.deepEqual(different(native, inNode(articles)), []);
  });
  test(
    `${name}: the same report in Chromium as from the command`,
    { skip: skip || SKIP, timeout: 600_000 },
    async () => {
      assert.deepEqual(different(native, await inChromium(articles)), []);
    },
  );
}

test("another report is noticed, and one that is missing", () => {
  const native = fromCommand(ARTICLES);
  const [first, second, ...rest] = [...native.keys()];
  const text = `${ARTICLES[0].text}\n\nThe mayor said no.`;
  const other = inNode([{ ...ARTICLES[0], text }, ...ARTICLES.slice(2)]);
  assert.deepEqual(different(native, other), [first, second]);
  assert.equal(other.size, rest.length + 1);
});

// `npm run bench`: our whole analysis beside compromise, wink-nlp and harper.js, in Node and in Chromium, in one run.
// Prints the table, and with --write puts it into eval/bench.md.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { brotliSize } from "../scripts/sizes.mjs";
import { serve } from "../scripts/serve.mjs";
import { CHROMIUM } from "../tests/page/browser.mjs";
import { FORMS, repeated } from "./forms.mjs";
import { medians, middle, timeOf } from "./measure.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HERE = `${ROOT}/bench`;
const WORK = `${ROOT}/target/bench`;
const NAMES = ["onrecord", "wink", "compromise", "harper"];
const articles = readdirSync(`${ROOT}/tests/articles`)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => readFileSync(`${ROOT}/tests/articles/${file}`, "utf8"));

/** A file of the site, as the contender that is ours asks for it. */
const read = async (name) =>
  readFileSync(name === "onrecord.wasm" ? `${ROOT}/dist/site/${name}` : `${ROOT}/target/site/onrecord.js`);

async function openAll() {
  const open = async (name) => [name, await (await import(`./contenders/${name}.mjs`)).open(read)];
  return Object.fromEntries(await Promise.all(NAMES.map(open)));
}

/** Mebibytes that a process of its own holds after each article, less what an empty one holds. */
function memory(name) {
  const script = `
    const bare = process.memoryUsage().rss;
    const { readFileSync } = await import("node:fs");
    const files = { "onrecord.wasm": "dist/site/onrecord.wasm", "onrecord-glue.js": "target/site/onrecord.js" };
    const { open } = await import("./bench/contenders/${name}.mjs");
    const contender = await open(async (file) => readFileSync(files[file]));
    for (const text of JSON.parse(readFileSync("target/bench/articles.json", "utf8"))) await contender.analyze(text);
    console.log((process.memoryUsage().rss - bare) / 2 ** 20);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: ROOT });
  return Number(output.toString());
}

/** The page of each contender, and what it sends over the wire. */
function bundle() {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  writeFileSync(`${WORK}/articles.json`, JSON.stringify(articles));
  cpSync(`${ROOT}/dist/site/onrecord.wasm`, `${WORK}/onrecord.wasm`);
  cpSync(`${ROOT}/target/site/onrecord.js`, `${WORK}/onrecord-glue.js`);
  cpSync(`${HERE}/node_modules/harper.js/dist`, `${WORK}/harper`, { recursive: true });
  const options = [
    "--bundle",
    "--format=esm",
    "--minify",
    "--target=es2022",
    "--external:harper.js*",
    "--log-level=error",
  ];
  for (const name of NAMES) {
    const entry = `${WORK}/${name}.entry.mjs`;
    const [contender, page] = [`${HERE}/contenders/${name}.mjs`, `${HERE}/page.mjs`].map((path) =>
      JSON.stringify(path),
    );
    writeFileSync(
      entry,
      `import { open } from ${contender};\nimport { begin } from ${page};\nbegin(open, "${name}");\n`,
    );
    execFileSync(`${ROOT}/node_modules/.bin/esbuild`, [entry, ...options, `--outfile=${WORK}/${name}.js`]);
    writeFileSync(`${WORK}/${name}.html`, `<!doctype html><script type="module" src="${name}.js"></script>`);
  }
}

const WIRE = {
  onrecord: ["onrecord.js", "onrecord-glue.js", "onrecord.wasm"],
  wink: ["wink.js"],
  compromise: ["compromise.js"],
  harper: ["harper.js", "harper/index.js", "harper/harper_wasm_bg.wasm"],
};
const wire = (name) => WIRE[name].reduce((sum, file) => sum + brotliSize(readFileSync(`${WORK}/${file}`)), 0) / 1000;

/** First report after the page was opened, and the time an article takes once warm, in Chromium. */
async function inChromium() {
  const { address, close } = await serve(WORK);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const starts = Object.fromEntries(NAMES.map((name) => [name, []]));
  const warm = {};
  for (let round = 0; round < 5; round++) {
    for (const name of NAMES) {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${address}${name}.html`);
      await page.waitForFunction(() => "firstReportMs" in globalThis);
      starts[name].push(await page.evaluate(() => globalThis.firstReportMs));
      if (round === 4) warm[name] = await page.evaluate(() => globalThis.measure());
      await page.context().close();
    }
  }
  await browser.close();
  await close();
  return Object.fromEntries(NAMES.map((name) => [name, { start: middle(starts[name]), warm: warm[name] }]));
}

/** How long ours takes for our articles one after the other, 64 KB to 8 MB in one call; and for texts that nobody writes. */
async function growth(ours) {
  const rows = [];
  const all = articles.join("\n\n");
  for (let units = 65_536; units <= 8 * 2 ** 20; units *= 2) {
    rows.push({ text: `articles, ${units / 1024} KB`, ms: await timeOf(ours, [repeated(`${all}\n\n`, units)]) });
  }
  const forms = [];
  for (const [name, piece] of Object.entries(FORMS)) {
    const times = [];
    for (const units of [65_536, 131_072, 262_144]) times.push(await timeOf(ours, [repeated(piece, units)]));
    forms.push({ text: name, ms: times });
  }
  return { rows, forms };
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

if (!existsSync(`${HERE}/node_modules/.package-lock.json`)) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, stdio: "inherit" });
}
bundle();
const contenders = await openAll();
console.error("Node: times …");
const node = await medians(contenders, articles);
console.error("Chromium …");
const browser = CHROMIUM ? await inChromium() : undefined;
console.error("growth …");
const { rows, forms } = await growth(contenders.onrecord);
const by = (value, of) => (value / of).toFixed(2);
const words = Math.round(articles.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / articles.length);
const report = [
  `One run; our ${articles.length} articles (${words} words on average) in shuffled order, medians of 20 rounds, as ratios to wink-nlp.`,
  table(
    [
      "",
      "Node, warm",
      "Chromium, warm",
      "Chromium, page opened to first report",
      "over the wire, KB brotli",
      "memory, MB",
    ],
    NAMES.map((name) => [
      name,
      by(node[name], node.wink),
      browser ? by(browser[name].warm, browser.wink.warm) : "",
      browser ? by(browser[name].start, browser.wink.start) : "",
      wire(name).toFixed(0),
      memory(name).toFixed(0),
    ]),
  ),
  `wink-nlp itself: ${node.wink.toFixed(1)} ms an article in Node${browser ? `, ${browser.wink.warm.toFixed(1)} ms in Chromium, first report after ${browser.wink.start.toFixed(0)} ms` : ""}.`,
  "How our time grows, in Node:",
  table(
    ["one call", "seconds", "times the row before"],
    rows.map(({ text, ms }, i) => [text, (ms / 1000).toFixed(2), i ? by(ms, rows[i - 1].ms) : ""]),
  ),
  table(
    ["text that nobody writes", "64 KB, seconds", "128 KB: times that", "256 KB: times that"],
    forms.map(({ text, ms }) => [text, (ms[0] / 1000).toFixed(2), by(ms[1], ms[0]), by(ms[2], ms[1])]),
  ),
].join("\n\n");
console.log(report);
if (process.argv.includes("--write")) {
  const head =
    "# Speed and size\n\nWritten by `npm run bench -- --write` (it builds nothing: `npm run build` first).\n\n";
  writeFileSync(`${ROOT}/eval/bench.md`, `${head}${report}\n`);
}
process.exit(0);

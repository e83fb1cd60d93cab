// The npm package: what it says of itself is true, and it works where it is installed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { build as esbuild } from "esbuild";
import { chromium } from "playwright-core";
import { build as vite } from "vite";
import webpack from "webpack";
import { reportSchema } from "../../scripts/artefacts/schema.mjs";
import { serve } from "../../scripts/serve.mjs";
import { CHROMIUM, SKIP } from "../page/browser.mjs";
import { ARTICLES, askCommand, openBindings, ROOT } from "../wasm/bindings.mjs";

const NPM = join(ROOT, "dist/npm");
const QUESTION = "The mayor said on Tuesday that the pier will stay.";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const node = (file, ...args) => execFileSync(process.execPath, [file, ...args], { cwd: ROOT, encoding: "utf8" });

test("the schema accepts every report of the engine, and nothing that is none", () => {
  const check = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    reportSchema(readFileSync(join(ROOT, "www/report.d.ts"), "utf8")),
  );
  const reports = [...askCommand(ARTICLES).values()].map((json) => JSON.parse(json));
  for (const report of reports) assert.ok(check(report), JSON.stringify(check.errors));
  const [report] = reports;
  const spoilt = [
    { ...report, schema: 2 },
    { ...report, claims: [{ ...report.claims[0], form: "loud" }] },
    { ...report, quantities: [{ ...report.quantities[0], kind: undefined }] },
    { ...report, times: [{ ...report.times[0], extra: 1 }] },
    { ...report, checks: [{ id: "k1", kind: "sum", spans: [], agrees: true, computed: 3, rule: "x" }] },
  ];
  for (const wrong of spoilt) assert.equal(check(JSON.parse(JSON.stringify(wrong))), false);
});

test("custom-elements.json names what the element observes, emits, and lets be styled", () => {
  const { modules } = JSON.parse(readFileSync(join(NPM, "custom-elements.json"), "utf8"));
  const [{ attributes, events, cssParts, cssProperties }] = modules[0].declarations;
  const source = readFileSync(join(ROOT, "www/embed/host.js"), "utf8");
  const [, observed] = /OBSERVED =\s*"([^"]+)"/.exec(source);
  assert.deepEqual(
    attributes.map(({ name }) => name),
    observed.split(" "),
  );
  const parts = source + readFileSync(join(ROOT, "www/embed/parts.js"), "utf8");
  const emitted = [...parts.matchAll(/emit\("(\w+)"/g)].map(([, name]) => `onrecord-${name}`);
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(events), [...new Set(emitted)].sort());
  const files = ["host.js", "parts.js", "panel.js", "compared.js", "paint.js", "loader.css", "panel.css"];
  const all = files.map((name) => readFileSync(join(ROOT, "www/embed", name), "utf8")).join("\n");
  const found = (pattern) => [...new Set([...all.matchAll(pattern)].map(([, name]) => name))].sort();
  assert.deepEqual(names(cssParts), found(/part: "(\w+)"/g));
  assert.deepEqual(names(cssProperties), found(/var\((--onrecord-[\w-]+)/g));
});

test("publint and attw find nothing", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: NPM, strict: true });
  assert.deepEqual(messages, []);
  node(
    "node_modules/@arethetypeswrong/cli/dist/index.js",
    "--pack",
    NPM,
    "--profile",
    "esm-only",
    "--exclude-entrypoints",
    "./onrecord.js",
    "./onrecord.inline.js",
    "./onrecord.wasm",
  );
});

test("the package has no runtime dependency", () => {
  const manifest = JSON.parse(readFileSync(join(NPM, "package.json"), "utf8"));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).dependencies, undefined);
});

/** A fresh project with the packed package installed as any is. */
const project = mkdtempSync(join(tmpdir(), "onrecord-"));
const packed = execFileSync(npm, ["pack", "--silent", "--pack-destination", project, NPM], { encoding: "utf8" })
  .trim()
  .split("\n")
  .at(-1);
writeFileSync(join(project, "package.json"), '{"name":"fresh","private":true,"type":"module"}');
execFileSync(npm, ["install", "--silent", "--offline", "--no-audit", "--no-fund", `./${packed}`], {
  cwd: project,
  stdio: "ignore",
});

const ASK = (from) => `import { analyze } from "${from}";
const report = await analyze(${JSON.stringify(QUESTION)}, { published: "2025-03-06" });
globalThis.answer = JSON.stringify(report);
if (!globalThis.document) console.log(globalThis.answer);`;
const EXPECTED = JSON.stringify(openBindings().analyze(QUESTION, { published: "2025-03-06" }));
mkdirSync(join(project, "src"));
writeFileSync(join(project, "src/ask.js"), ASK("onrecord"));
writeFileSync(join(project, "src/ask-inline.js"), ASK("onrecord/inline"));
writeFileSync(join(project, "src/element.js"), `import "onrecord/element";`);
writeFileSync(join(project, "index.html"), '<!doctype html><script type="module" src="./src/ask.js"></script>');

test("Node: import, types of errors, and a fresh start after a panic", () => {
  assert.equal(node(join(project, "src/ask.js")).trim(), EXPECTED);
  const long = `import { analyze } from "onrecord";
    const { code } = await analyze("a".repeat(10_000_001)).catch((error) => error);
    console.log(code, (await analyze("The pier stays.")).length);`;
  writeFileSync(join(project, "src/long.js"), long);
  assert.equal(node(join(project, "src/long.js")).trim(), "TOO_LARGE 15");
});

test("TypeScript: the types are found, in both ways of looking, and say what is wrong", () => {
  const use = `import { analyze, type Report } from "onrecord";
    import "onrecord/element";
    const report: Report = await analyze("The pier stays.", { published: "2025-03-06" });
    const again: Report | undefined = await document.querySelector("on-record")?.analyze(report.claims[0]?.lemma);
    // @ts-expect-error there is no such option
    await analyze("The pier stays.", { publishd: "2025-03-06" });
    export { again };`;
  writeFileSync(join(project, "src/types.ts"), use);
  const options = ["--noEmit", "--strict", "--target", "es2022", "--ignoreConfig", join(project, "src/types.ts")];
  for (const [module, resolution] of [
    ["esnext", "bundler"],
    ["nodenext", "nodenext"],
  ]) {
    node("node_modules/typescript/bin/tsc", ...options, "--module", module, "--moduleResolution", resolution);
  }
});

const browser = SKIP ? undefined : await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
after(() => browser?.close());
const it = (name, body) => test(name, { skip: SKIP, timeout: 600_000 }, body);

/** What a built project answers in a browser. */
async function answerOf(folder) {
  const server = await serve(folder);
  const page = await browser.newPage();
  try {
    await page.goto(server.address);
    await page.waitForFunction(() => globalThis.answer);
    return await page.evaluate(() => globalThis.answer);
  } finally {
    await page.close();
    await server.close();
  }
}

it("Vite: builds, and the page answers", async () => {
  await vite({ root: project, base: "./", logLevel: "error", build: { outDir: "vite", target: "es2022" } });
  assert.equal(await answerOf(join(project, "vite")), EXPECTED);
});

it("webpack: builds, and the page answers", async () => {
  const compiler = webpack({
    mode: "production",
    context: project,
    entry: "./src/ask.js",
    output: { path: join(project, "webpack"), filename: "main.js" },
    performance: { hints: false },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.equal(stats.hasErrors(), false, String(stats));
  writeFileSync(join(project, "webpack/index.html"), '<!doctype html><script src="main.js"></script>');
  assert.equal(await answerOf(join(project, "webpack")), EXPECTED);
});

it("esbuild: onrecord/inline builds, and the page answers", async () => {
  const outfile = join(project, "esbuild/main.js");
  const entryPoints = [join(project, "src/ask-inline.js")];
  await esbuild({ entryPoints, outfile, bundle: true, format: "esm", target: "es2022", logLevel: "error" });
  writeFileSync(join(project, "esbuild/index.html"), '<!doctype html><script type="module" src="main.js"></script>');
  assert.equal(await answerOf(join(project, "esbuild")), EXPECTED);
});

it("Vite: the element too", async () => {
  const file = join(project, "element.html");
  writeFileSync(
    file,
    '<!doctype html><on-record loading="eager">The mayor said that the pier will stay.</on-record><script type="module" src="./src/element.js"></script><script type="module">const e = document.querySelector("on-record"); await customElements.whenDefined("on-record"); await e.ready; globalThis.answer = e.state + e.report?.claims.length</script>',
  );
  await vite({
    root: project,
    base: "./",
    logLevel: "error",
    build: { outDir: "element", target: "es2022", rollupOptions: { input: file } },
  });
  writeFileSync(join(project, "element/index.html"), readFileSync(join(project, "element/element.html")));
  assert.equal(await answerOf(join(project, "element")), "ready1");
});

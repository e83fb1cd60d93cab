// Sites that are made as the pages in docs/ say, and what their readers see in Chromium.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ROOT } from "../../scripts/root.mjs";
import { serve } from "../../scripts/serve.mjs";
import { launchChromium } from "../page/browser.mjs";

export { SKIP as NO_BROWSER } from "../page/browser.mjs";

const HERE = `${ROOT}/tests/integrations`;
const [HEADLINE, ...PARAGRAPHS] = readFileSync(`${ROOT}/tests/articles/ferrant-results.txt`, "utf8")
  .trim()
  .split("\n\n");

/** An article as authors of Markdown write it. */
export const MARKDOWN = [`# ${HEADLINE}`, ...PARAGRAPHS].join("\n\n");

/** The same as HTML. */
export const HTML = `<h1>${HEADLINE}</h1>\n${PARAGRAPHS.map((words) => `<p>${words.replaceAll("&", "&amp;")}</p>`).join("\n")}`;

/**
 * A folder with our `dist` and `integrations` and somebody's site in it, for the page's commands to be run in.
 * @param {string} name @param {string} site the site's folder @param {Record<string, string>} files of the site
 */
export function workplace(name, site, files) {
  const folder = `${ROOT}/target/integrations/${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/${site}`, { recursive: true });
  for (const ours of ["dist", "integrations"]) symlinkSync(`${ROOT}/${ours}`, `${folder}/${ours}`);
  const put = (path, text) => {
    mkdirSync(dirname(`${folder}/${site}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${site}/${path}`, text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  return { folder, site: `${folder}/${site}`, put, sh: (commands) => run("sh", ["-ec", commands], folder) };
}

/** What a program prints; it must succeed. */
export function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${program} ${args.join(" ")}: ${error?.message ?? stderr + stdout}`);
  return stdout;
}

/** Installs other people's packages for Node; a reason to skip if that cannot be. */
export function noPackages() {
  if (existsSync(`${HERE}/node_modules/@11ty/eleventy`)) return false;
  console.log("installing Eleventy and Ghost's renderer");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], { cwd: HERE });
  return status !== 0 && "Eleventy and Ghost's renderer could not be installed from npm";
}

let browser;

/** Serves a folder and opens a page of it; `look` gets Chromium's page. What the page complains of fails the test. */
export async function visit(folder, path, look) {
  browser ??= await launchChromium();
  const site = await serve(folder);
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  try {
    await page.goto(site.address + path);
    await look(page);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
    await site.close();
  }
}

export async function closeBrowser() {
  await browser?.close();
}

/** The claims that a reader sees: those of the article, and nothing of the page around it. */
export async function claimsOf(page) {
  await page.waitForFunction(() => customElements.get("on-record"));
  await page.locator("on-record").scrollIntoViewIfNeeded();
  const button = page.getByRole("button", { name: "Who says what?" });
  if (await button.isVisible()) await button.click();
  const claims = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("on-record"));
    const { report, text } = await element.ready;
    return report?.claims.map((claim) => claim.content.map(({ start, end }) => text.slice(start, end)).join(" … "));
  });
  assert.ok(claims.length > 8, `${claims.length} claims`);
  assert.doesNotMatch(claims.join("\n"), /menu|footer/i);
  return claims;
}

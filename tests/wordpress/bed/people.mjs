// The four roles at work: over REST with their own passwords, and in Chromium with their own cookies.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { launchChromium } from "../../page/browser.mjs";
import { openBindings, ROOT } from "../../wasm/bindings.mjs";
import { openBed } from "./bed.mjs";

export const ROLES = ["administrator", "editor", "author", "contributor"];

/** An article of ours that has several speakers. */
export const STORY = readFileSync(`${ROOT}/tests/articles/cyclone-odalys.txt`, "utf8").trim();

/** As the editor writes it. @param {string} words */
export const escaped = (words) => words.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

/** The story as blocks, its headline left to the title. @param {string} [text] */
export function blocksOf(text = STORY) {
  const [, ...paragraphs] = text.split(/\n\n+/);
  return paragraphs.map((p) => `<!-- wp:paragraph -->\n<p>${escaped(p)}</p>\n<!-- /wp:paragraph -->`).join("\n\n");
}

/**
 * A WordPress and its people for all tests of a suite; in the end it must have complained of nothing of ours.
 * @param {(bed: Awaited<ReturnType<typeof openBed>>, all: Awaited<ReturnType<typeof people>>) => void} take
 * @param {object} [settings] of the plugin @param {string} [core] the folder of a WordPress
 */
export function atWork(take, settings, core) {
  let bed;
  let all;
  before(async () => {
    bed = await openBed(core);
    all = await people(bed);
    if (settings) all.settings(settings);
    take(bed, all);
  });
  after(async () => {
    const complaints = bed?.complaints();
    await all?.close();
    await bed?.close();
    assert.deepEqual(complaints, []);
  });
}

/** @param {Awaited<ReturnType<typeof openBed>>} bed */
async function people(bed) {
  const { address, site } = bed;
  const browser = await launchChromium();

  /** As a role, or as nobody: the status and the decoded answer. */
  async function rest(role, method, path, data) {
    const { password } = site.users[role] ?? {};
    const key = password && `Basic ${Buffer.from(`${role}:${password}`).toString("base64")}`;
    const response = await fetch(`${address}wp-json/${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...(key && { Authorization: key }) },
      body: data && JSON.stringify(data),
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text), headers: response.headers };
    } catch {
      throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    }
  }

  /** Writes a post as a role; an administrator publishes what a contributor may not. */
  async function publish(role, content, more = {}) {
    const status = role === "contributor" ? "pending" : "publish";
    const { body } = await rest(role, "POST", "wp/v2/posts", { title: `By the ${role}`, content, status, ...more });
    if (!body.id) throw new Error(JSON.stringify(body));
    if (status === "pending") await rest("administrator", "POST", `wp/v2/posts/${body.id}`, { status: "publish" });
    return { id: body.id, url: `${address}?p=${body.id}`, stored: body.content.raw };
  }

  /** A page as a role or a reader sees it, with hardships. */
  async function open(url, { role, hardships = [], ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
    const cookies = [...(site.users[role]?.cookies ?? []), { name: "bed", value: hardships.join("+") }];
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: address })));
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const errors = [];
    const requests = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("request", (request) => requests.push(request.url()));
    if (url) await page.goto(url);
    return Object.assign(page, { errors, requests });
  }

  /** Settings as an owner saves them. */
  function settings(change) {
    const json = phpString(JSON.stringify(change));
    bed.php(`update_option('onrecord_settings', array_merge(OnRecord\\settings(), json_decode(${json}, true)));`);
  }

  return { rest, publish, open, settings, close: () => browser.close() };
}

/**
 * Reviews a post as an editor does, but without the editor.
 * @param {Awaited<ReturnType<typeof people>>} all @param {{ id: number, url: string }} post
 * @param {string} [text] as readers get it; without it the page is asked
 */
export async function freeze(all, { id, url }, text) {
  const own = text ?? (await textOf(all, url));
  const report = openBindings().analyze(own, {}, () => {});
  const { body } = await all.rest("editor", "GET", `wp/v2/posts/${id}?context=edit`);
  const data = { report: JSON.stringify({ ...report, text: own }), content: body.content.raw };
  const { status } = await all.rest("editor", "PUT", `onrecord/v1/posts/${id}/report`, data);
  if (status !== 200) throw new Error(`the report was refused: ${status}`);
}

async function textOf(all, url) {
  const page = await all.open(url);
  const { text } = await reading(page);
  await page.context().close();
  return text;
}

/** A literal for PHP. @param {string} text */
export const phpString = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** The element of a page when it has read the article. */
export async function reading(page) {
  const element = page.locator("on-record").first();
  await page.waitForFunction(() => customElements.get("on-record"));
  await element.getByRole("button", { name: "Who says what?" }).click();
  await page.waitForFunction(() => ["ready", "error"].includes(document.querySelector("on-record").state));
  return element.evaluate((element) => ({
    state: element.state,
    message: element.shadowRoot.querySelector(".message").textContent,
    claims: element.report?.claims.length,
    text: element.text,
  }));
}

// Stored scripts: forty strings through attributes of blocks, shortcodes and markers, through frozen reports and through
// settings, as each role. None may run, and none may put a node of its own into the page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATTACKS } from "./bed/attacks.mjs";
import { SKIP } from "./bed/packages.mjs";
import { blocksOf, escaped, atWork, ROLES } from "./bed/people.mjs";

const TEXT = "Ada Lem said the pier was safe. “It will hold,” said Ben Oru, 50 metres (164 feet) away.";
const NAMES = [
  "mode",
  "theme",
  "kinds",
  "views",
  "export",
  "loading",
  "for",
  "base",
  "worker",
  "report",
  "outlet",
  "x",
];
const json = (value) => JSON.stringify(value).replace(/--/g, "\\u002d\\u002d").replace(/[<>&]/g, unicode);
const inHtml = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const unicode = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Every attack in every attribute, in each way to write an element. */
const CARRIERS = {
  block: (attack) => `<!-- wp:onrecord/who-says-what ${json(Object.fromEntries(NAMES.map((n) => [n, attack])))} /-->`,
  shortcode: (attack) =>
    NAMES.map((name) => `[onrecord ${name}="${attack}"]\n[onrecord ${name}='${attack}']`).join("\n"),
  marker: (attack) => NAMES.map((name) => `<div data-onrecord data-${name}='${inHtml(attack)}'></div>`).join("\n"),
};

describe("hostile strings", { skip: SKIP }, () => {
  let bed;
  let all;

  atWork((...found) => ([bed, all] = found), { unreviewed: "analyse" });

  /** A page whose hits are counted; everything in it is hovered, focused, opened and clicked. */
  async function provoke(url, role) {
    const page = await all.open(undefined, { role });
    await page.exposeFunction("hit", () => hits.push(url));
    const hits = [];
    page.on("dialog", (dialog) => dialog.dismiss());
    await page.goto(url);
    await page.waitForFunction(() => customElements.get("on-record") || !document.querySelector("on-record"));
    await page.evaluate(async () => {
      const elements = [...document.querySelectorAll("on-record")];
      await Promise.all(elements.slice(0, 5).map((element) => element.analyze().catch(() => {})));
      for (const element of document.querySelectorAll("main *, on-record, #wpbody *")) {
        for (const type of ["mouseover", "focus", "animationstart", "toggle"]) element.dispatchEvent(new Event(type));
        if (element.matches("on-record, [onclick], #bait")) element.dispatchEvent(new Event("click"));
      }
      await new Promise((done) => setTimeout(done, 200));
    });
    return Object.assign(page, { hits });
  }

  /** Handlers, addresses that run, and elements that only an attack brings; shadow trees too. */
  const foreign = (page) => page.evaluate(findForeign);

  const elementsOf = async (url) => (await (await fetch(url)).text()).match(/<on-record\b[^>]*>/g) ?? [];

  for (const role of ROLES) {
    for (const [carrier, write] of Object.entries(CARRIERS)) {
      test(`${ATTACKS.length} strings in a ${carrier} by the ${role}`, async () => {
        // Who may write any HTML may write scripts: only what goes through us is looked at.
        const trusted = role === "administrator" || role === "editor";
        const attacks =
          trusted && carrier === "shortcode" ? ATTACKS.map((attack) => attack.replace(/[<>]/g, "")) : ATTACKS;
        const content = [`<p>${TEXT}</p>`, ...attacks.map(write)].join("\n\n");
        const post = await all.publish(role, content);
        for (const element of await elementsOf(post.url)) assert.match(element, EXPECTED);
        const page = await provoke(post.url);
        assert.deepEqual(page.hits, []);
        assert.deepEqual(await foreign(page), []);
        await page.context().close();
      });
    }

    test(`${ATTACKS.length} strings in a frozen report by the ${role}`, async () => {
      const words = `${blocksOf()}\n\n<!-- wp:paragraph -->\n<p>${escaped(ATTACKS.join(" "))}</p>\n<!-- /wp:paragraph -->`;
      const content = `${words}\n\n[onrecord mode="panel" loading="eager" export="json html"]`;
      const post = await all.publish(role, content);
      const first = await provoke(post.url);
      const { text, report } = await first.evaluate(() => {
        const { text, report } = document.querySelector("on-record");
        return { text, report };
      });
      await first.context().close();
      const put = async (report) => {
        // Readers get a report only of the content that the post still has.
        const data = { report: JSON.stringify(report), content };
        return (await all.rest(role, "PUT", `onrecord/v1/posts/${post.id}/report`, data)).status;
      };
      const may = role === "administrator" || role === "editor";
      assert.equal(await put({ ...poisoned(report), text }), may ? 200 : 403);
      for (const attack of may ? ATTACKS.slice(0, 10) : [])
        assert.equal(await put(unlawful(report, text, attack)), 400);
      await lookAt(post, may);
    });

    test(`${ATTACKS.length} strings in the settings by the ${role}`, async () => {
      const page = await provoke(`${bed.address}wp-admin/options-general.php?page=onrecord`, role);
      if (role !== "administrator") {
        assert.equal(await page.locator("form[action='options.php']").count(), 0);
        assert.equal(await page.evaluate(sendForm, ATTACKS[0]), 403);
        return page.context().close();
      }
      const post = await all.publish("author", `<p>${TEXT}</p>\n\n[onrecord]`);
      const elements = await page.evaluate(poisonForm, [ATTACKS, post.url]);
      assert.equal(elements.length, ATTACKS.length);
      for (const element of elements) assert.match(element, EXPECTED);
      for (const url of [page.url(), post.url]) {
        const again = await provoke(url, "administrator");
        assert.deepEqual([again.hits, await foreign(again)], [[], []]);
        await again.context().close();
      }
      all.settings({ everywhere: false, unreviewed: "analyse", reviewers: ["administrator", "editor"] });
      await page.context().close();
    });
  }

  /** As a reader, tab by tab, and in the review of an editor. */
  async function lookAt(post, poisoned) {
    const page = await provoke(post.url);
    const names = await page.evaluate(() => {
      const { shadowRoot, report } = document.querySelector("on-record");
      for (const tab of shadowRoot.querySelectorAll("[role=tab]")) tab.click();
      return report.entities.map(({ name }) => name);
    });
    if (poisoned) for (const attack of ATTACKS) assert.ok(names.includes(attack), attack);
    assert.deepEqual([page.hits, await foreign(page)], [[], []]);
    await page.context().close();
    if (!poisoned) return;
    const editor = await provoke(`${bed.address}wp-admin/post.php?post=${post.id}&action=edit`, "administrator");
    await editor.waitForFunction(() => window.wp?.data?.select("core/block-editor")?.getBlocks().length > 0);
    await editor.evaluate(() => onRecordReview.open());
    await editor.waitForFunction(() => document.querySelector("[data-keep]")?.disabled === false);
    assert.equal(
      await editor.evaluate(() => document.querySelector("on-record-desk").report.entities[0].name),
      ATTACKS[0],
    );
    assert.deepEqual([editor.hits, await foreign(editor)], [[], []]);
    await editor.context().close();
  }
});

/** Runs in the page: the form as it is sent, each field an attack but the one that readers need; answers what they get. */
async function poisonForm([attacks, url]) {
  const form = document.querySelector("form[action='options.php']");
  const names = [...new Set([...form.elements].map(({ name }) => name))].filter((name) => /^onrecord/.test(name));
  const elements = [];
  for (const attack of attacks) {
    const data = new FormData(form);
    for (const name of names) data.set(name, attack);
    data.set("onrecord_settings[unreviewed]", "analyse");
    const { ok } = await fetch(form.getAttribute("action"), { method: "POST", body: data });
    const html = await (await fetch(url)).text();
    if (ok) elements.push(/<on-record\b[^>]*>/.exec(html)?.[0] ?? html.slice(0, 500));
  }
  return elements;
}

/** Runs in the page: who sees no form has no nonce for it either. */
async function sendForm(attack) {
  const body = new URLSearchParams({ option_page: "onrecord", action: "update", "onrecord_settings[outlet]": attack });
  return (await fetch("/wp-admin/options.php", { method: "POST", body })).status;
}

/** Every string that may be anything is an attack, each attack is a name, and the first thing was renamed to one. */
function poisoned(report) {
  let next = 0;
  const free = /^(?:name|text|rule|engine|unit|lemma)$/;
  const attack = () => ATTACKS[next++ % ATTACKS.length];
  const strings = JSON.parse(JSON.stringify(report), (key, value) => (free.test(key) ? attack() : value));
  const known = strings.entities.length;
  const span = { start: 0, end: 3 };
  const more = ATTACKS.map((name, i) => ({
    id: `e${known + i + 1}`,
    kind: "person",
    name,
    roles: [{ ...span, text: name }],
    mentions: [{ ...span, form: "name", rule: name }],
  }));
  const corrections = [{ op: "rename", target: "e1", value: ATTACKS[0] }];
  return { ...strings, entities: [...strings.entities, ...more], corrections };
}

/** A report that is none: an attack where only a few words are possible. */
function unlawful(report, text, attack) {
  const [first, ...rest] = report.entities;
  return { ...report, entities: [{ ...first, kind: attack }, ...rest], text };
}

/** Runs in the page. */
function findForeign() {
  const roots = [...document.querySelectorAll("on-record, on-record-desk")].map(({ shadowRoot }) => shadowRoot);
  const nodes = [document, ...roots].flatMap((root) => [...(root?.querySelectorAll("*") ?? [])]);
  const brought =
    "script, img, iframe, object, embed, style, base, meta, video, math, template, [ontoggle], svg animate";
  const inside = roots.flatMap((root) => [...(root?.querySelectorAll(brought) ?? [])]);
  const runs = (element) =>
    [...element.attributes].some(
      ({ name, value }) =>
        (/^on/.test(name) && value.includes("hit()")) ||
        (/^(?:href|src|srcdoc|data)$/.test(name) && /^(?:javascript:|data:text|<)/.test(value)),
    ) ||
    (element.nodeName === "SCRIPT" && /^\s*(?:parent\.)?hit\(\)/.test(element.textContent));
  return [...inside, ...nodes.filter(runs)].map(({ outerHTML }) => outerHTML.slice(0, 200));
}

/** An element of ours: nothing but what is in the lists, and addresses of our own. */
const EXPECTED =
  /^<on-record for="closest [^"<>]*" base="http:\/\/localhost:\d+\/wp-content\/plugins\/onrecord\/assets\/[\d.]+\/" published="[\d-]+" outlet="[^"<>]*"( (mode|theme|loading)="[a-z]+"| (kinds|views|export)="[a-z0-9 ]+"| report="http:\/\/localhost:\d+\/[\w/-]+")*>$/;

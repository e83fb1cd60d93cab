// What readers get: from every role and in every form, under the hardships of real sites, in two themes.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { brotliSize } from "../../scripts/sizes.mjs";
import { SKIP } from "./bed/packages.mjs";
import { blocksOf, freeze, atWork, reading, ROLES } from "./bed/people.mjs";
import { FORMS } from "./bed/snippets.mjs";

/** What a page may cost before anybody clicks. */
const LIGHT_BYTES = 8_000;

describe("readers", { skip: SKIP }, () => {
  let bed;
  let all;
  const html = async (url) => (await fetch(url)).text();

  atWork((...found) => ([bed, all] = found), { unreviewed: "analyse" });

  for (const role of ROLES) {
    for (const [form, markup] of Object.entries(FORMS)) {
      const kept = form !== "tag" || role === "administrator" || role === "editor";
      test(`${form} by the ${role} ${kept ? "is there" : "is taken by KSES"}`, async () => {
        const post = await all.publish(role, `${blocksOf()}\n\n${markup}`);
        const page = await html(post.url);
        assert.equal(page.match(/<on-record\b/g)?.length ?? 0, kept ? 1 : 0);
        assert.equal(/onrecord\.js/.test(page), kept);
        if (!kept) assert.doesNotMatch(post.stored, /on-record/);
      });
    }
  }

  for (const [form, markup] of Object.entries(FORMS)) {
    test(`a click on the ${form} reads the article, and nothing but it`, async () => {
      const post = await all.publish("editor", `${blocksOf()}\n\n${markup}`);
      const page = await all.open(post.url);
      const { state, claims, text, message } = await reading(page);
      assert.equal(state, "ready", message);
      assert.ok(claims > 5, `${claims} claims`);
      if (form !== "tag") assert.doesNotMatch(text, /By the editor/);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    });
  }

  test("a page before the click: under 8 KB, no WebAssembly", async () => {
    const post = await all.publish("author", `${blocksOf()}\n\n${FORMS.block}`);
    const bare = await all.publish("author", blocksOf());
    const page = await all.open(post.url);
    await page.waitForLoadState("networkidle");
    const ours = page.requests.filter((url) => url.includes("/plugins/onrecord/"));
    assert.deepEqual(
      ours.map((url) => url.split("/").at(-1)),
      ["onrecord.js"],
    );
    const script = brotliSize(new Uint8Array(await (await fetch(ours[0])).arrayBuffer()));
    const markup = (await html(post.url)).length - (await html(bare.url)).length;
    console.log(`  script ${script} bytes as servers pack it, markup ${markup} bytes`);
    assert.ok(script + markup < LIGHT_BYTES);
    await page.context().close();
  });

  test("a frozen report under every hardship is what readers get, without WebAssembly", async () => {
    const post = await all.publish("editor", `${blocksOf()}\n\n${FORMS.block}\n\n[onrecord]`);
    await freeze(all, post);
    for (const hardship of ["", "delay", "twice", "wrong-mime", "minify", "hostile", "delay+twice+minify+hostile"]) {
      const page = await all.open(post.url, { hardships: hardship.split("+") });
      if (hardship.includes("delay")) {
        await page
          .locator("h1")
          .first()
          .click({ force: true, timeout: 3000 })
          .catch(() => page.mouse.click(400, 300));
      }
      const { state, message, claims } = await reading(page);
      assert.equal(`${hardship}: ${state} ${message}`, `${hardship}: ready Reviewed by the editors.`);
      assert.ok(claims > 5);
      assert.deepEqual([page.errors, page.requests.filter((url) => /\.wasm/.test(url))], [[], []], hardship);
      const look = await page.locator("on-record").first().evaluate(looks);
      assert.deepEqual(look, { display: "block", visibility: "visible", size: "16px" }, hardship);
      await page.context().close();
    }
  });

  test("WebAssembly with a wrong MIME type, scripts late and twice, is read all the same", async () => {
    const post = await all.publish("author", `${blocksOf()}\n\n${FORMS.shortcode}`);
    const page = await all.open(post.url, { hardships: ["wrong-mime", "twice", "delay", "minify"] });
    await page.mouse.click(400, 300);
    const { state, claims } = await reading(page);
    assert.deepEqual([state, claims > 5], ["ready", true]);
    assert.equal(page.requests.filter((url) => /\.wasm/.test(url)).length, 1);
    await page.context().close();
  });

  test("a text that changed after the review is read afresh, or not at all", async () => {
    const post = await all.publish("editor", `${blocksOf()}\n\n${FORMS.block}`);
    await freeze(all, post);
    const first = "<p>Nobody reviewed this.</p>";
    await all.rest("editor", "POST", `wp/v2/posts/${post.id}`, { content: `${first}${blocksOf()}\n\n${FORMS.block}` });
    const page = await all.open(post.url);
    const { state, text, message } = await reading(page);
    assert.equal(`${state} ${message}`, "ready ");
    assert.match(text, /^Nobody reviewed this\./);
    await page.context().close();
    all.settings({ unreviewed: "hide" });
    assert.doesNotMatch(await html(post.url), /<on-record/);
    all.settings({ unreviewed: "analyse" });
  });

  test("words that a plugin adds to a reviewed article: nothing is marked, and the panel says so", async () => {
    const post = await all.publish("editor", `${blocksOf()}\n\n${FORMS.block}`);
    await freeze(all, post);
    const page = await all.open(post.url);
    await page.evaluate(() => document.querySelector(".entry-content p").prepend("Sponsored. "));
    const { message } = await reading(page);
    assert.match(message, /has changed since this was reviewed/);
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    await page.context().close();
  });

  test("every post: below or above, once, not in feeds, and only where it was reviewed", async () => {
    const post = await all.publish("author", "<p>Ada Lem said the pier was safe.</p>");
    const own = await all.publish("author", `<p>Ada Lem said so.</p>${FORMS.block}`);
    all.settings({ everywhere: true, position: "bottom", mode: "panel" });
    assert.match(await html(post.url), /safe\.<\/p>\s*<on-record [^>]*mode="panel"/);
    assert.equal((await html(own.url)).match(/<on-record/g).length, 1);
    all.settings({ position: "top" });
    assert.match(await html(post.url), /<\/on-record>\s*<p>Ada Lem/);
    assert.doesNotMatch(await html(`${bed.address}feed/`), /<on-record [^>]*base=/);
    assert.doesNotMatch(await html(bed.address), /<on-record [^>]*>\s*<\/on-record>\s*<p>Ada/);
    all.settings({ post_types: ["page"] });
    assert.doesNotMatch(await html(post.url), /<on-record/);
    all.settings({ post_types: ["post"], unreviewed: "hide" });
    assert.doesNotMatch(await html(post.url), /on-?record/);
    assert.doesNotMatch(await html(own.url), /<on-record/);
    await freeze(all, post, "Ada Lem said the pier was safe.");
    assert.match(await html(post.url), /<on-record [^>]*report="[^"]+\/report"/);
    all.settings({ everywhere: false, unreviewed: "analyse", mode: "button" });
  });

  test("a theme made of blocks", async () => {
    bed.php("switch_theme('twentytwentythree');");
    const post = await all.publish("contributor", `${blocksOf()}\n\n${FORMS.marker}`);
    const page = await all.open(post.url);
    const { state, text } = await reading(page);
    assert.equal(state, "ready");
    assert.doesNotMatch(text, /By the contributor/);
    await freeze(all, post, text);
    await page.reload();
    assert.equal((await reading(page)).message, "Reviewed by the editors.");
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
});

/** How the button looks, whatever the page's style sheet says. */
function looks(element) {
  const { visibility, fontSize } = getComputedStyle(element.shadowRoot.querySelector("button"));
  return { display: getComputedStyle(element).display, visibility, size: fontSize };
}

// Editors at work: the panel while writing, the review, the block, in the block editor of a real WordPress, Debian's and the
// newest; and what the classic editor leaves as it is.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CORES, SKIP } from "./bed/packages.mjs";
import { blocksOf, atWork, freeze, reading } from "./bed/people.mjs";
import { tasksOf } from "./bed/tasks.mjs";

const BLOCK = '<!-- wp:onrecord/who-says-what {"mode":"panel"} /-->';
const SLIP = "<!-- wp:paragraph -->\n<p>Each bag weighs 50 kilograms (101 pounds).</p>\n<!-- /wp:paragraph -->";
const LONGEST_TASK_MS = 50;
const SENTENCES = [
  "Ben Oru said it would rain.",
  "It did not, Ada Lem told us.",
  "Nobody had asked, she added.",
  "Mr Oru declined to comment.",
];

for (const [version, core] of CORES) {
  describe(`the editor of WordPress ${version}`, { skip: SKIP }, () => atWorkIn(core));
}

/** @param {string} core */
function atWorkIn(core) {
  let bed;
  let all;

  atWork((...found) => ([bed, all] = found), {}, core);

  /** The editor on a draft of a role's own, with our panel open. */
  async function edit(role, content, options = {}) {
    const { body } = await all.rest(role, "POST", "wp/v2/posts", { title: "Draft", content, status: "draft" });
    const page = await all.open(`${bed.address}wp-admin/post.php?post=${body.id}&action=edit`, { role, ...options });
    await page.waitForFunction(() => window.wp?.data?.select("core/block-editor")?.getBlocks().length > 0);
    await page.evaluate(() => wp.data.dispatch("core/edit-post").openGeneralSidebar("onrecord/sources"));
    await page.locator(".onrecord-list").first().waitFor();
    return Object.assign(page, { id: body.id, panel: page.locator(".interface-complementary-area") });
  }

  /** Where the blocks are: since WordPress 6.3 that may be a frame of their own. */
  const canvasOf = async (page) => {
    const framed = (await page.locator("iframe[name=editor-canvas]").count()) > 0;
    return framed ? page.frameLocator("iframe[name=editor-canvas]") : page;
  };
  const waitForReview = (page) => page.waitForFunction(() => document.querySelector("[data-keep]")?.disabled === false);
  const closed = (page) => page.waitForFunction(() => !document.querySelector("dialog.onrecord-review"));
  const write = (page, words) =>
    page.evaluate((content) => {
      const block = wp.blocks.createBlock("core/paragraph", { content });
      return wp.data.dispatch("core/block-editor").insertBlock(block, 0);
    }, words);

  test("the panel is live: speakers with and without a name, figures, nobody's word", async () => {
    const page = await edit("contributor", `${blocksOf()}\n\n${SLIP}`);
    const { panel } = page;
    await panel.getByRole("button", { name: "Claire Soa" }).waitFor();
    await panel.getByText(/2 statements · described/).waitFor();
    await panel.getByText("Figures that do not add up (1)").waitFor();
    await panel.getByText(/recomputed: 110/).waitFor();
    await panel.getByText(/^On nobody's word \([1-9]/).waitFor();
    await write(page, "“The pier will hold,” said Ada Lem, the harbour master.");
    await panel.getByRole("button", { name: "Ada Lem" }).click();
    const chosen = await page.evaluate(() => wp.data.select("core/block-editor").getSelectedBlock().attributes.content);
    assert.match(chosen, /Ada Lem/);
    await panel.getByText("An editor reviews this before readers see it.").waitFor();
    assert.equal(await panel.getByRole("button", { name: "Review and publish" }).count(), 0);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test("the quotations of a draft are checked against a text that is pasted, and the text is not saved", async () => {
    const words = "<p>“We will sell the old pier before the winter comes,” Ada Lem said.</p>";
    const page = await edit("author", `<!-- wp:paragraph -->\n${words}\n<!-- /wp:paragraph -->`);
    const { panel } = page;
    await panel.getByRole("button", { name: "Check the quotations against a text" }).click();
    const source = "LEM: We will not sell the old pier before the winter comes.";
    await panel.getByLabel("Transcript, speech or release").fill(source);
    await panel.getByRole("button", { name: "Check", exact: true }).click();
    await panel.getByText("1 differs: “will not” became “will”").waitFor();
    await panel.getByText("Negation: “not” was left out").waitFor();
    assert.ok(!(await page.evaluate(() => wp.data.select("core/editor").getEditedPostContent())).includes("not sell"));
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test("typing in 1,000 words: no task of ours is long", async () => {
    const page = await edit("author", `${blocksOf()}\n\n${blocksOf()}\n\n${blocksOf()}`);
    const words = await page.evaluate(() => wp.data.select(onRecordDraft.STORE).state().text.split(/\s+/).length);
    assert.ok(words >= 1000, `${words} words`);
    const canvas = await canvasOf(page);
    const type = async (sentence) => {
      await canvas.locator(".block-editor-rich-text__editable.wp-block-paragraph").first().click();
      await page.keyboard.type(sentence, { delay: 20 });
      await page.waitForFunction(
        (sentence) => wp.data.select(onRecordDraft.STORE).state().text.includes(sentence.slice(0, 12)),
        sentence,
      );
      await page.waitForTimeout(300);
    };
    // A machine that has other work makes some task long now and then, our own way of working each time.
    const tries = [];
    for (const sentence of SENTENCES) {
      const tasks = await tasksOf(page, () => type(sentence));
      tries.push({ tasks, longest: Math.max(...tasks.map(({ milliseconds }) => milliseconds)) });
      if (tries.at(-1).longest < LONGEST_TASK_MS) break;
    }
    const { tasks, longest } = tries.at(-1);
    console.log(`  ${tasks.length} tasks of ours beside ${words} words, the longest ${longest.toFixed(1)} ms`);
    assert.ok(tasks.length > 1 && longest < LONGEST_TASK_MS, JSON.stringify(tasks.slice(0, 5)));
    await page.context().close();
  });

  test("review, correct, publish: readers get exactly that; a later change is noticed", async () => {
    const page = await edit("editor", `${blocksOf()}\n\n${BLOCK}`);
    await page.panel.getByText("Not reviewed yet: readers see nothing of this.").waitFor();
    await page.panel.getByRole("button", { name: "Review and publish" }).click();
    await waitForReview(page);
    const before = await page.evaluate(() => wp.data.select("core/editor").getEditedPostContent());
    const view = page.locator("on-record-desk");
    const claims = await view.evaluate((view) => view.report.claims.length);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("Control+z");
    assert.equal(await view.evaluate((view) => view.report.claims.length), claims);
    assert.equal(await page.evaluate(() => wp.data.select("core/editor").getEditedPostContent()), before);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    assert.equal(await view.evaluate((view) => view.report.claims.length), claims - 1);
    await page.getByRole("button", { name: "Keep and publish" }).click();
    await closed(page);
    await page.panel.getByText(/^Reviewed by editor on /).waitFor();
    assert.equal(await page.evaluate(() => wp.data.select("core/editor").getEditedPostContent()), before);
    const reader = await all.open(`${bed.address}?p=${page.id}`);
    await reader.locator("on-record").scrollIntoViewIfNeeded();
    await reader.waitForFunction(() => document.querySelector("on-record").state === "ready");
    const shown = await reader.evaluate(() => document.querySelector("on-record").report.claims.length);
    assert.equal(shown, claims - 1);
    assert.match(await reader.locator("on-record .message").textContent(), /Reviewed by the editors/);
    await reader.context().close();
    await changeAfterwards(page, claims);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  /** Marks of emphasis are no change; words are, and the corrections of the old ones are let go. */
  async function changeAfterwards(page, claims) {
    await page.evaluate(() => {
      const { getBlocks } = wp.data.select("core/block-editor");
      const [{ clientId, attributes }] = getBlocks();
      const content = `<strong>${attributes.content}</strong>`;
      wp.data.dispatch("core/block-editor").updateBlockAttributes(clientId, { content });
    });
    await page.waitForTimeout(1500);
    assert.equal(await page.panel.getByText(/has changed since/).count(), 0);
    await page.panel.getByRole("button", { name: "Review again" }).click();
    await waitForReview(page);
    const view = page.locator("on-record-desk");
    assert.equal(await view.evaluate((view) => view.report.claims.length), claims - 1, "the corrections are kept");
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await write(page, "Ben Oru denied everything.");
    await page.panel.getByText(/^The text has changed since editor reviewed it on /).waitFor();
    await page.panel.getByRole("button", { name: "Review again" }).click();
    await page.getByText("its corrections were let go").waitFor();
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await page.panel.getByRole("button", { name: "Withdraw" }).click();
    await page.panel.getByText("Not reviewed yet").waitFor();
  }

  test("the block shows what readers will see, and stores a comment only", async () => {
    const page = await edit("author", blocksOf());
    await page.evaluate(() => {
      const block = wp.blocks.createBlock("onrecord/who-says-what", { mode: "panel" });
      return wp.data.dispatch("core/block-editor").insertBlock(block, 1);
    });
    const preview = (await canvasOf(page)).locator(".onrecord-preview");
    await preview.getByText("Claire Soa").waitFor();
    await preview.getByText("Readers see nothing until this is reviewed").waitFor();
    const content = await page.evaluate(() => wp.data.select("core/editor").getEditedPostContent());
    assert.ok(content.includes(BLOCK));
    await page.context().close();
  });

  test("who may review is a setting; German is spoken to those who want it", async () => {
    all.settings({ reviewers: ["administrator", "editor", "author"] });
    const { author } = bed.site.users;
    bed.php(`update_user_meta(${author.id}, 'locale', 'de_DE');`);
    const page = await edit("author", blocksOf());
    await page.panel.getByText("Quellen in diesem Entwurf").waitFor();
    await page.panel.getByRole("button", { name: "Durchsehen und veröffentlichen" }).click();
    await waitForReview(page);
    await page.getByText("Durchsicht: wer sagt was").waitFor();
    assert.equal(await page.locator("on-record-desk").evaluate((view) => view.language), "de");
    await page.getByRole("button", { name: "So zeigen", exact: true }).click();
    await closed(page);
    await page.panel.getByText(/^Durchgesehen von author/).waitFor();
    bed.php(`delete_user_meta(${author.id}, 'locale');`);
    all.settings({ reviewers: ["administrator", "editor"] });
    await page.context().close();
  });

  test("an article that readers read themselves: the panel says so, and so do they", async () => {
    all.settings({ unreviewed: "analyse" });
    const page = await edit("editor", `${blocksOf()}\n\n[onrecord]`);
    await page.panel.getByText("readers see what their own browser finds").waitFor();
    await all.rest("editor", "POST", `wp/v2/posts/${page.id}`, { status: "publish" });
    const reader = await all.open(`${bed.address}?p=${page.id}`);
    assert.equal((await reading(reader)).state, "ready");
    await reader.context().close();
    await page.context().close();
  });

  test("the classic editor: markers and shortcodes stay, nothing of ours is in its way, and a change withholds the report", async () => {
    const words = "<p>Ada Lem said the pier was safe.</p>\n\n[onrecord]\n\n<div data-onrecord></div>";
    const post = await all.publish("editor", words);
    await freeze(all, post, "Ada Lem said the pier was safe.");
    const status = async () => (await all.rest("reader", "GET", `onrecord/v1/posts/${post.id}/report`)).status;
    const edit = async (content) => {
      const address = `${bed.address}wp-admin/post.php?post=${post.id}&action=edit`;
      const page = await all.open(address, { role: "editor", hardships: ["classic"] });
      await page.locator("#content-html").click();
      await page.locator("#content").fill(content(await page.locator("#content").inputValue()));
      await page.locator("#publish").click();
      await page.getByText("Post updated.").first().waitFor();
      assert.deepEqual(page.errors, []);
      await page.context().close();
    };
    assert.equal(await status(), 200);
    await edit((content) => content.replace("safe", "sound"));
    assert.equal(await status(), 404);
    await edit((content) => content.replace("sound", "safe"));
    const { body } = await all.rest("editor", "GET", `wp/v2/posts/${post.id}?context=edit`);
    assert.match(body.content.raw, /\[onrecord\]\s+<div data-onrecord(?:="")?>(?:&nbsp;|\s)*<\/div>/);
    await freeze(all, post, "Ada Lem said the pier was safe.");
    assert.equal(await status(), 200);
  });
}

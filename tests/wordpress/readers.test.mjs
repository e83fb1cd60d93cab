// What readers get: from every role and in every form, under the hardships of real sites.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBed } from "./bed/bed.mjs";
import { SKIP } from "./bed/packages.mjs";
import { blocksOf, people, reading, ROLES } from "./bed/people.mjs";

const FORMS = {
  block: '<!-- wp:onrecord/who-says-what {"mode":"button"} /-->',
  shortcode: '<!-- wp:shortcode -->\n[onrecord mode="button"]\n<!-- /wp:shortcode -->',
  marker: '<!-- wp:html -->\n<div data-onrecord data-mode="button"></div>\n<!-- /wp:html -->',
  tag: '<!-- wp:html -->\n<on-record mode="button"></on-record>\n<!-- /wp:html -->',
};

describe("readers", { skip: SKIP }, () => {
  let bed;
  let all;

  before(async () => {
    bed = await openBed();
    all = await people(bed);
    all.settings(bed, { unreviewed: "analyse" });
  });

  after(async () => {
    await all?.close();
    await bed?.close();
  });

  for (const role of ROLES) {
    for (const [form, markup] of Object.entries(FORMS)) {
      const kept = form !== "tag" || role === "administrator" || role === "editor";
      test(`${form} by the ${role} ${kept ? "works" : "is taken by KSES"}`, async () => {
        const post = await all.publish(role, `${blocksOf()}\n\n${markup}`);
        const html = await (await fetch(post.url)).text();
        assert.equal(html.match(/<on-record\b/g)?.length ?? 0, kept ? 1 : 0);
        assert.equal(/onrecord\.js/.test(html), kept);
        if (form === "tag" && !kept) assert.doesNotMatch(post.stored, /on-record/);
      });
    }
  }

  test("a reader's click reads the article, and nothing but it", async () => {
    const post = await all.publish("author", `${blocksOf()}\n\n${FORMS.block}`);
    const page = await all.open(post.url);
    const { state, claims, text, message } = await reading(page);
    assert.equal(state, "ready", message);
    assert.ok(claims > 5, `${claims} claims`);
    assert.ok(!/By the author|Comment/.test(text), text.slice(0, 100));
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
});

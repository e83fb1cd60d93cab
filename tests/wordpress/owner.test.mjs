// What a site's owner sees to: who may do what, what is stored, the settings, the logs, and that nothing stays behind.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { REPORTS } from "../page/hostile-reports.mjs";
import { openBindings } from "../wasm/bindings.mjs";
import { SKIP } from "./bed/packages.mjs";
import { blocksOf, freeze, atWork, ROLES } from "./bed/people.mjs";

const TEXT = "Ada Lem said the pier was safe.";

describe("the owner", { skip: SKIP }, () => {
  let bed;
  let all;
  const api = (id, what) => `onrecord/v1/posts/${id}/${what}`;

  atWork((...found) => ([bed, all] = found));

  test("each role may do what is its own to do, and a reader only read", async () => {
    const post = await all.publish("author", `<p>${TEXT}</p>`);
    const report = {
      report: JSON.stringify({ ...openBindings().analyze(TEXT, {}, () => {}), text: TEXT }),
      content: "",
    };
    const ask = async (role) => [
      (await all.rest(role, "POST", api(post.id, "rendered"), { content: "x" })).status,
      (await all.rest(role, "PUT", api(post.id, "report"), report)).status,
      (await all.rest(role, "DELETE", api(post.id, "report"))).status,
    ];
    const answers = {};
    for (const role of [...ROLES, "reader"]) answers[role] = await ask(role);
    assert.deepEqual(answers, {
      administrator: [200, 200, 200],
      editor: [200, 200, 200],
      author: [200, 403, 403],
      contributor: [403, 403, 403],
      reader: [401, 401, 401],
    });
  });

  test("a frozen report is public when its post is, and JSON", async () => {
    const post = await all.publish("author", `<p>${TEXT}</p>`);
    await freeze(all, post, TEXT);
    const status = async () => (await all.rest("reader", "GET", api(post.id, "report"))).status;
    const { body, headers } = await all.rest("reader", "GET", api(post.id, "report"));
    assert.deepEqual([body.text, body.claims.length], [TEXT, 1]);
    assert.match(headers.get("content-type"), /^application\/json/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    await all.rest("editor", "POST", `wp/v2/posts/${post.id}`, { password: "secret" });
    assert.equal(await status(), 401);
    await all.rest("editor", "POST", `wp/v2/posts/${post.id}`, { password: "", status: "draft" });
    assert.equal(await status(), 401);
    assert.equal((await all.rest("reader", "GET", api(99999, "report"))).status, 401);
  });

  test("what an editor removes is public no longer, neither from the post nor from a pattern in it", async () => {
    const { body: pattern } = await all.rest("editor", "POST", "wp/v2/blocks", {
      title: "Note",
      content: "<p>Ben Oru denied it.</p>",
      status: "publish",
    });
    const words = `<p>${TEXT}</p>\n\n<!-- wp:block {"ref":${pattern.id}} /-->`;
    const post = await all.publish("author", words);
    await freeze(all, post, TEXT);
    const get = async (role) => (await all.rest(role, "GET", api(post.id, "report"))).status;
    const shown = async () => /<on-record [^>]*report=/.test(await (await fetch(post.url)).text());
    all.settings({ everywhere: true });
    const access = async () => [await get("reader"), await get("contributor"), await get("author"), await shown()];
    assert.deepEqual(await access(), [200, 200, 200, true]);
    await all.rest("editor", "POST", `wp/v2/posts/${post.id}`, { content: words.replace("safe", "fine") });
    assert.deepEqual(await access(), [404, 404, 200, false]);
    await all.rest("editor", "POST", `wp/v2/posts/${post.id}`, { content: words });
    assert.deepEqual(await access(), [200, 200, 200, true]);
    await all.rest("editor", "POST", `wp/v2/blocks/${pattern.id}`, { content: "<p>No comment.</p>" });
    assert.deepEqual(await access(), [404, 404, 200, false]);
    const { headers } = await all.rest("author", "GET", api(post.id, "report"));
    assert.match(headers.get("cache-control"), /no-cache/);
    all.settings({ everywhere: false });
  });

  test("sixty hostile reports are refused or kept as they are, and the site goes on", async () => {
    const post = await all.publish("author", `<p>${TEXT}</p>`);
    const { body } = await all.rest("editor", "GET", `wp/v2/posts/${post.id}?context=edit`);
    for (const [name, report] of REPORTS) {
      const data = { report, content: body.content.raw };
      const { status } = await all.rest("editor", "PUT", api(post.id, "report"), data);
      assert.ok(status === 200 || status === 400, `${name}: ${status}`);
      const answer = await all.rest("reader", "GET", api(post.id, "report"));
      if (status === 200) assert.deepEqual({ ...JSON.parse(report), digest: answer.body.digest }, answer.body, name);
    }
    await freeze(all, post, TEXT);
    assert.equal((await all.rest("reader", "GET", api(post.id, "report"))).body.text, TEXT);
  });

  test("a name is cut between characters", () => {
    const name = bed.php("echo json_encode(OnRecord\\clean_name(str_repeat('ü🌊', 150)));");
    assert.equal(name, "ü🌊".repeat(100));
  });

  test("only a report is kept, and only a report comes out", async () => {
    const post = await all.publish("author", `<p>${TEXT}</p>`);
    const report = openBindings().analyze(TEXT, {}, () => {});
    const good = { ...report, text: TEXT };
    const put = async (data) => (await all.rest("editor", "PUT", api(post.id, "report"), data)).status;
    const bad = {
      "no text": report,
      "another text": { ...good, text: `${TEXT} Not.` },
      "a digest of another text": { ...good, digest: "0".repeat(64) },
      "a span outside": { ...good, unattributed: [{ start: 0, end: 999 }] },
      "a span that ends before it starts": { ...good, unattributed: [{ start: 5, end: 2 }] },
      "an id that is none": { ...good, claims: [{ ...good.claims[0], id: "<b>" }] },
      "something more": { ...good, onload: "x" },
      "something less": { ...good, claims: undefined },
      "another kind": { ...good, entities: [{ ...good.entities[0], kind: "ghost" }] },
      "a list for an object": { ...good, claims: [[]] },
    };
    for (const [why, data] of Object.entries(bad)) {
      assert.equal(await put({ report: JSON.stringify(data), content: "" }), 400, why);
    }
    for (const data of [{}, { report: "{", content: "" }, { report: { a: 1 }, content: "" }, { report: "[]" }]) {
      assert.equal(await put(data), 400);
    }
    assert.equal(await put({ report: JSON.stringify(good), content: "" }), 200);
    const stored = bed.php(`echo json_encode(get_post_meta(${post.id}, '_onrecord_report', true));`);
    assert.doesNotMatch(stored, /[<>&]/);
    bed.php(`update_post_meta(${post.id}, '_onrecord_report', wp_slash('{"schema":1,"text":"<script>"}'));`);
    assert.equal((await all.rest("reader", "GET", api(post.id, "report"))).status, 404);
    const { body } = await all.rest("author", "POST", `wp/v2/posts/${post.id}`, { meta: { _onrecord_report: "x" } });
    assert.equal(body.meta?._onrecord_report, undefined);
  });

  test("a text of every plane has the length that browsers count", async () => {
    const text = "Ada Lem said: “🌊 über 漢字”.";
    const post = await all.publish("author", `<p>${text}</p>`);
    await freeze(all, post, text);
    assert.equal((await all.rest("reader", "GET", api(post.id, "report"))).body.length, text.length);
  });

  test("the settings page is saved as a person does it, and the capability follows", async () => {
    const page = await all.open(`${bed.address}wp-admin/options-general.php?page=onrecord`, { role: "administrator" });
    await page.getByLabel("Also where no block or shortcode asks for it").check();
    await page.getByLabel("Position").selectOption({ label: "Above the article" });
    await page.getByLabel("Name of the outlet").fill("Echo & <Sons>");
    await page.getByLabel("Author", { exact: true }).check();
    await page.getByLabel("Editor", { exact: true }).uncheck();
    await page.getByRole("button", { name: "Save Changes" }).click();
    await page.getByText("Settings saved.").waitFor();
    const kept = bed.php("echo json_encode(OnRecord\\settings());");
    assert.deepEqual([kept.everywhere, kept.position, kept.outlet], [true, "top", "Echo &"]);
    assert.deepEqual(kept.reviewers, ["administrator", "author"]);
    const caps = "array_map(fn($r) => $r->has_cap('onrecord_review'), wp_roles()->role_objects)";
    const may = bed.php(`echo json_encode(array_keys(array_filter(${caps})));`);
    assert.deepEqual(may, ["administrator", "author"]);
    assert.deepEqual(page.errors, []);
    await page.context().close();
    all.settings({ everywhere: false, outlet: "", reviewers: ["administrator", "editor"] });
  });

  test("the list of posts says which were reviewed, and which changed since", async () => {
    const [kept, changed] = [
      await all.publish("editor", `<p>${TEXT}</p>`),
      await all.publish("editor", `<p>${TEXT}</p>`),
    ];
    await freeze(all, kept, TEXT);
    await freeze(all, changed, TEXT);
    await all.rest("editor", "POST", `wp/v2/posts/${changed.id}`, { content: `<p>${TEXT} No.</p>` });
    const page = await all.open(`${bed.address}wp-admin/edit.php`, { role: "editor" });
    const cell = (id) => page.locator(`#post-${id} .column-onrecord`).textContent();
    assert.deepEqual([await cell(kept.id), await cell(changed.id)], ["Reviewed", "Changed since the review"]);
    await page.context().close();
  });

  test("WordPress complains of nothing that it does not complain of without us", async () => {
    const post = await all.publish("editor", `${blocksOf()}\n\n[onrecord]`);
    await freeze(all, post, TEXT);
    const paths = [
      `?p=${post.id}`,
      "",
      "feed/",
      `wp-admin/post.php?post=${post.id}&action=edit`,
      "wp-admin/edit.php",
      "wp-admin/plugins.php",
      "wp-admin/options-general.php?page=onrecord",
      "wp-admin/options-privacy.php?tab=policyguide",
    ];
    const tour = async (hardships) => {
      const before = bed.notices().length;
      for (const path of paths) {
        const page = await all.open(bed.address + path, { role: "administrator", hardships });
        await page.context().close();
      }
      return new Set(
        bed
          .notices()
          .slice(before)
          .map((line) => line.replace(/^\[[^\]]*\] /, "")),
      );
    };
    const without = await tour(["without"]);
    const ours = [...(await tour([]))].filter((line) => !without.has(line));
    assert.deepEqual(ours, []);
  });

  test("uninstalled, nothing of ours is left in the database but what people wrote", () => {
    const left = bed.php(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins('onrecord/onrecord.php');
      uninstall_plugin('onrecord/onrecord.php');
      delete_option('recently_activated');
      global $wpdb;
      $found = array();
      foreach (array('options' => 'CONCAT(option_name, option_value)', 'postmeta' => 'CONCAT(meta_key, meta_value)') as $table => $what) {
        $found = array_merge($found, $wpdb->get_col("SELECT $what FROM {$wpdb->$table} WHERE $what LIKE '%onrecord%'"));
      }
      echo json_encode($found);`);
    assert.deepEqual(left, []);
  });
});

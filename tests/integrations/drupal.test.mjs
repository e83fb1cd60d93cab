// Drupal: the module's PHP is sound and runs (on stubs), takes nothing that is not known, and its element works.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { ROOT } from "../../scripts/root.mjs";
import { missing } from "../programs.mjs";
import { snippet } from "./snippets.mjs";
import { claimsOf, closeBrowser, HTML, NO_BROWSER, run, visit, workplace } from "./site.mjs";

const MARKER = snippet("drupal.md", "text", "[onrecord").trim();

describe("Drupal", { skip: missing({ "/usr/bin/php": "php-cli" }) }, () => {
  after(closeBrowser);
  const place = workplace("drupal", "my-site", { "web/modules/custom/.keep": "" });
  place.sh(snippet("drupal.md", "sh", "my-site"));
  const module = `${place.site}/web/modules/custom/onrecord`;

  /** What filter and block make of this. */
  function ask(texts, block = {}) {
    const input = JSON.stringify({ texts, block: { article: "article", mode: "button", ...block } });
    const php = spawnSync("php", [`${ROOT}/tests/integrations/drupal/run.php`, module], { input, encoding: "utf8" });
    assert.equal(php.status, 0, php.stdout + php.stderr);
    return JSON.parse(php.stdout);
  }

  test("every PHP file is sound, and what the module names is there", () => {
    const files = readdirSync(module, { recursive: true }).map(String);
    const php = files.filter((name) => name.endsWith(".php"));
    assert.equal(php.length, 3);
    for (const name of php) run("php", ["-l", `${module}/${name}`]);
    assert.ok(files.includes("package/onrecord.js"), "the library's file");
  });

  test("the block", () => {
    const { form, block, default: plain } = ask([], { article: ".node__content", mode: "panel" });
    assert.deepEqual(form, ["article", "mode"]);
    assert.equal(block["#tag"], "on-record");
    assert.deepEqual(block["#attributes"], { for: ".node__content", mode: "panel" });
    assert.deepEqual(block["#attached"], { library: ["onrecord/element"] });
    assert.deepEqual(plain["#attributes"], { for: "article", mode: "button" });
    assert.deepEqual(ask([], { article: '"><script>', mode: "paste" }).block["#attributes"], { for: "article" });
  });

  test("the filter takes markers, and of them only what is known", () => {
    const texts = [
      `<p>Before</p>\n<p>${MARKER}</p>\n<p>After</p>`,
      `<p>${MARKER.replaceAll('"', "&quot;")}</p>`,
      "<p>No marker, [onrecords] neither.</p>",
      '[onrecord report="https://evil.example/r.json" worker="x" base="//evil.example" mode="paste"]',
      '[onrecord for="&quot;><img src=x onerror=alert(1)>"]',
      '[onrecord mode="panel" onclick="alert(1)" views="claims nonsense"]',
    ];
    const { filtered } = ask(texts);
    const element = '<on-record for="article" mode="panel" views="claims figures"></on-record>';
    assert.equal(filtered[0].html, `<p>Before</p>\n${element}\n<p>After</p>`);
    assert.deepEqual(filtered[0].attachments, { library: ["onrecord/element"] });
    assert.equal(filtered[1].html, element);
    assert.equal(filtered[2].html, texts[2]);
    assert.deepEqual(filtered[2].attachments, []);
    assert.equal(filtered[3].html, '<on-record for="article"></on-record>');
    assert.equal(filtered[4].html, texts[4], "what is no marker stays as the format has left it");
    assert.equal(filtered[5].html, '<on-record for="article" mode="panel" views="claims"></on-record>');
  });

  test("in a page", { skip: NO_BROWSER }, async () => {
    const [{ html }] = ask([MARKER]).filtered;
    const page = `<!doctype html><meta charset="utf-8"><script src="/modules/custom/onrecord/package/onrecord.js" defer></script>
<nav>The menu said: “Nothing.”</nav><article>${HTML}${html}</article>`;
    writeFileSync(`${place.site}/web/node.html`, page);
    await visit(`${place.site}/web`, "node.html", claimsOf);
  });
});

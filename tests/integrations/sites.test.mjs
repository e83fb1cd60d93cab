// Hugo, Jekyll and Eleventy: sites built for real with what the pages in docs/ say.

import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { after, describe, test } from "node:test";
import { ROOT } from "../../scripts/root.mjs";
import { missing } from "../programs.mjs";
import { snippet } from "./snippets.mjs";
import { claimsOf, closeBrowser, MARKDOWN, NO_BROWSER, noPackages, run, visit, workplace } from "./site.mjs";

after(closeBrowser);

const around = (content) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><nav>The menu said: “Nothing.”</nav>
<main>${content}</main><footer>“No,” the footer said.</footer></body></html>`;

/** What stands in the built page, and what a reader gets. */
async function check(folder, path, file) {
  const html = readFileSync(`${folder}/${file}`, "utf8");
  assert.match(html, /<script src="\/onrecord\/onrecord\.js" defer(="")?><\/script>/);
  assert.match(html, /<on-record for="main"\s+mode="panel"\s+views="claims figures"\s+published="2023-09-13">/);
  await visit(folder, path, async (page) => {
    await claimsOf(page);
    assert.equal(await page.evaluate(() => document.querySelector("on-record").report.published), "2023-09-13");
  });
  return html;
}

const HOSTILE = `"><img src=x onerror=alert(1)>`;

describe("Hugo", { skip: NO_BROWSER || missing({ "/usr/bin/hugo": "hugo" }) }, () => {
  const place = workplace("hugo", "my-site", {
    "config.toml":
      'baseURL = "http://localhost/"\ntitle = "Paper"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    "content/pier.md": `---\ntitle: Pier\ndate: 2023-09-13\n---\n${MARKDOWN}\n\n${snippet("hugo.md", "md", "onrecord")}`,
    "content/hostile.md": `---\ntitle: H\n---\nHe said no.\n\n{{< onrecord for=\`${HOSTILE}\` mode=\`${HOSTILE}\` >}}\n`,
    "layouts/_default/single.html": around("{{ .Content }}"),
    "layouts/every/single.html": around(`{{ .Content }}${snippet("hugo.md", "go-html-template", "partial")}`),
    "content/every/pier.md": `---\ntitle: Pier\ndate: 2023-09-13\n---\n${MARKDOWN}\n`,
    "layouts/_default/list.html": around("{{ .Title }}"),
  });

  test("a shortcode in the article, and a partial under all of them", async () => {
    place.sh(snippet("hugo.md", "sh", "my-site"));
    run("hugo", ["--quiet"], place.site);
    await check(`${place.site}/public`, "pier/", "pier/index.html");
    assert.match(
      readFileSync(`${place.site}/public/every/pier/index.html`, "utf8"),
      /<on-record for="main" published=/,
    );
    assert.doesNotMatch(readFileSync(`${place.site}/public/hostile/index.html`, "utf8"), /<img/);
  });
});

describe("Jekyll", { skip: NO_BROWSER || missing({ "/usr/bin/jekyll": "jekyll" }) }, () => {
  const include = snippet("jekyll.md", "liquid", "include");
  const place = workplace("jekyll", "my-site", {
    "_config.yml": "title: Paper\nexclude: []\n",
    "_layouts/post.html": around("{{ content }}"),
    "_posts/2023-09-13-pier.md": `---\nlayout: post\npermalink: /pier/\n---\n${MARKDOWN}\n\n${include}`,
    "hostile.html": `---\n---\n{% include onrecord.html for='${HOSTILE}' mode='${HOSTILE}' %}`,
  });

  test("an include in the post", async () => {
    place.sh(snippet("jekyll.md", "sh", "my-site"));
    run("jekyll", ["build", "--quiet", "--disable-disk-cache"], place.site);
    await check(`${place.site}/_site`, "pier/", "pier/index.html");
    assert.doesNotMatch(readFileSync(`${place.site}/_site/hostile.html`, "utf8"), /<img/);
  });
});

describe("Eleventy", { skip: NO_BROWSER || noPackages() }, () => {
  const place = workplace("eleventy", "my-site", {
    "package.json": '{ "type": "module" }',
    "eleventy.config.js": snippet("eleventy.md", "js", "addPlugin"),
    "_includes/post.njk": around(`{{ content | safe }}\n${snippet("eleventy.md", "njk", "onrecord")}`),
    "pier.md": `---\nlayout: post.njk\ndate: 2023-09-13\n---\n${MARKDOWN}\n`,
    "hostile.njk": `---\npermalink: hostile/index.html\n---\n{% onrecord { for: '${HOSTILE}', mode: '${HOSTILE}' } %}`,
  });

  test("a shortcode in the layout", async () => {
    place.sh(snippet("eleventy.md", "sh", "my-site"));
    symlinkSync(`${ROOT}/tests/integrations/node_modules`, `${place.site}/node_modules`);
    run(process.execPath, ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], place.site);
    await check(`${place.site}/_site`, "pier/", "pier/index.html");
    assert.doesNotMatch(readFileSync(`${place.site}/_site/hostile/index.html`, "utf8"), /<img/);
  });
});

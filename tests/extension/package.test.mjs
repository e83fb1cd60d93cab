// The extension as it is handed in: Mozilla's and Chromium's own checks have nothing to say, and the archives are the folders.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { filesIn } from "../../scripts/artefacts/parts.mjs";
import { ROOT } from "../wasm/bindings.mjs";
import { BROWSERS, folder } from "./browsers.mjs";
import { openWorld } from "./world.mjs";

const HERE = join(ROOT, "tests/extension");
const WEB_EXT = join(HERE, "node_modules/.bin/web-ext");

/** A reason to skip, said out loud. */
function noWebExt() {
  if (existsSync(WEB_EXT)) return false;
  console.log("installing web-ext");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], { cwd: HERE });
  return status !== 0 && "web-ext could not be installed from npm";
}

test("web-ext lint finds nothing", { skip: noWebExt(), timeout: 600_000 }, () => {
  const options = ["lint", "--source-dir", folder("Firefox"), "--output", "json", "--no-config-discovery"];
  const { stdout } = spawnSync(WEB_EXT, options, { encoding: "utf8" });
  const { errors, warnings, notices } = JSON.parse(stdout);
  assert.deepEqual([...errors, ...warnings, ...notices], []);
});

test(
  "Chromium loads it without a warning, and asks its reader for no right",
  { skip: BROWSERS[0].skip, timeout: 600_000 },
  async () => {
    const world = await openWorld();
    const running = await BROWSERS[0].start(world.port);
    try {
      const { page } = await running.open("chrome://extensions/");
      const own = await page.evaluate(async () => {
        const all = await new Promise((done) => chrome.developerPrivate.getExtensionsInfo({}, done));
        return all.find(({ name }) => name.startsWith("OnRecord"));
      });
      assert.deepEqual([...own.manifestErrors, ...own.runtimeErrors, ...own.installWarnings], []);
      assert.deepEqual(own.permissions.simplePermissions, []);
    } finally {
      await running.close();
      await world.close();
    }
  },
);

test("the archives hold the folders, file for file, and no times", { skip: BROWSERS[0].skip }, () => {
  for (const { name } of BROWSERS) {
    const files = unzipSync(readFileSync(`${join(ROOT, "dist/extension")}/onrecord-${name.toLowerCase()}.zip`));
    assert.deepEqual(Object.keys(files), filesIn(folder(name)));
    for (const [file, bytes] of Object.entries(files)) {
      assert.ok(readFileSync(join(folder(name), file)).equals(Buffer.from(bytes)), file);
    }
    assert.equal(JSON.parse(strFromU8(files["manifest.json"])).manifest_version, 3);
  }
});

test("the sums name them, and both languages have every word", { skip: BROWSERS[0].skip }, () => {
  const sums = readFileSync(join(ROOT, "dist/SHA256SUMS"), "utf8");
  for (const name of ["chromium", "firefox"]) assert.match(sums, new RegExp(`  extension/onrecord-${name}\\.zip\\n`));
  const [en, de] = ["en", "de"].map((tag) =>
    Object.keys(JSON.parse(readFileSync(join(folder("Firefox"), `_locales/${tag}/messages.json`), "utf8"))),
  );
  assert.deepEqual(de, en);
});

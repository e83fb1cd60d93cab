// The plugin as it is handed out: the archive, the words, what WordPress asks of a plugin's files.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { filesIn } from "../../scripts/artefacts/parts.mjs";
import { parsePo, wordsOf } from "../../scripts/artefacts/translations.mjs";
import { zip } from "../../scripts/artefacts/zip.mjs";
import { ROOT } from "../wasm/bindings.mjs";

const SOURCE = join(ROOT, "integrations/wordpress");
const PLUGIN = join(ROOT, "dist/wordpress/onrecord");
const ARCHIVE = join(ROOT, "dist/wordpress/onrecord.zip");
const words = wordsOf(SOURCE);
const text = (name) => readFileSync(join(PLUGIN, name), "utf8");

test("the archive is the folder, and the same bytes each time", () => {
  const files = filesIn(PLUGIN).map((name) => [`onrecord/${name}`, readFileSync(join(PLUGIN, name))]);
  assert.ok(zip(files.reverse()).equals(readFileSync(ARCHIVE)));
});

test("an unzip of others reads the archive", { skip: !existsSync("/usr/bin/python3") && "no Python here" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-zip-"));
  const { status, stderr } = spawnSync("python3", ["-m", "zipfile", "-e", ARCHIVE, folder], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(filesIn(join(folder, "onrecord")), filesIn(PLUGIN));
  const wasm = filesIn(PLUGIN).find((name) => name.endsWith(".wasm"));
  assert.ok(readFileSync(join(folder, "onrecord", wasm)).equals(readFileSync(join(PLUGIN, wasm))));
  rmSync(folder, { recursive: true });
});

test("no files that a check of plugins bans, and each PHP file ends when it is asked for by itself", () => {
  for (const name of filesIn(PLUGIN)) assert.doesNotMatch(name, /\.(gz|zip|bin|sh|so|phar|exe)$|(^|\/)\./, name);
  for (const name of filesIn(PLUGIN).filter((name) => name.endsWith(".php"))) {
    assert.match(text(name), /defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/, name);
  }
});

test("the readme and the header say the same, with licence, privacy and the tested version", () => {
  const readme = text("readme.txt");
  const header = text("onrecord.php");
  const field = (source, name) => new RegExp(`^(?: \\* )?${name}:\\s+(.+)$`, "m").exec(source)?.[1];
  for (const name of ["Requires at least", "Requires PHP", "License", "License URI"]) {
    assert.equal(field(readme, name), field(header, name), name);
  }
  assert.equal(field(readme, "Stable tag"), field(header, "Version"));
  assert.equal(field(readme, "License"), "GPL-2.0-or-later");
  assert.match(readme, /MIT OR Apache-2\.0/);
  for (const section of ["Description", "Installation", "Privacy", "Source and build", "Changelog"]) {
    assert.match(readme, new RegExp(`^== ${section} ==$`, "m"));
  }
  assert.match(readme, /^Tested up to: \d+\.\d+$/m);
});

test("every word of the plugin is in German, and no other", () => {
  const german = parsePo(readFileSync(join(SOURCE, "languages/onrecord-de_DE.po"), "utf8")).slice(1);
  assert.deepEqual(german.map(({ id }) => id).sort(), [...words.keys()].sort());
  for (const { id, plural, texts } of german) {
    assert.equal(plural, words.get(id).plural);
    for (const one of texts) {
      assert.ok(one, id);
      assert.deepEqual(one.match(/%(?:\d\$)?[ds]/g), id.match(/%(?:\d\$)?[ds]/g), id);
    }
  }
});

test("what is not readable comes with its source", () => {
  for (const name of ["www/embed/parts.js", "integrations/wordpress/modules/draft.js"]) {
    assert.equal(text(`source/${name}`), readFileSync(join(ROOT, name), "utf8"));
  }
});

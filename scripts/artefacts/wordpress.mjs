// dist/wordpress/: the plugin as a folder and as a ZIP, with the analyser's files in a folder named by the version, so
// that a browser that keeps them asks for the new ones after an update.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../root.mjs";
import { addNotices } from "./notices.mjs";
import { bundle, DIST, emptied, filesIn, release, SETTINGS, styles, virtual, WORK, write } from "./parts.mjs";
import { reportSchema } from "./schema.mjs";
import { addTranslations } from "./translations.mjs";
import { zip } from "./zip.mjs";

const SOURCE = join(ROOT, "integrations/wordpress");
const PLUGIN = join(DIST, "wordpress/onrecord");
/** Shipped as they were written. */
const AS_WRITTEN = ["onrecord.php", "uninstall.php", "readme.txt", "includes", "block", "editor"];
/** What the minified files were made from, for whoever wants to read it. */
const READABLE = /\.(js|css|d\.ts)$/;

export async function makeWordpress() {
  emptied(join(DIST, "wordpress"));
  for (const name of AS_WRITTEN) cpSync(join(SOURCE, name), join(PLUGIN, name), { recursive: true });
  checkVersion();
  await makeAssets(join(PLUGIN, "assets", release().version));
  addTranslations(SOURCE, PLUGIN);
  addSources();
  addNotices(PLUGIN);
  const files = filesIn(PLUGIN).map((name) => [`onrecord/${name}`, readFileSync(join(PLUGIN, name))]);
  write(join(DIST, "wordpress/onrecord.zip"), zip(files));
}

/** The loader for readers, and modules that share their parts with the editor's. */
async function makeAssets(folder) {
  const texts = {
    "#loader-style": await styles("www/embed/loader.css"),
    "#panel-style": await styles("www/embed/panel.css"),
  };
  await build({
    ...SETTINGS,
    format: "esm",
    splitting: true,
    entryPoints: { parts: join(ROOT, "www/embed/parts.js"), draft: join(SOURCE, "modules/draft.js") },
    chunkNames: "chunks/[name]-[hash]",
    outdir: folder,
    plugins: [virtual(texts)],
  });
  write(join(folder, "onrecord.js"), await bundle("www/package/loader.js", { modules: texts }));
  write(join(folder, "onrecord.wasm"), readFileSync(join(WORK, "onrecord.wasm")));
  const types = readFileSync(join(ROOT, "www/report.d.ts"), "utf8");
  write(join(folder, "report.schema.json"), `${JSON.stringify(reportSchema(types), null, 1)}\n`);
}

function addSources() {
  const put = (from, to) => {
    for (const name of filesIn(from).filter((name) => READABLE.test(name))) {
      cpSync(join(from, name), join(PLUGIN, "source", to, name));
    }
  };
  put(join(ROOT, "www"), "www");
  put(join(SOURCE, "modules"), "integrations/wordpress/modules");
}

/** WordPress reads the version where it stands; it is the release's. */
function checkVersion() {
  const { version } = release();
  const said = {
    "onrecord.php": [` * Version:           ${version}\n`, `const VERSION = '${version}';`],
    "readme.txt": [`Stable tag: ${version}\n`],
  };
  for (const [name, lines] of Object.entries(said)) {
    const text = readFileSync(join(SOURCE, name), "utf8");
    for (const line of lines) if (!text.includes(line)) throw new Error(`${name} does not say: ${line.trim()}`);
  }
}

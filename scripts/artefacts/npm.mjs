// dist/npm/: the package `onrecord`, for Node, bundlers and plain pages.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { ROOT } from "../root.mjs";
import { addNotices } from "./notices.mjs";
import { bundle, DIST, emptied, filesIn, release, SETTINGS, sha256, styles, virtual, WORK, write } from "./parts.mjs";
import { comparisonSchema, reportSchema } from "./schema.mjs";

const NPM = join(DIST, "npm");

export async function makeNpm() {
  emptied(NPM);
  const wasm = readFileSync(join(WORK, "onrecord.wasm"));
  const texts = {
    "#packed-wasm": gzipSync(wasm, { level: 9 }).toString("base64"),
    "#loader-style": await styles("www/embed/loader.css"),
    "#panel-style": await styles("www/embed/panel.css"),
  };
  put("onrecord.wasm", wasm);
  put("worker.js", readFileSync(join(WORK, "worker.txt")));
  await makeModules(texts);
  put("onrecord.js", await bundle("www/package/loader.js", { modules: texts }));
  put("onrecord.inline.js", await bundle("www/package/classic.js", { modules: texts }));
  await makeNode(texts);
  makeTypes();
  put("package.json", `${JSON.stringify(manifest(), null, 2)}\n`);
  put("custom-elements.json", readFileSync(join(ROOT, "www/package/custom-elements.json")));
  put("README.md", readFileSync(join(ROOT, "www/package/README.md")));
  put("gallery.html", readFileSync(join(ROOT, "www/package/gallery.html")));
  addNotices(NPM);
  put("sri.json", `${JSON.stringify(integrity(), null, 2)}\n`);
}

const put = (name, content) => write(join(NPM, name), content);

/** ES modules that share their parts. */
async function makeModules(texts) {
  const entry = (name) => join(ROOT, "www", name);
  await build({
    ...SETTINGS,
    format: "esm",
    splitting: true,
    entryPoints: {
      index: entry("package/index.js"),
      element: entry("package/element.js"),
      inline: entry("package/inline.js"),
      parts: entry("embed/parts.js"),
    },
    chunkNames: "chunks/[name]-[hash]",
    outdir: NPM,
    plugins: [virtual(texts)],
  });
}

async function makeNode(texts) {
  const glue = readFileSync(join(WORK, "onrecord.js"), "utf8");
  write(join(WORK, "glue.js"), `export function freshBindings() {\n${glue}\nreturn wasm_bindgen;\n}\n`);
  put(
    "node.js",
    await bundle("www/package/node.js", { modules: texts, format: "esm", platform: "node", target: "node20" }),
  );
}

/** The report's types are those of the page and the bindings; what is asked is asked in other ways. */
function makeTypes() {
  const types = readFileSync(join(ROOT, "www/report.d.ts"), "utf8");
  put("report.d.ts", types.slice(0, types.indexOf("/** Called as each stage")));
  put("report.schema.json", `${JSON.stringify(reportSchema(types), null, 1)}\n`);
  const comparison = readFileSync(join(ROOT, "www/comparison.d.ts"), "utf8");
  const asked = comparison.indexOf("/**\n * Compares two texts.");
  put("comparison.d.ts", comparison.slice(0, asked).replace("Options, Progress, Report", "Options, Report"));
  put("comparison.schema.json", `${JSON.stringify(comparisonSchema(types, comparison), null, 1)}\n`);
  const typesOf = (name) =>
    readFileSync(join(ROOT, "www/package", name), "utf8")
      .replaceAll("../report.js", "./report.js")
      .replaceAll("../comparison.js", "./comparison.js");
  put("index.d.ts", typesOf("index.d.ts"));
  put("inline.d.ts", typesOf("index.d.ts"));
  put("element.d.ts", typesOf("element.d.ts"));
  put("worker.d.ts", "export {};\n");
}

function manifest() {
  const { version } = release();
  return {
    name: "onrecord",
    version,
    description: "Who says what in a news article, on whose word, with which numbers: offline, in WebAssembly",
    license: "MIT OR Apache-2.0",
    type: "module",
    engines: { node: ">=20" },
    keywords: ["news", "quotations", "attribution", "claims", "nlp", "web-component", "wasm", "offline"],
    sideEffects: ["./element.js", "./onrecord.js", "./onrecord.inline.js", "./worker.js"],
    customElements: "custom-elements.json",
    types: "./index.d.ts",
    main: "./node.js",
    module: "./index.js",
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      "./element": { types: "./element.d.ts", default: "./element.js" },
      "./worker": { types: "./worker.d.ts", default: "./worker.js" },
      "./inline": { types: "./inline.d.ts", default: "./inline.js" },
      "./report.schema.json": "./report.schema.json",
      "./comparison.schema.json": "./comparison.schema.json",
      "./custom-elements.json": "./custom-elements.json",
      "./onrecord.wasm": "./onrecord.wasm",
      "./onrecord.js": "./onrecord.js",
      "./onrecord.inline.js": "./onrecord.inline.js",
      "./package.json": "./package.json",
    },
  };
}

/** For `integrity=` of script elements. */
function integrity() {
  const names = filesIn(NPM).filter((name) => /\.(js|wasm)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, `sha256-${sha256(readFileSync(join(NPM, name)), "base64")}`]));
}

// What every artefact is made of: bundles, hashes, the release, and files written in one way.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";
import { en } from "../../www/strings/en.js";
import { ROOT } from "../root.mjs";
import { reportShapes } from "./schema.mjs";

export const WORK = join(ROOT, "target/site");
export const DIST = join(ROOT, "dist");

const TARGET = ["es2022", "chrome111", "firefox115", "safari16.4"];

/** What all bundles share. */
export const SETTINGS = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  target: TARGET,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".txt": "text", ".css": "text", ".tsv": "text" },
};

/** One bundle of one entry: answers its code. */
export async function bundle(entry, { modules = {}, ...options } = {}) {
  return (await built(entry, { modules, ...options })).outputFiles[0].text;
}

function built(entry, { modules = {}, ...options }) {
  const entryPoints = [join(ROOT, entry)];
  const plugins = [virtual(modules)];
  return build({ ...SETTINGS, format: "iife", write: false, entryPoints, plugins, ...options });
}

/** What the parts of the desk ask of one another, and of a reading. */
const DESK_NAMES =
  "bringBack cycleMarks dialogIsOpen dismissSelected drawView finishWriting focusArticle goToItem goToText hidePeek openSample setPhase showHistory showLegend showView startOver takeFile " +
  "claimsAbout formName hiddenKinds inClaim inSentence isTurn mentionedIn noteOf ofEntity saveTable speakerInFull textLang wordCount";

/** Names of two words that only our own strings and the desk have: none of the browser's, none of the report's. */
const OWN_NAMES = new RegExp(
  `^(?:${[...Object.keys(en), ...DESK_NAMES.split(" ")].filter((name) => /[a-z][A-Z]/.test(name)).join("|")})$`,
);

/**
 * One bundle for the page, packed by a second tool as well, and with short names for the strings and the desk: that saves three
 * bytes in a hundred. Bundles that meet on a page share their `names`.
 */
export async function smallBundle(entry, { names = {}, ...options } = {}) {
  const { outputFiles, mangleCache } = await built(entry, {
    ...options,
    mangleProps: OWN_NAMES,
    mangleCache: names,
  });
  Object.assign(names, mangleCache);
  return (
    await minify(outputFiles[0].text, {
      ecma: 2020,
      compress: { passes: 3, unsafe_arrows: true, inline: 1 },
      format: { comments: false },
    })
  ).code;
}

/** Modules that exist only while a bundle is made, by name: JSON. */
export function virtual(modules) {
  return {
    name: "virtual",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#/ }, ({ path }) => (path in modules ? { path, namespace: "virtual" } : undefined));
      onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
        contents: JSON.stringify(modules[path]),
        loader: "json",
      }));
    },
  };
}

/** The worker's source and the style sheet as text, and the report's shape, for the bundles that hold them. */
export async function prepareTexts() {
  const glue = readFileSync(join(WORK, "onrecord.js"), "utf8");
  const worker = readFileSync(join(ROOT, "www/worker.js"), "utf8");
  write(join(WORK, "worker-source.js"), `${glue}\n${worker}`);
  const options = { bundle: false, format: undefined, target: TARGET };
  write(join(WORK, "worker.txt"), await bundle("target/site/worker-source.js", options));
  write(join(WORK, "style.css"), await styles("www/style.css"));
  write(join(WORK, "compare.css"), await styles("www/compare/compare.css"));
  write(join(WORK, "privacy.css"), await styles("www/privacy/privacy.css"));
  const types = readFileSync(join(ROOT, "www/report.d.ts"), "utf8");
  write(join(WORK, "shapes.js"), `export const shapes = ${JSON.stringify(reportShapes(types))};\n`);
}

export function styles(entry) {
  return bundle(entry, { bundle: false, format: undefined, loader: { ".css": "css" } });
}

/** Version and date of the release, as the changelog's first heading has them. */
export function release() {
  const changes = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8");
  const [, version, date] = /^## (\S+), (.+)$/m.exec(changes) ?? [];
  if (!version) throw new Error("CHANGELOG.md names no release");
  return { version, date };
}

export const sha256 = (bytes, encoding = "hex") => createHash("sha256").update(bytes).digest(encoding);

/** A name with a short hash of the file's content: the file may be kept for ever under it. */
export const stamped = (name, bytes) => `${name}?${sha256(bytes).slice(0, 12)}`;

export function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Every file below a folder, by its path from there with plain slashes, in order. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(folder, file).split(sep).join("/"))
    .sort();
}

/** Replaces words that must be there, once. */
export function replaceOnce(text, words, by) {
  if (text.split(words).length !== 2) throw new Error(`not there once: ${words}`);
  return text.replace(words, () => by);
}

// dist/site/: the static site, which any host can serve from any folder, without headers of its own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.mjs";
import { addNotices } from "./notices.mjs";
import {
  bundle,
  DIST,
  emptied,
  filesIn,
  release,
  replaceOnce,
  sha256,
  smallBundle,
  stamped,
  styles,
  WORK,
  write,
} from "./parts.mjs";
import { samples } from "./samples.mjs";

export async function makeSite() {
  const site = emptied(join(DIST, "site"));
  const put = (name, content) => {
    write(join(site, name), content);
    return stamped(name, content);
  };
  put("icons/icon-180.png", readFileSync(join(ROOT, "www/icons/icon-180.png")));
  const build = {
    wasm: put("onrecord.wasm", readFileSync(join(WORK, "onrecord.wasm"))),
    samples: put("samples.json", JSON.stringify(samples())),
    manifest: put("manifest.webmanifest", manifest()),
    bookmarklet: put("bookmarklet.js", (await bundle("www/bookmarklet/carry.js")).trim()),
  };
  const names = {};
  const script = put("onrecord.js", await smallBundle("www/main.js", { modules: { "#build": build }, names }));
  const german = put("german.js", await languageScript(names));
  const compare = put("compare.js", await compareScript(names));
  const privacy = put("privacy.js", await privacyScript(names));
  const style = put("page.css", await styles("www/page.css"));
  put("index.html", page({ script, german, compare, privacy, style }));
  addNotices(site);
  put(
    "sw.js",
    await smallBundle("www/sw.js", {
      modules: { "#precache": precache(site, [script, german, compare, privacy, style, build]) },
    }),
  );
}

/** What is no English is a script of its own, which the page's script looks for. */
const languageScript = (names) => smallBundle("www/strings/german.js", { globalName: "onrecordLanguages", names });

/** So is the comparison of two texts, with its words in both languages and its style. */
const compareScript = (names) => smallBundle("www/compare/index.js", { globalName: "onrecordCompare", names });

/** And what shows that nothing leaves the device. */
const privacyScript = (names) => smallBundle("www/privacy/index.js", { globalName: "onrecordPrivacy", names });

/** The page, with the names of its files as they are kept, and its release. */
function page({ script, german, compare, privacy, style }) {
  const names = [
    ['src="german.js"', `src="${german}"`],
    ['src="compare.js"', `src="${compare}"`],
    ['src="privacy.js"', `src="${privacy}"`],
    ['src="onrecord.js"', `src="${script}"`],
    ['href="page.css"', `href="${style}"`],
  ];
  const html = readFileSync(join(ROOT, "www/index.html"), "utf8");
  const named = names.reduce((html, [name, kept]) => replaceOnce(html, name, kept), html);
  const { version, date } = release();
  return replaceOnce(named, "<!-- release -->", `OnRecord ${version}, ${date}.`);
}

/** With its icons inside. */
function manifest() {
  const { icons, ...rest } = JSON.parse(readFileSync(join(ROOT, "www/manifest.webmanifest"), "utf8"));
  const inside = ({ src, type, ...icon }) => {
    const bytes = readFileSync(join(ROOT, "www", src));
    return { src: `data:${type};base64,${bytes.toString("base64")}`, type, ...icon };
  };
  return JSON.stringify({ ...rest, icons: icons.map(inside) });
}

/** Every file of the folder, by the names under which the page asks for them; the folder itself stands for the page. */
function precache(site, [script, german, compare, privacy, style, build]) {
  const asked = new Map(
    [script, german, compare, privacy, style, ...Object.values(build)].map((name) => [name.split("?")[0], name]),
  );
  const names = filesIn(site);
  const version = sha256(names.map((name) => `${name} ${sha256(readFileSync(join(site, name)))}\n`).join(""));
  return { version: version.slice(0, 16), files: ["./", ...names.map((name) => asked.get(name) ?? name)] };
}

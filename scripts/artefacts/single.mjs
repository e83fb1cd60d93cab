// dist/onrecord.html: all of it in one file, which works by a double click and can ask nothing of any network.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../root.mjs";
import { noticeText } from "./notices.mjs";
import { DIST, release, replaceOnce, sha256, smallBundle, styles, WORK, write } from "./parts.mjs";
import { samples } from "./samples.mjs";

export async function makeSingle() {
  const script = await smallBundle("www/single.js");
  const style = await styles("www/page.css");
  if (/<\/script|<!--/i.test(script)) throw new Error("the script would end its own element");
  const edits = [
    [/<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(source())?.[0], policy(script, style)],
    ['<link rel="stylesheet" href="page.css">', `<style>${style}</style>`],
    ['<link rel="apple-touch-icon" href="icons/icon-180.png">\n', ""],
    [
      '<script defer src="german.js"></script>\n<script defer src="compare.js"></script>\n<script defer src="privacy.js"></script>\n<script defer src="onrecord.js"></script>\n',
      "",
    ],
    ["<!-- release -->", about()],
    ["</body>", `${data()}\n<script>${script}</script>\n</body>`],
  ];
  write(
    join(DIST, "onrecord.html"),
    `${edits.reduce((html, edit) => replaceOnce(html, ...edit), source())}${licences()}`,
  );
}

const source = () => readFileSync(join(ROOT, "www/index.html"), "utf8");

/** Nothing from anywhere: only this very script and this very style, and the worker that the script makes. */
function policy(script, style) {
  const hash = (text) => `'sha256-${sha256(text, "base64")}'`;
  const directives = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src ${hash(style)}`,
    "img-src data:",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types onrecord",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}">`;
}

function about() {
  const { version, date } = release();
  return (
    `OnRecord ${version}, ${date}, in one file. It never looks for a newer one, since it asks nothing of any network: ` +
    "ask whoever gave it to you, or make one from the sources with <kbd>npm run build</kbd>. Its licences stand at its end."
  );
}

function data() {
  const wasm = gzipSync(readFileSync(join(WORK, "onrecord.wasm")), { level: 9 });
  const block = (id, type, text) => `<script type="${type}" id="${id}">${text}</script>`;
  return [
    block("onrecord-samples", "application/json", JSON.stringify(samples()).replaceAll("<", "\\u003c")),
    block("onrecord-wasm", "application/gzip;base64", wasm.toString("base64")),
  ].join("\n");
}

/** A comment may not hold two hyphens. */
function licences() {
  return `<!--\n${noticeText()
    .replaceAll(/--+/g, (hyphens) => "=".repeat(hyphens.length))
    .replaceAll(">", "›")}\n-->\n`;
}

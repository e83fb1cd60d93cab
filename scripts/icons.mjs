// `node scripts/icons.mjs`: the PNG icons of the page and of the extension from www/icons/icon.svg, drawn by Chromium. Run
// it when the SVG changes, and commit what it makes.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ROOT } from "./root.mjs";

const FOLDER = `${ROOT}/www/icons`;
const EXTENSION = `${ROOT}/integrations/extension/icons`;
/** Square to its edges, for systems that cut their own shape: what matters lies in the inner four fifths. */
const square = readFileSync(`${FOLDER}/icon.svg`, "utf8").replace(' rx="6"', "");
const maskable = square.replace("<path", '<path transform="translate(3.2 3.2) scale(.8)"');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
await draw(readFileSync(`${FOLDER}/icon.svg`, "utf8"), 192, "icon-192.png");
await draw(readFileSync(`${FOLDER}/icon.svg`, "utf8"), 512, "icon-512.png");
await draw(square, 180, "icon-180.png");
await draw(maskable, 512, "icon-maskable-512.png");
for (const pixels of [16, 32, 48, 128]) {
  await draw(readFileSync(`${FOLDER}/icon.svg`, "utf8"), pixels, `icon-${pixels}.png`, EXTENSION);
}
await browser.close();

async function draw(svg, pixels, name, folder = FOLDER) {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${pixels}px}</style>${svg}`);
  await page.screenshot({ path: `${folder}/${name}`, omitBackground: true });
  await page.close();
}

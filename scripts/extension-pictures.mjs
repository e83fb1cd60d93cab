// `node scripts/extension-pictures.mjs`: the pictures of docs/extension.md, light and dark, in Chromium and Firefox, from one of our
// own sample articles and dist/extension/.

import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { asHtml, pageOf } from "../tests/embed/pages.mjs";
import { BROWSERS } from "../tests/extension/browsers.mjs";
import { openWorld } from "../tests/extension/world.mjs";
import { CHROMIUM } from "../tests/page/browser.mjs";
import { ARTICLES } from "../tests/wasm/bindings.mjs";
import { ROOT } from "./root.mjs";

const STYLE = `<style>
  :root { color-scheme: light dark; }
  body { margin: 0 auto; max-width: 42rem; padding: 1rem 2rem; font: 1.05rem/1.6 Charter, Georgia, "Liberation Serif", serif;
    background: light-dark(#fff, #16181b); color: light-dark(#222, #e6e3dc); }
  header { border-bottom: 3px double; font-size: 1.6rem; margin-bottom: 1rem; }
</style>`;
const { text } = ARTICLES.find(({ id }) => id === "syr-darya-talks");
const PAGE = pageOf(`<header>The Vessey Echo</header><article>${asHtml(text)}</article>`, { script: "", head: STYLE });

for (const browser of BROWSERS) {
  for (const scheme of ["light", "dark"]) {
    const world = await openWorld();
    const running = await browser.start(world.port);
    const visit = await running.open(world.put(PAGE));
    await running.dress(visit, scheme);
    await visit.press();
    while (!(await visit.inPanel(() => document.querySelector("on-record").report).catch(() => false)));
    await visit.inPanel(() => document.querySelector("on-record").shadowRoot.querySelector("button.head").click());
    const pictures = await running.picture(visit, scheme);
    const name = `docs/pictures/extension-${browser.name.toLowerCase()}${scheme === "dark" ? "-dark" : ""}.png`;
    writeFileSync(`${ROOT}/${name}`, await beside(pictures));
    console.log(name);
    await running.close();
    await world.close();
  }
}

/** Pictures of one height as one. @param {string[]} pictures as data: URLs */
async function beside(pictures) {
  if (pictures.length === 1) return Buffer.from(pictures[0].split(",")[1], "base64");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const images = pictures.map((url) => `<img src="${url}">`).join("");
  await page.setContent(
    `<style>body { margin: 0 } div { display: inline-flex; gap: 4px; background: #888 }</style><div>${images}</div>`,
  );
  const picture = await page.locator("div").screenshot();
  await browser.close();
  return picture;
}

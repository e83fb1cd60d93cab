// `node scripts/pictures.mjs`: the README's pictures, from our own sample articles and the site in dist/.

import { mkdirSync } from "node:fs";
import { ARTICLES } from "../tests/wasm/door.mjs";
import { closeAll, openPage, paste } from "../tests/page/browser.mjs";
import { ROOT } from "./prepare.mjs";

const FOLDER = `${ROOT}/docs/pictures`;
const PICTURES = [
  { name: "who-says-what", tab: /Who says what/, colorScheme: "light" },
  { name: "figures-dark", tab: /Numbers/, colorScheme: "dark" },
];

mkdirSync(FOLDER, { recursive: true });
const { text } = ARTICLES.find(({ id }) => id === "syr-darya-talks");
for (const { name, tab, colorScheme } of PICTURES) {
  const page = await openPage({ colorScheme, viewport: { width: 1280, height: 800 } });
  await paste(page, text);
  await page.locator(".text p").first().waitFor();
  await page.getByRole("tab", { name: tab }).click();
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.context().close();
  console.log(`docs/pictures/${name}.png`);
}
await closeAll();

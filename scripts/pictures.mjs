// `node scripts/pictures.mjs`: the pictures of the README and of docs/, from our own sample articles and the site in dist/.

import { mkdirSync } from "node:fs";
import { ARTICLES } from "../tests/wasm/bindings.mjs";
import { closeAll, openPage, paste } from "../tests/page/browser.mjs";
import { ROOT } from "./root.mjs";

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
const page = await openPage({ viewport: { width: 780, height: 1340 } });
await page.getByRole("button", { name: "Privacy" }).click();
await page.getByRole("button", { name: "Plant the requests" }).click();
await page.locator(".verdict", { hasText: "got out" }).waitFor({ timeout: 30_000 });
await page.getByRole("dialog").screenshot({ path: `${FOLDER}/privacy.png` });
console.log("docs/pictures/privacy.png");
await closeAll();

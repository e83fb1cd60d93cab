// What tests of the extension ask of a page and of the panel beside it.

import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { BROWSERS } from "./browsers.mjs";
import { openWorld } from "./world.mjs";

/** A busy machine is waited for; nothing here is measured by the clock. */
const PATIENCE_MS = 180_000;

/** Each browser with all that it can reach, started when the first test needs it. */
export const browsers = BROWSERS.map((browser) => {
  let started;
  const start = async () => {
    const world = await openWorld();
    return { world, ...(await browser.start(world.port)) };
  };
  const stop = async () => {
    const running = await started;
    await running?.close();
    await running?.world.close();
  };
  return { ...browser, started: () => (started ??= start()), stop };
});
after(() => Promise.all(browsers.map((browser) => browser.stop())));

/** Runs `body` in all browsers at once. @param {string} name @param {(browser: (typeof browsers)[number]) => Promise<void>} body */
export function inAll(name, body) {
  const each = (t) => (browser) =>
    t.test(`${browser.name}: ${name}`, { skip: browser.skip, timeout: 600_000 }, () => body(browser));
  test(name, { concurrency: browsers.length }, (t) => Promise.all(browsers.map(each(t))));
}

/** The same with a page of its own for each. @param {string} name @param {string} html @param {(visit: any, running: any) => Promise<void>} body */
export function inEach(name, html, body, how) {
  inAll(name, async (browser) => {
    const running = await browser.started();
    const visit = await running.open(running.world.put(html, how));
    running.world.asked.length = 0;
    try {
      await body(visit, running);
    } finally {
      await visit.close();
    }
  });
}

/** Asks until the answer is yes. @param {string} what @param {() => Promise<any>} ask */
export async function eventually(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask().catch((error) => void (Date.now() > end && console.log(String(error))));
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await sleep(30);
  }
}

/** What the panel says of the page, the text that it read, and the report once there is one of that very text. */
export const panel = (visit) =>
  visit.inPanel(() => {
    const element = document.querySelector("on-record");
    const { said } = document.querySelector(".notice").dataset;
    const { text, report } = element;
    return { said, text, report: report?.length === text.length ? report : undefined };
  });

/** The panel says one of these, and has a report if there is something to read. @param {any} visit @param {...string} words */
export const says = (visit, ...words) =>
  eventually(`the panel says ${words.join(" or ")}`, async () => {
    const seen = await panel(visit);
    return words.includes(seen.said) && (!["marked", "followed", "plain"].includes(seen.said) || seen.report) && seen;
  });

/** The words that are marked as one kind, in the page or in one of its frames. */
export async function marked(visit, kind = "claim") {
  const words = await Promise.all(visit.page.frames().map((frame) => frame.isolatedRealm().evaluate(markedHere, kind)));
  return words.flat();
}

/** Runs in a world of its own, whatever the page has made of its built-ins. Firefox hands out no iterators there. @param {string} kind */
function markedHere(kind) {
  const found = [];
  CSS.highlights.forEach((marks, name) => name.endsWith(`-${kind}`) && marks.forEach((mark) => found.push(mark)));
  return found.map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));
}

/** How many highlights the page has, of any kind. */
export async function highlights(visit) {
  const each = visit.page.frames().map((frame) => frame.isolatedRealm().evaluate(() => CSS.highlights.size));
  return (await Promise.all(each)).reduce((sum, size) => sum + size, 0);
}

/** The words of a report's claims. */
export const claimed = ({ text, report }) =>
  report.claims.flatMap(({ content }) => content.map(({ start, end }) => text.slice(start, end)));

/** Stretches come in any order of nodes: what counts is which characters are marked. */
export const plain = (words) => [...words.join("").replace(/\s+/g, "")].sort().join("");

/** Presses, and waits until the page is marked. */
export async function read(visit) {
  await visit.press();
  const seen = await says(visit, "marked");
  await eventually("marks", async () => (await marked(visit)).length > 0);
  return seen;
}

/** Presses again, and waits until all is gone. */
export async function end(visit) {
  await visit.press();
  await eventually("the panel is closed", async () => !(await visit.panelIsOpen()));
  await eventually("no mark is left", async () => (await highlights(visit)) === 0);
}

/** Hosts that the browsers themselves knock at for updates, whoever is installed. */
const MAKERS = /(?:^|\.)(?:google|gstatic|googleapis|mozilla|firefox)\.(?:com|net|org)$/;

/** What was asked for since the page was there. */
export const requests = ({ world }) =>
  world.asked.filter((url) => !MAKERS.test(url.startsWith("http") ? new URL(url).hostname : url.split(":")[0]));

// What tests of the extension ask of a page and of the panel beside it.

import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { BROWSERS } from "./browsers.mjs";
import { openWorld } from "./world.mjs";

/** A busy machine is waited for; nothing here is measured by the clock. */
const PATIENCE_MS = Number(process.env.PATIENCE ?? 60) * 1000;

export const world = await openWorld();
/** Each browser, started when the first test needs it. */
export const browsers = BROWSERS.map((browser) => {
  let started;
  return {
    ...browser,
    started: () => (started ??= browser.start(world.port)),
    stop: async () => (await started)?.close(),
  };
});
after(async () => {
  for (const browser of browsers) await browser.stop();
  await world.close();
});

/** A test in each browser, with a page of its own. @param {string} name @param {(visit: any, browser: any) => Promise<void>} body */
export function inEach(name, html, body, how) {
  for (const browser of browsers) {
    test(`${browser.name}: ${name}`, { skip: browser.skip, timeout: 600_000 }, async () => {
      const running = await browser.started();
      const visit = await running.open(world.put(html, how));
      world.asked.length = 0;
      try {
        await body(visit, running);
      } finally {
        await visit.close();
      }
    });
  }
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

/** What the panel says of the page, and what it read. */
export const panel = (visit) =>
  visit.inPanel(() => {
    const element = document.querySelector("on-record");
    const { said } = document.querySelector(".notice").dataset;
    return { said, text: element.text, report: element.report, state: element.state };
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

/** Requests, but for the browser's own talk when it starts. */
export const requests = () => world.asked.filter((url) => !/google|gstatic|mozilla|firefox/.test(url));

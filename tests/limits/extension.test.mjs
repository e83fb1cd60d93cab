// The extension by the clock, on a machine that does nothing else (`npm run limits`).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { asHtml, pageOf } from "../embed/pages.mjs";
import { BROWSERS } from "../extension/browsers.mjs";
import { openWorld } from "../extension/world.mjs";
import { ARTICLES, ROOT } from "../wasm/bindings.mjs";

const TRIES = 4;

/** Some thousand words. */
const TEXT = ARTICLES.slice(0, 2)
  .map(({ text }) => text.trim())
  .join("\n\n");
const PAGE = pageOf(`<article>${asHtml(TEXT)}</article>`, { script: "", head: '<link rel="icon" href="data:,">' });

/** Of several tries the best: what else the machine does only adds. @param {() => Promise<number>} measure */
async function best(measure) {
  const times = [];
  for (let i = 0; i < TRIES; i++) times.push(await measure());
  return Math.min(...times);
}

/** What loading and analysing take alone, in a page that does nothing else. */
async function alone(running) {
  const glue = readFileSync(join(ROOT, "target/site/onrecord.js"), "utf8");
  const wasm = readFileSync(join(ROOT, "dist/npm/onrecord.wasm"));
  const url = running.world.put(`<!doctype html><script>${glue}; globalThis.door = wasm_bindgen</script>`);
  running.world.file("/onrecord.wasm", wasm);
  const visit = await running.open(url);
  const time = await visit.evaluate(async (text) => {
    const began = performance.now();
    await globalThis.door({ module_or_path: fetch("/onrecord.wasm") });
    globalThis.door.analyze(text);
    return performance.now() - began;
  }, TEXT);
  await visit.close();
  return time;
}

/** From the click on the browser's button to the first marks. */
async function clickToMarks(running) {
  const visit = await running.open(running.world.put(PAGE));
  const marked = visit.evaluate(async () => {
    while (CSS.highlights.size === 0) await new Promise((later) => setTimeout(later, 1));
    return Date.now();
  });
  const began = Date.now();
  await visit.press();
  const time = (await marked) - began;
  await visit.close();
  return time;
}

/** How long the page could not answer, beyond 50 ms each time, from the click until its marks have stood for a while. */
async function blocked(running) {
  const visit = await running.open(running.world.put(PAGE));
  const watched = visit.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    let [sum, last, marked] = [0, performance.now(), Infinity];
    const turn = () => new Promise((next) => ((port2.onmessage = next), port1.postMessage(0)));
    while (performance.now() < marked + 500) {
      await turn();
      const now = performance.now();
      sum += Math.max(0, now - last - 50);
      last = now;
      if (marked === Infinity && CSS.highlights.size > 0) marked = now;
    }
    return sum;
  });
  await visit.press();
  const sum = await watched;
  await visit.close();
  return sum;
}

for (const browser of BROWSERS) {
  const name = `${browser.name}: the first marks are there in at most four times what loading and analysing take alone, and the page answers meanwhile`;
  test(name, { skip: browser.skip, timeout: 600_000 }, async () => {
    const world = await openWorld();
    const running = { world, ...(await browser.start(world.port)) };
    try {
      const bare = await best(() => alone(running));
      const marks = await best(() => clickToMarks(running));
      const lag = await best(() => blocked(running));
      console.log(
        `    alone ${bare.toFixed(0)} ms, from click to marks ${marks.toFixed(0)} ms, blocked ${lag.toFixed(0)} ms`,
      );
      assert.ok(marks <= 4 * bare, `${marks} against ${bare}`);
      assert.ok(lag < 50, `${lag} ms`);
    } finally {
      await running.close();
      await world.close();
    }
  });
}

// What `<on-record>` costs a page: bytes, workers, memory. How long it takes stands in tests/limits/.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliSize } from "../../scripts/sizes.mjs";
import { NPM, pageOf } from "./pages.mjs";
import { ARTICLE, highlights, onPage, ready } from "./visit.mjs";

test("sizes: before the click under 8 KB, with a frozen report under 25 KB", () => {
  const loader = brotliSize(readFileSync(join(NPM, "onrecord.js")));
  assert.ok(loader < 8_000, `${loader}`);
  const seen = new Set();
  const total = (name) => {
    if (seen.has(name)) return 0;
    seen.add(name);
    const code = readFileSync(join(NPM, name), "utf8");
    const imports = [...code.matchAll(/(?:from|import)"(\.[^"]+)"/g)].map(([, path]) => join(name, "..", path));
    return brotliSize(Buffer.from(code)) + imports.reduce((sum, path) => sum + total(path), 0);
  };
  const parts = readFileSync(join(NPM, "parts.js"), "utf8");
  for (const lang of ["en", "de"]) {
    seen.clear();
    const [, words] = new RegExp(`${lang}:\\(\\)=>import\\("\\./([^"]+)"\\)`).exec(parts);
    const frozen = loader + total("parts.js") + total(words);
    console.log(`    loader ${loader}, with a frozen report ${frozen} bytes of brotli (${lang})`);
    assert.ok(frozen < 25_000, `${lang}: ${frozen}`);
  }
});

onPage(
  "1,000 analyses keep the memory as it was after ten; 100 times in and out leave no worker behind and no mark",
  pageOf(`<article id="story">${ARTICLE}</article>`),
  async (page) => {
    const use = (times) =>
      page.evaluate(async (times) => {
        const element =
          document.querySelector("on-record") ?? document.body.appendChild(document.createElement("on-record"));
        for (let i = 0; i < times; i++) await element.analyze(`The mayor said on Tuesday that ${i} piers would stay.`);
        globalThis.gc();
        return performance.memory.usedJSHeapSize;
      }, times);
    await page.evaluate(() => {
      globalThis.Worker = class extends Worker {
        constructor(...how) {
          super(...how);
          this.addEventListener("message", ({ data }) => (globalThis.wasmBytes = data.memory ?? globalThis.wasmBytes));
        }
      };
    });
    const wasmBytes = () => page.evaluate(() => globalThis.wasmBytes);
    const early = await use(10);
    const wasmEarly = await wasmBytes();
    assert.ok(wasmEarly > 1_000_000);
    const late = await use(990);
    assert.ok((await wasmBytes()) <= 1.1 * wasmEarly, "WebAssembly's memory");
    assert.ok(late - early < 2_000_000, `${late - early} bytes more`);
    const workers = page.workers().length;
    await page.evaluate(async () => {
      for (let i = 0; i < 100; i++) {
        const element = document.createElement("on-record");
        element.setAttribute("for", "#story");
        document.body.append(element);
        if (i % 10 === 0) await element.analyze();
        element.remove();
      }
    });
    assert.equal(page.workers().length, workers);
    assert.deepEqual(await highlights(page), {});
  },
);

onPage(
  "after each of 100 traps the next analysis is right",
  pageOf(`<on-record mode="paste" loading="eager"></on-record>`),
  async (page) => {
    await ready(page);
    const lengths = await page.evaluate(async () => {
      const { engine } = customElements.get("on-record-desk");
      const lengths = [];
      for (let i = 0; i < 100; i++) {
        const { code } = await engine.crash("trap").catch((error) => error);
        const { report } = await engine.analyze("The pier stays.", {});
        lengths.push(code + report.length);
      }
      return lengths;
    });
    assert.deepEqual([...new Set(lengths)], ["PANIC15"]);
    assert.equal(page.workers().length, 1);
  },
);

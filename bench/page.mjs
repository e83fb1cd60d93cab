// In the browser: opens one contender and tells when its first report was there; then it can be timed.

import { medians } from "./measure.mjs";

const read = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());

/** @param {(read: (name: string) => Promise<Uint8Array>, folder?: string) => Promise<any>} open @param {string} name */
export async function begin(open, name) {
  const texts = await (await fetch("articles.json")).json();
  const contender = await open(read, "./harper");
  await contender.analyze(texts[0]);
  Object.assign(globalThis, {
    firstReportMs: performance.now(),
    measure: async () => (await medians({ [name]: contender }, texts))[name],
  });
}

// What is measured, the same in Node and in a browser.

/** @typedef {{ analyze(text: string): Promise<unknown>, memory?(): number }} Contender */

const ROUNDS = 20;
/** Rounds before the clock counts: an engine compiles WebAssembly twice, the second time for speed. */
const WARM_UP = 10;

/** The middle of the times of many rounds, in milliseconds a text of ordinary length, articles shuffled each round.
 * @param {Record<string, Contender>} contenders @param {string[]} texts */
export async function medians(contenders, texts) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, /** @type {number[]} */ ([])]));
  const order = shuffler();
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, contender] of order(Object.entries(contenders))) {
      const time = await timeOf(contender, order(texts));
      if (round >= 0) times[name].push(time / texts.length);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, middle(all)]));
}

/** Milliseconds for some texts, one after the other. @param {Contender} contender @param {string[]} texts */
export async function timeOf(contender, texts) {
  const start = performance.now();
  for (const text of texts) await contender.analyze(text);
  return performance.now() - start;
}

/** @param {number[]} values */
export const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Shuffles by a fixed generator: each run has the same order. */
function shuffler() {
  let state = 20;
  const below = (n) => (state = (state * 48_271) % 2_147_483_647) % n;
  return (list) => {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [all[i], all[j]] = [all[j], all[i]];
    }
    return all;
  };
}

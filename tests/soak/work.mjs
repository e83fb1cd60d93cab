// One reader's long day, as functions that run in the page: real and hostile texts, read, cancelled, edited, corrected, with
// the element taken out and put in again, and with traps between.

/** Stands for a report where only its being the same counts. @param {string} text */
export function fingerprint(text) {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${text.length} ${a >>> 0} ${b >>> 0}`;
}

/**
 * Runs in the page: puts the work there, so that it need not be sent each time.
 * @param {{ text: string, expected: string }[]} cases @param {string} fingerprintSource
 */
export function setUp(cases, fingerprintSource) {
  const fingerprint = new Function(`return ${fingerprintSource}`)();
  globalThis.soak = { cases, fingerprint, seed: 1, wrong: [], done: {}, signal: new AbortController().signal };
}

/** Runs in the page: some rounds. Answers what was wrong, and how often each thing was done. @param {number} rounds */
export async function work(rounds) {
  const { soak } = globalThis;
  const { engine } = customElements.get("on-record");
  const random = (/** @type {number} */ below) => {
    soak.seed = (Math.imul(soak.seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((soak.seed / 2 ** 32) * below);
  };
  const EDIT = "button[aria-pressed]:not([data-kind])";
  const pick = () => soak.cases[random(soak.cases.length)];
  const element = () => document.querySelector("on-record");
  const root = () => element().shadowRoot;
  const next = (name) => new Promise((done) => element().addEventListener(`onrecord-${name}`, done, { once: true }));
  const press = (key, how = {}) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...how }));
  const check = (report, { text, expected }, what) => {
    if (!report || soak.fingerprint(JSON.stringify(report)) !== expected) soak.wrong.push([what, text.slice(0, 60)]);
  };

  const ways = {
    async read() {
      const one = pick();
      check(await element().analyze(one.text, { signal: soak.signal }), one, "read");
    },
    async cancel() {
      const stop = new AbortController();
      const gone = element().analyze(pick().text, { signal: stop.signal });
      if (random(2)) await new Promise((later) => setTimeout(later, random(20)));
      stop.abort();
      if (await gone.catch(() => undefined)) soak.done.late = (soak.done.late ?? 0) + 1;
      return ways.read();
    },
    async overtake() {
      const [first, second] = [element().analyze(pick().text), pick()];
      check(await element().analyze(second.text), second, "overtake");
      await first;
    },
    async edit() {
      await ways.read();
      // A field for text has but one way to end a line.
      let one = pick();
      while (one.text.includes("\r")) one = pick();
      root().querySelector(EDIT).click();
      const editor = root().querySelector(".editor");
      const reported = next("report");
      editor.value = one.text;
      editor.dispatchEvent(new Event("input"));
      check((await reported).detail.report, one, "edit");
      const again = next("report");
      root().querySelector(EDIT).click();
      check((await again).detail.report, one, "done editing");
    },
    async correct() {
      await ways.read();
      const before = element().report.claims.length;
      if (before === 0) return;
      root().activeElement?.blur();
      press("j");
      press("x");
      if (element().report.claims.length !== before - 1) soak.wrong.push(["correct", element().text.slice(0, 60)]);
      press("z", { ctrlKey: true });
      if (element().report.claims.length !== before) soak.wrong.push(["undo", element().text.slice(0, 60)]);
    },
    async mount() {
      element().remove();
      document.querySelector("main").append(document.createElement("on-record"));
      return ways.read();
    },
    async language() {
      element().language = element().language === "en" ? "de" : "en";
      return ways.read();
    },
    async trap() {
      const how = random(2) ? "trap" : "panic";
      const { code } = await engine.crash(how).catch((error) => error);
      if (code !== "PANIC") soak.wrong.push([how, String(code)]);
      return ways.read();
    },
  };

  const names = Object.keys(ways);
  for (let i = 0; i < rounds; i++) {
    // A trap in each twentieth round, so that 2,000 have 100.
    const name = i % 20 === 19 ? "trap" : names[random(names.length - 1)];
    await ways[name]();
    soak.done[name] = (soak.done[name] ?? 0) + 1;
  }
  return { wrong: soak.wrong, done: soak.done };
}

/** Runs in the page: an element that has just come, with one line in it. */
export async function rest() {
  document.querySelector("on-record").remove();
  document.querySelector("main").append(document.createElement("on-record"));
  await document.querySelector("on-record").analyze("The mayor said no.");
}

// Twice the text costs at most 2.3 times the time, whatever the text is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMS, repeated } from "../../bench/forms.mjs";
import { openBindings } from "./bindings.mjs";

const UNITS = 30_000;
const MOST = 2.3;
const TRIES = 8;
const bindings = openBindings();

/** Processor time, not the clock's: other work on the machine is not ours. Shorter times than a tick mean nothing. */
function cost(text) {
  const before = process.cpuUsage();
  bindings.analyze(text);
  const { user, system } = process.cpuUsage(before);
  return Math.max(user + system, 20_000);
}

function ratio(piece) {
  const [short, long] = [repeated(piece, UNITS), repeated(piece, 2 * UNITS)];
  const best = (text) => Math.min(cost(text), cost(text));
  return best(long) / best(short);
}

for (const [name, piece] of Object.entries(FORMS)) {
  test(`time grows with the text: ${name}`, () => {
    const ratios = [];
    // What is quadratic is so each time; what was disturbed is not.
    do ratios.push(ratio(piece));
    while (ratios.at(-1) > MOST && ratios.length < TRIES);
    assert.ok(ratios.at(-1) <= MOST, `twice the text took ${ratios.map((r) => r.toFixed(2)).join(", ")} times as long`);
  });
}

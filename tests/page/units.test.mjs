// Units and dates for people: every unit of the list has a sign, and measures in the other system agree with the list.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber, Format, isoDay } from "../../www/format.js";
import { LANGUAGES } from "../../www/strings/index.js";
import { OTHER_UNIT, sign } from "../../www/units.js";

const rows = readFileSync(new URL("../../data/units.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

test("every unit has a sign that no code shows through", () => {
  for (const [, code] of rows) assert.doesNotMatch(sign(code), /[[\]{}_*]/, code);
});

test("rates, annotations and squares are signs too", () => {
  assert.deepEqual(["[bbl_us]/d", "{TEU}", "[smi_us]", "10*6.[bbl_us]/d", "mg/dL", "people/km2"].map(sign), [
    "bbl/d",
    "TEU",
    "mi²",
    "m bbl/d",
    "mg/dL",
    "people/km²",
  ]);
});

test("the other system goes by the factors of the list", () => {
  const factor = new Map(rows.toReversed().map(([, code, dimension, size]) => [code, [dimension, Number(size)]]));
  for (const [from, [to, ratio, plus]] of Object.entries(OTHER_UNIT)) {
    if (plus) continue;
    const [[one, a], [two, b]] = [factor.get(from), factor.get(to)];
    assert.equal(one, two, `${from} to ${to}`);
    assert.ok(Math.abs(ratio / (a / b) - 1) < 1e-4, `${from} to ${to}: ${ratio}, the list says ${a / b}`);
  }
});

test("years before 100 are none of the last century", () => {
  globalThis.navigator ??= { languages: ["en-GB"] };
  const format = new Format(LANGUAGES.en);
  assert.equal(format.date("0079-08-24"), "Thursday, 24 August 79");
  assert.equal(format.date("0079"), "79");
  assert.equal(isoDay(dayNumber("0079-08-24")), "0079-08-24");
});

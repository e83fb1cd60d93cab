// The download does not grow by more than two in a hundred unless the committed table says why.

import assert from "node:assert/strict";
import { test } from "node:test";
import { before, committed, complaints, parse } from "../../scripts/download.mjs";
import { download } from "../../scripts/sizes.mjs";

test("the download is no larger than eval/sizes.tsv says", () => {
  assert.deepEqual(complaints(download(), committed(), before()), []);
});

test("what grows without a word is noticed", () => {
  const table = parse("# what\tbytes\twhy\na\t1000\tthe model");
  assert.deepEqual(complaints({ a: 1020 }, table, new Map()), []);
  assert.equal(complaints({ a: 1021 }, table, new Map()).length, 1, "larger than the table says");
  assert.equal(complaints({ a: 1000, b: 1 }, table, new Map()).length, 1, "not in the table");
  assert.equal(complaints({}, table, parse("a\t900\tthe model")).length, 1, "the table grew, its note stayed");
  assert.deepEqual(complaints({}, table, parse("a\t900\tan older model")), [], "the note says why");
  assert.equal(complaints({ a: 900 }, parse("a\t1000"), new Map()).length, 1, "a row without a note");
});

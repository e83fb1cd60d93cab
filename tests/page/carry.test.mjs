// Corrections to a text that is edited go along with their words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { apply } from "../../www/corrections/apply.js";
import { carry } from "../../www/corrections/carry.js";
import { REPORT, TEXT } from "./fixture.mjs";

/** What the engine would answer if only these words were other: every span after them moves, every id is counted anew. */
function edited(old, fresh, rename = (id) => id) {
  const at = TEXT.indexOf(old);
  assert.ok(at >= 0, old);
  const text = TEXT.replace(old, fresh);
  const by = fresh.length - old.length;
  const found = JSON.parse(JSON.stringify(REPORT), (key, value) => {
    if (key === "start") return value >= at + old.length ? value + by : value;
    if (key === "end") return value > at ? value + by : value;
    return typeof value === "string" && /^[ectqk]\d+$/.test(value) ? rename(value) : value;
  });
  return { text, found };
}

/** Corrections made to the article, in the article with some words changed. */
function carried(corrections, old, fresh, rename) {
  const { text, found } = edited(old, fresh, rename);
  const kept = carry({ text: TEXT, found: REPORT, corrections }, text, found);
  return { kept, report: apply(found, kept) };
}

const two = (id) => `${id[0]}${Number(id.slice(1)) + 2}`;
const entity = (report, id) => report.entities.find((entity) => entity.id === id);

test("an edit elsewhere keeps every kind of correction, under the ids of the new report", () => {
  const corrections = [
    { op: "rename", target: "e1", value: "Mayor Quill" },
    { op: "retype", target: "e7", value: "place" },
    { op: "relabel", target: "c4", value: "stance denies" },
    { op: "speaker", target: "c6", value: "e1 e2" },
    { op: "dismiss", target: "q3" },
    { op: "relabel", target: "t3", value: "from 1885-02-01" },
    { op: "dismiss", target: "k2" },
    { op: "merge", target: "e3", value: "e2" },
  ];
  const { kept } = carried(corrections, "on Tuesday", "late on this very Tuesday", two);
  assert.deepEqual(
    kept.map(({ op, target, value }) => [op, target, value]),
    [
      ["rename", "e3", "Mayor Quill"],
      ["retype", "e9", "place"],
      ["relabel", "c6", "stance denies"],
      ["speaker", "c8", "e3 e4"],
      ["dismiss", "q5", undefined],
      ["relabel", "t5", "from 1885-02-01"],
      ["dismiss", "k4", undefined],
      ["merge", "e5", "e4"],
    ],
  );
});

test("who came into being by a correction is still the one that the next is about", () => {
  const he = TEXT.lastIndexOf("He");
  const corrections = [
    { op: "split", target: "e5", value: `${he}-${he + 2} The Treasurer` },
    { op: "rename", target: "e8", value: "The Secretary" },
    { op: "speaker", target: "c1", value: "=Jane Doe" },
    { op: "merge", target: "e9", value: "e8" },
  ];
  const { kept, report } = carried(corrections, "(Wire)", "(The Wire)", two);
  assert.equal(kept.length, 4);
  assert.equal(entity(report, "e10").name, "The Secretary");
  assert.deepEqual(report.claims.find(({ id }) => id === "c8").speakers, ["e10"]);
  assert.deepEqual(report.claims.find(({ id }) => id === "c3").speakers, ["e10"]);
});

test("what was said in words that are edited is known by its verb; what has no words left is let go", () => {
  const corrections = [
    { op: "relabel", target: "c4", value: "stance denies" },
    { op: "dismiss", target: "q1" },
    { op: "dismiss", target: "q2" },
  ];
  const typo = carried(corrections, "still at the table", "still at that table");
  assert.deepEqual(
    typo.kept.map(({ target }) => target),
    ["c4", "q1", "q2"],
  );
  const gone = carried(corrections, "1,000 tonnes", "2,000 tonnes");
  assert.deepEqual(
    gone.kept.map(({ target }) => target),
    ["c4", "q2"],
  );
});

test("two claims that hang on one verb are told apart", () => {
  const claims = REPORT.claims.map((claim) => (claim.id === "c3" ? { ...claim, cue: REPORT.claims[1].cue } : claim));
  const before = { ...REPORT, claims };
  const by = { text: TEXT, found: before, corrections: [{ op: "dismiss", target: "c3" }] };
  const { text, found } = edited("walked away angry", "walked away very angry");
  const after = { ...found, claims: found.claims.map((c) => (c.id === "c3" ? { ...c, cue: found.claims[1].cue } : c)) };
  assert.deepEqual(carry(by, text, after), [{ op: "dismiss", target: "c3" }]);
});

test("another text takes nothing along", () => {
  const corrections = [{ op: "rename", target: "e1", value: "x" }];
  const found = { ...REPORT, entities: [], claims: [], quantities: [], times: [], checks: [] };
  assert.deepEqual(carry({ text: TEXT, found: REPORT, corrections }, "Quite another.", found), []);
});

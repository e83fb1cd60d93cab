// What a reader puts right: a pure function from report and corrections to report.

import assert from "node:assert/strict";
import { test } from "node:test";
import { apply } from "../../www/corrections/apply.js";
import { REPORT, TEXT } from "./fixture.mjs";

const one = (op, target, value) => apply(REPORT, [{ op, target, ...(value !== undefined && { value }) }]);
const claim = (report, id) => report.claims.find((claim) => claim.id === id);
const entity = (report, id) => report.entities.find((entity) => entity.id === id);
const words = ({ start, end }) => TEXT.slice(start, end);

test("without corrections the report is the same, and it is never changed in place", () => {
  const before = JSON.stringify(REPORT);
  assert.equal(apply(REPORT, []), REPORT);
  one("merge", "e5", "e1");
  one("dismiss", "c2");
  assert.equal(JSON.stringify(REPORT), before);
});

test("merge: mentions, roles and speakers go over", () => {
  const report = one("merge", "e5", "e1");
  assert.equal(entity(report, "e5"), undefined);
  assert.deepEqual(entity(report, "e1").mentions.map(words), ["Ada Quill", "Bram Oke", "hers", "Oke", "He"]);
  assert.deepEqual(
    entity(report, "e1").roles.map(({ text }) => text),
    ["Mayor", "Trust director"],
  );
  assert.deepEqual(claim(report, "c4").speakers, ["e1"]);
});

test("merge: whose office it is goes over too, but nobody holds an office of their own", () => {
  assert.equal(entity(one("merge", "e2", "e3"), "e5").roles[0].of, "e3");
  assert.equal(
    entity(one("merge", "e2", "e5"), "e5").roles.find(({ text }) => text === "Trust director").of,
    undefined,
  );
});

test("dismiss: when the others were said stays theirs", () => {
  const second = { ...REPORT.claims[0], id: "c7", content: [REPORT.claims[0].content[0]] };
  const report = apply({ ...REPORT, claims: [...REPORT.claims, second] }, [{ op: "dismiss", target: "c7" }]);
  assert.deepEqual(
    report.unattributed.map(words).filter((piece) => piece.includes("Tuesday")),
    [],
  );
});

test("split: some mentions become a new entity, and the claims that they are the source of are its", () => {
  const { mentions } = entity(REPORT, "e5");
  const he = `${mentions[2].start}-${mentions[2].end}`;
  const report = one("split", "e5", `${he} Somebody Else`);
  assert.equal(entity(report, "e8").name, "Somebody Else");
  assert.deepEqual(entity(report, "e8").mentions.map(words), ["He"]);
  assert.deepEqual(entity(report, "e5").mentions.map(words), ["Bram Oke", "Oke"]);
  assert.deepEqual(claim(report, "c6").speakers, ["e8"]);
  assert.deepEqual(claim(report, "c4").speakers, ["e5"]);
});

test("split: a quotation that goes on follows its speaker", () => {
  const floating = { ...REPORT.claims[3], id: "c7", attribution: "implied" };
  delete floating.source;
  const longer = { ...REPORT, claims: [...REPORT.claims.slice(0, 4), floating] };
  const { start, end } = entity(REPORT, "e5").mentions[0];
  const report = apply(longer, [{ op: "split", target: "e5", value: `${start}-${end} Bram` }]);
  assert.deepEqual(claim(report, "c7").speakers, ["e8"]);
});

test("split: all mentions or none change nothing", () => {
  const all = entity(REPORT, "e5")
    .mentions.map(({ start, end }) => `${start}-${end} `)
    .join("");
  assert.equal(one("split", "e5", `${all}Nobody`), REPORT);
  assert.equal(one("split", "e5", "1-2 Nobody"), REPORT);
  assert.equal(one("split", "e5", "Nobody"), REPORT);
});

test("rename and retype", () => {
  assert.equal(entity(one("rename", "e1", " Mayor Quill "), "e1").name, "Mayor Quill");
  assert.equal(entity(one("retype", "e7", "place"), "e7").kind, "place");
  assert.equal(one("retype", "q4", "age").quantities[3].kind, "age");
  assert.equal(one("retype", "t1", "duration").times[0].kind, "duration");
});

test("speaker: another, two, somebody new, nobody", () => {
  assert.deepEqual(claim(one("speaker", "c1", "e5"), "c1").speakers, ["e5"]);
  assert.deepEqual(claim(one("speaker", "c1", "e5 e3"), "c1").speakers, ["e5", "e3"]);
  assert.equal(claim(one("speaker", "c1", "e7"), "c1").attribution, "described");
  assert.equal(claim(one("speaker", "c1", "e4"), "c1").attribution, "unnamed", "as the claim that they made has it");
  assert.equal(claim(one("speaker", "c1", "e4 e7"), "c1").attribution, "described");
  assert.equal(claim(one("speaker", "c3", "e1"), "c3").attribution, "named");
  assert.equal(claim(one("speaker", "c1", "e5"), "c1").source, undefined, "the article names somebody else");
  assert.deepEqual(claim(one("speaker", "c6", "e1"), "c6").source, REPORT.claims[5].source, "“he” may be anybody");
  const fresh = one("speaker", "c1", "=Jane Doe");
  assert.deepEqual(claim(fresh, "c1").speakers, ["e8"]);
  assert.equal(entity(fresh, "e8").name, "Jane Doe");
  const nobody = claim(one("speaker", "c1", ""), "c1");
  assert.deepEqual([nobody.speakers, nobody.attribution], [[], "none"]);
});

test("relabel: form, stance, attribution, negation, verdict, value, unit, day", () => {
  assert.equal(claim(one("relabel", "c1", "form direct"), "c1").form, "direct");
  assert.equal(claim(one("relabel", "c1", "stance denies"), "c1").stance, "denies");
  assert.equal(claim(one("relabel", "c1", "attribution unnamed"), "c1").attribution, "unnamed");
  assert.deepEqual(claim(one("relabel", "c1", "attribution none"), "c1").speakers, []);
  assert.equal(claim(one("relabel", "c6", "negated no"), "c6").negated, undefined);
  assert.equal(one("relabel", "k1", "agrees no").checks[0].agrees, false);
  assert.equal(one("relabel", "q1", "value 1.5").quantities[0].value, 1.5);
  assert.equal(one("relabel", "q1", "unit kg").quantities[0].unit, "kg");
  const { from, until, basis } = one("relabel", "t2", "from 2025-02-28").times[1];
  assert.deepEqual([from, until, basis], ["2025-02-28", "2025-03-01", "stated"]);
});

test("dismiss: a claim closes its chain and leaves its words to the writer", () => {
  const report = one("dismiss", "c2");
  assert.equal(claim(report, "c2"), undefined);
  assert.equal("via" in claim(report, "c3"), false);
  const alone = one("dismiss", "c6");
  assert.deepEqual(alone.unattributed.map(words).at(-1), "He did not say that the Trust would sue.");
  assert.equal(alone.unattributed.length, REPORT.unattributed.length + 1);
});

test("dismiss: an entity is no speaker any more, a number takes its checks along, a time is no time of saying", () => {
  const report = one("dismiss", "e5");
  assert.deepEqual(claim(report, "c4").speakers, []);
  assert.equal(entity(one("dismiss", "e2"), "e5").roles[0].of, undefined);
  const fewer = one("dismiss", "q6");
  assert.deepEqual(
    fewer.checks.map(({ id }) => id),
    ["k1"],
  );
  assert.equal(fewer.quantities.find(({ id }) => id === "q7").restates, undefined);
  assert.equal(claim(one("dismiss", "t2"), "c1").said, undefined);
  assert.equal(one("dismiss", "k1").checks.length, 1);
});

test("dismiss: single mentions, and what was said there", () => {
  const last = entity(REPORT, "e5").mentions.at(-1);
  const report = one("dismiss", "e5", `${last.start}-${last.end}`);
  assert.deepEqual(entity(report, "e5").mentions.map(words), ["Bram Oke", "Oke"]);
  assert.deepEqual(claim(report, "c6").speakers, []);
  assert.deepEqual(claim(report, "c5").speakers, ["e5"]);
  const all = entity(REPORT, "e5").mentions.map(({ start, end }) => `${start}-${end}`);
  assert.equal(entity(one("dismiss", "e5", all.join(" ")), "e5"), undefined);
  assert.equal(one("dismiss", "e5", "1-2"), REPORT);
  assert.equal(one("dismiss", "c5", "1-2"), REPORT);
});

test("corrections go one after another", () => {
  const report = apply(REPORT, [
    { op: "merge", target: "e5", value: "e1" },
    { op: "rename", target: "e1", value: "The Mayor" },
    { op: "dismiss", target: "e5" },
  ]);
  assert.equal(entity(report, "e1").name, "The Mayor");
  assert.equal(report.entities.length, REPORT.entities.length - 1);
});

test("what does not fit changes nothing", () => {
  for (const [op, target, value] of [
    ["merge", "e1", "e1"],
    ["merge", "e1", "c1"],
    ["merge", "e99", "e1"],
    ["rename", "e1", "  "],
    ["rename", "c1", "x"],
    ["retype", "e1", "<b>"],
    ["retype", "c1", "person"],
    ["speaker", "c1", "e99"],
    ["speaker", "e1", "e2"],
    ["relabel", "c1", "form <script>"],
    ["relabel", "c1", "__proto__ x"],
    ["relabel", "e1", "name x"],
    ["relabel", "q1", "value 1e999"],
    ["dismiss", "u1", undefined],
    ["dismiss", "", undefined],
    ["burn", "e1", "x"],
    ["constructor", "e1", "x"],
  ]) {
    assert.equal(one(op, target, value), REPORT, `${op} ${target} ${value}`);
  }
});

// Marks that nest, whatever the report says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf, nest, share } from "../../www/marks.js";
import { REPORT, TEXT } from "./fixture.mjs";

/** Draws as brackets: `c1(` opens, `)` closes. */
function draw(text, marks) {
  return nest(marks, { start: 0, end: text.length })
    .map((step) => ("text" in step ? text.slice(...step.text) : "open" in step ? `${step.open.id}(` : ")"))
    .join("");
}

const mark = (id, kind, start, end) => ({ id, kind, start, end });
const sorted = (marks) => marks.sort((a, b) => a.start - b.start);

test("a mark inside another", () => {
  assert.equal(draw("abcd", [mark("c1", "claim", 0, 4), mark("e1", "person", 1, 2)]), "c1(ae1(b)cd)");
});

test("claims are outermost where both begin", () => {
  assert.equal(draw("abcd", [mark("e1", "person", 0, 2), mark("c1", "claim", 0, 2)]), "c1(e1(ab))cd");
});

test("a name that crosses the end of a claim is cut, not the claim", () => {
  assert.equal(draw("abcd", [mark("c1", "claim", 0, 2), mark("e1", "person", 1, 3)]), "c1(ae1(b))e1(c)d");
});

test("a name that begins before a claim is cut too", () => {
  assert.equal(draw("abcd", sorted([mark("e1", "person", 0, 2), mark("c1", "claim", 1, 4)])), "e1(a)c1(e1(b)cd)");
});

test("two claims that cross are both cut where they must be", () => {
  assert.equal(draw("abcd", [mark("c1", "claim", 0, 3), mark("c2", "claim", 1, 4)]), "c1(ac2(bc))c2(d)");
});

test("random marks: every word is drawn once and every bracket is closed", () => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const text = "abcdefghijklmnopqrst";
  for (let round = 0; round < 300; round++) {
    const marks = Array.from({ length: random(12) }, (_, i) => {
      const start = random(19);
      return mark(`c${i}`, ["claim", "source", "person", "time"][random(4)], start, start + 1 + random(20 - start - 1));
    });
    const drawn = draw(text, sorted(marks));
    assert.equal(drawn.replace(/c\d+\(|\)/g, ""), text);
    let depth = 0;
    for (const character of drawn) {
      depth += character === "(" ? 1 : character === ")" ? -1 : 0;
      assert.ok(depth >= 0);
    }
    assert.equal(depth, 0);
  }
});

test("paragraphs share the marks of a report", () => {
  const marks = marksOf(REPORT);
  const shares = share(marks, REPORT.paragraphs);
  assert.equal(shares.flat().length, marks.length);
  for (const [i, { start, end }] of REPORT.paragraphs.entries()) {
    for (const { id, start: from, end: to } of shares[i]) {
      assert.ok(from < end && to > start, `${id}: ${TEXT.slice(from, to)}`);
    }
  }
});

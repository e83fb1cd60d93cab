// Saved reports that mean harm or are broken, each with what becomes of it: refused with a reason, or shown.

import { REPORT, TEXT } from "./fixture.mjs";

const clone = (value) => JSON.parse(JSON.stringify(value));
const long = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const rule = "by hand";

/** The good report with its text, changed. */
function changed(change) {
  const saved = { ...clone(REPORT), text: TEXT };
  return JSON.stringify(change(saved) ?? saved);
}

/** A report about a text of its own, with nothing in it but what is given. */
function about(text, lists) {
  const whole = [{ start: 0, end: text.length }];
  const none = { entities: [], quantities: [], times: [], claims: [], checks: [], unattributed: [] };
  const base = { schema: 1, engine: rule, language: "en", length: text.length, paragraphs: whole, sentences: whole };
  return JSON.stringify({ ...base, ...none, ...lists, text });
}

const entity = (mentions, more = {}) => ({ id: "e1", kind: "person", name: "x", roles: [], mentions, ...more });
const mention = (start, end) => ({ start, end, form: "name", rule });
const claim = (content, more = {}) => {
  const base = { id: "c1", form: "direct", content, speakers: [], attribution: "none", stance: "asserts" };
  return { ...base, evidence: [], rule, ...more };
};
const set = (list, name, value) => changed((saved) => void (saved[list][0][name] = value));
const correcting = (...corrections) => changed((saved) => void (saved.corrections = corrections));
const text = "x".repeat(4_000);

/** Name, JSON and outcome: "shown", or why it is refused. @type {[string, string, "shown" | "none" | "later" | "fault" | "much"][]} */
export const REPORTS = [
  ["nothing", "", "none"],
  ["no JSON", "{", "none"],
  ["null", "null", "none"],
  ["a number", "7", "none"],
  ["a list", "[]", "none"],
  ["lists in lists", "[".repeat(100_000), "none"],
  ["objects in objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`, "none"],
  ["no text", changed((saved) => void delete saved.text), "none"],
  ["a text that is a number", changed((saved) => void (saved.text = 7)), "none"],
  ["a schema that is a word", changed((saved) => void (saved.schema = "1")), "none"],
  ["a later schema", changed((saved) => void (saved.schema = 2)), "later"],
  ["another length", changed((saved) => void (saved.length += 1)), "fault"],
  ["another text", changed((saved) => void (saved.text = "x")), "fault"],
  ["another language", changed((saved) => void (saved.language = "xx")), "fault"],
  ["lists left out", changed((saved) => void delete saved.claims), "fault"],
  ["a list that is an object", changed((saved) => void (saved.claims = { length: 1 })), "fault"],
  ["a list that is a word", changed((saved) => void (saved.entities = "e1")), "fault"],
  ["null in a list", changed((saved) => void (saved.claims[0] = null)), "fault"],
  ["a list in a list", changed((saved) => void (saved.claims[0] = [])), "fault"],
  ["form: constructor", set("claims", "form", "constructor"), "fault"],
  ["form: __proto__", set("claims", "form", "__proto__"), "fault"],
  ["stance: toString", set("claims", "stance", "toString"), "fault"],
  ["attribution: valueOf", set("claims", "attribution", "valueOf"), "fault"],
  ["kind of an entity: constructor", set("entities", "kind", "constructor"), "fault"],
  ["kind of a number: hasOwnProperty", set("quantities", "kind", "hasOwnProperty"), "fault"],
  ["kind of a time: constructor", set("times", "kind", "constructor"), "fault"],
  ["kind of a check: constructor", set("checks", "kind", "constructor"), "fault"],
  ["basis: constructor", set("times", "basis", "constructor"), "fault"],
  ["change: constructor", set("quantities", "change", "constructor"), "fault"],
  ["unit: constructor", set("quantities", "unit", "constructor"), "shown"],
  ["unit: __proto__", set("quantities", "unit", "__proto__"), "shown"],
  ["unit: a rate of it", set("quantities", "unit", "USD/constructor"), "shown"],
  ["unit: no money", set("quantities", "unit", "QQQ"), "shown"],
  ["rule: constructor", set("claims", "rule", "constructor"), "shown"],
  ["country: none", set("entities", "country", "constructor"), "shown"],
  ["engine: __proto__", changed((saved) => void (saved.engine = "__proto__")), "shown"],
  ["names that this version does not know", changed((saved) => ({ ...saved, later: [{ start: -1 }] })), "shown"],
  ["__proto__ as a name", changed((saved) => saved).replace("{", '{"__proto__":{"polluted":1},'), "shown"],
  ["constructor as a name", changed((saved) => ({ ...saved, constructor: { prototype: 1 } })), "shown"],
  ["a span past the end", changed((saved) => void (saved.claims[0].content[0].end = 1e6)), "fault"],
  ["a span before the start", changed((saved) => void (saved.claims[0].source.start = -1)), "fault"],
  ["a span backwards", changed((saved) => void (saved.times[0] = { ...saved.times[0], start: 9, end: 8 })), "fault"],
  ["a span between two units", changed((saved) => void (saved.claims[0].cue.start += 0.5)), "fault"],
  ["a span of no number", changed((saved) => void (saved.sentences[0].start = "0")), "fault"],
  ["a span without an end", changed((saved) => void delete saved.unattributed[0].end), "fault"],
  ["paragraphs out of order", changed((saved) => void saved.paragraphs.reverse()), "fault"],
  ["sentences that overlap", changed((saved) => void (saved.sentences[1].start = 0)), "fault"],
  ["a content out of order", changed((saved) => void saved.claims[3].content.reverse()), "fault"],
  [
    "the text as a paragraph, again and again",
    about(text, { paragraphs: long(9, () => ({ start: 0, end: 1 })) }),
    "fault",
  ],
  ["an id with markup", set("claims", "id", 'c1"] x'), "fault"],
  ["an id of another list", set("claims", "id", "e1"), "fault"],
  ["one id twice", changed((saved) => void (saved.claims[1].id = "c1")), "fault"],
  ["an id beyond counting", set("claims", "id", "c99999999999999999999"), "fault"],
  ["a speaker that is no id", set("claims", "speakers", ["constructor"]), "fault"],
  ["a speaker that is not there", set("claims", "speakers", ["e999"]), "shown"],
  ["claims via each other", changed(({ claims: [a, b] }) => void ([a.via, b.via] = [b.id, a.id])), "shown"],
  ["a claim via itself", set("claims", "via", "c1"), "shown"],
  [
    "51 speakers",
    set(
      "claims",
      "speakers",
      long(51, (i) => `e${i + 1}`),
    ),
    "much",
  ],
  ["a day that is none", set("times", "from", "2025-99-99"), "fault"],
  ["a day with words", set("times", "from", "2025-01-01<b>"), "fault"],
  ["a number that JSON does not have", changed((saved) => saved).replace('"value":1000', '"value":1e999'), "fault"],
  ["a name of 6,000 characters", set("entities", "name", "x".repeat(6_000)), "much"],
  [
    "1,000 mentions that overlap",
    about(text, { entities: [entity(long(1_000, (i) => mention(i, 4_000 - i)))] }),
    "much",
  ],
  ["1,000 mentions of one place", about(text, { entities: [entity(long(1_000, () => mention(0, 4_000)))] }), "much"],
  [
    "1,000 claims within each other",
    about(text, { claims: long(1_000, (i) => claim([{ start: i, end: 4_000 - i }], { id: `c${i + 1}` })) }),
    "much",
  ],
  ["200 mentions that overlap", about(text, { entities: [entity(long(200, (i) => mention(i, 4_000 - i)))] }), "shown"],
  ["4,000 mentions", about(text, { entities: [entity(long(4_000, (i) => mention(i, i + 1)))] }), "shown"],
  ["4,000 mentions of no words", about(text, { entities: [entity(long(4_000, (i) => mention(i, i)))] }), "shown"],
  [
    "150,000 entities, one of which is split",
    about(text, {
      entities: long(150_000, (i) => entity(i === 0 ? [mention(0, 1), mention(2, 3)] : [], { id: `e${i + 1}` })),
      corrections: [{ op: "split", target: "e1", value: "2-3 y" }],
    }),
    "shown",
  ],
  ["a correction that is none", correcting({ op: "constructor", target: "e1" }), "fault"],
  ["a correction of nothing", correcting({ op: "dismiss", target: "" }), "shown"],
  ["a correction of __proto__", correcting({ op: "relabel", target: "__proto__", value: "form direct" }), "shown"],
  ["a label of the prototype", correcting({ op: "relabel", target: "c1", value: "constructor x" }), "shown"],
  ["a day after the last", correcting({ op: "relabel", target: "t1", value: "from 9999-12-31" }), "shown"],
  ["a day of no calendar", correcting({ op: "relabel", target: "t1", value: "from 2025-99-99" }), "shown"],
  ["a value that is a list", correcting({ op: "rename", target: "e1", value: ["x"] }), "fault"],
  ["1,001 corrections", correcting(...long(1_001, () => ({ op: "dismiss", target: "c1" }))), "much"],
];

// A comparison as items of one shape, the gravest first: what the list, the marks and the filters are drawn from.

import { diff } from "./diff.js";

/** @typedef {import("../comparison.js").Comparison} Comparison */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("./strings/en.js").Words} Words */
/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("./diff.js").Part} Part */
/**
 * @typedef {object} Item
 * @property {string} id
 * @property {string} kind one of the words' `kinds`
 * @property {boolean} [other] whether the source has these words from another speaker
 * @property {string} who
 * @property {Span[]} a
 * @property {Span[]} b
 * @property {Part[]} here the words of the first text, cut where they differ
 * @property {Part[]} there those of the second
 * @property {Span} [around] the second text's words around it
 * @property {string[]} notes
 * @property {string[]} alerts
 * @property {import("../comparison.js").Differs[]} [differs]
 */
/** @typedef {{ comparison: Comparison, a: string, b: string, first: Reading, second?: Reading }} Both with both readings, after corrections */

/** From the gravest: the order of the list. */
const ORDER = [
  ...["altered", "not-found", "joined", "shortened", "but-for", "verbatim", "near"],
  ...["headline", "number", "time", "name", "speaker-changed", "unhedged", "hedged"],
  ...["claim-dropped", "claim-added", "claim-reworded", "claim-moved"],
  ...["sentence-dropped", "sentence-added", "sentence-reworded", "sentence-moved"],
  ...["figures", "copied", "both", "first", "second"],
];

/** @param {Both} both @param {Words} words @returns {Item[]} */
export function itemsOf(both, words) {
  const items = ITEMS[both.comparison.mode](both, words);
  return items.sort(
    (x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind) || Number(y.other ?? 0) - Number(x.other ?? 0),
  );
}

/** @type {Record<string, (both: Both, words: Words) => Item[]>} */
const ITEMS = {
  source: (both, words) => [
    ...both.comparison.quotations.map((quotation) => quotationItem(both, words, quotation)),
    ...both.comparison.near.map((near, i) => nearItem(both, words, near, i)),
  ],
  versions: (both) => both.comparison.changes.map((change) => changeItem(both, change)),
  outlets: (both) => [
    ...both.comparison.figures.map((edit, i) => editItem(both, "figures", `f${i + 1}`, edit)),
    ...both.comparison.copied.map((edit, i) => editItem(both, "copied", `w${i + 1}`, edit)),
    ...both.comparison.claims.map((pair, i) => pairItem(both, pair, `p${i + 1}`)),
  ],
};

/** @param {Both} both @param {Words} words @param {import("../comparison.js").Quotation} quotation @returns {Item} */
function quotationItem({ a, b, first }, words, quotation) {
  const { id, verdict, source, differs, allowed, speaker, around, start, end } = quotation;
  const other = speaker?.same === false && verdict !== "not-found";
  const said = differs.map(({ kind, a: here, b: there }) => {
    return `${words.differences[kind]}: ${words.differs(slice(b, there), slice(a, here))}`;
  });
  const but = allowed.map((name) => words.allowed[name]).join(", ");
  const fold = (/** @type {number} */ i) => differs[i].kind === "cut" || differs[i].kind === "brackets";
  return {
    id,
    kind: verdict,
    other,
    who: speakerOf(first, quotation.claim),
    a: [withMarks(a, { start, end })],
    b: source,
    here: diff(
      a,
      [{ start, end }],
      differs.map((place) => place.a),
    ),
    there: diff(
      b,
      source,
      differs.map((place) => place.b),
    ),
    around,
    notes: [
      ...said.filter((_, i) => fold(i)),
      ...(but ? [verdict === "but-for" ? `${words.kinds[verdict]}: ${but}` : words.besides(but)] : []),
    ],
    alerts: [
      ...said.filter((_, i) => !fold(i)),
      ...(verdict === "not-found" ? [words.missing] : []),
      ...(other ? [words.saidThere(speaker.name)] : []),
    ],
    differs,
  };
}

/** @param {Both} both @param {Words} words @param {import("../comparison.js").Near} near @param {number} i @returns {Item} */
function nearItem({ a, b, first }, words, near, i) {
  const content = first.claim(near.claim)?.content ?? [];
  const item = plain("near", `n${i + 1}`, speakerOf(first, near.claim), content, [near.b], a, b);
  return { ...item, notes: [words.near(near.words)] };
}

/** @param {Both} both @param {import("../comparison.js").Change} change @returns {Item} */
function changeItem(both, change) {
  const { a, b, first, second, comparison } = both;
  const who = (second && speakerOf(second, change.b?.id)) || speakerOf(first, change.a?.id);
  const places = (/** @type {Span | undefined} */ place) => (place ? [place] : []);
  const moved = change.what.endsWith("moved");
  const edits = change.a && change.b && !moved ? comparison.edits : [];
  const item = plain(change.what, change.id, who, places(change.a), places(change.b), a, b);
  if (SMALL.includes(change.what)) return inSentences(item, both);
  return {
    ...item,
    here: diff(
      a,
      item.a,
      within(
        edits.map((edit) => edit.a),
        item.a,
      ),
    ),
    there: diff(
      b,
      item.b,
      within(
        edits.map((edit) => edit.b),
        item.b,
      ),
    ),
  };
}

/** @param {Both} both @param {string} kind @param {string} id @param {import("../comparison.js").Edit} edit */
function editItem(both, kind, id, edit) {
  const item = plain(kind, id, "", [edit.a], [edit.b], both.a, both.b);
  return kind === "figures" ? inSentences(item, both) : item;
}

/** What says little without its sentence. */
const SMALL = ["number", "time", "name", "speaker-changed", "hedged", "unhedged"];

/** The sentences around, with the words in them. @param {Item} item @param {Both} both @returns {Item} */
function inSentences(item, { a, b, comparison }) {
  const whole = (/** @type {Report} */ { sentences }, /** @type {Span[]} */ places) =>
    places.map((place) => sentences.find(({ start, end }) => start <= place.start && place.end <= end) ?? place);
  return {
    ...item,
    here: diff(a, whole(comparison.a, item.a), item.a),
    there: diff(b, whole(comparison.b ?? comparison.a, item.b), item.b),
  };
}

/** @param {Both} both @param {import("../comparison.js").Pair} pair @param {string} id */
function pairItem({ a, b, first, second = first }, pair, id) {
  const claims = [pair.a && first.claim(pair.a), pair.b && second.claim(pair.b)];
  const [here, there] = claims.map((claim) => (claim ? claim.content : []));
  const kind = pair.a && pair.b ? "both" : pair.a ? "first" : "second";
  const who = pair.a ? speakerOf(first, pair.a) : speakerOf(second, pair.b);
  return plain(kind, id, who, here, there, a, b);
}

/** @param {string} kind @param {string} id @param {string} who @param {Span[]} here @param {Span[]} there @param {string} a @param {string} b @returns {Item} */
function plain(kind, id, who, here, there, a, b) {
  return {
    id,
    kind,
    who,
    a: here,
    b: there,
    here: diff(a, here, []),
    there: diff(b, there, []),
    notes: [],
    alerts: [],
  };
}

/** @param {Reading} reading @param {string | undefined} id */
function speakerOf(reading, id) {
  const claim = id ? reading.claim(id) : undefined;
  return claim && id?.[0] === "c" ? reading.speaker(claim) : "";
}

/** @param {Span[]} spans @param {Span[]} places */
function within(spans, places) {
  return spans.filter(({ start, end }) => places.some((place) => start <= place.end && end >= place.start));
}

/** A quotation with the marks around it. @param {string} text @param {Span} span */
function withMarks(text, { start, end }) {
  const opens = /["'“‘„«]/.test(text[start - 1] ?? "");
  const closes = /["'”’“»]/.test(text[end] ?? "");
  return { start: opens ? start - 1 : start, end: closes ? end + 1 : end };
}

/** @param {string} text @param {Span} span */
function slice(text, { start, end }) {
  return text.slice(start, end).replace(/\s+/g, " ");
}

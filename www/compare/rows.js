// A comparison as rows, in the words of `onrecord compare`: what it is, who says it, the words of either text, and a note.

/** @typedef {import("../comparison.js").Comparison} Comparison */
/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {[string, string, string, string, string]} Row */

export const COLUMNS = ["what", "speaker", "first text", "second text", "note"];

/** @param {Comparison} found @param {string} a @param {string} b @returns {Row[]} */
export function rows(found, a, b) {
  return ROWS[found.mode](found, wordsOf(a), wordsOf(b));
}

/** @typedef {(span: Span | undefined) => string} WordsOf */

/** @param {string} text @returns {WordsOf} */
const wordsOf = (text) => (span) => (span ? text.slice(span.start, span.end) : "");

/** @type {Record<string, (found: Comparison, a: WordsOf, b: WordsOf) => Row[]>} */
const ROWS = {
  source: (found, a, b) => [
    ...found.quotations.map((quotation) => {
      const there = quotation.source.map(b).join(" / ");
      const who = speaker(found.a, quotation.claim);
      return /** @type {Row} */ ([quotation.verdict, who, a(quotation), there, notes(quotation, a, b)]);
    }),
    ...found.near.map((near) => {
      const note = `not verified; ${near.words} % of its telling words`;
      return /** @type {Row} */ ([
        "near",
        speaker(found.a, near.claim),
        claimWords(found.a, near.claim, a),
        b(near.b),
        note,
      ]);
    }),
  ],
  versions: ({ a: first, b: second = first, changes }, a, b) =>
    changes.map((change) => {
      const who = speaker(second, change.b?.id) || speaker(first, change.a?.id);
      return [change.what, who, a(change.a), b(change.b), ""];
    }),
  outlets: ({ a: first, b: second = first, figures, claims, copied }, a, b) => [
    ...figures.map((figure) => /** @type {Row} */ (["figures disagree", "", a(figure.a), b(figure.b), ""])),
    ...claims.map((pair) => {
      const what = pair.a ? (pair.b ? "claim of both" : "claim of the first") : "claim of the second";
      const who = pair.a ? speaker(first, pair.a) : speaker(second, pair.b);
      return /** @type {Row} */ ([what, who, claimWords(first, pair.a, a), claimWords(second, pair.b, b), ""]);
    }),
    ...copied.map((run) => /** @type {Row} */ (["word for word", "", a(run.a), b(run.b), ""])),
  ],
};

/** What differs, what was allowed for, and another speaker. @param {import("../comparison.js").Quotation} quotation @param {WordsOf} a @param {WordsOf} b */
function notes({ verdict, differs, allowed, speaker }, a, b) {
  const places = differs.map((place) => {
    const [there, here] = [b(place.b), a(place.a)];
    if (!there) return `“${here}” put in`;
    return here ? `“${there}” became “${here}”` : `“${there}” left out`;
  });
  const other = speaker?.same === false && verdict !== "not-found" ? [`said by ${speaker.name}`] : [];
  return [...places, ...allowed, ...other].join("; ");
}

/** The names of a claim's speakers. @param {Report} report @param {string | undefined} id */
function speaker(report, id) {
  const claim = report.claims.find((claim) => claim.id === id);
  const names = claim?.speakers.map((id) => report.entities.find((entity) => entity.id === id)?.name);
  return names?.filter((name) => name !== undefined).join(", ") ?? "";
}

/** @param {Report} report @param {string | undefined} id @param {WordsOf} words */
function claimWords(report, id, words) {
  return (
    report.claims
      .find((claim) => claim.id === id)
      ?.content.map(words)
      .join(" … ") ?? ""
  );
}

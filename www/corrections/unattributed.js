// What stands on nobody's word once a claim was dismissed.

/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {import("../report.js").Span} Span */

/** A headline is no sentence of the article's. */
const LONGEST_HEADLINE = 160;

/** @param {Report} report without the claim that is gone @param {Claim} gone @returns {Span[]} */
export function unattributed(report, gone) {
  const times = new Map(report.times.map((time) => [time.id, time]));
  const spansOf = (/** @type {Claim} */ claim) => wordsOf(claim, times.get(claim.said ?? ""));
  const spans = spansOf(gone);
  const again = report.sentences.filter(
    (sentence) => !isHeadline(report, sentence) && spans.some((span) => overlap(span, sentence)),
  );
  if (again.length === 0) return report.unattributed;
  const covered = report.claims.flatMap(spansOf);
  const rest = report.unattributed.filter((span) => !again.some((sentence) => overlap(span, sentence)));
  const bare = again.flatMap((sentence) => less(sentence, covered));
  return [...rest, ...bare].sort((a, b) => a.start - b.start);
}

/** What is said, and who says so, how, to whom, where and when: as the engine counts it. @param {Claim} claim @param {Span} [said] @returns {Span[]} */
function wordsOf({ content, source, cue, addressee, medium, anonymity }, said) {
  return [...content, source, cue, addressee, medium, said, anonymity].filter((span) => span !== undefined);
}

/** @param {Report} report @param {Span} sentence */
function isHeadline({ paragraphs }, { start, end }) {
  const [first] = paragraphs;
  return paragraphs.length > 1 && start <= first.start && end >= first.end && end - start < LONGEST_HEADLINE;
}

/** What is left of a sentence; a word or two between claims is no statement. @param {Span} sentence @param {Span[]} covered */
function less(sentence, covered) {
  /** @type {Span[]} */
  const left = [];
  let { start } = sentence;
  const within = covered.filter((span) => overlap(span, sentence)).sort((a, b) => a.start - b.start);
  for (const span of [...within, { start: sentence.end, end: sentence.end }]) {
    if (span.start - start >= SHORTEST) left.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  return left;
}

const SHORTEST = 12;

/** @param {Span} a @param {Span} b */
function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}

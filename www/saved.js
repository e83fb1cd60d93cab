// A report that was saved earlier: read back only if it is one, since a file may hold anything.

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Correction} Correction */

const ID = /^[ceqtku][1-9]\d*$/;
/** A day or an instant. */
const DAY = /^\d{4}-\d\d-\d\d(T[\d:.+Z-]{1,30})?$/;
const WORD = /^[a-z-]+$/;

/**
 * @param {string} json
 * @returns {{ text: string, report: Report, corrections: Correction[] } | undefined}
 */
export function readSaved(json) {
  try {
    const { text, corrections = [], digest, ...report } = JSON.parse(json);
    if (typeof text !== "string" || !isReport(report, text.length) || !areCorrections(corrections)) return undefined;
    return { text, corrections, report: typeof digest === "string" ? { ...report, digest } : report };
  } catch {
    return undefined;
  }
}

/** What they do is for `apply` to judge. @param {any} list @returns {list is Correction[]} */
function areCorrections(list) {
  const text = (/** @type {any} */ word) => typeof word === "string";
  return (
    Array.isArray(list) && list.every((c) => text(c?.op) && text(c.target) && (c.value ?? "") === String(c.value ?? ""))
  );
}

/** @param {any} report @param {number} length @returns {report is Report} */
function isReport(report, length) {
  const span = (/** @type {any} */ s) =>
    Number.isInteger(s?.start) && Number.isInteger(s?.end) && 0 <= s.start && s.start <= s.end && s.end <= length;
  const spans = (/** @type {any} */ list) => Array.isArray(list) && list.every(span);
  const optional = (/** @type {any} */ s) => s === undefined || span(s);
  const all = (/** @type {any} */ list, /** @type {(item: any) => boolean} */ good) =>
    Array.isArray(list) && list.every(good);
  const word = (/** @type {any} */ w) => typeof w === "string" && WORD.test(w);
  const id = (/** @type {any} */ i) => typeof i === "string" && ID.test(i);
  const text = (/** @type {any} */ t) => typeof t === "string";
  return (
    report.schema === 1 &&
    report.length === length &&
    text(report.engine) &&
    (report.language === "en" || report.language === "other") &&
    (report.published === undefined || text(report.published)) &&
    [report.paragraphs, report.sentences, report.unattributed].every(spans) &&
    all(
      report.entities,
      (e) =>
        id(e.id) &&
        word(e.kind) &&
        text(e.name) &&
        optional(e.official) &&
        all(e.roles, (r) => span(r) && text(r.text)) &&
        all(e.mentions, (m) => span(m) && word(m.form)),
    ) &&
    all(
      report.quantities,
      (q) => id(q.id) && span(q) && word(q.kind) && optional(q.of) && (q.unit === undefined || text(q.unit)),
    ) &&
    all(
      report.times,
      (t) =>
        id(t.id) &&
        span(t) &&
        word(t.kind) &&
        text(t.value) &&
        word(t.basis) &&
        [t.from, t.until].every((day) => day === undefined || DAY.test(day)),
    ) &&
    all(
      report.claims,
      (c) =>
        id(c.id) &&
        word(c.form) &&
        word(c.attribution) &&
        word(c.stance) &&
        spans(c.content) &&
        spans(c.evidence) &&
        text(c.rule) &&
        all(c.speakers, id) &&
        (c.via === undefined || id(c.via)) &&
        (c.said === undefined || id(c.said)) &&
        [c.cue, c.source, c.addressee, c.medium, c.anonymity].every(optional),
    ) &&
    all(
      report.checks,
      (k) =>
        id(k.id) &&
        word(k.kind) &&
        spans(k.spans) &&
        typeof k.agrees === "boolean" &&
        (text(k.computed) || Number.isFinite(k.computed?.value)),
    )
  );
}

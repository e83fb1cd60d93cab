// The article with its marks: real `<mark>` elements, and a number at the end of each claim that leads to its card.

import { h, hidden } from "./dom.js";
import { marksOf, nest, share } from "./marks.js";
import { inSlices } from "./slices.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./report.js").Span} Span */
/** @typedef {import("./report.js").Claim} Claim */

/** Paragraphs longer than this are drawn in parts, so that the browser need not lay out a megabyte as one block. */
const LONGEST_PART = 3_000;
const AT_ONCE = 50;

/**
 * @param {Reading} reading @param {import("./anchoring.js").Note[]} [notes]
 * @returns {{ body: HTMLElement, pieces: Map<string, HTMLElement[]> }} pieces by the id of what they mark
 */
export function drawArticle(reading, notes = []) {
  const { report } = reading;
  const parts = report.paragraphs.flatMap((paragraph, i) => partsOf(reading, paragraph, isHeadline(reading, i)));
  const marks = share(
    marksOf(report, notes, { pronouns: true }),
    parts.map(({ span }) => span),
  );
  /** @type {Map<string, HTMLElement[]>} */
  const pieces = new Map();
  const draw = (/** @type {number} */ i) => drawPart(reading, parts[i].span, parts[i].kind, marks[i], pieces);
  return { body: inSlices(h("div", { lang: reading.textLang }), parts.length, draw, AT_ONCE), pieces };
}

/**
 * @param {Reading} reading @param {Span} span @param {string | undefined} kind
 * @param {Mark[]} marks @param {Map<string, HTMLElement[]>} pieces
 */
function drawPart(reading, span, kind, marks, pieces) {
  const paragraph = h(kind === "headline" ? "h2" : "p", { class: kind, "data-start": span.start });
  let into = paragraph;
  let at = span.start;
  /** @type {string[]} */
  let ended = [];
  const finish = () => {
    into.append(...ended.sort(byNumber).map((id) => remember(pieces, id, note(reading, id))));
    ended = [];
  };
  for (const step of nest(marks, span)) {
    if (!("close" in step)) finish();
    if ("text" in step) {
      at = step.text[1];
      into.append(reading.text.slice(...step.text));
    } else if ("open" in step) {
      const piece = remember(pieces, step.open.id, draw(step.open));
      into.append(piece);
      into = piece;
    } else {
      const mark = step.close;
      if (mark.end === at) {
        const aloud = readAloud(reading, mark);
        if (aloud) into.append(hidden(aloud));
        if (mark.kind === "claim" && mark.last) ended.push(mark.id);
      }
      into = /** @type {HTMLElement} */ (into.parentElement);
    }
  }
  finish();
  return paragraph;
}

/** @param {string} a @param {string} b */
function byNumber(a, b) {
  return Number(a.slice(1)) - Number(b.slice(1));
}

/** A paragraph, cut between sentences where it is very long. @param {Reading} reading @param {Span} paragraph @param {boolean} headline */
function partsOf({ report }, paragraph, headline) {
  const kind = headline ? "headline" : undefined;
  if (paragraph.end - paragraph.start <= LONGEST_PART) return [{ span: paragraph, kind }];
  /** @type {{ span: Span, kind: string | undefined }[]} */
  const parts = [];
  let { start } = paragraph;
  for (const sentence of report.sentences) {
    if (sentence.start < paragraph.start || sentence.end > paragraph.end) continue;
    if (sentence.end - start < LONGEST_PART && sentence.end !== paragraph.end) continue;
    parts.push({ span: { start, end: sentence.end }, kind: "part" });
    start = sentence.end;
  }
  if (start < paragraph.end) parts.push({ span: { start, end: paragraph.end }, kind: "part" });
  return parts;
}

/** The first paragraph, if it is short and does not end like a sentence. @param {Reading} reading @param {number} i */
function isHeadline({ text, report }, i) {
  const { start, end } = report.paragraphs[i];
  return i === 0 && report.paragraphs.length > 1 && end - start < 160 && !/[.!?]["”’]?$/.test(text.slice(start, end));
}

/** @param {Mark} mark */
function draw({ id, kind, form, start }) {
  return h("mark", { class: form ? `${kind} ${form}` : kind, "data-id": id, "data-at": start });
}

/** @param {Map<string, HTMLElement[]>} pieces @param {string} id @param {HTMLElement} piece */
function remember(pieces, id, piece) {
  const known = pieces.get(id);
  if (known) known.push(piece);
  else pieces.set(id, [piece]);
  return piece;
}

/** What is read aloud after a mark: what a name is, when "Wednesday" was. @param {Reading} reading @param {Mark} mark */
function readAloud(reading, mark) {
  const { strings, format } = reading;
  if (mark.kind === "time") {
    const time = reading.time(mark.id);
    const resolved = time && time.basis !== "stated" ? format.time(time) : "";
    return resolved && ` (${resolved})`;
  }
  const kind = mark.first && strings.kindOne[mark.kind];
  return kind && ` (${kind})`;
}

/** The number of a claim, which leads to its card. @param {Reading} reading @param {string} id @returns {HTMLElement} */
function note(reading, id) {
  const claim = /** @type {Claim} */ (reading.claim(id));
  const { strings } = reading;
  const number = reading.number(claim);
  const form = claim.negated ? strings.negatedNote : strings.form[claim.form];
  const label = strings.claimNote(number, reading.speaker(claim), form);
  return h("a", { class: "note", href: `#${id}`, tabindex: "-1", "data-note": id, "aria-label": label }, number);
}

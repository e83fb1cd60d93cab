// The article with its marks: real `<mark>` elements, and a number at the end of each claim that leads to its card.

import { h, hidden } from "./dom.js";
import { marksOf, nest, share } from "./marks.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./marks.js").Mark} Mark */

/**
 * @param {Reading} reading
 * @returns {{ paragraphs: HTMLElement[], pieces: Map<string, HTMLElement[]> }} pieces by the id of what they mark
 */
export function drawArticle(reading) {
  const { report } = reading;
  const marks = share(marksOf(report), report.paragraphs);
  /** @type {Map<string, HTMLElement[]>} */
  const pieces = new Map();
  const paragraphs = report.paragraphs.map((span, i) => {
    const paragraph = h("p", { class: isHeadline(reading, i) ? "headline" : undefined });
    let into = paragraph;
    for (const step of nest(marks[i], span)) {
      if ("text" in step) into.append(reading.text.slice(...step.text));
      else if ("open" in step) {
        const piece = draw(step.open);
        into.append(piece);
        remember(pieces, step.open.id, piece);
        into = piece;
      } else {
        into.append(...after(reading, step.close, step.close.end <= span.end));
        into = into.parentElement;
      }
    }
    return paragraph;
  });
  finishNotes(pieces);
  return { paragraphs, pieces };
}

/** The first paragraph, if it is short and does not end like a sentence. @param {Reading} reading @param {number} i */
function isHeadline({ text, report }, i) {
  const { start, end } = report.paragraphs[i];
  return i === 0 && report.paragraphs.length > 1 && end - start < 160 && !/[.!?]["”’]?$/.test(text.slice(start, end));
}

/** @param {Mark} mark */
function draw({ id, kind, form }) {
  return h("mark", { class: form ? `${kind} ${form}` : kind, "data-id": id, "data-kind": kind });
}

/** @param {Map<string, HTMLElement[]>} pieces @param {string} id @param {HTMLElement} piece */
function remember(pieces, id, piece) {
  const known = pieces.get(id);
  if (known) known.push(piece);
  else pieces.set(id, [piece]);
}

/**
 * What stands at the end of a mark: the number of a claim, and what is read aloud.
 * @param {Reading} reading @param {Mark} mark @param {boolean} ends whether this piece is the mark's end
 */
function after(reading, mark, ends) {
  if (mark.kind === "claim" && mark.last && ends) return [note(reading, mark.id)];
  const { strings, format, report } = reading;
  if (mark.kind === "time" && ends) {
    const time = report.times[Number(mark.id.slice(1)) - 1];
    const resolved = time && time.basis !== "stated" ? format.time(time) : "";
    return resolved ? [hidden(` (${resolved})`)] : [];
  }
  const kind = mark.first && ends && strings.kindOne[mark.kind];
  return kind ? [hidden(` (${kind})`)] : [];
}

/** @param {Reading} reading @param {string} id */
function note(reading, id) {
  const claim = reading.claim(id);
  if (!claim) return "";
  const { strings } = reading;
  const number = reading.number(claim);
  const form = claim.negated ? strings.negatedNote : strings.form[claim.form];
  const label = strings.claimNote(number, reading.speaker(claim), form);
  return h("a", { class: "note", href: `#${id}`, tabindex: "-1", "data-note": id, "aria-label": label }, number);
}

/** A claim may be cut by another: only its last piece keeps the number. @param {Map<string, HTMLElement[]>} pieces */
function finishNotes(pieces) {
  for (const [id, marks] of pieces) {
    const notes = marks.flatMap((mark) =>
      [...mark.children].filter((c) => c instanceof HTMLElement && c.dataset.note === id),
    );
    for (const extra of notes.slice(0, -1)) extra.remove();
  }
}

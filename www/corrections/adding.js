// The form in which a reader says what some words of the article are.

import { h } from "../dom.js";
import { nextId } from "./add.js";
import { choice, field, formOf, speakerChoice, text } from "./editor.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {"c" | "e" | "q" | "t"} What */
/** @typedef {{ fields: HTMLElement[], read: (span: Span) => Correction[] }} Part */

/**
 * @param {Reading} reading @param {{ span?: Span, what: What }} chosen
 * @param {(corrections: Correction[]) => void} done @param {() => void} cancel
 * @returns {Node[]}
 */
export function adder(reading, { span, what }, done, cancel) {
  const { strings } = reading;
  const words = text(span ? reading.words(span) : "");
  words.maxLength = 4000;
  const kind = choice(strings.addKinds, what);
  const parts = /** @type {Record<What, Part>} */ ({
    c: claimPart(reading, span),
    e: namePart(reading, words),
    q: numberPart(reading, span),
    t: timePart(reading),
  });
  const missing = h("p", { class: "warning", role: "alert" });
  const groups = Object.entries(parts).map(([key, { fields }]) =>
    h("div", { class: "part", "data-part": key }, fields),
  );
  const show = () => {
    for (const group of groups) group.hidden = group.dataset.part !== kind.value;
  };
  kind.addEventListener("change", show);
  show();
  const submit = () => {
    const place = find(reading, words.value, span);
    if (!place) return missing.replaceChildren(strings.addMissing);
    done(parts[/** @type {What} */ (kind.value)].read(place));
  };
  const fields = [field(strings.addWords, words), field(strings.addWhat, kind), ...groups];
  return [
    h("h2", { id: "correcting-title" }, strings.addTitle),
    h("p", { class: "quiet" }, strings.addHint),
    missing,
    formOf(strings, fields, submit, cancel, [], strings.addTo),
  ];
}

/** The words where they were selected, else where they stand first. @param {Reading} reading @param {string} words @param {Span} [span] @returns {Span | undefined} */
function find(reading, words, span) {
  const wanted = words.trim();
  if (span && reading.words(span) === wanted) return span;
  const pattern = wanted
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  const found = wanted ? new RegExp(pattern).exec(reading.text) : null;
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** @param {Span} span */
const at = ({ start, end }) => `${start}-${end}`;

/** @param {Reading} reading @param {Span} [span] @returns {Part} */
function claimPart(reading, span) {
  const { strings, report } = reading;
  // Who selects words of a claim corrects how far it goes.
  const over =
    span && report.claims.find(({ content }) => content.some((c) => c.start < span.end && span.start < c.end));
  const { fields, read } = speakerChoice(reading, over ?? { speakers: [] });
  const instead = choice({ "": "–", ...(over && { [over.id]: reading.number(over) }) }, over?.id ?? "");
  const words = span ? reading.text.slice(Math.max(0, span.start - 1), span.end + 1) : "";
  const form = choice(strings.form, /^.?["“]/.test(words) ? "direct" : /["“]/.test(words) ? "mixed" : "indirect");
  return {
    fields: [...(over ? [field(strings.insteadLabel, instead)] : []), ...fields, field(strings.formLabel, form)],
    read: (span) => {
      const id = nextId(report.claims, "c");
      const who = read();
      const speaker = /** @type {const} */ ({ op: "speaker", target: id, value: who });
      const gone = /** @type {const} */ ({ op: "dismiss", target: instead.value });
      const added = /** @type {const} */ ({ op: "add", target: "c", value: `${at(span)} ${form.value}` });
      return [added, ...(who ? [speaker] : []), ...(gone.target ? [gone] : [])];
    },
  };
}

/** @param {Reading} reading @param {HTMLInputElement} words @returns {Part} */
function namePart(reading, words) {
  const { strings } = reading;
  const kind = choice(strings.entityKindOne, "person");
  const known = reading.listed.entities.map(({ id, name }) => [`@${id}`, name]);
  const same = choice({ "": strings.mergeNone, ...Object.fromEntries(known) }, "");
  return {
    fields: [field(strings.kindLabel, kind), field(strings.mergeLabel, same)],
    read: (span) => [
      { op: "add", target: "e", value: `${at(span)} ${kind.value} ${same.value || words.value.trim()}` },
    ],
  };
}

/** @param {Reading} reading @param {Span} [span] @returns {Part} */
function numberPart({ strings, text: article }, span) {
  const kind = choice(strings.quantityKinds, "count");
  const written = span ? article.slice(span.start, span.end).replace(/,(?=\d{3})/g, "") : "";
  const value = h("input", { type: "number", step: "any", value: /\d+(\.\d+)?/.exec(written)?.[0] });
  const unit = text("");
  return {
    fields: [field(strings.kindLabel, kind), field(strings.valueLabel, value), field(strings.unitLabel, unit)],
    read: (span) => [
      {
        op: "add",
        target: "q",
        value: `${at(span)} ${kind.value} ${value.value} ${unit.value.trim()}`.replace(/\s+/g, " ").trim(),
      },
    ],
  };
}

/** @param {Reading} reading @returns {Part} */
function timePart({ strings }) {
  const kind = choice(strings.timeKinds, "date");
  const day = h("input", { type: "date", max: "9999-12-31" });
  return {
    fields: [field(strings.kindLabel, kind), field(strings.dayLabel, day)],
    read: (span) => [{ op: "add", target: "t", value: `${at(span)} ${kind.value} ${day.value}`.trim() }],
  };
}

// Corrections to a text that was edited: each is found again by the words that it was about, or is set aside.

import { apply } from "./apply.js";

/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {import("../report.js").Span} Span */
/** @typedef {{ text: string, found: Report, corrections: readonly Correction[] }} Corrected a text, its report as it was found, and what was put right in it */

/**
 * @param {Corrected} before @param {string} text as it is now @param {Report} found in it
 * @param {Correction[]} [lost] takes those that do not
 * @param {ReturnType<typeof mover>} [move] where words stand now
 * @returns {Correction[]} those that still fit, in the same order
 */
export function carry({ text: old, found: then, corrections }, text, found, lost = [], move = mover(old, text)) {
  const ids = sameThings(then, found, move);
  /** @type {Correction[]} */
  const kept = [];
  let [was, is] = [then, found];
  for (const correction of corrections) {
    const again = translated(correction, ids, move);
    const [wasNext, isNext] = [apply(was, [correction]), again ? apply(is, [again]) : is];
    if (again && isNext !== is) {
      kept.push(again);
      // Whoever came into being by it has another number here.
      const [fresh, freshHere] = [newcomers(was, wasNext), newcomers(is, isNext)];
      for (const [i, id] of fresh.entries()) if (freshHere[i]) ids.set(id, freshHere[i]);
    } else lost.push(correction);
    [was, is] = [wasNext, isNext];
  }
  return kept;
}

/** Where words stand now: all that is before or after what was edited. @param {string} old @param {string} text @returns {(span: Span) => Span | undefined} */
export function mover(old, text) {
  const most = Math.min(old.length, text.length);
  let before = 0;
  while (before < most && old[before] === text[before]) before++;
  let after = 0;
  while (after < most - before && old.at(-1 - after) === text.at(-1 - after)) after++;
  const by = text.length - old.length;
  return ({ start, end }) => {
    if (end <= before) return { start, end };
    return start >= old.length - after ? { start: start + by, end: end + by } : undefined;
  };
}

/** Ids then to ids now, for what stands on the same words. @param {Report} then @param {Report} now @param {ReturnType<typeof mover>} move */
function sameThings(then, now, move) {
  const here = new Map(things(now, (span) => span));
  /** @type {Map<string, string>} */
  const same = new Map();
  for (const [place, id] of things(then, move)) {
    const again = here.get(place);
    if (again) same.set(id, again);
  }
  return same;
}

/**
 * Where each thing that can be corrected stands, the surest place of each last: an entity at its first mention, a claim
 * at its words, or, if those were edited, at its verb.
 * @param {Report} report @param {ReturnType<typeof mover>} move @returns {[string, string][]}
 */
function things({ entities, claims, quantities, times, checks }, move) {
  /** @type {[string, string][]} */
  const places = [];
  const put = (/** @type {string} */ id, /** @type {Span[]} */ spans, /** @type {number} */ nth = 0) => {
    const moved = spans.map(move);
    if (moved.some((span) => !span)) return;
    places.push([`${id[0]}${nth} ${moved.map((span) => `${span?.start}-${span?.end}`)}`, id]);
  };
  for (const { id, mentions } of entities) for (const mention of [...mentions].reverse()) put(id, [mention]);
  /** How many claims hang on a verb. @type {Map<number, number>} */
  const hanging = new Map();
  for (const { id, cue } of claims) {
    if (!cue) continue;
    const nth = (hanging.get(cue.start) ?? 0) + 1;
    hanging.set(cue.start, nth);
    put(id, [cue], nth);
  }
  for (const { id, content, cue } of claims) put(id, cue ? [...content, cue] : content);
  for (const item of [...quantities, ...times]) put(item.id, [item]);
  for (const { id, spans } of checks) put(id, spans);
  return places;
}

/** @param {Correction} correction @param {Map<string, string>} ids @param {ReturnType<typeof mover>} move @returns {Correction | undefined} */
function translated({ op, target, value }, ids, move) {
  const here = op === "add" ? target : ids.get(target);
  if (!here) return undefined;
  const again = value && valueHere(op, value, ids, move);
  return value && again === undefined ? undefined : { op, target: here, ...(value !== undefined && { value: again }) };
}

/** The ids and spans that a value holds. @param {Correction["op"]} op @param {string} value @param {Map<string, string>} ids @param {ReturnType<typeof mover>} move @returns {string | undefined} */
function valueHere(op, value, ids, move) {
  if (op === "merge") return ids.get(value);
  if (op === "speaker" && !value.startsWith("=")) {
    const speakers = value.split(" ").map((id) => ids.get(id));
    return speakers.includes(undefined) ? undefined : speakers.join(" ");
  }
  if (op === "add" && / @e\d+$/.test(value)) {
    const [before, id] = value.split(" @");
    const [spans, known] = [valueHere(op, before, ids, move), ids.get(id)];
    return spans && known && `${spans} @${known}`;
  }
  if (op !== "split" && op !== "dismiss" && op !== "add") return value;
  const [, spans, rest] = /** @type {RegExpExecArray} */ (/^((?:\d+-\d+ ?)*)(.*)$/.exec(value));
  const moved = [...spans.matchAll(/(\d+)-(\d+)/g)]
    .map(([, start, end]) => move({ start: Number(start), end: Number(end) }))
    .flatMap((place) => (place ? [`${place.start}-${place.end}`] : []));
  return moved.length > 0 ? [...moved, rest].join(" ").trim() : undefined;
}

/** What a correction brought into being. @param {Report} before @param {Report} after @returns {string[]} ids */
function newcomers(before, after) {
  const idsOf = (/** @type {Report} */ { entities, claims, quantities, times }) =>
    [entities, claims, quantities, times].flat().map(({ id }) => id);
  const known = new Set(idsOf(before));
  return idsOf(after).filter((id) => !known.has(id));
}

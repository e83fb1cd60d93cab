// Holds data to the shape of a report, which the build takes from report.d.ts: of each object its fields, of each field its
// type as TypeScript writes it.

import { shapes as written } from "#shapes";
import { lookup } from "./lookup.js";

const shapes = lookup(written);

/** A name or a rule; the text itself may be longer. */
const LONGEST_WORDS = 5_000;

/** Something that is not what it should be, by where it stands: "claims.3.form". */
export class Misfit extends Error {
  /** @param {string} where @param {"none" | "later" | "fault" | "much"} [why] */
  constructor(where, why = "fault") {
    super(where);
    this.why = why;
  }
}

/** The name of a part, from the outside in. @param {string} where @param {string | number} name */
export function inside(where, name) {
  return where ? `${where}.${name}` : String(name);
}

/**
 * What is known of a report; what a later version may have added is left out.
 * @param {unknown} value decoded JSON @returns {import("./report.js").Report}
 */
export function copyOf(value) {
  return copy(value, "Report", "");
}

/** @param {any} value @param {string} type @param {string} where @returns {any} */
function copy(value, type, where) {
  if (type.endsWith("[]")) return copyList(value, type.slice(0, -2), where);
  const possible = type.split("|");
  const shape = possible.find((name) => shapes[name]);
  if (shape && typeof value === "object" && value && !Array.isArray(value))
    return copyObject(value, shapes[shape], where);
  if (!isOneOf(possible, value)) throw new Misfit(where);
  if (String(value).length > LONGEST_WORDS) throw new Misfit(where, "much");
  return value;
}

/** Of these types, "string", or of these words, '"named"'. @param {string[]} possible @param {unknown} value */
function isOneOf(possible, value) {
  if (possible.includes(typeof value)) return typeof value !== "number" || Number.isFinite(value);
  return typeof value !== "object" && possible.includes(JSON.stringify(value));
}

/** @param {unknown} value @param {string} type @param {string} where */
function copyList(value, type, where) {
  if (!Array.isArray(value)) throw new Misfit(where);
  return value.map((item, i) => copy(item, type, inside(where, i)));
}

/** @param {Record<string, any>} value @param {Record<string, string>} shape @param {string} where */
function copyObject(value, shape, where) {
  const missing = Object.keys(shape).find((name) => !name.endsWith("?") && !Object.hasOwn(value, name));
  if (missing) throw new Misfit(inside(where, missing));
  /** @param {string} name */
  const type = (name) => shape[name] ?? shape[`${name}?`];
  const known = Object.keys(value).filter(type);
  return Object.fromEntries(known.map((name) => [name, copy(value[name], type(name), inside(where, name))]));
}

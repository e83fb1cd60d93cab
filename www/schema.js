// Holds data to the schema of a report, which the build makes from report.d.ts: as much of JSON Schema as stands there.

import { schema } from "#schema";

/** Something that is not what it should be, by where it stands: "claims.3.form". */
export class Misfit extends Error {
  /** @param {string} where @param {"none" | "later" | "fault" | "much"} [why] */
  constructor(where, why = "fault") {
    super(where);
    this.why = why;
  }
}

/**
 * What the schema knows of a report; what a later version may have added is left out.
 * @param {unknown} value decoded JSON @returns {import("./report.js").Report}
 */
export function copyOf(value) {
  return copy(value, schema, "");
}

/** @param {any} value @param {any} wanted a part of the schema @param {string} where @returns {any} */
function copy(value, wanted, where) {
  if (wanted.$ref) return copy(value, schema.$defs[wanted.$ref.slice("#/$defs/".length)], where);
  if (wanted.anyOf) return copyFirst(value, wanted.anyOf, where);
  if (wanted.type === "array") return copyList(value, wanted.items, where);
  if (wanted.type === "object") return copyObject(value, wanted, where);
  const fits = wanted.enum
    ? wanted.enum.includes(value)
    : "const" in wanted
      ? value === wanted.const
      : isA(value, wanted);
  if (!fits) throw new Misfit(where);
  return value;
}

/** @param {unknown} value @param {{ type: string }} wanted */
function isA(value, { type }) {
  return type === "number" ? Number.isFinite(value) : typeof value === type;
}

/** @param {unknown} value @param {any[]} possible @param {string} where */
function copyFirst(value, possible, where) {
  for (const wanted of possible) {
    try {
      return copy(value, wanted, where);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
    }
  }
  throw new Misfit(where);
}

/** @param {unknown} value @param {any} items @param {string} where */
function copyList(value, items, where) {
  if (!Array.isArray(value)) throw new Misfit(where);
  return value.map((item, i) => copy(item, items, `${where}.${i}`));
}

/** @param {any} value @param {{ properties: Record<string, any>, required: string[] }} wanted @param {string} where */
function copyObject(value, { properties, required }, where) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misfit(where);
  const inside = (/** @type {string} */ name) => (where ? `${where}.${name}` : name);
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing) throw new Misfit(inside(missing));
  const known = Object.keys(value).filter((name) => Object.hasOwn(properties, name));
  return Object.fromEntries(known.map((name) => [name, copy(value[name], properties[name], inside(name))]));
}

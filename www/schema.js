// Holds data to the schema of a report, which the build makes from report.d.ts: definitions by name, types as words.

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
  return copyObject(value, schema.Report, "");
}

/** @param {any} value @param {string} wanted a type of the schema @param {string} where @returns {any} */
function copy(value, wanted, where) {
  if (wanted.includes(" or ")) return copyFirst(value, wanted.split(" or "), where);
  if (wanted.endsWith("[]")) return copyList(value, wanted.slice(0, -2), where);
  if (wanted[0] === "#") {
    const named = schema[wanted.slice(1)];
    return typeof named === "string" ? copy(value, named, where) : copyObject(value, named, where);
  }
  if (!isA(value, wanted)) throw new Misfit(where);
  return value;
}

/** @param {unknown} value @param {string} wanted */
function isA(value, wanted) {
  if (wanted[0] === "|") return typeof value === "string" && wanted.slice(1).split("|").includes(value);
  if (wanted[0] === "=") return value === JSON.parse(wanted.slice(1));
  return wanted === "number" ? Number.isFinite(value) : typeof value === wanted;
}

/** @param {unknown} value @param {string[]} possible @param {string} where */
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

/** @param {unknown} value @param {string} wanted @param {string} where */
function copyList(value, wanted, where) {
  if (!Array.isArray(value)) throw new Misfit(where);
  return value.map((item, i) => copy(item, wanted, `${where}.${i}`));
}

/** @param {any} value @param {Record<string, string>} wanted with a question mark after what may be missing @param {string} where @returns {any} */
function copyObject(value, wanted, where) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misfit(where);
  const inside = (/** @type {string} */ name) => (where ? `${where}.${name}` : name);
  const missing = Object.keys(wanted).find((name) => !wanted[name].endsWith("?") && !Object.hasOwn(value, name));
  if (missing) throw new Misfit(inside(missing));
  const known = Object.keys(value).filter((name) => Object.hasOwn(wanted, name));
  return Object.fromEntries(
    known.map((name) => [name, copy(value[name], wanted[name].replace("?", ""), inside(name))]),
  );
}

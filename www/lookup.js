// Tables without a prototype: a word out of somebody's file, such as "constructor", finds in them only what was put there.

/** @template {object} T @param {T} table with all tables inside it @returns {T} the same */
export function lookup(table) {
  for (const value of Object.values(table)) if (isTable(value)) lookup(value);
  return Object.setPrototypeOf(table, null);
}

/** @param {unknown} value */
function isTable(value) {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

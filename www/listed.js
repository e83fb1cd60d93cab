// What lists and marks hold. Left out are entities that have no name and say nothing ("66 workers", "they"), and the
// words "first" and "one", which are seldom meant as figures.

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Entity} Entity */
/** @typedef {import("./report.js").Quantity} Quantity */

/** Worked out anew rather than read from `minor`: a correction may take a claim away or give one. @param {Report} report @returns {Entity[]} */
export function listedEntities({ entities, claims }) {
  const speaking = new Set(claims.flatMap(({ speakers }) => speakers));
  return entities.filter(({ id, minor, mentions }) => {
    const named = mentions.length > 0 ? mentions.some(({ form }) => form === "name") : !minor;
    return speaking.has(id) || named;
  });
}

/** @param {Report} report @returns {Quantity[]} */
export function listedQuantities({ quantities }) {
  return quantities.filter(({ kind, value, start, end }) => {
    const letters = value === 1 && { ordinal: "first", count: "one" }[/** @type {string} */ (kind)]?.length;
    return letters !== end - start;
  });
}

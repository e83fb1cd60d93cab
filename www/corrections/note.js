// What people know of a source besides the article: kept with it, never guessed.

/** @typedef {import("../report.js").Report} Report */

/** @param {Report} report @param {string} target @param {string} value "gender woman" @returns {Report | undefined} */
export function note(report, target, value) {
  const [, field, words] = /^(role|community|gender) ?(.{0,200})$/.exec(value) ?? [];
  if (!field || !report.entities.some(({ id }) => id === target)) return undefined;
  const entities = report.entities.map((entity) =>
    entity.id === target ? { ...entity, notes: { ...entity.notes, [field]: words.trim() || undefined } } : entity,
  );
  return { ...report, entities };
}

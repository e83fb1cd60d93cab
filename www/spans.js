// Where in the text the things of a report are.

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Span} Span */

/** The words of one thing, by its id. @param {Report} report @param {string} id @returns {Span[]} */
export function spansOf(report, id) {
  const claim = report.claims.find((claim) => claim.id === id);
  if (claim) return claim.content.length > 0 ? claim.content : claim.cue ? [claim.cue] : [];
  const entity = report.entities.find((entity) => entity.id === id);
  if (entity) return entity.mentions;
  const check = report.checks.find((check) => check.id === id);
  if (check) return check.spans;
  if (id[0] === "u") return report.unattributed.slice(Number(id.slice(1)) - 1).slice(0, 1);
  return [...report.quantities, ...report.times].filter((item) => item.id === id);
}

/** How many of them are smaller. @param {number[]} sorted @param {number} least */
export function firstFrom(sorted, least) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

// W3C annotations from elsewhere, found again in a text by their quotations: one place, several, or none. A look-alike is
// never taken for the place.

/** @typedef {import("../report.js").Span} Span */

/**
 * @param {string | object} json a collection, a page of one, or a list
 * @param {string} text
 * @returns {{ spans: Span[], anchored: number, ambiguous: number, orphaned: number }}
 */
export function anchor(json, text) {
  const data = typeof json === "string" ? JSON.parse(json) : json;
  const items = Array.isArray(data) ? data : (data?.first?.items ?? data?.items ?? []);
  const found = items.map((/** @type {any} */ item) => places(quoteOf(item), text));
  const count = (/** @type {(n: number) => boolean} */ is) =>
    found.filter((/** @type {Span[]} */ p) => is(p.length)).length;
  return {
    spans: found.filter((/** @type {Span[]} */ spans) => spans.length === 1).flat(),
    anchored: count((n) => n === 1),
    ambiguous: count((n) => n > 1),
    orphaned: count((n) => n === 0),
  };
}

/** @param {any} annotation @returns {{ exact: string, prefix: string, suffix: string } | undefined} */
function quoteOf(annotation) {
  const selectors = [annotation?.target].flat().flatMap((target) => [target?.selector].flat());
  const quote = selectors.find((selector) => selector?.type === "TextQuoteSelector");
  if (typeof quote?.exact !== "string" || quote.exact === "") return undefined;
  return { exact: quote.exact, prefix: String(quote.prefix ?? ""), suffix: String(quote.suffix ?? "") };
}

/** @param {ReturnType<typeof quoteOf>} quote @param {string} text @returns {Span[]} */
function places(quote, text) {
  if (!quote) return [];
  const { exact, prefix, suffix } = quote;
  const all = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    all.push({ start: at, end: at + exact.length });
  }
  const near = all.filter(({ start, end }) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end));
  return near.length > 0 || prefix || suffix ? near : all;
}

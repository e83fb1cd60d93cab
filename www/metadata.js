// What a page says of its article for programs: JSON-LD, meta elements, `<time>`.

/** The publication date and the outlet. @param {ParentNode} page */
export function metadata(page) {
  const linked = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((s) => items(s.textContent));
  const published =
    text(linked.find((item) => text(item.datePublished))?.datePublished) ??
    meta(page, "article:published_time", "datePublished", "date", "dc.date", "parsely-pub-date") ??
    page.querySelector("time[datetime]")?.getAttribute("datetime") ??
    undefined;
  const outlet = text(linked.find((item) => text(item.publisher?.name))?.publisher.name) ?? meta(page, "og:site_name");
  const day = published && /^\d{4}-\d\d-\d\d/.test(published.trim()) ? published.trim() : undefined;
  return { ...(day && { published: day }), ...(outlet && { outlet }) };
}

/** @param {ParentNode} page @param {...string} names */
function meta(page, ...names) {
  for (const name of names) {
    const found = page.querySelector(`meta[property="${name}"], meta[name="${name}" i], meta[itemprop="${name}"]`);
    const content = found?.getAttribute("content")?.trim();
    if (content) return content;
  }
}

/** The objects of a JSON-LD script, however wrapped. @param {string | null} json @returns {any[]} */
function items(json) {
  try {
    const data = JSON.parse(json ?? "");
    return [data, data?.["@graph"]].flat(2).filter((item) => item && typeof item === "object");
  } catch {
    return [];
  }
}

/** @param {unknown} value @returns {string | undefined} */
function text(value) {
  return typeof value === "string" && value.trim() ? value.trim() : undefined;
}

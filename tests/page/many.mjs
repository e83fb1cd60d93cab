// 0.9 MB of article with 25,000 marks, and how long they take to be seen. Both functions run in a page, so they stand alone.

/** Paragraphs with five marks each. @param {object} claim what all claims are like @param {number} [count] of paragraphs */
export function manyMarks(claim, count = 5_000) {
  const line =
    'Ada Quill said on Tuesday that 12 ships had left the harbour of Port Vessey, and that "no more would come" this year for all that she knew, with the pier being what it had been and nobody to pay.';
  const text = Array.from({ length: count }, () => line)
    .join("\n\n")
    .slice(0, -1);
  const paragraphs = [];
  for (let start = 0; start < text.length; start += line.length + 2)
    paragraphs.push({ start, end: Math.min(start + line.length, text.length) });
  const at = (words) => line.indexOf(words);
  const spans = (words) =>
    paragraphs.map(({ start }) => ({ start: start + at(words), end: start + at(words) + words.length }));
  const mention = (span) => ({ ...span, form: "name", rule: "name" });
  const entity = (id, kind, name) => ({ id, kind, name, roles: [], mentions: spans(name).map(mention) });
  const sources = spans("Ada Quill");
  const quantities = spans("12").map((span, i) => ({
    id: `q${i + 1}`,
    ...span,
    kind: "count",
    value: 12,
    rule: "count",
  }));
  const times = spans("Tuesday").map((span, i) => ({
    id: `t${i + 1}`,
    ...span,
    kind: "date",
    value: "x",
    basis: "none",
    rule: "weekday",
  }));
  const claims = spans("12 ships had left").map((span, i) => ({
    ...claim,
    id: `c${i + 1}`,
    content: [span],
    source: sources[i],
    cue: undefined,
    said: undefined,
    evidence: [],
    speakers: ["e1"],
  }));
  const entities = [entity("e1", "person", "Ada Quill"), entity("e2", "place", "Port Vessey")];
  const rest = { schema: 1, engine: "by hand", language: "en", checks: [], unattributed: [] };
  const report = {
    ...rest,
    length: text.length,
    paragraphs,
    sentences: paragraphs,
    entities,
    quantities,
    times,
    claims,
  };
  return { text, report };
}

/** Milliseconds until the article is painted, with its marks and as paragraphs alone. */
export async function measureMarks({ text, report }) {
  const element = document.querySelector("on-record");
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const nothing = { sentences: [], entities: [], quantities: [], times: [], claims: [] };
  element.show("x", { ...report, ...nothing, length: 1, paragraphs: [{ start: 0, end: 1 }] });
  await painted();
  let began = performance.now();
  element.show(text, report);
  await painted();
  const marked = performance.now() - began;
  const article = element.shadowRoot.querySelector(".text");
  article.replaceChildren();
  await painted();
  began = performance.now();
  const body = document.createElement("div");
  for (const { start, end } of report.paragraphs) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text.slice(start, end);
    body.append(paragraph);
  }
  article.replaceChildren(body);
  await painted();
  return { marked, plain: performance.now() - began };
}

/** The measurement as one function for a page, which makes the article itself. */
export const MEASURE = `(claim) => (${measureMarks})((${manyMarks})(claim))`;

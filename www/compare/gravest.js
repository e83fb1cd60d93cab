// The gravest difference of all quotations, as the summary tells it.

/** @typedef {import("../comparison.js").Quotation} Quotation */

const GRAVEST = ["negation", "number", "contraction", "words"];
const LONGEST = 60;

/** @param {Quotation[]} quotations @param {string} a @param {string} b @returns {{ there: string, here: string } | undefined} */
export function gravest(quotations, a, b) {
  const altered = quotations.filter(({ verdict }) => verdict === "altered").flatMap(({ differs }) => differs);
  for (const kind of GRAVEST) {
    const place = altered.find((differs) => differs.kind === kind);
    if (!place) continue;
    const [here, there] = [place.a.start < place.a.end, place.b.start < place.b.end];
    return { there: withWordBefore(b, place.b, !here), here: withWordBefore(a, place.a, !there || !here) };
  }
  return undefined;
}

/** The words of a place, with the word before where one side has none. @param {string} text @param {{ start: number, end: number }} span @param {boolean} wider */
function withWordBefore(text, { start, end }, wider) {
  const before = wider
    ? (/[^\s“”"([]*\s*$/.exec(text.slice(Math.max(0, start - LONGEST), start).trimEnd())?.[0] ?? "")
    : "";
  return `${before} ${text.slice(start, end)}`.trim().slice(0, LONGEST);
}

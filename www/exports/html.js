// One page to send or publish, which needs no script and nothing from any network: the article with its marks and their key,
// the claims as notes, the sources as a table. The report travels in it, so that it opens here again.

import { headlineOf } from "../shell.js";
import { marksOf, nest, share } from "../marks.js";
import { chainSentence, sentences } from "../views/card.js";
import { howOf } from "../views/print.js";
import { tableRows } from "./csv.js";
import { json } from "./json.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../marks.js").Mark} Mark */
/** @typedef {import("../report.js").Claim} Claim */

/** The name under which the report travels. */
export const REPORT_META = "onrecord-report";

const STYLE = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.7 Georgia,serif;color:#1c1b18;background:#fff}
h1{line-height:1.25}h2{margin-top:2.5rem;font-size:1.2rem}
mark{background:none;color:inherit}mark.claim{background:#fdf3cf;border-bottom:2px solid #8a6a00}
mark.indirect{border-bottom-style:dotted}mark.mixed{border-bottom-style:dashed}mark.negated{border-bottom:4px double #9b1c1c}
mark.source{background:#fbe2cd}sup a{text-decoration:none;color:#8a6a00}
.key,.how,footer,table{font:.85rem/1.5 system-ui,sans-serif;color:#5e5a52}.key li{list-style:none}.key{padding:0}
ol>li{margin-bottom:.8rem}q{quotes:none}table{border-collapse:collapse;width:100%;overflow-wrap:break-word}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #dcd8cd}
@media print{mark{print-color-adjust:exact}li,tr{break-inside:avoid}}`;

/** Marks that the page has: names and figures would lie over every line. */
const SHOWN = new Set(["claim", "source"]);

/** @param {Reading} reading */
export async function html(reading) {
  const { report, text, strings, format, corrections } = reading;
  const marks = share(
    marksOf(report).filter(({ kind }) => SHOWN.has(kind)),
    report.paragraphs,
  );
  const [first, ...rest] = report.paragraphs.map((span, i) => draw(reading, nest(marks[i], span)));
  const [heads, ...sources] = withoutEmpty(tableRows(reading, "sources"));
  const row = (/** @type {string[]} */ cells, /** @type {string} */ name) =>
    `<tr>${cells.map((cell) => `<${name}>${escape(cell)}</${name}>`).join("")}</tr>`;
  const claims = report.claims.map((claim) => describe(reading, claim));
  const credit = reading.credit ? `<p class="how">${escape(reading.credit)}</p>` : "";
  const published = report.published ? `<p class="how">${escape(format.date(report.published))}</p>` : "";
  return `<!doctype html>
<html lang="${strings.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="${REPORT_META}" content="${escape(await json(reading))}">
<title>${escape(headlineOf(text))}</title>
<style>${STYLE}</style>
</head>
<body>
<article lang="${reading.textLang ?? ""}">
<h1>${first ?? ""}</h1>
${published}${credit}
${rest.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article>
<ul class="key" aria-label="${escape(strings.legendLabel)}">
${key(reading)}
</ul>
<h2>${escape(strings.views.claims)}</h2>
<ol>
${claims.join("\n") || `<li>${escape(strings.claimsNone)}</li>`}
</ol>
<h2>${escape(strings.views.sources)}</h2>
<table>
<thead>${row(heads, "th")}</thead>
<tbody>
${sources.map((cells) => row(cells, "td")).join("\n")}
</tbody>
</table>
<footer>
${corrections.length > 0 ? `<p>${escape(strings.correctedBy(corrections.length))}</p>` : ""}
<p>${escape(strings.madeBy(report.engine))}</p>
</footer>
</body>
</html>
`;
}

/** Columns that nobody filled in are left out. @param {string[][]} rows the heads first */
function withoutEmpty([heads, ...rows]) {
  const filled = heads.map((_, i) => rows.some((row) => row[i]));
  return [heads, ...rows].map((row) => row.filter((_, i) => filled[i]));
}

/** What the marks mean, as far as they are there. @param {Reading} reading */
function key({ strings, report }) {
  const forms = /** @type {const} */ (["direct", "mixed", "indirect"]).filter((form) =>
    report.claims.some((claim) => claim.form === form),
  );
  const line = (/** @type {string} */ mark, /** @type {string} */ words) =>
    `<li><mark class="${mark}">&emsp;</mark> ${escape(words)}</li>`;
  return [
    ...forms.map((form) => line(`claim ${form}`, strings.explained[form])),
    line("source", strings.kinds.source),
  ].join("\n");
}

/** @param {Reading} reading @param {import("../marks.js").Step[]} steps */
function draw(reading, steps) {
  let at = 0;
  return steps
    .map((step) => {
      if ("text" in step) {
        at = step.text[1];
        return escape(reading.text.slice(...step.text)).replaceAll("\n", "<br>\n");
      }
      if ("open" in step) {
        const { kind, form, id } = step.open;
        return `<mark class="${escape(form ? `${kind} ${form}` : kind)}" data-id="${escape(id)}">`;
      }
      const { kind, last, end, id } = step.close;
      const note = kind === "claim" && last && end === at;
      return note ? `</mark><sup><a href="#claim-${escape(id)}">${escape(id.slice(1))}</a></sup>` : "</mark>";
    })
    .join("");
}

/** @param {Reading} reading @param {Claim} claim */
function describe(reading, claim) {
  const { strings } = reading;
  const words = reading.content(claim);
  const said = words ? `<q lang="${reading.textLang ?? ""}">${escape(words)}</q>` : escape(strings.declined);
  const negated = claim.negated ? ` <strong>${escape(strings.negated)}</strong>` : "";
  const chain = reading.chain(claim).length > 1 ? `<br>${escape(chainSentence(reading, claim))}` : "";
  const more = [`${howOf(reading, claim)}.`, ...sentences(reading, claim)].join(" ");
  return `<li id="claim-${claim.id}" value="${reading.number(claim)}"><strong>${escape(reading.speakerInFull(claim))}</strong>:${chain} ${said}${negated}<br><span class="how">${escape(more)}</span></li>`;
}

const ESCAPE = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
});

/** @param {string} words */
function escape(words) {
  return words.replace(/[&<>"']/g, (character) => ESCAPE[character]);
}

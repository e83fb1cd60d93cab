// The annotated article as a page that needs no script, of tags that content management systems keep.

import { headlineOf } from "../shell.js";
import { marksOf, nest, share } from "../marks.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../marks.js").Mark} Mark */
/** @typedef {import("../report.js").Claim} Claim */

const STYLE = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.7 Georgia,serif;color:#1c1b18;background:#fff}
mark{background:none;color:inherit}mark.claim{background:#fdf3cf;border-bottom:2px solid #8a6a00}
mark.indirect{border-bottom-style:dotted}mark.mixed{border-bottom-style:dashed}mark.negated{border-bottom:4px double #9b1c1c}
mark.source{background:#fbe2cd}mark.person{text-decoration:underline #1a5fb0}mark.organization{text-decoration:underline double #7a3aa6}
mark.place{text-decoration:underline dotted #1f7a3d}mark.group{text-decoration:underline dashed #8a5314}
mark.number{outline:1px solid #b0264f}mark.time{outline:1px dashed #0b7377}sup a{text-decoration:none}`;

/** @param {Reading} reading */
export function html(reading) {
  const { report, text, strings } = reading;
  const marks = share(
    marksOf(report).filter(({ kind }) => kind !== "check" && kind !== "unattributed" && kind !== "cue"),
    report.paragraphs,
  );
  const paragraphs = report.paragraphs.map((span, i) => `<p>${draw(reading, nest(marks[i], span))}</p>`);
  const claims = report.claims.map((claim) => `<li id="claim-${claim.id}">${describe(reading, claim)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(headlineOf(text))}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
${paragraphs.join("\n")}
</article>
<h2>${escape(strings.views.claims)}</h2>
<ol>
${claims.join("\n")}
</ol>
<p><small>${escape(strings.madeBy(report.engine))}</small></p>
</body>
</html>
`;
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
  const how = `${strings.form[claim.form]}. ${strings.attribution[claim.attribution]}.`;
  const words = reading.content(claim) || strings.declined;
  const negated = claim.negated ? ` <strong>${escape(strings.negated)}</strong>` : "";
  return `<strong>${escape(reading.speaker(claim))}</strong>: ${escape(words)}${negated} <em>${escape(how)}</em>`;
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

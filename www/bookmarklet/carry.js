// The bookmarklet. It runs in the page that a reader is on: opens the reader's own OnRecord, and when that says it is ready,
// hands it the article's text, or what is selected; never the address. `ONRECORD…` are filled in by help.js.

import { Article } from "../embed/article.js";
import { likeliest } from "../embed/find.js";

const own = "ONRECORD-ADDRESS";
const PATIENCE_MS = 15_000;
const { origin } = new URL(own);
const selected = String(getSelection()).trim();
const text = selected || new Article(likeliest(document)?.element ?? document.body, null).text;
// A slow page may still say that it is ready.
const late = setTimeout(() => alert("ONRECORD-SENTENCE"), PATIENCE_MS);
addEventListener("message", hear);
const link = Object.assign(document.createElement("a"), { href: `${own}#brought`, target: "_blank", rel: "opener" });
// So that not even its server is told from where.
link.referrerPolicy = "no-referrer";
link.click();

/** @param {MessageEvent} event */
function hear({ origin: from, source, data }) {
  if (from !== origin || data !== "onrecord: ready") return;
  removeEventListener("message", hear);
  clearTimeout(late);
  /** @type {Window} */ (source).postMessage({ onrecord: text }, origin);
}

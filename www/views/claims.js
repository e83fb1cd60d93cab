// Who says what: one card a claim.

import { h } from "../dom.js";
import { fill } from "../slices.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading */
export function claimsView(reading) {
  const { report, strings } = reading;
  if (report.claims.length === 0) return [h("p", { class: "none" }, strings.claimsNone)];
  const speakers = new Set(report.claims.flatMap((claim) => claim.speakers));
  const unnamed = report.claims.filter(({ attribution }) => attribution === "unnamed" || attribution === "none").length;
  return [
    h("p", { class: "summary" }, strings.claimsSummary(report.claims.length, speakers.size, unnamed)),
    fill(h("ol", { class: "cards" }), report.claims, (claim) => card(reading, claim)),
  ];
}

/** @param {Reading} reading @param {Claim} claim */
function card(reading, claim) {
  const { strings } = reading;
  const content = reading.content(claim);
  return h(
    "li",
    { class: `item card ${claim.form}`, "data-id": claim.id, "data-attribution": claim.attribution },
    h(
      "button",
      { class: "head", type: "button", tabindex: "-1", "data-go": claim.id },
      h("span", { class: "number" }, reading.number(claim)),
      h("span", { class: "who" }, reading.speaker(claim)),
    ),
    claim.negated && h("p", { class: "warning" }, strings.negated),
    content ? h("blockquote", {}, content) : h("p", { class: "declined" }, strings.declined),
    h("p", { class: "tags" }, tags(reading, claim)),
    h("p", { class: "how" }, sentences(reading, claim).join(" ")),
    h("details", {}, h("summary", {}, strings.why), h("p", {}, why(reading, claim))),
  );
}

/** @param {Reading} reading @param {Claim} claim */
function tags({ strings }, { form, attribution, stance }) {
  return [
    h("span", { class: `tag form ${form}` }, strings.form[form]),
    h(
      "span",
      { class: `tag ${attribution}`, title: strings.attributionHint[attribution] },
      strings.attribution[attribution],
    ),
    strings.stance[stance] && h("span", { class: "tag stance" }, strings.stance[stance]),
  ];
}

/** What else the article says about the saying, as plain sentences. @param {Reading} reading @param {Claim} claim */
function sentences(reading, claim) {
  const { strings, report } = reading;
  const via = claim.via ? reading.claim(claim.via) : undefined;
  const said = claim.said && report.times[Number(claim.said.slice(1)) - 1];
  const cue = [claim.source, claim.cue].filter((span) => span !== undefined).map((span) => reading.words(span));
  return [
    cue.length > 0 && `${strings.asWritten} “${cue.join(" … ")}”.`,
    claim.addressee && strings.to(reading.words(claim.addressee)),
    claim.medium && strings.medium(reading.words(claim.medium)),
    said && strings.saidOn(reading.words(said)),
    claim.anonymity && strings.anonymity(reading.words(claim.anonymity)),
    claim.via && (via ? strings.via(reading.speaker(via)) : strings.viaUnknown),
    claim.hedged && strings.hedged,
  ].filter((sentence) => typeof sentence === "string");
}

/** @param {Reading} reading @param {Claim} claim */
function why(reading, claim) {
  const { strings } = reading;
  const evidence = claim.evidence.map((span) => strings.written(reading.words(span))).join(", ");
  return [strings.rule(claim.rule), strings.attributionHint[claim.attribution], evidence].filter(Boolean).join(" ");
}

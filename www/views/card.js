// The card of a claim: whose words, the words, how and through whom they reached the article, and why they are here.

import { h } from "../dom.js";
import { capital } from "../reading.js";
import { precision } from "../rules.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading @param {Claim} claim @param {{ grouped?: boolean }} [how] a group has the speaker's name above it already */
export function claimCard(reading, claim, { grouped = false } = {}) {
  const { strings } = reading;
  const chain = reading.chain(claim);
  const name = reading.speaker(claim);
  return h(
    "li",
    { class: `item card ${claim.form}`, "data-id": claim.id, "data-attribution": claim.attribution },
    h(
      "div",
      { class: "top" },
      h(
        "button",
        { class: "head", tabindex: "-1", "data-go": claim.id },
        h("span", { class: "number" }, reading.number(claim)),
        h("span", { class: grouped ? "hidden" : "who" }, name),
      ),
      tags(reading, claim),
    ),
    nested(reading, chain, words(reading, claim)),
    h("p", { class: "how" }, sentences(reading, claim).join(" ")),
    h("div", { class: "foot" }, why(reading, claim), tools(strings, claim)),
  );
}

/** Each outlet through which the words came is a frame around them. @param {Reading} reading @param {Claim[]} chain @param {Node[]} inner */
function nested(reading, chain, inner) {
  const { strings } = reading;
  if (chain.length === 1) return inner;
  const says = chain.map((claim) => ({ who: inSentence(reading, claim), many: isMany(reading, claim) }));
  const frames = says
    .slice(0, -1)
    .reduceRight(
      (content, { who }) => [
        h("div", { class: "link" }, h("p", { class: "through" }, strings.reportedBy(who)), content),
      ],
      inner,
    );
  return [h("p", { class: "plainly" }, capital(strings.chain(says))), ...frames];
}

/** A name, or for whom has none the article's words: "a diplomat in Tashkent". @param {Reading} reading @param {Claim} claim */
function inSentence(reading, claim) {
  const named = claim.attribution === "named" || claim.attribution === "implied";
  return named || !claim.source ? reading.speaker(claim) : reading.words(claim.source);
}

/** @param {Reading} reading @param {Claim} claim */
function isMany(reading, { speakers }) {
  return speakers.length > 1 || speakers.some((id) => reading.entity(id)?.kind === "group");
}

/** @param {Reading} reading @param {Claim} claim @returns {Node[]} */
function words(reading, claim) {
  const { strings } = reading;
  const content = reading.content(claim);
  const said = content
    ? h("blockquote", { lang: reading.textLang }, content)
    : h("p", { class: "declined" }, strings.declined);
  return claim.negated ? [h("p", { class: "warning" }, strings.negated), said] : [said];
}

/** @param {Reading} reading @param {Claim} claim */
function tags({ strings }, { form, attribution, stance }) {
  return [
    h("span", { class: `tag form ${form}` }, strings.form[form]),
    attribution !== "named" &&
      h(
        "span",
        { class: `tag ${attribution}`, title: strings.attributionHint[attribution] },
        strings.attribution[attribution],
      ),
    strings.stance[stance] && h("span", { class: "tag stance" }, strings.stance[stance]),
  ];
}

/** What else the article says about the saying, as plain sentences. @param {Reading} reading @param {Claim} claim */
export function sentences(reading, claim) {
  const { strings } = reading;
  const via = claim.via ? reading.claim(claim.via) : undefined;
  const said = claim.said && reading.time(claim.said);
  const cue = [claim.source, claim.cue].filter((span) => span !== undefined).map((span) => reading.words(span));
  return [
    cue.length > 0 && strings.asWritten(cue.join(" … ")),
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
  const { strings, format } = reading;
  const evidence = claim.evidence.map((span) => strings.written(reading.words(span))).join(", ");
  const measured = precision(claim.rule);
  const lines = [
    strings.rule(claim.rule),
    measured && strings.precision(format.value(measured.right), format.value(measured.judged)),
    strings.attributionHint[claim.attribution],
    evidence && strings.evidence(evidence),
  ];
  return h("details", {}, h("summary", { tabindex: "-1" }, strings.why), h("p", {}, lines.filter(Boolean).join(" ")));
}

/** @param {import("../strings/en.js").Strings} strings @param {Claim} claim */
function tools(strings, { id }) {
  const number = id.slice(1);
  return [
    button(strings.cite, strings.citeLabel(number), { "data-cite": id }),
    button(strings.correct, strings.correctLabel.c(number), { "data-correct": id }),
  ];
}

/** A quiet button at the foot of an item. @param {string} words @param {string} label @param {object} data */
export function button(words, label, data) {
  return h("button", { class: "tool", tabindex: "-1", "aria-label": label, ...data }, words);
}

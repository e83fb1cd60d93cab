// The card of a claim: whose words, the words, through whom they reached the article, and why they are here.

import { h } from "../dom.js";
import { capital } from "../reading.js";
import { precision } from "../rules.js";
import { explained } from "./explained.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading @param {Claim} claim @param {{ grouped?: boolean }} [how] a group has the speaker's name above it already */
export function claimCard(reading, claim, { grouped = false } = {}) {
  const { strings } = reading;
  const name = reading.speaker(claim);
  const details = sentences(reading, claim);
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
      claim.content.length > 0 && explained(reading, claim),
    ),
    chainOf(reading, claim),
    words(reading, claim),
    details.length > 0 && h("p", { class: "how" }, details.join(" ")),
    h("div", { class: "foot" }, why(reading, claim), tools(strings, claim)),
  );
}

/** Said once a card. @param {Reading} reading @param {Claim} claim */
function chainOf(reading, claim) {
  const chain = reading.chain(claim);
  return chain.length > 1 && h("p", { class: "plainly" }, capital(chainSentence(reading, claim)));
}

/** "Vessey Echo reports that two people say …"; of nobody's words, only who reported them. @param {Reading} reading @param {Claim} claim */
export function chainSentence(reading, claim) {
  if (claim.attribution === "none") return through(reading, claim);
  const links = reading.chain(claim).map((link) => ({ who: inSentence(reading, link), many: isMany(reading, link) }));
  return reading.strings.chain(links);
}

/** A name, or for whom has none the article's words: "a diplomat in Tashkent". @param {Reading} reading @param {Claim} claim */
export function inSentence(reading, claim) {
  const named = claim.attribution === "named" || claim.attribution === "implied";
  if (named || !claim.source) return reading.speaker(claim);
  return reading.words(claim.source).replace(/^(?:An?|His|Her|Its|My|Our|The|Their) /, (word) => word.toLowerCase());
}

/** "As reported by Vessey Echo." @param {Reading} reading @param {Claim} claim */
export function through(reading, claim) {
  const reporters = reading
    .chain(claim)
    .slice(0, -1)
    .map((link) => reading.speaker(link));
  return reporters.length > 0 ? reading.strings.via(reading.strings.and(reporters)) : "";
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
function tags(reading, claim) {
  const { strings } = reading;
  const { attribution, stance, content, form } = claim;
  const isTurn = reading.isTurn(claim);
  return [
    content.length > 0 &&
      h(
        "span",
        { class: `tag form ${form}`, title: isTurn ? undefined : strings.explained[form] },
        reading.formName(claim),
      ),
    attribution !== "named" &&
      h(
        "span",
        { class: `tag ${attribution}`, title: strings.attributionHint[attribution] },
        strings.attribution[attribution],
      ),
    content.length > 0 &&
      !isTurn &&
      strings.stance[stance] &&
      h("span", { class: "tag stance" }, strings.stance[stance]),
    claim.added && h("span", { class: "tag added" }, strings.added),
  ];
}

/** What else the article says about the saying, as plain sentences. @param {Reading} reading @param {Claim} claim */
export function sentences(reading, claim) {
  const { strings } = reading;
  const hedges = reading.hedges(claim);
  const said = reading.saidOn(claim);
  const medium = reading.medium(claim);
  return [
    claim.addressee && strings.to(reading.words(claim.addressee)),
    medium && capital(strings.medium(medium)),
    said && strings.saidOn(reading.words(said)),
    claim.anonymity && strings.anonymity(reading.words(claim.anonymity)),
    claim.via && !reading.claim(claim.via) && strings.viaUnknown,
    hedges.length > 0 && strings.hedged(hedges.map((word) => strings.written(word)).join(", ")),
  ].filter((sentence) => typeof sentence === "string");
}

/** @param {Reading} reading @param {Claim} claim */
function why(reading, claim) {
  const { strings, format } = reading;
  const evidence = claim.evidence.map((span) => strings.written(reading.words(span))).join(", ");
  const measured = precision(claim.rule);
  const corrected = reading.corrections.some(({ op, target }) => op === "speaker" && target === claim.id);
  const written = corrected ? "" : reading.reporting(claim);
  const lines = [
    claim.added ? strings.addedWhy : strings.rule(claim.rule),
    measured && strings.precision(format.value(measured.right), format.value(measured.judged)),
    corrected ? strings.correctedWhy : strings.attributionHint[claim.attribution],
    written && strings.asWritten(written),
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

/** A claim's number, which leads to its card. @param {import("../strings/en.js").Strings} strings @param {Claim} claim */
export function reference(strings, { id }) {
  return h("a", { class: "ref", href: `#${id}`, "data-note": id }, strings.claimNumber(id.slice(1)), " ");
}

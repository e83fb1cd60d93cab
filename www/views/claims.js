// Who says what: one card a claim, under its speaker or as in the text; then the share of each voice.

import { choice, field } from "../corrections/editor.js";
import { h } from "../dom.js";
import { isBold } from "../rules.js";
import { fill } from "../slices.js";
import { claimCard, reference } from "./card.js";
import { explainAgain } from "./explained.js";
import { saveable } from "./picture.js";
import { voices } from "./share.js";
import { voicePicture } from "./voice.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../state.js").Sifting} Sifting */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {import("./share.js").Voice} Voice */

/** @param {Reading} reading @param {import("../state.js").State} state */
export function claimsView(reading, { sifting }) {
  const { report, strings } = reading;
  if (report.claims.length === 0) return [h("p", { class: "none" }, strings.claimsNone)];
  explainAgain(reading);
  const speakers = voices(reading);
  const count = (/** @type {(voice: Voice) => boolean} */ wanted) => speakers.filter(wanted).length;
  const nobody = speakers.find(({ how }) => how === "none")?.claims.length ?? 0;
  const [sources, unnamed] = [count(({ how }) => how !== "none"), count(({ how }) => how === "unnamed")];
  const list =
    sifting.order === "text"
      ? inOrder(reading)
      : fill(h("ol", { class: "groups" }), speakers, (voice) => group(reading, voice));
  return [
    h("p", { class: "summary" }, strings.claimsSummary(report.claims.length, sources, unnamed, nobody)),
    sieve(reading, sifting),
    list,
    saveable(strings, strings.voiceTitle, "share-of-voice", voicePicture(reading, speakers)),
  ];
}

/** @param {Reading} reading */
function inOrder(reading) {
  return fill(h("ol", { class: "cards" }), reading.report.claims, (claim) => claimCard(reading, claim));
}

/** @param {Reading} reading @param {Voice} voice */
function group(reading, voice) {
  const { strings } = reading;
  const own = voice.claims.filter((claim) => claim.speakers.length < 2 || claim.speakers[0] === voice.key);
  const shared = voice.claims.filter((claim) => !own.includes(claim));
  return h(
    "li",
    { class: "section voice-group" },
    h(
      "h2",
      { class: "voice-name" },
      voice.entity
        ? h("button", { class: "plain", tabindex: "-1", "data-card": voice.entity }, voice.name)
        : voice.name,
      h("span", { class: "quiet" }, strings.voiceWords(voice.claims.length, voice.quoted, voice.paraphrased)),
    ),
    fill(h("ol", { class: "cards" }), own, (claim) => claimCard(reading, claim, { grouped: true })),
    shared.length > 0 &&
      h(
        "p",
        { class: "quiet" },
        strings.sharedClaims,
        " ",
        shared.map((claim) => reference(strings, claim)),
      ),
  );
}

/** Folded, but where something is left out. @param {Reading} reading @param {Sifting} sifting */
function sieve({ strings, report }, sifting) {
  const stances = Object.keys(strings.stance).filter((stance) =>
    report.claims.some((claim) => claim.stance === stance),
  );
  const pick = (/** @type {keyof Sifting} */ key, /** @type {Record<string, string>} */ options) => {
    const select = choice(options, String(sifting[key]));
    select.dataset.sift = key;
    return field(strings.siftLabel[key], select);
  };
  const bold = h("input", { type: "checkbox", "data-sift": "bold", checked: sifting.bold });
  return h(
    "details",
    { class: "sieve", open: sifting.open },
    h("summary", {}, strings.siftTitle),
    h(
      "div",
      { class: "fields", role: "group", "aria-label": strings.siftTitle },
      pick("source", { "": strings.all, ...strings.attribution }),
      pick("form", { "": strings.all, ...strings.form }),
      stances.length > 0 &&
        pick("stance", { "": strings.all, ...Object.fromEntries(stances.map((s) => [s, strings.stance[s]])) }),
      pick("order", { speaker: strings.bySpeaker, text: strings.asInText }),
      report.claims.some(isBold) &&
        h("label", { class: "field check-field", title: strings.boldHint }, bold, h("span", {}, strings.boldLabel)),
    ),
  );
}

/** Whether a claim is to be seen. @param {Claim} claim @param {Sifting} sifting */
export function passes(claim, { source, form, stance, bold }) {
  return (
    (!source || claim.attribution === source) &&
    (!form || claim.form === form) &&
    (!stance || claim.stance === stance) &&
    (!bold || !isBold(claim))
  );
}

// Who says what: the share of each voice, what to look at, and one card a claim, under its speaker or as in the text.

import { choice, field } from "../corrections/editor.js";
import { h } from "../dom.js";
import { isBold } from "../rules.js";
import { fill } from "../slices.js";
import { claimCard } from "./card.js";
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
  const speakers = voices(reading);
  const unnamed = report.claims.filter(({ attribution }) => attribution === "unnamed" || attribution === "none").length;
  return [
    h("p", { class: "summary" }, strings.claimsSummary(report.claims.length, speakers.length, unnamed)),
    saveable(strings, strings.voiceTitle, "share-of-voice", voicePicture(reading, speakers)),
    sieve(reading, sifting),
    sifting.order === "text"
      ? inOrder(reading)
      : fill(h("ol", { class: "groups" }), speakers, (v) => group(reading, v)),
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
  const shared = voice.claims.length - own.length;
  return h(
    "li",
    { class: "section voice-group" },
    h(
      "h2",
      { class: "voice-name" },
      voice.entity
        ? h("button", { class: "plain", tabindex: "-1", "data-card": voice.entity }, voice.name)
        : voice.name,
      h("span", { class: "quiet" }, strings.voiceWords(voice.claims.length, voice.quoted, voice.told)),
    ),
    fill(h("ol", { class: "cards" }), own, (claim) => claimCard(reading, claim, { grouped: true })),
    shared > 0 && h("p", { class: "quiet" }, strings.sharedClaims(shared)),
  );
}

/** @param {Reading} reading @param {Sifting} sifting */
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
    "div",
    { class: "sieve", role: "group", "aria-label": strings.siftTitle },
    pick("source", { "": strings.all, ...strings.attribution }),
    pick("form", { "": strings.all, ...strings.form }),
    stances.length > 0 &&
      pick("stance", { "": strings.all, ...Object.fromEntries(stances.map((s) => [s, strings.stance[s]])) }),
    pick("order", { speaker: strings.bySpeaker, text: strings.asInText }),
    report.claims.some(isBold) &&
      h("label", { class: "field check-field", title: strings.boldHint }, bold, h("span", {}, strings.boldLabel)),
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

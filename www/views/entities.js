// Entities, by kind, the most mentioned first: names, offices, what each says and what is said about it.

import { h } from "../dom.js";
import { legendKind } from "../marks.js";
import { fill } from "../slices.js";
import { button, reference } from "./card.js";
import { around } from "./mention.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Entity} Entity */
/** @typedef {import("../report.js").Claim} Claim */

/** @param {Reading} reading */
export function entitiesView(reading) {
  const { strings } = reading;
  const all = reading.listed.entities;
  if (all.length === 0) return [h("p", { class: "none" }, strings.entitiesNone)];
  return Object.keys(strings.entityKinds).flatMap((kind) => {
    const entities = all.filter((entity) => entity.kind === kind);
    if (entities.length === 0) return [];
    entities.sort((a, b) => b.mentions.length - a.mentions.length);
    return [
      h(
        "section",
        { class: "section", "data-kind": legendKind(kind) },
        h(
          "h2",
          {},
          h("span", { class: `swatch ${legendKind(kind)}` }),
          strings.entityKinds[kind],
          tally(entities.length),
        ),
        fill(h("ul", { class: "rows" }), entities, (entity) => row(reading, entity)),
      ),
    ];
  });
}

/** @param {number} n */
export function tally(n) {
  return h("span", { class: "tally" }, n);
}

/** @param {Reading} reading @param {Entity} entity */
function row(reading, entity) {
  const { strings } = reading;
  const said = reading.claimsOf(entity.id);
  const about = reading.claimsAbout(entity);
  return h(
    "li",
    { class: "item row", "data-id": entity.id },
    h("button", { class: "head", tabindex: "-1", "data-go": entity.id }, h("span", { class: "who" }, entity.name)),
    h(
      "p",
      { class: "counts" },
      h("span", { class: "kind" }, `${strings.entityKindOne[entity.kind]} · `),
      counts(reading, entity, said),
    ),
    entity.roles.length > 0 && h("p", { class: "roles" }, reading.roles(entity).join(" · ")),
    aliases(reading, entity),
    entity.official && h("p", { class: "how" }, strings.official(reading.words(entity.official))),
    h(
      "div",
      { class: "foot" },
      said.length > 0 && unfold(strings.says(said.length), () => list(reading, said)),
      about.length > 0 && unfold(strings.saidAbout(about.length), () => list(reading, about)),
      entity.mentions.length > 1 &&
        unfold(strings.allMentions(entity.mentions.length), () => mentionList(reading, entity)),
      button(strings.nextMention, strings.nextMentionLabel(entity.name), { "data-next": entity.id }),
      button(strings.correct, strings.correctLabel.e(entity.name), { "data-correct": entity.id }),
    ),
  );
}

/** @param {Reading} reading @param {Entity} entity @param {Claim[]} said */
function counts({ strings, format }, { kind, mentions, country }, said) {
  const where = country && CERTAIN.has(kind) && format.country(country);
  return [strings.mentions(mentions.length), said.length > 0 && strings.claimsOf(said.length), where]
    .filter(Boolean)
    .join(" · ");
}

/** Of an organization a country is seldom certain. */
const CERTAIN = new Set(["place", "group"]);

/** @param {Reading} reading @param {Entity} entity */
function aliases(reading, { name, mentions }) {
  const names = [...new Set(mentions.filter(({ form }) => form !== "pronoun").map((m) => reading.words(m)))];
  const others = names.filter((other) => other !== name);
  return (
    others.length > 0 && h("p", { class: "aliases" }, others.map((other) => reading.strings.written(other)).join(", "))
  );
}

/** What is drawn when somebody asks for it. @param {string} title @param {() => Node} draw */
function unfold(title, draw) {
  const details = h("details", {}, h("summary", { tabindex: "-1" }, title));
  details.addEventListener("toggle", () => details.append(draw()), { once: true });
  return details;
}

/** Each leads to its place in the article. @param {Reading} reading @param {Entity} entity */
function mentionList(reading, { id, mentions }) {
  const line = (/** @type {import("../report.js").Mention} */ mention) =>
    h(
      "li",
      {},
      h("a", { class: "place", href: `#${id}`, "data-next": id, "data-at": mention.start }, around(reading, mention)),
    );
  return fill(h("ul", { class: "said" }), mentions, line);
}

/** @param {Reading} reading @param {Claim[]} claims */
function list(reading, claims) {
  const { strings } = reading;
  return h(
    "ul",
    { class: "said" },
    claims.map((claim) =>
      h("li", {}, reference(strings, claim), `${reading.speaker(claim)}: `, reading.content(claim) || strings.declined),
    ),
  );
}

// Entities, by kind, the most mentioned first.

import { h } from "../dom.js";
import { legendKind } from "../marks.js";
import { fill } from "../slices.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Entity} Entity */

/** @param {Reading} reading */
export function entitiesView(reading) {
  const { report, strings } = reading;
  if (report.entities.length === 0) return [h("p", { class: "none" }, strings.entitiesNone)];
  return Object.keys(strings.entityKinds).flatMap((kind) => {
    const entities = report.entities.filter((entity) => entity.kind === kind);
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
  const claims = reading.claimsOf(entity.id).length;
  const names = [...new Set(entity.mentions.filter(({ form }) => form !== "pronoun").map((m) => reading.words(m)))];
  const others = names.filter((name) => name !== entity.name);
  return h(
    "li",
    { class: "item row", "data-id": entity.id },
    h(
      "button",
      { class: "head", type: "button", tabindex: "-1", "data-go": entity.id },
      h("span", { class: "who" }, entity.name),
    ),
    h(
      "p",
      { class: "counts" },
      [strings.mentions(entity.mentions.length), claims > 0 && strings.claimsOf(claims)].filter(Boolean).join(" · "),
    ),
    entity.roles.length > 0 &&
      h("p", { class: "roles" }, [...new Set(entity.roles.map(({ text }) => text))].join(" · ")),
    others.length > 0 && h("p", { class: "aliases" }, others.map((name) => strings.written(name)).join(", ")),
    entity.official && h("p", { class: "how" }, strings.official(reading.words(entity.official))),
  );
}

// A text with its report, and the questions that the views ask of both.

import { Format } from "./format.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Span} Span */
/** @typedef {import("./report.js").Claim} Claim */
/** @typedef {import("./report.js").Entity} Entity */
/** @typedef {import("./strings/en.js").Strings} Strings */

export class Reading {
  /** @type {Map<string, Entity>} */
  #entities;
  /** @type {Map<string, Claim>} */
  #claims;
  /** By entity. @type {Map<string, Claim[]>} */
  #said = new Map();

  /** @param {string} text @param {Report} report @param {Strings} strings */
  constructor(text, report, strings) {
    this.text = text;
    this.report = report;
    this.strings = strings;
    this.format = new Format(strings);
    this.#entities = new Map(report.entities.map((entity) => [entity.id, entity]));
    this.#claims = new Map(report.claims.map((claim) => [claim.id, claim]));
    for (const claim of report.claims) {
      for (const id of claim.speakers) {
        const said = this.#said.get(id);
        if (said) said.push(claim);
        else this.#said.set(id, [claim]);
      }
    }
  }

  /** Whether the report has something of this id. @param {string} id */
  has(id) {
    const { entities, claims, quantities, times, checks, unattributed } = this.report;
    const many = { e: entities, c: claims, q: quantities, t: times, k: checks, u: unattributed }[id[0]];
    return Number(id.slice(1)) <= (many?.length ?? 0);
  }

  /** @param {Span} span */
  words({ start, end }) {
    return this.text.slice(start, end).replace(/\s+/g, " ").trim();
  }

  /** @param {string} id */
  entity(id) {
    return this.#entities.get(id);
  }

  /** @param {string} id */
  claim(id) {
    return this.#claims.get(id);
  }

  /** "c7" is claim number 7. @param {Claim} claim */
  number(claim) {
    return Number(claim.id.slice(1));
  }

  /** The words that are said to be said. @param {Claim} claim */
  content(claim) {
    return claim.content.map((span) => this.words(span)).join(" … ");
  }

  /** Who speaks, for people. @param {Claim} claim */
  speaker(claim) {
    const names = claim.speakers.map((id) => this.entity(id)?.name ?? "").filter(Boolean);
    if (names.length > 0) return capital(this.strings.and(names));
    if (claim.attribution === "none") return this.strings.nobody;
    return claim.source ? capital(this.words(claim.source)) : this.strings.unknownSpeaker;
  }

  /** The claims of an entity. @param {string} id */
  claimsOf(id) {
    return this.#said.get(id) ?? [];
  }

  /** How many words the text has. */
  get wordCount() {
    return this.text.match(/\S+/g)?.length ?? 0;
  }
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

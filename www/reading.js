// A text with its report as it reads after the reader's corrections, and the questions that the views ask of both.

import { apply } from "./corrections/apply.js";
import { Format } from "./format.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Correction} Correction */
/** @typedef {import("./report.js").Span} Span */
/** @typedef {import("./report.js").Claim} Claim */
/** @typedef {import("./report.js").Entity} Entity */
/** @typedef {import("./strings/en.js").Strings} Strings */

export class Reading {
  /** By id. @type {Map<string, any>} */
  #items = new Map();
  /** By entity. @type {Map<string, Claim[]>} */
  #said = new Map();

  /**
   * @param {string} text @param {Report} found what the engine answered, or what was saved
   * @param {Strings} strings @param {Correction[]} corrections
   */
  constructor(text, found, strings, corrections = []) {
    this.text = text;
    this.found = found;
    this.corrections = corrections;
    this.strings = strings;
    this.format = new Format(strings);
    const report = apply(found, corrections);
    this.report = report;
    const lists = [report.entities, report.claims, report.quantities, report.times, report.checks];
    for (const item of lists.flat()) this.#items.set(item.id, item);
    for (const claim of report.claims) {
      for (const id of claim.speakers) {
        const said = this.#said.get(id);
        if (said) said.push(claim);
        else this.#said.set(id, [claim]);
      }
    }
  }

  /** The same in another language. @param {Strings} strings */
  in(strings) {
    return new Reading(this.text, this.found, strings, this.corrections);
  }

  /** Whether the report has something of this id. @param {string} id */
  has(id) {
    return (
      this.#items.has(id) || id[0] === "n" || (id[0] === "u" && Number(id.slice(1)) <= this.report.unattributed.length)
    );
  }

  /** @param {Span} span */
  words({ start, end }) {
    return this.text.slice(start, end).replace(/\s+/g, " ").trim();
  }

  /** @param {string} id @returns {Entity | undefined} */
  entity(id) {
    return this.#items.get(id);
  }

  /** @param {string} id @returns {Claim | undefined} */
  claim(id) {
    return this.#items.get(id);
  }

  /** @param {string} id @returns {import("./report.js").Time | undefined} */
  time(id) {
    return this.#items.get(id);
  }

  /** @param {string} id @returns {import("./report.js").Quantity | undefined} */
  quantity(id) {
    return this.#items.get(id);
  }

  /** @param {string} id @returns {import("./report.js").Check | undefined} */
  check(id) {
    return this.#items.get(id);
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

  /** The claims through which a claim reached the article, the outermost first, and itself. @param {Claim} claim */
  chain(claim) {
    const links = [claim];
    for (let via = claim.via; via && links.length < MOST_LINKS; via = links[0].via) {
      const link = this.claim(via);
      if (!link || links.includes(link)) break;
      links.unshift(link);
    }
    return links;
  }

  /** The claims of an entity. @param {string} id */
  claimsOf(id) {
    return this.#said.get(id) ?? [];
  }

  /** The claims of others in whose words an entity is mentioned. @param {Entity} entity @returns {Claim[]} */
  claimsAbout({ id, mentions }) {
    return this.report.claims.filter(
      ({ speakers, content }) =>
        !speakers.includes(id) &&
        content.some((span) => mentions.some(({ start, end }) => within({ start, end }, span))),
    );
  }

  /** Of the article's own words among the interface's. */
  get textLang() {
    return this.report.language === "en" ? "en" : undefined;
  }

  /** How many words the text has. */
  get wordCount() {
    return countWords(this.text);
  }
}

const MOST_LINKS = 8;

/** @param {string} text */
export function countWords(text) {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** @param {Span} inner @param {Span} outer */
function within(inner, outer) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** @param {string} words */
export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

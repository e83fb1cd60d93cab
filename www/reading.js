// A text with its report as it reads after the reader's corrections, and the questions that the views ask of both.

import { apply } from "./corrections/apply.js";
import { Format } from "./format.js";
import { listedEntities, listedQuantities } from "./listed.js";
import { firstFrom } from "./spans.js";

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

  /** Whose article it is, where its licence asks for that. @type {string | undefined} */
  credit;

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

  /** With what the text calls a single speaker: "Bram Oke, Trust director". @param {Claim} claim */
  speakerInFull(claim) {
    const entity = claim.speakers.length === 1 ? this.entity(claim.speakers[0]) : undefined;
    const role = entity && this.roles(entity)[0];
    return role ? `${this.speaker(claim)}, ${role}` : this.speaker(claim);
  }

  /**
   * The claims through which a claim reached the article, the outermost first, and itself. Who reports own words is one link.
   * @param {Claim} claim
   */
  chain(claim) {
    const links = [claim];
    let link = claim.via && this.claim(claim.via);
    for (let i = 1; link && i < MOST_LINKS && !links.includes(link); i++) {
      if (!link.speakers.length || String(link.speakers) !== String(links[0].speakers)) links.unshift(link);
      link = link.via && this.claim(link.via);
    }
    return links;
  }

  /** The claims of an entity. @param {string} id */
  claimsOf(id) {
    return this.#said.get(id) ?? [];
  }

  /** Whom and what the words of a claim mention, its speakers aside. @param {Claim} claim */
  mentionedIn(claim) {
    return this.#mentioned.inClaim.get(claim) ?? [];
  }

  /** The claims of others in whose words an entity is mentioned. @param {Entity} entity */
  claimsAbout({ id }) {
    return this.#mentioned.ofEntity.get(id) ?? [];
  }

  get #mentioned() {
    this.#mentions ??= mentionedInClaims(this.report);
    return this.#mentions;
  }

  /** @type {ReturnType<typeof mentionedInClaims> | undefined} */
  #mentions;

  /** Of the article's own words among the interface's. */
  get textLang() {
    return this.report.language === "en" ? "en" : undefined;
  }

  /** What the text calls somebody, each once; "President" is said in "United States President". @param {Entity} entity */
  roles({ roles }) {
    const isSaid = (/** @type {string} */ text) =>
      roles.some((other) => other.text.length > text.length && ` ${lower(other.text)} `.includes(` ${lower(text)} `));
    const each = roles
      .filter(({ text }) => !isSaid(text))
      .map(({ text, of }) => {
        const owner = of && this.entity(of)?.name;
        const isNamed = owner?.split(" ").some((word) => /^\p{Lu}/u.test(word) && text.includes(word));
        return owner && !isNamed ? this.strings.roleOf(text, owner) : text;
      });
    return [...new Set(each)];
  }

  /** Those that lists and marks hold. */
  get listed() {
    this.#listed ??= { entities: listedEntities(this.report), quantities: listedQuantities(this.report) };
    return this.#listed;
  }

  /** @type {{ entities: Entity[], quantities: import("./report.js").Quantity[] } | undefined} */
  #listed;

  /** Whether it is what somebody asks or answers in an interview. @param {Claim} claim */
  isTurn({ rule }) {
    return rule === INTERVIEW;
  }

  /** Words of the interface within a sentence; German nouns keep their capitals. @param {string} words */
  inSentence(words) {
    return this.strings.lang === "de" ? words : words.toLowerCase();
  }

  /** Nothing, where somebody said nothing. @param {Claim} claim */
  formName(claim) {
    const { form, interview, interviewQuestion } = this.strings;
    if (claim.content.length === 0) return "";
    if (!this.isTurn(claim)) return form[claim.form];
    return claim.stance === "asks" ? interviewQuestion : interview;
  }

  /** Where it was said, as the article has it: "on X", "in a statement". @param {Claim} claim @returns {string | undefined} */
  medium({ medium }) {
    if (!medium) return undefined;
    const before = LED_BY.exec(this.text.slice(Math.max(0, medium.start - LONGEST_LED), medium.start));
    return before
      ? this.words({ start: medium.start - before[0].length, end: medium.end })
      : `in ${this.words(medium)}`;
  }

  /** The words with which the article says who says it, in its own order. @param {Claim} claim */
  reporting({ source, cue }) {
    const [first, second] = [source, cue].filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
    if (!first) return "";
    if (!second) return this.words(first);
    const gap = this.text.slice(first.end, second.start);
    const together = gap.length <= LONGEST_GAP && !gap.includes("\n");
    if (together) return this.words({ start: first.start, end: Math.max(first.end, second.end) });
    return `${this.words(first)} … ${this.words(second)}`;
  }

  /** The words of the content by which it hedges itself. @param {Claim} claim */
  hedges({ hedged, content, evidence }) {
    const inside = hedged ? evidence.filter((span) => content.some((words) => within(span, words))) : [];
    return [...new Set(inside.map((span) => this.words(span).toLowerCase()))];
  }

  /** When it was said: only a day that the article gives, and none after the article's own. @param {Claim} claim */
  saidOn({ said }) {
    const time = said ? this.time(said) : undefined;
    const day = /^(\d{4}-\d\d-\d\d|XXXX-WXX-\d)/.test(time?.value ?? "");
    const { published } = this.report;
    return day && !(published && time?.from && time.from.slice(0, 10) > published.slice(0, 10)) ? time : undefined;
  }

  /** How many words the text has. */
  get wordCount() {
    return countWords(this.text);
  }
}

const MOST_LINKS = 8;
const LONGEST_GAP = 30;
const LONGEST_LED = 20;
/** What stands before a medium. */
const LED_BY = /(?<=\s|^)(?:at|by|during|in|on|through|to|via)\s+(?:(?:an?|his|her|its|the|their)\s+)?$/i;
/** The rule that finds the labelled turns of an interview. */
const INTERVIEW = "interview label";

/** @param {string} text */
export function countWords(text) {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/**
 * The entities in the words of each claim, its speakers aside, and the claims of each entity, by its id.
 * @param {Report} report
 */
function mentionedInClaims({ entities, claims }) {
  const mentions = entities
    .flatMap((entity) => entity.mentions.map(({ start, end }) => ({ start, end, entity })))
    .sort((a, b) => a.start - b.start);
  const starts = mentions.map(({ start }) => start);
  /** @type {Map<Claim, Entity[]>} */
  const inClaim = new Map();
  /** @type {Map<string, Claim[]>} */
  const ofEntity = new Map(entities.map(({ id }) => [id, []]));
  for (const claim of claims) {
    /** @type {Set<Entity>} */
    const inside = new Set();
    for (const { start, end } of claim.content) {
      for (let i = firstFrom(starts, start); starts[i] < end; i++) {
        const { entity, end: last } = mentions[i];
        if (last <= end && !claim.speakers.includes(entity.id)) inside.add(entity);
      }
    }
    inClaim.set(claim, [...inside]);
    for (const { id } of inside) ofEntity.get(id)?.push(claim);
  }
  return { inClaim, ofEntity };
}

/** @param {Span} inner @param {Span} outer */
function within(inner, outer) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** @param {string} words */
function lower(words) {
  return words.toLowerCase();
}

/** @param {string} words */
export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

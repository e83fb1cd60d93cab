// A report and what a reader put right in it, to the report as it then reads. Nothing is changed in place, and a correction
// that does not fit the report (a file may hold anything) changes nothing.

import { add, KINDS, nextId } from "./add.js";
import { note } from "./note.js";
import { unattributed } from "./unattributed.js";

/** @typedef {import("../report.js").Report} Report */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {import("../report.js").Entity} Entity */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {import("../report.js").Mention} Mention */
/** @typedef {import("../report.js").Span} Span */

/**
 * The reader's operations, and what `value` holds:
 *
 * - `dismiss` any entity, claim, quantity, time or check; of an entity single mentions, by their spans: "10-13 40-43";
 * - `rename` an entity: its name;
 * - `retype` an entity, quantity or time: its kind;
 * - `merge` an entity into another: that one's id;
 * - `split` mentions off an entity: their spans and the new entity's name, "10-13 40-43 Kim Byung-yeon";
 * - `speaker` of a claim: ids with spaces between, "=Jane Doe" for somebody new, nothing for nobody;
 * - `add` a claim, entity, quantity or time, by its letter: where it stands, its kind and the rest (`add.js`);
 * - `note` on an entity what people know of it besides: "role …", "community …", "gender …", without words to take it back;
 * - `relabel` one field: "stance denies", "agrees no", "value 12", "unit km", "from 2025-03-04".
 * @type {Record<string, (report: Report, target: string, value: string) => Report | undefined>}
 */
const OPERATIONS = { dismiss, rename, retype, merge, split, speaker, relabel, note, add };

/** @param {Report} report @param {readonly Correction[]} corrections in the order in which they were made @returns {Report} */
export function apply(report, corrections) {
  const now = corrections.reduce((now, { op, target, value = "" }) => {
    return Object.hasOwn(OPERATIONS, op) ? (OPERATIONS[op](now, target, value) ?? now) : now;
  }, report);
  return now === report ? now : withoutOthersNames(report, now);
}

/** Where the article names somebody else than the reader does, that name is no source. @param {Report} before @param {Report} now */
function withoutOthersNames(before, now) {
  const same = new Set(before.claims);
  return mapClaims(now, (claim) => {
    const { id, source, speakers } = claim;
    if (!source || same.has(claim) || find(before, id)?.speakers.join() === speakers.join()) return claim;
    const named = now.entities.filter(({ mentions }) =>
      mentions.some((mention) => mention.form === "name" && overlap(mention, source)),
    );
    return named.length > 0 && !named.some(({ id }) => speakers.includes(id)) ? omit(claim, "source") : claim;
  });
}

/** What may be said in a `relabel`. @type {Record<string, Record<string, { test: (word: string) => boolean }>>} */
const LABELS = {
  c: {
    form: /^(direct|indirect|mixed)$/,
    attribution: /^(named|described|unnamed|implied|none)$/,
    stance: /^(asserts|denies|warns|asks|promises|demands|estimates|alleges|hopes|declines|other)$/,
    negated: /^(yes|no)$/,
  },
  k: { agrees: /^(yes|no)$/ },
  q: { value: /^-?\d{1,15}(\.\d{1,15})?$/, unit: /^[\x21-\x7e]{0,24}$/ },
  t: { from: { test: isDay } },
};

/** The list of a report in which something stands, by the first letter of its id. */
const LIST = /** @type {const} */ ({ c: "claims", e: "entities", q: "quantities", t: "times", k: "checks" });

/** @param {Report} report @param {string} id @returns {any} */
function find(report, id) {
  return listOf(report, id)?.find((item) => item.id === id);
}

/** @param {Report} report @param {string} id @returns {{ id: string }[] | undefined} */
function listOf(report, id) {
  const name = LIST[/** @type {keyof typeof LIST} */ (id[0])];
  return name && report[name];
}

/** @param {Report} report @param {string} id @param {() => object} change @returns {Report | undefined} */
function change(report, id, change) {
  if (!find(report, id)) return undefined;
  const name = LIST[/** @type {keyof typeof LIST} */ (id[0])];
  return { ...report, [name]: report[name].map((item) => (item.id === id ? { ...item, ...change() } : item)) };
}

/** @param {Report} report @param {string} target @param {string} [value] @returns {Report | undefined} */
function dismiss(report, target, value) {
  const item = find(report, target);
  if (!item) return undefined;
  if (value) return target[0] === "e" ? withoutMentions(report, item, value) : undefined;
  const name = LIST[/** @type {keyof typeof LIST} */ (target[0])];
  const rest = /** @type {Report} */ ({ ...report, [name]: listOf(report, target)?.filter((other) => other !== item) });
  if (target[0] === "c") return withoutClaim(rest, item);
  if (target[0] === "e") return replaceEntity(rest, target, undefined);
  if (target[0] === "q") return withoutQuantity(rest, item);
  if (target[0] === "t") return mapClaims(rest, (claim) => (claim.said === target ? omit(claim, "said") : claim));
  return rest;
}

/** Chains close over the gap, and the words stand on nobody's word again. @param {Report} report @param {Claim} gone */
function withoutClaim(report, gone) {
  const closed = mapClaims(report, (claim) => {
    if (claim.via !== gone.id) return claim;
    return gone.via ? { ...claim, via: gone.via } : omit(claim, "via");
  });
  return { ...closed, unattributed: unattributed(closed, gone) };
}

/** What was recomputed from a number goes with it. @param {Report} report @param {import("../report.js").Quantity} gone */
function withoutQuantity(report, gone) {
  const touches = (/** @type {Span} */ span) => overlap(span, gone);
  return {
    ...report,
    quantities: report.quantities.map((q) => (q.restates === gone.id ? omit(q, "restates") : q)),
    checks: report.checks.filter(({ spans }) => !spans.some(touches)),
  };
}

/** @param {Report} report @param {string} target @param {string} value */
function rename(report, target, value) {
  const name = value.trim();
  return target[0] === "e" && name ? change(report, target, () => ({ name })) : undefined;
}

/** @param {Report} report @param {string} target @param {string} kind */
function retype(report, target, kind) {
  return KINDS[target[0]]?.test(kind) ? change(report, target, () => ({ kind })) : undefined;
}

/** @param {Report} report @param {string} target @param {string} into */
function merge(report, target, into) {
  const [from, to] = [find(report, target), find(report, into)];
  if (!from || !to || from === to || target[0] !== "e" || into[0] !== "e") return undefined;
  const entities = report.entities
    .filter((entity) => entity !== from)
    .map((entity) => (entity === to ? joined(to, from) : entity));
  return replaceEntity({ ...report, entities }, target, into);
}

/** @param {Entity} to @param {Entity} from */
function joined(to, from) {
  return {
    ...to,
    mentions: [...to.mentions, ...from.mentions].sort((a, b) => a.start - b.start || b.end - a.end),
    roles: [...to.roles, ...from.roles].sort((a, b) => a.start - b.start),
  };
}

/** @param {Report} report @param {string} target @param {string} value */
function split(report, target, value) {
  const [, spans, name] = /^((?:\d+-\d+ )+)(.*\S)\s*$/.exec(value) ?? [];
  const from = target[0] === "e" && find(report, target);
  if (!from || !spans) return undefined;
  const { moved, roles, rest } = separated(from, spans);
  if (moved.length === 0 || rest.mentions.length === 0) return undefined;
  const fresh = { ...omit(from, "official"), id: freshId(report), name, mentions: moved, roles };
  const entities = report.entities.flatMap((entity) => (entity === from ? [rest, fresh] : [entity]));
  return speakAgain({ ...report, entities }, target, fresh.id, moved);
}

/** Some words are no mention of an entity, and what was said there is not said by it. @param {Report} report @param {Entity} from @param {string} spans */
function withoutMentions(report, from, spans) {
  const { moved, rest } = separated(from, spans);
  if (moved.length === 0) return undefined;
  if (rest.mentions.length === 0) return dismiss(report, from.id);
  const entities = report.entities.map((entity) => (entity === from ? rest : entity));
  return speakAgain({ ...report, entities }, from.id, undefined, moved);
}

/** Some mentions of an entity, with the roles beside them, and the rest of it. @param {Entity} from @param {string} spans */
function separated(from, spans) {
  const named = new Set(spans.trim().split(" "));
  const moves = (/** @type {Span} */ { start, end }) => named.has(`${start}-${end}`);
  const moved = from.mentions.filter(moves);
  const near = (/** @type {Span} */ role) => moved.some((mention) => beside(role, mention));
  const rest = {
    ...from,
    mentions: from.mentions.filter((mention) => !moves(mention)),
    roles: from.roles.filter((role) => !near(role)),
  };
  return { moved, roles: from.roles.filter(near), rest };
}

/** The claims whose source is among the moved mentions change hands, and what goes on from them. @param {Report} report @param {string} old @param {string | undefined} fresh nobody's hands, if there is none @param {Span[]} moved */
function speakAgain(report, old, fresh, moved) {
  /** @type {string | undefined} */
  let last = old;
  return mapClaims(report, (claim) => {
    if (!claim.speakers.includes(old)) return claim;
    if (claim.source)
      last = moved.some((mention) => overlap(mention, /** @type {Span} */ (claim.source))) ? fresh : old;
    if (last === old) return claim;
    return { ...claim, speakers: claim.speakers.flatMap((id) => (id === old ? (fresh ?? []) : id)) };
  });
}

/** @param {Report} report @param {string} target @param {string} value */
function speaker(report, target, value) {
  if (target[0] !== "c" || !find(report, target)) return undefined;
  if (value.startsWith("=") && value.slice(1).trim()) {
    const stranger = { id: freshId(report), kind: "person", name: value.slice(1).trim(), roles: [], mentions: [] };
    const entities = /** @type {Entity[]} */ ([...report.entities, stranger]);
    return speaker({ ...report, entities }, target, stranger.id);
  }
  const speakers = value.split(" ").filter((id) => id[0] === "e" && find(report, id));
  if (speakers.length === 0 && value.trim()) return undefined;
  const changed = change(report, target, () => ({ speakers, attribution: attributionOf(report, speakers) }));
  return changed && withoutStrangers(changed);
}

/** Whom a reader named is no entry once somebody else is named in his place. @param {Report} report */
function withoutStrangers(report) {
  const speaks = new Set(report.claims.flatMap(({ speakers }) => speakers));
  return { ...report, entities: report.entities.filter(({ id, mentions }) => mentions.length > 0 || speaks.has(id)) };
}

/** Named, if all of them are; without a name as the other claims have it. @param {Report} report @param {string[]} speakers */
function attributionOf(report, speakers) {
  if (speakers.length === 0) return "none";
  const nameless = speakers.filter((id) => {
    const { mentions } = /** @type {Entity} */ (find(report, id));
    return mentions.length > 0 && !mentions.some(({ form }) => form === "name");
  });
  if (nameless.length === 0) return "named";
  const unnamed = (/** @type {string} */ id) =>
    report.claims.some(({ speakers, attribution }) => attribution === "unnamed" && speakers.join() === id);
  return nameless.every(unnamed) ? "unnamed" : "described";
}

/** @param {Report} report @param {string} target @param {string} value */
function relabel(report, target, value) {
  const [, field, word] = /^(\w+) ?(.*)$/.exec(value) ?? [];
  const fields = LABELS[target[0]] ?? {};
  if (!Object.hasOwn(fields, field) || !fields[field].test(word)) return undefined;
  return change(report, target, () => labelled(field, word));
}

/** @param {string} field @param {string} word @returns {object} */
function labelled(field, word) {
  if (field === "attribution" && word === "none") return { attribution: word, speakers: [] };
  if (field === "negated") return { negated: word === "yes" ? true : undefined };
  if (field === "agrees") return { agrees: word === "yes" };
  if (field === "value") return { value: Number(word), low: undefined, high: undefined, parts: undefined };
  if (field === "unit") return { unit: word || undefined };
  if (field === "from") return { value: word, from: word, until: dayAfter(word), basis: "stated" };
  return { [field]: word };
}

/** A day of the calendar whose next day has four digits for the year, too. @param {string} day */
function isDay(day) {
  return (
    /^\d{4}-\d\d-\d\d$/.test(day) && day < "9999-12-31" && new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) === day
  );
}

/** @param {string} day ISO 8601 */
function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Speakers and owners of roles: one entity in place of another, or nobody. @param {Report} report @param {string} old @param {string | undefined} fresh */
function replaceEntity(report, old, fresh) {
  const replaced = mapClaims(report, (claim) => {
    if (!claim.speakers.includes(old)) return claim;
    const speakers = claim.speakers.map((id) => (id === old ? fresh : id)).filter((id) => id !== undefined);
    return { ...claim, speakers: [...new Set(speakers)] };
  });
  const entities = replaced.entities.map((entity) => ({
    ...entity,
    roles: entity.roles.map((role) => {
      if (role.of !== old) return role;
      return fresh && fresh !== entity.id ? { ...role, of: fresh } : omit(role, "of");
    }),
  }));
  return { ...replaced, entities };
}

/** @param {Report} report @param {(claim: Claim) => Claim} change */
function mapClaims(report, change) {
  return { ...report, claims: report.claims.map(change) };
}

/** The id that the next new entity will have. @param {Report} report */
export function freshId(report) {
  return nextId(report.entities, "e");
}

/** @param {Span} a @param {Span} b */
function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}

/** A title stands in or right beside the mention to which it belongs. @param {Span} a @param {Span} b */
function beside(a, b) {
  return a.start < b.end + 4 && b.start < a.end + 4;
}

/** @template {object} T @param {T} object @param {keyof T} key @returns {T} */
function omit(object, key) {
  const copy = { ...object };
  delete copy[key];
  return copy;
}

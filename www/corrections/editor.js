// The form in which one thing is put right, by what it is. It answers with the corrections that the reader made.

import { h } from "../dom.js";
import { around } from "../views/mention.js";
import { NOTES } from "../views/share.js";
import { freshId } from "./apply.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Correction} Correction */
/** @typedef {import("../report.js").Entity} Entity */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {(corrections: Correction[]) => void} Done */

/**
 * @param {Reading} reading @param {string} id @param {Done} done @param {() => void} cancel
 * @returns {Node[]}
 */
export function editor(reading, id, done, cancel) {
  const { strings } = reading;
  const form = FORMS[id[0]](reading, id);
  const dismiss = h("button", { class: "dismiss" }, strings.dismiss[id[0]]);
  dismiss.addEventListener("click", () => done([{ op: "dismiss", target: id }]));
  return [
    h("h2", { id: "correcting-title" }, strings.correctTitle[id[0]]),
    h("p", { class: "quiet" }, form.about),
    formOf(strings, form.fields, () => done(form.read()), cancel, [dismiss]),
  ];
}

/** What people know of a source besides the article. @param {Reading} reading @param {string} id @param {Done} done @param {() => void} cancel @returns {Node[]} */
export function noteEditor(reading, id, done, cancel) {
  const { strings } = reading;
  const { name, notes = {} } = /** @type {Entity} */ (reading.entity(id));
  const inputs = NOTES.map((key) => text(notes[key] ?? ""));
  const read = () =>
    NOTES.flatMap((key, i) => changed("note", id, `${key} ${inputs[i].value.trim()}`, `${key} ${notes[key] ?? ""}`));
  const fields = NOTES.map((key, i) => field(strings.noteLabels[key], inputs[i]));
  return [
    h("h2", { id: "correcting-title" }, strings.fillInLabel(name)),
    h("p", { class: "quiet" }, strings.fillInHint),
    formOf(strings, fields, () => done(read()), cancel),
  ];
}

/** @param {import("../strings/en.js").Strings} strings @param {any[]} fields @param {() => void} submit @param {() => void} cancel @param {Node[]} [besides] other buttons @param {string} [name] of the button that submits */
export function formOf(strings, fields, submit, cancel, besides = [], name = strings.change) {
  const change = h("button", { type: "submit", class: "primary" }, name);
  const leave = h("button", {}, strings.leave);
  const element = h("form", {}, fields, h("div", { class: "actions" }, change, besides, leave));
  element.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  });
  leave.addEventListener("click", cancel);
  return element;
}

/** @typedef {{ about: string, fields: any[], read: () => Correction[] }} Form */
/** @type {Record<string, (reading: Reading, id: string) => Form>} */
const FORMS = { e: entityForm, c: claimForm, q: quantityForm, t: timeForm, k: checkForm };

/** @param {Reading} reading @param {string} id @returns {Form} */
function entityForm(reading, id) {
  const { strings } = reading;
  const entity = /** @type {Entity} */ (reading.entity(id));
  const name = text(entity.name);
  const kind = choice(strings.entityKindOne, entity.kind);
  const others = reading.listed.entities
    .filter((other) => other !== entity)
    .sort((a, b) => a.name.localeCompare(b.name));
  const into = choice({ "": strings.mergeNone, ...labels(strings, others) }, "");
  const mentions = mentionBoxes(reading, entity, others);
  const read = () => {
    return [
      ...mentions.read(),
      ...changed("rename", id, name.value.trim() || entity.name, entity.name),
      ...changed("retype", id, kind.value, entity.kind),
      ...changed("merge", id, into.value, ""),
    ];
  };
  const fields = [
    field(strings.nameLabel, name),
    field(strings.kindLabel, kind),
    others.length > 0 && field(strings.mergeLabel, into),
    entity.mentions.length > 1 && mentions.fields,
  ];
  return { about: strings.mentions(entity.mentions.length), fields: fields.filter((f) => f !== false), read };
}

/** A box for each mention, and to whom those belong that are ticked. @param {Reading} reading @param {Entity} entity @param {Entity[]} others */
function mentionBoxes(reading, { id, mentions }, others) {
  const { strings } = reading;
  const inputs = mentions.map(() => h("input", { type: "checkbox" }));
  const boxes = mentions.map((mention, i) => h("li", {}, h("label", {}, inputs[i], around(reading, mention))));
  const owner = choice({ "": strings.splitNew, "-": strings.splitNone, ...labels(strings, others) }, "");
  const newName = text("");
  newName.placeholder = strings.splitNameHint;
  const naming = field(strings.splitNameLabel, newName);
  owner.addEventListener("change", () => (naming.hidden = owner.value !== ""));
  const fields = h(
    "fieldset",
    {},
    h("legend", {}, strings.splitLabel),
    h("ul", { class: "boxes" }, boxes),
    field(strings.splitOwnerLabel, owner),
    naming,
  );
  const read = () => {
    const taken = mentions.filter((_, i) => inputs[i].checked);
    if (taken.length === 0) return [];
    return taken.length < mentions.length
      ? someMoved(reading, id, taken, owner.value, newName.value)
      : allMoved(id, owner.value);
  };
  return { fields, read };
}

/** @param {Reading} reading @param {string} id @param {Entity["mentions"]} taken @param {string} owner @param {string} name @returns {Correction[]} */
function someMoved(reading, id, taken, owner, name) {
  const spans = taken.map(({ start, end }) => `${start}-${end}`).join(" ");
  if (owner === "-") return [{ op: "dismiss", target: id, value: spans }];
  const names = taken.filter(({ form }) => form === "name").map((mention) => reading.words(mention));
  const longest = names.sort((a, b) => b.length - a.length)[0] ?? reading.words(taken[0]);
  const split = { op: /** @type {const} */ ("split"), target: id, value: `${spans} ${name.trim() || longest}` };
  return owner ? [split, { op: "merge", target: freshId(reading.report), value: owner }] : [split];
}

/** @param {string} id @param {string} owner @returns {Correction[]} */
function allMoved(id, owner) {
  if (owner === "-") return [{ op: "dismiss", target: id }];
  return owner ? [{ op: "merge", target: id, value: owner }] : [];
}

/** @param {Reading} reading @param {string} id @returns {Form} */
function claimForm(reading, id) {
  const { strings } = reading;
  const claim = /** @type {Claim} */ (reading.claim(id));
  const now = claim.speakers.join(" ");
  const speaker = speakerChoice(reading, claim);
  const form = choice(strings.form, claim.form);
  const attribution = choice(strings.attribution, claim.attribution);
  const stance = choice({ asserts: strings.asserts, ...strings.stance, other: strings.otherStance }, claim.stance);
  const negated = choice({ no: strings.isSaid, yes: strings.isNotSaid }, claim.negated ? "yes" : "no");
  const read = () => [
    ...changed("speaker", id, speaker.read(), now),
    ...changed("relabel", id, `form ${form.value}`, `form ${claim.form}`),
    ...changed("relabel", id, `attribution ${attribution.value}`, `attribution ${claim.attribution}`),
    ...changed("relabel", id, `stance ${stance.value}`, `stance ${claim.stance}`),
    ...changed("relabel", id, `negated ${negated.value}`, `negated ${claim.negated ? "yes" : "no"}`),
  ];
  const rest = [
    [strings.formLabel, form],
    [strings.attributionLabel, attribution],
    [strings.stanceLabel, stance],
    [strings.saidLabel, negated],
  ];
  return {
    about: reading.content(claim) || strings.declined,
    fields: [...speaker.fields, ...rest.map(([name, input]) => field(name, input))],
    read,
  };
}

/**
 * Who speaks: those who speak in the article, then others with a name that can, then somebody new.
 * @param {Reading} reading @param {Pick<Claim, "speakers">} claim
 * @returns {{ fields: HTMLElement[], read: () => string }}
 */
export function speakerChoice(reading, { speakers }) {
  const { strings } = reading;
  const now = speakers.join(" ");
  const names = (/** @type {Entity[]} */ entities) => Object.fromEntries(entities.map(({ id, name }) => [id, name]));
  const speak = reading.listed.entities.filter(({ id }) => speakers.includes(id) || reading.claimsOf(id).length > 0);
  const others = reading.listed.entities.filter((entity) => !speak.includes(entity) && canSpeak(entity));
  const several =
    speakers.length > 1 ? { [now]: strings.and(speakers.map((id) => reading.entity(id)?.name ?? id)) } : {};
  const who = choice({ ...several, "": strings.nobody, "=": strings.somebodyElse }, now, {
    [strings.thoseWhoSpeak]: names(speak.sort((a, b) => reading.claimsOf(b.id).length - reading.claimsOf(a.id).length)),
    [strings.othersNamed]: names(others.sort((a, b) => a.name.localeCompare(b.name))),
  });
  const newName = text("");
  const naming = field(strings.newSpeakerLabel, newName);
  naming.hidden = true;
  who.addEventListener("change", () => (newName.required = !(naming.hidden = who.value !== "=")));
  const read = () => (who.value === "=" ? `=${newName.value.trim()}` : who.value);
  return { fields: [field(strings.speakerLabel, who), naming], read };
}

/** @param {Entity} entity */
function canSpeak({ kind, mentions }) {
  return /^(person|organization|group)$/.test(kind) || mentions.some(({ acts }) => acts);
}

/** @param {Reading} reading @param {string} id @returns {Form} */
function quantityForm(reading, id) {
  const { strings } = reading;
  const quantity = /** @type {import("../report.js").Quantity} */ (reading.quantity(id));
  const kind = choice(strings.quantityKinds, quantity.kind);
  const value = h("input", { type: "number", step: "any", value: quantity.value });
  const unit = text(quantity.unit ?? "");
  const read = () => [
    ...changed("retype", id, kind.value, quantity.kind),
    ...(value.value ? changed("relabel", id, `value ${value.value}`, `value ${quantity.value}`) : []),
    ...changed("relabel", id, `unit ${unit.value.trim()}`, `unit ${quantity.unit ?? ""}`),
  ];
  const fields = [field(strings.kindLabel, kind), field(strings.valueLabel, value), field(strings.unitLabel, unit)];
  return { about: strings.written(reading.words(quantity)), fields, read };
}

/** @param {Reading} reading @param {string} id @returns {Form} */
function timeForm(reading, id) {
  const { strings } = reading;
  const time = /** @type {import("../report.js").Time} */ (reading.time(id));
  const kind = choice(strings.timeKinds, time.kind);
  const day = h("input", { type: "date", value: time.from?.slice(0, 10), max: "9999-12-31" });
  const was = day.value;
  const read = () => [
    ...changed("retype", id, kind.value, time.kind),
    ...(day.value ? changed("relabel", id, `from ${day.value}`, `from ${was}`) : []),
  ];
  return {
    about: strings.written(reading.words(time)),
    fields: [field(strings.kindLabel, kind), field(strings.dayLabel, day)],
    read,
  };
}

/** @param {Reading} reading @param {string} id @returns {Form} */
function checkForm(reading, id) {
  const { strings } = reading;
  const check = /** @type {import("../report.js").Check} */ (reading.check(id));
  const now = check.agrees ? "yes" : "no";
  const verdict = choice({ yes: strings.agrees, no: strings.differs }, now);
  return {
    about: check.spans.map((span) => strings.written(reading.words(span))).join(" · "),
    fields: [field(strings.verdictLabel, verdict)],
    read: () => changed("relabel", id, `agrees ${verdict.value}`, `agrees ${now}`),
  };
}

/** @param {Correction["op"]} op @param {string} target @param {string} value @param {string} was @returns {Correction[]} */
function changed(op, target, value, was) {
  return value === was ? [] : [{ op, target, value }];
}

/** By their ids. @param {import("../strings/en.js").Strings} strings @param {Entity[]} entities */
function labels(strings, entities) {
  return Object.fromEntries(entities.map(({ id, name, kind }) => [id, `${name} (${strings.entityKindOne[kind]})`]));
}

/** @param {string} value @returns {HTMLInputElement} */
export function text(value) {
  return h("input", { type: "text", value, autocomplete: "off", maxlength: 200 });
}

/** @param {Record<string, string>} options @param {string} chosen @param {Record<string, Record<string, string>>} [groups] more options, under headings @returns {HTMLSelectElement} */
export function choice(options, chosen, groups = {}) {
  const each = (/** @type {[string, string]} */ [value, name]) =>
    h("option", { value, selected: value === chosen }, name);
  const grouped = Object.entries(groups)
    .filter(([, members]) => Object.keys(members).length > 0)
    .map(([label, members]) => h("optgroup", { label }, Object.entries(members).map(each)));
  return h("select", {}, Object.entries(options).map(each), grouped);
}

/** @param {string | Node} name @param {any} input @returns {HTMLElement} */
export function field(name, input) {
  return h("label", { class: "field" }, h("span", {}, name), input);
}

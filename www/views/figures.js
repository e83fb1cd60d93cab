// Numbers and times, and whether they add up.

import { h } from "../dom.js";
import { fill } from "../slices.js";
import { button } from "./card.js";
import { tally } from "./entities.js";
import { saveable } from "./picture.js";
import { timeline } from "./timeline.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../state.js").Sifting} Sifting */
/** @typedef {import("../report.js").Quantity} Quantity */
/** @typedef {import("../report.js").Time} Time */
/** @typedef {import("../report.js").Check} Check */

/** @param {Reading} reading @param {import("../state.js").State} state */
export function figuresView(reading, { sifting, given }) {
  const { report, strings } = reading;
  const by = given.by ?? (report.published ? "dateline" : "none");
  const note = h("p", { class: "quiet note-text" }, strings.published[by]);
  const rows = () => h("ul", { class: "rows" });
  const wrong = [...report.checks].sort((a, b) => Number(a.agrees) - Number(b.agrees));
  const checks = fill(rows(), wrong, (check) => checkRow(reading, check));
  const numbers = fill(rows(), bySize(reading.listed.quantities, sifting), (quantity) => numberRow(reading, quantity));
  const times = fill(rows(), byDate(report.times, sifting), (time) => timeRow(reading, time));
  const picture = timeline(reading);
  const drawn = picture && saveable(strings, strings.timelineTitle, "timeline", picture, "h3");
  const [n, t] = [reading.listed.quantities.length, report.times.length];
  return [
    note,
    section("check", strings.checksTitle, report.checks.length, [checks], strings.checksNone),
    section("number", strings.numbersTitle, n, [sorter(strings, "numbers", sifting), numbers], strings.numbersNone),
    section("time", strings.timesTitle, t, [drawn, sorter(strings, "times", sifting), times], strings.timesNone),
  ];
}

/** @param {string} kind @param {string} title @param {number} count @param {(Node | undefined)[]} content @param {string} none */
function section(kind, title, count, content, none) {
  return h(
    "section",
    { class: "section", "data-kind": kind },
    h("h2", {}, kind !== "check" && h("span", { class: `swatch ${kind}` }), title, count > 0 && tally(count)),
    count > 0 ? content : h("p", { class: "none" }, none),
  );
}

/** @param {Quantity[]} quantities @param {Sifting} sifting */
function bySize(quantities, { numbers }) {
  const size = (/** @type {Quantity} */ q) => q.value ?? q.high ?? q.low ?? q.parts?.[0] ?? 0;
  return numbers === "size" ? [...quantities].sort((a, b) => size(b) - size(a)) : quantities;
}

/** What has no date comes last. @param {Time[]} list @param {Sifting} sifting */
function byDate(list, { times }) {
  const order = (/** @type {Time} */ time) => time.from ?? "~";
  return times === "date" ? [...list].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)) : list;
}

/** @param {import("../strings/en.js").Strings} strings @param {"numbers" | "times"} what @param {Sifting} sifting */
function sorter(strings, what, sifting) {
  const sorted = sifting[what] !== "text";
  const other = what === "numbers" ? "size" : "date";
  return h(
    "div",
    { class: "sorter" },
    h(
      "button",
      {
        class: "tool",
        "aria-pressed": String(sorted),
        "data-sort": what,
        "data-by": sorted ? "text" : other,
      },
      strings.sortBy[other],
    ),
    h("button", { class: "tool", "data-copy-table": what === "numbers" ? "quantities" : "times" }, strings.copyTable),
  );
}

/** @param {Reading} reading @param {Quantity} quantity */
function numberRow(reading, quantity) {
  const { strings, format } = reading;
  const written = reading.words(quantity);
  const value = format.quantity(quantity) || written;
  const of = quantity.of && reading.words(quantity.of);
  const restated = quantity.restates && reading.quantity(quantity.restates);
  const other = format.converted(quantity);
  const more = [
    value !== written && strings.written(written),
    of && !written.includes(of) && strings.of(of),
    strings.quantityKinds[quantity.kind],
    quantity.change && strings[quantity.change],
    restated && strings.restates(reading.words(restated)),
    other && strings.converted(other),
  ];
  return row(reading, quantity.id, value, more);
}

/** @param {Reading} reading @param {Time} time */
function timeRow(reading, time) {
  const { strings, format } = reading;
  const resolved = format.time(time);
  const written = reading.words(time);
  const value = resolved || written;
  return row(reading, time.id, value, [
    value !== written && strings.written(written),
    strings.timeKinds[time.kind],
    (time.kind === "date" || time.kind === "time") && strings.basis[time.from ? time.basis : "none"],
  ]);
}

/** @param {Reading} reading @param {string} id @param {string} value @param {(string | false | undefined)[]} more */
function row({ strings }, id, value, more) {
  return h(
    "li",
    { class: "item row figure", "data-id": id },
    h("button", { class: "head", tabindex: "-1", "data-go": id }, h("span", { class: "value" }, value)),
    h("p", { class: "counts" }, more.filter(Boolean).join(" · ")),
    button(strings.correct, strings.correctLabel[id[0]](value), { "data-correct": id }),
  );
}

/** @param {Reading} reading @param {Check} check */
function checkRow(reading, check) {
  const { strings, format } = reading;
  const { computed } = check;
  const value =
    typeof computed === "string" ? format.date(computed) : format.value(round(computed.value), computed.unit);
  const how = check.agrees ? (check.magnitude ? "plausible" : "agrees") : "differs";
  const verdict = strings[how];
  return h(
    "li",
    { class: `item row check ${how}`, "data-id": check.id },
    h(
      "button",
      { class: "head", tabindex: "-1", "data-go": check.id },
      h("span", { class: "verdict" }, verdict),
      h("span", { class: "value" }, check.spans.map((span) => strings.written(reading.words(span))).join(" · ")),
    ),
    // Of a currency no rate is known: what was computed is no sum to show.
    h(
      "p",
      { class: "counts" },
      `${strings.checkKinds[check.kind]} · ${check.magnitude ? strings.magnitude : strings.computed(value)}`,
    ),
    button(strings.correct, strings.correctLabel.k(verdict), { "data-correct": check.id }),
  );
}

/** To four significant digits, but to no fewer than the whole number. @param {number} value */
function round(value) {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}

// Numbers and times, and whether they add up.

import { h } from "../dom.js";
import { fill } from "../slices.js";
import { tally } from "./entities.js";
import { timeline } from "./timeline.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Quantity} Quantity */
/** @typedef {import("../report.js").Time} Time */
/** @typedef {import("../report.js").Check} Check */

/** @param {Reading} reading */
export function figuresView(reading) {
  const { report, strings } = reading;
  const rows = () => h("ul", { class: "rows" });
  const checks = fill(rows(), report.checks, (check) => checkRow(reading, check));
  const numbers = fill(rows(), report.quantities, (quantity) => numberRow(reading, quantity));
  const times = fill(rows(), report.times, (time) => timeRow(reading, time));
  return [
    section("check", strings.checksTitle, report.checks.length, [checks], strings.checksNone),
    section("number", strings.numbersTitle, report.quantities.length, [numbers], strings.numbersNone),
    section("time", strings.timesTitle, report.times.length, [timeline(reading), times], strings.timesNone),
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

/** @param {Reading} reading @param {Quantity} quantity */
function numberRow(reading, quantity) {
  const { strings, format } = reading;
  const written = reading.words(quantity);
  const value = format.quantity(quantity) || written;
  const of = quantity.of && reading.words(quantity.of);
  const restated = quantity.restates && reading.report.quantities[Number(quantity.restates.slice(1)) - 1];
  const more = [
    value !== written && strings.written(written),
    of && !written.includes(of) && strings.of(of),
    strings.quantityKinds[quantity.kind],
    quantity.change && strings[quantity.change],
    restated && strings.restates(reading.words(restated)),
  ];
  return row(quantity.id, value, more);
}

/** @param {Reading} reading @param {Time} time */
function timeRow(reading, time) {
  const { strings, format } = reading;
  const resolved = format.time(time);
  const written = reading.words(time);
  const value = resolved || written;
  return row(time.id, value, [
    value !== written && strings.written(written),
    strings.timeKinds[time.kind],
    (time.kind === "date" || time.kind === "time") && strings.basis[time.basis],
  ]);
}

/** @param {string} id @param {string} value @param {(string | false | undefined)[]} more */
function row(id, value, more) {
  return h(
    "li",
    { class: "item row figure", "data-id": id },
    h("button", { class: "head", type: "button", tabindex: "-1", "data-go": id }, h("span", { class: "value" }, value)),
    h("p", { class: "counts" }, more.filter(Boolean).join(" · ")),
  );
}

/** @param {Reading} reading @param {Check} check */
function checkRow(reading, check) {
  const { strings, format } = reading;
  const { computed } = check;
  const value =
    typeof computed === "string" ? format.date(computed) : format.value(round(computed.value), computed.unit);
  return h(
    "li",
    { class: `item row check ${check.agrees ? "agrees" : "differs"}`, "data-id": check.id },
    h(
      "button",
      { class: "head", type: "button", tabindex: "-1", "data-go": check.id },
      h("span", { class: "verdict" }, check.agrees ? strings.agrees : strings.differs),
      h("span", { class: "value" }, check.spans.map((span) => strings.written(reading.words(span))).join(" · ")),
    ),
    h("p", { class: "counts" }, [strings.checkKinds[check.kind], strings.computed(value)].filter(Boolean).join(" · ")),
    check.magnitude && h("p", { class: "how" }, strings.magnitude),
  );
}

/** To four significant digits, but to no fewer than the whole number. @param {number} value */
function round(value) {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}

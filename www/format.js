// Numbers, units and dates as a reader of the interface's language writes them.

import { INTL_UNIT, OTHER_UNIT, sign } from "./units.js";

/** @typedef {import("./report.js").Quantity} Quantity */
/** @typedef {import("./report.js").Time} Time */
/** @typedef {import("./strings/en.js").Strings} Strings */

export class Format {
  /** @param {Strings} strings */
  constructor(strings) {
    this.strings = strings;
    /** The reader's own kind of the interface's language: "kilometres" for a Briton. */
    this.lang = navigator.languages.find((lang) => lang.split("-")[0] === strings.lang) ?? strings.lang;
    /** Making one costs more than a hundred uses. @type {Map<string, Intl.NumberFormat>} */
    this.formats = new Map();
  }

  /** @param {number} value @param {string} [unit] UCUM, ISO 4217, "%" or "[pp]" */
  value(value, unit) {
    const number = this.#number(value);
    if (!unit) return number;
    if (unit === "%") return this.#with(value / 100, { style: "percent", maximumFractionDigits: 4 });
    if (unit === "[pp]") return this.strings.percentagePoints(number);
    if (/^[A-Z]{3}$/.test(unit)) return this.#money(value, unit);
    const known = INTL_UNIT[unit];
    if (known) return this.#with(value, { style: "unit", unit: known, unitDisplay: "long", maximumFractionDigits: 6 });
    // "$76 a barrel".
    const rate = /^([A-Z]{3})\/(.+)$/.exec(unit);
    if (rate) return `${this.#money(value, rate[1])}/${sign(rate[2])}`;
    return `${number} ${this.strings.units[sign(unit)] ?? sign(unit)}`;
  }

  /** @param {Quantity} quantity its value for people; "" if it has none */
  quantity({ value, low, high, parts, unit, approximate }) {
    const { about, atLeast, atMost } = this.strings;
    const show = (/** @type {number} */ n) => this.value(n, unit);
    if (parts) return parts.map((part) => this.#number(part)).join(" – ");
    if (value !== undefined) return approximate ? about(show(value)) : show(value);
    if (low !== undefined && high !== undefined) return `${this.#number(low)} – ${show(high)}`;
    if (low !== undefined) return atLeast(show(low));
    if (high !== undefined) return atMost(show(high));
    return "";
  }

  /** In the other system of measures; "" where there is none. @param {Quantity} quantity */
  converted({ value, unit, restates }) {
    const other = unit && OTHER_UNIT[unit];
    if (!other || value === undefined || restates) return "";
    const [to, factor, plus = 0] = other;
    return this.value(Number((value * factor + plus).toPrecision(3)), to);
  }

  /** @param {string} code ISO 3166-1 alpha-2 */
  country(code) {
    try {
      return new Intl.DisplayNames(this.lang, { type: "region" }).of(code);
    } catch {
      return undefined;
    }
  }

  /** @param {string} iso "2023-09-13", "2023-09" or an instant; anything else comes back as it is */
  date(iso, short = false) {
    const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso);
    if (!parts) return iso;
    const [, , month, day] = parts;
    /** @type {Intl.DateTimeFormatOptions} */
    const fields = { year: "numeric", timeZone: "UTC" };
    if (month) fields.month = short ? "short" : "long";
    if (day) fields.day = "numeric";
    if (day && !short) fields.weekday = "long";
    return new Intl.DateTimeFormat(this.lang, fields).format(dateOf(parts[0]));
  }

  /** The days that a time covers, in words; "" if it is not resolved. @param {Time} time */
  time({ kind, value, from, until }) {
    if (kind === "duration") return this.duration(value);
    if (!from) return "";
    if (from.includes("T")) return `${this.date(from)}, ${from.slice(11, 16)}`;
    const days = until ? dayNumber(until) - dayNumber(from) : 0;
    if (!until || days === 1) return this.date(from);
    if (/^\d{4}$/.test(value) || /^\d{4}-\d\d$/.test(value)) return this.date(value);
    return this.#range(from, isoDay(dayNumber(until) - 1));
  }

  /** @param {string} value TIMEX3: "P2D", "PT30M" */
  duration(value) {
    const parts = /^P(?:(T)?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(value);
    if (!parts) return "";
    const [, clock, number, letter] = parts;
    const unit = clock
      ? { H: "hour", M: "minute", S: "second" }[letter]
      : { Y: "year", M: "month", W: "week", D: "day" }[letter];
    return unit ? this.#with(Number(number), { style: "unit", unit, unitDisplay: "long" }) : "";
  }

  /** @param {string} first @param {string} last both ISO days, both included */
  #range(first, last) {
    const format = new Intl.DateTimeFormat(this.lang, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    return format.formatRange(dateOf(first), dateOf(last));
  }

  /** @param {number} value */
  #number(value) {
    return this.#with(value, { maximumFractionDigits: 6 });
  }

  /** @param {number} value @param {string} currency */
  #money(value, currency) {
    const round = Number.isInteger(value);
    try {
      return this.#with(value, {
        style: "currency",
        currency,
        minimumFractionDigits: round ? 0 : 2,
        maximumFractionDigits: 4,
      });
    } catch {
      return `${this.#number(value)} ${currency}`;
    }
  }

  /** @param {number} value @param {Intl.NumberFormatOptions} options */
  #with(value, options) {
    const key = JSON.stringify(options);
    const format = this.formats.get(key) ?? new Intl.NumberFormat(this.lang, options);
    this.formats.set(key, format);
    return format.format(value);
  }
}

/** The first day of what is named; years before 100, too, which `Date.UTC` takes for those after 1900. @param {string} iso "0079", "2023-09" or "2023-09-13" */
function dateOf(iso) {
  const [year, month = "1", day = "1"] = iso.split("-");
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date;
}

/** Days since 1970. @param {string} iso */
export function dayNumber(iso) {
  return dateOf(iso.slice(0, 10)).getTime() / 86_400_000;
}

/** @param {number} day since 1970 */
export function isoDay(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

// Taking small things away: one claim as a citation, one table for a spreadsheet.

import { csv } from "../exports/csv.js";
import { citation } from "../exports/citation.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Taking {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** @param {string} id of a claim */
  cite(id) {
    const { reading, given } = this.desk.state;
    const claim = reading?.claim(id);
    if (reading && claim) this.#copy(citation(reading, claim, given.outlet), this.desk.strings.citation);
  }

  /** @param {string} table */
  copyTable(table) {
    const { reading } = this.desk.state;
    if (reading) this.#copy(csv(reading, table), this.desk.strings.exports[table]);
  }

  /** @param {string} text @param {string} what */
  async #copy(text, what) {
    const { messages, strings } = this.desk;
    try {
      await navigator.clipboard.writeText(text);
      messages.say(strings.copied(what));
    } catch {
      messages.complain(strings.copyFailed);
    }
  }
}

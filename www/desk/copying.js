// Copying small things away: one claim as a citation, one table for a spreadsheet.

import { csv, tsv } from "../exports/csv.js";
import { citation } from "../exports/citation.js";
import { EXPORTS, fileName } from "../exports/index.js";
import { download } from "../download.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Copying {
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
    const make = table === "sources" ? tsv : csv;
    if (reading) this.#copy(make(reading, table), this.desk.strings.exports[table]);
  }

  /** @param {string} table */
  async saveTable(table) {
    const { reading } = this.desk.state;
    const kind = EXPORTS.find(({ id }) => id === table);
    if (reading && kind) download(await kind.make(reading), kind.type, fileName(reading, kind));
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

// mode="paste": the whole application inside the element, under a name of its own.

import { compare } from "../compare/index.js";
import { OnRecord } from "../element.js";
import { COMPARED } from "../strings/index.js";
import { german } from "../strings/german.js";
import { engineOf } from "./ask.js";

/** @typedef {import("./host.js").OnRecordElement} OnRecordElement */

const NAME = "on-record-desk";

/** @param {OnRecordElement} host @param {import("./host.js").Services} services @returns {OnRecord} */
export function desk(host, services) {
  OnRecord.engine = engineOf(host, services);
  OnRecord.languages.de = german.strings;
  COMPARED.de = german.compared;
  OnRecord.compare = compare;
  if (!customElements.get(NAME)) customElements.define(NAME, OnRecord);
  const desk = /** @type {OnRecord} */ (document.createElement(NAME));
  if (desk.language !== host.language) desk.language = host.language;
  const theme = host.getAttribute("theme");
  if (theme) desk.setAttribute("theme", theme);
  return desk;
}

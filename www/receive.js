// What comes from other programs of the device: words or a file that are shared with the installed page, or a file that is
// opened with it.

import { setAside } from "./boilerplate.js";
import { OnRecord } from "./element.js";
import { isAddress } from "./input.js";
import { bytesOf } from "./unpack.js";

/** @typedef {{ title: string, text: string, url: string, file?: SharedFile }} Shared */
/** @typedef {{ name: string, type: string, size: number, base64?: string }} SharedFile */

/** An address at the end of shared words is where they come from, and not one of them. */
const LAST_ADDRESS = /\s*\bhttps?:\/\/\S+\s*$/;

export function receive() {
  const element = document.querySelector("on-record");
  if (!(element instanceof OnRecord)) return;
  takeShared(element);
  const queue = /** @type {any} */ (globalThis).launchQueue;
  queue?.setConsumer(async (/** @type {{ files: { getFile: () => Promise<File> }[] }} */ { files }) => {
    if (files?.length > 0) element.open(await files[0].getFile());
  });
}

/** The service worker put it into the page. @param {OnRecord} element */
function takeShared(element) {
  const data = document.getElementById("onrecord-shared");
  if (!data?.textContent) return;
  data.remove();
  /** @type {Shared} */
  const { file, text, url } = JSON.parse(data.textContent);
  if (file) return element.open(unpacked(file));
  element.take(setAside(wordsOf(text, url)));
}

/** The words without the address that many programs put after them; of a bare link, the link. @param {string} text @param {string} url */
function wordsOf(text, url) {
  if (!text.trim() || isAddress(text)) return text.trim() || url;
  return text.replace(LAST_ADDRESS, "");
}

/** @param {SharedFile} file @returns {File} */
function unpacked({ name, type, size, base64 }) {
  if (base64 === undefined) return /** @type {File} */ ({ name, type, size });
  return new File([bytesOf(base64)], name, { type });
}

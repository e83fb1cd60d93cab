// What a reader brings: a file or pasted words, to text, with the publication date and outlet if the page has them.

import { setAside } from "./boilerplate.js";
import { articleOf } from "./html.js";
import { plainOf } from "./plain.js";
import { readSaved } from "./saved.js";

/** @typedef {import("./strings/en.js").Strings} Strings */
/** @typedef {{ text: string, aside?: import("./boilerplate.js").Aside[], published?: string, outlet?: string }} Article */
/** @typedef {{ article: Article } | { saved: Saved } | { annotations: string } | { problem: string }} Brought */
/** @typedef {import("./saved.js").Saved} Saved */

const DOCUMENT = /\.(pdf|docx?|odt|rtf|pages|epub|xlsx?|pptx?)$/i;
const MARKDOWN = /\.(md|markdown)$/i;
const HTML = /\.(x?html?)$/i;
/** A file of more bytes cannot be a text of 10,000,000 characters. */
const MOST_BYTES = 40_000_000;

/** @param {File} file @param {Strings} strings @returns {Promise<Brought>} */
export async function readFile(file, strings) {
  if (DOCUMENT.test(file.name)) return { problem: strings.isDocument(file.name) };
  if (file.size > MOST_BYTES) return { problem: strings.errors.TOO_LARGE };
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text === undefined) return { problem: strings.isBinary(file.name) };
  if (/\.json(ld)?$/i.test(file.name)) {
    if (/"type":\s*"Annotation"/.test(text)) return { annotations: text };
    const saved = readSaved(text);
    if ("text" in saved) return { saved };
    const { why, where } = saved.refused;
    return { problem: strings.refused[why](file.name, where) };
  }
  const article = read(text, file);
  return article.text.trim() ? { article } : { problem: strings.noArticle(file.name) };
}

/** @param {string} text @param {File} file @returns {Article} */
function read(text, { name, type }) {
  if (HTML.test(name) || type === "text/html") return articleOf(text);
  return setAside(MARKDOWN.test(name) ? plainOf(unixLines(text)) : unixLines(text));
}

/**
 * Pasted words: as text, unless that has lost the paragraphs which the same words have as HTML.
 * @param {DataTransfer | null} pasted @returns {Article}
 */
export function readPasted(pasted) {
  const text = unixLines(pasted?.getData("text/plain") ?? "");
  const html = pasted?.getData("text/html") ?? "";
  if (html && !text.trim().includes("\n")) {
    const { text: parted, aside } = articleOf(html);
    if (parted.includes("\n") || !text.trim()) return { text: parted, aside };
  }
  return setAside(text);
}

/** Pasted or typed words that are one address and nothing else. @param {string} text */
export function isAddress(text) {
  return /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(text) && text.length < 3_000;
}

/** UTF-8, UTF-16 by its mark, else Windows-1252; nothing if it is no text at all. @param {Uint8Array} bytes */
function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 27))) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** @param {string} text */
function unixLines(text) {
  return text.replace(/\r\n?/g, "\n");
}

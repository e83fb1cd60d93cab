// What a reader brings: a file or pasted words, to text, with the publication date and outlet if the page has them.

import { setAside } from "./boilerplate.js";
import { documentOf } from "./documents.js";
import { REPORT_META } from "./exports/html.js";
import { articleOf } from "./html.js";
import { plainOf } from "./plain.js";
import { readSaved } from "./saved.js";
import { threadOf } from "./several.js";
import { parseInert } from "./trusted.js";

/** @typedef {import("./strings/en.js").Strings} Strings */
/** @typedef {{ text: string, aside?: import("./boilerplate.js").Aside[], published?: string, outlet?: string, credit?: string, left?: import("./documents.js").LeftOut }} Article */
/** @typedef {{ article: Article } | { saved: Saved } | { annotations: string } | { problem: string }} Brought */
/** @typedef {import("./saved.js").Saved} Saved */

const DOCUMENT = /\.(docx|odt)$/i;
const OTHER_DOCUMENT = /\.(pdf|doc|rtf|pages|epub|xlsx?|pptx?|ods|odp)$/i;
const MARKDOWN = /\.(md|markdown)$/i;
const HTML = /\.(x?html?)$/i;
/** A file of more bytes cannot be a text of 10,000,000 characters. */
const MOST_BYTES = 40_000_000;

/** @param {File} file @param {Strings} strings @returns {Promise<Brought>} */
export async function readFile(file, strings) {
  if (OTHER_DOCUMENT.test(file.name)) return { problem: strings.isDocument(file.name) };
  if (file.size > MOST_BYTES) return { problem: strings.errors.TOO_LARGE };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (DOCUMENT.test(file.name)) {
    const article = await documentOf(bytes);
    return article?.text ? { article } : { problem: strings.noArticle(file.name) };
  }
  const text = decode(bytes);
  if (text === undefined) return { problem: strings.isBinary(file.name) };
  if (/\.json(ld)?$/i.test(file.name)) {
    if (/"type":\s*"Annotation"/.test(text)) return { annotations: text };
    const saved = readSaved(text);
    if ("text" in saved) return { saved };
    const { why, where } = saved.refused;
    return { problem: strings.refused[why](file.name, where) };
  }
  const frozen = isHtml(file) ? savedIn(text) : undefined;
  if (frozen) return { saved: frozen };
  const article = read(text, file);
  return article.text.trim() ? { article } : { problem: strings.noArticle(file.name) };
}

/** @param {{ name: string, type: string }} file */
function isHtml({ name, type }) {
  return HTML.test(name) || type === "text/html";
}

/** The report that travels in a page which was saved here. @param {string} html @returns {Saved | undefined} */
function savedIn(html) {
  if (!html.includes(REPORT_META)) return undefined;
  const meta = parseInert(html).querySelector(`meta[name="${REPORT_META}"]`);
  const saved = readSaved(meta?.getAttribute("content") ?? "");
  return "text" in saved ? saved : undefined;
}

/** @param {string} text @param {File} file @returns {Article} */
function read(text, { name, type }) {
  if (isHtml({ name, type })) return articleOf(text);
  return setAside(MARKDOWN.test(name) ? plainOf(unixLines(text)) : threadOf(unixLines(text)));
}

/** Of editors that track changes: as text, what was deleted cannot be distinguished from the rest. */
const EDITED = /<(?:del|ins)\b|class="?Mso|docs-internal-guid/i;

/**
 * Pasted words: as text, unless that has lost the paragraphs or the changes which the same words have as HTML.
 * @param {DataTransfer | null} pasted @returns {Article}
 */
export function readPasted(pasted) {
  const text = unixLines(pasted?.getData("text/plain") ?? "");
  const html = pasted?.getData("text/html") ?? "";
  if (html && (EDITED.test(html) || !text.trim().includes("\n"))) {
    const { text: read, aside, left } = articleOf(html);
    if (read.includes("\n") || !text.trim() || (read && left)) return { text: read, aside, left };
  }
  return setAside(threadOf(text));
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

// Word and OpenDocument files: a zip of XML, of which only text is read. Tracked deletions are gone and insertions kept;
// notes stand apart, and what was left out is said.

import { parseXml } from "./trusted.js";
import { unzip } from "./zip.js";

/** @typedef {import("./input.js").Article} Article */
/** @typedef {import("./boilerplate.js").Aside} Aside */
/** @typedef {{ deletions: number, comments: number, notes: number }} LeftOut */
/** @typedef {{ paragraphs: string[], notes: string[], left: LeftOut }} Found */

const PARTS = /^(?:word\/(?:document|footnotes|endnotes)\.xml|content\.xml)$/;

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Article | undefined>} nothing if it is no such document */
export async function documentOf(bytes) {
  try {
    const parts = await unzip(bytes, PARTS);
    const part = (/** @type {string} */ name) => (parts[name] ? parseXml(parts[name]) : undefined);
    const [word, open] = [part("word/document.xml"), part("content.xml")];
    if (word) return article(wordText(word, [part("word/footnotes.xml"), part("word/endnotes.xml")]));
    return open && article(openText(open));
  } catch {
    return undefined;
  }
}

/** @param {Found} found @returns {Article} */
function article({ paragraphs, notes, left }) {
  const text = paragraphs
    .map((words) => words.replace(/[ \t\u00a0]+/g, " ").trim())
    .filter(Boolean)
    .join("\n\n");
  const aside = notes
    .map((words) => words.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .map((words) => ({ words, reason: "note", at: text.length }));
  return { text, aside, left: { ...left, notes: aside.length } };
}

/** Of Word: elements whose words are not the text's. */
const WORD_LEFT_OUT =
  /^(?:del|moveFrom|instrText|delText|delInstrText|Fallback|txbxContent|footnoteReference|rPr|pPr)$/;

/** @param {Document} main @param {(Document | undefined)[]} others @returns {Found} */
function wordText(main, others) {
  const boxes = named(main, "txbxContent").filter((box) => !box.closest("*|Fallback"));
  const notes = others.flatMap((part) => (part ? [...named(part, "footnote"), ...named(part, "endnote")] : []));
  return {
    paragraphs: named(main, "p")
      .filter((p) => !within(p, "txbxContent") && !within(p, "Fallback"))
      .map((p) => wordsOf(p, WORD_LEFT_OUT, wordBreak)),
    notes: [...boxes, ...notes].map((part) =>
      named(part, "p")
        .map((p) => wordsOf(p, WORD_LEFT_OUT, wordBreak))
        .join(" "),
    ),
    left: {
      deletions: [...named(main, "del"), ...named(main, "moveFrom")].filter((e) => e.textContent?.trim()).length,
      comments: named(main, "commentReference").length,
      notes: 0,
    },
  };
}

/** @param {string} name */
const wordBreak = (name) => ({ br: "\n", cr: "\n", tab: " ", noBreakHyphen: "-" })[name];

/** Of OpenDocument. */
const OPEN_LEFT_OUT = /^(?:tracked-changes|note|annotation|annotation-end|ruby-text|frame)$/;

/** @param {Document} main @returns {Found} */
function openText(main) {
  const body = named(main, "text").find((element) => element.prefix === "office") ?? main.documentElement;
  const beside = ["note", "annotation", "tracked-changes", "frame"];
  return {
    paragraphs: [...named(body, "*")]
      .filter((e) => /^[ph]$/.test(e.localName) && e.prefix === "text" && !beside.some((name) => within(e, name)))
      .map((p) => wordsOf(p, OPEN_LEFT_OUT, openBreak)),
    notes: named(body, "note-body").map((note) => note.textContent ?? ""),
    left: { deletions: named(body, "deletion").length, comments: named(body, "annotation").length, notes: 0 },
  };
}

/** @param {string} name */
const openBreak = (name) => ({ "line-break": "\n", tab: " ", s: " " })[name];

/** @param {Document | Element} within @param {string} name whatever its prefix @returns {Element[]} */
function named(within, name) {
  return [...within.getElementsByTagNameNS("*", name)];
}

/** @param {Element} element @param {string} name */
function within(element, name) {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.localName === name) return true;
  return false;
}

/** @param {Node} node @param {RegExp} leftOut @param {(name: string) => string | undefined} breakOf @returns {string} */
function wordsOf(node, leftOut, breakOf) {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? "") : "";
  if (leftOut.test(node.localName)) return "";
  return breakOf(node.localName) ?? [...node.childNodes].map((child) => wordsOf(child, leftOut, breakOf)).join("");
}

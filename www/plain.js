// Markdown to the text that it shows.

/** @param {string} markdown */
export function plainOf(markdown) {
  return hide(markdown)
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^(?:```|~~~).*$/gm, "")
    .replace(/^ {0,3}#{1,6} +(.*?) *#*$/gm, "$1")
    .replace(/^ {0,3}(?:[-*_] *){3,}$/gm, "")
    .replace(/^ {0,3}(?:> ?)+/gm, "")
    .replace(/^ {0,3}(?:[-*+]|\d+[.)]) +/gm, "")
    .replace(/!\[([^\]]*)\]\([^)\s]*(?: "[^"]*")?\)/g, "$1")
    .replace(/\[([^\]]+)\]\([^)\s]*(?: "[^"]*")?\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\w)/g, "$1")
    .replace(/(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/[\ue000-\ue07f]/g, (character) => String.fromCharCode(character.charCodeAt(0) - HIDDEN))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Where characters go that a backslash keeps from being marks: to the first of those that no font has. */
const HIDDEN = 0xe000;

/** @param {string} markdown */
function hide(markdown) {
  return markdown.replace(/\\([\\`*_{}[\]<>()#+.!|~-])/g, (_, character) =>
    String.fromCharCode(HIDDEN + character.charCodeAt(0)),
  );
}

// What else a paste may hold: two articles one after the other, or a thread of posts.

const FEWEST_CHARACTERS = 160;
const BYLINE = /^by\s+\p{Lu}/iu;
const DATELINE = /^\p{Lu}[\p{Lu} .,'’-]{2,40}(?:,[^-–—]{2,40})?(?:\s?\([^)]{2,30}\))?\s?[-–—]\s/u;
const DATED =
  /^(?:published|updated|posted)?:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:\d{1,2}\s\p{L}{3,9}|\p{L}{3,9}\s\d{1,2}),?\s\d{4}\b.{0,40}$/iu;
const RULE = /^[-=*_~#]{3,}$/;

/**
 * The articles of a text, if there is more than one: a headline after a paragraph that ended, with a byline, a dateline or a
 * date after it, or a line across before it.
 * @param {string} text @returns {string[]} one, or each
 */
export function articlesIn(text) {
  const lines = text.split("\n");
  /** @type {number[]} */
  const starts = [0];
  let length = 0;
  for (const [i, line] of lines.entries()) {
    if (length >= FEWEST_CHARACTERS && beginsAnother(lines, i)) {
      starts.push(i);
      length = 0;
    }
    length += line.length;
  }
  if (length < FEWEST_CHARACTERS && starts.length > 1) starts.pop();
  if (starts.length === 1) return [text];
  return starts.map((start, i) => {
    const part = lines.slice(start, starts[i + 1]);
    while (part.length > 0 && (!part.at(-1)?.trim() || RULE.test(String(part.at(-1)).trim()))) part.pop();
    return part.join("\n");
  });
}

/** @param {string[]} lines @param {number} i */
function beginsAnother(lines, i) {
  if (!isHeadline(lines[i].trim())) return false;
  const before = lines.slice(Math.max(0, i - 4), i).map((line) => line.trim());
  const [next = ""] = lines.slice(i + 1).filter((line) => line.trim());
  const last = before.filter((line) => line && !RULE.test(line)).at(-1) ?? "";
  if (!/[.!?]["”’)]*$/.test(last)) return false;
  const apart = before.some((line) => RULE.test(line));
  return apart || BYLINE.test(next.trim()) || DATELINE.test(next.trim()) || DATED.test(next.trim());
}

/** @param {string} line */
function isHeadline(line) {
  return (
    line.length >= 18 &&
    line.length <= 160 &&
    !/[.!?:;,]["”’]?$/.test(line) &&
    /^["“‘']?[\p{Lu}\d]/u.test(line) &&
    !BYLINE.test(line)
  );
}

/** "Ada Quill @quill · 2h", or the name alone with "@quill" in the next line. */
const HEAD = /^(.{2,40}?)\s*[(]?@\w{2,30}[)]?(?:\s*·.*)?$/u;
const HANDLE = /^@\w{2,30}(?:\s*·.*)?$/u;
const STAMP =
  /^(?:·|\d{1,2}\s?[smhd]|(?:\d{1,2}:\d\d\s?(?:[ap]m)?\s?·\s?)?\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?|\d+\/\d*|show (?:more|this thread)|replying to.*)$/iu;

/** A thread of posts with the name of its author before each: "Ada Quill: The pier stays." @param {string} text */
export function threadOf(text) {
  const lines = text.split("\n").map((line) => line.trim());
  /** @type {{ name: string, words: string[] }[]} */
  const posts = [];
  let bare = "";
  for (const [i, line] of lines.entries()) {
    const next = lines.slice(i + 1).find(Boolean) ?? "";
    const name = !HANDLE.test(line) && HEAD.exec(line)?.[1].trim();
    if (name) posts.push({ name, words: [] });
    else if (line && line.length <= 40 && HANDLE.test(next)) posts.push({ name: line, words: [] });
    else if (HANDLE.test(line) || STAMP.test(line) || !line) continue;
    else if (posts.length > 0) posts[posts.length - 1].words.push(line);
    else bare += `${line}\n\n`;
  }
  const worded = posts.filter(({ words }) => words.length > 0);
  if (worded.length < 2) return text;
  return bare + worded.map(({ name, words }) => `${name}: ${words.join(" ")}`).join("\n\n");
}

// The plugin's words in other languages: from each .po the .mo that PHP reads and the JSON that its scripts read, and the
// .pot from which a translator begins.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesIn, write } from "./parts.mjs";

/** `__( 'words', 'onrecord' )` and its kin, as PHP and the scripts write them. */
const CALL =
  /\b(?:esc_(?:html|attr))?(_[_en])\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:,\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))?/g;
/** WordPress looks up a block's words with what they are for. */
const IN_CONTEXT = "\u0004";

/** @param {string} source the plugin's folder in the repository @param {string} plugin the folder that is shipped */
export function addTranslations(source, plugin) {
  const words = wordsOf(source);
  const languages = join(plugin, "languages");
  write(join(languages, "onrecord.pot"), template(words));
  for (const file of readdirSync(join(source, "languages")).filter((name) => name.endsWith(".po"))) {
    const po = readFileSync(join(source, "languages", file), "utf8");
    const translated = parsePo(po);
    const locale = basename(file, ".po").replace("onrecord-", "");
    write(join(languages, file), po);
    write(join(languages, `onrecord-${locale}.mo`), mo(translated));
    for (const script of readdirSync(join(source, "editor")).filter((name) => name.endsWith(".js"))) {
      const handle = `onrecord-${basename(script, ".js")}`;
      write(join(languages, `onrecord-${locale}-${handle}.json`), jed(translated, locale));
    }
  }
}

/** Everything that can be translated: where it stands, by its words. @param {string} source */
export function wordsOf(source) {
  /** @type {Map<string, { plural?: string, places: string[] }>} */
  const words = new Map();
  const add = (one, plural, place) => {
    const known = words.get(one) ?? { plural, places: [] };
    if (!known.places.includes(place)) known.places.push(place);
    words.set(one, known);
  };
  for (const name of filesIn(source).filter((name) => /^(?:includes|editor)\/.*\.(?:php|js)$/.test(name))) {
    const text = readFileSync(join(source, name), "utf8");
    for (const [, call, one, plural] of text.matchAll(CALL)) {
      add(unquote(one), call === "_n" ? unquote(plural) : undefined, name);
    }
  }
  const { title, description, keywords } = JSON.parse(readFileSync(join(source, "block/block.json"), "utf8"));
  const inBlock = { "block title": [title], "block description": [description], "block keyword": keywords };
  for (const [context, list] of Object.entries(inBlock)) {
    for (const one of list) add(context + IN_CONTEXT + one, undefined, "block/block.json");
  }
  return words;
}

const unquote = (literal) => literal.slice(1, -1).replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));
const quote = (text) => JSON.stringify(text);

function template(words) {
  const head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Domain: onrecord\\n"\n';
  const entries = [...words].map(([one, { plural, places }]) => {
    const more = plural ? `msgid_plural ${quote(plural)}\nmsgstr[0] ""\nmsgstr[1] ""\n` : 'msgstr ""\n';
    const [id, context] = one.split(IN_CONTEXT).reverse();
    const about = context ? `msgctxt ${quote(context)}\n` : "";
    return `${places.map((place) => `#: ${place}\n`).join("")}${about}msgid ${quote(id)}\n${more}`;
  });
  return [head, ...entries].join("\n");
}

/**
 * @param {string} po
 * @returns {{ id: string, plural?: string, texts: string[] }[]}
 */
export function parsePo(po) {
  return po.split(/\n\s*\n/).flatMap((entry) => {
    /** @type {Record<string, string>} */
    const fields = {};
    let field = "";
    for (const [, name, literal] of entry.matchAll(/^(msg\w+(?:\[\d\])?)?\s*("(?:[^"\\]|\\.)*")\s*$/gm)) {
      if (name) field = name;
      fields[field] = (fields[field] ?? "") + JSON.parse(literal);
    }
    if (!("msgid" in fields)) return [];
    const texts = fields.msgid_plural ? [fields["msgstr[0]"], fields["msgstr[1]"]] : [fields.msgstr];
    const id = fields.msgctxt ? fields.msgctxt + IN_CONTEXT + fields.msgid : fields.msgid;
    return [{ id, plural: fields.msgid_plural, texts }];
  });
}

/** As GNU gettext reads it: a table of words, one of translations, both in order. */
function mo(entries) {
  const pairs = entries
    .map(({ id, plural, texts }) =>
      [plural ? `${id}\0${plural}` : id, texts.join("\0")].map((text) => Buffer.from(text)),
    )
    .sort(([a], [b]) => Buffer.compare(a, b));
  const count = pairs.length;
  const texts = [...pairs.map(([id]) => id), ...pairs.map(([, text]) => text)];
  let at = 28 + 16 * count;
  const table = texts.flatMap((text) => {
    const place = [text.length, at];
    at += text.length + 1;
    return place;
  });
  const head = new Uint32Array([0x950412de, 0, count, 28, 28 + 8 * count, 0, at, ...table]);
  return Buffer.concat([Buffer.from(head.buffer), ...texts.flatMap((text) => [text, Buffer.of(0)])]);
}

function jed(entries, locale) {
  const [head] = entries;
  const forms = /Plural-Forms: *([^\n]+)/.exec(head.texts[0])?.[1] ?? "nplurals=2; plural=(n != 1);";
  const words = Object.fromEntries(entries.slice(1).map(({ id, texts }) => [id, texts]));
  const messages = { "": { domain: "messages", lang: locale, "plural-forms": forms }, ...words };
  return `${JSON.stringify({ domain: "messages", locale_data: { messages } })}\n`;
}

// What all tools share: texts as JSON lines in, reports as JSON lines out, as `onrecord --jsonl` does.

import { createInterface } from "node:readline";

/** @param {(text: string) => object} analyze a text to the parts of a report that the tool answers */
export async function answer(analyze) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text } = JSON.parse(line);
    console.log(JSON.stringify({ id, report: analyze(text) }));
  }
}

export const spans = ({ start, length }) => ({ start, end: start + length });

/** One entity for each spelling and kind: none of these tools says which names are one. */
export function entities(text, mentions) {
  const found = new Map();
  for (const { start, end, kind } of mentions) {
    const name = text.slice(start, end).replace(/[\s.,;:'’"”)]+$/, "");
    const key = `${kind} ${name}`;
    const entity = found.get(key) ?? { id: `e${found.size + 1}`, kind, name, roles: [], mentions: [] };
    entity.mentions.push({ start, end: start + name.length, form: "name" });
    found.set(key, entity);
  }
  return [...found.values()];
}

/** A time without the preposition before it and the mark after it, which the marks leave out too. */
export function time(text, { start, end }) {
  const words = text.slice(start, end);
  const before = /^(?:(?:on|in|at|by|since|until|during|of|from|for)\s+)?(?:the\s+(?=\d))?/i.exec(words)[0].length;
  const after = /[\s.,;:'’"”)]*$/.exec(words)[0].length;
  return { start: start + before, end: end - after };
}

// The bindings in Node: the very files that the site is made of.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { ROOT } from "../../scripts/root.mjs";
import { command } from "./command.mjs";

export { ROOT };
const script = readFileSync(`${ROOT}/target/site/onrecord.js`, "utf8");
const bytes = readFileSync(`${ROOT}/dist/site/onrecord.wasm`);
export const COMPILED = new WebAssembly.Module(bytes);

/** A fresh instance: after a panic the old one must not be used. */
export function openBindings() {
  const shared = {
    console: { error() {} },
    performance,
    TextDecoder,
    TextEncoder,
    WebAssembly,
    Error,
    RangeError,
    TypeError,
  };
  const bindings = runInNewContext(`${script}; wasm_bindgen`, { ...shared, Function, Object, Array, Map, Reflect });
  bindings.initSync({ module: COMPILED });
  return bindings;
}

/** Our own articles, by name. */
export const ARTICLES = readdirSync(`${ROOT}/tests/articles`)
  .filter((file) => file.endsWith(".txt"))
  .sort()
  .map((file) => ({ id: file.slice(0, -4), text: readFileSync(`${ROOT}/tests/articles/${file}`, "utf8") }));

/**
 * What the command answers for some texts, as JSON, by id.
 * @param {{ id: string, text: string, published?: string }[]} questions
 * @returns {Map<string, string>}
 */
export function askCommand(questions) {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  const output = execFileSync(command(), ["--jsonl"], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  return new Map(
    output
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const [, id, report] = /^\{"id":"([^"]*)","report":(.*)\}$/.exec(line) ?? [];
        if (!id) throw new Error(`not a report: ${line.slice(0, 200)}`);
        return [id, report];
      }),
  );
}

/** Texts that nobody writes but everybody pastes one day. */
export const BAD = /** @type {Record<string, string>} */ ({
  "one line of 1 MB": "The mayor said the pier would stay. ".repeat(29_000),
  "no spaces": "a".repeat(200_000),
  binary: Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(""),
  "lone surrogates": "\ud800 The mayor \udfff said \ud83d that the pier would stay. ".repeat(20),
  CRLF: 'Mayor Ada Quill said: "No."\r\n\r\nShe left.\r\n'.repeat(50),
  NUL: "The mayor\u0000 said\u0000 no. ".repeat(50),
  "100,000 quotation marks": '"'.repeat(100_000),
  "100,000 curly quotation marks": "“".repeat(100_000),
  "deep nesting": `${"(“‘".repeat(5_000)}the mayor said no${"’”)".repeat(5_000)}`,
  emoji: "The mayor 👩‍⚖️ said 🏴‍☠️ “no” 🙂 to 3 🦊 on Tuesday. ".repeat(200),
  "right to left": "قال الرئيس يوم الثلاثاء إن الميناء سيبقى. ".repeat(100),
  "mixed directions": "The mayor said “الميناء سيبقى” on Tuesday. \u202eesrever\u202c ".repeat(100),
});

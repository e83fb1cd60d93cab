// The sample articles: those of tests/articles, with the date and outlet that are marked for them, and real ones of
// www/samples, with credit.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.mjs";

const FOLDER = join(ROOT, "tests/articles");
const REAL = join(ROOT, "www/samples");

/** `[{"name", "text", "published"?, "outlet"?, "credit"?}]`, the invented in name order, then the real. */
export function samples() {
  return [...invented(), ...real()];
}

function real() {
  const list = JSON.parse(readFileSync(join(REAL, "samples.json"), "utf8"));
  return list.map(({ name, ...rest }) => ({ name, text: readFileSync(join(REAL, `${name}.txt`), "utf8"), ...rest }));
}

function invented() {
  const read = (name) => readFileSync(join(FOLDER, name), "utf8");
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const name = file.slice(0, -".txt".length);
      const { published, outlet } = JSON.parse(read(`${name}.marks.json`));
      return { name, text: read(file), published, outlet };
    });
}

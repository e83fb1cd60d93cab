// The sample articles: those of tests/articles, with the date and outlet that are marked for them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.mjs";

const FOLDER = join(ROOT, "tests/articles");

/** In name order: `[{"name", "text", "published"?, "outlet"?}]`. */
export function samples() {
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

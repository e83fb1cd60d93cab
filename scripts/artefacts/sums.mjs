// dist/SHA256SUMS: of every file in dist/, as `sha256sum --check` reads them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, filesIn, sha256, write } from "./parts.mjs";

export function makeSums() {
  const names = filesIn(DIST).filter((name) => name !== "SHA256SUMS");
  const lines = names.map((name) => `${sha256(readFileSync(join(DIST, name)))}  ${name}\n`);
  write(join(DIST, "SHA256SUMS"), lines.join(""));
}

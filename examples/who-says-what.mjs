// Who says what in an article: `npm install onrecord`, then `node who-says-what.mjs article.txt 2024-05-08`.

import { readFileSync } from "node:fs";
import { analyze } from "onrecord";

const [file, published] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const report = await analyze(text, { published });

for (const { content, form, speakers, stance } of report.claims) {
  const names = report.entities.filter(({ id }) => speakers.includes(id)).map(({ name }) => name);
  // Spans count UTF-16 code units, as `slice` does.
  const words = content.map(({ start, end }) => text.slice(start, end));
  console.log(`${names.join(" and ") || "nobody named"} ${stance} (${form}): ${words.join(" … ")}`);
}

// Times and quantities beside chrono-node, which finds dates only: the same article, one process each, medians.
// Wants `cargo build --release -p onrecord-tools` and `npm install --no-save chrono-node`.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUNS = 61;
const tools = process.argv[2] ?? fileURLToPath(new URL("../target/release/tools", import.meta.url));
const { text, milliseconds } = JSON.parse(execFileSync(tools, ["bench", "--json"], { encoding: "utf8" }));

/** @type {{ parse(text: string, reference?: Date): unknown[] }} */
const chrono = await import("chrono-node").catch(() => {
  throw new Error("chrono-node is not installed: npm install --no-save chrono-node");
});

const published = new Date("2023-09-13T12:00:00Z");
const spent = Array.from({ length: RUNS }, () => {
  const start = performance.now();
  chrono.parse(text, published);
  return performance.now() - start;
}).sort((a, b) => a - b);

const theirs = spent[RUNS >> 1];
const ours = milliseconds.times + milliseconds.quantities;
console.log(`times and quantities  ${ours.toFixed(3)} ms of ${milliseconds.whole.toFixed(3)} ms`);
console.log(`chrono-node, dates    ${theirs.toFixed(3)} ms`);
console.log(`ratio                 ${(ours / theirs).toFixed(2)}`);

// `npm run reproduce`: builds a second time, in another folder, and compares every file with dist/. Takes some minutes.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./prepare.mjs";

const folder = mkdtempSync(join(tmpdir(), "onrecord again "));
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\0")
  .filter(Boolean);
for (const file of files) cpSync(join(ROOT, file), join(folder, file));
symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));

const env = { ...process.env };
delete env.CARGO_TARGET_DIR;
const { status } = spawnSync(process.execPath, ["scripts/build.mjs", ...process.argv.slice(2)], {
  cwd: folder,
  env,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

const sums = (root) => readFileSync(join(root, "dist/SHA256SUMS"), "utf8").trim().split("\n");
const here = new Set(sums(ROOT));
const there = sums(folder);
const different = there.filter((line) => !here.has(line));
rmSync(folder, { recursive: true });
for (const line of different) console.log(`different: ${line}`);
console.log(`${there.length - different.length} of ${here.size} files are the same in two folders`);
process.exitCode = different.length === 0 && there.length === here.size ? 0 : 1;

// What must be there before anything can be built. What npm and rustup can bring is brought; the rest is said.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ROOT } from "./root.mjs";
import { run } from "./run.mjs";

const TARGET = "wasm32-unknown-unknown";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

export function prepare() {
  const missing = [];
  if (Number(process.versions.node.split(".")[0]) < 20) {
    missing.push(`Node 20 or newer (this is ${process.versions.node}): https://nodejs.org`);
  }
  if (!answers("cargo")) missing.push("Rust, by rustup: https://rustup.rs");
  if (missing.length > 0) {
    console.error(`OnRecord needs:\n${missing.map((what) => `  - ${what}`).join("\n")}`);
    process.exit(1);
  }
  prepareTarget();
  prepareNodeModules();
}

function prepareTarget() {
  const sysroot = output("rustc", ["--print", "sysroot"]);
  if (existsSync(`${sysroot}/lib/rustlib/${TARGET}`)) return;
  if (!answers("rustup")) {
    console.error(`OnRecord needs Rust's target ${TARGET}; rustup, which could add it, is missing: https://rustup.rs`);
    process.exit(1);
  }
  run("rustup", ["target", "add", TARGET]);
}

/** `npm ci`, unless what is installed is what the lock file says. */
function prepareNodeModules() {
  const lock = readFileSync(`${ROOT}/package-lock.json`, "utf8");
  const stamp = `${ROOT}/node_modules/.installed-lock.json`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  run(npm, ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
  writeFileSync(stamp, lock);
}

function answers(program) {
  return spawnSync(program, ["--version"]).status === 0;
}

function output(program, args) {
  return spawnSync(program, args, { encoding: "utf8" }).stdout?.trim() ?? "";
}

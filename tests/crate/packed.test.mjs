// The crate as others get it: packed, and built in a project of somebody else's, natively and for WebAssembly.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORK = join(ROOT, "target/dependent");
const TARGET = "wasm32-unknown-unknown";

/** Runs cargo in the dependent's folder, without a network: what the crate needs is there already. */
function cargo(cwd, ...args) {
  const env = { ...process.env, CARGO_TARGET_DIR: join(WORK, "target"), CARGO_NET_OFFLINE: "true" };
  return execFileSync("cargo", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

const MANIFEST = `[package]
name = "dependent"
version = "0.0.0"
edition = "2024"

[lib]
crate-type = ["cdylib", "rlib"]

[dependencies]
onrecord = { path = "../onrecord" }

[profile.dev]
debug = false

[workspace]
`;

/** The crate's own example, and an export of the dependent's own. */
const LIBRARY = `#[unsafe(no_mangle)]
pub extern "C" fn claims() -> usize {
    let text = "The bridge is safe, Mayor Ada Quill said on Tuesday.";
    onrecord::analyze(text, &onrecord::Options::default()).map_or(0, |report| report.claims.len())
}

#[test]
fn it_finds_the_claim() {
    assert_eq!(claims(), 1);
}
`;

before(() => {
  for (const folder of ["dependent", "onrecord"]) rmSync(join(WORK, folder), { recursive: true, force: true });
  mkdirSync(join(WORK, "dependent/src"), { recursive: true });
  cargo(ROOT, "package", "--quiet", "--package", "onrecord", "--no-verify", "--allow-dirty");
  const packed = readdirSync(join(WORK, "target/package")).find((file) => /^onrecord-[\d.]+\.crate$/.test(file));
  execFileSync("tar", ["-xzf", join(WORK, "target/package", packed), "-C", WORK]);
  cpSync(join(WORK, packed.replace(/\.crate$/, "")), join(WORK, "onrecord"), { recursive: true });
  cpSync(join(ROOT, "Cargo.lock"), join(WORK, "dependent/Cargo.lock"));
  writeFileSync(join(WORK, "dependent/Cargo.toml"), MANIFEST);
  writeFileSync(join(WORK, "dependent/src/lib.rs"), LIBRARY);
});

test("the packed crate builds and works in a native program", () => {
  assert.match(cargo(join(WORK, "dependent"), "test", "--quiet"), /1 passed/);
});

test("on wasm32 a dependent gets its own exports and none of ours", async () => {
  cargo(join(WORK, "dependent"), "build", "--quiet", "--target", TARGET);
  const wasm = readFileSync(join(WORK, "target", TARGET, "debug/dependent.wasm"));
  const { exports } = await WebAssembly.instantiate(wasm).then(({ instance }) => instance);
  assert.deepEqual(
    Object.keys(exports).filter((name) => exports[name] instanceof Function),
    ["claims"],
  );
  assert.equal(exports.claims(), 1);
});

test("the exports for JavaScript build from the packed crate too", () => {
  cargo(join(WORK, "dependent"), "build", "--quiet", "--target", TARGET, "--features", "onrecord/bindings");
});

// From the sources to all of dist/.

import { prepare } from "./prepare.mjs";
import { run } from "./run.mjs";

/** Everything, after what it needs was brought. @param {...string} options of `wasm` */
export async function make(...options) {
  prepare();
  wasm(...options);
  await artefacts();
}

/** The crate as WebAssembly, in target/site/. */
export function wasm(...options) {
  run("cargo", ["run", "--quiet", "--package", "onrecord-tools", "--features", "site", "--", "wasm", ...options]);
}

/** All of dist/. Loaded late: it needs packages that are there only after `prepare`. */
export async function artefacts() {
  const { makeAll } = await import("./artefacts/index.mjs");
  await makeAll();
}

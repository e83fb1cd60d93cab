// The command, where it is built.

import { existsSync } from "node:fs";
import { ROOT } from "../../scripts/root.mjs";

/** Its path. */
export function command() {
  const target = process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`;
  const places = [process.env.ONRECORD_COMMAND, `${target}/debug/onrecord`, `${target}/debug/onrecord.exe`];
  const found = places.find((file) => file && existsSync(file));
  if (!found) throw new Error("the command is not built: cargo build -p onrecord-cli");
  return found;
}

// Other programs, run where they can be seen.

import { spawnSync } from "node:child_process";
import { ROOT } from "./root.mjs";

/** Runs a program; ends this one if it fails. */
export function run(program, args, options) {
  const status = tried(program, args, options);
  if (status !== 0) process.exit(status);
}

/** Runs a program and answers its status. */
export function tried(program, args, { env = {}, shell = false } = {}) {
  console.log(`> ${[program, ...args].join(" ")}`);
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell,
    env: { ...process.env, ...env },
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status ?? 1;
}

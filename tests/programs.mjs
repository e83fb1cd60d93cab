// Other people's programs that tests need: looked for, installed from Debian where that is possible, waited for.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A reason to skip, said out loud; false where all is there.
 * @param {Record<string, string>} needed path of a program: Debian's package
 */
export function missing(needed) {
  const lacking = () => Object.keys(needed).filter((path) => !existsSync(path));
  if (lacking().length > 0) install(lacking().map((path) => needed[path]));
  const packages = lacking().map((path) => needed[path]);
  return packages.length > 0 && `not here: as root, apt-get install ${packages.join(" ")}`;
}

/** Debian's packages, where we may install them. @param {string[]} packages */
export function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`missing: installing Debian's ${packages.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
  if (apt("update")) apt("install", "-y", "--no-install-recommends", ...packages);
}

/** A port of this machine that nobody listens on. */
export function freePort(host = "127.0.0.1") {
  return new Promise((found) => {
    const server = createServer().listen(0, host, () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/**
 * Waits for what has been started.
 * @param {string} what @param {() => unknown} isThere asked again while it answers nothing, or throws
 * @param {number} patience in milliseconds
 */
export async function until(what, isThere, patience) {
  const end = Date.now() + patience;
  for (;;) {
    const problem = await Promise.resolve()
      .then(isThere)
      .then(
        (is) => !is && new Error(`${what} did not start`),
        (error) => error,
      );
    if (!problem) return;
    if (Date.now() > end) throw problem;
    await sleep(100);
  }
}

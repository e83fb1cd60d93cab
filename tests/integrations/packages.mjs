// Other people's programs for these tests: looked for, installed from Debian where that is possible.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

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

function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`missing: installing Debian's ${packages.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
  if (apt("update")) apt("install", "-y", "--no-install-recommends", ...packages);
}

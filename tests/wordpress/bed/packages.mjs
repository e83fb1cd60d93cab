// Debian's WordPress and what it runs on: looked for, installed where that is possible.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { SKIP as NO_BROWSER } from "../../page/browser.mjs";

export const CORE = "/usr/share/wordpress";
const NEEDED = [CORE, `${CORE}/wp-content/themes/twentytwentyone`, "/usr/bin/php", "/usr/sbin/mariadbd"];
const PACKAGES = [
  "php-cli",
  "php-mysql",
  "mariadb-server",
  "wordpress",
  "wordpress-theme-twentytwentyone",
  "wordpress-theme-twentytwentythree",
];

const complete = () => NEEDED.every((path) => existsSync(path));

function install() {
  if (complete() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("WordPress is missing: installing Debian's");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
  if (apt("update")) apt("install", "-y", "--no-install-recommends", ...PACKAGES);
}

install();

/** A reason to skip, said out loud; false where the tests can run. */
export const SKIP =
  NO_BROWSER || (complete() ? false : `no WordPress here: as root, apt-get install ${PACKAGES.join(" ")}`);

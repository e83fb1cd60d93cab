// Debian's WordPress and what it runs on: looked for, installed where that is possible.

import { existsSync } from "node:fs";
import { SKIP as NO_BROWSER } from "../../page/browser.mjs";
import { install } from "../../programs.mjs";
import { newestWordPress, versionOf } from "./newest.mjs";

/** WORDPRESS names another one, of another version, to test with. */
export const CORE = process.env.WORDPRESS ?? "/usr/share/wordpress";
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

if (!complete()) install(PACKAGES);

/** A reason to skip, said out loud; false where the tests can run. */
export const SKIP =
  NO_BROWSER || (complete() ? false : `no WordPress here: as root, apt-get install ${PACKAGES.join(" ")}`);

const newest = SKIP || process.env.WORDPRESS ? undefined : newestWordPress();
/** The versions to test editors with, by name: Debian's, and the newest that can be had. @type {[string, string][]} */
export const CORES = SKIP ? [["", CORE]] : [CORE, ...(newest ? [newest] : [])].map((core) => [versionOf(core), core]);
if (!SKIP && !newest) console.log("skipped: the newest WordPress (it could not be fetched)");

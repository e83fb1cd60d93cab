// The newest WordPress that Debian has, beside that of the machine's own release: fetched with what it is made of into
// target/, without installing anything.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../scripts/root.mjs";

const FOLDER = join(ROOT, "target/wordpress-newest");
const TREE = join(FOLDER, "tree");
const SUITE = "sid";
/** Debian takes these out of WordPress and links to them: without them there is no editor. */
const PARTS = /^(?:wordpress|libjs-|libphp-|php-getid3)/;

/** The folder of WordPress, or nothing where it cannot be had. */
export function newestWordPress() {
  const core = join(TREE, "usr/share/wordpress");
  if (!existsSync(join(core, "wp-load.php")) && existsSync("/usr/bin/apt-get")) fetchIt();
  return existsSync(join(core, "wp-load.php")) ? core : undefined;
}

/** "7.1.4", as WordPress itself says it. @param {string} core */
export function versionOf(core) {
  return /\$wp_version = '([^']+)'/.exec(readFileSync(join(core, "wp-includes/version.php"), "utf8"))?.[1] ?? "";
}

function fetchIt() {
  const site = output("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Label: Debian", "Identifier: Packages"]);
  const [mirror] = site.split("\n");
  if (!mirror) return;
  console.log(`fetching the WordPress of Debian's ${SUITE}`);
  for (const name of ["lists/partial", "cache/archives/partial", "debs", "tree"]) {
    mkdirSync(join(FOLDER, name), { recursive: true });
  }
  const signed = "signed-by=/usr/share/keyrings/debian-archive-keyring.gpg";
  writeFileSync(join(FOLDER, "sources.list"), `deb [${signed}] ${mirror} ${SUITE} main\n`);
  output("apt-get", [...options(), "-qq", "update"]);
  const depends = output("apt-cache", [...options(), "depends", "--important", `wordpress`]);
  const needed = [...depends.matchAll(/Depends: ([\w.-]+)/g)]
    .map(([, name]) => name)
    .filter((name) => PARTS.test(name));
  const packages = [...new Set(["wordpress", "wordpress-theme-twentytwentyfive", ...needed])];
  output("apt-get", [...options(), "-qq", "download", ...packages.map((name) => `${name}/${SUITE}`)], `${FOLDER}/debs`);
  for (const file of readdirSync(join(FOLDER, "debs"))) output("dpkg-deb", ["-x", join(FOLDER, "debs", file), TREE]);
}

/** Lists and archives of our own: the machine's stay as they are. */
function options() {
  const own = {
    "Dir::Etc::sourcelist": join(FOLDER, "sources.list"),
    "Dir::Etc::sourceparts": "/dev/null",
    "Dir::State::lists": join(FOLDER, "lists"),
    "Dir::Cache": join(FOLDER, "cache"),
    "Acquire::Languages": "none",
    "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
    "APT::Sandbox::User": "root",
  };
  return Object.entries(own).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
}

function output(program, args, cwd = ROOT) {
  return spawnSync(program, args, { cwd, encoding: "utf8" }).stdout ?? "";
}

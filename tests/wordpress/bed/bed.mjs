// A WordPress of its own: database, files and server in a scratch folder, gone when the test is over.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, until } from "../../programs.mjs";
import { ROOT } from "../../wasm/bindings.mjs";
import { CORE } from "./packages.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const PATIENCE_MS = 120_000;
/** Debian's own, and the core in all languages: ours has its own words. */
const NOT_COPIED = /\/(?:wp-config\.php|\.htaccess|languages)$/;

/** A complaint about our files, or about what we registered. */
const OURS = /plugins\/onrecord|onrecord\/|OnRecord\\/;

/**
 * @typedef {object} Site what setup.php made
 * @property {Record<string, { id: number, password: string, cookies: { name: string, value: string }[] }>} users by role
 */

/** Starts everything; the answer ends it. @param {string} [core] the folder of a WordPress */
export async function openBed(core = CORE) {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-wordpress-"));
  const stops = [];
  const close = async () => {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const socket = await startDatabase(folder, stops);
    const port = await freePort("localhost");
    const root = layOut(core, folder, socket, port);
    const site = JSON.parse(php(root, here("setup.php")));
    await startServer(root, port, stops);
    return {
      address: `http://localhost:${port}/`,
      root,
      site,
      close,
      notices: () => log(root),
      complaints: () => log(root).filter((line) => OURS.test(line)),
      php: (code) => run(root, code),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startDatabase(folder, stops) {
  const data = join(folder, "data");
  const socket = join(folder, "db.sock");
  const user = process.getuid() === 0 ? ["--user=root"] : [];
  const plain = ["--no-defaults", ...user, `--datadir=${data}`];
  execFileSync("mariadb-install-db", [...plain, "--auth-root-authentication-method=normal", "--skip-test-db"], {
    stdio: "ignore",
  });
  const quick = ["--skip-networking", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M"];
  stops.push(started("mariadbd", [...plain, ...quick, `--socket=${socket}`, `--pid-file=${folder}/db.pid`]));
  await until("the test's database", () => existsSync(socket), PATIENCE_MS);
  execFileSync("mariadb", ["--no-defaults", "-uroot", `-S${socket}`, "-eCREATE DATABASE wordpress"]);
  return socket;
}

/** The core as Debian has it, the plugin as it is built, themes that Debian packs apart, and a configuration of our own. */
function layOut(core, folder, socket, port) {
  const root = join(folder, "www");
  cpSync(core, root, { recursive: true, dereference: true, filter: (from) => !NOT_COPIED.test(from) });
  const content = join(root, "wp-content");
  cpSync(join(CORE, "wp-content/themes"), join(content, "themes"), { recursive: true, dereference: true });
  cpSync(join(ROOT, "dist/wordpress/onrecord"), join(content, "plugins/onrecord"), { recursive: true });
  mkdirSync(join(content, "mu-plugins"), { recursive: true });
  symlinkSync(here("hardships.php"), join(content, "mu-plugins/hardships.php"));
  const config = readFileSync(here("wp-config.php"), "utf8");
  const constants = {
    DB_HOST: `localhost:${socket}`,
    WP_HOME: `http://localhost:${port}`,
    WP_DEBUG_LOG: join(folder, "debug.log"),
  };
  const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', '${value}' );`);
  writeFileSync(join(root, "wp-config.php"), config.replace("// constants", lines.join("\n")));
  return root;
}

async function startServer(root, port, stops) {
  const args = ["-d", "opcache.enable_cli=1", "-S", `localhost:${port}`, "-t", root, here("router.php")];
  stops.push(started("php", args, { PHP_CLI_SERVER_WORKERS: "4" }));
  const answers = async () => (await fetch(`http://localhost:${port}/wp-login.php`)).ok;
  await until("the test's WordPress", answers, PATIENCE_MS);
}

/** Starts a program with all its children in one group; answers what ends them and waits. */
function started(program, args, env = {}) {
  const child = spawn(program, args, { detached: true, stdio: "ignore", env: { ...process.env, ...env } });
  const ended = new Promise((done) => child.once("exit", done));
  const end = () => child.exitCode === null && child.signalCode === null && process.kill(-child.pid, "SIGTERM");
  process.once("exit", end);
  return async () => {
    end();
    await ended;
    process.off("exit", end);
  };
}

/** What a program of PHP prints. */
function php(root, ...args) {
  const { status, stdout } = spawnSync("php", args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${[...log(root).slice(-3), stdout].join("\n").slice(0, 2000)}`);
  return stdout;
}

/** Code that runs inside WordPress, and answers JSON. */
function run(root, code) {
  const out = php(root, "-r", `$_SERVER['HTTP_HOST'] = 'localhost'; require 'wp-load.php'; ${code}`);
  return out ? JSON.parse(out) : undefined;
}

/** What WordPress complained of so far. */
function log(root) {
  const file = join(root, "../debug.log");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

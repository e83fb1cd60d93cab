// A WordPress of its own: database, files and server in a scratch folder, gone when the test is over.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../wasm/door.mjs";
import { CORE } from "./packages.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const PATIENCE_MS = 30_000;
/** Debian's own and translations of all languages, which no test wants. */
const NOT_COPIED = /\/(?:wp-config\.php|\.htaccess|languages)$/;

/**
 * @typedef {object} Site what setup.php made
 * @property {Record<string, { id: number, password: string, cookies: { name: string, value: string }[] }>} users by role
 */

/** Starts everything; the answer ends it. */
export async function openBed() {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-wordpress-"));
  const stops = [];
  const close = async () => {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const socket = await startDatabase(folder, stops);
    const port = await freePort();
    const root = layOut(folder, socket, port);
    const site = JSON.parse(php(root, here("setup.php")));
    await startServer(root, port, stops);
    return {
      address: `http://localhost:${port}/`,
      root,
      site,
      close,
      notices: () => log(root),
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
  const plain = ["--no-defaults", "--user=root", `--datadir=${data}`];
  execFileSync("mariadb-install-db", [...plain, "--auth-root-authentication-method=normal", "--skip-test-db"], {
    stdio: "ignore",
  });
  const quick = ["--skip-networking", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M"];
  stops.push(started("mariadbd", [...plain, ...quick, `--socket=${socket}`, `--pid-file=${folder}/db.pid`]));
  await until(() => existsSync(socket));
  execFileSync("mariadb", ["--no-defaults", "-uroot", `-S${socket}`, "-eCREATE DATABASE wordpress"]);
  return socket;
}

/** The core as Debian has it, the plugin as it is built, and a configuration of our own. */
function layOut(folder, socket, port) {
  const root = join(folder, "www");
  cpSync(CORE, root, { recursive: true, dereference: true, filter: (from) => !NOT_COPIED.test(from) });
  const content = join(root, "wp-content");
  cpSync(join(ROOT, "dist/wordpress/onrecord"), join(content, "plugins/onrecord"), { recursive: true });
  mkdirSync(join(content, "mu-plugins"), { recursive: true });
  symlinkSync(here("hardships.php"), join(content, "mu-plugins/hardships.php"));
  cpSync(join(CORE, "wp-content/languages"), join(content, "languages"), {
    recursive: true,
    filter: (from) => /languages$|\/(?:admin-)?de_DE\.mo$/.test(from),
  });
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
  await until(() =>
    fetch(`http://localhost:${port}/wp-login.php`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
}

/** Starts a program with all its children in one group; answers what ends them and waits. */
function started(program, args, env = {}) {
  const child = spawn(program, args, { detached: true, stdio: "ignore", env: { ...process.env, ...env } });
  const ended = new Promise((done) => child.once("exit", done));
  return async () => {
    if (child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    await ended;
  };
}

async function until(is) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await is())) {
    if (Date.now() > end) throw new Error("the test's WordPress did not start");
    await new Promise((done) => setTimeout(done, 100));
  }
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** What a program of PHP prints. */
function php(root, ...args) {
  const { status, stdout } = spawnSync("php", args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${[...log(root), stdout].join("\n").slice(0, 2000)}`);
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

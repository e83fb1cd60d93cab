// The archive on a cluster of two workers, one of which is killed: the same rows as the command answers alone.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../../scripts/root.mjs";
import { missing } from "../programs.mjs";
import { snippet } from "./snippets.mjs";

const COMMAND = process.env.ONRECORD_COMMAND ?? `${ROOT}/target/debug/onrecord`;
const FOLDER = `${ROOT}/target/spark`;
const PYTHON = `${FOLDER}/spark/bin/python`;
const BLOCK = snippet("archives.md", "sh", "spark-submit");
/** Small parts, so that a dozen of tasks are under way; little memory for small articles. */
const CONFIGURATION = `
spark.master local-cluster[2,1,700]
spark.executor.memory 700m
spark.sql.files.maxPartitionBytes 6000
spark.ui.enabled false
`;

const SKIP =
  process.platform === "linux"
    ? missing({ "/usr/bin/python3": "python3", "/usr/bin/java": "openjdk-17-jre-headless" }) || noSpark()
    : "needs /proc, to kill a worker";

/** PySpark in a folder of its own; why it is not there, if it cannot be had. */
function noSpark() {
  const [version] = BLOCK.match(/pyspark==[\d.]+/) ?? [];
  if (spawnSync(PYTHON, ["-c", "import pyspark"]).status === 0) return false;
  rmSync(FOLDER, { recursive: true, force: true });
  console.log(`installing ${version}`);
  const venv = () => spawnSync("python3", ["-m", "venv", `${FOLDER}/spark`]).status === 0;
  if (!venv() && (missing({ "/usr/share/doc/python3-venv": "python3-venv" }) || !venv())) return "no python3-venv here";
  const pip = spawnSync(PYTHON, ["-m", "pip", "install", "--quiet", version], { encoding: "utf8" });
  return pip.status !== 0 && `PySpark could not be installed: ${pip.stderr.slice(-300)}`;
}

describe("Apache Spark", { skip: SKIP }, () => {
  /** What the command answers, by id. */
  let expected;
  const output = `${FOLDER}/run/analysed`;

  before(() => {
    prepareFolder();
    expected = new Map(alone(`${FOLDER}/run/articles.jsonl`).map((answer) => [answer.id, answer]));
    assert.equal(expected.size, 121);
  });

  test("a killed executor loses nothing; by lines and by Parquet the same rows as on one machine", async () => {
    const run = spawn("sh", ["-ec", BLOCK.split("\n").at(-2)], environment());
    let log = "";
    run.stderr.on("data", (data) => (log += data));
    const ended = new Promise((resolve) => run.on("exit", resolve));
    await killOne(run.pid, output);
    assert.equal(await ended, 0, log.slice(-2000));
    assert.match(log, /Lost executor/);
    const [byLines, byTable] = rows(output);
    compare(byLines);
    compare(byTable);
  });

  function compare(answers) {
    assert.equal(answers.length, expected.size);
    for (const answer of answers) assert.deepEqual(answer, expected.get(answer.id), answer.id);
    assert.equal(new Set(answers.map(({ id }) => id)).size, expected.size);
  }
});

/** A folder in which the page's command finds what it names. */
function prepareFolder() {
  const folder = `${FOLDER}/run`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/target/release`, { recursive: true });
  mkdirSync(`${folder}/conf`);
  writeFileSync(`${folder}/conf/spark-defaults.conf`, CONFIGURATION);
  symlinkSync(`${FOLDER}/spark`, `${folder}/spark`);
  symlinkSync(`${ROOT}/integrations`, `${folder}/integrations`);
  symlinkSync(COMMAND, `${folder}/target/release/onrecord`);
  writeFileSync(`${folder}/articles.jsonl`, articles());
}

/** Short articles, one that has a check of dates, and one that has no text. */
function articles() {
  const folder = `${ROOT}/tests/articles`;
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const long = names.sort().map((name) => readFileSync(`${folder}/${name}`, "utf8").split("\n\n"));
  const lines = Array.from({ length: 119 }, (_, n) => {
    const paragraphs = long[n % long.length];
    const first = Math.floor(n / long.length) % (paragraphs.length - 2);
    return {
      id: `a${n}`,
      text: paragraphs.slice(first, first + 2).join("\n\n"),
      published: `2023-09-${10 + (n % 20)}`,
    };
  });
  const dated = "He arrived on Thursday, 13 September 2023, the ministry said. It was 1,000 km (620 miles) away.";
  const all = [...lines, { id: "dated", text: dated, published: "2023-09-14" }, { id: "empty" }];
  return all.map((article) => `${JSON.stringify(article)}\n`).join("\n");
}

function alone(path) {
  const input = readFileSync(path);
  const { stdout } = spawnSync(COMMAND, ["--jsonl"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout.trim().split("\n").map(answer);
}

/** What a line says, the result of each check as an object; errors by their being there, as Parquet has no place in a line. */
function answer(line) {
  const { id, report, error } = JSON.parse(line);
  for (const check of report?.checks ?? []) {
    if (typeof check.computed === "string") check.computed = { date: check.computed };
  }
  return { id, report, error: error && error.replace(/ at line.*/, "") };
}

/** Kills an executor as soon as a first part has been written. */
async function killOne(ancestor, folder) {
  const begun = Date.now();
  while (!written(folder)) {
    assert.ok(Date.now() - begun < 240_000, "no part was written");
    await sleep(20);
  }
  const [executor, ...others] = executors(ancestor);
  assert.ok(executor && others.length > 0, "two executors");
  process.kill(executor, "SIGKILL");
}

function written(folder) {
  if (!existsSync(`${folder}/_temporary`)) return false;
  return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(".parquet"));
}

/** Processes of executors that this run has started. */
function executors(ancestor) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isExecutor(pid) && descends(pid, ancestor));
}

function isExecutor(pid) {
  return read(`/proc/${pid}/cmdline`)
    .split("\0")
    .some((word) => word.endsWith(".CoarseGrainedExecutorBackend"));
}

function descends(pid, ancestor) {
  for (let at = pid; at > 1; at = Number(read(`/proc/${at}/stat`).split(") ").at(-1)?.split(" ")[1])) {
    if (at === ancestor) return true;
  }
  return false;
}

/** A file of a process that may have ended. */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** All rows by lines, and by Parquet, which is written first. */
function rows(output) {
  const script = [`${ROOT}/tests/integrations/spark_rows.py`, "articles.jsonl", output, `${FOLDER}/run`, COMMAND];
  const all = environment({ PYTHONPATH: `${ROOT}/integrations/spark` });
  const modules = `${ROOT}/integrations/spark/analyse.py,${ROOT}/integrations/spark/report_schema.py`;
  const given = ["--master", "local[2]", "--py-files", modules, ...script];
  const { stdout, stderr, status } = spawnSync(`${FOLDER}/spark/bin/spark-submit`, given, { ...all, encoding: "utf8" });
  assert.equal(status, 0, stderr?.slice(-2000));
  const lists = stdout.split(/^rows \d+\n/m).slice(1);
  return lists.map((list) => list.trim().split("\n").map(answer));
}

function environment(more = {}) {
  const cwd = `${FOLDER}/run`;
  const env = { ...process.env, SPARK_CONF_DIR: `${cwd}/conf`, PYSPARK_PYTHON: PYTHON, ...more };
  return { cwd, env, maxBuffer: 1 << 28 };
}

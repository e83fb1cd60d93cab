// The engine behind every element of a page: one worker for all that name the same way to it.

import { Engine } from "../engine.js";
import { urlWorker } from "../workers.js";

/** @typedef {import("./host.js").OnRecordElement} OnRecordElement */
/** @typedef {import("./host.js").Means} Means */

/** @type {Map<string, Engine>} */
const engines = new Map();

/** @param {OnRecordElement} host @param {Means} means */
export function engineOf(host, means) {
  const base = host.getAttribute("base");
  const worker = host.getAttribute("worker");
  const key = JSON.stringify([base, worker]);
  const engine = engines.get(key) ?? makeEngine(base, worker, means);
  engines.set(key, engine);
  return engine;
}

/** A worker with a URL has a policy of its own, and fetches for itself. @param {string | null} base @param {string | null} worker @param {Means} means */
function makeEngine(base, worker, means) {
  if (!worker) return new Engine(() => means.wasm(base));
  const url = new URL(worker, document.baseURI).href;
  return new Engine(
    async () => means.wasmUrl(base),
    () => urlWorker(url),
  );
}

/**
 * @param {OnRecordElement} host @param {Means} means @param {string} text
 * @param {import("../report.js").Options} options
 * @param {{ signal?: AbortSignal, progress?: (step: object) => void }} how
 */
export function ask(host, means, text, options, how) {
  return engineOf(host, means).analyze(text, options, how);
}

// The engine of every element of a page: one worker for all that name the same way to it.

import { Engine } from "../engine.js";
import { urlWorker } from "../workers.js";

/** @typedef {import("./host.js").OnRecordElement} OnRecordElement */
/** @typedef {import("./host.js").Services} Services */

/** @type {Map<string, Engine>} */
const engines = new Map();

/** @param {OnRecordElement} host @param {Services} services */
export function engineOf(host, services) {
  const base = host.getAttribute("base");
  const worker = host.getAttribute("worker");
  const key = JSON.stringify([base, worker]);
  const engine = engines.get(key) ?? makeEngine(base, worker, services);
  engines.set(key, engine);
  return engine;
}

/** A worker with a URL has a policy of its own, and fetches for itself. @param {string | null} base @param {string | null} worker @param {Services} services */
function makeEngine(base, worker, services) {
  if (!worker) return new Engine(() => services.wasm(base));
  const url = new URL(worker, document.baseURI).href;
  return new Engine(
    async () => services.wasmUrl(base),
    () => urlWorker(url),
  );
}

/**
 * @param {OnRecordElement} host @param {Services} services @param {string} text
 * @param {import("../report.js").Options} options
 * @param {{ signal?: AbortSignal, progress?: (step: object) => void }} how
 */
export function ask(host, services, text, options, how) {
  return engineOf(host, services).analyze(text, options, how);
}

// Owns the worker that owns the WASM. A question is a promise; errors come home; a worker that broke, hangs or is no
// longer wanted is thrown away and another started.

import { blobWorker } from "./workers.js";

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Options} Options */
/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./comparison.js").CompareOptions} CompareOptions */
/** @typedef {{ stage: string, milliseconds: number }[]} Timings */
/** @typedef {{ report: Report, timings: Timings }} Answer */
/** @typedef {{ comparison: Comparison, timings: Timings }} Compared */
/** @typedef {{ stage: string, index: number, count: number }} Step */
/**
 * @typedef {object} Question
 * @property {number} id
 * @property {object} message
 * @property {(answer: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {((step: Step) => void) | undefined} progress
 * @property {number} length
 */

/** An error with a code for programs: `CSP_WASM`, `CSP_WORKER`, `WASM_LOAD`, `TOO_LARGE`, `TIMEOUT`, `PANIC`. */
export class EngineError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "EngineError";
    this.code = code;
  }
}

const START_MS = 20_000;
const LONGEST_MS = 20_000;
/** Slow machines get half a millisecond a character on top; a reader can cancel sooner. */
const LONGEST_MS_PER_UNIT = 0.5;
/** WebAssembly's memory never shrinks: a worker that a very long text left with more than this is replaced. */
const MOST_MEMORY_BYTES = 400_000_000;
/** A cancelled analysis that began just now is cheaper to wait for than a new worker. */
const PATIENCE_MS = 400;

export class Engine {
  /** @type {() => Promise<ArrayBuffer | string>} */
  #wasm;
  /** @type {() => import("./workers.js").Made} */
  #makeWorker;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #started;
  /** @type {Question[]} */
  #queue = [];
  /** @type {Question | undefined} */
  #asked;
  #askedAt = 0;
  #nextId = 1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;

  /**
   * @param {() => Promise<ArrayBuffer | string>} wasm gives the bytes, or the URL from which the worker fetches them
   * itself; called again for each new worker
   * @param {() => import("./workers.js").Made} makeWorker
   */
  constructor(wasm, makeWorker = blobWorker) {
    this.#wasm = wasm;
    this.#makeWorker = makeWorker;
  }

  /**
   * @param {string} text
   * @param {Options} options
   * @param {{ signal?: AbortSignal, progress?: (step: Step) => void }} [how]
   * @returns {Promise<Answer>}
   */
  analyze(text, options, { signal, progress } = {}) {
    return this.#ask({ text, options }, text.length, progress, signal);
  }

  /**
   * @param {string} a @param {string} b @param {CompareOptions} options
   * @param {{ signal?: AbortSignal, progress?: (step: Step) => void }} [how]
   * @returns {Promise<Compared>}
   */
  compare(a, b, options, { signal, progress } = {}) {
    return this.#ask({ a, b, options }, a.length + b.length, progress, signal);
  }

  /** Starts the worker, so that the first question need not wait for it. */
  async warm() {
    await this.#start();
  }

  /** Breaks the worker on purpose; the promise is rejected as that of an analysis would be. @param {string} how */
  crash(how, longestMs = 1_000) {
    return this.#ask({ crash: how }, (longestMs - LONGEST_MS) / LONGEST_MS_PER_UNIT);
  }

  /**
   * @param {object} message
   * @param {number} length
   * @param {((step: Step) => void)} [progress]
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>} an answer of the kind that was asked for
   */
  #ask(message, length, progress, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted());
      // A signal may outlive many questions: it lets go of those that were answered.
      const settling = (/** @type {(value: any) => void} */ settle) => (/** @type {any} */ value) => {
        signal?.removeEventListener("abort", cancel);
        settle(value);
      };
      const question = {
        id: this.#nextId++,
        message,
        length,
        progress,
        resolve: settling(resolve),
        reject: settling(reject),
      };
      const cancel = () => this.#cancel(question);
      signal?.addEventListener("abort", cancel, { once: true });
      this.#queue.push(question);
      this.#next();
    });
  }

  async #next() {
    if (this.#asked || this.#queue.length === 0) return;
    const question = /** @type {Question} */ (this.#queue.shift());
    this.#asked = question;
    try {
      await this.#start();
    } catch (error) {
      return this.#settle(question, () => question.reject(/** @type {Error} */ (error)));
    }
    if (this.#asked !== question) return;
    this.#askedAt = performance.now();
    this.#watchdog = setTimeout(
      () => this.#broken(new EngineError("TIMEOUT", "the analysis took too long and was stopped")),
      LONGEST_MS + question.length * LONGEST_MS_PER_UNIT,
    );
    this.#worker?.postMessage({ id: question.id, ...question.message });
  }

  /** @param {Question} question @param {() => void} answer */
  #settle(question, answer) {
    clearTimeout(this.#watchdog);
    if (this.#asked === question) this.#asked = undefined;
    answer();
    this.#next();
  }

  /** @param {Question} question */
  #cancel(question) {
    question.reject(aborted());
    this.#queue = this.#queue.filter((other) => other !== question);
    if (this.#asked !== question) return;
    setTimeout(() => {
      if (this.#asked !== question) return;
      this.#replace();
      this.#settle(question, () => {});
    }, PATIENCE_MS);
  }

  /** The worker is of no more use: says so to whoever waits, and starts afresh. @param {EngineError} error */
  #broken(error) {
    this.#replace();
    const question = this.#asked;
    if (question) this.#settle(question, () => question.reject(error));
  }

  #replace() {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = undefined;
  }

  #start() {
    this.#started ??= this.#launch().catch((error) => {
      this.#replace();
      throw error;
    });
    return this.#started;
  }

  async #launch() {
    const wasm = await this.#wasm();
    const { worker, started } = this.#made();
    this.#worker = worker;
    try {
      await new Promise((resolve, reject) => {
        const late = () => reject(new EngineError("WASM_LOAD", "the analyser did not start"));
        const timer = setTimeout(late, START_MS);
        worker.onmessage = ({ data }) => {
          clearTimeout(timer);
          if (data.ready) resolve(undefined);
          else reject(new EngineError(data.error.code, data.error.message));
        };
        worker.onerror = (event) => reject(refused(event.message || "the worker did not load"));
        worker.postMessage({ wasm });
      });
    } finally {
      started();
    }
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => this.#broken(new EngineError("PANIC", event.message || "the worker broke"));
  }

  #made() {
    try {
      return this.#makeWorker();
    } catch (error) {
      throw refused(String(error));
    }
  }

  /** @param {any} data */
  #hear(data) {
    const question = this.#asked;
    if (question?.id !== data.id || !question) return;
    if (data.progress) question.progress?.(data.progress);
    else if (data.report || data.comparison) {
      if (data.memory > MOST_MEMORY_BYTES) this.#replace();
      this.#settle(question, () => question.resolve(data));
    } else {
      const error = new EngineError(data.error.code, data.error.message);
      if (error.code === "TOO_LARGE") this.#settle(question, () => question.reject(error));
      else this.#broken(error);
    }
  }

  /** How long the present question has been with the worker, in milliseconds. */
  get waiting() {
    return this.#asked ? performance.now() - this.#askedAt : 0;
  }
}

/** Workers are refused by policies, and hardly by anything else. @param {string} message */
function refused(message) {
  return new EngineError("CSP_WORKER", message);
}

function aborted() {
  return new DOMException("the analysis was cancelled", "AbortError");
}

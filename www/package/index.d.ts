import type { Options, Report } from "../report.js";
import type { CompareOptions, Comparison } from "../comparison.js";

export type * from "../report.js";
export type * from "../comparison.js";

export interface How {
  /** Cancels the analysis. */
  signal?: AbortSignal;
  /** Called as each stage begins. */
  progress?: (step: { stage: string; index: number; count: number }) => void;
}

/**
 * Analyses a news article. The report is plain data; nothing is to be freed.
 *
 * Rejects with an error whose `code` is `TOO_LARGE` (more than 10,000,000 code units), `PANIC` (the analyser broke; the next
 * analysis works), and in browsers also `CSP_WASM`, `CSP_WORKER`, `WASM_LOAD` or `TIMEOUT`.
 */
export function analyze(text: string, options?: Options, how?: How): Promise<Report>;

/**
 * Compares two texts: the quotations of the first with the second as their source, two versions of an article, or two
 * articles on one event. Rejects as `analyze` does.
 */
export function compare(a: string, b: string, options: CompareOptions, how?: How): Promise<Comparison>;

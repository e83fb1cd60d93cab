import type { Comparison } from "../comparison.js";
import type { Report } from "../report.js";

export type State = "idle" | "loading" | "ready" | "error";

export interface OnRecordElement extends HTMLElement {
  /** The text as it was read. */
  readonly text: string;
  /** The report that is shown. */
  readonly report: Report | undefined;
  /** What the article is to the text that the attribute `compare` names. */
  readonly comparison: Comparison | undefined;
  /** Of the interface. */
  readonly language: "en" | "de";
  readonly state: State;
  /** Resolved when the first report is shown, or an error is. */
  readonly ready: Promise<OnRecordElement>;
  analyze(text?: string, how?: { signal?: AbortSignal }): Promise<Report | undefined>;
  select(id?: string): void;
  setFilter(kinds: string[]): void;
  export(format: string): Promise<string>;
  importAnnotations(
    json: string | object,
  ): Promise<{ anchored: number; ambiguous: number; orphaned: number } | undefined>;
}

declare global {
  interface HTMLElementTagNameMap {
    "on-record": OnRecordElement;
  }
}

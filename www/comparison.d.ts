import type { Options, Progress, Report, Span } from "./report.js";

/** "source": b is what a quotes; "versions": b is a later version of a; "outlets": both are articles on one event. */
export type Mode = "source" | "versions" | "outlets";

/** What is known about two texts besides their words. */
export interface CompareOptions {
  mode: Mode;
  /** What is known about the first text. */
  a?: Options;
  /** What is known about the second. */
  b?: Options;
}

/** What two texts are to one another. Spans of `a` are in the first text, those of `b` in the second. */
export interface Comparison {
  schema: 1;
  /** Name, version and a hash of the model: same engine, texts and options give the same comparison. */
  engine: string;
  mode: Mode;
  /** What came out, in a sentence or two of English. */
  summary: string;
  a: Report;
  /** A source text has none: it is split into words and not analysed. */
  b?: Report;
  /** Mode "source": each quotation of the first text, in its order. */
  quotations: Quotation[];
  /** Mode "source": for claims without quotation marks, the passage that has most of their words. Never a proof. */
  near: Near[];
  /** Mode "versions": what differs, in the order of the second text. */
  changes: Change[];
  /** Mode "versions": the difference in words; all that lies between two edits is the same in both. */
  edits: Edit[];
  /** Modes "versions" and "outlets": who is in both texts, then who is only in one. */
  entities: Pair[];
  /** Mode "outlets": who speaks in both articles, then who speaks only in one. */
  speakers: Pair[];
  /** Modes "versions" and "outlets": claims that both texts have, then those that only one has. */
  claims: Pair[];
  /** Mode "outlets": figures that disagree in what both say. */
  figures: Edit[];
  /** Mode "outlets": what of the first text stands word for word in the second. */
  copied: Edit[];
  /** Mode "outlets": how much that is of either. */
  shares?: Shares;
}

export type Verdict = "verbatim" | "but-for" | "shortened" | "joined" | "altered" | "not-found";

/** What does not alter the words of a quotation. */
export type Allowed = "quotation-marks" | "case" | "dashes" | "spelling" | "fillers" | "brackets";

/** What a difference is about, the gravest first. */
export type DifferenceKind = "negation" | "number" | "contraction" | "words" | "cut" | "brackets";

/** A quotation beside the source. The span holds the words between the marks. */
export interface Quotation extends Span {
  /** "x1", in text order. */
  id: string;
  /** The claim that holds it. */
  claim?: string;
  verdict: Verdict;
  /** What was allowed for, whatever the verdict. */
  allowed: Allowed[];
  /** Where it stands in the source, in the order of the quotation: several for "joined" and "shortened". */
  source: Span[];
  /** Where the words are not the same. */
  differs: Differs[];
  /** The words around it in the source. */
  around?: Span;
  /** Whose words these are, where the source names its speakers. */
  speaker?: SpeakerThere;
}

/** A place where a quotation has other words than its source; either side may be empty. */
export interface Differs {
  kind: DifferenceKind;
  a: Span;
  b: Span;
}

/** Who speaks in the source. */
export interface SpeakerThere {
  /** The label before these words. */
  label: Span;
  name: string;
  /** Whether it is the article's speaker; absent where that cannot be said. */
  same?: boolean;
}

/** The passage of the source that is nearest to a claim without quotation marks. */
export interface Near {
  /** Claim id. */
  claim: string;
  b: Span;
  /** How many of the claim's telling words it has, in per cent. */
  words: number;
}

export type What =
  | "headline"
  | "claim-added"
  | "claim-dropped"
  | "claim-moved"
  | "claim-reworded"
  | "speaker-changed"
  | "hedged"
  | "unhedged"
  | "number"
  | "time"
  | "name"
  | "sentence-added"
  | "sentence-dropped"
  | "sentence-moved"
  | "sentence-reworded";

/** A change between two versions. */
export interface Change {
  /** "d1", in the order of the second text. */
  id: string;
  what: What;
  a?: Place;
  b?: Place;
}

/** Words, and what of that text's report they are. */
export interface Place extends Span {
  /** Claim, number, time or entity id. */
  id?: string;
}

/** Words of the first text and words of the second; either may be empty. */
export interface Edit {
  a: Span;
  b: Span;
}

/** The same thing in both reports, or a thing of one. */
export interface Pair {
  a?: string;
  b?: string;
  /** By what they were joined: "name", "role", "words". */
  by?: string;
}

/** Per cent of the words of either text that stand in the other too. */
export interface Shares {
  a: number;
  b: number;
}

/**
 * Compares two texts. Throws as `analyze` does, and `TOO_LARGE` if either text is too long. Progress is that of the
 * analysis of the first text, then of the second.
 */
export function compare(a: string, b: string, options: CompareOptions, progress?: Progress): Comparison;

/** What is known about an article besides its text. */
export interface Options {
  /** ISO 8601 date, or instant with offset: what relative times are resolved against. */
  published?: string;
  /** The outlet that published it: speaker of what nobody else is named for. */
  outlet?: string;
}

/** Half-open range of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** What the analyser answers for one text. Absent means "not stated", never "no". */
export interface Report {
  schema: 1;
  /** Name, version and a hash of the model: same engine, text and options give the same report. */
  engine: string;
  /** "other": nothing is marked. */
  language: "en" | "other";
  /** The publication date as used. */
  published?: string;
  /** UTF-16 code units of the text. */
  length: number;
  /** SHA-256 of the text as UTF-8; only in a report that is saved. */
  digest?: string;
  paragraphs: Span[];
  sentences: Span[];
  entities: Entity[];
  quantities: Quantity[];
  times: Time[];
  claims: Claim[];
  checks: Check[];
  /** What stands on nobody's word but the writer's. */
  unattributed: Span[];
  /** What a reader changed; only in a report that a reader saves. */
  corrections?: Correction[];
}

export type EntityKind =
  "person" | "organization" | "place" | "facility" | "group" | "event" | "work" | "product" | "law" | "other";

/** One real person, organization, place, however often renamed. */
export interface Entity {
  id: string;
  kind: EntityKind;
  /** The fullest name in the text. */
  name: string;
  roles: Role[];
  mentions: Mention[];
  /** It has no name and speaks in no claim ("66 workers", "the station"): lists leave it out or fold it. */
  minor?: true;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** The word by which the text itself calls it state-run. */
  official?: Span;
  /** What people filled in; only after corrections. */
  notes?: Notes;
}

/** What people know of a source besides the article; never guessed. */
export interface Notes {
  role?: string;
  community?: string;
  gender?: string;
}

/** A title, office or description that the text gives. */
export interface Role extends Span {
  text: string;
  /** Entity id: Putin, for "Putin's press secretary". */
  of?: string;
}

export interface Mention extends Span {
  form: "name" | "nominal" | "pronoun";
  /** Stands for those who act: "Moscow warned". */
  acts?: true;
  rule: string;
}

export type QuantityKind = "count" | "ordinal" | "percent" | "money" | "measure" | "ratio" | "age" | "score";

export interface Quantity extends Span {
  id: string;
  kind: QuantityKind;
  value?: number;
  low?: number;
  high?: number;
  /** A score or vote. */
  parts?: number[];
  approximate?: true;
  /** UCUM for measures, ISO 4217 for money, "%", or "[pp]" for percentage points. */
  unit?: string;
  /** What is counted. */
  of?: Span;
  change?: "up" | "down";
  /** Id of the quantity that this one restates. */
  restates?: string;
  rule: string;
}

export interface Time extends Span {
  id: string;
  kind: "date" | "time" | "duration" | "set";
  /** TIMEX3. */
  value: string;
  /** First day, ISO 8601. */
  from?: string;
  /** The day after the last, ISO 8601. */
  until?: string;
  basis: "stated" | "published" | "context" | "none";
  rule: string;
}

export type Form = "direct" | "indirect" | "mixed";
export type Attribution = "named" | "described" | "unnamed" | "implied" | "none";
export type Stance =
  | "asserts"
  | "denies"
  | "warns"
  | "asks"
  | "promises"
  | "demands"
  | "estimates"
  | "alleges"
  | "hopes"
  | "declines"
  | "other";

/** Somebody is said to have said something. */
export interface Claim {
  id: string;
  form: Form;
  content: Span[];
  cue?: Span;
  lemma?: string;
  /** The words that name the source here. */
  source?: Span;
  /** Entity ids. */
  speakers: string[];
  attribution: Attribution;
  addressee?: Span;
  medium?: Span;
  /** Id of the time of saying. */
  said?: string;
  /** The stated reason for not naming the source. */
  anonymity?: Span;
  /** Id of the claim that reports this one. */
  via?: string;
  stance: Stance;
  /** "did *not* say that": never to be shown as said. */
  negated?: true;
  hedged?: true;
  /** A reader added it. */
  added?: true;
  /** The words that decided. */
  evidence: Span[];
  rule: string;
}

export type CheckKind =
  "conversion" | "percent-change" | "percent-of" | "sum" | "difference" | "range" | "weekday" | "age" | "duration";

/** Something in the article that can be recomputed. */
export interface Check {
  id: string;
  kind: CheckKind;
  spans: Span[];
  /** Within the rounding that the text itself shows. */
  agrees: boolean;
  /** A string only for dates. */
  computed: { value: number; unit?: string } | string;
  /** Only the order of magnitude was judged. */
  magnitude?: true;
  /** The words that were judged; the other `spans` are what they were judged by. */
  stated?: Span;
  /** The least that the others come to, within the rounding that they show, in the unit of `computed`. */
  low?: number;
  /** The most. */
  high?: number;
  rule: string;
}

/** A reader's change. */
export interface Correction {
  op: "merge" | "split" | "rename" | "retype" | "relabel" | "speaker" | "dismiss" | "add" | "note";
  target: string;
  value?: string;
}

/** Called as each stage of the analysis begins. */
export type Progress = (stage: string, index: number, count: number) => void;

/**
 * Analyses an article. Throws an error whose `code` is `TOO_LARGE` for more than 10,000,000 code units, and `PANIC`
 * if the analyser broke: it must not be used after that.
 */
export function analyze(text: string, options?: Options, progress?: Progress): Report;

/** Breaks on purpose. */
export function crash(how: "panic" | "trap" | "hang"): void;

// A short article with a report made by hand: what the page shows must not depend on what the engine finds today.

export const TEXT = `Harbour talks collapse over pier deal

PORT VESSEY, March 4 (Wire) - Mayor Ada Quill said on Tuesday that the city would not sell the old pier, "whatever the price".

Harbour Trust, which offered some 1,000 tonnes of steel and $4.5 million, "walked away angry", the Vessey Echo reported, citing two people close to the talks.

"We are still at the table," Trust director Bram Oke told the Echo. "It is our pier as much as hers."

Oke declined to say whether the Trust had lied about the 12% rise, from 50 to 56 berths. The pier stands 2 kilometres (1.2 miles) from the town hall. It was built in 1884.

He did not say that the Trust would sue.`;

/** The span of some words, from `after` on. */
function span(words, after = 0) {
  const start = TEXT.indexOf(words, after);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

const at = (words) => TEXT.indexOf(words);
const mention = (words, after = 0, form = "name") => ({ ...span(words, after), form, rule: "by hand" });
const third = at("Harbour Trust, which");
const fourth = at('"We are');
const fifth = at("Oke declined");
const last = at("He did not");

const paragraphs = TEXT.split("\n\n").map((paragraph) => span(paragraph));

export const REPORT = {
  schema: 1,
  engine: "by hand",
  language: "en",
  published: "2025-03-04",
  length: TEXT.length,
  paragraphs,
  sentences: paragraphs,
  entities: [
    entity("e1", "person", "Ada Quill", [mention("Ada Quill"), mention("hers", fourth, "pronoun")], [role("Mayor")]),
    entity("e2", "organization", "Harbour Trust", [
      mention("Harbour Trust", third),
      mention("Trust", fourth),
      mention("Trust", fifth),
      mention("Trust", last),
    ]),
    entity("e3", "organization", "Vessey Echo", [mention("Vessey Echo", third), mention("Echo", fourth)]),
    entity("e4", "group", "two people close to the talks", [
      mention("two people close to the talks", third, "nominal"),
    ]),
    entity(
      "e5",
      "person",
      "Bram Oke",
      [mention("Bram Oke", fourth), mention("Oke", fifth), mention("He", last, "pronoun")],
      [{ ...role("Trust director", fourth), of: "e2" }],
    ),
    entity("e6", "place", "Port Vessey", [mention("PORT VESSEY")]),
    entity("e7", "facility", "old pier", [mention("old pier", 0, "nominal"), mention("pier", fourth, "nominal")]),
  ],
  quantities: [
    quantity("1,000 tonnes", "measure", { value: 1000, unit: "t", approximate: true, of: span("steel") }),
    quantity("$4.5 million", "money", { value: 4_500_000, unit: "USD" }),
    quantity("12%", "percent", { value: 12, unit: "%", change: "up" }),
    quantity("50", "count", { value: 50, of: span("berths") }),
    quantity("56 berths", "count", { value: 56, of: span("berths") }),
    quantity("2 kilometres", "measure", { value: 2, unit: "km" }),
    quantity("1.2 miles", "measure", { value: 1.2, unit: "[mi_i]", restates: "q6" }),
  ].map((q, i) => ({ id: `q${i + 1}`, ...q })),
  times: [
    time("t1", "March 4", "2025-03-04", "2025-03-05", "published"),
    time("t2", "Tuesday", "2025-03-04", "2025-03-05", "published"),
    time("t3", "1884", "1884-01-01", "1885-01-01", "stated", "1884"),
  ],
  claims: [
    claim("c1", "mixed", ['the city would not sell the old pier, "whatever the price"'], "Ada Quill", "said", ["e1"], {
      said: "t2",
      stance: "promises",
    }),
    claim("c2", "direct", ["walked away angry"], "the Vessey Echo", "reported", ["e3"], {
      content: [
        span('Harbour Trust, which offered some 1,000 tonnes of steel and $4.5 million, "walked away angry"', third),
      ],
      form: "mixed",
    }),
    claim("c3", "mixed", ["walked away angry"], "two people close to the talks", "citing", ["e4"], {
      content: [
        span('Harbour Trust, which offered some 1,000 tonnes of steel and $4.5 million, "walked away angry"', third),
      ],
      attribution: "unnamed",
      via: "c2",
    }),
    claim(
      "c4",
      "direct",
      ['"We are still at the table,"', '"It is our pier as much as hers."'],
      "Trust director Bram Oke",
      "told",
      ["e5"],
      {
        addressee: span("the Echo", fourth),
      },
    ),
    claim("c5", "indirect", [], "Oke", "declined", ["e5"], {
      source: span("Oke", fifth),
      cue: span("declined to say", fifth),
      stance: "declines",
    }),
    claim("c6", "indirect", ["the Trust would sue"], "He", "did not say", ["e5"], {
      negated: true,
      source: span("He", last),
    }),
  ],
  checks: [
    { kind: "percent-change", spans: ["12%", "50", "56 berths"], agrees: true, value: 12, unit: "%" },
    { kind: "conversion", spans: ["2 kilometres", "1.2 miles"], agrees: true, value: 1.24274, unit: "[mi_i]" },
  ].map(({ kind, spans, agrees, value, unit }, i) => ({
    id: `k${i + 1}`,
    kind,
    spans: spans.map((words) => span(words)),
    agrees,
    computed: { value, unit },
    rule: "by hand",
  })),
  unattributed: [span("The pier stands 2 kilometres (1.2 miles) from the town hall"), span("It was built in 1884")],
};

function role(text, after = 0) {
  return { ...span(text, after), text };
}

function entity(id, kind, name, mentions, roles = []) {
  return { id, kind, name, roles, mentions };
}

function quantity(words, kind, rest) {
  return { ...span(words), kind, ...rest, rule: "by hand" };
}

function time(id, words, from, until, basis, value = from) {
  return { id, ...span(words), kind: "date", value, from, until, basis, rule: "by hand" };
}

function claim(id, form, contents, source, cue, speakers, rest = {}) {
  const content = contents.map((words) => span(words));
  const after = content[0]?.start ?? 0;
  return {
    id,
    form,
    content,
    cue: span(cue, Math.max(0, after - 40)),
    lemma: cue,
    source: span(source),
    speakers,
    attribution: "named",
    stance: "asserts",
    evidence: [span(cue, Math.max(0, after - 40))],
    rule: "by hand",
    ...rest,
  };
}

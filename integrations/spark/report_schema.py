"""The report's schema as Spark's: the same names in the same order, absent is null."""

SPAN = "STRUCT<start: INT, end: INT>"

ENTITY = f"""STRUCT<
    id: STRING, kind: STRING, name: STRING,
    roles: ARRAY<STRUCT<start: INT, end: INT, text: STRING, of: STRING>>,
    mentions: ARRAY<STRUCT<start: INT, end: INT, form: STRING, acts: BOOLEAN, rule: STRING>>,
    minor: BOOLEAN, country: STRING, official: {SPAN}>"""

QUANTITY = f"""STRUCT<
    id: STRING, start: INT, end: INT, kind: STRING,
    value: DOUBLE, low: DOUBLE, high: DOUBLE, parts: ARRAY<DOUBLE>, approximate: BOOLEAN,
    unit: STRING, of: {SPAN}, change: STRING, restates: STRING, rule: STRING>"""

TIME = """STRUCT<
    id: STRING, start: INT, end: INT, kind: STRING, value: STRING,
    `from`: STRING, until: STRING, basis: STRING, rule: STRING>"""

CLAIM = f"""STRUCT<
    id: STRING, form: STRING, content: ARRAY<{SPAN}>, cue: {SPAN}, lemma: STRING, source: {SPAN},
    speakers: ARRAY<STRING>, attribution: STRING, addressee: {SPAN}, medium: {SPAN}, said: STRING,
    anonymity: {SPAN}, via: STRING, stance: STRING, negated: BOOLEAN, hedged: BOOLEAN,
    evidence: ARRAY<{SPAN}>, rule: STRING>"""

# What comes out of a check is a number with its unit or, in JSON a bare string, a date.
CHECK = f"""STRUCT<
    id: STRING, kind: STRING, spans: ARRAY<{SPAN}>, agrees: BOOLEAN,
    computed: STRUCT<value: DOUBLE, unit: STRING, date: STRING>, magnitude: BOOLEAN,
    stated: {SPAN}, low: DOUBLE, high: DOUBLE, rule: STRING>"""

REPORT = f"""STRUCT<
    schema: INT, engine: STRING, language: STRING, published: STRING, length: INT,
    paragraphs: ARRAY<{SPAN}>, sentences: ARRAY<{SPAN}>,
    entities: ARRAY<{ENTITY}>, quantities: ARRAY<{QUANTITY}>, times: ARRAY<{TIME}>,
    claims: ARRAY<{CLAIM}>, checks: ARRAY<{CHECK}>, unattributed: ARRAY<{SPAN}>>"""

ANSWER = f"STRUCT<id: STRING, error: STRING, report: {REPORT}>"

// compromise with its dates: people, places, organizations; numbers with units; dates; quotations (without a speaker).

import nlp from "compromise";
import dates from "compromise-dates";
import { answer, entities, spans, time } from "./answer.mjs";

nlp.plugin(dates);

const number = (found) => ({ value: found.number?.num, unit: found.number?.unit || undefined });

await answer((text) => {
  const doc = nlp(text);
  const json = (view) => view.json({ offset: true });
  const named = (view, kind) => json(view).map((found) => ({ ...spans(found.offset), kind }));
  const quoted = json(doc.quotations()).map((found) => ({ content: [spans(found.offset)], speakers: [] }));
  return {
    entities: entities(text, [
      ...named(doc.people(), "person"),
      ...named(doc.places(), "place"),
      ...named(doc.organizations(), "organization"),
    ]),
    quantities: json(doc.numbers()).map((found) => ({ ...spans(found.offset), ...number(found), kind: "count" })),
    times: json(doc.dates()).map((found) => ({ ...time(text, spans(found.offset)), kind: "date" })),
    claims: quoted.map((claim, i) => ({ id: `c${i + 1}`, ...claim })),
  };
});

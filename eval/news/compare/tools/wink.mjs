// wink-nlp with its web model: entities by pattern: numbers, money, percents, dates, times, durations.

import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { answer, time } from "./answer.mjs";

const nlp = winkNLP(model);
const { its } = nlp;
const QUANTITIES = { CARDINAL: "count", MONEY: "money", PERCENT: "percent", ORDINAL: "ordinal" };
const TIMES = { DATE: "date", TIME: "time", DURATION: "duration" };

/** It gives no value: a number in digits is read as such. */
const value = (words) => {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words);
  return digits ? Number(digits[0].replaceAll(",", "")) : undefined;
};

await answer((text) => {
  const doc = nlp.readDoc(text);
  const starts = [];
  let at = 0;
  doc.tokens().each((token) => {
    at += token.out(its.precedingSpaces).length;
    starts.push([at, at + token.out().length]);
    at += token.out().length;
  });
  const found = { entities: [], quantities: [], times: [], claims: [] };
  doc.entities().each((entity) => {
    const { type, value: words } = entity.out(its.detail);
    const [first, last] = entity.out(its.span);
    const span = { start: starts[first][0], end: starts[last][1] };
    if (type in QUANTITIES) {
      const unit = type === "PERCENT" ? "%" : undefined;
      found.quantities.push({ ...span, kind: QUANTITIES[type], value: value(words), unit });
    } else if (type in TIMES) found.times.push({ ...time(text, span), kind: TIMES[type] });
  });
  return found;
});

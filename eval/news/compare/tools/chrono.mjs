// chrono: dates and times. What it is not certain of is left open, as the marks do.

import * as chrono from "chrono-node";
import { answer } from "./answer.mjs";

const two = (number) => String(number).padStart(2, "0");

/** TIMEX3 of what the words state. */
function value(known) {
  const get = (part) => (known.isCertain(part) ? known.get(part) : undefined);
  const [year, month, day, hour] = ["year", "month", "day", "hour"].map(get);
  const date = [year ?? "XXXX", month && two(month), day && two(day)];
  const weekday = get("weekday");
  const weekdayOnly = weekday !== undefined && !day && !month;
  const upToGap = date.slice(0, date.includes(undefined) ? date.indexOf(undefined) : 3).join("-");
  const days = weekdayOnly ? `XXXX-WXX-${weekday || 7}` : upToGap;
  return hour === undefined ? days : `${days}T${two(hour)}:${two(known.get("minute") ?? 0)}`;
}

await answer((text) => ({
  entities: [],
  quantities: [],
  claims: [],
  times: chrono.parse(text).map((found) => ({
    start: found.index,
    end: found.index + found.text.length,
    kind: found.start.isCertain("hour") ? "time" : "date",
    value: value(found.start),
  })),
}));

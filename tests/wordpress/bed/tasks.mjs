// The main thread's tasks that our scripts began, with the processor's time for each: what else the machine does, and
// what WordPress does by itself, does not count.

const OURS = /\/plugins\/onrecord\//;
const CALLS = /^(?:FunctionCall|EvaluateScript|v8\.evaluateModule|V8\.GC_.*)$/;
const CATEGORIES = ["devtools.timeline", "toplevel", "disabled-by-default-devtools.timeline"];

/**
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<void>} work
 * @returns {Promise<{ milliseconds: number, at: string }[]>} the longest first
 */
export async function tasksOf(page, work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const options = { recordMode: "recordAsMuchAsPossible", includedCategories: CATEGORIES };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: options });
  await work();
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  return longest(events);
}

function longest(events) {
  const calls = events.filter(({ name, args }) => CALLS.test(name) && OURS.test(args?.data?.url ?? ""));
  const tasks = events.filter(({ name }) => name.endsWith("RunTask"));
  const found = calls.flatMap((call) => {
    const task = tasks.find(
      ({ pid, tid, ts, dur }) => pid === call.pid && tid === call.tid && ts <= call.ts && call.ts < ts + dur,
    );
    return task ? [{ task, at: `${call.args.data.functionName} ${call.args.data.url}` }] : [];
  });
  const once = new Map(found.map(({ task, at }) => [task, at]));
  return [...once]
    .map(([{ tdur, dur }, at]) => ({ milliseconds: (tdur ?? dur) / 1000, wall: dur / 1000, at }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

// Requests of every kind, planted on purpose to see the browser refuse them. Each goes to a URL of its own.

/** @typedef {"refused" | "failed" | "sent" | "absent"} Outcome
 * "failed": it failed, and this browser does not say why; "absent": this browser has no such request */
/** @typedef {(url: string) => unknown} Trust makes the URL of a script of ours one that the browser takes */
/** @typedef {{ kind: string, plant: (url: string, trust: Trust) => unknown }} Plant */

/** Long enough for a browser to say that it refused. */
const PATIENCE_MS = 800;

/** @type {Plant[]} */
export const PLANTS = [
  { kind: "fetch", plant: (url) => fetch(url, { mode: "no-cors" }) },
  { kind: "xhr", plant: sendXhr },
  { kind: "beacon", plant: (url) => navigator.sendBeacon(url, "planted") || Promise.reject(new Error("not queued")) },
  { kind: "websocket", plant: (url) => void new WebSocket(url.replace(/^http/, "ws")) },
  { kind: "eventsource", plant: (url) => closeSoon(new EventSource(url)) },
  { kind: "image", plant: (url) => void (new Image().src = url) },
  { kind: "css", plant: (url) => attach("div").style.setProperty("background-image", `url("${url}")`) },
  { kind: "stylesheet", plant: (url) => attach("link", { rel: "stylesheet", href: url }) },
  { kind: "font", plant: (url) => new FontFace("planted", `url("${url}")`).load() },
  { kind: "video", plant: (url) => attach("video", { src: url, preload: "auto" }) },
  { kind: "prefetch", plant: prefetch },
  { kind: "script", plant: (url) => void (attach("script").src = url) },
  { kind: "iframe", plant: (url) => attach("iframe", { src: url }) },
  { kind: "form", plant: submitForm },
  {
    kind: "worker-fetch",
    plant: (url, trust) => inWorker(trust, `await fetch(${JSON.stringify(url)}, { mode: "no-cors" })`),
  },
  { kind: "worker-import", plant: (url, trust) => inWorker(trust, `importScripts(${JSON.stringify(url)})`) },
];

/** Refusals in which the browser names no address: a script is refused as untrusted, a frame without its path. */
const TOLD_BY = /** @type {Record<string, string>} */ ({ script: "require-trusted-types-for", iframe: "frame-src" });

/** What a request of this browser cannot be: none such exists. */
class Absent extends Error {}

/**
 * Plants each kind in turn.
 * @param {string} url
 * @param {Trust} trust
 * @param {(kind: string, outcome: Outcome) => void} tell
 * @returns {Promise<Record<string, Outcome>>}
 */
export async function plantAll(url, trust, tell) {
  /** @type {Record<string, Outcome>} */
  const outcomes = {};
  for (const { kind, plant } of PLANTS) {
    const target = new URL(url);
    target.searchParams.set("planted", kind);
    outcomes[kind] = await outcome(kind, () => plant(target.href, trust));
    tell(kind, outcomes[kind]);
  }
  for (const element of document.querySelectorAll("[data-planted]")) element.remove();
  return outcomes;
}

/**
 * Refused is what the browser itself reports as a violation of the policy, or throws as one: a network error is not.
 * @param {string} kind @param {() => unknown} plant @returns {Promise<Outcome>}
 */
async function outcome(kind, plant) {
  /** @type {(event: SecurityPolicyViolationEvent) => void} */
  let hear = () => {};
  const violation = new Promise((resolve) => {
    hear = ({ blockedURI, effectiveDirective }) => {
      if (blockedURI.includes(`planted=${kind}`) || TOLD_BY[kind] === effectiveDirective) resolve("refused");
    };
    document.addEventListener("securitypolicyviolation", hear);
  });
  const late = (/** @type {Outcome} */ said) => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, said));
  const thrown = (async () => plant())().then(
    () => late("sent"),
    (error) => (error instanceof Absent ? "absent" : isRefusal(error) ? "refused" : late("failed")),
  );
  try {
    return /** @type {Outcome} */ (await Promise.race([violation, thrown]));
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

/** @param {any} error */
function isRefusal(error) {
  return error?.refused === true || /trusted ?script|content.security/i.test(String(error?.message));
}

/** @param {string} name @param {Record<string, string>} [attributes] @returns {any} */
function attach(name, attributes = {}) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries({ ...attributes, "data-planted": "", hidden: "" })) {
    if (key !== "hidden" || name !== "div") element.setAttribute(key, value);
  }
  document.body.append(element);
  return element;
}

/** @param {string} url */
function sendXhr(url) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.onload = resolve;
    request.onerror = () => reject(new Error("no answer"));
    request.send();
  });
}

/** @param {EventSource} source */
function closeSoon(source) {
  setTimeout(() => source.close(), PATIENCE_MS);
}

/** Some browsers prefetch nothing, or nothing for a page from disk: then the link never ends. @param {string} url */
function prefetch(url) {
  const link = document.createElement("link");
  if (!link.relList.supports("prefetch")) throw new Absent();
  return new Promise((resolve, reject) => {
    const planted = attach("link", { rel: "prefetch", href: url });
    planted.onload = planted.onerror = resolve;
    setTimeout(() => reject(new Absent()), PATIENCE_MS / 2);
  });
}

/** Into a frame of its own, so that this page stays where it is. @param {string} url */
function submitForm(url) {
  attach("iframe", { name: "planted" });
  const form = attach("form", { method: "get", action: url, target: "planted" });
  const field = document.createElement("input");
  field.name = "planted";
  field.value = "form";
  form.append(field);
  form.submit();
}

/** Runs a statement in a `blob:` worker, as the analyser's own is; throws what the worker was refused. @param {Trust} trust @param {string} statement */
function inWorker(trust, statement) {
  const source = `
    let refused = false;
    addEventListener("securitypolicyviolation", () => (refused = true));
    (async () => {
      let message = "";
      try { ${statement}; } catch (error) { message = String(error.message || error); }
      setTimeout(() => postMessage({ refused, message }), 200);
    })();`;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(/** @type {string} */ (trust(url)));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.message ? reject(Object.assign(new Error(), data)) : resolve(undefined));
    worker.onerror = () => reject(new Error("the worker did not start"));
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}

// The service worker: answers from the files that were kept at installation, and from nothing else but the network
// for what is not among them. It listens to no message of the page. What other programs share comes as a form: it is
// answered with the page, which has it inside, and is neither sent nor kept anywhere.

import build from "#precache";

const PREFIX = "onrecord-";
const NAME = PREFIX + build.version;
const scope = /** @type {any} */ (globalThis);
/** The web app manifest names it as the share target. */
const SHARE = "share";
/** As many bytes as the page reads of a file. */
const MOST_BYTES = 40_000_000;

scope.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(keep().then(() => scope.skipWaiting()));
});
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forget()));
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const isShare = request.url === new URL(SHARE, scope.registration.scope).href;
  if (isShare && request.method === "POST") return event.respondWith(share(request));
  const ours = request.method === "GET" && request.url.startsWith(scope.registration.scope);
  if (ours) event.respondWith(answer(request));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(build.files.map((file) => new Request(file, { cache: "reload" })));
}

/** The version before this one is kept: a page that is just being loaded may still ask for its files. */
async function forget() {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(NAME);
  const page = request.mode === "navigate" && (await cache.match(request, { ignoreSearch: true }));
  return page || (await cache.match(request)) || (await caches.match(request)) || fetch(request);
}

/** @param {Request} request */
async function share(request) {
  const form = await request.formData();
  const words = Object.fromEntries(["title", "text", "url"].map((name) => [name, form.get(name) ?? ""]));
  const file = form.get("file");
  const shared = { ...words, ...(file instanceof File && { file: await packed(file) }) };
  const json = JSON.stringify(shared).replaceAll("<", "\\u003c");
  const page = await (await caches.open(NAME)).match("./");
  const html = (await page?.text()) ?? "";
  const whole = html.replace(
    "</body>",
    () => `<script type="application/json" id="onrecord-shared">${json}</script></body>`,
  );
  return new Response(whole, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** A file as JSON can hold it; of one that is too large only what it is called. @param {File} file */
async function packed(file) {
  const { name, type, size } = file;
  if (size > MOST_BYTES) return { name, type, size };
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return { name, type, size, base64: btoa(text) };
}

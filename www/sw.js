// The service worker: answers from the files that were kept at installation, and from nothing else but the network
// for what is not among them. It listens to no message of the page.

import build from "#precache";

const PREFIX = "onrecord-";
const NAME = PREFIX + build.version;
const scope = /** @type {any} */ (globalThis);

scope.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(keep().then(() => scope.skipWaiting()));
});
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forget()));
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
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

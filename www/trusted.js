// The one Trusted Types policy: for the workers' own URLs, and for HTML that is parsed but never shown.

/** @type {{ createScriptURL(url: string): unknown, createHTML(html: string): unknown } | undefined} */
let policy;

function trusted() {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("onrecord", { createScriptURL, createHTML: (/** @type {string} */ html) => html });
  return policy;
}

/** Only our own are trusted: a worker's source, its file, and files beside the page. @param {string} url */
function createScriptURL(url) {
  if (url.startsWith("blob:") || /^[\w-]+\.js$/.test(url) || isOwnWorker(url)) return url;
  throw new TypeError(`not a script of OnRecord: ${url}`);
}

/** @param {string} url */
function isOwnWorker(url) {
  const { origin, pathname } = new URL(url, document.baseURI);
  return origin === location.origin && /worker[\w.-]*\.js$/.test(pathname);
}

/** @param {string} url a `blob:` URL of our own, or the name of a file beside the page */
export function scriptUrl(url) {
  return trusted()?.createScriptURL(url) ?? url;
}

/** An XML document; nothing if it is none, or brings entities of its own. @param {string} xml */
export function parseXml(xml) {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  const words = /** @type {string} */ (trusted()?.createHTML(xml) ?? xml);
  const page = new DOMParser().parseFromString(words, "application/xml");
  return page.getElementsByTagName("parsererror").length > 0 ? undefined : page;
}

/**
 * A document without a window: its scripts do not run and its pictures are not fetched. Only text is read from it.
 * @param {string} html
 * @returns {Document}
 */
export function parseInert(html) {
  return new DOMParser().parseFromString(/** @type {string} */ (trusted()?.createHTML(html) ?? html), "text/html");
}

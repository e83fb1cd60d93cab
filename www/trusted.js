// The one Trusted Types policy: for the worker's own URL, and for HTML that is parsed but never shown.

/** @type {{ createScriptURL(url: string): unknown, createHTML(html: string): unknown } | undefined} */
let policy;

function trusted() {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("onrecord", {
    createScriptURL(/** @type {string} */ url) {
      if (!url.startsWith("blob:")) throw new TypeError("only the worker's own source is trusted");
      return url;
    },
    createHTML: (/** @type {string} */ html) => html,
  });
  return policy;
}

/** @param {string} url a `blob:` URL of our own */
export function scriptUrl(url) {
  return trusted()?.createScriptURL(url) ?? url;
}

/**
 * A document without a window: its scripts do not run and its pictures are not fetched. Only text is read from it.
 * @param {string} html
 * @returns {Document}
 */
export function parseInert(html) {
  return new DOMParser().parseFromString(/** @type {string} */ (trusted()?.createHTML(html) ?? html), "text/html");
}

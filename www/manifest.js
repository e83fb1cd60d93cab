// The web app manifest travels in the page, icons and all: a browser asks for them long after the page has sealed itself.

/** @typedef {{ action: string }} Doing */

/** @param {{ start_url: string, scope: string, share_target: Doing, file_handlers: Doing[] }} manifest */
export function linkManifest(manifest) {
  const absolute = (/** @type {string} */ url) => new URL(url, document.baseURI).href;
  const reachable = (/** @type {Doing} */ doing) => ({ ...doing, action: absolute(doing.action) });
  const whole = {
    ...manifest,
    id: absolute(manifest.start_url),
    start_url: absolute(manifest.start_url),
    scope: absolute(manifest.scope),
    share_target: reachable(manifest.share_target),
    file_handlers: manifest.file_handlers.map(reachable),
  };
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = `data:application/manifest+json,${encodeURIComponent(JSON.stringify(whole))}`;
  document.head.append(link);
}

// The web app manifest travels in the page, icons and all: a browser asks for them long after the page has sealed itself.

/** @param {{ start_url: string, scope: string }} manifest */
export function linkManifest(manifest) {
  const absolute = (/** @type {string} */ url) => new URL(url, document.baseURI).href;
  const whole = {
    ...manifest,
    id: absolute(manifest.start_url),
    start_url: absolute(manifest.start_url),
    scope: absolute(manifest.scope),
  };
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = `data:application/manifest+json,${encodeURIComponent(JSON.stringify(whole))}`;
  document.head.append(link);
}

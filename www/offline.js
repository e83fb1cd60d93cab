// Keeps the page's files for reading without a network, and says when a newer page is there. Nothing is forced: what is
// being read stays open, and the newer page opens beside it.

import { h } from "./dom.js";
import { pageWords } from "./surroundings.js";
import { scriptUrl } from "./trusted.js";

/** A browser may forbid service workers, and a page that is not served securely has none: it works without. */
export async function keepOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const updating = Boolean(serviceWorker.controller);
  if (updating) serviceWorker.addEventListener("controllerchange", offer, { once: true });
  try {
    await serviceWorker.register(/** @type {string} */ (scriptUrl("sw.js")), { updateViaCache: "none" });
  } catch (error) {
    console.info(`OnRecord is not kept for offline reading: ${error}`);
  }
}

function offer() {
  const { newer } = pageWords();
  const later = h("button", {}, newer.later);
  const note = h(
    "div",
    { class: "update", role: "status" },
    h("p", {}, h("strong", {}, newer.there), " ", newer.keep),
    h("p", {}, h("a", { href: "./", target: "_blank", rel: "noopener" }, newer.open), later),
  );
  later.addEventListener("click", () => note.remove());
  document.body.append(note);
}

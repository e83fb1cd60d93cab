// How the worker comes to be: from its source, which is in this script, or from a URL.

import workerSource from "#worker";
import { scriptUrl } from "./trusted.js";

/** @typedef {{ worker: Worker, started: () => void }} Made `started` is called when its script is no longer needed */

/** Inherits the page's policy: where the page can reach nothing, it cannot either. @returns {Made} */
export function blobWorker() {
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  try {
    const worker = new Worker(/** @type {string} */ (scriptUrl(url)), { name: "onrecord" });
    return { worker, started: () => URL.revokeObjectURL(url) };
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
}

/** Obeys the policy that its own file was sent with. @param {string} url @returns {Made} */
export function urlWorker(url) {
  return { worker: new Worker(/** @type {string} */ (scriptUrl(url)), { name: "onrecord" }), started() {} };
}

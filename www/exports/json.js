// The report as the engine made it, what the reader corrected, the text and its digest: to keep, and to go on with later.

/** @typedef {import("../reading.js").Reading} Reading */

/** @param {Reading} reading */
export async function json({ found, corrections, text }) {
  const digest = await sha256(text);
  return JSON.stringify({ ...found, ...(digest && { digest }), ...(corrections.length > 0 && { corrections }), text });
}

/** Of the text as UTF-8, in hex; nothing on a page that is not served securely. @param {string} text */
export async function sha256(text) {
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

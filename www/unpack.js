/** From gzip in base64 to bytes. @param {string} base64 @returns {Promise<ArrayBuffer>} */
export function unpack(base64) {
  const packed = new Blob([bytesOf(base64)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
export function bytesOf(base64) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  return quick ? quick.call(Uint8Array, base64) : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** @param {string} url @returns {Promise<ArrayBuffer>} */
export async function bytesOf(url) {
  const response = await fetch(url).catch((error) => error);
  if (response.ok) return response.arrayBuffer();
  throw Object.assign(new Error(`${url}: ${response.status ?? response}`), { code: "WASM_LOAD" });
}

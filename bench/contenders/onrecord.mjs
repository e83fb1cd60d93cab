// Ours: the files of the site, as a worker loads them.

/** @param {(file: string) => Promise<Uint8Array>} read gives a file of the site */
export async function open(read) {
  const glue = new TextDecoder().decode(await read("onrecord-glue.js"));
  const bindings = new Function(`${glue}; return wasm_bindgen`)();
  const { memory } = await bindings({ module_or_path: await read("onrecord.wasm") });
  return { analyze: async (text) => bindings.analyze(text), memory: () => memory.buffer.byteLength };
}

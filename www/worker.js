// The worker. It follows wasm-bindgen's classic script (`wasm_bindgen`) in one source text.
// Plain data in, plain data out: `{wasm}` starts it, `{id, text, options}` asks, `{id, a, b, options}` compares,
// `{id, crash}` breaks it on purpose.

/* global wasm_bindgen */
(() => {
  /** @param {any} error @param {string} code */
  const plain = (error, code) => ({ code: error?.code ?? code, message: String(error?.message ?? error) });

  /** @param {any} error Browsers name the policy in their own words. */
  const startCode = (error) => (/content.security|unsafe-eval|\bCSP\b/i.test(String(error)) ? "CSP_WASM" : "WASM_LOAD");

  /** What went by between the engine's own marks, in milliseconds. */
  const timings = () => {
    const marks = performance.getEntriesByType("mark").filter((mark) => mark.name.startsWith("onrecord: "));
    return marks.slice(1).map((mark, i) => ({
      stage: marks[i].name.slice("onrecord: ".length),
      milliseconds: mark.startTime - marks[i].startTime,
    }));
  };

  /** @type {WebAssembly.Memory | undefined} */
  let memory;

  addEventListener("message", async ({ data }) => {
    const { id } = data;
    try {
      if (data.wasm) {
        ({ memory } = await wasm_bindgen({ module_or_path: data.wasm }));
        postMessage({ ready: true });
      } else if (data.crash) {
        wasm_bindgen.crash(data.crash);
      } else {
        const progress = (stage, index, count) => postMessage({ id, progress: { stage, index, count } });
        const answer =
          data.b === undefined
            ? { report: wasm_bindgen.analyze(data.text, data.options, progress) }
            : { comparison: wasm_bindgen.compare(data.a, data.b, data.options, progress) };
        postMessage({ id, ...answer, timings: timings(), memory: memory.buffer.byteLength });
      }
    } catch (error) {
      postMessage({ id, error: plain(error, data.wasm ? startCode(error) : "PANIC") });
    }
  });
})();

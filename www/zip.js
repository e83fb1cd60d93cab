// The files of a zip: found by its directory, unpacked by the browser itself.

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** A larger part is no article. */
const MOST_BYTES = 40_000_000;

/**
 * Throws a RangeError where the bytes are no zip.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {RegExp} wanted names
 * @returns {Promise<Record<string, string>>} texts by name
 */
export async function unzip(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = view.byteLength - 22;
  while (view.getUint32(at, true) !== END) at--;
  const count = view.getUint16(at + 10, true);
  /** @type {Record<string, string>} */
  const texts = {};
  let entry = view.getUint32(at + 16, true);
  for (let i = 0; i < count && view.getUint32(entry, true) === ENTRY; i++) {
    const [method, packed, size, offset] = [
      view.getUint16(entry + 10, true),
      view.getUint32(entry + 20, true),
      view.getUint32(entry + 24, true),
      view.getUint32(entry + 42, true),
    ];
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(entry + place, true));
    const path = new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + name));
    if (wanted.test(path) && size < MOST_BYTES) {
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      texts[path] = await textOf(bytes.subarray(start, start + packed), method);
    }
    entry += 46 + name + extra + comment;
  }
  return texts;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {number} method */
async function textOf(bytes, method) {
  if (method !== STORED && method !== DEFLATED) throw new RangeError("packed in another way");
  const plain = new Blob([bytes]).stream();
  const stream = method === STORED ? plain : plain.pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  // What says it is small may not be.
  for (let step; !(step = await reader.read()).done;) {
    text += decoder.decode(step.value, { stream: true });
    if (text.length > MOST_BYTES) throw new RangeError("too large");
  }
  return text + decoder.decode();
}

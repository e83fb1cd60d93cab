// No function of the WASM is so large that compiling it costs a browser a hundred megabytes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const WASM = new URL("../../target/site/onrecord.wasm", import.meta.url);
const CODE_SECTION = 10;
const HEADER_BYTES = 8;
/** One of 317 KB took 110 MB of memory to compile. */
const MOST_BYTES = 80_000;

/** A reader of the binary format, from byte `at`. @param {Uint8Array} bytes @param {number} at */
function reader(bytes, at) {
  const byte = () => bytes[at++];
  /** An unsigned LEB128. */
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const next = byte();
      value += (next & 127) * 2 ** shift;
      if (next < 128) return value;
    }
  };
  return { byte, number, skip: (/** @type {number} */ count) => (at += count), isAtEnd: () => at >= bytes.length };
}

/** Bytes of each function's body. @param {Uint8Array} wasm */
function functionSizes(wasm) {
  const { byte, number, skip, isAtEnd } = reader(wasm, HEADER_BYTES);
  while (!isAtEnd()) {
    const section = byte();
    const length = number();
    if (section !== CODE_SECTION) {
      skip(length);
      continue;
    }
    return Array.from({ length: number() }, () => {
      const size = number();
      skip(size);
      return size;
    });
  }
  return [];
}

test("no function is larger than a browser compiles in little memory", () => {
  const sizes = functionSizes(readFileSync(WASM));
  assert.ok(sizes.length > 100, `${sizes.length} functions`);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  assert.ok(largest <= MOST_BYTES, `the largest function has ${largest} bytes`);
});

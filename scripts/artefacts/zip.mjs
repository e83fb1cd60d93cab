// A ZIP archive whose bytes depend on its files alone: no times, no owners, names in order.

import { deflateRawSync } from "node:zlib";

/** The first of January 1980, as ZIP writes it. */
const DAY = 0x21;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;
const PLAIN_FILE = 0o100644 << 16;

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** @param {[name: string, bytes: Uint8Array][]} files @returns {Buffer} */
export function zip(files) {
  let at = 0;
  const [bodies, listed] = [[], []];
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = fields(name, bytes, packed);
    const body = Buffer.concat([word(0x04034b50), half(20), about, half(0), Buffer.from(name), packed]);
    const made = Buffer.concat([word(0x02014b50), half((3 << 8) | 20), half(20), about]);
    const rest = Buffer.concat([half(0), half(0), half(0), half(0), word(PLAIN_FILE >>> 0), word(at)]);
    listed.push(Buffer.concat([made, rest, Buffer.from(name)]));
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(listed);
  const counts = Buffer.concat([half(0), half(0), half(files.length), half(files.length)]);
  return Buffer.concat([...bodies, list, word(0x06054b50), counts, word(list.length), word(at), half(0)]);
}

/** What both lists say of a file. */
function fields(name, bytes, packed) {
  const sizes = [crc32(bytes), packed.length, bytes.length].map(word);
  return Buffer.concat([half(UTF8_NAMES), half(DEFLATED), half(0), half(DAY), ...sizes, half(Buffer.byteLength(name))]);
}

/** Node has one of its own only from 22 on. @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 0xff];
  return ~crc >>> 0;
}

function half(number) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(number);
  return bytes;
}

function word(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

// Files for the reader, made on this device.

export { download } from "../download.js";
export { EXPORTS, fileName } from "../exports/index.js";

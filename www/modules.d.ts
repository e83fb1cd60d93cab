declare module "#worker" {
  const source: string;
  export default source;
}
declare module "#shapes" {
  /** Of each object of a report the types of its fields, as report.d.ts has them. */
  export const shapes: Record<string, Record<string, string>>;
}
declare module "#style" {
  const css: string;
  export default css;
}
declare module "#build" {
  /** Names of files beside the page, with the hash of their content after a question mark. */
  const build: { wasm: string; samples: string; manifest: string; bookmarklet: string };
  export default build;
}
declare module "#precache" {
  const precache: { version: string; files: string[] };
  export default precache;
}
declare module "#precision" {
  const table: string;
  export default table;
}
declare module "#loader-style" {
  const css: string;
  export default css;
}
declare module "#panel-style" {
  const css: string;
  export default css;
}
declare module "#packed-wasm" {
  /** gzip in base64 */
  const packed: string;
  export default packed;
}
declare module "#privacy-style" {
  const css: string;
  export default css;
}
declare module "#compare-style" {
  const css: string;
  export default css;
}

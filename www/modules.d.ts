declare module "#worker" {
  const source: string;
  export default source;
}
declare module "#style" {
  const css: string;
  export default css;
}
declare module "#precision" {
  const table: string;
  export default table;
}

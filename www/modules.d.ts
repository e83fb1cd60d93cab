declare module "#worker" {
  const source: string;
  export default source;
}
declare module "#style" {
  const css: string;
  export default css;
}

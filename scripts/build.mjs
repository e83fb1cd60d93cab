// `npm run build`: leaves everything in dist/ and prints the sizes. `--no-opt` is for a quick look while developing.

import { make } from "./make.mjs";

const options = process.argv.slice(2);
await make(...options);
// Loaded late: it needs packages that are there only after `make`.
const { printSizes } = await import("./sizes.mjs");
if (!options.includes("--no-opt")) printSizes();

// `npm run build`: leaves everything in dist/ and prints the sizes. `--no-opt` is for a quick look while developing.

import { make } from "./make.mjs";
import { printSizes } from "./sizes.mjs";

const options = process.argv.slice(2);
await make(...options);
if (!options.includes("--no-opt")) printSizes();

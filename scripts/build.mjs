// `npm run build`: leaves everything in dist/ and prints the sizes. `--no-opt` is for a quick look while developing.

import { artefacts, prepare, wasm } from "./prepare.mjs";
import { printSizes } from "./sizes.mjs";

const options = process.argv.slice(2);
prepare();
wasm(...options);
await artefacts();
if (!options.includes("--no-opt")) printSizes();

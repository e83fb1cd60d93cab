// `npm run build`: leaves the static site in dist/site/ and prints the sizes of its files.

import { prepare, ROOT, site } from "./prepare.mjs";
import { printSizes } from "./sizes.mjs";

prepare();
site(...process.argv.slice(2));
printSizes(`${ROOT}/dist/site`);

// `npm run build`: leaves the static site in dist/site/ and prints the sizes of its files.

import { prepare, site } from "./prepare.mjs";

prepare();
site(...process.argv.slice(2));

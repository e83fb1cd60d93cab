// Everything in dist/, from the WebAssembly in target/site/ and from www/.

import { DIST, emptied, prepareTexts } from "./parts.mjs";
import { makeExtension } from "./extension.mjs";
import { makeNpm } from "./npm.mjs";
import { makeSbom } from "./sbom.mjs";
import { makeSingle } from "./single.mjs";
import { makeSite } from "./site.mjs";
import { makeSums } from "./sums.mjs";
import { makeWordpress } from "./wordpress.mjs";

export async function makeAll() {
  emptied(DIST);
  await prepareTexts();
  await makeSite();
  await makeSingle();
  await makeNpm();
  await makeWordpress();
  await makeExtension();
  makeSbom();
  makeSums();
}

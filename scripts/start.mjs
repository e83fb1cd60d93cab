// `npm start`: installs what is missing, builds, serves on this machine alone, prints the address.

import { make } from "./make.mjs";
import { ROOT } from "./root.mjs";
import { serve } from "./serve.mjs";

await make(...process.argv.slice(2));
const { address } = await serve(`${ROOT}/dist/site`, Number(process.env.PORT ?? 8080));
console.log(`\nOnRecord is at ${address}\n(Ctrl+C ends it)`);

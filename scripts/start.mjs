// `npm start`: installs what is missing, builds, serves on this machine alone, prints the address.

import { artefacts, prepare, ROOT, wasm } from "./prepare.mjs";
import { serve } from "./serve.mjs";

prepare();
wasm(...process.argv.slice(2));
await artefacts();
const { address } = await serve(`${ROOT}/dist/site`, Number(process.env.PORT ?? 8080));
console.log(`\nOnRecord is at ${address}\n(Ctrl+C ends it)`);

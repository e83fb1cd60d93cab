// `npm run accept`: after a change that is meant, writes down anew what the tests expect to read. Look at the difference
// before you commit it: whatever is in it, a reader will see.

import { spawnSync } from "node:child_process";
import { run } from "./run.mjs";

const UPDATE = { env: { UPDATE: "1", UPDATE_EXPECT: "1" } };

// The lists as packed, the claims of the test sentences, the tree of the page.
run("cargo", ["run", "--quiet", "--package", "onrecord-tools", "--", "pack"]);
run("cargo", ["test", "--quiet", "--package", "onrecord", "--test", "claims"], UPDATE);
run(process.execPath, ["--test", "tests/page/access.test.mjs"], UPDATE);
spawnSync("git", ["diff", "--stat", "--", "src/model", "tests"], { stdio: "inherit" });

// dist/onrecord.cdx.json: the bill of materials, as CycloneDX 1.6. Without a time or a random number: the same build, the
// same file.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.mjs";
import { crates } from "./crates.mjs";
import { DIST, release, sha256, write } from "./parts.mjs";

export function makeSbom() {
  const { version } = release();
  const libraries = crates().map((crate) => library(crate));
  const product = {
    type: "application",
    "bom-ref": `pkg:npm/onrecord@${version}`,
    name: "onrecord",
    version,
    licenses: [{ expression: "MIT OR Apache-2.0" }],
    purl: `pkg:npm/onrecord@${version}`,
  };
  const components = [...libraries, ...models()];
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: product },
    components,
    dependencies: [{ ref: product["bom-ref"], dependsOn: components.map((component) => component["bom-ref"]) }],
  };
  write(join(DIST, "onrecord.cdx.json"), `${JSON.stringify(bom, null, 1)}\n`);
}

function library({ name, version, license, repository }) {
  const purl = `pkg:cargo/${name}@${version}`;
  const externalReferences = repository ? { externalReferences: [{ type: "vcs", url: repository }] } : {};
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    licenses: [{ expression: license }],
    purl,
    ...externalReferences,
  };
}

/** The packed lists and weights; `data/README.md` names what each was made from. */
function models() {
  const folder = join(ROOT, "src/model");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".bin"))
    .sort()
    .map((file) => ({
      type: "machine-learning-model",
      "bom-ref": `src/model/${file}`,
      name: file,
      description: "Packed lists or weights; origins and licences are in NOTICE.txt",
      hashes: [{ alg: "SHA-256", content: sha256(readFileSync(join(folder, file))) }],
    }));
}

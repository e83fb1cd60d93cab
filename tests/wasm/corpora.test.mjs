// The same report in the command and in WASM for 200 articles of the development data, where that is.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { askCommand, openDoor } from "./door.mjs";

const FOLDER = process.env.ONRECORD_DATA && `${process.env.ONRECORD_DATA}/attribution/polnear-train`;
const skip = FOLDER ? false : "ONRECORD_DATA does not say where the data is";

test("200 articles of the development data: the same JSON as the command", { skip }, () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  const articles = files
    .sort()
    .slice(0, 200)
    .map((file) => {
      const { text } = JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
      return { id: file, text, published: "2016-07-01" };
    });
  const native = askCommand(articles);
  const door = openDoor();
  assert.equal(native.size, 200);
  for (const { id, text, published } of articles) {
    assert.equal(JSON.stringify(door.analyze(text, { published })), native.get(id), id);
  }
});

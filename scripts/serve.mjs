// A static server for this machine alone.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** Serves a folder; if the port is taken, on any other. Calls `seen` with the path of each request. */
export async function serve(folder, port = 0, seen = (_path) => {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, request, response, seen).catch(() => response.writeHead(400).end("not a request"));
  });
  await listen(server, port).catch(() => listen(server, 0));
  const address = `http://localhost:${server.address().port}/`;
  return { address, close: () => closed(server) };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
}

/** @param {import("node:http").Server} server */
function closed(server) {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done(undefined)));
}

async function answer(folder, request, response, seen) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  seen(path);
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const found = file.startsWith(folder + sep) ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) return response.writeHead(404).end("not found");
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-cache",
  });
  createReadStream(file).pipe(response);
}

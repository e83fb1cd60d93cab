// All that a browser can reach: a proxy that answers with our pages, whatever the host, and writes down what it was asked.

import { createServer } from "node:http";

export async function openWorld() {
  /** @type {Map<string, { html: string | Uint8Array, headers: Record<string, string> }>} */
  const pages = new Map();
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const url = String(request.url);
    asked.push(url);
    const page = pages.get(url);
    if (!page) return response.writeHead(404, { "Access-Control-Allow-Origin": "*" }).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
  });
  for (const event of ["connect", "upgrade"]) {
    server.on(event, (request, socket) => {
      asked.push(String(request.url));
      socket.on("error", () => {});
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
  }
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  let next = 0;
  return {
    port: server.address().port,
    asked,
    /** @param {string} html @param {{ host?: string, headers?: Record<string, string> }} [how] @returns {string} its address */
    put(html, { host = "news.example", headers = {} } = {}) {
      const url = `http://${host}/page${next++}.html`;
      pages.set(url, { html, headers });
      return url;
    },
    /** @param {string} path @param {Uint8Array} wasm */
    file(path, wasm) {
      pages.set(`http://news.example${path}`, { html: wasm, headers: { "Content-Type": "application/wasm" } });
    },
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

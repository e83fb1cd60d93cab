// A server that hears whatever is sent to it: any method, any path, and the knock of a WebSocket.

import { createServer } from "node:http";

/** Answers its address and the list of what was heard. */
export async function listen() {
  /** @type {string[]} */
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(String(request.url));
    const type = request.url?.includes("eventsource") ? "text/event-stream" : "text/plain";
    response.writeHead(200, { "Content-Type": type, "Access-Control-Allow-Origin": "*" }).end();
  });
  server.on("upgrade", (request, socket) => {
    heard.push(String(request.url));
    socket.destroy();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, heard, close };
}

/** Which kinds of planted request were heard. */
export const kindsHeard = (heard) =>
  [...new Set(heard.map((url) => new URL(url, "http://x").searchParams.get("planted")))].filter(Boolean).sort();

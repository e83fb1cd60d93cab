// Pages of other people, with the package beside them, each with the policy that its owner wrote.

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { ROOT } from "../wasm/bindings.mjs";

export const NPM = join(ROOT, "dist/npm");
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

/** Answers where the pages are, `put` to add one, and the paths that were asked for. */
export async function hostPages() {
  /** @type {Map<string, { html: string, headers: Record<string, string> }>} */
  const pages = new Map();
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const path = new URL(String(request.url), "http://x").pathname;
    if (path !== "/favicon.ico") requests.push(path);
    const page = pages.get(path);
    if (page)
      return response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
    const file = join(NPM, path.replace(/^\/lib\//, ""));
    if (!path.startsWith("/lib/") || !existsSync(file)) return response.writeHead(404).end();
    const headers = path.endsWith("worker.js") ? WORKER_POLICY : {};
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "text/plain", ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "localhost", () => ready(undefined)));
  const address = `http://localhost:${server.address().port}/`;
  let next = 0;
  return {
    address,
    requests,
    /** @param {string} html @param {string} [policy] */
    put(html, policy) {
      const name = `page${next++}.html`;
      pages.set(`/${name}`, { html, headers: policy ? { "Content-Security-Policy": policy } : {} });
      return address + name;
    },
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

const WORKER_POLICY = {
  "Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
};

export const SCRIPT = '<script src="/lib/onrecord.js" defer></script>';

/** The sample's paragraphs as a page would have them. */
export function asHtml(text) {
  const escape = (words) => words.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
  const [headline, ...paragraphs] = text.trim().split(/\n\n+/);
  return `<h1>${escape(headline)}</h1>\n${paragraphs.map((p) => `<p>${escape(p)}</p>`).join("\n")}`;
}

/** A page around an element. */
export function pageOf(body, { head = "", title = "The Vessey Echo", script = SCRIPT } = {}) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}${script}</head><body>${body}</body></html>`;
}

export const size = (name) => readFileSync(join(NPM, name));

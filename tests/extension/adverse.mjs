// Six pages that make it hard: their styles shout, their policies forbid, their article is in a shadow tree or a frame, or
// comes when another one goes.

const P = (paragraphs) => paragraphs.map((words) => `<p>${words}</p>`).join("\n");
const article = ({ headline, paragraphs }) => `<article><h1>${headline}</h1>${P(paragraphs)}</article>`;
const quote = (html) => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

export const ADVERSE = [
  {
    name: "styles that shout",
    head: `<style>
      * { color: #111 !important; background: #eee !important; user-select: none !important; -webkit-text-fill-color: #111 !important; }
      *::highlight(onrecord-claim), ::highlight(claim) { background: none !important; }
      p { text-transform: uppercase; word-spacing: 1em; } p::first-line { color: red; } p::first-letter { font-size: 3em; }
      article { all: unset; display: grid; columns: 3; writing-mode: vertical-rl; contain: strict; height: 400px; overflow: auto; }
    </style>`,
    page: article,
  },
  {
    name: "a policy that forbids all, with Trusted Types and in a sandbox",
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; sandbox allow-scripts; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "clipboard-write=(), fullscreen=()",
    },
    page: article,
  },
  {
    name: "a closed shadow tree in another, with slots",
    page: ({ headline, paragraphs }) => `<p>A menu.</p><news-page><h1 slot="head">${headline}</h1></news-page>
      <template id="body">${P(paragraphs)}</template><script>
      const outer = document.querySelector("news-page").attachShadow({ mode: "open" });
      const inner = outer.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
      const article = inner.appendChild(document.createElement("article"));
      const head = article.appendChild(document.createElement("h1"));
      head.textContent = document.querySelector("h1").textContent;
      article.append(document.getElementById("body").content.cloneNode(true));
      </script>`,
  },
  {
    name: "a frame with the article in a page with little else",
    page: (whole) =>
      `<main><p>A page around a frame said that the article is inside.</p><iframe width="900" height="900" srcdoc="${quote(`<!doctype html><body>${article(whole)}</body>`)}"></iframe><iframe srcdoc="&lt;p>An advertisement said buy.&lt;/p>"></iframe></main>`,
  },
  {
    name: "a page whose scripts and names get in the way",
    page: (
      whole,
    ) => `<img name="querySelectorAll"><img name="body"><form name="documentElement"><input name="closest"></form>
      <img name="getElementById"><img name="createRange"><a id="CSS" name="CSS"></a><a id="Highlight"></a><a id="onrecord"></a>
      ${article(whole).replace("<p>", `<form class="post"><input name="childNodes"><input name="matches"><input name="textContent"><input name="getAttribute"></form><p>`)}`,
  },
  {
    name: "an article that takes another's place without a new page",
    page: (
      whole,
    ) => `<div id="app"><article><h1>Another one</h1>${P(Array(9).fill("The other article said that it came first on this page, and that was that."))}</article></div>
      <template>${article(whole)}</template><script>
      history.pushState({}, "", "?second");
      document.querySelector("#app").replaceChildren(document.querySelector("template").content.cloneNode(true));
      </script>`,
  },
];

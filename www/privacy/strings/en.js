// The words of the page's foot in English: the privacy panel and the bookmarklet. German has the same keys.

export const en = {
  open: "Privacy: see what your browser refuses",
  title: "Privacy",
  promise:
    "The text you read here stays on this device. This page does not ask you to believe that: your browser enforces it.",
  how: "Before the first text can be read, the page forbids itself every request, by a security policy that it cannot take back. The analyser works in a worker that inherits the policy.",
  try: "Try it: the button plants a request of every kind in this page, and shows what became of each.",
  plant: "Plant the requests",
  planting: "Planting …",
  outcome: /** @type {Record<string, string>} */ ({
    refused: "refused by the browser",
    failed: "failed; this browser does not say why",
    sent: "NOT refused",
    absent: "this browser has no such request",
  }),
  kinds: /** @type {Record<string, string>} */ ({
    fetch: "fetch()",
    xhr: "XMLHttpRequest",
    beacon: "Beacon",
    websocket: "WebSocket",
    eventsource: "EventSource",
    image: "Picture",
    css: "url() in a style",
    stylesheet: "Style sheet",
    font: "Font",
    video: "Video",
    prefetch: "Prefetch",
    script: "Script",
    iframe: "Frame",
    form: "Form",
    "worker-fetch": "fetch() in the worker",
    "worker-import": "importScripts() in the worker",
  }),
  all: (/** @type {number} */ n) => `None of ${n} got out: nothing left this page.`,
  some: (/** @type {number} */ n) => `${n} were not refused. Do not trust this page: tell whoever gave it to you.`,
  limitsTitle: "What no policy can refuse",
  limits: /** @type {string[]} */ ([
    "Going to another address. A page that sets its own address could write words into it. This one has no code that does: a test reads all of its code for that, at every build.",
    "Connections for calls (WebRTC) and look-ups of names ahead of time (preconnect). The page's code has neither; the same test reads for them.",
    "Extensions of your browser and the programs of your device: they see what you see.",
  ]),
  hosted:
    "The first visit fetches the page's own files, and with them a helper that keeps those files for reading without a network. The page never sends it anything: it has no code to hear it.",
  single: "This copy is one file: it fetches nothing at all, from the first moment on.",
  kept: "Nothing is kept unless you ask for it under “Save or copy”: no cookies, nothing in the address. What you save goes where you put it.",
  close: "Close",

  bookmarklet: {
    open: "Read the page you are on",
    title: "From the page you are on",
    how: "Drag this to your bookmarks:",
    link: "Who says what?",
    what: "Pressed on an article, it opens this page with the article’s words, or those you selected; not the address. You are asked first. Where a site’s policy forbids that, nothing happens: copy and paste the words, or use the browser extension.",
    silent:
      "OnRecord did not answer: this site’s policy, or a blocked window, keeps the two apart. Copy and paste the words instead.",
    close: "Close",
  },
};

/** @typedef {typeof en} Words */

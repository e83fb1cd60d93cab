// What the embedded element says besides the words of the interface, in English.

export const words = {
  button: "Who says what?",
  close: "Close",
  title: "Who says what",
  reading: "Reading the article …",
  empty: "There is no text to read here.",
  privacy: "Read on this device: the text is not sent anywhere by OnRecord.",
  frozen: "Reviewed by the editors.",
  changed: "The article has changed since this was reviewed: its words are shown as they were, and are not marked.",
  otherLanguage: "This text does not seem to be English. OnRecord reads English only so far.",
  claims: "Claims",
  entities: "Names",
  figures: "Numbers & times",
  unattributed: "Unattributed",
  viewsLabel: "Views",
  none: "Nothing found.",
  showInText: "Show in the article",
  errors: /** @type {Record<string, string>} */ ({
    CSP_WASM:
      "The security policy of this page forbids WebAssembly. Its owner can allow it: script-src 'wasm-unsafe-eval'.",
    CSP_WORKER:
      "The security policy of this page forbids the analyser's worker. Its owner can allow it: worker-src blob:, or worker-src 'self' with the attribute worker; with Trusted Types also: trusted-types onrecord.",
    WASM_LOAD:
      "The analyser could not be loaded. Is onrecord.wasm beside the script, or named by the attribute base, and does connect-src allow it?",
    TOO_LARGE: "This article is too long to be read here.",
    TIMEOUT: "Reading took too long and was stopped.",
    PANIC: "The analyser broke on this text. That is our fault; it was started afresh.",
    NO_TARGET: 'No article was found on this page. Its owner can name one: for="#article".',
    LANGUAGE: "This text does not seem to be English.",
    REPORT: "The reviewed report could not be read. Is its address right, and is it a report saved by OnRecord?",
  }),
};

/** @typedef {typeof words} Words */

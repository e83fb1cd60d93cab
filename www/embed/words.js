// What the embedded element says before anything is loaded, and when that fails. The words of the panel are in languages/.

import { lookup } from "../lookup.js";

const en = lookup({
  lang: "en",
  button: "Who says what?",
  title: "Who says what",
  reading: "Reading the article …",
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
});

/** @typedef {typeof en} Words */

/** @type {Words} */
const de = lookup({
  lang: "de",
  button: "Wer sagt was?",
  title: "Wer sagt was",
  reading: "Liest den Artikel …",
  errors: {
    CSP_WASM:
      "Die Sicherheitsregeln dieser Seite verbieten WebAssembly. Wer die Seite betreibt, kann es erlauben: script-src 'wasm-unsafe-eval'.",
    CSP_WORKER:
      "Die Sicherheitsregeln dieser Seite verbieten den Worker der Analyse. Wer die Seite betreibt, kann ihn erlauben: worker-src blob:, oder worker-src 'self' mit dem Attribut worker; bei Trusted Types auch: trusted-types onrecord.",
    WASM_LOAD:
      "Die Analyse ließ sich nicht laden. Liegt onrecord.wasm neben dem Skript, oder nennt das Attribut base den Ort, und erlaubt connect-src ihn?",
    TOO_LARGE: "Dieser Artikel ist zu lang, um hier gelesen zu werden.",
    TIMEOUT: "Das Lesen dauerte zu lange und wurde angehalten.",
    PANIC: "Die Analyse ist an diesem Text gescheitert. Das ist unser Fehler; sie wurde neu gestartet.",
    NO_TARGET:
      'Auf dieser Seite wurde kein Artikel gefunden. Wer die Seite betreibt, kann einen nennen: for="#artikel".',
    LANGUAGE: "Dieser Text scheint nicht englisch zu sein.",
    REPORT: "Der geprüfte Bericht ließ sich nicht lesen. Stimmt die Adresse, und hat OnRecord ihn gespeichert?",
  },
});

/** By the element's own `lang`, else that of the page around it, else English. @param {Element} host */
export function wordsFor(host) {
  const tag = host.closest("[lang]")?.getAttribute("lang") ?? "";
  return /^de\b/i.test(tag) ? de : en;
}

// The words of the privacy panel, and of the note that a newer page is there.

const en = {
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
  kept: "Nothing is kept: no cookies, no storage, nothing in the address. What you save goes where you put it.",
  close: "Close",
  updated: "A newer OnRecord is on this device now.",
  updatedOpen: "Open it in a new tab",
  updatedKeep: "What you read here stays open until you close it.",
  later: "Later",
};

/** @typedef {typeof en} Words */

/** @type {Words} */
const de = {
  open: "Datenschutz: sehen, was Ihr Browser verweigert",
  title: "Datenschutz",
  promise:
    "Der Text, den Sie hier lesen, bleibt auf diesem Gerät. Das müssen Sie dieser Seite nicht glauben: Ihr Browser erzwingt es.",
  how: "Bevor der erste Text gelesen werden kann, verbietet die Seite sich selbst jede Anfrage, durch eine Sicherheitsregel, die sie nicht zurücknehmen kann. Die Analyse arbeitet in einem Worker, der die Regel erbt.",
  try: "Probieren Sie es: Der Knopf stellt in dieser Seite eine Anfrage von jeder Art und zeigt, was aus jeder wurde.",
  plant: "Die Anfragen stellen",
  planting: "Stellt Anfragen …",
  outcome: {
    refused: "vom Browser verweigert",
    failed: "gescheitert; dieser Browser sagt nicht, warum",
    sent: "NICHT verweigert",
    absent: "diese Art gibt es in diesem Browser nicht",
  },
  kinds: {
    fetch: "fetch()",
    xhr: "XMLHttpRequest",
    beacon: "Beacon",
    websocket: "WebSocket",
    eventsource: "EventSource",
    image: "Bild",
    css: "url() in einem Stil",
    stylesheet: "Stylesheet",
    font: "Schrift",
    video: "Video",
    prefetch: "Vorabruf",
    script: "Skript",
    iframe: "Rahmen",
    form: "Formular",
    "worker-fetch": "fetch() im Worker",
    "worker-import": "importScripts() im Worker",
  },
  all: (n) => `Keine von ${n} kam hinaus: Nichts hat diese Seite verlassen.`,
  some: (n) =>
    `${n} wurden nicht verweigert. Trauen Sie dieser Seite nicht, und sagen Sie es denen, von denen Sie sie haben.`,
  limitsTitle: "Was keine Regel verweigern kann",
  limits: [
    "Der Wechsel zu einer anderen Adresse. Eine Seite, die ihre Adresse selbst setzt, könnte Worte hineinschreiben. Diese hat keinen Code dafür: Ein Test liest bei jedem Bau ihren ganzen Code daraufhin.",
    "Verbindungen für Gespräche (WebRTC) und das Nachschlagen von Namen im Voraus (preconnect). Der Code der Seite enthält beides nicht; derselbe Test sucht danach.",
    "Erweiterungen Ihres Browsers und die Programme Ihres Geräts: Sie sehen, was Sie sehen.",
  ],
  hosted:
    "Der erste Besuch holt die Dateien der Seite und mit ihnen einen Helfer, der sie für das Lesen ohne Netz aufbewahrt. Die Seite sendet ihm nie etwas: Er hat keinen Code, es zu hören.",
  single: "Diese Ausgabe ist eine einzige Datei: Sie ruft vom ersten Augenblick an gar nichts ab.",
  kept: "Nichts wird behalten: keine Cookies, kein Speicher, nichts in der Adresse. Was Sie sichern, geht dorthin, wo Sie es ablegen.",
  close: "Schließen",
  updated: "Ein neueres OnRecord ist jetzt auf diesem Gerät.",
  updatedOpen: "In einem neuen Tab öffnen",
  updatedKeep: "Was Sie hier lesen, bleibt offen, bis Sie es schließen.",
  later: "Später",
};

/** In the language that the page speaks now. */
export const spoken = () => (document.documentElement.lang === "de" ? de : en);

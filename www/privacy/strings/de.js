// The words of the page's foot in German.

/** @type {import("./en.js").Words} */
export const de = {
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
  kept: "Nichts wird aufgehoben, außer Sie verlangen es unter „Sichern …“: keine Cookies, nichts in der Adresse. Was Sie sichern, liegt dort, wo Sie es ablegen.",
  close: "Schließen",

  bookmarklet: {
    open: "Die Seite lesen, auf der Sie sind",
    title: "Von der Seite, auf der Sie sind",
    how: "Ziehen Sie das zu Ihren Lesezeichen:",
    link: "Wer sagt was?",
    what: "Auf einem Artikel gedrückt, öffnet es diese Seite und übergibt die Worte des Artikels oder die ausgewählten; nicht die Adresse. Sie sehen, von welcher Website sie kommen, und werden gefragt. Wo die Regeln einer Website Lesezeichen mit Skript verbieten, geschieht nichts: Kopieren Sie die Worte, oder nehmen Sie die Erweiterung für Ihren Browser.",
    silent:
      "OnRecord hat nicht geantwortet: Die Regeln dieser Website oder ein blockiertes Fenster trennen die beiden. Bitte kopieren Sie die Worte.",
    close: "Schließen",
  },
};

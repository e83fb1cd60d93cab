// Die Worte um das Element herum auf Deutsch: die der Seite und die ihrer Datenschutzprobe.

/** @type {import("./en.page.js").PageWords} */
export const page = {
  title: "OnRecord: wer in einem Artikel was sagt",
  claim: "Wer in einem Artikel was sagt, auf wessen Wort hin, mit welchen Zahlen.",
  stays:
    "Der eingefügte Text bleibt auf diesem Gerät: Ist die Seite geladen, verweigert Ihr Browser ihr jede Anfrage, die sie stellen könnte.",
  errs: "Die Markierungen stammen von Regeln und kleinen Modellen, die irren. Bitte vor Gebrauch prüfen.",

  privacy: {
    open: "Datenschutz: sehen, was Ihr Browser verweigert",
    title: "Datenschutz",
    promise:
      "Der Text, den Sie hier lesen, bleibt auf diesem Gerät. Das müssen Sie der Seite nicht glauben: Ihr Browser setzt es durch.",
    how: "Bevor der erste Text gelesen werden kann, verbietet sich die Seite jede Anfrage, durch eine Sicherheitsrichtlinie, die sie nicht zurücknehmen kann. Die Analyse läuft in einem Worker, der die Richtlinie erbt.",
    try: "Probieren Sie es aus: Der Knopf versucht auf dieser Seite eine Anfrage jeder Art und zeigt, was aus jeder wurde.",
    plant: "Anfragen versuchen",
    planting: "Wird versucht …",
    outcome: {
      refused: "vom Browser verweigert",
      failed: "gescheitert; dieser Browser sagt nicht, warum",
      sent: "NICHT verweigert",
      absent: "diese Anfrage gibt es in diesem Browser nicht",
    },
    kinds: {
      fetch: "fetch()",
      xhr: "XMLHttpRequest",
      beacon: "Beacon",
      websocket: "WebSocket",
      eventsource: "EventSource",
      image: "Bild",
      css: "url() in einer Stilangabe",
      stylesheet: "Stilvorlage",
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
      `${n} ${n === 1 ? "wurde" : "wurden"} nicht verweigert. Trauen Sie dieser Seite nicht: Sagen Sie es dem, von dem Sie sie haben.`,
    limitsTitle: "Was keine Richtlinie verweigern kann",
    limits: [
      "Zu einer anderen Adresse zu gehen. Eine Seite, die ihre eigene Adresse setzt, könnte Worte hineinschreiben. Diese hat keinen Code, der das tut: Ein Test liest bei jedem Bau ihren ganzen Code daraufhin durch.",
      "Verbindungen für Gespräche (WebRTC) und das Nachschlagen von Namen im Voraus (preconnect). Der Code der Seite hat weder das eine noch das andere; derselbe Test liest auch darauf.",
      "Erweiterungen Ihres Browsers und die Programme Ihres Geräts: Sie sehen, was Sie sehen.",
    ],
    hosted:
      "Der erste Besuch holt die Dateien der Seite und mit ihnen einen Helfer, der sie zum Lesen ohne Netz aufbewahrt. Die Seite schickt ihm nie etwas: Er hat keinen Code, um es zu hören.",
    single: "Diese Ausgabe ist eine einzige Datei: Sie holt vom ersten Augenblick an überhaupt nichts.",
    kept: "Nichts wird aufbewahrt: keine Cookies, kein Speicher, nichts in der Adresse. Was Sie speichern, liegt dort, wo Sie es hinlegen.",
    close: "Schließen",
    updated: "Auf diesem Gerät ist jetzt ein neueres OnRecord.",
    updatedOpen: "In einem neuen Tab öffnen",
    updatedKeep: "Was Sie hier lesen, bleibt offen, bis Sie es schließen.",
    later: "Später",
  },
};

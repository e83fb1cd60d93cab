// Die Worte um das Element herum auf Deutsch.

/** @type {import("./en.page.js").PageWords} */
export const page = {
  title: "OnRecord: wer in einem Artikel was sagt",
  claim: "Wer in einem Artikel was sagt, auf wessen Wort hin, mit welchen Zahlen.",
  stays:
    "Der eingefügte Text bleibt auf diesem Gerät: Ist die Seite geladen, verweigert Ihr Browser ihr jede Anfrage, die sie stellen könnte.",
  errs: "Die Markierungen stammen von Regeln und kleinen Modellen, die irren. Bitte vor Gebrauch prüfen.",

  bookmarklet: {
    open: "Die Seite lesen, auf der Sie sind",
    title: "Von der Seite, auf der Sie sind",
    how: "Ziehen Sie das zu Ihren Lesezeichen:",
    link: "Wer sagt was?",
    what: "Auf einem Artikel gedrückt, öffnet es diese Seite und übergibt die Worte des Artikels oder die ausgewählten; nicht die Adresse. Sie sehen, von welcher Website sie kommen, und werden gefragt. Wo die Regeln einer Website Lesezeichen mit Skript verbieten, geschieht nichts: Kopieren Sie die Worte, oder nehmen Sie die Erweiterung für Ihren Browser.",
    silent:
      "OnRecord hat nicht geantwortet: Die Regeln dieser Website oder ein blockiertes Fenster trennen die beiden. Bitte kopieren Sie die Worte.",
    cut: "Die Regeln der Website lassen ihre Seiten nichts übergeben. Bitte kopieren Sie die Worte.",
    empty: (origin) => `${origin} hat keine Worte zu übergeben.`,
    asks: (origin, length) => `${origin} übergibt einen Text von ${length.toLocaleString("de")} Zeichen. Hier lesen?`,
    take: "Lesen",
    leave: "Nein",
    close: "Schließen",
  },

  newer: {
    there: "Ein neueres OnRecord ist jetzt auf diesem Gerät.",
    open: "In einem neuen Tab öffnen",
    keep: "Was Sie hier lesen, bleibt offen, bis Sie es schließen.",
    later: "Später",
  },
};

// Die Worte um das Element herum auf Deutsch.

/** @type {import("./en.page.js").PageWords} */
export const page = {
  title: "OnRecord: wer in einem Artikel was sagt",
  claim: "Wer in einem Artikel was sagt, auf wessen Wort hin, mit welchen Zahlen.",
  stays:
    "Der eingefügte Text bleibt auf diesem Gerät: Ist die Seite geladen, verweigert Ihr Browser ihr jede Anfrage, die sie stellen könnte.",
  errs: "Die Markierungen stammen von Regeln und kleinen Modellen, die irren. Bitte vor Gebrauch prüfen.",

  brought: {
    cut: "Die Regeln der Website lassen ihre Seiten nichts übergeben. Bitte kopieren Sie die Worte.",
    empty: (origin) => `${origin} hat keine Worte zu übergeben.`,
    asks: (origin, length) => `${origin} übergibt einen Text von ${length.toLocaleString("de")} Zeichen. Hier lesen?`,
    take: "Lesen",
    leave: "Nein",
  },

  newer: {
    there: "Ein neueres OnRecord ist jetzt auf diesem Gerät.",
    open: "In einem neuen Tab öffnen",
    keep: "Was Sie hier lesen, bleibt offen, bis Sie es schließen.",
    later: "Später",
  },
};

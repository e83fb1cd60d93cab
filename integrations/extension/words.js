// What the panel says of the page beside it, in English and in German.

import { lookup } from "../../www/lookup.js";

const en = lookup({
  reading: "Reading the page …",
  marked: "Who says what on this page. Marked there as well.",
  plain: "Read from your selection. Nothing is marked on the page.",
  edited: "The text was changed here: nothing is marked on the page.",
  followed: "The article changed, and was read again.",
  changed: "The article on the page has changed since.",
  another: "The page shows another article now.",
  restless: "The article keeps changing, and is not followed any more.",
  left: "This page was left. What was read of it stays here.",
  press: "To read a page, press OnRecord’s button in the browser’s toolbar.",
  forbidden:
    "The browser lets no extension read this page: its own pages, extension stores and PDF files. Select words there and use the context menu, or paste them here.",
  none: "No article was found on this page. Select its words and use the context menu, or paste them here.",
  elsewhere:
    "No article was found on this page. If it is in a frame of another site, open that frame in a tab of its own, or paste the words here.",
  privacy:
    "The panel’s policy comes with the extension, and neither it nor a page can take it back. The extension may read a page only after you press its button there, and only that page. It can reach no server: it has no right to, and the policy refuses it. The page’s own scripts can see that words are marked, and which; they see nothing of this panel.",
  again: "Read again",
});

/** @typedef {typeof en} Words */

/** @type {Words} */
const de = lookup({
  reading: "Liest die Seite …",
  marked: "Wer auf dieser Seite was sagt. Auch dort markiert.",
  plain: "Aus Ihrer Auswahl gelesen. Auf der Seite ist nichts markiert.",
  edited: "Der Text wurde hier geändert: Auf der Seite ist nichts markiert.",
  followed: "Der Artikel hat sich geändert und wurde neu gelesen.",
  changed: "Der Artikel auf der Seite hat sich seitdem geändert.",
  another: "Die Seite zeigt jetzt einen anderen Artikel.",
  restless: "Der Artikel ändert sich dauernd und wird nicht weiter verfolgt.",
  left: "Diese Seite wurde verlassen. Was von ihr gelesen wurde, bleibt hier.",
  press: "Um eine Seite zu lesen, drücken Sie OnRecords Knopf in der Leiste des Browsers.",
  forbidden:
    "Diese Seite lässt der Browser von keiner Erweiterung lesen: seine eigenen Seiten, Läden für Erweiterungen und PDF-Dateien. Wählen Sie dort Worte aus und nehmen Sie das Kontextmenü, oder fügen Sie sie hier ein.",
  none: "Auf dieser Seite wurde kein Artikel gefunden. Wählen Sie seine Worte aus und nehmen Sie das Kontextmenü, oder fügen Sie sie hier ein.",
  elsewhere:
    "Auf dieser Seite wurde kein Artikel gefunden. Steht er in einem Rahmen einer anderen Website, öffnen Sie den Rahmen in einem eigenen Tab, oder fügen Sie die Worte hier ein.",
  privacy:
    "Die Regel des Bereichs gehört zur Erweiterung; weder er noch eine Seite kann sie zurücknehmen. Die Erweiterung darf eine Seite erst lesen, wenn Sie dort ihren Knopf drücken, und nur diese. Sie erreicht keinen Server: Sie darf es nicht, und die Regel verweigert es. Die Skripte der Seite können sehen, dass Worte markiert sind und welche; von diesem Bereich sehen sie nichts.",
  again: "Neu lesen",
});

/** @param {string} language of the interface */
export function wordsIn(language) {
  return language === "de" ? de : en;
}

// Die Wörter der Tafel auf Deutsch, mit denen, die sie mit der Seite teilt.

export { shared as strings } from "../../strings/de.shared.js";

/** Was gesicherte Dateien außerdem brauchen. */
export const whole = async () => (await import("../../strings/de.js")).de;

/** @type {import("./en.js").Words} */
export const words = {
  privacy: "Auf diesem Gerät gelesen: OnRecord sendet den Text nirgendwohin.",
  notRead: "Dafür wurde nichts analysiert, und OnRecord hat nichts irgendwohin gesendet.",
  frozen: "Von der Redaktion geprüft.",
  changed:
    "Der Artikel hat sich seit der Prüfung geändert: Seine Worte stehen hier, wie sie waren, und sind nicht markiert.",
  otherLanguage: "Dieser Text scheint nicht englisch zu sein. OnRecord liest bisher nur Englisch.",
  claims: "Aussagen",
  entities: "Namen",
  figures: "Zahlen & Zeiten",
  unattributed: "Ohne Quelle",
  none: "Nichts gefunden.",
  showInText: "Im Artikel zeigen",
};

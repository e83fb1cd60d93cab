// The words of the panel in English, with those that it shares with the page.

export { shared as strings } from "../../strings/en.shared.js";

/** What files that are saved need besides. */
export const whole = async () => (await import("../../strings/en.js")).en;

export const words = {
  privacy: "Read on this device: the text is not sent anywhere by OnRecord.",
  notRead: "Nothing was analysed for this, and nothing was sent anywhere by OnRecord.",
  frozen: "Reviewed by the editors.",
  changed: "The article has changed since this was reviewed: its words are shown as they were, and are not marked.",
  otherLanguage: "This text does not seem to be English. OnRecord reads English only so far.",
  claims: "Claims",
  entities: "Names",
  figures: "Numbers & times",
  unattributed: "Unattributed",
  none: "Nothing found.",
  showInText: "Show in the article",
};

/** @typedef {typeof words} Words */

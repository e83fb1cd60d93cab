// The words around the element, in English.

export const page = {
  title: "OnRecord: who says what in a news article",
  claim: "Who says what in a news article, on whose word, with which numbers.",
  stays:
    "The text you paste stays on this device: once this page has loaded, your browser refuses every request that it could make.",
  errs: "The marks are made by rules and small models that err. Check them before you rely on them.",

  brought: {
    cut: "The site’s policy keeps its pages from handing anything over. Copy and paste the words instead.",
    empty: (/** @type {string} */ origin) => `${origin} has no words to hand over.`,
    asks: (/** @type {string} */ origin, /** @type {number} */ length) =>
      `${origin} hands over a text of ${length.toLocaleString("en")} characters. Read it here?`,
    take: "Read it",
    leave: "No",
  },

  newer: {
    there: "A newer OnRecord is on this device now.",
    open: "Open it in a new tab",
    keep: "What you read here stays open until you close it.",
    later: "Later",
  },
};

/** @typedef {typeof page} PageWords */

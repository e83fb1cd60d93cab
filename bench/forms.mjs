// Texts that a slow stage would show itself on: each piece over and over, to any length.

export const FORMS = /** @type {Record<string, string>} */ ({
  sentences: "The mayor said the pier would stay. ",
  paragraphs: "“It is bad,” he said.\n\nThe mayor of Oslo, Ana Berg, told AFP it will.\n\n",
  names: "Kim Jong Un met Vladimir Putin, who said he was there. ",
  numbers: "They paid $5m for 3 km (2 miles) on Monday. ",
  "speech verbs": "he said ",
  "quotation marks": '"',
  "curly marks": "“‘",
  brackets: "(",
  "full stops": ". ",
  digits: "1 ",
  "no spaces": "abcdefghij",
  emoji: "😀 ",
  capitals: "THE MAYOR SAID NO. ",
  "right to left": "قال الرئيس إن الميناء سيبقى. ",
  nul: "\0",
});

/** @param {string} piece @param {number} units */
export const repeated = (piece, units) => piece.repeat(Math.ceil(units / piece.length)).slice(0, units);

// wink-nlp with its web model: tokens, sentences, parts of speech, entities by pattern (no names), sentiment.

import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

export async function open() {
  const nlp = winkNLP(model);
  const { its } = nlp;
  return {
    analyze: async (text) => {
      const doc = nlp.readDoc(text);
      return [doc.sentences().out(), doc.entities().out(its.detail), doc.tokens().out(its.pos)];
    },
  };
}

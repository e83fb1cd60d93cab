// compromise: parts of speech, people, places and organizations, quotations, numbers.

import nlp from "compromise";

export async function open() {
  return {
    analyze: async (text) => {
      const doc = nlp(text);
      return [doc.people(), doc.places(), doc.organizations(), doc.quotations(), doc.numbers()].map((v) => v.json());
    },
  };
}

/** The share of words that two texts have in common, as F1 over the words with their number. */
export function agreement(found, expected) {
  const counts = new Map();
  const words = (text) => text.split(/\s+/).filter(Boolean);
  for (const word of words(expected)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of words(found)) {
    if (!counts.get(word)) continue;
    counts.set(word, counts.get(word) - 1);
    common++;
  }
  return (2 * common) / (words(found).length + words(expected).length);
}

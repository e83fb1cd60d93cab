#!/usr/bin/env python3
"""Agreement of two markings of the same articles, by score.py's measure. Standard library only.

    agreement.py FIRST SECOND      files of JSON lines by `tools gold FOLDER`, or folders as eval/news/articles

Texts are paired by id. The second marking is turned into reports and scored against the first as if the engine had made it.
"""
import itertools, re, sys
sys.dont_write_bytecode = True
import score

def speakers(quote):
    named = quote.get('resolved_speaker')
    return [named] if isinstance(named, str) else named or []

class Units:
    """Code points of a text as UTF-16 offsets."""
    def __init__(self, text):
        self.text = text
        self.at = list(itertools.accumulate((2 if ord(c) > 0xFFFF else 1 for c in text), initial=0))
    def span(self, s): return {'start': self.at[s['start']], 'end': self.at[s['end']]}
    def occurrences(self, words): return [self.span({'start': m.start(), 'end': m.end()}) for m in re.finditer(re.escape(words), self.text)]

def claims(row, units, ids):
    for q in row['quotes']:
        claim = {'id': q['id'], 'content': [units.span(s) for s in q['contents']], 'via': q.get('via')}
        if q.get('cue') and q['cue']['end'] > q['cue']['start']: claim['cue'] = units.span(q['cue'])
        if q.get('sources'): claim['source'] = units.span(q['sources'][0])
        yield claim | {'speakers': [ids[name] for name in speakers(q)]}

def entities(row, units, ids):
    for e in row.get('entities') or []:
        if 'name' not in e: continue      # names by their spans, which `tools gold` writes
        mentions = [m | {'form': 'name'} for form in [e['name'], *(e.get('aliases') or [])] for m in units.occurrences(form)[:1]]
        yield {'id': ids.get(e['name'], 'e' + e['name']), 'name': e['name'], 'kind': e['kind'], 'mentions': mentions, 'roles': [{'text': r} for r in e.get('roles') or []]}

def quantity(mark, units):
    found = {key: mark[key] for key in ('value', 'low', 'high', 'unit', 'kind') if mark.get(key) is not None}
    of = units.occurrences(mark['of'])[:1] if isinstance(mark.get('of'), str) else []
    return found | units.span(mark) | ({'of': of[0]} if of else {})

def report(row):
    """What the engine would have to answer to be the same as this marking."""
    units = Units(row['text'])
    ids = {name: f'e{i}' for i, name in enumerate(sorted({name for q in row['quotes'] for name in speakers(q)}))}
    listed = list(entities(row, units, ids)); known = {e['id'] for e in listed}
    return {'claims': list(claims(row, units, ids)),
            'entities': listed + [{'id': i, 'name': name, 'kind': 'other', 'mentions': [], 'roles': []} for name, i in ids.items() if i not in known],
            'quantities': [quantity(q, units) for q in score.marks(row, 'numbers') if q.get('kind') not in ('date', 'time', 'duration', 'set')],
            'times': [units.span(t) | {'kind': t['kind'], 'value': t.get('timex')} for t in score.marks(row, 'times')]}

FIELDS = ('form', 'kind', 'attribution', 'stance', 'addressee', 'medium', 'said', 'anonymity', 'negated', 'hedged')
def fields(first, second):
    """How often both say the same of claims that both have, field by field."""
    same = {key: [0, 0] for key in FIELDS}
    for a, b in ((a, b) for a in first['quotes'] for b in second['quotes']):
        if a['contents'] == b['contents'] and a.get('cue') == b.get('cue'):
            for key, count in same.items():
                if a.get(key) or b.get(key): count[1] += 1; count[0] += a.get(key) == b.get(key)
    return same

if __name__ == '__main__':
    if len(sys.argv) != 3: sys.exit(__doc__)
    read = lambda path: {row['id']: row for row in score.gold_rows([path])}
    first, second = map(read, sys.argv[1:3])
    both = sorted(first.keys() & second.keys())
    if not both: sys.exit('no text is in both')
    print(f'{len(both)} texts')
    gold, answers = [first[i] for i in both], [report(second[i]) for i in both]
    score.claims(gold, answers)
    if all('quantities' in row for row in gold):
        for kind in (score.entities, score.numbers, score.times): kind(gold, answers)
    counts = [fields(first[i], second[i]) for i in both]
    for key in counts[0]:
        right, total = (sum(c[key][n] for c in counts) for n in (0, 1))
        if total: print(f'agree {key:12s} {right} of {total}')

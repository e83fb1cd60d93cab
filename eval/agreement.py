#!/usr/bin/env python3
"""Agreement of two markings of the same articles, by score.py's measure. Standard library only.

    agreement.py FIRST.jsonl SECOND.jsonl      both written by `tools gold FOLDER`; texts are paired by id

The second marking is turned into reports and scored against the first as if the engine had made it.
"""
import itertools, json, sys
sys.dont_write_bytecode = True
import score

def report(row):
    """What the engine would have to answer to be the same as this marking."""
    units = list(itertools.accumulate((2 if ord(c) > 0xFFFF else 1 for c in row['text']), initial=0))
    span = lambda s: {'start': units[s['start']], 'end': units[s['end']]}
    names = sorted({q['resolved_speaker'] for q in row['quotes'] if q.get('resolved_speaker')})
    claims = []
    for q in row['quotes']:
        claim = {'id': q['id'], 'content': [span(s) for s in q['contents']], 'via': q.get('via')}
        if q.get('cue'): claim['cue'] = span(q['cue'])
        if q.get('sources'): claim['source'] = span(q['sources'][0])
        claim['speakers'] = [f"e{names.index(q['resolved_speaker'])}"] if q.get('resolved_speaker') else []
        claims.append(claim)
    return {'entities': [{'id': f'e{i}', 'name': name} for i, name in enumerate(names)], 'claims': claims}

def fields(first, second):
    """How often both say the same of claims that both have, field by field."""
    same = {key: [0, 0] for key in ('kind', 'attribution', 'stance', 'addressee', 'medium', 'said', 'anonymity', 'negated', 'hedged')}
    for a, b in ((a, b) for a in first['quotes'] for b in second['quotes']):
        if a['contents'] == b['contents'] and a.get('cue') == b.get('cue'):
            for key, count in same.items():
                if a.get(key) or b.get(key): count[1] += 1; count[0] += a.get(key) == b.get(key)
    return same

if __name__ == '__main__':
    read = lambda path: {row['id']: row for row in map(json.loads, open(path, encoding='utf8'))}
    first, second = map(read, sys.argv[1:3])
    both = sorted(first.keys() & second.keys())
    if not both: sys.exit('no text is in both')
    score.claims([first[i] for i in both], [report(second[i]) for i in both])
    counts = [fields(first[i], second[i]) for i in both]
    for key in counts[0]:
        right, total = (sum(c[key][n] for c in counts) for n in (0, 1))
        print(f'agree {key:12s} {right} of {total}')

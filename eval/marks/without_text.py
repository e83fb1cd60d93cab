"""Marks in scorer form -> the same without a word of their texts, one line an article: spans as [start, end] in code points.
usage: without_text.py FOLDER > SET.jsonl      (the texts are found again by their ids; see README.md)
Standard library only."""
import glob, json, os, re, sys

def span(x): return [x['start'], x['end']]

def places(text, words):
    """where each of these words stands first, as whole words; what does not stand there is left out"""
    for w in words:
        m = re.search(r'(?<!\w)' + re.escape(w) + r'(?!\w)', text)
        if m: yield list(m.span())

def stripped(article):
    text, names, entities = article['text'], {}, []
    for e in article['entities']:
        name = next(places(text, [e['name']]), None)
        if not name: continue
        names.setdefault(e['name'], len(entities))
        entities.append(dict(name=name, kind=e['kind'], aliases=list(places(text, e.get('aliases') or [])), roles=list(places(text, e.get('roles') or []))))
    quotes = []
    for q in article['quotes']:
        who = q.get('resolved_speaker'); who = [who] if isinstance(who, str) else who or []
        quotes.append(dict(id=q['id'], contents=[span(x) for x in q['contents']], cue=[span(x) for x in q['cues']], sources=[span(x) for x in q['sources']],
            speakers=[names[w] for w in who if w in names], **{k: q[k] for k in ('via', 'form', 'attribution', 'stance', 'negated') if q.get(k)}))
    plain = lambda xs: [dict(at=span(x), **{k: v for k, v in x.items() if k not in ('start', 'end', 'text', 'of') and v is not None}) for x in xs]
    return dict(id=article['id'], quotes=quotes, entities=entities, quantities=plain(article['quantities']), times=plain(article['times']))

for file in sorted(glob.glob(os.path.join(sys.argv[1], '*.json'))):
    print(json.dumps(stripped(json.load(open(file, encoding='utf8'))), ensure_ascii=False, separators=(',', ':')))

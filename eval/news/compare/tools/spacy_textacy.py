"""spaCy's names, numbers and times; textacy's quotations with their speakers and numbers' words.

    spacy_textacy.py MODEL_FOLDER < texts.jsonl > reports.jsonl
"""
import json, re, sys
import spacy, textacy.extract

KINDS = {'PERSON': 'person', 'ORG': 'organization', 'GPE': 'place', 'LOC': 'place', 'FAC': 'facility', 'NORP': 'group',
         'EVENT': 'event', 'WORK_OF_ART': 'work', 'PRODUCT': 'product', 'LAW': 'law'}
QUANTITIES = {'CARDINAL': 'count', 'MONEY': 'money', 'PERCENT': 'percent', 'QUANTITY': 'measure', 'ORDINAL': 'ordinal'}

class Units:
    """Code points to UTF-16 code units."""
    def __init__(self, text):
        self.at = [0]
        for c in text: self.at.append(self.at[-1] + (2 if ord(c) > 0xFFFF else 1))
    def span(self, start, end): return {'start': self.at[start], 'end': self.at[end]}

def value(words):
    """spaCy gives no value: a number in digits is read as such."""
    digits = re.search(r'\d[\d,]*(?:\.\d+)?', words)
    return float(digits[0].replace(',', '')) if digits else None

def entities(doc, units):
    """One for each spelling and kind: spaCy does not say which names are one."""
    found = {}
    for e in doc.ents:
        if e.label_ not in KINDS: continue
        name = re.sub(r"^(?:the|a|an)\s+|(?:'s|’s)$", '', e.text, flags=re.I)
        start = e.start_char + e.text.index(name)
        entity = found.setdefault((KINDS[e.label_], name), {'id': f'e{len(found) + 1}', 'kind': KINDS[e.label_], 'name': name, 'roles': [], 'mentions': []})
        entity['mentions'].append(units.span(start, start + len(name)) | {'form': 'name'})
    return list(found.values())

def claims(doc, units, listed):
    """textacy's direct quotations: content, cue and the words of the speaker."""
    try: quotations = list(textacy.extract.direct_quotations(doc))
    except ValueError: return     # it refuses texts whose marks do not pair
    for number, q in enumerate(quotations):
        claim = {'id': f'c{number + 1}', 'content': [units.span(q.content.start_char, q.content.end_char)], 'speakers': []}
        if q.cue: claim['cue'] = units.span(q.cue[0].idx, q.cue[-1].idx + len(q.cue[-1]))
        if q.speaker:
            claim['source'] = units.span(q.speaker[0].idx, q.speaker[-1].idx + len(q.speaker[-1]))
            words = doc.text[q.speaker[0].idx:q.speaker[-1].idx + len(q.speaker[-1])]
            claim['speakers'] = [e['id'] for e in listed if e['name'] in words][:1]
        yield claim

def report(doc):
    units = Units(doc.text)
    listed = entities(doc, units)
    span = lambda e: units.span(e.start_char, e.end_char)
    return {'entities': listed, 'claims': list(claims(doc, units, listed)),
            'quantities': [span(e) | {'kind': QUANTITIES[e.label_], 'value': value(e.text), 'unit': '%' if e.label_ == 'PERCENT' else None} for e in doc.ents if e.label_ in QUANTITIES],
            'times': [span(e) | {'kind': 'time' if e.label_ == 'TIME' else 'date'} for e in doc.ents if e.label_ in ('DATE', 'TIME')]}

if __name__ == '__main__':
    model = spacy.load(sys.argv[1])
    for line in sys.stdin:
        row = json.loads(line)
        print(json.dumps({'id': row['id'], 'report': report(model(row['text']))}), flush=True)

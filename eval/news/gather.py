#!/usr/bin/env python3
"""Gathers marked Wikinews articles into eval/news/articles/, each with its text, address, title, date and credit.

    gather.py MARKED_DIR WIKINEWS.jsonl

MARKED_DIR holds one JSON a text with offsets in code points, as `offsets.py` writes it; WIKINEWS.jsonl the articles with
`url`, `title` and `published`. Also writes articles.tsv: every third article by sorted name is kept aside, the others
were developed on. The day of publication is called `date` here and not `published`: the times were marked without it,
and the scorer hands `published` to whatever it scores. Standard library only.
"""
import glob, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
CREDIT = 'Wikinews contributors, CC BY 2.5 (https://creativecommons.org/licenses/by/2.5/)'
HEAD = ('id', 'title', 'url', 'date', 'credit', 'text')
LISTS = ('quotes', 'quantities', 'times', 'entities')

def part(place):
    """Which part an article is of, by its place in the sorted names."""
    return 'kept aside' if place % 3 == 2 else 'developed on'

def lines(article):
    """One mark a line, so that a changed mark is one changed line."""
    field = lambda key: json.dumps(key) + ': ' + json.dumps(article[key], ensure_ascii=False)
    items = lambda key: ',\n'.join('  ' + json.dumps(item, ensure_ascii=False) for item in article[key])
    listed = [f'{json.dumps(key)}: [\n{items(key)}\n]' if article[key] else f'{json.dumps(key)}: []' for key in LISTS]
    return '{\n' + ',\n'.join([field(key) for key in HEAD] + listed) + '\n}\n'

def main(marked, wikinews):
    origin = {row['id']: row for row in map(json.loads, open(wikinews, encoding='utf8'))}
    second = {os.path.basename(path) for path in glob.glob(f'{HERE}/second/*.json')}
    os.makedirs(f'{HERE}/articles', exist_ok=True)
    table = ['id\tpart\tmarked twice\tdate\ttitle\turl']
    for place, path in enumerate(sorted(glob.glob(f'{marked}/*.json'))):
        row = json.load(open(path, encoding='utf8')); source = origin[row['id']]
        assert row['text'] == source['text'], f'{path}: the marks are of another text'
        row |= dict(title=source['title'], url=source['url'], date=source['published'], credit=CREDIT)
        name = row['id'] + '.json'
        open(f'{HERE}/articles/{name}', 'w', encoding='utf8').write(lines(row))
        twice = 'yes' if name in second else ''
        table.append('\t'.join([row['id'], part(place), twice, row['date'], row['title'], row['url']]))
    open(f'{HERE}/articles.tsv', 'w', encoding='utf8').write('\n'.join(table) + '\n')

if __name__ == '__main__':
    if len(sys.argv) != 3: sys.exit(__doc__)
    main(*sys.argv[1:])

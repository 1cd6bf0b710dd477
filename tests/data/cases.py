#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The case library, file by file: whole, unambiguous, and rated within its scales.

That the quotes are the documents' own words cannot be tested here, since the documents are not part
of the program; whoever adds a case checks it, as data/cases/README.md says.
"""

import datetime
import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(os.environ.get('SOURCE', Path(__file__).resolve().parents[2]))
CASES = ROOT / 'data/cases'
METHODS = ROOT / 'data/methods'

MEMBERS = {
    'format', 'id', 'title', 'place', 'country', 'trade', 'industry', 'year', 'source', 'text',
    'figures', 'subjects', 'ratings', 'verdicts', 'disagreements',
}
NEEDED = {'format', 'id', 'title', 'place', 'year', 'source', 'text'}
FIGURE = {'what', 'value', 'unit', 'date', 'place', 'quote'}
RATING = {'subject', 'method', 'criterion', 'date', 'assessor', 'rating', 'argument', 'place', 'quote'}
VERDICT = {
    'subject', 'method', 'as_of', 'outcome', 'runner_up', 'moving_to', 'against', 'cells', 'place',
    'quote', 'must_answer',
}

# What is not a step from 0 to 3 is a plain yes or no.
YES_OR_NO = {
    'learning-matrix': None,
    'initiative-screen': {
        'immediate-problem', 'off-core', 'little-predation', 'scale-savings', 'complementary',
        'anti-competitive',
    },
    'trajectory': {
        'below-threshold', 'stagnating', 'little-co-operation', 'no-linkages', 'unstable-conditions',
        'division-of-labour-not-primary', 'not-main-activity',
    },
}
OUTCOMES = {
    'cluster-type': {'informal', 'organized', 'innovative', 'park', 'epz', 'between'},
    'trajectory': {
        'italianate', 'satellite', 'hub-and-spoke', 'below-threshold', 'stagnating', 'none', 'between',
    },
    'initiative-screen': {'likely', 'doubtful', 'unlikely', 'cannot-judge'},
}
CELL = re.compile(r'(Ia|Ib|IIa|IIb|IIc|III|IVa|IVb|V|Va|Vb)-[A-D]')
ID = re.compile(r'[a-z0-9]+(-[a-z0-9]+)*')
# A quote is evidence, not a copy of the document.
LONGEST_QUOTE = 220

faults = []


def check(holds, where, what):
    if not holds:
        faults.append(f'{where}: {what}')


def last_day(text):
    """The last day of a year, month or day as it is written in a case, or None."""
    parts = text.split('-') if re.fullmatch(r'\d{4}(-\d\d){0,2}', text) else None
    if parts is None:
        return None
    year, month, day = (int(part) for part in parts + ['12', '31'][len(parts) - 1:])
    try:
        if len(parts) == 3:
            return datetime.date(year, month, day)
        return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    except ValueError:
        return None


def members(thing, allowed, needed, where):
    check(isinstance(thing, dict), where, 'is not an object')
    for name in thing:
        check(name in allowed, where, f'has an unknown member “{name}”')
        # What a document does not say is left out, so that it cannot be taken for an answer.
        check(thing[name] not in ('', None, [], {}), where, f'“{name}” is empty; leave it out')
    for name in needed:
        check(name in thing, where, f'lacks “{name}”')


def words(thing, where):
    for name in ('place', 'quote'):
        check(isinstance(thing.get(name), str), where, f'“{name}” is not a text')
    quote = thing.get('quote', '')
    check(len(quote) <= LONGEST_QUOTE, where, f'quotes {len(quote)} characters')
    check(quote == ' '.join(quote.split()), where, 'the quote has white space to spare')


def criteria_of(method, cache={}):
    """The criteria of a method that the program has, or None."""
    if method not in cache:
        path = METHODS / f'{method}.json'
        cache[method] = None
        if path.exists():
            found = json.loads(path.read_text(encoding='utf-8'))
            rows = found.get('matrix', {}).get('rows', ())
            cache[method] = ({criterion['id'] for criterion in found.get('criteria', ())}
                             | {f"{row['id']}-{column}" for row in rows for column in row['columns']})
    return cache[method]


def check_ratings(case, subjects, where):
    seen = set()
    for rating in case.get('ratings', []):
        here = f"{where}, rating of {rating.get('criterion')}"
        members(rating, RATING, RATING - {'assessor'}, here)
        words(rating, here)
        method, criterion = rating['method'], rating['criterion']
        check(rating['subject'] in subjects, here, f"no subject “{rating['subject']}”")
        key = (rating['subject'], method, criterion, rating['date'])
        check(key not in seen, here, 'is given twice')
        seen.add(key)
        check(last_day(rating['date']) is not None, here, f"“{rating['date']}” is not a date")
        binary = method in YES_OR_NO and (YES_OR_NO[method] is None or criterion in YES_OR_NO[method])
        steps = range(2) if binary else range(4)
        check(type(rating['rating']) is int and rating['rating'] in steps, here,
              f"{rating['rating']} is not on a scale of 0 to {steps[-1]}")
        known = criteria_of(method)
        if known is not None:
            check(criterion in known, here, f'{method} has no such criterion')
        if method == 'learning-matrix':
            check(CELL.fullmatch(criterion), here, 'is not a cell')
        check(len(rating['argument']) >= 20, here, 'is hardly argued')


def check_verdicts(case, subjects, where):
    for verdict in case.get('verdicts', []):
        method = verdict.get('method')
        here = f'{where}, verdict of {method}'
        members(verdict, VERDICT, {'subject', 'method', 'as_of', 'place', 'quote', 'must_answer'}, here)
        words(verdict, here)
        check(verdict['subject'] in subjects, here, f"no subject “{verdict['subject']}”")
        check(type(verdict['must_answer']) is bool, here, '“must_answer” is not true or false')
        check({'outcome', 'moving_to', 'against', 'cells'} & set(verdict), here, 'says nothing')
        for name in ('outcome', 'runner_up', 'moving_to'):
            if name in verdict and method in OUTCOMES:
                check(verdict[name] in OUTCOMES[method], here, f'“{verdict[name]}” is no outcome')
        as_of = last_day(verdict['as_of'])
        check(as_of is not None and len(verdict['as_of']) == 10, here, f"“{verdict['as_of']}” is not a day")
        rated = [r for r in case.get('ratings', [])
                 if (r['subject'], r['method']) == (verdict['subject'], method) and last_day(r['date']) <= as_of]
        if verdict['must_answer']:
            check(rated, here, 'must be answered, and nothing of its subject is rated by then')
        if 'moving_to' in verdict:
            check(len({r['date'] for r in rated}) >= 2, here, 'a movement needs readings of two dates')
        present = {r['criterion'] for r in rated if r['rating'] == 1}
        for cell in verdict.get('cells', []):
            check(cell in present, here, f'cell {cell} is not rated as present')
        for criterion in verdict.get('against', []):
            check(criterion in {r['criterion'] for r in rated}, here, f'{criterion} is not rated')


def check_case(path, titles, industries):
    where = path.name
    written = path.read_text(encoding='utf-8')
    case = json.loads(written)
    check(written == json.dumps(case, indent=2, ensure_ascii=False) + '\n', where,
          'is not written with two spaces and one member a line')
    members(case, MEMBERS, NEEDED, where)
    check(case['format'] == 'trama-case', where, 'is not a case')
    check(case['id'] == path.stem and ID.fullmatch(case['id']), where, f"the id is “{case['id']}”")
    check(type(case['year']) is int and 1800 <= case['year'] <= 2100, where, 'has no year')
    members(case['source'], {'document', 'title', 'place'}, {'document', 'title', 'place'}, where)
    document = case['source']['document']
    check(titles.setdefault(document, case['source']['title']) == case['source']['title'], where,
          f'{document} has another title in another case')
    check(document.lower() in case['id'].split('-'), where, f'the id does not name {document}')
    check(case.get('industry') in industries | {None}, where, f"no industry “{case.get('industry')}”")

    for subject in case.get('subjects', []):
        members(subject, {'id', 'type', 'name', 'fields'}, {'id', 'type', 'name'}, f'{where}, subjects')
    subjects = [subject['id'] for subject in case.get('subjects', [])] or ['cluster']
    check(len(subjects) == len(set(subjects)), where, 'two subjects have one id')

    for figure in case.get('figures', []):
        here = f"{where}, figure “{figure.get('what')}”"
        members(figure, FIGURE, {'what', 'value', 'place', 'quote'}, here)
        check(isinstance(figure['value'], str), here, 'the value is not a text')
        words(figure, here)
    for disagreement in case.get('disagreements', []):
        members(disagreement, {'text', 'places'}, {'text', 'places'}, f'{where}, disagreements')
        check(len(disagreement['places']) >= 2, f'{where}, disagreements', 'it takes two to disagree')
    check_ratings(case, subjects, where)
    check_verdicts(case, subjects, where)


def main():
    choices = (ROOT / 'app/model/trama-choices.def').read_text(encoding='utf-8')
    industries = set(re.findall(r'TRAMA_INDUSTRY_\w+, "([^"]+)"', choices))
    check(industries, 'trama-choices.def', 'no industry found')
    titles = {}
    paths = sorted(CASES.glob('*.json'))
    check(paths, 'data/cases', 'has no case')
    for path in paths:
        try:
            check_case(path, titles, industries)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            faults.append(f'{path.name}: cannot be read: {error!r}')
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f'{len(paths)} cases of {len(titles)} documents')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())

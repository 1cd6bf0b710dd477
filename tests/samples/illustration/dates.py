# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as the file writes them: a day, a month, a year, a season, about one of these, a span."""

import calendar
import re
from datetime import date, timedelta

TODAY = date(2026, 6, 30)


def iso(one):
    return one if isinstance(one, str) else one.isoformat()


def day(text):
    return date.fromisoformat(text)


def month_end(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(one, months):
    index = one.year * 12 + one.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(one.day, calendar.monthrange(year, month + 1)[1]))


def months_between(start, end):
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if add_months(start, months) > end else months


def months(first, last):
    """The months from "2024-07" to "2026-06", both in."""
    year, month = map(int, first.split("-"))
    while f"{year}-{month:02d}" <= last:
        yield f"{year}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def workday(one):
    """The same day, or the Monday after where it is a weekend."""
    return one + timedelta(days=max(0, 7 - one.weekday()) if one.weekday() >= 5 else 0)


def every(first, last, weeks, dice, jump=3):
    """Days some weeks apart, with a little jitter."""
    one = day(first)
    while one <= day(last):
        yield workday(one)
        one += timedelta(days=7 * weeks + dice.between(-jump, jump))


def span(text):
    """First and last day of the date; raises ValueError where it is none."""
    about = text.endswith("~")
    if about:
        text = text[:-1]
    if "/" in text:
        first, last = map(day, text.split("/"))
        margin = 0
        if first >= last or about:
            raise ValueError(text)
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        first = last = day(text)
        margin = 15
    elif re.fullmatch(r"\d{4}", text):
        first, last, margin = date(int(text), 1, 1), date(int(text), 12, 31), 183
    elif re.fullmatch(r"\d{4}-\d\d", text):
        year, number = int(text[:4]), int(text[5:])
        margin = 30
        if 1 <= number <= 12:
            start, length = number, 1
        elif 25 <= number <= 28:
            start, length = 3 + 3 * (number - 25), 3
        elif 29 <= number <= 32:
            start, length = (9, 12, 15, 18)[number - 29] - (12 if number >= 31 else 0), 3
        elif 33 <= number <= 36:
            start, length = 1 + 3 * (number - 33), 3
        else:
            raise ValueError(text)
        first = add_months(date(year, 1, 1), start - 1)
        last = add_months(first, length) - timedelta(days=1)
    else:
        raise ValueError(text)
    if about:
        first, last = first - timedelta(days=margin), last + timedelta(days=margin)
    return first, last
